// Carries out what the page asks about logs. Runs in a worker: it hashes, verifies and writes rows.

import { fail, succeed, type Result } from '../../shared/result';
import type { SendFailure } from '../app/sending-message';
import { hearDelegation } from './hear-delegation';
import { fileOfOwnLog, sendOwnLog } from './own-logs';
import type { OwnLog, SendingAnswer, SendingOrder, SendingPlace, SentNews } from './sending-orders';

/** Carries out one order. Orders to send one log must not overlap. */
export async function carryOutSending(order: SendingOrder, place: SendingPlace): Promise<SendingAnswer> {
  switch (order.kind) {
    case 'send':
      return { kind: 'sent', result: await sendAndHear(order.log, place) };
    case 'file':
      return { kind: 'file', result: await fileOfOwnLog(place, order.log) };
  }
}

async function sendAndHear(log: OwnLog, place: SendingPlace): Promise<Result<SentNews, SendFailure>> {
  const sent = await sendOwnLog(place, log);
  if (!sent.ok) return sent;
  const { sent: count, lost, isRenewed, device } = sent.value;
  const news = { sent: count, lost, isRenewed };
  if (log.stream === 'office') return succeed(news);
  const heard = await hearDelegation(place, log.conference, device);
  return heard.ok ? succeed({ ...news, heard: heard.value }) : fail(heard.error);
}
