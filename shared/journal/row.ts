// What the working copy holds for each table: the records of the conference, split where a list must not load texts.

import type { Amendment } from '../amendment/amendment';
import type { EntryOfLog } from '../bundle/own-log';
import type { ReleaseEntry } from '../bundle/release-entry';
import type { LogOperation } from '../bundle/segment';
import type { TextVersionId } from '../ids';
import type { Briefing } from '../motion/briefing';
import type { Conference } from '../motion/conference';
import type { Mandate } from '../motion/mandate';
import type { Motion, TextVersion } from '../motion/motion';
import type { Note } from '../motion/note';
import type { AppliedBundle, BriefingLink, Delivery, HeardLog, RecordedDecision, Unsaid } from './entry';

/** A motion without its text, so that a list of thousands stays light. Its text is a row of `textVersions`. */
export type MotionRow = Omit<Motion, 'text'> & { readonly title: string; readonly textVersion: TextVersionId };

/** Every text a motion has had here. Kept when the motion changes or goes, because drafts and notes name it. */
export type TextVersionRow = TextVersion & {
  readonly key: string;
  readonly motionId: string;
  /** Whether the journal has this text. An official one it has only when the delegate wrote on it. */
  readonly isJournalled: boolean;
};

/** The delegate's record of what conference decided on a motion or amendment. */
export type DecisionRow = RecordedDecision & { readonly recordId: string };

export type LinkRow = BriefingLink & { readonly key: string };

/** The bundle that the journal says was applied last, and when (epoch milliseconds) where the entry tells. */
export type AppliedRow = AppliedBundle & { readonly conferenceId: string; readonly appliedAt?: number };

/** An entry that others read, as the journal has it: the logs of this device are made of these. Of any kind. */
export type SaidRow = Omit<EntryOfLog, 'stream'> & {
  readonly stream: 'office' | 'team';
  /** `device/stream/seq`. */
  readonly key: string;
  readonly conferenceId: string;
  readonly motionId: string;
};

export type DeliveryRow = Delivery & { readonly key: string };

/** An operation in the log of another member of the delegation. */
export type HeardRow = {
  /** `conference/device/seq`. */
  readonly key: string;
  readonly conferenceId: string;
  readonly device: string;
  /** What it is about; empty where it does not say. */
  readonly motionId: string;
  readonly operation: LogOperation;
};

/** Without undefined members; `key` is `conference/record`. */
export type ReleaseRow = ReleaseEntry & { readonly key: string };

export type UnsaidRow = Unsaid & { readonly key: string };

export type HeardLogRow = Omit<HeardLog, 'operations'> & { readonly key: string };

/** Tables whose rows follow from the journal alone. */
export type Rows = {
  readonly conferences: Conference;
  readonly motions: MotionRow;
  readonly textVersions: TextVersionRow;
  readonly amendments: Amendment;
  readonly briefings: Briefing;
  readonly notes: Note;
  readonly mandates: Mandate;
  readonly decisions: DecisionRow;
  readonly links: LinkRow;
  readonly applied: AppliedRow;
  readonly said: SaidRow;
  readonly deliveries: DeliveryRow;
  readonly heard: HeardRow;
  readonly heardLogs: HeardLogRow;
  readonly unsaid: UnsaidRow;
  readonly release: ReleaseRow;
};

export type RowTable = keyof Rows;

/** One row to write under its key, or to remove. */
export type RowChange = {
  readonly [Table in RowTable]: { readonly table: Table; readonly key: string; readonly row: Rows[Table] | 'remove' };
}[RowTable];

export function textVersionKey(motionId: string, textVersion: string): string {
  return `${motionId}/${textVersion}`;
}

export function linkKey(motionId: string, briefingId: string): string {
  return `${motionId}/${briefingId}`;
}

export function deliveryKey(conferenceId: string, stream: string): string {
  return `${conferenceId}/${stream}`;
}

/** Of a new comment on a motion, or of the change of one's own comment `comment`. */
export function unsaidKey(motionId: string, comment?: string): string {
  return comment === undefined ? motionId : `${motionId}/${comment}`;
}

export function heardLogKey(conferenceId: string, device: string): string {
  return `${conferenceId}/${device}`;
}

/** The two rows of a motion. Its text is in the journal when the motion is: official motions are not. */
export function rowsOfMotion(motion: Motion): { readonly motion: MotionRow; readonly text: TextVersionRow } {
  const { text, ...facts } = motion;
  return {
    motion: { ...facts, title: text.title, textVersion: text.id },
    text: {
      ...text,
      key: textVersionKey(motion.id, text.id),
      motionId: motion.id,
      isJournalled: motion.origin === 'delegate',
    },
  };
}

/** The text that a row holds. */
export function textOfRow({
  key: _key,
  motionId: _motion,
  isJournalled: _journalled,
  ...text
}: TextVersionRow): TextVersion {
  return text;
}

/** The motion that two rows make. */
export function motionOfRows(row: MotionRow, textRow: TextVersionRow): Motion {
  const { title, textVersion, ...facts } = row;
  return { ...facts, text: { ...textOfRow(textRow), id: textVersion, title } };
}
