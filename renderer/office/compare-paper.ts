// One paper of the next version beside its last published text, changes marked.

import { deriveOperations } from '../../shared/amendment/derive-operations';
import { trackedText, type TrackedText } from '../../shared/amendment/tracked-runs';
import { officialMotion } from '../../shared/bundle/assemble-release';
import { officialId } from '../../shared/bundle/official-ids';
import { textVersionId, type ConferenceId } from '../../shared/ids';
import { assignClauseIds } from '../../shared/motion/clause-ids';
import type { TextVersion } from '../../shared/motion/motion';
import { findInRelease } from '../storage/release';
import { findAmendment, findMotion } from '../storage/questions';
import type { Store } from '../storage/store';
import type { ListedPaper } from './office-messages';

/** Both texts as one; an amendment's text is its wording. Null when there is nothing to compare. */
export async function comparePaper(
  store: Store,
  conference: ConferenceId,
  { record, paper, change, title }: Pick<ListedPaper, 'record' | 'paper' | 'change' | 'title'>,
): Promise<TrackedText | null> {
  const [entry] = await findInRelease(store, conference, [record]);
  if (paper === 'amendment') {
    const before = await findAmendment(store, officialId(conference, record));
    return compared(asText(before?.instruction ?? ''), change === 'removed' ? asText('') : asText(title));
  }
  const before = await findMotion(store, officialId(conference, record));
  const here = entry?.kind === 'motion' ? await findMotion(store, entry.paper) : null;
  const after = here === null ? before : officialMotion(here, conference, record, before ?? undefined);
  if (before === null && after === null) return null;
  return compared(before?.text ?? nothing, change === 'removed' ? nothing : (after?.text ?? nothing));
}

const nothing: TextVersion = { id: textVersionId('nothing'), title: '', clauses: [] };

function compared(before: TextVersion, after: Pick<TextVersion, 'title' | 'clauses'>): TrackedText | null {
  const tracked = trackedText(before, deriveOperations(before, after));
  return tracked.ok ? tracked.value : null;
}

function asText(words: string): TextVersion {
  const lines = words === '' ? [] : words.split('\n');
  const clauses = assignClauseIds(lines.map((text) => ({ kind: 'paragraph', depth: 0, text })));
  return { id: textVersionId('wording'), title: '', clauses };
}
