// The order of business, asked for: as the office published it, and as an office's next version will have it.

import { officialId, recordNameOf } from '../../shared/bundle/official-ids';
import { nextOrder } from '../../shared/bundle/session-record';
import { motionId, type ConferenceId, type MotionId } from '../../shared/ids';
import type { MotionRow } from '../../shared/journal/row';
import type { MotionKind } from '../../shared/motion/motion';
import { inOrderOfPlace, type OrderOfBusiness } from '../../shared/motion/order-of-business';
import { inOrderOfNumber } from '../../shared/report/agenda-order';
import { listRelease } from './release';
import type { Memory } from './memory';

type Rows = Pick<Memory, 'database'>;

/** The sessions of a conference as its office published them; none where it published none. */
export async function listSessions({ database }: Rows, conferenceId: string): Promise<OrderOfBusiness> {
  return inOrderOfPlace(await database.orderOfBusiness.where({ conferenceId }).toArray());
}

/** A motion of an office's next version, under its official id. */
export type PlaceableMotion = {
  readonly id: MotionId;
  readonly kind: MotionKind;
  readonly number?: string;
  readonly title: string;
};

export type NextOrder = {
  readonly sessions: OrderOfBusiness;
  /** All motions that the next version holds, as the agenda numbers them. */
  readonly motions: readonly PlaceableMotion[];
};

/** The order of business of an office's next version, and what can be placed in it. */
export async function findNextOrder(store: Rows, conference: ConferenceId): Promise<NextOrder> {
  const { dexie, release, motions, orderOfBusiness } = store.database;
  return dexie.transaction('r', [release, motions, orderOfBusiness], async () => {
    const entries = await listRelease(store, conference);
    const published = await orderOfBusiness.where({ conferenceId: conference }).toArray();
    const official = await motions.where({ conferenceId: conference, origin: 'office' }).toArray();
    const placeable = new Map(official.map((row) => [recordNameOf(conference, row.id), row]));
    const put = entries.filter((entry) => entry.kind === 'motion');
    const papers = await motions.bulkGet(put.map(({ paper }) => paper));
    put.forEach(({ record }, at) => {
      const paper = papers[at];
      if (paper !== undefined) placeable.set(record, paper);
    });
    for (const entry of entries) if (entry.kind === 'removed') placeable.delete(entry.record);
    const named = [...placeable].map(([record, row]) => placeableOf(motionId(officialId(conference, record)), row));
    return { sessions: nextOrder(conference, published, entries), motions: inOrderOfNumber(named) };
  });
}

function placeableOf(id: MotionId, { kind, number, title }: MotionRow): PlaceableMotion {
  return { id, kind, ...(number === undefined ? {} : { number }), title };
}
