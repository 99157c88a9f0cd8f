// The largest conference anybody has to carry: 2,000 motions and 6,000 amendments of about 22 MB of JSON, made of words
// that do not exist but are as frequent, and deflate, like English ones. The same at every run.

import type { Amendment } from '../../shared/amendment/amendment';
import type { TextOperation } from '../../shared/amendment/operation';
import { officialId } from '../../shared/bundle/official-ids';
import {
  recordOfAmendment,
  recordOfConference,
  recordOfMotion,
  type OfficialRecord,
} from '../../shared/bundle/records';
import { amendmentId, clauseId, motionId, type ConferenceId } from '../../shared/ids';
import type { Clause, ClauseKind } from '../../shared/motion/clause';
import { textVersionIdOf } from '../../shared/motion/fingerprint';
import type { Motion } from '../../shared/motion/motion';

export const largeConference = { motions: 2000, amendmentsOfEach: 3 } as const;

/** The records of the large conference, `conference` first, then each motion with its amendments. */
export function largeConferenceRecords(conference: ConferenceId): OfficialRecord[] {
  const words = wordSource(2027);
  const records = [recordOfConference({ title: 'National Conference 2027', organisation: 'Union of Lamplighters' })];
  for (let at = 1; at <= largeConference.motions; at += 1) {
    const motion = motionNumber(at, conference, words);
    records.push(recordOfMotion(motion));
    for (let letter = 1; letter <= largeConference.amendmentsOfEach; letter += 1) {
      records.push(recordOfAmendment(amendmentTo(motion, `${at}.${letter}`, words)));
    }
  }
  return records;
}

/** The same records with a word put before the first clause of the motion in the middle. */
export function withOneMotionChanged(records: readonly OfficialRecord[]): OfficialRecord[] {
  const changed = `m${largeConference.motions / 2}`;
  return records.map((record) => {
    const [first, ...others] = Array.isArray(record['clauses']) ? record['clauses'] : [];
    return record.id === changed
      ? { ...record, clauses: [{ ...first, text: `Today ${first.text}` }, ...others] }
      : record;
  });
}

function motionNumber(at: number, conference: ConferenceId, { sentences, below }: WordSource): Motion {
  const title = sentences(1).slice(0, 60);
  const kinds: readonly ClauseKind[] = ['paragraph', 'paragraph', 'paragraph', 'paragraph', 'lead-in'];
  const notes = kinds.map((kind, index): Clause => ({
    id: clauseId(`k${index + 1}`),
    kind,
    depth: 0,
    text: sentences(3 + below(4)),
  }));
  const points = Array.from({ length: 4 + below(6) }, (_, index): Clause => ({
    id: clauseId(`k${kinds.length + index + 1}`),
    kind: 'item',
    number: `${index + 1})`,
    depth: 1,
    text: sentences(1 + below(3)),
  }));
  const clauses = [...notes, ...points];
  return {
    id: motionId(officialId(conference, `m${at}`)),
    conferenceId: conference,
    kind: 'motion',
    origin: 'office',
    number: String(at),
    submittedBy: [`${sentences(1).split(' ')[0] ?? ''} Branch`],
    text: { id: textVersionIdOf(title, clauses), title, clauses },
    dropped: [],
  };
}

function amendmentTo({ id, conferenceId, text }: Motion, number: string, words: WordSource): Amendment {
  const operations = text.clauses.slice(0, 3).map((clause, at): TextOperation => {
    const from = words.below(40);
    const to = Math.min(from + 40 + words.below(400), clause.text.length);
    const removed = clause.text.slice(from, to);
    if (at === 0) return { kind: 'delete', clause: clause.id, from, to, removed };
    const added = words.sentences(1 + words.below(3));
    if (at === 1) return { kind: 'replace', clause: clause.id, from, to, removed, text: added };
    return { kind: 'insert', clause: clause.id, at: from, text: added };
  });
  return {
    id: amendmentId(officialId(conferenceId, `a${number.replace('.', '-')}`)),
    conferenceId,
    motionId: id,
    origin: 'office',
    standing: 'published',
    number,
    submittedBy: [`${words.sentences(1).split(' ')[0] ?? ''} Branch`],
    baseVersion: text.id,
    operations,
  };
}

type WordSource = {
  readonly sentences: (count: number) => string;
  /** A whole number from 0 up to, and not, `limit`. */
  readonly below: (limit: number) => number;
};

/** Words by Zipf's law: the n-th most frequent of them comes one n-th as often as the first. */
function wordSource(seed: number): WordSource {
  let state = seed;
  // Park and Miller's minimal standard generator.
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const below = (limit: number): number => Math.floor(random() * limit);
  const vocabulary = Array.from({ length: 30_000 }, (_, at) => wordOf(1 + below(at < 100 ? 2 : 4), below));
  const sentence = (): string => {
    const chosen = Array.from({ length: 12 + below(20) }, () => {
      const word = vocabulary[Math.floor(vocabulary.length ** (random() ** 0.8)) - 1] ?? '';
      return below(12) === 0 ? `${word},` : word;
    });
    if (below(8) === 0) chosen.push('members’', 'rights');
    const text = chosen.join(' ').replace(/,$/u, '');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  return { sentences: (count) => Array.from({ length: count }, sentence).join(' '), below };
}

const openings = ['b', 'c', 'd', 'f', 'g', 'h', 'l', 'm', 'n', 'p', 'r', 's', 't', 'w', 'st', 'th', 'tr', 'pr'];
const endings = ['a', 'e', 'i', 'o', 'u', 'an', 'en', 'er', 'in', 'on', 'or', 'al', 'ed', 'es', 'ing', 'ion'];

function wordOf(syllables: number, below: (limit: number) => number): string {
  const pick = (from: readonly string[]): string => from[below(from.length)] ?? '';
  return Array.from({ length: syllables }, () => `${pick(openings)}${pick(endings)}`).join('');
}
