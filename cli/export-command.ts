// `rostrum export`: everything in a data folder as one data file.

import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { StoreName } from '../shared/desktop-contract';
import { writeDataFile } from '../shared/journal/data-file';
import type { Command, CommandIo } from './command';
import { defaultDataFolder } from './data-folder';
import { readDataFolder } from './read-data-folder';
import type { FolderContents, FolderFailure } from './read-data-folder';
import { refuse, refuseUsage } from './refuse';
import { textCodec } from './text-codec';
import { writeOutput } from './write-output';

const help = `Usage: rostrum export [--data DIR] --out FILE [--sample] [--json]

Writes everything that a data folder holds into one JSON file: papers, amendments, notes, mandates,
decisions. Private notes are in it: keep it as you keep them. Close Rostrum first.

  --data DIR  the data folder; Rostrum's own unless told
  --out FILE  where to write; - is standard output
  --sample    the sample conference instead of your own papers
  --json      say what was written as JSON

Example:
  rostrum export --out everything.json
`;

export const exportCommand: Command = {
  name: 'export',
  summary: 'write everything in a data folder into one file',
  help,
  run: runExport,
};

async function runExport(args: readonly string[], io: CommandIo): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      out: { type: 'string' },
      sample: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const { out, json } = values;
  if (out === undefined) return refuseUsage(io, 'export', 'Say where to write with --out FILE.');
  if (out === '-' && json)
    return refuseUsage(io, 'export', 'Standard output can hold the data or the summary, not both.');
  const path = resolve(values.data ?? defaultDataFolder());
  const name: StoreName = values.sample ? 'sample' : 'own';
  const contents = await readDataFolder(path, name, { now: Date.now, newId: randomUUID });
  if (!contents.ok) {
    return refuse(io, { kind: contents.error.kind, message: folderSentence(contents.error, path, name) }, json);
  }
  for (const sentence of warnings(contents.value)) io.err(`${sentence}\n`);
  const { state, official } = contents.value;
  const text = writeDataFile({ exportedAt: new Date().toISOString(), state, official });
  if (out === '-') {
    io.out(text);
    return 0;
  }
  const written = await writeOutput(out, textCodec.encode(text));
  if (!written.ok) {
    return refuse(io, { kind: written.error.kind, message: `${out} was not written: ${written.error.why}.` }, json);
  }
  const counts = countsOf(contents.value);
  io.out(json ? `${JSON.stringify({ file: out, ...counts })}\n` : `${out}: ${countsInWords(counts)}.\n`);
  return 0;
}

function countsOf({ state, official, lostOfficial, unread, damaged }: FolderContents) {
  const records = official.flatMap((version) => version.records);
  const officialAmendments = records.filter((record) => record.kind === 'amendment').length;
  const officialMotions = records.filter(
    (record) => record.kind !== 'amendment' && record.kind !== 'conference',
  ).length;
  return {
    motions: state.motions.size + officialMotions,
    amendments: state.amendments.size + officialAmendments,
    briefings: state.briefings.size,
    notes: state.notes.size,
    mandates: state.mandates.size,
    decisions: state.decisions.size,
    lostOfficial,
    unread,
    damaged,
  };
}

function countsInWords(counts: ReturnType<typeof countsOf>): string {
  const names = ['motions', 'amendments', 'briefings', 'notes', 'mandates', 'decisions'] as const;
  return names.map((name) => `${counts[name]} ${counts[name] === 1 ? name.slice(0, -1) : name}`).join(', ');
}

function warnings({ lostOfficial, unread, damaged }: FolderContents): readonly string[] {
  return [
    ...lostOfficial.map(
      (id) => `The official papers of ${id} are not kept whole here and are left out. Fetch them again in Rostrum.`,
    ),
    ...(unread === 0
      ? []
      : [`Entries of the journal left out because they need a newer version of Rostrum: ${unread}.`]),
    ...(damaged === 0 ? [] : [`Lines of the journal left out because they are damaged: ${damaged}.`]),
  ];
}

function folderSentence(failure: FolderFailure, path: string, name: StoreName): string {
  switch (failure.kind) {
    case 'no-data-folder':
      return `${path} holds no ${name === 'own' ? 'papers' : 'sample conference'} of Rostrum.`;
    case 'folder-in-use':
      return `Rostrum has ${path} open. Close it, then try again.`;
    case 'disk-full':
      return 'The disk is full.';
    case 'not-writable':
      return `${path} may not be written to, which Rostrum needs in order to hold it alone.`;
    case 'not-kept':
    case 'too-large':
    case 'refused':
    case 'host-gone':
      return `${path} cannot be read.`;
  }
}
