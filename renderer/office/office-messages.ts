// What the page and the office's worker say to each other, over a port of their own.

import type { BundleFailure } from '../../shared/bundle/bundle-failure';
import type { NamedConference } from '../../shared/bundle/conference-of-roots';
import type { Inbox } from '../../shared/bundle/inbox';
import type { LogFileFailure } from '../../shared/bundle/log-file';
import type { PublishFailure } from '../../shared/bundle/publish-bundle';
import type { InboxTrouble } from '../../shared/bundle/read-inbox';
import type { DesktopAnswer, DesktopArguments, FolderFailure, KeepFailure } from '../../shared/desktop-contract';
import type { MergeDescription, PaperChange } from '../../shared/merge/describe-merge';
import type { DecisionKey } from '../../shared/motion/decision';
import type { OfficeFailure } from '../../shared/office-contract';
import type { ReleaseEntry } from '../../shared/bundle/release-entry';
import type { Result } from '../../shared/result';

/** The one order that a worker gets; the port comes with it. `workingCopy`: the name of its database. */
export type OfficeOrder = {
  readonly workingCopy: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly office: string;
  readonly conference: NamedConference;
  readonly task: OfficeTask;
};

export type OfficeTask =
  /** Which version stands where the office publishes, and whether it is the one that is known here. */
  | { readonly kind: 'look'; readonly folder: string }
  /** What the next version would change, told anew as often as it is made of something else; it has no other answer. */
  | { readonly kind: 'watch' }
  /** Which papers of a conference here are not in the next version, and the entries that would put them in. */
  | { readonly kind: 'choose'; readonly from: string }
  /** Puts all of these in. */
  | { readonly kind: 'put-in'; readonly from: string }
  /** Puts entries back to what they were before. */
  | { readonly kind: 'restore'; readonly deed: ReleaseDeed }
  /** `plan`: the one that was shown, and no other is to be signed. */
  | {
      readonly kind: 'publish';
      readonly folder: string;
      readonly plan: string;
      readonly note?: string;
      readonly isMassRemovalMeant: boolean;
    }
  /** Takes over what another station published. */
  | { readonly kind: 'take-over'; readonly folder: string }
  | { readonly kind: 'read-inbox'; readonly folder: string }
  | { readonly kind: 'read-file'; readonly bytes: Uint8Array };

/** A published version as people name it. */
export type VersionName = { readonly version: number; readonly words: string };

export type Looked =
  /** Nothing is published there. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'current'; readonly published: VersionName }
  /** Something else stands there than this computer knows of. */
  | { readonly kind: 'other'; readonly published: VersionName | undefined };

/** A motion or amendment of the next version, or one that goes. */
export type ListedPaper = {
  /** What it is called in the bundle. */
  readonly record: string;
  readonly paper: 'motion' | 'amendment';
  readonly number?: string;
  /** The record of the motion that it is, or amends. */
  readonly motion: string;
  readonly decision?: DecisionKey;
  /** A motion's title; an amendment's wording. */
  readonly title: string;
  /** What the next version does to it; absent when it stays as it is. */
  readonly change?: PaperChange['kind'];
  readonly isWithdrawn: boolean;
  /** Whether something is put together for it here; else it stands as published. */
  readonly isPutIn: boolean;
};

/** A motion that could be put in. */
export type ChoosableMotion = {
  readonly number?: string;
  readonly title: string;
  /** Its own, unless it is in already, and those of its amendments that are not. */
  readonly entries: readonly ReleaseEntry[];
};

/** Papers that could be put in. Of each list the page gets the beginning. */
export type Choosable = {
  /** Papers that were never in a version, or are no longer in the next one. */
  readonly motions: readonly ChoosableMotion[];
  readonly ofMotions: number;
  readonly counts: PaperCounts;
  /** What the office withdrew or takes out: never among the others. */
  readonly withdrawn: readonly ChoosableMotion[];
  readonly ofWithdrawn: number;
};

export type PaperCounts = { readonly motions: number; readonly amendments: number };

