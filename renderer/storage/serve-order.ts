// The worker's side of an order: it writes the rows itself; the doorkeeper it asks through the page, which alone can
// reach it.

import type { DesktopAnswer, DesktopArguments, DesktopRequestName, StoreName } from '../../shared/desktop-contract';
import { declareDatabase, type Database } from './database';
import type { DeskAsk, FromOrderWorker, ToOrderWorker } from './worker-messages';

/** What an order is carried out with. */
export type OrderPlace = {
  readonly database: Database;
  readonly store: StoreName;
  /** Epoch milliseconds. */
  readonly now: number;
  /** A request of the contract, as the doorkeeper itself would answer it. */
  readonly ask: <Name extends DesktopRequestName>(
    name: Name,
  ) => (args: DesktopArguments<Name>) => Promise<DesktopAnswer<Name>>;
};

/** Has this worker carry out the one order that has come, and answer on its port. Then it is done. */
export function serveOrder<Order>(
  message: ToOrderWorker<Order>,
  ports: readonly MessagePort[],
  carryOut: (order: Order, place: OrderPlace) => Promise<unknown>,
): void {
  const [port] = ports;
  // A bug is told to the page by the worker's error event, which a rejected promise alone would not bring about.
  if (port !== undefined) serve(message, port, carryOut).catch(reportError);
}

async function serve<Order>(
  { order, database: name, store, now }: ToOrderWorker<Order>,
  port: MessagePort,
  carryOut: (order: Order, place: OrderPlace) => Promise<unknown>,
): Promise<void> {
  // Whoever upgrades the working copy meanwhile is not kept waiting; the rows follow at the next start.
  const database = declareDatabase(name, () => undefined);
  const ask: OrderPlace['ask'] = (request) => async (args) => askPage(port, { name: request, args });
  const answer = await carryOut(order, { database, store, now, ask });
  database.dexie.close();
  const message: FromOrderWorker<unknown> = { kind: 'answer', answer };
  port.postMessage(message);
}

/** Each question comes with a port of its own, on which nothing but its answer arrives. */
async function askPage<Name extends DesktopRequestName>(
  port: MessagePort,
  ask: DeskAsk<Name>,
): Promise<DesktopAnswer<Name>> {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<DesktopAnswer<Name>>((resolve) => {
    port1.addEventListener('message', ({ data }: MessageEvent<DesktopAnswer<Name>>) => resolve(data), { once: true });
    port1.start();
  });
  const message: FromOrderWorker<never> = { kind: 'ask', ask };
  port.postMessage(message, [port2]);
  return answer.finally(() => port1.close());
}
