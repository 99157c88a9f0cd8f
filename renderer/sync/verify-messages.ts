// What the page and its verifying worker say to each other, over a port of their own.

import type { TrackedText } from '../../shared/amendment/tracked-runs';
import type { BundleFailure } from '../../shared/bundle/bundle-failure';
import type { BundleSource, SourceFailure } from '../../shared/bundle/bundle-source';
import type { VerificationProgress } from '../../shared/bundle/verification';
import type { ConferenceId, MotionId } from '../../shared/ids';
import type { MergeDescription } from '../../shared/merge/describe-merge';
import type { Conference } from '../../shared/motion/conference';
import type { Result } from '../../shared/result';
import type { BundleFacts, ReceivedParts } from '../storage/official-news';

/** The first message to a worker; the port comes with it. `database`: the name of the working copy. */
export type VerifyOrder = {
  readonly database: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Of the source that the page hands parts of. */
  readonly source: BundleSource['kind'];
  readonly what:
    | { readonly kind: 'conference'; readonly conference: ConferenceId; readonly isExpected: boolean }
    | { readonly kind: 'file'; readonly bytes: Uint8Array }
    /** What is kept of a conference as it was received, as if nothing were trusted yet. */
    | { readonly kind: 'kept'; readonly conference: ConferenceId };
};

/** What there is to show of verified papers; the papers stay in the worker. */
export type OfferOutline = {
  readonly bundle: BundleFacts;
  /** The conference as the office names it now. */
  readonly title: Conference;
  /** At most so many changes as a person may look through, in the order of the agenda; the counts are of all. */
  readonly description: MergeDescription;
};

/** A part of the bundle, which only the page can get. */
export type WantedPart =
  | { readonly kind: 'root'; readonly version: number }
  | { readonly kind: 'head' }
  | { readonly kind: 'object'; readonly sha256: string; readonly size: number };

/** What the page wants of papers that were verified. */
export type Wish =
  | { readonly kind: 'received'; readonly lot: number }
  /** Its rows, or only the texts of its motions. */
  | { readonly kind: 'write'; readonly what: 'rows' | 'texts' }
  | { readonly kind: 'compare'; readonly motion: MotionId };

export type Fulfilment =
  | { readonly kind: 'received'; readonly parts: ReceivedParts | undefined }
  | { readonly kind: 'write'; readonly isWritten: boolean }
  /** Undefined when the motion is not held, or not in what was verified. */
  | { readonly kind: 'compare'; readonly text: TrackedText | undefined };

export type FromWorker =
  | { readonly kind: 'ask'; readonly id: number; readonly part: WantedPart }
  | { readonly kind: 'progress'; readonly progress: VerificationProgress }
  /** After a failure, or what is no news, the worker has nothing more to do; else it waits for wishes. */
  | { readonly kind: 'answer'; readonly answer: Result<OfferOutline, BundleFailure> }
  | { readonly kind: 'fulfilled'; readonly id: number; readonly fulfilment: Fulfilment };

export type ToWorker =
  | { readonly kind: 'part'; readonly id: number; readonly answer: Result<Uint8Array, SourceFailure> }
  | { readonly kind: 'wish'; readonly id: number; readonly wish: Wish };
