// Other addresses of the same papers: the `mirrors` of the newest root, which the conference's keys have signed. It does
// not matter who runs them: what they hand over is verified like everything else.

import * as v from 'valibot';
import { assert } from '../assert';
import { fromBase64 } from '../base64';
import type { TextCodec } from '../ports';
import type { Result } from '../result';
import type { BundleSource, SourceFailure } from './bundle-source';
import { parseJsonSafely } from './parse-json-safely';
import type { TrustedState } from './trusted-state';

const rootSchema = v.object({ mirrors: v.optional(v.array(v.object({ kind: v.string(), url: v.string() })), []) });

/** The mirrors in the root that is trusted, in its order; of kinds that this version does not read there is none. */
export function mirrorsOf({ root }: Pick<TrustedState, 'root'>, text: TextCodec): readonly string[] {
  const payload = fromBase64(root.payload);
  const json = payload === undefined ? undefined : parseJsonSafely(payload, text);
  const shape = v.safeParse(rootSchema, json?.ok === true ? json.value : undefined);
  if (!shape.success) return [];
  return shape.output.mirrors.flatMap(({ kind, url }) => (kind === 'https' ? [url] : []));
}

/**
 * `source`, and where it fails its `mirrors`, one after the other. Keys and the head are asked of a mirror only when
 * `source` cannot be reached: what it has is the newest. An object is what its hash says, wherever it comes from.
 */
export function withMirrors(source: BundleSource, mirrors: readonly BundleSource[]): BundleSource {
  const places = [source, ...mirrors];
  return {
    ...source,
    // Where there is no next root, a mirror that says so has answered.
    root: async (version) => firstOf(places, async (place) => place.root(version), isUnreached, isUnknown),
    head: async () => firstOf(places, async (place) => place.head(), isUnreached),
    object: async (sha256, size) => firstOf(places, async (place) => place.object(sha256, size)),
  };
}

type Answer = Result<Uint8Array, SourceFailure>;
type Judgement = (failure: SourceFailure) => boolean;

/** The first answer: of mirrors, when the first failure is worth asking them; where all fail, the first. */
async function firstOf(
  [source, ...mirrors]: readonly BundleSource[],
  ask: (place: BundleSource) => Promise<Answer>,
  isWorthAsking: Judgement = () => true,
  isAnswer: Judgement = () => false,
): Promise<Answer> {
  assert(source !== undefined, 'there is an address before its mirrors');
  const first = await ask(source);
  if (first.ok || !isWorthAsking(first.error)) return first;
  for (const mirror of mirrors) {
    const answer = await ask(mirror);
    if (answer.ok || isAnswer(answer.error)) return answer;
  }
  return first;
}

function isUnknown({ kind }: SourceFailure): boolean {
  return kind === 'not-found';
}

/** A sign-in page stands before a server that is not reached. */
function isUnreached({ kind }: SourceFailure): boolean {
  return kind === 'trouble' || kind === 'not-a-bundle';
}
