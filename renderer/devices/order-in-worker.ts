// Orders for own devices are carried out by workers, one at a time in all windows.

import type { Result } from '../../shared/result';
import { trustedScriptAddress } from '../app/trusted-types';
import { orderInWorker as inWorker } from '../storage/order-in-worker';
import type { Store } from '../storage/store';
import { deskRequests } from './device-desk';
import type { DeviceAnswer, DeviceFailure, DeviceOrder } from './device-orders';

export type OrderAnswer = Result<DeviceAnswer, DeviceFailure>;

/** Carries `order` out when those before it, of whatever window, are done. */
export async function orderInWorker(store: Store, order: DeviceOrder): Promise<OrderAnswer> {
  const name = `own-devices-${store.database.dexie.name}`;
  return navigator.locks.request(name, async () =>
    inWorker<OrderAnswer, DeviceOrder>(store, { order, requests: deskRequests, begin }),
  );
}

async function begin(): Promise<Worker> {
  const address = (await import('./devices-worker?worker&url')).default;
  return new Worker(trustedScriptAddress(address), { type: 'module' });
}
