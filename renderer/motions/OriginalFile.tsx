// The file a paper was read from, opened again as it came: a text in a calm viewer, anything else saved to disk.

import { FileText } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { originalMessage, saveMessage } from '../app/failure-message';
import { deliverFile } from '../app/deliver-file';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { useToast } from '../ui/Toasts';

const OriginalDialog = lazy(async () => ({ default: (await import('./OriginalDialog')).OriginalDialog }));

type OriginalFileProps = { readonly source: { readonly name: string; readonly sha256: string } };

/** The button, and the viewer while it is open. */
export function OriginalFile({ source }: OriginalFileProps) {
  const store = useStore();
  const showToast = useToast();
  const [shown, setShown] = useState<{ readonly lines: readonly string[]; readonly bytes: Uint8Array }>();

  const saveCopy = async (bytes: Uint8Array): Promise<void> => {
    const file = { name: source.name, mediaType: 'application/octet-stream', bytes };
    const saved = await deliverFile(store.desktop, file);
    const words = saved.ok ? `“${saved.value.name}” was saved.` : saveMessage(saved.error);
    if (words !== undefined) showToast({ words });
  };
  const open = async (): Promise<void> => {
    const kept = await store.desktop.readOriginal({ store: store.name, sha256: source.sha256 });
    if (!kept.ok) return showToast({ words: originalMessage(kept.error) });
    const { bytes } = kept.value;
    const { linesOfOriginal } = await import('./original-lines');
    const lines = linesOfOriginal({ name: source.name, bytes });
    return lines === undefined ? saveCopy(bytes) : setShown({ lines, bytes });
  };

  return (
    <>
      <Button icon={<FileText aria-hidden />} onPress={() => void open()}>
        Show the file as it came
      </Button>
      {shown !== undefined && (
        <Suspense fallback={null}>
          <OriginalDialog
            name={source.name}
            lines={shown.lines}
            onSave={() => void saveCopy(shown.bytes)}
            onClose={() => setShown(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}
