// What the page and a worker that carries out an order say to each other, over a port of their own.

import type { DesktopArguments, DesktopRequestName, StoreName } from '../../shared/desktop-contract';

/** The one message to a worker; the port comes with it. `database`: the name of the working copy. */
export type ToOrderWorker<Order> = {
  readonly order: Order;
  readonly database: string;
  readonly store: StoreName;
  /** Epoch milliseconds. */
  readonly now: number;
};

/** Something of the doorkeeper, to be answered on the port that comes with it. */
export type DeskAsk<Name extends DesktopRequestName> = { readonly name: Name; readonly args: DesktopArguments<Name> };

export type FromOrderWorker<Answer> =
  | { readonly kind: 'ask'; readonly ask: DeskAsk<DesktopRequestName> }
  /** The last message. */
  | { readonly kind: 'answer'; readonly answer: Answer };
