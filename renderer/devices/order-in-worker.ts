// The page's side of orders for own devices: one worker an order, one order at a time in all windows, and of the
// doorkeeper only what such orders need.

import type { Result } from '../../shared/result';
import { trustedScriptAddress } from '../app/trusted-types';
import type { Store } from '../storage/store';
import { deskRequests, type Desk, type DeskRequest } from './device-desk';
import type { DeskAsk, FromDeviceWorker, ToDeviceWorker } from './device-messages';
import type { DeviceAnswer, DeviceFailure, DeviceOrder } from './device-orders';

export type OrderAnswer = Result<DeviceAnswer, DeviceFailure>;

/** Carries `order` out when those before it, of whatever window, are done. */
export async function orderInWorker(store: Store, order: DeviceOrder): Promise<OrderAnswer> {
  const name = `own-devices-${store.database.dexie.name}`;
  return navigator.locks.request(name, async () => inWorker(store, order));
}

async function inWorker(store: Store, order: DeviceOrder): Promise<OrderAnswer> {
  const { port1: port, port2 } = new MessageChannel();
  const address = (await import('./devices-worker?worker&url')).default;
  const worker = new Worker(trustedScriptAddress(address), { type: 'module' });
  const answer = new Promise<OrderAnswer>((resolve, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(`An order for own devices ended: ${message}`)));
    port.addEventListener('message', ({ data, ports }: MessageEvent<FromDeviceWorker>) => {
      if (data.kind === 'answer') resolve(data.answer);
      else for (const reply of ports) passOn(store.desktop, data.ask, reply).catch(reject);
    });
    port.start();
  });
  const message: ToDeviceWorker = {
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

async function passOn<Name extends DeskRequest>(
  desk: Desk,
  { name, args }: DeskAsk<Name>,
  port: MessagePort,
): Promise<void> {
  if (!deskRequests.includes(name)) throw new Error(`Own devices may not ask for ${name}`);
  const answer = await desk[name](args);
  port.postMessage(answer);
}
