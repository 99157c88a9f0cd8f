import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { htmlParser } from '../../cli/html-parser';
import { overlapOf } from '../../shared/amendment/overlap';
import { applyOperations } from '../../shared/amendment/apply-operations';
import { parseEntry } from '../../shared/journal/parse-entry';
import { deedOf } from '../../shared/journal/entry';
import { loadSample } from './load-sample';
import type { SamplePapers } from './load-sample';

function sample(): SamplePapers {
  const loaded = loadSample({ html: htmlParser });
  if (!loaded.ok) throw new Error(`not read: ${loaded.error.paper}`);
  return loaded.value;
}

const folder = join(import.meta.dirname, 'papers');

describe('the sample conference', () => {
  const { conference, motions, amendments, briefings } = sample();

  it('has twelve motions, twenty amendments and two briefings', () => {
    expect([motions.length, amendments.length, briefings.length]).toEqual([12, 20, 2]);
    expect(motions.map((motion) => motion.number)).toEqual(
      expect.arrayContaining(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', 'EM1']),
    );
    expect(motions.filter((motion) => motion.kind === 'composite')).toHaveLength(1);
    expect(motions.filter((motion) => motion.kind === 'rule-amendment')).toHaveLength(1);
  });

  it('is of one conference, which says that it is not real', () => {
    expect(new Set([...motions, ...amendments, ...briefings].map((paper) => paper.conferenceId))).toEqual(
      new Set([conference.id]),
    );
    expect(conference.organisation).toContain('sample');
    expect(new Set(motions.map((motion) => motion.conference))).toEqual(new Set([conference.title]));
  });

  it('has a title, a date, a submitter and nothing dropped in every motion', () => {
    for (const motion of motions) {
      expect([motion.number, motion.text.title === '', motion.dropped]).toEqual([motion.number, false, []]);
      expect(motion.date).toMatch(/^2027-/);
      expect(motion.submittedBy.length).toBeGreaterThan(0);
      expect(motion.text.clauses.length).toBeGreaterThan(1);
    }
  });

  it('keeps every word of every paper', () => {
    const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
    const held = new Set(words(JSON.stringify([conference, motions, amendments, briefings]).replaceAll('\\n', ' ')));
    const months = words(
      'January February March April May June 2027 Conference Composite Date Decision Published in By',
    );
    for (const file of readdirSync(folder)) {
      const missing = words(readFileSync(join(folder, file), 'utf8')).filter(
        (word) => !held.has(word) && !months.includes(word) && !/^\d{1,2}$/.test(word),
      );
      expect([file, missing.filter((word) => !['Carried', 'Amended', 'as', 'Lost'].includes(word))]).toEqual([
        file,
        [],
      ]);
    }
  });

  it('drops from its articles what belongs to the web page', () => {
    expect(briefings.map((briefing) => [briefing.title, briefing.publisher, briefing.publishedAt])).toEqual([
      ['Hot enough to cook in: what one depot measured last summer', 'The Westbrough Courier', '2027-05-14'],
      ['Rota software told carers to be in two towns at once', 'Town and County Weekly', '2027-06-03'],
    ]);
    expect(briefings.flatMap((briefing) => briefing.dropped)).toContain('You must sign in to make a comment');
  });

  it.each(amendments.map((amendment) => [amendment.number, amendment] as const))(
    'applies amendment %s to its motion',
    (_number, amendment) => {
      const motion = motions.find((one) => one.id === amendment.motionId);
      if (motion === undefined) throw new Error('an amendment to no motion');
      const applied = applyOperations(motion.text, amendment.operations);
      expect(applied.ok && applied.value).not.toEqual(motion.text);
      expect(applied.ok).toBe(true);
      expect(amendment.baseVersion).toBe(motion.text.id);
    },
  );

  it.each([
    ['3.1', '3.2', 'conflict'],
    ['4.1', '4.2', 'falls'],
  ] as const)('has amendments %s and %s, which cannot both stand: %s', (first, second, kind) => {
    const named = (number: string) => amendments.find((amendment) => amendment.number === number);
    const base = motions.find((motion) => motion.id === named(first)?.motionId);
    const operations = (number: string) => named(number)?.operations ?? [];
    expect(base === undefined ? undefined : overlapOf(base.text, operations(first), operations(second)).kind).toBe(
      kind,
    );
  });

  it('is the same each time it is loaded', () => {
    expect(sample()).toEqual({ conference, motions, amendments, briefings });
  });

  it('is what a journal can hold', () => {
    const deeds = [
      deedOf('conference.set', conference.id, conference),
      ...motions.map((motion) => deedOf('motion.set', motion.id, motion)),
      ...amendments.map((amendment) => deedOf('amendment.set', amendment.id, amendment)),
      ...briefings.map((briefing) => deedOf('briefing.set', briefing.id, briefing)),
    ];
    expect(deeds.filter((deed) => !parseEntry(deed).ok)).toEqual([]);
  });
});
