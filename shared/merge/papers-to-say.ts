// Papers that were brought in before papers travelled stand on `local`, where no other device reads them. Said once more
// on `self` they travel like those that are brought in now.

import { deedOf } from '../journal/entry';
import { parseEntry, type ParsedDeed } from '../journal/parse-entry';
import { textVersionKey } from '../journal/row';
import type { Motion } from '../motion/motion';
import { recordKeysOf, type WrittenEntry } from './notes-merge';

/** A deed as the journal takes it. */
type JournalDeed = ReturnType<typeof deedOf>;

/**
 * What is to be said so that every paper in `entries` (a whole journal, in its order) is on `self` as it stands now, with
 * the earlier texts that notes and drafts may name. Nothing the second time, and nothing of what has to stay here.
 */
export function papersToSay(entries: readonly WrittenEntry[]): readonly JournalDeed[] {
  const said = new Set(entries.flatMap(recordKeysOf));
  const gone = new Set<string>();
  const last = new Map<string, JournalDeed>();
  const motions: Motion[] = [];
  for (const entry of entries) {
    const parsed = entry.stream === 'local' || entry.t === 'motion.remove' ? parseEntry(entry) : undefined;
    if (parsed?.ok !== true) continue;
    const key = `${familyOf(entry)}/${entry.id}`;
    const deed = deedOfPaper(parsed.value);
    if (parsed.value.kind === 'motion.set' && deed?.stream === 'self') motions.push(parsed.value.value);
    if (deed !== undefined) gone.delete(key);
    else gone.add(key);
    if (deed?.stream === 'self') last.set(key, deed);
    else last.delete(key);
  }
  const texts = new Map<string, JournalDeed>();
  for (const { id, text } of motions) {
    const key = textVersionKey(id, text.id);
    const isKnown = said.has(`text/${key}`) || gone.has(`motion/${id}`);
    if (!isKnown) texts.set(key, deedOf('text.set', key, text));
  }
  const papers = [...last].filter(([key]) => !said.has(key)).map(([, deed]) => deed);
  return [...texts.values(), ...papers];
}

function familyOf({ t }: Pick<WrittenEntry, 't'>): string {
  return t.slice(0, t.indexOf('.'));
}

/** The deed that sets a paper; undefined for one that removes it, and for what is no paper. */
function deedOfPaper(deed: ParsedDeed): JournalDeed | undefined {
  if (deed.kind === 'conference.set') return deedOf(deed.kind, deed.id, deed.value);
  if (deed.kind === 'motion.set') return deedOf(deed.kind, deed.id, deed.value);
  return deed.kind === 'briefing.set' ? deedOf(deed.kind, deed.id, deed.value) : undefined;
}
