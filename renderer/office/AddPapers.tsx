// Papers of this computer, to be put into the next version: all of a conference, or one by one.

import { useState } from 'react';
import { conferenceIdPattern } from '../../shared/bundle/conference-id';
import type { ReleaseEntry } from '../../shared/bundle/release-entry';
import type { MotionRow } from '../../shared/journal/row';
import { hrefOf } from '../app/routes';
import { loadChoosable } from '../storage/release';
import { listConferences } from '../storage/questions';
import { useQuestion } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { Disclosure } from '../ui/Disclosure';
import { LinkButton } from '../ui/LinkButton';
import { SelectField } from '../ui/SelectField';
import { chooseForRelease } from './choose-papers';
import styles from './office.module.css';
import { paperCounts } from './release-words';
import type { ReleaseDeeds } from './use-release-deeds';
import type { OpenOffice } from './use-offices';

type AddPapersProps = {
  readonly opened: OpenOffice;
  readonly entries: readonly ReleaseEntry[];
  readonly deeds: ReleaseDeeds;
};

export function AddPapers({ opened, entries, deeds }: AddPapersProps) {
  const { id } = opened.conference;
  const [chosen, setChosen] = useState('');
  const held = useQuestion(listConferences, []) ?? [];
  const own = held.filter((conference) => !conferenceIdPattern.test(conference.id));
  const from = own.find((conference) => conference.id === chosen) ?? own[0];
  const papers = useQuestion(
    async (store) => (from === undefined ? null : loadChoosable(store, from.id, id)),
    [from?.id, id],
  );
  const known = new Set(entries.flatMap((entry) => ('paper' in entry ? [entry.paper] : [])));
  const motions = papers?.motions ?? [];
  const missing = motions.filter((motion) => !known.has(motion.id));
  const missingAmendments = (papers?.amendments ?? []).filter((amendment) => !known.has(amendment.id));
  const put = (some: readonly MotionRow[]): void => {
    if (papers === undefined || papers === null) return;
    const ids = new Set<string>(some.map((motion) => motion.id));
    const amendments = papers.amendments.filter(({ motionId }) => ids.has(motionId));
    const { published } = papers;
    const chosenEntries = chooseForRelease({ conference: id, motions: some, amendments, published, entries });
    const words = `${paperCounts(some.length, amendments.length)} put in.`;
    if (chosenEntries.length > 0) deeds.put(chosenEntries, words);
  };
  return (
    <section aria-label="Papers on this computer">
      <h2 className={styles['subheading']}>Papers on this computer</h2>
      {from === undefined ? (
        <p className={styles['soft']}>Bring in the motions and amendments as files first, as any delegate would.</p>
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
            isDisabled={missing.length + missingAmendments.length === 0}
            onPress={() => put(motions)}
          >
            {missing.length + missingAmendments.length === 0
              ? 'All are in'
              : `Put in ${paperCounts(missing.length, missingAmendments.length)}`}
          </Button>
        </div>
      )}
      <div className={styles['actions']} style={{ marginBlockStart: 8 }}>
        <LinkButton href={hrefOf({ kind: 'import' })}>Bring in papers…</LinkButton>
      </div>
      {missing.length > 0 && (
        <Disclosure summary={`One by one (${missing.length})`}>
          <ul className={styles['list']}>
            {missing.slice(0, 200).map((motion) => (
              <li key={motion.id} className={styles['paper']}>
                <span className={styles['number']}>{motion.number}</span>
                <span className={styles['title']}>{motion.title}</span>
                <Button
                  look="quiet"
                  aria-label={`Put in ${motion.number ?? motion.title}`}
                  onPress={() => put([motion])}
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
