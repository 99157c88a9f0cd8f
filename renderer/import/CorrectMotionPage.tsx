// Putting right a motion that was brought in: the same editor as before it was kept, on the record that is held.

import type { MotionId } from '../../shared/ids';
import type { ReadPaper } from '../../shared/import/paper';
import type { Motion } from '../../shared/motion/motion';
import { pathOf } from '../app/routes';
import { addPapers } from '../storage/deeds';
import { findMotion, listAmendments } from '../storage/questions';
import { useQuestion, useStore } from '../storage/StoreContext';
import { PageLayout } from '../ui/PageLayout';
import { carryAmendments } from './carry-amendments';
import { CorrectPaper } from './CorrectPaper';
import { isMotionPaper } from './correct-fields';
import { motionOfReading, readingOfMotion } from './kept-reading';
import { NotCorrectable } from './NotCorrectable';

/** The page at `#/motion/:id/correct`. */
export function CorrectMotionPage({ id }: { readonly id: MotionId }) {
  const motion = useQuestion((store) => findMotion(store, id), [id]);
  if (motion === undefined) return <PageLayout title="">{null}</PageLayout>;
  if (motion?.origin !== 'delegate') return <NotCorrectable />;
  return <CorrectMotion motion={motion} />;
}

function CorrectMotion({ motion }: { readonly motion: Motion }) {
  const store = useStore();
  const save = async (reading: ReadPaper) => {
    const corrected = isMotionPaper(reading) ? motionOfReading(motion, reading) : motion;
    const { printed, own } = await listAmendments(store, motion.id);
    const carried = carryAmendments([...printed, ...own], motion, corrected);
    const before = [...printed, ...own].filter(({ id }) => carried.some((amendment) => amendment.id === id));
    const saved = await addPapers(store, { motions: [corrected], amendments: carried, briefings: [] });
    const takeBack = () => addPapers(store, { motions: [motion], amendments: before, briefings: [] });
    return { saved, takeBack };
  };
  return (
    <CorrectPaper
      title={motion.text.title}
      reading={readingOfMotion(motion)}
      back={pathOf({ kind: 'motion', motion: motion.id })}
      save={save}
    />
  );
}
