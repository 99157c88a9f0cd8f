// What `npm start`, `npm test`, `npm run bench` and `npm run soak` do, in order.

import { ensureBuilt } from './built.mjs';
import { ensureInstalled } from './installed.mjs';
import { openApp } from './open-app.mjs';
import { prepareMachine } from './prepare-machine.mjs';
import { runChecks, runProject } from './run-checks.mjs';
import { say } from './say.mjs';

/**
 * Runs what the words ask for and answers the exit code of the process. Words that are not known here belong to the
 * app: `npm start -- --browser --port 5000`.
 *
 * @param {readonly string[]} words
 */
export async function run(words) {
  if (!(await ensureInstalled())) return 1;
  const [first] = words;
  if (first === '--test') {
    await prepareMachine();
    return runChecks();
  }
  if (!(await ensureBuilt())) return 1;
  if (first === '--bench' || first === '--soak') return runProject(first.slice(2));
  const wishes = { browser: words.includes('--browser'), electron: words.includes('--electron') };
  if (wishes.browser && wishes.electron) {
    say('Choose one of --browser and --electron.');
    return 2;
  }
  return openApp(
    wishes,
    words.filter((word) => word !== '--browser' && word !== '--electron'),
  );
}
