// What an update would change: the record held beside the paper that came in, facts one by one and the text with its
// changes marked.

import { deriveOperations } from '../../shared/amendment/derive-operations';
import { trackedText } from '../../shared/amendment/tracked-runs';
import type { TrackedText } from '../../shared/amendment/tracked-runs';
import { textVersionId } from '../../shared/ids';
import { assignClauseIds } from '../../shared/motion/clause-ids';
import type { Clause, UnnamedClause } from '../../shared/motion/clause';
import { decisionWords } from '../../shared/motion/decision';
import type { Decision } from '../../shared/motion/decision';
import { isMotionPaper } from './correct-fields';
import type { SinglePaper } from './correct-fields';
import { instructionText } from './held-copies';
import type { HeldCopy } from './held-copies';

/** A fact before and after; empty where there was or will be none. */
export type ChangedFact = { readonly name: string; readonly before: string; readonly after: string };

export type ChangeOfPaper = {
  readonly facts: readonly ChangedFact[];
  /** Both texts as one. */
  readonly text: TrackedText;
};

/** What keeping `paper` in the place of `copy` would change. */
export function changeBetween(paper: SinglePaper, copy: HeldCopy): ChangeOfPaper {
  switch (copy.kind) {
    case 'motion': {
      const { motion } = copy;
      const facts = isMotionPaper(paper)
        ? [
            fact('Number', motion.number, paper.number?.value),
            fact('Conference', motion.conference, paper.conference?.value),
            fact('Date on the page', motion.date, paper.date?.value),
            fact('Submitted by', motion.submittedBy.join(', '), namesOf(paper.submittedBy)),
            fact('Decision', decisionText(motion.decision), decisionText(paper.decision?.value)),
          ]
        : [];
      const title = paper.title?.value ?? motion.text.title;
      return { facts: facts.filter(isChange), text: tracked(motion.text, { title, clauses: paper.clauses }) };
    }
    case 'amendment': {
      const { amendment } = copy;
      if (!isMotionPaper(paper)) return { facts: [], text: tracked(asText(''), asText('')) };
      const facts = [
        fact('Number', amendment.number, paper.number?.value),
        fact('Submitted by', amendment.submittedBy.join(', '), namesOf(paper.submittedBy)),
        fact('Decision', decisionText(amendment.decision), decisionText(paper.decision?.value)),
      ];
      const before = asText(amendment.instruction ?? '');
      return { facts: facts.filter(isChange), text: tracked(before, asText(instructionText(paper))) };
    }
    case 'briefing': {
      const { briefing } = copy;
      const article = paper.kind === 'article' ? paper : undefined;
      const facts = [
        fact('Publisher', briefing.publisher, article?.publisher?.value),
        fact('Published', briefing.publishedAt, article?.publishedAt?.value),
        fact('By', briefing.byline, article?.byline?.value),
      ];
      const title = paper.title?.value ?? briefing.title;
      return { facts: facts.filter(isChange), text: tracked(briefing, { title, clauses: paper.clauses }) };
    }
  }
}

type Text = { readonly title: string; readonly clauses: readonly UnnamedClause[] };

function tracked(before: Omit<Text, 'clauses'> & { readonly clauses: readonly Clause[] }, after: Text): TrackedText {
  const base = { id: textVersionId('held'), title: before.title, clauses: before.clauses };
  const clauses = assignClauseIds(after.clauses, base.clauses);
  const text = trackedText(base, deriveOperations(base, { title: after.title, clauses }));
  if (!text.ok) throw new Error(`Derived operations do not fit their base: ${text.error.kind}`);
  return text.value;
}

/** Lines as a text without a title, for papers that are an instruction. */
function asText(words: string): { readonly title: string; readonly clauses: readonly Clause[] } {
  const clauses = words.split('\n').map((text) => ({ kind: 'paragraph' as const, depth: 0, text }));
  return { title: '', clauses: assignClauseIds(clauses) };
}

function fact(name: string, before: string | undefined, after: string | undefined): ChangedFact {
  return { name, before: before ?? '', after: after ?? '' };
}

function isChange({ before, after }: ChangedFact): boolean {
  return before !== after;
}

function namesOf(fields: readonly { readonly value: string }[]): string {
  return fields.map(({ value }) => value).join(', ');
}

function decisionText(decision: Decision | undefined): string | undefined {
  return decision === undefined ? undefined : (decision.asPrinted ?? decisionWords[decision.key]);
}
