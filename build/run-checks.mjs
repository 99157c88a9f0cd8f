// `npm test` once everything is installed: types, lint, format and build, then the tests, and one last line that sums up.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './built.mjs';
import { runInTerminal, runTool } from './run-program.mjs';
import { say } from './say.mjs';

/** Each is one check: it passes or fails as a whole, and shows what it wrote only when it fails. */
const checks = [
  { name: 'types', run: () => runTool('typescript/bin/tsc', ['-b']) },
  {
    name: 'lint',
    run: () => runTool('oxlint/bin/oxlint', ['--type-aware', '-c', 'build/oxlintrc.json', '--deny-warnings']),
  },
  {
    name: 'format',
    // Fixtures stay as they were received. The settings stand in build/, so a pattern in them would not reach out of it.
    run: () => runTool('oxfmt/bin/oxfmt', ['-c', 'build/oxfmtrc.json', '--check', '.', '!tests/fixtures/**']),
  },
  { name: 'build', run: build },
];

const projects = ['unit', 'browser', 'journeys'];

/** @returns {Promise<number>} the exit code */
export async function runChecks() {
  const total = { passed: 0, failed: 0 };
  const add = ({ passed, failed }) => {
    total.passed += passed;
    total.failed += failed;
  };
  for (const check of checks) add(await runCheck(check));
  for (const project of projects) add(await runTests(project));
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 ? 0 : 1;
}

/**
 * One project of vitest by itself: the measurements, or the long runs.
 *
 * @param {string} project
 */
export function runProject(project) {
  return runInTerminal(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', project]);
}

async function runCheck({ name, run }) {
  const start = Date.now();
  const { ok, output } = await run();
  say(`${name}: ${ok ? 'in order' : 'not in order'} (${seconds(start)})`);
  if (!ok) say(output.trim());
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** @param {string} project */
async function runTests(project) {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-tests-'));
  const report = join(folder, 'report.json');
  say(`\n${project} tests:`);
  const code = await runInTerminal(process.execPath, [
    'node_modules/vitest/vitest.mjs',
    'run',
    `--project=${project}`,
    '--silent=passed-only',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const counted = countTests(report);
  rmSync(folder, { recursive: true, force: true });
  // An error outside every test, or no test at all, is a failure that the report does not count.
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

/** @param {string} report the path of vitest's report as JSON */
function countTests(report) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    // A file that could not be read at all has failed without a test of its own.
    const unread = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
    );
    return { passed: numPassedTests, failed: numFailedTests + unread.length };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** @param {number} start epoch milliseconds */
function seconds(start) {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`;
}
