// Ten thousand histories of own devices, others than those of every day; one in a hundred with age itself.

import { expect, it } from 'vitest';
import { playHistory, setStage } from '../adversary/histories';

const histories = 10_000;

it(`laptops agree and lose no text in ${histories} histories`, async () => {
  const stage = await setStage();
  let entries = 0;
  for (let seed = 1_000_001; seed <= 1_000_000 + histories; seed += 1) {
    entries += (await playHistory(seed, stage, seed % 100 === 0 ? 'age' : 'double')).entries;
  }
  expect(entries).toBeGreaterThan(histories * 10);
  process.stdout.write(`${histories} histories, ${entries} entries, no text lost\n`);
});
