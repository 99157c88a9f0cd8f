// Taking a paper out again that the delegate brought in: asked once, since what was written on it goes with it.

import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ConferenceId } from '../../shared/ids';
import { keepMessage } from '../app/failure-message';
import { pathOf } from '../app/routes';
import type { Deed } from '../storage/deeds';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { useToast } from '../ui/Toasts';

type RemovePaperProps = {
  /** "motion" or "briefing". */
  readonly kind: string;
  readonly title: string;
  readonly conference: ConferenceId;
  /** What goes with it, in a sentence. */
  readonly consequence: string;
  readonly remove: () => Deed;
};

/** The button, and the question before the deed. Afterwards one is at the contents of the conference. */
export function RemovePaper({ kind, title, conference, consequence, remove }: RemovePaperProps) {
  const [isAsking, setIsAsking] = useState(false);
  const [, navigate] = useLocation();
  const toast = useToast();

  const removeNow = async (): Promise<void> => {
    setIsAsking(false);
    const kept = await remove();
    if (!kept.ok) {
      toast({ words: keepMessage(kept.error) });
      return;
    }
    navigate(pathOf({ kind: 'papers', conference }));
    toast({ words: `“${title}” was removed.` });
  };

  return (
    <>
      <Button look="danger" icon={<Trash2 aria-hidden />} onPress={() => setIsAsking(true)}>
        Remove this {kind}…
      </Button>
      {isAsking && (
        <Dialog
          title={`Remove this ${kind}?`}
          onClose={() => setIsAsking(false)}
          actions={
            <>
              <Button onPress={() => setIsAsking(false)}>Keep it</Button>
              <Button look="danger" onPress={() => void removeNow()}>
                Remove
              </Button>
            </>
          }
        >
          <p>“{title}” goes from the papers on this computer.</p>
          <p>{consequence}</p>
        </Dialog>
      )}
    </>
  );
}
