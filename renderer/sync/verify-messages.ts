// What the page and its verifying worker say to each other, over a port of their own.

import type { BundleFailure } from '../../shared/bundle/bundle-failure';
import type { SourceFailure } from '../../shared/bundle/bundle-source';
import type { VerificationProgress } from '../../shared/bundle/verification';
import type { ConferenceId } from '../../shared/ids';
import type { Result } from '../../shared/result';
import type { OfferOutline, OfferSlice } from './offer-slices';

/** The first message to a worker; the port comes with it. `database`: the name of the working copy. */
export type VerifyOrder = {
  readonly database: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly what:
    | { readonly kind: 'conference'; readonly conference: ConferenceId; readonly isExpected: boolean }
    | { readonly kind: 'file'; readonly bytes: Uint8Array };
};

/** A part of the bundle, which only the page can get. */
export type WantedPart =
  | { readonly kind: 'root'; readonly version: number }
  | { readonly kind: 'head' }
  | { readonly kind: 'object'; readonly sha256: string; readonly size: number };

export type FromWorker =
  | { readonly kind: 'ask'; readonly id: number; readonly part: WantedPart }
  | { readonly kind: 'progress'; readonly progress: VerificationProgress }
  /** The next one comes when the page says so: between two of them it is free for everything else. */
  | { readonly kind: 'slice'; readonly slice: OfferSlice }
  /** The last message. The slices came before it. */
  | { readonly kind: 'answer'; readonly answer: Result<OfferOutline, BundleFailure> };

export type ToWorker =
  | { readonly kind: 'part'; readonly id: number; readonly answer: Result<Uint8Array, SourceFailure> }
  | { readonly kind: 'next-slice' };
