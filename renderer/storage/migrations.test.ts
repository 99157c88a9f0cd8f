import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { declareDatabase } from './database';
import { newestVersion } from './migrations';

it('amendments of version 4 are found by their numbers after the step to version 5, and are otherwise as they were', async () => {
  const row = {
    id: 'a1',
    motionId: 'm1',
    conferenceId: 'lg27',
    origin: 'office',
    standing: 'published',
    number: '1.1',
  };
  const before = new Dexie('step-to-5');
  before
    .version(4)
    .stores({ amendments: 'id, motionId, [conferenceId+origin], [conferenceId+motionId+origin+standing]' });
  await before.table('amendments').bulkPut([row, { ...row, id: 'a2', number: '1.2' }]);
  before.close();
  const { dexie, amendments } = declareDatabase('step-to-5', () => undefined);
  expect(await amendments.where('number').equals('1.1').toArray()).toEqual([row]);
  expect(await amendments.count()).toBe(2);
  expect(dexie.verno).toBe(newestVersion);
  dexie.close();
  await Dexie.delete('step-to-5');
});
