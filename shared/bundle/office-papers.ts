// What a version holds because of what delegates submitted: accepted amendments, receipts, and the roster.

import type { Amendment } from '../amendment/amendment';
import { baseTextOf, secondariesFirst } from '../amendment/base-text';
import { haveSameEffect } from '../amendment/same-effect';
import { readWording, type Reading } from '../amendment/read-wording';
import { readSecondaryWording } from '../amendment/secondary-wording';
import type { ConferenceId } from '../ids';
import type { Motion, TextVersion } from '../motion/motion';
import { receiptsOf, type Inbox, type SubmissionEntry } from './inbox';
import { recordOfDevice, recordOfReceipt, type RosterEntry } from './office-records';
import { recordOfAmendment, type OfficialRecord } from './records';
import { officialAmendment } from './submission';

/** What an office keeps beside its keys. */
export type OfficeFiles = { readonly roster: readonly RosterEntry[]; readonly inbox: Inbox };

/** The papers of a version. */
export type OfficialTexts = {
  readonly motions: readonly Motion[];
  /** Those printed: a submission that has become one of them stands there as printed. */
  readonly amendments: readonly Amendment[];
  /** Further amendments that a submission may amend. */
  readonly amended?: readonly Amendment[];
};

export type SubmittedRecords = {
  readonly records: readonly OfficialRecord[];
  /** Keys of accepted submissions whose motion is not among the papers. */
  readonly left: readonly string[];
};

/** The records. An accepted amendment that is among the papers as printed is not there twice: the printed one stands. */
export function recordsOfOffice(
  { roster, inbox }: OfficeFiles,
  { motions, amendments, amended = [] }: OfficialTexts,
  conference: ConferenceId,
): SubmittedRecords {
  const printed = new Set(amendments.map(({ id }) => id));
  const textOf = ({ motionId }: Amendment): TextVersion | undefined => motions.find(({ id }) => id === motionId)?.text;
  const submitted: Amendment[] = [];
  const left: string[] = [];
  for (const entry of inbox.submissions) {
    const amendment = amendmentOf(entry, conference);
    if (amendment === undefined || printed.has(amendment.id)) continue;
    if (textOf(amendment) === undefined) left.push(entry.key);
    else submitted.push(amendment);
  }
  const known = new Set(submitted.map(({ id }) => id));
  const others = [...amendments, ...amended].filter(({ id }) => !known.has(id));
  const placed = placeAll([...others, ...submitted], textOf);
  const records = placed
    .filter(({ id }) => known.has(id))
    .map((amendment) => recordOfAmendment(asWorded(amendment, textOf(amendment), placed)));
  const receipts = receiptsOf(inbox, roster).map(({ key, receipt }) => recordOfReceipt(key, receipt));
  return { records: [...records, ...receipts, ...roster.map(recordOfDevice)], left };
}

/** The amendment that a submission has become; still there, as withdrawn, when its mover took it back afterwards. */
function amendmentOf(entry: SubmissionEntry, conference: ConferenceId): Amendment | undefined {
  const { record, number, standing, submission } = entry;
  if (record === undefined) return undefined;
  const amendment = officialAmendment(submission, { conference, record, ...(number === undefined ? {} : { number }) });
  return standing === 'withdrawn' ? { ...amendment, standing: 'withdrawn' } : amendment;
}

/**
 * `amendment` in the text that is published now: as submitted when that is its text, else as its wording reads on it. An
 * amendment to one of `others`, which are placed already, is placed in the text that that one makes; where there is none,
 * it keeps its wording alone.
 */
export function placedIn(amendment: Amendment, text: TextVersion, others: readonly Amendment[] = []): Amendment {
  const base = baseTextOf(amendment, text, others);
  if (!base.ok) return amendment.operations.length === 0 ? amendment : { ...amendment, operations: [] };
  if (amendment.baseVersion === base.value.id) return amendment;
  const reading = readingOn(amendment, text, others);
  const operations = reading.outcome === 'applied' ? reading.operations : [];
  return { ...amendment, baseVersion: base.value.id, operations };
}

/**
 * A submission as its wording says, which is what the office was shown and decided about: operations that do something
 * else, or that the wording cannot be held against, are left out, and the wording stands alone.
 */
export function asWorded(amendment: Amendment, text: TextVersion | undefined, others: readonly Amendment[]): Amendment {
  if (amendment.operations.length === 0) return amendment;
  const base = text === undefined ? undefined : baseTextOf(amendment, text, others);
  if (text !== undefined && base?.ok === true) {
    const reading = readingOn(amendment, text, others);
    const isSaid = reading.outcome === 'applied';
    if (isSaid && haveSameEffect(base.value, reading.operations, amendment.operations)) return amendment;
  }
  return { ...amendment, operations: [] };
}

function readingOn({ amends, instruction = '' }: Amendment, text: TextVersion, others: readonly Amendment[]): Reading {
  const parent = others.find(({ id }) => id === amends);
  const placed = parent === undefined ? undefined : baseTextOf(parent, text, others);
  if (parent === undefined || placed?.ok !== true) return readWording(text, instruction);
  return readSecondaryWording({ text: placed.value, amendment: parent }, instruction);
}

/** The amendments, each placed in the text of its motion (none: it is not among the papers), parents before what amends them. */
export function placeAll(
  amendments: readonly Amendment[],
  textOf: (amendment: Amendment) => TextVersion | undefined,
): readonly Amendment[] {
  const placed: Amendment[] = [];
  for (const amendment of secondariesFirst(amendments).toReversed()) {
    const text = textOf(amendment);
    if (text !== undefined) placed.push(placedIn(amendment, text, placed));
  }
  return amendments.flatMap(({ id }) => placed.find((each) => each.id === id) ?? []);
}
