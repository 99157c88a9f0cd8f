// The worker in which orders for own devices are carried out, so that the window keeps answering. It writes the rows
// itself; the doorkeeper it asks through the page, which alone can reach it. One worker an order.

import type { DesktopAnswer, DesktopArguments } from '../../shared/desktop-contract';
import { compression, cryptography } from '../app/cryptography';
import { textCodec } from '../app/text-codec';
import { catchUp } from '../storage/catch-up';
import { declareDatabase } from '../storage/database';
import { carryOut } from './carry-out-order';
import type { Desk, DeskRequest } from './device-desk';
import type { DeskAsk, FromDeviceWorker, ToDeviceWorker } from './device-messages';

globalThis.addEventListener('message', ({ data, ports }: MessageEvent<ToDeviceWorker>) => {
  const [port] = ports;
  // A bug is told to the page by the worker's error event, which a rejected promise alone would not bring about.
  if (port !== undefined) serve(data, port).catch(reportError);
});

async function serve({ order, database: name, store, now }: ToDeviceWorker, port: MessagePort): Promise<void> {
  const desk = deskThrough(port);
  // Whoever upgrades the working copy meanwhile is not kept waiting; the rows follow at the next start.
  const database = declareDatabase(name, () => undefined);
  const answer = await carryOut(order, {
    desk,
    store,
    platform: { compression, cryptography, text: textCodec },
    now,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    catchUp: async () => catchUp({ name: store, database, desktop: desk }),
  });
  database.dexie.close();
  const message: FromDeviceWorker = { kind: 'answer', answer };
  port.postMessage(message);
}

function deskThrough(port: MessagePort): Desk {
  const ask =
    <Name extends DeskRequest>(name: Name) =>
    async (args: DesktopArguments<Name>): Promise<DesktopAnswer<Name>> =>
      askPage(port, { name, args });
  return {
    readJournal: ask('readJournal'),
    appendToJournal: ask('appendToJournal'),
    receiveEntries: ask('receiveEntries'),
    keepOriginal: ask('keepOriginal'),
    readOriginal: ask('readOriginal'),
    readFromFolder: ask('readFromFolder'),
    listFolder: ask('listFolder'),
    writeToFolder: ask('writeToFolder'),
    describeDevice: ask('describeDevice'),
    signDeviceHead: ask('signDeviceHead'),
    renewDevice: ask('renewDevice'),
    describeOwnKeys: ask('describeOwnKeys'),
    makeOwnKeys: ask('makeOwnKeys'),
    forgetOwnKeys: ask('forgetOwnKeys'),
    unwrapFileKey: ask('unwrapFileKey'),
    signOwnDevices: ask('signOwnDevices'),
    readOwnDevices: ask('readOwnDevices'),
    keepOwnDevices: ask('keepOwnDevices'),
  };
}

/** Each question comes with a port of its own, on which nothing but its answer arrives. */
async function askPage<Name extends DeskRequest>(port: MessagePort, ask: DeskAsk<Name>): Promise<DesktopAnswer<Name>> {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<DesktopAnswer<Name>>((resolve) => {
    port1.addEventListener('message', ({ data }: MessageEvent<DesktopAnswer<Name>>) => resolve(data), { once: true });
    port1.start();
  });
  const message: FromDeviceWorker = { kind: 'ask', ask };
  port.postMessage(message, [port2]);
  return answer.finally(() => port1.close());
}
