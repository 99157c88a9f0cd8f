import { expect, it } from 'vitest';
import { projectEntry } from './fold';

const amendment = {
  id: 'own-2',
  conferenceId: 'hall',
  motionId: 'm',
  origin: 'delegate',
  standing: 'draft',
  submittedBy: [],
  baseVersion: 't0123456789abcdef',
  operations: [],
} as const;

const decision = { motionId: 'm', key: 'carried', recordedAt: 5 } as const;
const part = { from: 'p1', to: 'p2', key: 'lost', name: 'lines 5–8' } as const;

it.each([
  ['an amendment from before amendments could be amended', amendment],
  ['an amendment to an amendment', { ...amendment, amends: 'own-1' }],
])('%s is read as written', (_, val) => {
  expect(projectEntry({ t: 'amendment.set', id: 'own-2', val })).toEqual([
    { table: 'amendments', key: 'own-2', row: val },
  ]);
});

it.each([
  ['from before votes in parts', decision],
  ['taken in parts', { ...decision, parts: [part, { from: 'p3', to: 'p3' }] }],
])('a decision %s is read as written', (_, val) => {
  expect(projectEntry({ t: 'decision.set', id: 'm', val })).toEqual([
    { table: 'decisions', key: 'm', row: { ...val, recordId: 'm' } },
  ]);
});

it.each([
  ['amendment.set', 'own-2', { ...amendment, amends: 7 }],
  ['decision.set', 'm', { ...decision, parts: [{ ...part, key: 'perhaps' }] }],
  ['decision.set', 'm', { ...decision, parts: [{ from: 'p1' }] }],
] as const)('%s of a shape that no version writes changes nothing', (t, id, val) => {
  expect(projectEntry({ t, id, val })).toEqual([]);
});
