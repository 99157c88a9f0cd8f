// Logs are sent and read by workers; of several windows one is at a log at a time.

import { assert } from '../../shared/assert';
import type { LogTooLarge } from '../../shared/bundle/seal-device-log';
import type { FolderFailure } from '../../shared/desktop-contract';
import type { Result } from '../../shared/result';
import type { SendFailure } from '../app/sending-message';
import { trustedScriptAddress } from '../app/trusted-types';
import { orderInWorker } from '../storage/order-in-worker';
import type { Store } from '../storage/store';
import { sendingRequests, type OwnLog, type SendingAnswer, type SendingOrder, type SentNews } from './sending-orders';

/** Sends the log when no other window is at it; the delegation's others are read after. */
export async function sendInWorker(store: Store, log: OwnLog): Promise<Result<SentNews, SendFailure>> {
  const lock = `${store.database.dexie.name}/${log.conference}/${log.stream}`;
  const answer = await navigator.locks.request(lock, async () => inWorker(store, { kind: 'send', log }));
  assert(answer.kind === 'sent', 'an order is answered in kind');
  return answer.result;
}

/** All of the log as one file, for a stick or an e-mail. */
export async function fileInWorker(
  store: Store,
  log: OwnLog,
): Promise<Result<Uint8Array, FolderFailure | LogTooLarge>> {
  const answer = await inWorker(store, { kind: 'file', log });
  assert(answer.kind === 'file', 'an order is answered in kind');
  return answer.result;
}

async function inWorker(store: Store, order: SendingOrder): Promise<SendingAnswer> {
  return orderInWorker<SendingAnswer, SendingOrder>(store, { order, requests: sendingRequests, begin });
}

async function begin(): Promise<Worker> {
  const address = (await import('./sending-worker?worker&url')).default;
  return new Worker(trustedScriptAddress(address), { type: 'module' });
}
