// What the page may ask of the worker for own devices, and what comes back: plain data, sent between the two.

import type { FolderFailure, KeepFailure } from '../../shared/desktop-contract';
import type { RecoveryFailure } from '../../shared/bundle/recovery-kit';
import type { DeviceRequest, RequestFailure } from '../../shared/bundle/self-enrol';
import type { OwnDevices } from '../../shared/bundle/self-identity';
import type { FoundIdentity } from '../../shared/bundle/self-membership';
import type { SelfPushFailure } from '../../shared/bundle/self-push';
import type { PeerTrouble, SelfSyncFailure } from '../../shared/bundle/self-sync';

export type RecoveryKit = { readonly kit: string; readonly words: string };

export type DeviceOrder =
  | { readonly kind: 'describe' }
  /** A round with the others. */
  | { readonly kind: 'sync' }
  /** A new identity, as a kit that is shown before anything is founded on it. */
  | { readonly kind: 'make-kit' }
  /** The first computer: its kit is opened with its words, which proves both, and the list is founded. */
  | ({ readonly kind: 'found'; readonly label: string } & RecoveryKit)
  /** A computer that comes (back) with the kit. */
  | ({ readonly kind: 'restore'; readonly label: string } & RecoveryKit)
  /** A further computer: asks to be put on the list. */
  | { readonly kind: 'ask'; readonly label: string }
  /** Looks in the folder for lists that this computer was put on. */
  | { readonly kind: 'look' }
  | { readonly kind: 'join'; readonly identity: string }
  | { readonly kind: 'read-request'; readonly text: string }
  | { readonly kind: 'add'; readonly request: DeviceRequest }
  | { readonly kind: 'remove'; readonly device: string }
  | { readonly kind: 'pause'; readonly isPaused: boolean }
  /** Takes the keys and the memory off this computer; what was written stays. */
  | { readonly kind: 'stop' };

/** How this computer stands to the delegate's other ones. */
export type Overview =
  | { readonly kind: 'none' }
  /** It asks to be put on a list: as text for the other computer, and in words for both screens. */
  | { readonly kind: 'asking'; readonly label: string; readonly text: string; readonly words: string }
  | MemberOverview;

export type MemberOverview = {
  readonly kind: 'member';
  readonly label: string;
  readonly device: string;
  /** Six words of the identity. */
  readonly words: string;
  readonly isPaused: boolean;
  /** Whether this computer writes the list. */
  readonly holdsList: boolean;
  readonly list?: OwnDevices;
  readonly standing: 'listed' | 'not-listed' | 'removed';
  /** Not on the list under its present key: what the other computer needs to put it there (again). */
  readonly request?: { readonly text: string; readonly words: string };
  /** Device → the moment of its last sending, by its own clock. */
  readonly lastSeen: Readonly<Record<string, string>>;
  /** Entries of other devices that no key here opens. */
  readonly locked: number;
  /** Epoch milliseconds of the last time that all went well. */
  readonly syncedAt?: number;
};

/** What a round came to. */
export type Round = {
  readonly received: number;
  readonly sent: number;
  readonly lost: number;
  readonly troubles: readonly PeerTrouble<DeskFailure>[];
  /** Another computer signs with this one's key; this one has a new key now. */
  readonly wasTwin: boolean;
};

export type DeskFailure = FolderFailure | KeepFailure;

export type DeviceFailure =
  | DeskFailure
  | SelfSyncFailure<DeskFailure>
  | SelfPushFailure<DeskFailure>
  | RequestFailure
  | RecoveryFailure
  | { readonly kind: 'too-many-devices'; readonly limit: number }
  /** There is nothing to go round with: this computer is not one of several. */
  | { readonly kind: 'not-member' };

export type DeviceAnswer =
  | { readonly kind: 'overview'; readonly overview: Overview; readonly round?: Round }
  | ({ readonly kind: 'kit' } & RecoveryKit)
  | { readonly kind: 'request'; readonly request: DeviceRequest; readonly words: string }
  | { readonly kind: 'invitations'; readonly found: readonly FoundIdentity[] };
