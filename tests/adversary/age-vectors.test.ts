import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { platformX25519 } from './platform-x25519';
import { expectedOf, readKitFile, verdictOn } from './age-kit';

const vectors = new URL('../../../shared/vectors/', import.meta.url);

describe('age agrees with', () => {
  const kit = new URL('age/age/testdata/', vectors);
  const names = readdirSync(kit);

  it('all 143 files of the test kit', async () => {
    const wrong: string[] = [];
    for (const name of names) {
      const file = await readKitFile(new Uint8Array(readFileSync(new URL(name, kit))));
      const verdict = await verdictOn(file);
      if (verdict !== expectedOf(file)) wrong.push(`${name}: ${verdict}, not ${expectedOf(file)}`);
    }
    expect(wrong).toEqual([]);
    expect(names).toHaveLength(143);
  }, 120_000);
});

it('X25519 of this platform, which age uses, agrees with all 518 cases of Wycheproof', async () => {
  const { testGroups } = JSON.parse(readFileSync(new URL('ed25519/x25519_test.json', vectors), 'utf8'));
  const { wrong, count } = await platformX25519(testGroups);
  expect(wrong).toEqual([]);
  expect(count).toBe(518);
});
