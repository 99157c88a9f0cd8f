// What follows from what in a conference: the consequence rules printed with its papers, and what was decided on each
// item that has a number.

import { readConsequenceRules } from '../../shared/motion/consequence';
import type { ConsequenceRule, DecidedItem } from '../../shared/motion/consequence';
import type { Store } from './store';

export type HallRecord = { readonly rules: readonly ConsequenceRule[]; readonly decided: readonly DecidedItem[] };

/**
 * Rules stand in lines of the papers that are neither field nor clause, and in briefings (an order paper). Of motions
 * and amendments what was recorded in the hall comes before what is printed; printed decisions on amendments are not
 * looked for.
 */
export async function findHallRecord(store: Store, conferenceId: string): Promise<HallRecord> {
  const { dexie, motions, amendments, briefings, decisions } = store.database;
  return dexie.transaction('r', [motions, amendments, briefings, decisions], async () => {
    const rows = await motions.where({ conferenceId }).toArray();
    const papers = await briefings.where({ conferenceId }).toArray();
    const printed = [
      ...rows.flatMap(({ dropped }) => dropped),
      ...papers.flatMap(({ clauses }) => clauses.map(({ text }) => text)),
      ...papers.flatMap(({ dropped }) => dropped),
    ];
    const recorded = await decisions.toArray();
    const amended = await amendments.bulkGet(recorded.map(({ recordId }) => recordId));
    const keyOf = new Map(recorded.map(({ recordId, key }) => [recordId, key]));
    const onMotions = rows.flatMap(({ id, number, decision }): readonly DecidedItem[] => {
      const key = keyOf.get(id) ?? decision?.key;
      return number === undefined || key === undefined ? [] : [{ number, decision: key }];
    });
    const onAmendments = amended.flatMap((amendment): readonly DecidedItem[] => {
      const key = amendment === undefined ? undefined : keyOf.get(amendment.id);
      const isHere = amendment?.conferenceId === conferenceId && amendment.number !== undefined;
      return isHere && key !== undefined ? [{ number: amendment.number, decision: key }] : [];
    });
    return { rules: printed.flatMap(readConsequenceRules), decided: [...onMotions, ...onAmendments] };
  });
}
