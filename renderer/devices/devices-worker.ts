// The worker in which orders for own devices are carried out.

import type { Result } from '../../shared/result';
import { compression, cryptography } from '../app/cryptography';
import { textCodec } from '../app/text-codec';
import { catchUp } from '../storage/catch-up';
import { serveOrder, type OrderPlace } from '../storage/serve-order';
import type { ToOrderWorker } from '../storage/worker-messages';
import { carryOut } from './carry-out-order';
import type { Desk } from './device-desk';
import type { DeviceAnswer, DeviceFailure, DeviceOrder } from './device-orders';

globalThis.addEventListener('message', ({ data, ports }: MessageEvent<ToOrderWorker<DeviceOrder>>) =>
  serveOrder(data, ports, inDevices),
);

async function inDevices(
  order: DeviceOrder,
  { database, store, now, ask }: OrderPlace,
): Promise<Result<DeviceAnswer, DeviceFailure>> {
  const desk = deskThrough(ask);
  return carryOut(order, {
    desk,
    store,
    platform: { compression, cryptography, text: textCodec },
    now,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    catchUp: async () => catchUp({ name: store, database, desktop: desk }),
  });
}

function deskThrough(ask: OrderPlace['ask']): Desk {
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
