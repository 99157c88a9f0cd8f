// A whole bundle, or only what changed, as one JSON file for a stick or an e-mail (`*.rostrum`): the same envelopes and
// objects as at an address, and the same checks.

import * as v from 'valibot';
import { fromBase64, toBase64 } from '../base64';
import type { TextCodec } from '../ports';
import { fail, succeed, type Result } from '../result';
import type { BundleFailure } from './bundle-failure';
import type { BundleSource } from './bundle-source';
import { sha256Pattern } from './hex';
import { singleFileJsonLimits, singleFileLimit } from './limits';
import { parseJsonSafely } from './parse-json-safely';

/** Raise it when an older app could no longer read the file; then also FORMAT.md, and S17 for the older app. */
const fileVersion = 1;

const frameSchema = v.object({ format: v.literal('conf-bundle'), v: v.pipe(v.number(), v.minValue(1)) });

const fileSchema = v.object({
  roots: v.pipe(v.array(v.record(v.string(), v.unknown())), v.maxLength(64)),
  head: v.record(v.string(), v.unknown()),
  objects: v.record(v.pipe(v.string(), v.regex(sha256Pattern)), v.string()),
});

const versionSchema = v.object({ version: v.number() });

/** The parts of a bundle as bytes. */
export type BundleParts = {
  /** Envelopes of the roots, oldest first. */
  readonly roots: readonly Uint8Array[];
  readonly head: Uint8Array;
  readonly objects: readonly { readonly sha256: string; readonly bytes: Uint8Array }[];
};

/** Whether `bytes` begin like a single-file bundle, for telling one from a paper. */
export function looksLikeSingleFile(bytes: Uint8Array, text: TextCodec): boolean {
  const beginning = text.decode(bytes.subarray(0, 200), 'utf-8');
  return /^\s*\{\s*"format"\s*:\s*"conf-bundle"/.test(beginning);
}

/** Opens a single file as a source. S01 when it is none, S14 when it is too large, S17 when its version is newer. */
export function readSingleFile(bytes: Uint8Array, text: TextCodec): Result<BundleSource, BundleFailure> {
  const part = { kind: 'file' } as const;
  if (bytes.length > singleFileLimit) return fail({ kind: 'too-large', code: 'S14', part, limit: singleFileLimit });
  const json = parseJsonSafely(bytes, text, singleFileJsonLimits);
  if (!json.ok) {
    if (json.error.kind === 'too-deep') return fail({ kind: 'unsafe', code: 'S13', part, why: 'too-deep' });
    return fail({ kind: 'not-a-bundle', code: 'S01', part });
  }
  const frame = v.safeParse(frameSchema, json.value);
  if (!frame.success) return fail({ kind: 'not-a-bundle', code: 'S01', part });
  if (frame.output.v > fileVersion) return fail({ kind: 'newer-format', code: 'S17', major: frame.output.v });
  const shape = v.safeParse(fileSchema, json.value);
  if (!shape.success) return fail({ kind: 'not-a-bundle', code: 'S01', part });
  return succeed(sourceOf(shape.output, text));
}

/** The bytes of a single file holding `parts`. */
export function writeSingleFile(parts: BundleParts, text: TextCodec): Uint8Array {
  const envelope = (bytes: Uint8Array): string => text.decode(bytes, 'utf-8');
  const objects = parts.objects.map(({ sha256, bytes }) => `"${sha256}":"${toBase64(bytes)}"`);
  return text.encode(
    `{"format":"conf-bundle","v":${fileVersion},"roots":[${parts.roots.map(envelope).join(',')}],` +
      `"head":${envelope(parts.head)},"objects":{${objects.join(',')}}}`,
  );
}

function sourceOf(file: v.InferOutput<typeof fileSchema>, text: TextCodec): BundleSource {
  const objects = new Map(Object.entries(file.objects));
  const roots = new Map<number, Uint8Array>();
  for (const root of file.roots) {
    const version = claimedVersion(root['payload'], text);
    if (version !== undefined && !roots.has(version)) roots.set(version, text.encode(JSON.stringify(root)));
  }
  return {
    kind: 'file',
    root: async (version) => {
      const bytes = roots.get(version);
      return bytes === undefined ? fail({ kind: 'not-found' }) : succeed(bytes);
    },
    head: async () => succeed(text.encode(JSON.stringify(file.head))),
    object: async (sha256) => {
      const encoded = objects.get(sha256);
      if (encoded === undefined) return fail({ kind: 'not-found' });
      const bytes = fromBase64(encoded);
      return bytes === undefined ? fail({ kind: 'wrong-hash' }) : succeed(bytes);
    },
  };
}

/** The version that a root's payload claims, only to find it by; verifying it comes later. */
function claimedVersion(payload: unknown, text: TextCodec): number | undefined {
  const bytes = typeof payload === 'string' ? fromBase64(payload) : undefined;
  const json = bytes === undefined ? undefined : parseJsonSafely(bytes, text);
  const shape = v.safeParse(versionSchema, json?.ok === true ? json.value : undefined);
  return shape.success ? shape.output.version : undefined;
}