/** The next version as far as the page shows it: thousands of papers stay in the worker. */
export type Preview = {
  /** Another whenever the version is put together anew. */
  readonly edition: number;
  /** Hash of what the version changes (`plan-hash.ts`). */
  readonly plan: string;
  readonly papers: PaperCounts;
  /** The first papers with the wanted words, motions in the order of the agenda, each followed by its amendments. */
  readonly listed: readonly ListedPaper[];
  /** How many have the words, and how many there are, those that go included. */
  readonly found: number;
  readonly all: number;
  /** The first of the papers that change; how many change, and in which ways. */
  readonly changes: readonly ListedPaper[];
  readonly changed: number;
  readonly description: Pick<MergeDescription, 'counts' | 'business'>;
  readonly removed: number;
  readonly of: number;
  /** How many records and submissions cannot be in it, because their motion is not. */
  readonly left: number;
  /** Receipts and devices that are new or changed: they travel with the papers. */
  readonly officeChanges: number;
};

/** What a deed on many entries did, and what undoes it. */
export type ReleaseDeed = { readonly records: readonly string[]; readonly before: readonly ReleaseEntry[] };

export type OfficeOutcome =
  | { readonly kind: 'looked'; readonly looked: Looked }
  | { readonly kind: 'chosen'; readonly choosable: Choosable }
  | { readonly kind: 'put-in'; readonly counts: PaperCounts; readonly deed: ReleaseDeed }
  | { readonly kind: 'restored' }
  | { readonly kind: 'published'; readonly published: VersionName; readonly isNoted: boolean }
  | { readonly kind: 'taken-over'; readonly published: VersionName }
  | {
      readonly kind: 'inbox';
      readonly inbox: Inbox;
      readonly news: number;
      readonly troubles: readonly InboxTrouble<FolderFailure | LogFileFailure>[];
    };

export type OfficeWorkFailure =
  | { readonly kind: 'folder'; readonly failure: FolderFailure }
  | { readonly kind: 'office'; readonly failure: OfficeFailure }
  | { readonly kind: 'keep'; readonly failure: KeepFailure }
  /** What was published before, or what would be, does not verify. */
  | { readonly kind: 'bundle'; readonly failure: BundleFailure }
  | { readonly kind: 'publish'; readonly failure: PublishFailure }
  | { readonly kind: 'unreadable-record'; readonly where: string }
  /** Another version stands where this one was to be published. */
  | { readonly kind: 'other-station'; readonly published: VersionName | undefined }
  /** The version that was shown is not the one that would be signed now. */
  | { readonly kind: 'changed-since' }
  | { readonly kind: 'nothing-there' }
  | { readonly kind: 'damaged-office' };

/** Requests of the doorkeeper that the worker makes through the page. */
export type WorkerRequest =
  | 'readJournal'
  | 'appendToJournal'
  | 'readOfficial'
  | 'keepOfficial'
  | 'readFromFolder'
  | 'listFolder'
  | 'writeToFolder'
  | 'signForOffice'
  | 'readOfficeFile'
  | 'keepOfficeFile';

/** The doorkeeper as the worker has it. */
export type OfficeDesktop = {
  readonly [Name in WorkerRequest]: (args: DesktopArguments<Name>) => Promise<DesktopAnswer<Name>>;
};

export type PublishProgress = {
  readonly step: 'reading' | 'signing' | 'writing' | 'last';
  readonly done: number;
  readonly of: number;
};

export type WorkerAsk = {
  readonly [Name in WorkerRequest]: {
    readonly kind: 'ask';
    readonly id: number;
    readonly name: Name;
    readonly args: DesktopArguments<Name>;
  };
}[WorkerRequest];

export type FromWorker =
  | WorkerAsk
  | { readonly kind: 'next'; readonly next: Result<Preview, OfficeWorkFailure> }
  /** Something else was published or decided; the next version is told anew in a moment. */
  | { readonly kind: 'outdated' }
  | { readonly kind: 'progress'; readonly progress: PublishProgress }
  | { readonly kind: 'answer'; readonly answer: Result<OfficeOutcome, OfficeWorkFailure> };

export type ToWorker =
  /** The answer to a request as it was given: whoever waits for it knows its type, as with JSON.parse. */
  { readonly kind: 'answer'; readonly id: number; readonly answer: ReturnType<typeof JSON.parse> } | ToWatcher;

/** What the page says to the one who watches the next version. */
export type ToWatcher =
  /** List the papers with these words. */
  | { readonly kind: 'find'; readonly words: string }
  /** Whether more changes are about to come, so that putting together has to wait for the last. */
  | { readonly kind: 'hold'; readonly isHeld: boolean }
  /** The office's own files may be others. */
  | { readonly kind: 'office-changed' };
