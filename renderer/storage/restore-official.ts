// Makes official rows again from the bundles that are kept as received, each verified as if it had just arrived.

import type { BundleSource, SourceFailure } from '../../shared/bundle/bundle-source';
import type { Platform } from '../../shared/bundle/verification';
import { verifyBundle } from '../../shared/bundle/verify-bundle';
import type { DesktopArguments } from '../../shared/desktop-contract';
import { conferenceId } from '../../shared/ids';
import type { ConferenceId } from '../../shared/ids';
import { deedOf } from '../../shared/journal/entry';
import type { AppliedRow } from '../../shared/journal/row';
import { fail } from '../../shared/result';
import type { Result } from '../../shared/result';
import type { Memory } from './memory';
import { newsOf } from './official-news';
import type { OfficialNews } from './official-news';
import { perform } from './perform';

/** A version that is kept: the last, or `back` versions before it. */
export type KeptVersion = { readonly conference: ConferenceId; readonly back: 0 | 1 | 2 };

type KeptNews = Pick<OfficialNews, 'bundle' | 'writeRows' | 'writeTexts'>;

/**
 * Verifies what is kept of a version and hands it to `take`; undefined when it is damaged or gone. The moment it is
 * verified at is 0: what was applied in its time stays usable for ever, only new papers need keys that have not expired.
 */
export type KeptReader = (
  memory: Memory,
  version: KeptVersion,
  take: (news: KeptNews) => Promise<boolean>,
) => Promise<boolean | undefined>;

/** Reads what is kept in this very thread. */
export function keptReaderHere(platform: Platform): KeptReader {
  return async (memory, version, take) => {
    const expectedConference = version.conference;
    const verified = await verifyBundle(keptSource(memory, version), undefined, {
      ...platform,
      now: 0,
      expectedConference,
    });
    return verified.ok ? take(newsOf(memory.database, verified.value)) : undefined;
  };
}

/**
 * Restores every conference whose rows are not those of the version that the journal says was applied. Answers the ids
 * of the conferences that could not be restored, because what is kept of them is damaged or gone: their papers have to
 * be fetched again.
 */
export async function restoreOfficial(memory: Memory, readKept: KeptReader): Promise<readonly string[]> {
  const { applied, trusted } = memory.database;
  const lost: string[] = [];
  for (const row of await applied.toArray()) {
    const shown = (await trusted.get(row.conferenceId))?.head?.sha256;
    if (shown === row.head) continue;
    const conference = conferenceId(row.conferenceId);
    const restored = await readKept(memory, { conference, back: 0 }, async (news) => isRestored(memory, news, row));
    if (restored === true) await restoreEarlierTexts(memory, readKept, conference);
    else lost.push(row.conferenceId);
  }
  return lost;
}

/** Texts to compare with; a version that is not kept any more, or whose key was withdrawn since, has none. */
async function restoreEarlierTexts(memory: Memory, readKept: KeptReader, conference: ConferenceId): Promise<void> {
  for (const back of [1, 2] as const) {
    await readKept(memory, { conference, back }, async ({ writeTexts }) => writeTexts());
  }
}

async function isRestored(memory: Memory, { bundle, writeRows }: KeptNews, row: AppliedRow): Promise<boolean> {
  if (bundle.version < row.version) return false;
  // A crash between keeping a newer version and the journal's entry: the delegate had said yes to it.
  if (bundle.headHash !== row.head) {
    const deed = deedOf('official.applied', row.conferenceId, { version: bundle.version, head: bundle.headHash });
    const performed = await perform(memory, [deed]);
    if (!performed.ok) return false;
  }
  return writeRows();
}

/** What is kept of a version, as a source like any other. */
export function keptSource({ desktop, name }: Memory, { conference, back }: KeptVersion): BundleSource {
  const read = async (what: DesktopArguments<'readOfficial'>['what']): Promise<Result<Uint8Array, SourceFailure>> => {
    const bytes = await desktop.readOfficial({ store: name, conference, what });
    return bytes.ok ? bytes : fail({ kind: 'not-found' });
  };
  return {
    kind: 'file',
    root: async (version) => read({ kind: 'root', version }),
    head: async () => read(back === 0 ? { kind: 'head' } : { kind: 'earlier-head', back }),
    object: async (sha256) => read({ kind: 'object', sha256 }),
  };
}
