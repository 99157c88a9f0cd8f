// Starts another program and waits for its end.

import { spawn } from 'node:child_process';
import { root } from './places.mjs';

/**
 * Runs quietly: what the program writes is answered, and shown only by whoever finds it worth showing.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ environment?: Record<string, string>, patience?: number }} [options] `patience` in milliseconds: after it
 *   the program is ended
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function runQuietly(command, args, { environment = {}, patience } = {}) {
  return new Promise((resolve) => {
    let output = '';
    const take = (slice) => {
      output += slice;
    };
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: patience,
      killSignal: 'SIGKILL',
    });
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.once('error', (error) => resolve({ ok: false, output: `${command}: ${error.message}` }));
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  });
}

const wait = () => undefined;

/**
 * Hands this terminal to the program until it ends. Ctrl+C reaches it by itself; being ended is handed on.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [environment]
 * @returns {Promise<number>} its exit code; 1 when it could not be started or was ended by a signal
 */
export function runInTerminal(command, args, environment = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...environment }, stdio: 'inherit' });
    const handOn = () => child.kill('SIGTERM');
    process.on('SIGINT', wait).on('SIGTERM', handOn);
    const end = (code) => {
      process.off('SIGINT', wait).off('SIGTERM', handOn);
      resolve(code);
    };
    child.once('error', () => end(1));
    child.once('close', (code) => end(code ?? 1));
  });
}

/**
 * A program of the project's own tools, run by this Node.
 *
 * @param {string} script from `node_modules`
 * @param {readonly string[]} args
 */
export function runTool(script, args) {
  return runQuietly(process.execPath, [`node_modules/${script}`, ...args]);
}
