// Papers of this computer, to be put into the next version: all of a conference, or one by one.

import { useEffect, useMemo, useState } from 'react';
import { conferenceIdPattern } from '../../shared/bundle/conference-id';
import type { ReleaseEntry } from '../../shared/bundle/release-entry';
import { hrefOf } from '../app/routes';
import { listConferences } from '../storage/questions';
import { useQuestion, useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { Disclosure } from '../ui/Disclosure';
import { LinkButton } from '../ui/LinkButton';
import { SelectField } from '../ui/SelectField';
import { inWorker } from './in-worker';
import type { Choosable, Preview } from './office-messages';
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
  const motions = choosable?.motions ?? [];
  const entries = motions.flatMap((motion) => motion.entries);
  const put = (some: readonly ReleaseEntry[]): void => deeds.put(some, `${countsOf(some)} put in.`);
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
          <Button look="primary" isDisabled={entries.length === 0} onPress={() => put(entries)}>
            {entries.length === 0 ? 'All are in' : `Put in ${countsOf(entries)}`}
          </Button>
        </div>
      )}
      <div className={styles['actions']}>
        <LinkButton href={hrefOf({ kind: 'import' })}>Bring in papers…</LinkButton>
      </div>
      {motions.length > 1 && (
        <Disclosure summary={`One by one (${motions.length})`}>
          <ul className={styles['list']}>
            {motions.slice(0, mostRows).map((motion) => (
              <li key={motion.entries[0]?.record} className={styles['paper']}>
                <span className={styles['number']}>{motion.number}</span>
                <span className={styles['title']}>{motion.title}</span>
                <Button
                  look="quiet"
                  aria-label={`Put in ${motion.number ?? motion.title}`}
                  onPress={() => put(motion.entries)}
                >
                  Put in
                </Button>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

const mostRows = 200;

/** What could be put in of the conference `from`, found in a worker: an agenda may have thousands of papers. */
function useChoosable({ office, conference }: OpenOffice, next: Preview, from: string | undefined) {
  const store = useStore();
  const [choosable, setChoosable] = useState<Choosable>();
  // Asked anew when the version is another, too.
  const asked = useMemo(() => ({ next, from }), [next, from]);
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

function countsOf(entries: readonly ReleaseEntry[]): string {
  const motions = entries.filter(({ kind }) => kind === 'motion').length;
  return paperCounts(motions, entries.length - motions);
}
