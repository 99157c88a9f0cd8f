// `rostrum amend MOTION`: applies a printed instruction, or finds the amendment between a motion and an edited copy, and
// prints the amended text with the formal wording.

import { parseArgs } from 'node:util';
import { applyOperations } from '../shared/amendment/apply-operations';
import { deriveOperations } from '../shared/amendment/derive-operations';
import type { TextOperation } from '../shared/amendment/operation';
import { readWording } from '../shared/amendment/read-wording';
import type { Reading } from '../shared/amendment/read-wording';
import { staleReferences } from '../shared/amendment/stale-references';
import { wordingStyleNames } from '../shared/amendment/wording-style';
import type { WordingStyleName } from '../shared/amendment/wording-style';
import { writeWording } from '../shared/amendment/write-wording';
import type { TextVersion } from '../shared/motion/motion';
import { succeed } from '../shared/result';
import type { Result } from '../shared/result';
import { amendJson } from './amend-json';
import type { Amended } from './amend-json';
import { motionAt } from './amend-motion';
import type { MotionFailure } from './amend-motion';
import type { Command, CommandIo } from './command';
import { describeAmended } from './describe-amended';
import { editedCopyAt, instructionAt } from './amend-source';
import { paperFailureSentence } from './paper-failure-sentence';
import { refuse, refuseUsage } from './refuse';

const help = `Usage: rostrum amend MOTION (--instruction FILE | --edited FILE) [--style STYLE] [--json]

Applies a printed instruction to a motion, or finds the amendment that an edited copy makes, and
prints the amended text and the formal wording. MOTION is any paper that import reads, or the JSON
it prints. "-" is standard input. What is not found, or not unique, is asked and never guessed.

  --instruction FILE  the amendment as printed, as text
  --edited FILE       the whole amended paper, or just its body
  --style STYLE       whose wording: ${wordingStyleNames.join(', ')} (unison unless told)
  --json              one JSON document

Example:
  rostrum amend motion-mutuals-and-co-ops.txt --instruction amendment-12.1.txt
`;

export const amendCommand: Command = {
  name: 'amend',
  summary: 'apply an amendment to a motion and write its wording',
  help,
  run: runAmend,
};

async function runAmend(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      instruction: { type: 'string' },
      edited: { type: 'string' },
      style: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const { instruction, edited, style = 'unison' } = values;
  const asJson = values.json === true;
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0)
    return refuseUsage(io, 'amend', 'Name one motion, or - for standard input.');
  if (!isStyle(style))
    return refuseUsage(io, 'amend', `--style takes ${wordingStyleNames.join(', ')}, not “${style}”.`);
  if ((instruction === undefined) === (edited === undefined)) {
    return refuseUsage(io, 'amend', 'Give either --instruction FILE or --edited FILE.');
  }
  const base = await motionAt(path, io);
  if (!base.ok) return refuseFile(io, path, base.error, asJson);
  const reading = await readingOf(base.value, { instruction, edited }, io);
  if (!reading.ok) return refuseFile(io, instruction ?? edited ?? '', reading.error, asJson);
  const amended = amendedBy(base.value, reading.value, style);
  io.out(asJson ? `${JSON.stringify(amendJson(amended), null, 2)}\n` : describeAmended(amended));
  return 0;
}

function isStyle(text: string): text is WordingStyleName {
  return wordingStyleNames.some((name) => name === text);
}

async function readingOf(
  base: TextVersion,
  source: { readonly instruction: string | undefined; readonly edited: string | undefined },
  io: CommandIo,
): Promise<Result<Reading, MotionFailure>> {
  if (source.instruction !== undefined) {
    const instruction = await instructionAt(source.instruction, io);
    return instruction.ok ? succeed(readWording(base, instruction.value)) : instruction;
  }
  const edited = await editedCopyAt(source.edited ?? '', base, io);
  if (!edited.ok) return edited;
  const operations: readonly TextOperation[] = deriveOperations(base, edited.value);
  return succeed({ outcome: operations.length === 0 ? 'not-an-edit' : 'applied', operations, unresolved: [] });
}

function amendedBy(base: TextVersion, reading: Reading, style: WordingStyleName): Amended {
  const applied = applyOperations(base, reading.operations);
  if (!applied.ok) throw new Error(`Operations do not fit their own base: ${applied.error.kind}`);
  const wording = writeWording(base, reading.operations, style).join('\n');
  const warnings = staleReferences(base, applied.value).map(
    ({ reference, clause }) =>
      `“${reference}” in clause ${clause} refers to a number that has changed; it is left as printed.`,
  );
  return { ...reading, base, text: applied.value, wording, warnings };
}

function refuseFile(io: CommandIo, path: string, failure: MotionFailure, asJson: boolean): number {
  return refuse(io, { kind: failure.kind, message: `${path}: ${failureSentence(failure)}` }, asJson);
}

function failureSentence(failure: MotionFailure): string {
  if (failure.kind === 'no-motion') return 'There is no motion in this file.';
  if (failure.kind === 'several-motions') return `There are ${failure.count} motions in this file; give one.`;
  return paperFailureSentence(failure);
}
