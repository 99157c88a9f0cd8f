// Which notes are one: what was changed on two of the delegate's computers at the same time stands side by side.

import type { Note } from '../../shared/motion/note';

export type NoteWithVersions = {
  readonly note: Note;
  /** The other texts it had at the same time elsewhere; mostly none. */
  readonly versions: readonly Note[];
};

/** Each note once, in the order of `notes`, with its versions. A version whose note is gone stands by itself. */
export function withVersions(notes: readonly Note[]): readonly NoteWithVersions[] {
  const held = new Set(notes.map(({ id }) => id));
  const isVersion = ({ versionOf }: Note): boolean => versionOf !== undefined && held.has(versionOf);
  return notes
    .filter((note) => !isVersion(note))
    .map((note) => ({ note, versions: notes.filter(({ versionOf }) => versionOf === note.id) }));
}
