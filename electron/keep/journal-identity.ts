// Which journal this is and who writes it: `journal.json` beside the journal's files.

import { join } from 'node:path';
import { succeed, type Result } from '../../shared/result';
import type { WriteFailure } from './failures';
import { makeFolder, readWhole, writeWhole } from './files';
import { parseJson } from './parse-json';

export type JournalIdentity = {
  readonly journalId: string;
  /**
   * The author of every new entry. It belongs to the journal and not to the folder, because a journal that was put
   * back from a copy, or lost a line, may have forgotten numbers it gave out: it must go on under another name.
   */
  readonly device: () => string;
  /** Goes on under a new name, which is on disk from the next `keep` on. */
  readonly renew: () => void;
  /** Puts the identity on disk unless it is there: to be asked before each append. */
  readonly keep: () => Promise<Result<undefined, WriteFailure>>;
};

/** The file that a copy of a journal must leave behind, to become a journal of its own. */
export const identityFileName = 'journal.json';

/**
 * The identity of the journal in `folder`, or a new one. `damaged` is how many lines of it are damaged now. When that
 * is not what it was, entries have moved to other positions, so what was built by position has to be built again; and
 * nobody knows which numbers the lost lines had.
 */
export async function openIdentity(folder: string, damaged: number, newId: () => string): Promise<JournalIdentity> {
  const known = await readIdentity(folder);
  let isKept = known?.damaged === damaged;
  const { journalId, device: first } = known?.damaged === damaged ? known : { journalId: newId(), device: newId() };
  let device = first;
  const keep = async (): Promise<Result<undefined, WriteFailure>> => {
    if (isKept) return succeed(undefined);
    const made = await makeFolder(folder);
    if (!made.ok) return made;
    const text = JSON.stringify({ v: 1, journalId, device, damaged });
    const written = await writeWhole(join(folder, identityFileName), Buffer.from(`${text}\n`));
    isKept = written.ok;
    return written;
  };
  const renew = (): void => {
    device = newId();
    isKept = false;
  };
  return { journalId, device: () => device, renew, keep };
}

type Known = { readonly journalId: string; readonly device: string; readonly damaged: number };

async function readIdentity(folder: string): Promise<Known | undefined> {
  const file = await readWhole(join(folder, identityFileName));
  const parsed = file.ok ? parseJson(file.value.toString('utf8')) : undefined;
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  if (!('journalId' in parsed) || typeof parsed.journalId !== 'string') return undefined;
  if (!('device' in parsed) || typeof parsed.device !== 'string') return undefined;
  if (!('damaged' in parsed) || typeof parsed.damaged !== 'number') return undefined;
  return { journalId: parsed.journalId, device: parsed.device, damaged: parsed.damaged };
}
