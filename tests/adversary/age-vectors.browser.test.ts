// The age kit and X25519 in Chromium, with the same code as in Node.

import { expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { fromBase64 } from '../../shared/base64';
import { present } from '../../shared/assert';
import { expectedOf, readKitFile, verdictOn } from './age-kit';
import { platformX25519 } from './platform-x25519';

// Vite names the files that are there; their bytes are read one by one.
const names = Object.keys(import.meta.glob('../../../shared/vectors/age/age/testdata/*'));

it('in Chromium, age agrees with all 143 files of the test kit', async () => {
  const wrong: string[] = [];
  for (const path of names) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const text = await commands.readFile(`../shared/vectors/age/age/testdata/${name}`, { encoding: 'base64' });
    const file = await readKitFile(present(fromBase64(text), 'Node writes base64'));
    const verdict = await verdictOn(file);
    if (verdict !== expectedOf(file)) wrong.push(`${name}: ${verdict}, not ${expectedOf(file)}`);
  }
  expect(wrong).toEqual([]);
  expect(names).toHaveLength(143);
}, 240_000);

it('in Chromium, X25519 agrees with all 518 cases of Wycheproof', async () => {
  const { testGroups } = JSON.parse(await commands.readFile('../shared/vectors/ed25519/x25519_test.json'));
  const { wrong, count } = await platformX25519(testGroups);
  expect(wrong).toEqual([]);
  expect(count).toBe(518);
});
