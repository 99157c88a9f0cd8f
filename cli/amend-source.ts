// Reads what `rostrum amend` is given beside the motion: a printed instruction, or an edited copy of the motion.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { EditedText } from '../shared/amendment/derive-operations';
import { wordCount } from '../shared/amendment/tokens';
import { textEdits } from '../shared/amendment/word-diff';
import { decodeText } from '../shared/import/decode-text';
import type { PaperFailure, ReadPaper } from '../shared/import/paper';
import { paperLimit } from '../shared/import/paper';
import { readPaperText } from '../shared/import/read-paper';
import type { TextVersion } from '../shared/motion/motion';
import { fail, succeed } from '../shared/result';
import type { Result } from '../shared/result';
import { motionOfJson, textOf } from './amend-motion';
import type { MotionFailure } from './amend-motion';
import type { CommandIo } from './command';
import { htmlParser } from './html-parser';
import { textCodec } from './text-codec';

/** The text of the instruction at `path`; `-` is standard input. */
export async function instructionAt(path: string, io: Pick<CommandIo, 'stdin'>): Promise<Result<string, PaperFailure>> {
  const bytes = await bytesAt(path, io);
  if (!bytes.ok) return bytes;
  if (bytes.value.length > paperLimit) return fail({ kind: 'too-large', limit: paperLimit });
  const text = decodeText(bytes.value, textCodec);
  return text.ok && text.value.trim() === '' ? fail({ kind: 'empty' }) : text;
}

/** The edited copy at `path`: the whole paper, its JSON, or the body alone, which then has the title of `base`. */
export async function editedCopyAt(
  path: string,
  base: TextVersion,
  io: Pick<CommandIo, 'stdin'>,
): Promise<Result<EditedText, MotionFailure>> {
  const text = await instructionAt(path, io);
  if (!text.ok) return text;
  const whole = readPaperText({ name: basename(path), text: text.value, as: 'motion' }, { html: htmlParser });
  if (!whole.ok) return whole;
  const json = motionOfJson(whole.value);
  if (json !== undefined) return succeed(json);
  const read = hasOwnHead(whole.value, base.title) ? whole : readUnder(base.title, text.value, path);
  if (!read.ok) return read;
  if (!('clauses' in read.value) || read.value.clauses.length === 0) return fail({ kind: 'no-motion' });
  return succeed(textOf(read.value.title?.value ?? base.title, read.value.clauses));
}

/** Whether the copy starts with a head: conference and date, or a title like the motion's. */
function hasOwnHead(paper: ReadPaper, title: string): boolean {
  if (paper.title?.lines === undefined) return false;
  if ('date' in paper && paper.date !== undefined) return true;
  const changed = textEdits(title, paper.title.value).reduce(
    (sum, edit) => sum + wordCount(title.slice(edit.from, edit.to)),
    0,
  );
  return changed * 2 <= wordCount(title);
}

function readUnder(title: string, body: string, path: string): Result<ReadPaper, PaperFailure> {
  return readPaperText({ name: basename(path), text: `${title}\n\n${body}`, as: 'motion' }, { html: htmlParser });
}

async function bytesAt(path: string, io: Pick<CommandIo, 'stdin'>): Promise<Result<Uint8Array, PaperFailure>> {
  if (path === '-') return succeed(await io.stdin());
  try {
    return succeed(await readFile(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
      return fail({ kind: 'not-found' });
    }
    throw error;
  }
}
