// A program of its own for the tests that end one: holds a data folder, writes to its journal, and says on standard
// output what it was told is kept.

import { writeSync } from 'node:fs';
import { openDesktopHost, type DesktopHost } from '../../electron/keep/desktop-host';
import { fail } from '../../shared/result';

const [deed = '', folder = ''] = process.argv.slice(2);
const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};

const opened = await openDesktopHost({
  folder,
  appVersion: '0.0.0',
  now: Date.now,
  newId: () => crypto.randomUUID(),
  fetch: globalThis.fetch,
  shell: {
    shell: 'browser',
    lacks: [],
    saveFile: async () => fail({ kind: 'use-download' }),
    printPdf: async () => fail({ kind: 'no-printer' }),
    takeOpenedFiles: async () => [],
    openExternal: async () => fail({ kind: 'cancelled' }),
  },
});
say(opened.ok ? 'open' : opened.error.kind);
if (opened.ok && deed === 'append') await appendForEver(opened.value);
if (opened.ok) process.stdin.resume();

/** Appends one to three notes at a time; names each once the journal has answered. */
async function appendForEver({ api }: DesktopHost): Promise<never> {
  for (let count = 0; ; count += 1) {
    const ids = Array.from({ length: 1 + (count % 3) }, () => crypto.randomUUID());
    const deeds = ids.map((id) => ({ stream: 'self', t: 'note.set', id, val: { text: 'x'.repeat(200) } }));
    const answer = await api.appendToJournal({ store: 'own', deeds });
    if (!answer.ok) throw new Error(answer.error.kind);
    for (const id of ids) say(id);
  }
}
