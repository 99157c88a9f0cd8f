// A delegate at one of their laptops: looks at what is shown there, and changes some of it. Keeps a ledger of every text
// that was typed, and of every one that somebody who saw it replaced or removed.

import { amendmentId, clauseId, conferenceId, mandateId, motionId, noteId, textVersionId } from '../../shared/ids';
import type { JournalEntry } from '../../shared/desktop-contract';
import { deedOf } from '../../shared/journal/entry';
import { foldJournal } from '../../shared/merge/notes-merge';
import type { Amendment } from '../../shared/amendment/amendment';
import type { Note } from '../../shared/motion/note';
import type { WritingDevice } from '../laws/writing-devices';

export type Ledger = {
  readonly typed: Set<string>;
  readonly replaced: Set<string>;
  /** Texts of notes that somebody went on writing: they live on in another, and are not to come back beside it. */
  readonly goneOn: Set<string>;
  count: number;
};

type Hand = { readonly random: () => number; readonly ledger: Ledger; readonly now: number };

const on = { motionId: motionId('m1'), baseVersion: textVersionId('t0000000000000001') };

/** Every text that is shown, as often as it is shown. */
export function textsShown(entries: readonly JournalEntry[]): readonly string[] {
  const state = foldJournal(entries);
  return [
    ...[...state.notes.values()].map(({ body }) => body),
    ...[...state.amendments.values()].map(wordsOf),
    ...[...state.mandates.values()].flatMap(({ remark }) => remark?.split('\n') ?? []),
  ];
}

export function writeSomething(writer: WritingDevice, hand: Hand): void {
  const what = hand.random();
  if (what < 0.6) writeNote(writer, hand);
  else if (what < 0.85) writeAmendment(writer, hand);
  else writeMandate(writer, hand);
}

function writeNote(writer: WritingDevice, hand: Hand): void {
  const rows = [...foldJournal(writer.entries()).notes.values()];
  const row = rows[Math.floor(hand.random() * (rows.length + (rows.length < 3 ? 1 : 0)))];
  const savedAt = hand.now;
  if (row === undefined) {
    const id = noteId(`note-${Math.floor(hand.random() * 3)}`);
    if (rows.some((one) => one.id === id)) return;
    const note: Note = { id, ...on, body: type(hand), savedAt };
    writer.write(deedOf('note.set', id, note));
  } else if (hand.random() < 0.2) {
    hand.ledger.replaced.add(row.body);
    writer.write(deedOf('note.remove', row.id));
  } else if (hand.random() < 0.15 && row.versionOf === undefined) {
    const clause = { id: clauseId(`c${Math.floor(hand.random() * 3)}`), text: 'Conference notes' };
    writer.write(deedOf('note.set', row.id, { ...row, clause, savedAt }));
  } else {
    hand.ledger.replaced.add(row.body);
    if (row.versionOf === undefined) hand.ledger.goneOn.add(row.body);
    writer.write(deedOf('note.set', row.id, { ...row, body: type(hand), savedAt }));
  }
}

function writeAmendment(writer: WritingDevice, hand: Hand): void {
  const rows = [...foldJournal(writer.entries()).amendments.values()].filter(({ standing }) => standing === 'draft');
  const row = rows[Math.floor(hand.random() * (rows.length + 1))];
  if (row === undefined) {
    const id = amendmentId(`amendment-${hand.ledger.count}`);
    const fixed = { conferenceId: conferenceId('lg'), origin: 'delegate', standing: 'draft', submittedBy: [] } as const;
    writer.write(deedOf('amendment.set', id, { id, ...on, ...fixed, operations: operationsOf(type(hand)) }));
  } else if (hand.random() < 0.15) {
    hand.ledger.replaced.add(wordsOf(row));
    writer.write(deedOf('amendment.remove', row.id));
  } else if (hand.random() < 0.2) {
    writer.write(deedOf('amendment.set', row.id, { ...row, standing: 'submitted' }));
  } else {
    hand.ledger.replaced.add(wordsOf(row));
    writer.write(deedOf('amendment.set', row.id, { ...row, operations: operationsOf(type(hand)) }));
  }
}

function writeMandate(writer: WritingDevice, hand: Hand): void {
  const id = mandateId('m1');
  const row = foldJournal(writer.entries()).mandates.get('m1') ?? { id, motionId: on.motionId, position: 'support' };
  if (hand.random() < 0.4) {
    const position = hand.random() < 0.5 ? 'oppose' : 'remit';
    writer.write(deedOf('mandate.set', 'm1', { ...row, id, motionId: on.motionId, position }));
    return;
  }
  for (const line of 'remark' in row ? (row.remark?.split('\n') ?? []) : []) hand.ledger.replaced.add(line);
  if (hand.random() < 0.2) writer.write(deedOf('mandate.remove', 'm1'));
  else
    writer.write(deedOf('mandate.set', 'm1', { id, motionId: on.motionId, position: 'support', remark: type(hand) }));
}

/** A text that nobody typed before; now and then one so long that it fills a segment, or the same as somebody else's. */
function type({ random, ledger }: Hand): string {
  ledger.count += 1;
  const what = random();
  if (what < 0.05) return 'the same words';
  const text = `text ${ledger.count}${what > 0.985 ? ` ${'x'.repeat(100_000)}` : ''}`;
  ledger.typed.add(text);
  return text;
}

function operationsOf(text: string): Amendment['operations'] {
  return [{ kind: 'insert', clause: clauseId('c1'), at: 0, text }];
}

function wordsOf({ operations }: Amendment): string {
  const [first] = operations;
  return first?.kind === 'insert' ? first.text : '';
}
