import { expect, it } from 'vitest';
import * as fc from 'fast-check';
import { safeFileName } from './file-name';

it.each([
  ['Report.md', 'Report.md'],
  ['Mutuals and Co-ops (notes).html', 'Mutuals and Co-ops (notes).html'],
  ['../../etc/cron.d/x', 'etc cron.d x'],
  ['C:\\Windows\\win.ini', 'C Windows win.ini'],
  ['a/b: “c”?.csv', 'a b “c”.csv'],
  ['CON.txt', 'CON_.txt'],
  ['nul', 'nul_'],
  ['report.pdf. . ', 'report.pdf'],
  ['report\u202efdp.exe', 'report fdp.exe'],
  ['', 'Rostrum'],
  ['...', 'Rostrum'],
  ['/.md', 'md'],
])('%j is saved as %j', (suggested, name) => {
  expect(safeFileName(suggested)).toBe(name);
});

it('a name never holds a path, a control character or a trailing dot, and is never long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (suggested) => {
      const name = safeFileName(suggested);
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}<>:"/\\|?*]|[. ]$|^$/u);
      expect(name.length).toBeLessThanOrEqual(121);
    }),
    { seed: 5, numRuns: 300 },
  );
});
