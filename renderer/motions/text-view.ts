// The ways of reading a motion with one amendment: as it stands, with the changes marked, as it would read.

import type { Amendment } from '../../shared/amendment/amendment';
import { trackedText } from '../../shared/amendment/tracked-runs';
import type { TrackedClause, TrackedText } from '../../shared/amendment/tracked-runs';
import type { AmendmentId } from '../../shared/ids';
import type { TextVersion } from '../../shared/motion/motion';

export type TextView = 'original' | 'marked' | 'amended' | 'wording';

/** Which amendment is read with the text, and how. Absent: the text alone. */
export type ReadWith = { readonly amendment: AmendmentId; readonly view: TextView };

/** Whether an amendment can be read in this text: it has operations, and they are placed in it. */
export function isReadableIn(text: TextVersion, amendment: Amendment): boolean {
  return amendment.operations.length > 0 && amendment.baseVersion === text.id;
}

/** Both texts as one; undefined where the amendment has no operations, or was written on another text. */
export function textWith(text: TextVersion, amendment: Amendment): TrackedText | undefined {
  if (!isReadableIn(text, amendment)) return undefined;
  const tracked = trackedText(text, amendment.operations);
  return tracked.ok ? tracked.value : undefined;
}

/** Whether a clause is part of the text as amended. */
export function remains(clause: TrackedClause): boolean {
  return clause.state !== 'deleted' && clause.state !== 'moved-away';
}
