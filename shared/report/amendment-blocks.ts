// An amendment of ours in a report: where it stands, its formal wording, and the clauses it touches with changes marked.

import { trackedText } from '../amendment/tracked-runs';
import type { TrackedClause, TrackedRun } from '../amendment/tracked-runs';
import type { AmendmentStanding } from '../amendment/amendment';
import { decisionInWords, joinWords } from './outcome';
import { isOurs } from './motion-account';
import type { AmendmentAccount, MotionAccount } from './motion-account';
import { plain, strong } from './report-document';
import type { Block, Span, TrackedLine } from './report-document';

const standingWords: Readonly<Record<AmendmentStanding, string>> = {
  draft: 'Draft',
  ready: 'Ready to submit',
  submitted: 'Submitted',
  withdrawn: 'Withdrawn',
  published: 'Published',
};

/** Heading, standing, wording and, when asked for, the marked text. */
export function amendmentBlocks(account: AmendmentAccount, withMarkedText: boolean): readonly Block[] {
  const { amendment, base, wording } = account;
  return [
    { kind: 'heading', level: 4, text: headingOf(account) },
    { kind: 'paragraph', spans: standingSpans(account) },
    ...(wording.length === 0
      ? [{ kind: 'paragraph', spans: [plain('Nothing is changed yet.')] } satisfies Block]
      : [{ kind: 'quotation', of: 'wording', lines: wording } satisfies Block]),
    ...(withMarkedText && base !== undefined ? markedBlocks(base, amendment.operations) : []),
  ];
}

/** The cell of a spreadsheet: all our amendments to the motion, each with where it stands and its wording. */
export function amendmentSummary(account: MotionAccount): string {
  return account.amendments
    .filter(isOurs)
    .map((one) => `${headingOf(one)} (${standingOf(one)}): ${one.wording.join(' ')}`)
    .join('\n');
}

function headingOf({ amendment }: AmendmentAccount): string {
  return amendment.number === undefined ? 'Our amendment' : `Our amendment ${amendment.number}`;
}

function standingOf({ amendment, decision }: AmendmentAccount): string {
  return decision === undefined ? standingWords[amendment.standing] : decisionInWords(decision);
}

function standingSpans(account: AmendmentAccount): readonly Span[] {
  const { submittedBy } = account.amendment;
  return [strong(standingOf(account)), plain(submittedBy.length === 0 ? '' : `, ${joinWords(submittedBy)}`)];
}

function markedBlocks(
  base: Parameters<typeof trackedText>[0],
  operations: Parameters<typeof trackedText>[1],
): readonly Block[] {
  const tracked = trackedText(base, operations);
  if (!tracked.ok) return [];
  const title = tracked.value.title.some(isChange) ? [{ depth: 0, spans: spansOf(tracked.value.title) }] : [];
  const lines: readonly TrackedLine[] = [
    ...title,
    ...tracked.value.clauses
      .filter((clause) => clause.state !== 'kept' || clause.runs.some(isChange))
      .map((clause) => trackedLine(clause)),
  ];
  return lines.length === 0 ? [] : [{ kind: 'tracked', lines }];
}

function trackedLine({ clause, number, state, runs }: TrackedClause): TrackedLine {
  const said = state === 'moved' ? [plain('(moved here) ')] : state === 'moved-away' ? [plain('(moved) ')] : [];
  return {
    ...(number === undefined ? {} : { number }),
    depth: clause.depth,
    spans: [...said, ...spansOf(runs)],
  };
}

function spansOf(runs: readonly TrackedRun[]): readonly Span[] {
  return runs.map((run) => ({ kind: run.kind === 'kept' ? 'plain' : run.kind, text: run.text }));
}

function isChange(run: TrackedRun): boolean {
  return run.kind !== 'kept';
}
