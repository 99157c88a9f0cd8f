// Makes official rows again from the bundles that are kept as received, each verified as if it had just arrived.

import type { BundleSource, SourceFailure } from '../../shared/bundle/bundle-source';
import type { Platform } from '../../shared/bundle/verification';
import { verifyBundle } from '../../shared/bundle/verify-bundle';
import type { DesktopArguments } from '../../shared/desktop-contract';
import { conferenceId } from '../../shared/ids';
import { deedOf } from '../../shared/journal/entry';
import type { AppliedRow } from '../../shared/journal/row';
import { fail } from '../../shared/result';
import type { Result } from '../../shared/result';
import type { Memory } from './memory';
import { writeOfficialRows } from './official-rows';
import { perform } from './perform';

/**
 * Restores every conference whose rows are not those of the version that the journal says was applied. Answers the ids
 * of the conferences that could not be restored, because what is kept of them is damaged or gone: their papers have to
 * be fetched again.
 */
export async function restoreOfficial(memory: Memory, platform: Platform): Promise<readonly string[]> {
  const { applied, trusted } = memory.database;
  const lost: string[] = [];
  for (const row of await applied.toArray()) {
    const shown = (await trusted.get(row.conferenceId))?.head?.sha256;
    if (shown !== row.head && !(await restoreConference(memory, platform, row))) lost.push(row.conferenceId);
  }
  return lost;
}

async function restoreConference(memory: Memory, platform: Platform, row: AppliedRow): Promise<boolean> {
  const expectedConference = conferenceId(row.conferenceId);
  const verified = await verifyBundle(keptSource(memory, row.conferenceId), undefined, {
    ...platform,
    // What was applied in its time stays usable for ever; only new papers need keys that have not expired.
    now: 0,
    expectedConference,
  });
  if (!verified.ok || verified.value.version < row.version) return false;
  const bundle = verified.value;
  // A crash between keeping a newer version and the journal's entry: the delegate had said yes to it.
  if (bundle.headHash !== row.head) {
    const deed = deedOf('official.applied', row.conferenceId, { version: bundle.version, head: bundle.headHash });
    const performed = await perform(memory, [deed]);
    if (!performed.ok) return false;
  }
  return writeOfficialRows(memory.database, bundle);
}

/** What is kept of a conference, as a source like any other. */
function keptSource({ desktop, name }: Memory, conference: string): BundleSource {
  const read = async (what: DesktopArguments<'readOfficial'>['what']): Promise<Result<Uint8Array, SourceFailure>> => {
    const bytes = await desktop.readOfficial({ store: name, conference, what });
    return bytes.ok ? bytes : fail({ kind: 'not-found' });
  };
  return {
    kind: 'file',
    root: async (version) => read({ kind: 'root', version }),
    head: async () => read({ kind: 'head' }),
    object: async (sha256) => read({ kind: 'object', sha256 }),
  };
}
