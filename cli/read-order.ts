// The order of business as an office writes it down for `rostrum publish --order`: sessions, and what is taken in each.

import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { matchPapers } from '../shared/bundle/match-papers';
import { officialId } from '../shared/bundle/official-ids';
import { sessionId, type ConferenceId, type NewId } from '../shared/ids';
import type { Motion } from '../shared/motion/motion';
import type { BusinessItem, OrderOfBusiness, Session } from '../shared/motion/order-of-business';
import { fail, succeed, type Result } from '../shared/result';

/** `message` names the file, and what of it cannot be used. */
export type OrderFailure = { readonly kind: 'not-an-order' | 'motion-missing'; readonly message: string };

const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1024));

const orderSchema = v.array(
  v.strictObject({
    title: words,
    time: v.exactOptional(words),
    items: v.array(v.union([v.strictObject({ motion: words }), v.strictObject({ line: words })])),
  }),
);

export type OrderToRead = {
  readonly conference: ConferenceId;
  readonly motions: readonly Motion[];
  /** The sessions of the version before: one of the same title goes on. */
  readonly previous: readonly Session[];
  /** Makes the part of an id that stands after its letter. */
  readonly newId: NewId;
};

/** Reads the file; a motion is named by its number, else by its title. */
export async function readOrder(path: string, order: OrderToRead): Promise<Result<OrderOfBusiness, OrderFailure>> {
  const read = v.safeParse(orderSchema, parsed(await readFile(path, 'utf8')));
  if (!read.success) {
    const where = v.getDotPath(read.issues[0]) ?? 'the whole';
    return fail({ kind: 'not-an-order', message: `${path} is no order of business: ${where} cannot be read.` });
  }
  const known = new Map(order.previous.map(({ title, id }) => [title, id]));
  const sessions: Session[] = [];
  for (const { title, time, items: named } of read.output) {
    const items: BusinessItem[] = [];
    for (const item of named) {
      const motion = 'motion' in item ? findMotion(item.motion, order.motions) : undefined;
      if ('line' in item) items.push({ kind: 'line', words: item.line });
      else if (motion === undefined) {
        const message = `${path} takes ${item.motion} in ${title}, which is not among the papers.`;
        return fail({ kind: 'motion-missing', message });
      } else items.push({ kind: 'motion', motion: motion.id });
    }
    const id = known.get(title) ?? sessionId(officialId(order.conference, `s${order.newId()}`));
    known.delete(title);
    const place = sessions.length + 1;
    sessions.push({ id, conferenceId: order.conference, place, title, ...(time === undefined ? {} : { time }), items });
  }
  return succeed(sessions);
}

function findMotion(named: string, motions: readonly Motion[]): Motion | undefined {
  const wanted = { number: named.replace(/^(?:motion|composite)\s+/i, ''), title: named };
  const candidates = motions.map((motion) => candidateOf(motion));
  return matchPapers([wanted], candidates)[0]?.motion;
}

function candidateOf(motion: Motion) {
  const { number, text } = motion;
  return { ...(number === undefined ? {} : { number }), title: text.title, motion };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
