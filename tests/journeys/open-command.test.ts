// `rostrum open` as a process: what it prints, whom it makes way for, and how it ends. Needs the build in `dist/`.

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

const commandLine = join(import.meta.dirname, '../../dist/cli/rostrum.cjs');

type Running = {
  readonly process: ChildProcess;
  /** The first line of standard output; undefined when the process ended without one. */
  readonly firstLine: Promise<string | undefined>;
  readonly ended: Promise<{ readonly code: number | null; readonly err: string }>;
};

function open(...args: readonly string[]): Running {
  const child = spawn(commandLine, ['open', '--no-browser', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return {
    process: child,
    firstLine: new Promise((resolve) => {
      let out = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text;
        if (out.includes('\n')) resolve(out.slice(0, out.indexOf('\n')));
      });
      child.once('close', () => resolve(undefined));
    }),
    ended: new Promise((resolve) => {
      child.once('close', (code) => resolve({ code, err }));
    }),
  };
}

function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-open-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('rostrum open', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'prints its address first, serves it, and ends well at %s',
    async (signal) => {
      const running = open('--port', '0', '--data', scratchFolder());
      const address = await running.firstLine;
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
      const page = await fetch(address ?? '');
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('<title>Rostrum</title>');
      running.process.kill(signal);
      expect(await running.ended).toMatchObject({ code: 0 });
    },
  );

  it('gives every start a token of its own', async () => {
    const data = scratchFolder();
    const tokens = new Set<string | null>();
    for (let start = 0; start < 2; start += 1) {
      const running = open('--port', '0', '--data', data);
      tokens.add(new URL((await running.firstLine) ?? '').searchParams.get('token'));
      running.process.kill('SIGTERM');
      await running.ended;
    }
    expect(tokens.size).toBe(2);
  });

  it('makes way for the one that has the data folder open', async () => {
    const data = scratchFolder();
    const first = open('--port', '0', '--data', data);
    await first.firstLine;
    const second = open('--port', '0', '--data', data);
    expect(await second.firstLine).toBeUndefined();
    expect(await second.ended).toEqual({
      code: 1,
      err: `Rostrum is already open with the papers in ${data}. Use that window, or end it first.\n`,
    });
  });

  it('says plainly that its port is taken', async () => {
    const first = open('--port', '0', '--data', scratchFolder());
    const { port } = new URL((await first.firstLine) ?? '');
    const { code, err } = await open('--port', port, '--data', scratchFolder()).ended;
    expect(code).toBe(1);
    expect(err).toContain(`Port ${port} is taken by another program on this computer`);
  });

  it.each(['x', '-1', '65536', '4177.5'])('takes no port “%s”', async (port) => {
    const { code, err } = await open(`--port=${port}`).ended;
    expect(code).toBe(2);
    expect(err).toContain('See: rostrum open --help');
  });
});
