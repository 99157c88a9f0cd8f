import { describe, expect, it } from 'vitest';
import { findTargets, numberBeginnings, type Target } from './go-to';

function target(kind: Target['kind'], number: string | undefined, title: string): Target {
  const key = `${kind} ${number ?? title}`;
  return { kind, key, title, href: `#/${key}`, ...(number === undefined ? {} : { number }) };
}

const targets: readonly Target[] = [
  target('motion', '1', 'Fair pay for library staff'),
  target('motion', '12', 'Mutuals and co-ops'),
  target('amendment', '12.1', 'Mutuals and co-ops'),
  target('motion', '120', 'Bus shelters'),
  target('motion', 'EM1', 'Coastal flooding'),
  target('composite', 'C', 'Social care'),
  target('motion', undefined, 'Pension scheme in Llanélli'),
  target('line', 'l12', 'and believes that'),
  target('line', 'l120', 'buses are late'),
  target('briefing', undefined, 'Councils that co-operate'),
];

describe('what is typed goes to', () => {
  it.each<[string, readonly string[]]>([
    ['12', ['motion 12', 'amendment 12.1', 'motion 120']],
    ['Motion 12', ['motion 12', 'amendment 12.1', 'motion 120']],
    ['12.1', ['amendment 12.1']],
    ['em1', ['motion EM1']],
    ['EM 1', ['motion EM1']],
    ['comp c', ['composite C']],
    ['Composite C', ['composite C']],
    ['l12', ['line l12', 'line l120']],
    ['line 120', ['line l120']],
    ['mut', ['motion 12']],
    ['ops co', ['motion 12']],
    ['llanelli', ['motion Pension scheme in Llanélli']],
    ['fair staff', ['motion 1']],
    ['zebra', []],
    ['  ', []],
    ['?', []],
  ])('%s', (query, keys) => {
    expect(findTargets(query, targets, 10).map(({ key }) => key)).toEqual(keys);
  });

  it('no more than asked for', () => {
    expect(findTargets('12', targets, 1).map(({ key }) => key)).toEqual(['motion 12']);
  });
});

it.each<[string, readonly string[]]>([
  ['12.1', ['12.1', 'amendment 12.1']],
  ['Amendment 12.1', ['12.1', 'amendment 12.1']],
  ['EM 1', ['em1', 'em 1', 'amendment em1', 'amendment em 1']],
  ['  ', []],
])('what is typed as %s may begin numbers printed as %j', (query, beginnings) => {
  expect(numberBeginnings(query)).toEqual(beginnings);
});
