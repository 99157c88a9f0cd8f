// The worker that verifies and plans, and that writes the rows of what is taken over, so that the window keeps
// answering. It reads and writes the working copy itself; parts of the bundle it asks the page for, which alone can
// reach the doorkeeper.

import type { BundleSource, SourceFailure } from '../../shared/bundle/bundle-source';
import { succeed } from '../../shared/result';
import type { Result } from '../../shared/result';
import { declareDatabase } from '../storage/database';
import type { FromWorker, Fulfilment, ToWorker, VerifyOrder, WantedPart, Wish } from './verify-messages';
import { carryOut } from './verify-office';
import type { Reading, VerifiedOffer } from './verify-office';

type Say = (message: FromWorker) => void;

globalThis.addEventListener('message', ({ data, ports }: MessageEvent<VerifyOrder>) => {
  const [port] = ports;
  // A bug is told to the page by the worker's error event, which a rejected promise alone would not bring about.
  if (port !== undefined) serve(data, port).catch(reportError);
});

async function serve(order: VerifyOrder, port: MessagePort): Promise<void> {
  const say: Say = (message) => port.postMessage(message);
  const source = sourceBehind(port, say, order.source);
  // Whoever upgrades the working copy meanwhile is not kept waiting: the connection closes, and this worker fails.
  const database = declareDatabase(order.database, () => undefined);
  const onProgress: Reading['onProgress'] = (progress) => say({ kind: 'progress', progress });
  const offer = await carryOut({ database, now: order.now, onProgress }, order.what, source);
  if (offer.ok && offer.value.outline.bundle.isNews) fulfilWishes(port, say, offer.value);
  else database.dexie.close();
  say({ kind: 'answer', answer: offer.ok ? succeed(offer.value.outline) : offer });
}

function fulfilWishes(port: MessagePort, say: Say, offer: VerifiedOffer): void {
  port.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    if (data.kind !== 'wish') return;
    fulfil(offer, data.wish)
      .then((fulfilment) => say({ kind: 'fulfilled', id: data.id, fulfilment }))
      .catch(reportError);
  });
}

async function fulfil({ news, compare }: VerifiedOffer, wish: Wish): Promise<Fulfilment> {
  switch (wish.kind) {
    case 'received':
      return { kind: 'received', parts: await news.received(wish.lot) };
    case 'write':
      return { kind: 'write', isWritten: await (wish.what === 'rows' ? news.writeRows() : news.writeTexts()) };
    case 'compare':
      return { kind: 'compare', text: await compare(wish.motion) };
  }
}

/** What the page can reach, as a source like any other. */
function sourceBehind(port: MessagePort, say: Say, kind: BundleSource['kind']): BundleSource {
  const waiting = new Map<number, (answer: Result<Uint8Array, SourceFailure>) => void>();
  let lastId = 0;
  port.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    if (data.kind !== 'part') return;
    waiting.get(data.id)?.(data.answer);
    waiting.delete(data.id);
  });
  port.start();
  const ask = async (part: WantedPart): Promise<Result<Uint8Array, SourceFailure>> =>
    new Promise((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      say({ kind: 'ask', id: lastId, part });
    });
  return {
    kind,
    // The doorkeeper has kept what it fetched, or had it all along.
    keepsObjects: true,
    root: async (version) => ask({ kind: 'root', version }),
    head: async () => ask({ kind: 'head' }),
    object: async (sha256, size) => ask({ kind: 'object', sha256, size }),
  };
}
