// Getting what is new into a folder that holds what was got before: verified against it, and written only when all of it
// is in order. The folder has the layout of a publication, and beside it what is trusted.

import { join } from 'node:path';
import { parseTrustedState, type TrustedState } from '../shared/bundle/trusted-state';
import type { OfficialRecord } from '../shared/bundle/records';
import { verifyBundle, type VerifiedBundle } from '../shared/bundle/verify-bundle';
import type { ConferenceId } from '../shared/ids';
import { describeMerge, type MergeDescription } from '../shared/merge/describe-merge';
import { planMerge, type HeldPapers } from '../shared/merge/plan-merge';
import { fail, succeed, type Result } from '../shared/result';
import { makeFolder } from '../electron/keep/files';
import { pushFiles } from '../electron/keep/push-files';
import { localPlace } from '../electron/keep/push-local-folder';
import { bundlePlatform } from './bundle-platform';
import { bundleSentence } from './bundle-sentence';
import { findBundle, findTrouble } from './find-bundle';
import { readIfThere } from './keys-folder';
import { countingFetch, folderSentence, type Traffic } from './place-at';
import { conferencesIn, folderSource } from './published-folder';

export type PullRequest = {
  /** A file, folder or address. */
  readonly from: string;
  /** The folder that holds what was pulled before; made when it is not there. */
  readonly folder: string;
  readonly expected?: ConferenceId;
};

export type Pulled = {
  readonly bundle: VerifiedBundle;
  /** Everything the version holds, also where nothing is new. */
  readonly records: readonly OfficialRecord[];
  readonly papers: HeldPapers;
  readonly changes: MergeDescription;
  readonly traffic: Traffic;
};

export type PullRefusal = { readonly kind: 'not-pulled'; readonly code: string; readonly message: string };

/** Pulls. A refusal leaves the folder as it was. */
export async function pullBundle({ from, folder, expected }: PullRequest): Promise<Result<Pulled, PullRefusal>> {
  const made = await makeFolder(folder);
  if (!made.ok) return refuse(made.error.kind, folderSentence(made.error));
  const traffic: Traffic = { requests: 0, bytes: 0 };
  const known = await conferencesIn(folder);
  const wanted = expected ?? (known.length === 1 ? known[0] : undefined);
  const source = await findBundle(from, wanted, countingFetch(traffic));
  if (!source.ok) return fail({ kind: 'not-pulled', ...findTrouble(source.error, from) });
  const trusted = wanted === undefined ? undefined : await readTrusted(folder, wanted);
  const held = trusted === undefined ? undefined : await readHeld(folder, trusted);
  const chunks = new Map(held?.chunks.map(({ entry, records }) => [entry.sha256, records]));
  // Of a version that is trusted and not held any more, everything is wanted, as from a file.
  const isLost = trusted !== undefined && held === undefined;
  const verified = await verifyBundle(isLost ? { ...source.value, kind: 'file' } : source.value, trusted, {
    ...bundlePlatform,
    now: Date.now(),
    held: async (sha256) => chunks.get(sha256),
    ...(wanted === undefined ? {} : { expectedConference: wanted }),
  });
  if (!verified.ok) return refuse(verified.error.code, bundleSentence(verified.error));
  const bundle = verified.value;
  const written = await keep(folder, bundle);
  if (!written.ok) return written;
  const plan = planMerge(held?.papers ?? { motions: [], amendments: [] }, bundle);
  const whole = bundle.isNews || held === undefined ? bundle : held;
  return succeed({
    bundle,
    records: whole.chunks.flatMap(({ records }) => records),
    papers: whole.papers,
    changes: describeMerge(plan),
    traffic,
  });
}

function refuse(code: string, message: string): Result<never, PullRefusal> {
  return fail({ kind: 'not-pulled', code, message });
}

async function readTrusted(folder: string, conference: ConferenceId): Promise<TrustedState | undefined> {
  const bytes = await readIfThere(trustedPath(folder, conference));
  return bytes === undefined ? undefined : parseTrusted(Buffer.from(bytes).toString('utf8'));
}

/** What is held, verified once more; undefined when it is not whole any more. */
async function readHeld(folder: string, trusted: TrustedState): Promise<VerifiedBundle | undefined> {
  const verification = { ...bundlePlatform, now: Date.now(), expectedConference: trusted.conference };
  const bundle = await verifyBundle(folderSource(folder, trusted.conference), trusted, verification);
  return bundle.ok ? bundle.value : undefined;
}

const trustedPath = (folder: string, conference: string): string => join(folder, conference, 'trusted.json');

function parseTrusted(text: string): TrustedState | undefined {
  try {
    return parseTrustedState(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Roots and objects, then the head, then what is trusted from now on. */
async function keep(folder: string, bundle: VerifiedBundle): Promise<Result<undefined, PullRefusal>> {
  const { received, state } = bundle;
  const place = localPlace(join(folder, state.conference));
  const kept = await pushFiles(
    place,
    {
      immutable: [
        ...received.roots.map(({ version, bytes }) => ({ path: `root/${version}.json`, bytes })),
        ...received.objects.map(({ sha256, bytes }) => ({ path: `o/${sha256}`, bytes })),
      ],
      head: { path: 'head.json', bytes: received.head },
    },
    { honoursIfMatch: false },
  );
  const trusted = { path: 'trusted.json', bytes: bundlePlatform.text.encode(`${JSON.stringify(state, null, 2)}\n`) };
  const noted = kept.ok ? await pushFiles(place, { immutable: [], head: trusted }, { honoursIfMatch: false }) : kept;
  return noted.ok ? noted : refuse(noted.error.kind, folderSentence(noted.error));
}
