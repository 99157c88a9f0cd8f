// The worker in which logs are sent and read, so that the window keeps answering.

import { serveOrder, type OrderPlace } from '../storage/serve-order';
import type { ToOrderWorker } from '../storage/worker-messages';
import { carryOutSending } from './carry-out-sending';
import type { SendingAnswer, SendingOrder } from './sending-orders';

globalThis.addEventListener('message', ({ data, ports }: MessageEvent<ToOrderWorker<SendingOrder>>) =>
  serveOrder(data, ports, withLogs),
);

async function withLogs(order: SendingOrder, { database, store, now, ask }: OrderPlace): Promise<SendingAnswer> {
  return carryOutSending(order, {
    name: store,
    database,
    now: () => now,
    desktop: {
      readJournal: ask('readJournal'),
      appendToJournal: ask('appendToJournal'),
      readFromFolder: ask('readFromFolder'),
      listFolder: ask('listFolder'),
      writeToFolder: ask('writeToFolder'),
      describeDevice: ask('describeDevice'),
      signDeviceHead: ask('signDeviceHead'),
      renewDevice: ask('renewDevice'),
    },
  });
}
