// Papers of this computer, to be put into the next version: all of a conference, or one by one.

import { useEffect, useMemo, useState } from 'react';
import { conferenceIdPattern } from '../../shared/bundle/conference-id';
import { hrefOf } from '../app/routes';
import { listConferences } from '../storage/questions';
import { useQuestion, useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { LinkButton } from '../ui/LinkButton';
import { SelectField } from '../ui/SelectField';
import { ChoosableList } from './ChoosableList';
import { countEntries } from './find-choosable';
import { inWorker } from './in-worker';
import type { Choosable, ChoosableMotion, PaperCounts, Preview } from './office-messages';
import styles from './office.module.css';
import { paperCounts } from './release-words';
import type { ReleaseDeeds } from './use-release-deeds';
import type { OpenOffice } from './use-offices';

type AddPapersProps = {
  readonly opened: OpenOffice;
  /** The next version as it is now: what can be put in depends on it. */
  readonly next: Preview;
  readonly deeds: ReleaseDeeds;
};

export function AddPapers({ opened, next, deeds }: AddPapersProps) {
  const [chosen, setChosen] = useState('');
  const held = useQuestion(listConferences, []) ?? [];
  const own = held.filter((conference) => !conferenceIdPattern.test(conference.id));
  const from = own.find((conference) => conference.id === chosen) ?? own[0];
  const choosable = useChoosable(opened, next, from?.id);
  const { motions = [], ofMotions = 0, withdrawn = [], ofWithdrawn = 0 } = choosable ?? {};
  const counts = choosable === undefined ? undefined : countsOf(choosable.counts);
  const put = ({ entries }: ChoosableMotion): void => deeds.put(entries, `${countsOf(countEntries(entries))} put in.`);
  return (
    <section aria-label="Papers on this computer">
      <h2 className={styles['subheading']}>Papers on this computer</h2>
      {from === undefined ? (
        <p className={styles['soft']}>Bring in the motions and amendments as files first, like every delegate.</p>
      ) : (
        <div className={styles['row']}>
          <SelectField
            label="Conference"
            value={from.id}
            choices={own.map((conference) => ({ value: String(conference.id), words: conference.title }))}
            onChange={setChosen}
          />
          <Button
            look="primary"
            isDisabled={motions.length === 0 || deeds.isPutting}
            onPress={() => deeds.putAll(from.id)}
          >
            {wordsOf(deeds.isPutting, motions.length, counts)}
          </Button>
        </div>
      )}
      <div className={styles['actions']}>
        <LinkButton href={hrefOf({ kind: 'import' })}>Bring in papers…</LinkButton>
      </div>
      {ofMotions > 1 && <ChoosableList words="One by one" motions={motions} of={ofMotions} onPut={put} />}
      {ofWithdrawn > 0 && (
        <ChoosableList words="Withdrawn or taken out before" motions={withdrawn} of={ofWithdrawn} onPut={put} isAgain />
      )}
    </section>
  );
}

/** What could be put in of the conference `from`, found in a worker: an agenda may have thousands of papers. */
function useChoosable({ office, conference }: OpenOffice, { edition }: Preview, from: string | undefined) {
  const store = useStore();
  const [choosable, setChoosable] = useState<Choosable>();
  // Asked anew when the version is another, too.
  const asked = useMemo(() => ({ edition, from }), [edition, from]);
  useEffect(() => {
    if (asked.from === undefined) return undefined;
    const work = inWorker(store, { office: office.office, conference, task: { kind: 'choose', from: asked.from } });
    void work.answer.then((answer) => {
      if (answer.ok && answer.value.kind === 'chosen') setChoosable(answer.value.choosable);
      return undefined;
    });
    return work.stop;
  }, [store, office.office, conference, asked]);
  return choosable;
}

function countsOf({ motions, amendments }: PaperCounts): string {
  return paperCounts(motions, amendments);
}

function wordsOf(isPutting: boolean, motions: number, counts: string | undefined): string {
  if (isPutting) return 'Putting in…';
  return motions === 0 || counts === undefined ? 'All are in' : `Put in ${counts}`;
}
