// `rostrum open` killed again and again in the middle of writing: what it once called written is there at every start.
// Needs the build in `dist/`, which `npm run soak` sees to.

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { DesktopBridge } from '../../shared/desktop-contract';
import { connectLoopback } from '../../renderer/app/loopback-desktop';

const commandLine = join(import.meta.dirname, '../../dist/cli/rostrum.cjs');
const rounds = 200;

type Host = { readonly process: ChildProcess; readonly desktop: DesktopBridge };

async function start(data: string): Promise<Host> {
  const child = spawn(commandLine, ['open', '--no-browser', '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const address = await new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim()));
  });
  const connected = await connectLoopback({
    location: { href: address },
    history: { state: null, replaceState: () => undefined },
    sessionStorage: { getItem: () => null, setItem: () => undefined },
    fetch: (path, init) => fetch(new URL(path, address), init),
    confirm: () => false,
    open: () => undefined,
  });
  if (!connected.ok) throw new Error(connected.error.kind);
  return { process: child, desktop: connected.value };
}

/** Writes notes one after another until the host is gone; the names of those it called written are added. */
async function writeUntilGone(desktop: DesktopBridge, round: number, written: Set<string>): Promise<void> {
  for (let count = 0; ; count += 1) {
    const id = `note-${round}-${count}`;
    const deed = { stream: 'self', t: 'note.set', id, f: 'text', val: 'x'.repeat((count * 997) % 20_000) } as const;
    const answer = await desktop.appendToJournal({ store: 'own', deeds: [deed] });
    if (!answer.ok) {
      expect(answer.error.kind).toBe('host-gone');
      return;
    }
    written.add(id);
  }
}

async function idsInJournal(desktop: DesktopBridge): Promise<readonly string[]> {
  const ids: string[] = [];
  for (;;) {
    const page = await desktop.readJournal({ store: 'own', from: ids.length, limit: 5000 });
    if (!page.ok) throw new Error(page.error.kind);
    ids.push(...page.value.entries.map((entry) => entry.id));
    if (ids.length >= page.value.total) return ids;
  }
}

it(`keeps every note it called written through ${rounds} kills`, async () => {
  const data = mkdtempSync(join(tmpdir(), 'rostrum-soak-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  const written = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const host = await start(data);
    const ids = await idsInJournal(host.desktop);
    const kept = new Set(ids);
    expect(kept.size).toBe(ids.length);
    expect([...written].filter((id) => !kept.has(id))).toEqual([]);
    const ended = new Promise((resolve) => {
      host.process.once('exit', resolve);
    });
    // The moments of death are spread over the first notes, another in every round.
    setTimeout(() => host.process.kill('SIGKILL'), 1 + ((round * 37) % 211));
    await Promise.all([writeUntilGone(host.desktop, round, written), ended]);
  }
  expect(written.size).toBeGreaterThan(rounds);
  process.stdout.write(`${written.size} notes written, ${rounds} kills, none lost\n`);
});
