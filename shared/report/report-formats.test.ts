import { describe, expect, it } from 'vitest';
import { reportFileName, reportFormats, writeReport } from './report-formats';

describe('the name of a report’s file', () => {
  it.each([
    ['Report back: 2027 National Delegate Conference', 'Report back, 2027 National Delegate Conference.pdf'],
    ['Report back: Cynhadledd Gŵyl', 'Report back, Cynhadledd Gŵyl.pdf'],
    ['../../etc/passwd', '.. .. etc passwd.pdf'],
    ['C:\\con|aux?<>"*', 'C con aux.pdf'],
    ['line\nend\u202Efdp', 'line end fdp.pdf'],
    ['...', 'Report.pdf'],
    ['', 'Report.pdf'],
    ['x'.repeat(500), `${'x'.repeat(120)}.pdf`],
  ])('%j is %j', (title, name) => {
    expect(reportFileName({ title }, 'pdf')).toBe(name);
  });
});

it('every format but PDF is a text of its own', () => {
  const document = { title: 'Report', language: 'en-GB', blocks: [], sheet: { columns: ['Motion'], rows: [] } };
  const texts = reportFormats.flatMap((format) => (format === 'pdf' ? [] : [writeReport(document, format)]));
  expect(new Set(texts).size).toBe(5);
});
