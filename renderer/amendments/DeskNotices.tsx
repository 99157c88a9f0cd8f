// What has to be said above a draft: that it cannot be saved, that its text or the draft itself changed meanwhile, and
// what carrying it over left behind.

import { Copy, RotateCcw } from 'lucide-react';
import type { Amendment } from '../../shared/amendment/amendment';
import type { Motion, TextVersion } from '../../shared/motion/motion';
import { keepMessage } from '../app/failure-message';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { CarryOver } from './CarryOver';
import type { CarriedDraft, NotCarried } from './carry-draft';
import { LostChanges } from './LostChanges';
import type { WorkingDraft } from './use-draft';
import { useSettled } from './use-settled';
import { amendmentName } from './what-if';

type DeskNoticesProps = {
  readonly motion: Motion;
  readonly base: TextVersion;
  /** The text that it would be written on now; undefined when the amendment that it amends is not there for it. */
  readonly present: TextVersion | undefined;
  /** The amendment that it amends. */
  readonly parent: Amendment | undefined;
  /** The draft as it is stored now. */
  readonly stored: Amendment | undefined;
  readonly draft: WorkingDraft;
  readonly notCarried: NotCarried | undefined;
  readonly onCarry: (carried: CarriedDraft, present: TextVersion) => void;
  readonly onShowStored: () => void;
  readonly onCopy: () => void;
};

/** Nothing typed is ever given up here: each notice says where it stays. */
export function DeskNotices(props: DeskNoticesProps) {
  const { motion, base, present, parent, stored, draft, notCarried, onCarry, onShowStored, onCopy } = props;
  const { saving } = draft;
  // The watch on the stored draft hears of a change a moment after the page does.
  const settled = useSettled(stored, 250);
  const isOvertaken = settled === stored && draft.isChangedElsewhere() && saving.kind !== 'refused';
  return (
    <>
      {saving.kind === 'refused' && (
        <Notice
          kind="refused"
          action={
            <>
              <Button icon={<RotateCcw aria-hidden size={16} />} onPress={() => void draft.flush()}>
                Try again
              </Button>
              <Button icon={<Copy aria-hidden size={16} />} onPress={onCopy}>
                Copy the wording
              </Button>
            </>
          }
        >
          <p>{keepMessage(saving.error)}</p>
          <p>What you typed since is in this window only. Keep it open until it says “saved”, or copy the wording.</p>
        </Notice>
      )}
      {isOvertaken && (
        <Notice kind="warning" action={<Button onPress={onShowStored}>Show that version</Button>}>
          This draft was changed in another window, or on another of your computers. If you type on here, yours is kept
          beside it as a second version.
        </Notice>
      )}
      {present !== undefined && base.id !== present.id && (
        <CarryOver
          motion={motion}
          parent={parent}
          base={base}
          changed={present}
          operations={draft.operations}
          onCarry={(carried) => onCarry(carried, present)}
        />
      )}
      {present === undefined && (
        <Notice kind="warning">
          {parent === undefined
            ? 'The amendment that this one amends is no longer among the papers. Your draft is kept on its text.'
            : `Amendment ${amendmentName(parent)} is written on an earlier text of the motion, and your draft with it.`}
        </Notice>
      )}
      {notCarried !== undefined && notCarried.changes.length > 0 && (
        <Notice>
          Carried over, but for this:
          <LostChanges lost={notCarried.changes} base={notCarried.base} />
        </Notice>
      )}
    </>
  );
}
