// What changed in a motion since an earlier text of it: changes marked, one after the other, either way round.

import type { MotionId } from '../../shared/ids';
import { findMotion, listTextVersions } from '../storage/questions';
import { useQuestion } from '../storage/StoreContext';
import { PageLayout } from '../ui/PageLayout';
import { ComparedTexts } from './ComparedTexts';
import { MissingPaper } from './MissingPaper';

/** The page at `#/motion/:id/versions`. */
export function VersionsPage({ id }: { readonly id: MotionId }) {
  const motion = useQuestion((store) => findMotion(store, id), [id]);
  const versions = useQuestion((store) => listTextVersions(store, id), [id]);
  if (motion === undefined || versions === undefined) return <PageLayout title="">{null}</PageLayout>;
  if (motion === null) return <MissingPaper kind="motion" />;
  return <ComparedTexts motion={motion} earlier={versions.filter((version) => version.id !== motion.text.id)} />;
}
