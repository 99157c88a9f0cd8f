// The files an office names for publishing, read as motions and amendments; all of them, or none.

import type { PaperFailure, ReadMotion, ReadPaper } from '../shared/import/paper';
import { fail, succeed, type Result } from '../shared/result';
import type { CommandIo } from './command';
import { readPaperAt } from './import-command';
import { paperFailureSentence } from './paper-failure-sentence';

/** `code` is the paper's own failure, or `not-a-motion`; `message` names the file. */
export type UnpublishablePaper = { readonly kind: 'unpublishable'; readonly code: string; readonly message: string };

/** Reads every file. */
export async function readPapersToPublish(
  paths: readonly string[],
  io: CommandIo,
): Promise<Result<readonly ReadMotion[], UnpublishablePaper>> {
  const motions: ReadMotion[] = [];
  for (const path of paths) {
    const paper = await readAsPublished(path, io);
    if (!paper.ok) {
      const message = `${path}: ${paperFailureSentence(paper.error)}`;
      return fail({ kind: 'unpublishable', code: paper.error.kind, message });
    }
    const found = motionsIn(paper.value);
    if (found === undefined) {
      const message = `${path} is no motion or amendment, but ${kindNames[paper.value.kind]}. Nothing was published.`;
      return fail({ kind: 'unpublishable', code: 'not-a-motion', message });
    }
    motions.push(...found);
  }
  return succeed(motions);
}

/** Reads a file again as a motion when it seems to be none, though it has a motion's number or nothing else fits it. */
async function readAsPublished(path: string, io: CommandIo): Promise<Result<ReadPaper, PaperFailure>> {
  const paper = await readPaperAt(path, undefined, io);
  if (!paper.ok || path === '-' || motionsIn(paper.value) !== undefined) return paper;
  const asMotion = await readPaperAt(path, 'motion', io);
  if (!asMotion.ok || !('number' in asMotion.value || paper.value.kind === 'unknown')) return paper;
  io.err(`${path}: taken as a motion or amendment.\n`);
  return asMotion;
}

function motionsIn(paper: ReadPaper): readonly ReadMotion[] | undefined {
  switch (paper.kind) {
    case 'motion':
    case 'composite':
    case 'rule-amendment':
    case 'amendment':
      return [paper];
    case 'agenda':
      return paper.papers;
    case 'article':
    case 'decisions':
    case 'unknown':
      return undefined;
  }
}

const kindNames: Readonly<Record<ReadPaper['kind'], string>> = {
  motion: 'a motion',
  composite: 'a composite',
  'rule-amendment': 'a rule amendment',
  amendment: 'an amendment',
  agenda: 'an agenda',
  article: 'an article',
  decisions: 'a list of decisions',
  unknown: 'a paper of no known kind',
};
