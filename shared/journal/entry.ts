// The delegate's deeds as data: what each entry of the journal may say, and on which stream it travels.

import type { Amendment } from '../amendment/amendment';
import type { CommentEdit, CommentValue, PositionValue } from '../bundle/delegation-words';
import { isConferenceId } from '../bundle/conference-id';
import { jsonLimits } from '../bundle/limits';
import { findFlaw } from '../bundle/parse-json-safely';
import { isPlainJson } from '../bundle/plain-json';
import type { LogOperation } from '../bundle/segment';
import type { Submission } from '../bundle/submission';
import type { KnownLog } from '../bundle/verify-device-log';
import type { JournalDeed } from '../desktop-contract';
import type { JsonValue } from '../json';
import type { ReleaseEntry } from '../bundle/release-entry';
import type { Briefing } from '../motion/briefing';
import type { Conference } from '../motion/conference';
import type { Decision } from '../motion/decision';
import type { Mandate } from '../motion/mandate';
import type { Motion, TextVersion } from '../motion/motion';
import type { Note } from '../motion/note';

/**
 * What each kind of deed sets. `…set` replaces the whole record under the entry's `id`; `…remove` has no value and
 * takes the record away. Removing what is not there, and setting what is already so, change nothing.
 */
export type DeedValues = {
  'conference.set': Conference;
  'conference.remove': null;
  'motion.set': Motion;
  'motion.remove': null;
  /**
   * The text of an official motion that the delegate reacted to, kept because the office may publish another and a note
   * or draft names it; the entry's `id` is `motionId/textVersion`. A motion that was brought in has its own with it.
   */
  'text.set': TextVersion;
  'amendment.set': Amendment;
  'amendment.remove': null;
  'briefing.set': Briefing;
  'briefing.remove': null;
  'note.set': Note;
  'note.remove': null;
  'mandate.set': Mandate;
  'mandate.remove': null;
  /** The decision recorded in the hall on a motion or amendment; the entry's `id` is the record decided on. */
  'decision.set': RecordedDecision;
  'decision.remove': null;
  /** A briefing linked to a motion; the entry's `id` is `motionId/briefingId`. */
  'link.set': BriefingLink;
  'link.remove': null;
  /** A verified bundle was applied; the bundle itself is kept as received. The entry's `id` is the conference's. */
  'official.applied': AppliedBundle;
  /** What the conference office puts into its next version; the entry's `id` is `conference/record`. */
  'release.set': ReleaseEntry;
  'release.remove': null;
  /** What is said to the conference office; the entry's `id` is the submission's (bundle/submission.ts). */
  'amendment.submit': Submission;
  'amendment.withdraw': null;
  /** What is said to the delegation; the entry's `id` is the comment's, or the motion's (bundle/delegation-words.ts). */
  'comment.add': CommentValue;
  'comment.edit': CommentEdit;
  'comment.retract': null;
  'position.set': PositionValue;
  'position.clear': null;
  /** What is typed for the delegation and not shared yet; the entry's `id` is `unsaidKey`. */
  'unsaid.set': Unsaid;
  'unsaid.remove': null;
  /** How far a log of this device stands in its folder; the entry's `id` is `conference/stream`. */
  'delivery.set': Delivery;
  /** What is new in the log of another member of the delegation; the entry's `id` is `conference/device`. */
  'team.heard': HeardLog;
};

/** A comment, or a change of one, as far as it is typed: nobody else reads it. */
export type Unsaid = {
  readonly motionId: string;
  readonly body: string;
  /** The amendment it is to be about; absent: the motion. */
  readonly amendment?: string;
};

/** What was read back from the folder of one of this device's logs. */
export type Delivery = {
  readonly conferenceId: string;
  readonly stream: 'office' | 'team';
  /** The id of the key that the log is of. */
  readonly device: string;
  /** How many operations stand there, and the hashes of the segments they are in. */
  readonly seq: number;
  readonly objects: readonly string[];
  /** The Lamport time of the last entry of the journal that stands there. */
  readonly lamport: number;
};

export type HeardLog = {
  readonly conferenceId: string;
  readonly device: string;
  /** What its author calls themselves. Nobody vouches for it. */
  readonly name?: string;
  /** How far it is read with these. */
  readonly known: KnownLog;
  readonly operations: readonly LogOperation[];
};

export type RecordedDecision = Decision & { readonly motionId: string; readonly recordedAt: number };
export type BriefingLink = { readonly motionId: string; readonly briefingId: string };
export type AppliedBundle = { readonly version: number; readonly head: string };

export type DeedKind = keyof DeedValues;

/** Bundles applied stay on this computer; what the delegate brings in or writes is private to their own devices. */
const streams: Readonly<Record<DeedKind, JournalDeed['stream']>> = {
  'conference.set': 'self',
  'conference.remove': 'self',
  'motion.set': 'self',
  'motion.remove': 'self',
  'briefing.set': 'self',
  'briefing.remove': 'self',
  'official.applied': 'local',
  'release.set': 'local',
  'release.remove': 'local',
  'delivery.set': 'local',
  'team.heard': 'local',
  'unsaid.set': 'local',
  'unsaid.remove': 'local',
  'amendment.submit': 'office',
  'amendment.withdraw': 'office',
  'comment.add': 'team',
  'comment.edit': 'team',
  'comment.retract': 'team',
  'position.set': 'team',
  'position.clear': 'team',
  'text.set': 'self',
  'amendment.set': 'self',
  'amendment.remove': 'self',
  'note.set': 'self',
  'note.remove': 'self',
  'mandate.set': 'self',
  'mandate.remove': 'self',
  'decision.set': 'self',
  'decision.remove': 'self',
  'link.set': 'self',
  'link.remove': 'self',
};

type ValueOf<Kind extends DeedKind> = DeedValues[Kind] extends null ? [] : [value: DeedValues[Kind]];

/**
 * The deed as the journal takes it. Domain values are plain JSON by construction: no dates, maps or undefined. What is
 * held of an office is found out on each computer by itself, and does not travel.
 */
export function deedOf<Kind extends DeedKind>(kind: Kind, id: string, ...[value]: ValueOf<Kind>): JournalDeed {
  const frame = { stream: streams[kind], t: kind, id };
  if (value === undefined) return frame;
  const stays = kind === 'conference.set' ? isConferenceId(id) : broughtIn.has(kind) && !fitsLog(value);
  return { ...frame, ...(stays ? { stream: 'local' } : {}), val: value };
}

const broughtIn: ReadonlySet<DeedKind> = new Set(['motion.set', 'briefing.set']);

/** UTF-16 code units of a paper as JSON: whatever they are, they fit into one object of a log as stored. */
const longestPaper = 256 * 1024;

/** Whether another device reads `paper` in a log. A longer one stays on this computer: it would hold up all that follows. */
function fitsLog(paper: JsonValue): boolean {
  const source = JSON.stringify(paper);
  if (source.length > longestPaper) return false;
  return isPlainJson(source, jsonLimits) || findFlaw(source, jsonLimits) === undefined;
}
