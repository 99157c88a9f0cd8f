// What the page and the office's worker say to each other, over a port of their own.

import type { BundleFailure } from '../../shared/bundle/bundle-failure';
import type { NamedConference } from '../../shared/bundle/conference-of-roots';
import type { Inbox } from '../../shared/bundle/inbox';
import type { LogFileFailure } from '../../shared/bundle/log-file';
import type { PublishFailure } from '../../shared/bundle/publish-bundle';
import type { InboxTrouble } from '../../shared/bundle/read-inbox';
import type { DesktopAnswer, DesktopArguments, FolderFailure, KeepFailure } from '../../shared/desktop-contract';
import type { AppliedBundle } from '../../shared/journal/entry';
import type { MergeDescription, PaperChange } from '../../shared/merge/describe-merge';
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
  /** What the next version would change; with a `fingerprint`, as soon as it is made of something else than that. */
  | { readonly kind: 'preview'; readonly fingerprint?: string }
  /** Which papers of a conference here are not in the next version, and the entries that would put them in. */
  | { readonly kind: 'choose'; readonly from: string }
  | { readonly kind: 'publish'; readonly folder: string; readonly note?: string; readonly isMassRemovalMeant: boolean }
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
  /** A motion's title; an amendment's wording. */
  readonly title: string;
  /** What the next version does to it; absent when it stays as it is. */
  readonly change?: PaperChange['kind'];
  readonly isWithdrawn: boolean;
  /** Whether something is put together for it here; else it stands as published. */
  readonly isPutIn: boolean;
};

/** Papers that could be put in: each motion with the entries of its amendments. */
export type Choosable = {
  readonly motions: readonly {
    readonly number?: string;
    readonly title: string;
    /** Its own, unless it is in already, and those of its amendments that are not. */
    readonly entries: readonly ReleaseEntry[];
  }[];
};

export type Preview = {
  /** Motions in the order of the agenda, each followed by its amendments. */
  readonly papers: readonly ListedPaper[];
  /** How many papers change, and in which ways; `papers` says which. */
  readonly changed: number;
  readonly description: Pick<MergeDescription, 'counts'>;
  readonly removed: number;
  readonly of: number;
  /** Records and submissions that cannot be in it, because their motion is not. */
  readonly left: readonly string[];
  /** Records that it will have, by kind. */
  readonly counts: Readonly<Record<string, number>>;
  /** Receipts and devices that are new or changed: they travel with the papers. */
  readonly officeChanges: number;
};

export type OfficeOutcome =
  | { readonly kind: 'looked'; readonly looked: Looked }
  | { readonly kind: 'preview'; readonly preview: Preview; readonly fingerprint: string }
  | { readonly kind: 'chosen'; readonly choosable: Choosable }
  | { readonly kind: 'published'; readonly published: VersionName; readonly isNoted: boolean }
  | {
      readonly kind: 'taken-over';
      readonly published: VersionName;
      /** Records that the other station changed and this one had not: what is put in for them here is out of date. */
      readonly outdated: readonly string[];
    }
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
  | { readonly kind: 'nothing-there' }
  | { readonly kind: 'damaged-office' };

/** Requests of the doorkeeper that the worker makes through the page. */
export type WorkerRequest =
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
  | { readonly kind: 'journal'; readonly id: number; readonly applied: AppliedBundle }
  | { readonly kind: 'progress'; readonly progress: PublishProgress }
  | { readonly kind: 'answer'; readonly answer: Result<OfficeOutcome, OfficeWorkFailure> };

/** The answer to a request or a deed as it was given: whoever waits for it knows its type, as with JSON.parse. */
export type ToWorker = { readonly id: number; readonly answer: ReturnType<typeof JSON.parse> };
