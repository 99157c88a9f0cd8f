// Deeds as a delegate might do them, in any order, on few records, so that they meet: for the laws of the journal.

import fc from 'fast-check';
import type { JournalDeed } from '../../shared/desktop-contract';
import { amendmentId, briefingId, clauseId, conferenceId, mandateId, motionId, noteId } from '../../shared/ids';
import { deedOf } from '../../shared/journal/entry';
import { linkKey, textVersionKey } from '../../shared/journal/row';
import type { Clause } from '../../shared/motion/clause';
import { textVersionIdOf } from '../../shared/motion/fingerprint';
import type { Motion } from '../../shared/motion/motion';

const conferences = fc.constantFrom('ndc', 'lg').map(conferenceId);
const motions = fc.constantFrom('motion-1', 'motion-2', 'motion-3').map(motionId);
const briefings = fc.constantFrom('briefing-1', 'briefing-2').map(briefingId);
const amendments = fc.constantFrom('amendment-1', 'amendment-2', 'amendment-3').map(amendmentId);
const notes = fc.constantFrom('note-1', 'note-2', 'note-3').map(noteId);
const words = fc.string({ maxLength: 12 });
const moments = fc.integer({ min: 0, max: 2_000_000_000_000 });

const clauses: fc.Arbitrary<readonly Clause[]> = fc.array(
  words.map((text): Clause => ({ id: clauseId(`c${text.length}`), kind: 'paragraph', depth: 0, text })),
  { maxLength: 3 },
);

const motion: fc.Arbitrary<Motion> = fc
  .record({ id: motions, conference: conferences, title: words, clauses, number: fc.constantFrom('2', '10', 'EM1') })
  .map(({ id, conference, title, clauses: text, number }) => ({
    id,
    conferenceId: conference,
    kind: 'motion',
    origin: 'delegate',
    number,
    submittedBy: ['A branch'],
    text: { id: textVersionIdOf(title, text), title, clauses: text },
    dropped: [],
  }));

const setting: readonly fc.Arbitrary<JournalDeed>[] = [
  fc.record({ id: conferences, title: words }).map((value) => deedOf('conference.set', value.id, value)),
  motion.map((value) => deedOf('motion.set', value.id, value)),
  motion.map(({ id, text }) => deedOf('text.set', textVersionKey(id, text.id), text)),
  fc.record({ id: amendments, conferenceId: conferences, motionId: motions, savedAt: moments }).map((facts) =>
    deedOf('amendment.set', facts.id, {
      ...facts,
      origin: 'delegate',
      standing: 'draft',
      submittedBy: [],
      baseVersion: textVersionIdOf('', []),
      operations: [{ kind: 'insert', clause: clauseId('c1'), at: 0, text: 'not least ' }],
    }),
  ),
  fc
    .record({ id: briefings, conferenceId: conferences, title: words, clauses })
    .map((value) => deedOf('briefing.set', value.id, { ...value, dropped: [] })),
  fc
    .record({ id: notes, motionId: motions, body: words, savedAt: moments })
    .map((value) => deedOf('note.set', value.id, { ...value, baseVersion: textVersionIdOf('', []) })),
  motions.map((id) => deedOf('mandate.set', id, { id: mandateId(id), motionId: id, position: 'support' })),
  fc
    .record({ motionId: motions, recordedAt: moments })
    .map((value) => deedOf('decision.set', value.motionId, { ...value, key: 'carried' })),
  fc
    .record({ motionId: motions, briefingId: briefings })
    .map((value) => deedOf('link.set', linkKey(value.motionId, value.briefingId), value)),
];

const removing: readonly fc.Arbitrary<JournalDeed>[] = [
  conferences.map((id) => deedOf('conference.remove', id)),
  motions.map((id) => deedOf('motion.remove', id)),
  amendments.map((id) => deedOf('amendment.remove', id)),
  briefings.map((id) => deedOf('briefing.remove', id)),
  notes.map((id) => deedOf('note.remove', id)),
  motions.map((id) => deedOf('mandate.remove', id)),
  motions.map((id) => deedOf('decision.remove', id)),
  fc.tuple(motions, briefings).map(([id, briefing]) => deedOf('link.remove', linkKey(id, briefing))),
];

/** A deed of a kind that this version knows. */
export const knownDeed: fc.Arbitrary<JournalDeed> = fc.oneof(...setting, ...removing);

/** A deed of a newer version's: of another kind, with another field, or with a value of another shape. */
export const strangeDeed: fc.Arbitrary<JournalDeed> = fc.oneof(
  fc.record({ id: notes, val: fc.jsonValue() }).map(({ id, val }) => ({
    stream: 'self' as const,
    t: 'speech.set',
    id,
    val: jsonOf(val),
  })),
  notes.map((id) => ({ stream: 'self' as const, t: 'note.set', id, val: { id, body: 'without its motion' } })),
  fc.oneof(...setting).map((deed) => Object.assign({}, deed, { val: { ...objectOf(deed.val), mood: 'hopeful' } })),
  fc
    .oneof(...setting)
    .map((deed) => Object.assign({}, deed, { id: `${deed.id}-of-another` }))
    .filter(({ t }) => t !== 'decision.set'),
  fc.constantFrom('__proto__', 'constructor', 'toString').map((id) => ({ stream: 'self' as const, t: 'a.b', id })),
);

function jsonOf(value: unknown): NonNullable<JournalDeed['val']> | null {
  return JSON.parse(JSON.stringify(value ?? null));
}

function objectOf(value: JournalDeed['val']): object {
  return typeof value === 'object' && value !== null ? value : {};
}
