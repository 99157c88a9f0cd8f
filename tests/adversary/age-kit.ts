// Reads the files of the age test kit and says what came of decrypting one: the same in Node and in Chromium.

import { decryptUnder, decryptWith, fromArmor, type DecryptFailure } from '../../shared/bundle/self-age';
import { toHex } from '../../shared/bundle/hex';
import { fail, succeed, type Result } from '../../shared/result';

export type KitFile = { readonly facts: ReadonlyMap<string, readonly string[]>; readonly file: Uint8Array };

/** A kit file: lines of facts, an empty line, and an age file, possibly deflated. */
export async function readKitFile(bytes: Uint8Array): Promise<KitFile> {
  const facts = new Map<string, string[]>();
  let at = 0;
  for (;;) {
    const end = bytes.indexOf(0x0a, at);
    const line = new TextDecoder().decode(bytes.subarray(at, end));
    at = end + 1;
    if (line === '') break;
    const colon = line.indexOf(': ');
    const name = line.slice(0, colon);
    facts.set(name, [...(facts.get(name) ?? []), line.slice(colon + 2)]);
  }
  const rest = bytes.slice(at);
  if (!facts.has('compressed')) return { facts, file: rest };
  const inflated = new Blob([rest]).stream().pipeThrough(new DecompressionStream('deflate'));
  return { facts, file: new Uint8Array(await new Response(inflated).arrayBuffer()) };
}

/** What is expected of a kit file, in our words. */
export function expectedOf({ facts }: KitFile): 'success' | DecryptFailure['kind'] {
  const [expected] = facts.get('expect') ?? [];
  if (expected === 'success') return 'success';
  return expected === 'no match' ? 'no-key' : 'damaged';
}

/** What came of it; a payload that is not the expected one counts as damaged. */
export async function verdictOn({ facts, file }: KitFile): Promise<'success' | DecryptFailure['kind']> {
  const age = facts.has('armored') ? fromArmor(new TextDecoder().decode(file)) : file;
  const opened = age === undefined ? fail({ kind: 'damaged' }) : await open(facts, age);
  if (!opened.ok) return opened.error.kind;
  const hash = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(opened.value))));
  return hash === facts.get('payload')?.[0] ? 'success' : 'damaged';
}

async function open(facts: KitFile['facts'], file: Uint8Array): Promise<Result<Uint8Array, DecryptFailure>> {
  const [passphrase] = facts.get('passphrase') ?? [];
  const opened = await decryptWith(facts.get('identity') ?? [], file);
  if (opened.ok || passphrase === undefined) return opened;
  const under = await decryptUnder(passphrase, file);
  return under.ok ? succeed(under.value) : under;
}
