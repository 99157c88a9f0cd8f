// Why something was not used, and the report of it to be saved for the conference office.

import { deliverFile } from '../app/deliver-file';
import { saveMessage } from '../app/failure-message';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { useToast } from '../ui/Toasts';
import type { Refusal } from './refusal';

export function RefusedNotice({ refusal: { words, report } }: { readonly refusal: Refusal }) {
  const store = useStore();
  const toast = useToast();
  const save = async (): Promise<void> => {
    if (report === undefined) return;
    const delivered = await deliverFile(store.desktop, { ...report, mediaType: 'application/json' });
    const said = delivered.ok ? `Saved as “${delivered.value.name}”.` : saveMessage(delivered.error);
    if (said !== undefined) toast({ words: said });
  };
  return (
    <Notice
      kind="refused"
      {...(report === undefined ? {} : { action: <Button onPress={() => void save()}>Save report</Button> })}
    >
      {words}
    </Notice>
  );
}
