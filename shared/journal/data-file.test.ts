import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownDeed } from '../../tests/adversary/arbitrary-deeds';
import type { TextCodec } from '../ports';
import { readDataFile, writeDataFile } from './data-file';
import type { ExportedData } from './data-file';
import { emptyState, foldEntries } from './fold';

const codec: TextCodec = {
  encode: (text) => new TextEncoder().encode(text),
  decodeUtf8: (bytes) => {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return undefined;
    }
  },
  decode: (bytes, encoding) => new TextDecoder(encoding).decode(bytes),
};

const read = (text: string) => readDataFile(codec.encode(text), codec);
const empty: ExportedData = { exportedAt: '2027-06-22T16:40:00.000Z', state: emptyState(), official: [] };
const record = { id: 'm-1', kind: 'motion', rev: 1, status: 'published', title: 'Buses', submittedBy: [], clauses: [] };
const official = [{ conference: `c${'a'.repeat(26)}`, version: 3, records: [record] }];

describe('a data file', () => {
  it('holds everything the journal amounts to', () => {
    fc.assert(
      fc.property(fc.array(knownDeed, { maxLength: 40 }), (deeds) => {
        const state = foldEntries(deeds);
        const text = writeDataFile({ ...empty, state });
        const again = read(text);
        if (!again.ok) throw new Error(JSON.stringify(again.error));
        expect({ ...again.value.state, textVersions: 0 }).toEqual({ ...state, textVersions: 0 });
        for (const [key, row] of again.value.state.textVersions) expect(row).toEqual(state.textVersions.get(key));
        expect(writeDataFile({ ...empty, state: again.value.state })).toBe(text);
      }),
      { seed: 20_270_622, numRuns: 300 },
    );
  });

  it('holds the office’s papers as their records', () => {
    const again = read(writeDataFile({ ...empty, official }));
    expect(again.ok && again.value.official[0]?.motions.map((motion) => [motion.origin, motion.text.title])).toEqual([
      ['office', 'Buses'],
    ]);
  });

  it('leaves out what was removed', () => {
    const note = { id: 'n1', motionId: 'm1', baseVersion: 't1', body: 'between us', savedAt: 1 };
    const state = foldEntries([
      { t: 'note.set', id: 'n1', val: note },
      { t: 'note.remove', id: 'n1' },
    ]);
    expect(writeDataFile({ ...empty, state })).not.toContain('between us');
  });
});

describe('a file that is refused', () => {
  const whole = JSON.parse(writeDataFile({ ...empty, official }));
  const changed = (change: object): string => JSON.stringify({ ...whole, ...change });

  it.each([
    ['nothing', '', { kind: 'not-data-file' }],
    ['a motion', 'Conference notes', { kind: 'not-data-file' }],
    ['another JSON', '{"format":"rostrum-bundle","version":1}', { kind: 'not-data-file' }],
    ['a repeated key', '{"format":"rostrum-data","format":"rostrum-data"}', { kind: 'not-data-file' }],
    ['a newer version', changed({ version: 2 }), { kind: 'newer-version', version: 2 }],
    ['no version', changed({ version: 'x' }), { kind: 'malformed', where: 'version' }],
    ['a field too many', changed({ more: 1 }), { kind: 'malformed', where: 'more' }],
    ['no time', changed({ exportedAt: 'yesterday' }), { kind: 'malformed', where: 'exportedAt' }],
    [
      'an unknown deed',
      changed({ deeds: [{ t: 'vote.set', id: 'v1', val: 1 }] }),
      { kind: 'malformed', where: 'vote.set v1' },
    ],
    [
      'a deed under another name',
      changed({ deeds: [{ t: 'note.set', id: 'n1', val: { id: 'n2' } }] }),
      { kind: 'malformed', where: 'note.set n1' },
    ],
    [
      'a record without a title',
      changed({ official: [{ ...official[0], records: [{ ...record, title: 1 }] }] }),
      { kind: 'malformed', where: expect.stringContaining('m-1') },
    ],
  ])('%s', (_name, text, error) => {
    expect(read(text)).toEqual({ ok: false, error });
  });

  it('bytes that are no text', () => {
    expect(readDataFile(new Uint8Array([0xff, 0xfe, 0x00]), codec)).toEqual({
      ok: false,
      error: { kind: 'not-data-file' },
    });
  });
});
