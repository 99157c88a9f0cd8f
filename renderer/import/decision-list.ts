// What is to be recorded of a list of decisions: what is not known yet, on the papers that are held.

import type { DecisionList } from '../storage/decision-list-deeds';
import { recordOf } from './match-decisions';
import type { MatchedRow } from './match-decisions';

/**
 * Decisions of matched rows that differ from what is held, the last row of a paper counting; and positions as notes on
 * the motion, unless a note (`noted`: their bodies) says so already.
 */
export function listFrom(rows: readonly MatchedRow[], file: string, noted: ReadonlySet<string>): DecisionList {
  const decisions = new Map<string, DecisionList['decisions'][number]>();
  const notes: DecisionList['notes'][number][] = [];
  for (const { row, target, isKnown } of rows) {
    if (target === undefined) continue;
    const { motion } = target;
    const recordId = recordOf(target).id;
    if (row.decision !== undefined && !isKnown) {
      decisions.set(recordId, { recordId, motionId: motion.id, decision: row.decision });
    }
    if (row.position === undefined) continue;
    const subject = target.kind === 'amendment' ? `Position on amendment ${target.amendment.number ?? ''}` : 'Position';
    const body = `${subject.trim()}: ${row.position} (from “${file}”)`;
    if (!noted.has(noteKey(motion.id, body))) notes.push({ motionId: motion.id, baseVersion: motion.text.id, body });
  }
  return { decisions: [...decisions.values()], notes };
}

/** How a note is told from others in `noted`. */
export function noteKey(motionId: string, body: string): string {
  return `${motionId} ${body}`;
}
