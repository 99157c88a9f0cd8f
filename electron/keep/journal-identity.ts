// Which journal this is and who writes it: `journal.json` beside the journal's files.

import { join } from 'node:path';
import { succeed, type Result } from '../../shared/result';
import type { WriteFailure } from './failures';
import { makeFolder, readWhole, writeWhole } from './files';
import type { Renewal } from './journal-line';
import { parseJson } from './parse-json';

export type JournalIdentity = {
  readonly journalId: () => string;
  /**
   * The author of every new entry. It belongs to the journal and not to the folder, because a journal that was put
   * back from a copy, or lost a line, may have forgotten numbers it gave out: it must go on under another name.
   */
  readonly device: () => string;
  /** Goes on under a new name, or as `next` says; on disk from the next `keep` on. */
  readonly renew: (next?: Renewal) => void;
  /** Puts the identity on disk unless it is there: to be asked before each append. */
  readonly keep: () => Promise<Result<undefined, WriteFailure>>;
};

/** The file that a copy of a journal must leave behind, to become a journal of its own. */
export const identityFileName = 'journal.json';

/** What is wrong with the journal's files now: lines that fail their checksum, and numbers that no line has. */
export type Losses = { readonly damaged: number; readonly missing: number };

/**
 * The identity of the journal in `folder`, or a new one. When more is lost of it than there was, or other lines are
 * damaged, entries have moved to other positions, so what was built by position has to be built again; and nobody knows
 * which numbers the lost lines had. `renewal`: the last name the journal says that it took, which holds even when a
 * crash came before this file told of it.
 */
export async function openIdentity(
  folder: string,
  losses: Losses,
  newId: () => string,
  renewal?: Renewal,
): Promise<JournalIdentity> {
  const known = adopt(await readIdentity(folder), renewal);
  const isSame = known !== undefined && known.damaged === losses.damaged && losses.missing <= known.missing;
  let { journalId, device } = isSame ? known : { journalId: newId(), device: newId() };
  let isKept = isSame && known.isOnDisk && losses.missing === known.missing;
  const keep = async (): Promise<Result<undefined, WriteFailure>> => {
    if (isKept) return succeed(undefined);
    const made = await makeFolder(folder);
    if (!made.ok) return made;
    const text = JSON.stringify({ v: 1, journalId, device, ...losses });
    const written = await writeWhole(join(folder, identityFileName), Buffer.from(`${text}\n`));
    isKept = written.ok;
    return written;
  };
  const renew = (next?: Renewal): void => {
    device = next?.device ?? newId();
    journalId = next?.journalId ?? journalId;
    isKept = false;
  };
  return { journalId: () => journalId, device: () => device, renew, keep };
}

type Known = Losses & { readonly journalId: string; readonly device: string; readonly isOnDisk: boolean };

/** What the file says, or what the journal said after it. */
function adopt(known: Known | undefined, renewal: Renewal | undefined): Known | undefined {
  if (known === undefined || renewal === undefined || known.device !== renewal.before) return known;
  return { ...known, journalId: renewal.journalId, device: renewal.device, isOnDisk: false };
}

async function readIdentity(folder: string): Promise<Known | undefined> {
  const file = await readWhole(join(folder, identityFileName));
  const parsed = file.ok ? parseJson(file.value.toString('utf8')) : undefined;
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  if (!('journalId' in parsed) || typeof parsed.journalId !== 'string') return undefined;
  if (!('device' in parsed) || typeof parsed.device !== 'string') return undefined;
  if (!('damaged' in parsed) || typeof parsed.damaged !== 'number') return undefined;
  const missing = 'missing' in parsed && typeof parsed.missing === 'number' ? parsed.missing : 0;
  return { journalId: parsed.journalId, device: parsed.device, damaged: parsed.damaged, missing, isOnDisk: true };
}
