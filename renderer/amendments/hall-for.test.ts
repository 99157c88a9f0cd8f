import { describe, expect, it } from 'vitest';
import { motionOf, printedAmendmentOf } from '../../tests/adversary/conference-papers';
import { readConsequenceRules } from '../../shared/motion/consequence';
import { hallFor } from './hall-for';
import { tryAmendments } from './what-if';

const motion = motionOf('2', 'Lamps', ['The lamps are out.', 'The buoys are red.']);
const first = printedAmendmentOf(motion, '2.1');
const [second] = motion.text.clauses.slice(1);
const amendments = [first];
const nothing = { hall: undefined, decisions: [], ticked: new Set<never>(), amendments };

describe('what is known of the hall', () => {
  it('is the decisions on other items: those tried are not held against themselves', () => {
    const decided = [
      { number: '2', decision: 'carried' },
      { number: '2.1', decision: 'carried' },
      { number: '7', decision: 'carried' },
    ] as const;
    expect(hallFor(motion, { ...nothing, hall: { rules: [], decided } }).decided).toEqual([
      { number: '7', decision: 'carried' },
    ]);
  });

  it('is what was lost of the amendments to it, unless it is ticked', () => {
    const decisions = [{ recordId: first.id, key: 'lost' }] as const;
    expect(hallFor(motion, { ...nothing, decisions }).decided).toEqual([{ number: '2.1', decision: 'lost' }]);
    expect(hallFor(motion, { ...nothing, decisions, ticked: new Set([first.id]) }).decided).toEqual([]);
  });

  it('makes an amendment fall by what was decided elsewhere', () => {
    const rules = readConsequenceRules('If 7 is carried, 2.1 falls.');
    const ticked = new Set([first.id]);
    const hall = hallFor(motion, {
      ...nothing,
      ticked,
      hall: { rules, decided: [{ number: '7', decision: 'carried' }] },
    });
    const aside = tryAmendments(motion.text, amendments, ticked, hall).setAside.get(first.id);
    expect([aside?.kind, aside?.rule?.printed]).toEqual(['by-rule', 'If 7 is carried, 2.1 falls.']);
  });

  it('is the parts that were lost, which leave the text', () => {
    if (second === undefined) throw new Error('two clauses are given');
    const parts = [{ from: second.id, to: second.id, key: 'lost' }] as const;
    const decisions = [{ recordId: motion.id, key: 'carried', parts }] as const;
    const tried = tryAmendments(motion.text, amendments, new Set(), hallFor(motion, { ...nothing, decisions }));
    expect(tried.amended.clauses.map(({ text }) => text)).toEqual(['The lamps are out.']);
    expect([...tried.leftOut]).toEqual([second.id]);
    expect(tried.text).toBeDefined();
  });
});
