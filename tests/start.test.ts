// What `npm start` and `npm test` say on a computer that lacks something.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';

const build = (file: string): string => pathToFileURL(join(import.meta.dirname, '../build', file)).href;

/** Runs `script` in a Node of its own, in which nothing else is on the path. */
function runScript(script: string): { readonly code: number | null; readonly out: string; readonly err: string } {
  const empty = mkdtempSync(join(tmpdir(), 'rostrum-empty-'));
  onTestFinished(() => rmSync(empty, { recursive: true, force: true }));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    env: { PATH: empty },
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

it.each(['18.20.8', '20.18.3', '16.0.0'])('Node %s is too old, which a sentence says', (version) => {
  const script = `Object.defineProperty(process.versions, 'node', { value: '${version}' }); await import('${build('start.mjs')}');`;
  expect(runScript(script)).toEqual({
    code: 1,
    out: '',
    err: `Rostrum needs Node 20.19 or newer, and this is Node ${version}. Get it from https://nodejs.org\n`,
  });
});

it('a computer whose packages cannot be installed hears in one line what the tests need', () => {
  const { code, out, err } = runScript(
    `const { prepareMachine } = await import('${build('prepare-machine.mjs')}'); await prepareMachine();`,
  );
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(err).toMatch(/^The tests also need: chromium, .+\. On Debian or Ubuntu: apt-get install chromium .+\n$/);
  expect(err.trim().split('\n')).toHaveLength(1);
});
