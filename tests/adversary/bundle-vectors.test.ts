import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseJsonSafely } from '../../shared/bundle/parse-json-safely';
import { platform } from './conference-office';

const vectors = new URL('../../../shared/vectors/', import.meta.url);
const bytesOf = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));

describe('Ed25519 agrees with', () => {
  const { cryptography } = platform;

  it('RFC 8032, section 7.1: signing and verifying', async () => {
    const cases = JSON.parse(readFileSync(new URL('ed25519/rfc8032-ed25519.json', vectors), 'utf8'));
    expect(cases).toHaveLength(4);
    for (const { priv, pub, msg, sig } of cases) {
      // PKCS #8 of RFC 8410: a fixed beginning, then the 32 bytes of the seed.
      const privateKey = bytesOf(`302e020100300506032b657004220420${priv}`);
      const signature = await cryptography.signEd25519(privateKey, bytesOf(msg));
      expect(Buffer.from(signature).toString('hex')).toBe(sig);
      expect(await cryptography.verifyEd25519(bytesOf(pub), bytesOf(sig), bytesOf(msg))).toBe(true);
    }
  });

  it('all 151 cases of Wycheproof', async () => {
    const { testGroups } = JSON.parse(readFileSync(new URL('ed25519/ed25519_test.json', vectors), 'utf8'));
    const wrong: number[] = [];
    let count = 0;
    for (const { publicKey, tests } of testGroups) {
      for (const { tcId, msg, sig, result } of tests) {
        const verdict = await cryptography.verifyEd25519(bytesOf(publicKey.pk), bytesOf(sig), bytesOf(msg));
        if (verdict !== (result === 'valid')) wrong.push(tcId);
        count += 1;
      }
    }
    expect(wrong).toEqual([]);
    expect(count).toBe(151);
  });
});

describe('JSON agrees with the JSONTestSuite: ', () => {
  const folder = fileURLToPath(new URL('json/test_parsing/', vectors));
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const verdictOn = (name: string): ReturnType<typeof parseJsonSafely> =>
    parseJsonSafely(new Uint8Array(readFileSync(join(folder, name))), platform.text);

  it('nothing that is no JSON is accepted', () => {
    const wrong = names.filter((name) => name.startsWith('n_') && verdictOn(name).ok);
    expect(wrong).toEqual([]);
    expect(names.filter((name) => name.startsWith('n_'))).toHaveLength(188);
  });

  it('all JSON is accepted, but repeated keys and numbers that are no safe integers', () => {
    const refused = new Map<string, string>();
    for (const name of names.filter((each) => each.startsWith('y_'))) {
      const verdict = verdictOn(name);
      if (!verdict.ok) refused.set(name, verdict.error.kind);
    }
    const kinds = [...refused.entries()].map(([name, kind]) =>
      name.startsWith('y_number') ? kind : `${name}: ${kind}`,
    );
    expect([...new Set(kinds)].sort()).toEqual([
      'unsafe-number',
      'y_object_duplicated_key.json: repeated-key',
      'y_object_duplicated_key_and_value.json: repeated-key',
      'y_object_extreme_numbers.json: unsafe-number',
      'y_structure_lonely_negative_real.json: unsafe-number',
    ]);
  });

  it('of what parsers may take either way, nothing with a broken character or an unsafe number is accepted', () => {
    const accepted = names.filter((name) => name.startsWith('i_') && verdictOn(name).ok);
    expect(accepted).toEqual([]);
  });
});
