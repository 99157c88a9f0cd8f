import { expect, it } from 'vitest';
import { motionId, noteId, textVersionId } from '../../shared/ids';
import type { Note } from '../../shared/motion/note';
import { withVersions } from './note-versions';

const note = (id: string, versionOf?: string): Note => ({
  id: noteId(id),
  motionId: motionId('m'),
  baseVersion: textVersionId('t'),
  body: id,
  savedAt: 0,
  ...(versionOf === undefined ? {} : { versionOf: noteId(versionOf) }),
});

const shown = (notes: readonly Note[]): readonly string[] =>
  withVersions(notes).map((one) => [one.note, ...one.versions].map(({ id }) => id).join(' | '));

it.each([
  ['a note alone is alone', [note('a'), note('b')], ['a', 'b']],
  ['versions stand with their note, wherever they are listed', [note('v', 'a'), note('b'), note('a')], ['b', 'a | v']],
  ['three computers, three texts', [note('a'), note('v', 'a'), note('w', 'a')], ['a | v | w']],
  ['a version whose note was deleted is a note', [note('v', 'gone')], ['v']],
])('%s', (_fact, notes, expected) => {
  expect(shown(notes)).toEqual(expected);
});
