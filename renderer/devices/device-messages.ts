// What the page and the worker for own devices say to each other, over a port of their own.

import type { DesktopArguments, StoreName } from '../../shared/desktop-contract';
import type { Result } from '../../shared/result';
import type { DeskRequest } from './device-desk';
import type { DeviceAnswer, DeviceFailure, DeviceOrder } from './device-orders';

/** The one message to a worker; the port comes with it. `database`: the name of the working copy. */
export type ToDeviceWorker = {
  readonly order: DeviceOrder;
  readonly database: string;
  readonly store: StoreName;
  /** Epoch milliseconds. */
  readonly now: number;
};

export type DeskAsk<Name extends DeskRequest> = { readonly name: Name; readonly args: DesktopArguments<Name> };

export type FromDeviceWorker =
  /** Something of the doorkeeper, to be answered on the port that comes with it. */
  | { readonly kind: 'ask'; readonly ask: DeskAsk<DeskRequest> }
  /** The last message. */
  | { readonly kind: 'answer'; readonly answer: Result<DeviceAnswer, DeviceFailure> };
