// The page's side of orders that workers carry out, so that the window keeps answering: one worker an order, and of the
// doorkeeper only what such orders need.

import type { DesktopRequestName } from '../../shared/desktop-contract';
import type { Store } from './store';
import type { DeskAsk, FromOrderWorker, ToOrderWorker } from './worker-messages';

export type OrderedWork<Order> = {
  readonly order: Order;
  /** What the worker may ask of the doorkeeper; the page passes on nothing else. */
  readonly requests: readonly DesktopRequestName[];
  /** Starts the worker, which answers by `serveOrder`. */
  readonly begin: () => Promise<Worker>;
};

/** Has a worker carry out an order. Rejects only by a bug. */
export async function orderInWorker<Answer, Order>(
  store: Store,
  { order, requests, begin }: OrderedWork<Order>,
): Promise<Answer> {
  const { port1: port, port2 } = new MessageChannel();
  const worker = await begin();
  const answer = new Promise<Answer>((resolve, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(`An order's worker ended: ${message}`)));
    port.addEventListener('message', ({ data, ports }: MessageEvent<FromOrderWorker<Answer>>) => {
      if (data.kind === 'answer') resolve(data.answer);
      else if (!requests.includes(data.ask.name)) reject(new Error(`A worker may not ask for ${data.ask.name}`));
      else for (const reply of ports) passOn(store, data.ask, reply).catch(reject);
    });
    port.start();
  });
  const message: ToOrderWorker<Order> = {
    order,
    database: store.database.dexie.name,
    store: store.name,
    now: store.now(),
  };
  worker.postMessage(message, [port2]);
  return answer.finally(() => {
    worker.terminate();
    port.close();
  });
}

async function passOn<Name extends DesktopRequestName>(
  { desktop }: Store,
  { name, args }: DeskAsk<Name>,
  port: MessagePort,
): Promise<void> {
  const answer = await desktop[name](args);
  port.postMessage(answer);
}
