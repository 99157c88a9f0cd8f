import { describe, expect, it } from 'vitest';
import { conference, motionOf, printedAmendmentOf } from '../../tests/adversary/conference-papers';
import type { Amendment } from '../amendment/amendment';
import { baseTextOf } from '../amendment/base-text';
import { amendmentId, clauseId } from '../ids';
import { accountOfConference } from './motion-account';
import { amendmentWording } from './amendment-wording';

const lamps = motionOf('2', 'Lamps', ['The lamps are out.']);
const printed = printedAmendmentOf(lamps, '2.1');
const id = amendmentId('mine');
const base = baseTextOf({ id, operations: [], amends: printed.id }, lamps.text, [printed]);
if (!base.ok) throw new Error('The printed amendment fits its motion');
const mine: Amendment = {
  ...printed,
  id,
  standing: 'draft',
  amends: printed.id,
  baseVersion: base.value.id,
  operations: [{ kind: 'replace', clause: clauseId('c1'), from: 16, to: 21, removed: 'notes', text: 'deplores' }],
};

describe('the wording of an amendment to an amendment', () => {
  it('names the amendment, and not only the motion', () => {
    const parent = { text: lamps.text, amendment: printed };
    expect(amendmentWording(mine, base.value, parent).join(' ')).toMatch(/amendment 2\.1.*“notes”.*“deplores”/u);
  });

  it('stands so in a report', () => {
    const { motions } = accountOfConference({
      conference,
      motions: [lamps],
      amendments: [printed, mine],
      earlierTexts: [base.value],
      notes: [],
      mandates: [],
      decisions: [],
      briefings: [],
      links: [],
    });
    const own = motions[0]?.amendments.find(({ amendment }) => amendment.id === id);
    expect(own?.wording.join(' ')).toMatch(/amendment 2\.1/u);
  });
});
