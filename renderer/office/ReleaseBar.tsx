// The bar at the foot of the office: what the next version will change, said before it is signed; then the signing.

import { Signature } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { otherStationMessage, officeWorkMessage } from '../app/office-message';
import { hrefOf } from '../app/routes';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import { LinkButton } from '../ui/LinkButton';
import { Notice } from '../ui/Notice';
import { ProgressBar } from '../ui/ProgressBar';
import type { PublishProgress } from './office-messages';
import styles from './office.module.css';
import { ReleaseNote } from './ReleaseNote';
import { ReleasePreview } from './ReleasePreview';
import { isMassRemoval, releaseWords } from './release-words';
import type { NextVersion } from './use-next-version';
import type { ReleaseDeeds } from './use-release-deeds';
import type { OpenOffice } from './use-offices';
import { usePublishing } from './use-publishing';

type ReleaseBarProps = {
  readonly opened: OpenOffice;
  readonly next: NextVersion;
  /** What was done last to the version, and how to undo it. */
  readonly last: ReleaseDeeds['last'];
  /** Has the next version wait, from true to false. */
  readonly hold: (isHeld: boolean) => void;
  readonly isLocked: boolean;
  readonly reload: () => void;
};

export function ReleaseBar({ opened, next, last, hold, isLocked, reload }: ReleaseBarProps) {
  const { publish, conference } = opened;
  const [isOpen, setIsOpen] = useState(false);
  const [isMeant, setIsMeant] = useState(false);
  const typedNote = useRef<string>(undefined);
  const { publishing, sign, takeOver, stop } = usePublishing(opened, { reload, hold });
  if (next.kind !== 'ready') return null;
  const { preview, isOutdated } = next;
  const isMass = isMassRemoval(preview);
  const changes = preview.changed;
  const missing = whatIsMissing(opened, isLocked);
  const isSame = changes === 0 && preview.officeChanges === 0;
  const isBusy = publishing.kind === 'busy';
  return (
    <section aria-label="Release" className={styles['bar']}>
      {isOpen && <ReleasePreview conference={conference.id} preview={preview} />}
      {publishing.kind === 'refused' && (
        <Notice
          kind="refused"
          action={publishing.failure.kind === 'other-station' && <Button onPress={takeOver}>Take it over</Button>}
        >
          {publishing.failure.kind === 'other-station'
            ? otherStationMessage(publishing.failure.published?.version)
            : officeWorkMessage(publishing.failure)}
        </Notice>
      )}
      {publishing.kind === 'done' && (
        <Notice
          kind="done"
          action={
            publishing.isPublished && (
              <LinkButton href={hrefOf({ kind: 'office', office: opened.office.office, room: 'screen' })}>
                Show on the hall’s screen
              </LinkButton>
            )
          }
        >
          {publishing.words}
        </Notice>
      )}
      {isBusy ? (
        <div className={styles['row']}>
          <ProgressBar label={stepWords[publishing.progress.step]} {...fractionOf(publishing.progress)} />
          {/* From the last step on there is nothing left to stop. */}
          {publishing.progress.step !== 'last' && <Button onPress={stop}>Stop</Button>}
        </div>
      ) : (
        <div className={styles['summary']}>
          <p>{releaseWords(preview)}</p>
          {changes > 0 && (
            <Button aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
              {isOpen ? 'Hide the changes' : `See ${changes === 1 ? 'the change' : `all ${changes} changes`}`}
            </Button>
          )}
          <ReleaseNote
            conference={conference.id}
            onType={(text) => {
              typedNote.current = text;
            }}
          />
          <Button
            look={isSame ? 'plain' : 'primary'}
            icon={<Signature aria-hidden />}
            isDisabled={missing !== undefined || isOutdated || (isMass && !isMeant) || (isSame && preview.of === 0)}
            onPress={() => {
              setIsOpen(false);
              sign(preview, isMass && isMeant, typedNote.current);
              typedNote.current = undefined;
            }}
          >
            {isSame && preview.of > 0 ? 'Sign again as it is' : 'Sign and publish'}
          </Button>
        </div>
      )}
      {isMass && !isBusy && (
        <Checkbox isSelected={isMeant} onChange={setIsMeant}>
          {preview.removed} of {preview.of} records go. I mean to take out more than a tenth of what is published.
        </Checkbox>
      )}
      {missing !== undefined && <p className={styles['soft']}>{missing}</p>}
      {!isBusy && (
        <div className={styles['actions']}>
          {missing === undefined && publish !== undefined && (
            <span className={styles['soft']}>Goes to {publish.address}</span>
          )}
          <span role="status">{last?.words}</span>
          {last?.undo !== undefined && (
            <Button look="quiet" onPress={last.undo}>
              Undo
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

/** What has to be done before a version can be signed. */
function whatIsMissing({ publish, office }: OpenOffice, isLocked: boolean): ReactNode {
  const keys = hrefOf({ kind: 'office', office: office.office, room: 'keys' });
  if (publish === undefined) {
    return (
      <>
        <a href={keys}>Say where to publish</a> first.
      </>
    );
  }
  return isLocked ? 'Give the passphrase of the office’s keys first.' : undefined;
}

const stepWords: Readonly<Record<PublishProgress['step'], string>> = {
  reading: 'Reading what is published',
  signing: 'Signing',
  writing: 'Writing, and reading back',
  last: 'Making it the newest',
};

function fractionOf({ step, done, of }: PublishProgress): { readonly fraction?: number } {
  return step === 'writing' ? { fraction: done / of } : {};
}
