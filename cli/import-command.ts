// `rostrum import FILE…`: reads papers and prints what was understood, for a person or as JSON.

import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { PaperFailure, ReadPaper } from '../shared/import/paper';
import { paperLimit } from '../shared/import/paper';
import type { PaperFile } from '../shared/import/read-paper';
import { readPaper } from '../shared/import/read-paper';
import type { JsonObject } from '../shared/json';
import type { Result } from '../shared/result';
import { fail, succeed } from '../shared/result';
import type { Command, CommandIo } from './command';
import { compression } from './cryptography';
import { describePaper } from './describe-paper';
import { htmlParser } from './html-parser';
import { paperFailureSentence } from './paper-failure-sentence';
import { paperJson } from './paper-json';
import { paperPaths } from './paper-paths';
import { pdfOpener } from './pdf-opener';
import { refuseUsage } from './refuse';
import { textCodec } from './text-codec';

const help = `Usage: rostrum import FILE… [--json] [--as motion|article|agenda]

Reads papers (text, Markdown, saved HTML, Word, PDF) and prints what was understood: fields, clauses,
and the lines that are neither. A folder means the files in it. "-" reads text from standard input.
Nothing is stored.

  --json    one JSON array, an element for each file
  --as KIND what the papers are, when it should not be found out

Example:
  rostrum import motion-mutuals-and-co-ops.txt
`;

export const importCommand: Command = {
  name: 'import',
  summary: 'read papers and show what was understood',
  help,
  run: runImport,
};

type Kind = NonNullable<PaperFile['as']>;

async function runImport(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, as: { type: 'string' } },
  });
  const as = values.as;
  if (as !== undefined && !isKind(as))
    return refuseUsage(io, 'import', `--as takes motion, article or agenda, not “${as}”.`);
  if (positionals.length === 0) return refuseUsage(io, 'import', 'Name at least one file, or - for standard input.');
  const elements: JsonObject[] = [];
  let isRefused = false;
  for (const path of await paperPaths(positionals)) {
    const paper = await readPaperAt(path, as, io);
    if (!paper.ok) {
      isRefused = true;
      const message = paperFailureSentence(paper.error);
      io.err(`${path}: ${message}\n`);
      elements.push({ file: fileName(path), error: { kind: paper.error.kind, message } });
    } else if (values.json === true) elements.push(paperJson(paper.value));
    else io.out(describePaper(paper.value));
  }
  if (values.json === true) io.out(`${JSON.stringify(elements, null, 2)}\n`);
  return isRefused ? 1 : 0;
}

/** Reads the paper at `path`; `-` is standard input. Errors: those of `readPaper`, and `not-found`. */
export async function readPaperAt(
  path: string,
  as: Kind | undefined,
  io: Pick<CommandIo, 'stdin'>,
): Promise<Result<ReadPaper, PaperFailure>> {
  const bytes = path === '-' ? succeed(await io.stdin()) : await bytesAt(path);
  if (!bytes.ok) return bytes;
  const file = { name: fileName(path), bytes: bytes.value, ...(as === undefined ? {} : { as }) };
  return readPaper(file, { text: textCodec, html: htmlParser, pdf: pdfOpener, compression });
}

/** A file that is too large is refused by its size, without reading it. */
async function bytesAt(path: string): Promise<Result<Uint8Array, PaperFailure>> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return fail({ kind: 'not-found' });
    if (found.size > paperLimit) return fail({ kind: 'too-large', limit: paperLimit });
    return succeed(await readFile(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
      return fail({ kind: 'not-found' });
    }
    throw error;
  }
}

function fileName(path: string): string {
  return path === '-' ? '-' : basename(path);
}

function isKind(text: string): text is Kind {
  return text === 'motion' || text === 'article' || text === 'agenda';
}
