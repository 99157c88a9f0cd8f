// A thousand histories of two or three laptops; `npm run soak` plays ten thousand others.

import { expect, it } from 'vitest';
import { playHistory, setStage } from './histories';

it('laptops agree, lose no text, breed no copies and call nothing sent too early, in 1,000 histories', async () => {
  const stage = await setStage();
  const told = { entries: 0, copies: 0, crashes: 0, sent: 0 };
  for (let seed = 1; seed <= 1000; seed += 1) {
    const one = await playHistory(seed, stage, seed % 100 === 0 ? 'age' : 'double');
    told.entries += one.entries;
    told.copies += one.copies;
    told.crashes += one.crashes;
    told.sent += one.sent;
  }
  // The histories would prove little if little happened in them.
  expect(told.entries).toBeGreaterThan(10_000);
  expect(told.copies).toBeGreaterThan(300);
  expect(told.crashes).toBeGreaterThan(300);
  expect(told.sent).toBeGreaterThan(2000);
}, 120_000);
