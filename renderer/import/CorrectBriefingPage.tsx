// Putting right a briefing that was brought in.

import type { BriefingId } from '../../shared/ids';
import type { ReadPaper } from '../../shared/import/paper';
import type { Briefing } from '../../shared/motion/briefing';
import { pathOf } from '../app/routes';
import { addPapers } from '../storage/deeds';
import { findBriefing } from '../storage/questions';
import { useQuestion, useStore } from '../storage/StoreContext';
import { PageLayout } from '../ui/PageLayout';
import { CorrectPaper } from './CorrectPaper';
import { briefingOfReading, readingOfBriefing } from './kept-reading';
import { NotCorrectable } from './NotCorrectable';

/** The page at `#/briefing/:id/correct`. */
export function CorrectBriefingPage({ id }: { readonly id: BriefingId }) {
  const briefing = useQuestion((store) => findBriefing(store, id), [id]);
  if (briefing === undefined) return <PageLayout title="">{null}</PageLayout>;
  if (briefing === null) return <NotCorrectable />;
  return <CorrectBriefing briefing={briefing} />;
}

function CorrectBriefing({ briefing }: { readonly briefing: Briefing }) {
  const store = useStore();
  const set = (next: Briefing) => addPapers(store, { motions: [], amendments: [], briefings: [next] });
  const save = async (reading: ReadPaper) => {
    const saved = await set(reading.kind === 'article' ? briefingOfReading(briefing, reading) : briefing);
    return { saved, takeBack: () => set(briefing) };
  };
  return (
    <CorrectPaper
      title={briefing.title}
      reading={readingOfBriefing(briefing)}
      back={pathOf({ kind: 'briefing', briefing: briefing.id })}
      save={save}
    />
  );
}
