// What `rostrum amend --json` prints: clause ids become indices of the printed clauses, as the contract has it.

import type { TextOperation } from '../shared/amendment/operation';
import type { Unresolved } from '../shared/amendment/read-wording';
import type { ClauseId } from '../shared/ids';
import type { JsonObject } from '../shared/json';
import type { Clause } from '../shared/motion/clause';
import type { TextVersion } from '../shared/motion/motion';

export type Amended = {
  readonly outcome: 'applied' | 'needs-answer' | 'not-an-edit';
  readonly base: TextVersion;
  readonly text: TextVersion;
  readonly operations: readonly TextOperation[];
  readonly wording: string;
  readonly unresolved: readonly Unresolved[];
  readonly warnings: readonly string[];
};

/** The JSON document of one amendment. */
export function amendJson(amended: Amended): JsonObject {
  const places = new Map(amended.base.clauses.map((clause, index) => [clause.id, index]));
  const indexOf = (id: ClauseId | null): number | null => (id === null ? null : (places.get(id) ?? null));
  return {
    outcome: amended.outcome,
    title: amended.text.title,
    clauses: amended.text.clauses.map(clauseJson),
    operations: amended.operations.map((operation) => operationJson(operation, indexOf)),
    wording: amended.wording,
    unresolved: amended.unresolved.map(({ instruction, reason, candidates }) => ({
      instruction,
      reason,
      candidates: candidates.map(({ clause, from, to }) => ({ clause, from, to })),
    })),
    warnings: amended.warnings,
  };
}

function clauseJson(clause: Clause): JsonObject {
  return { kind: clause.kind, number: clause.number ?? null, depth: clause.depth, text: clause.text };
}

function operationJson(operation: TextOperation, indexOf: (id: ClauseId | null) => number | null): JsonObject {
  switch (operation.kind) {
    case 'insert':
      return { kind: operation.kind, clause: indexOf(operation.clause), at: operation.at, text: operation.text };
    case 'delete':
      return { kind: operation.kind, clause: indexOf(operation.clause), from: operation.from, to: operation.to };
    case 'replace':
      return {
        kind: operation.kind,
        clause: indexOf(operation.clause),
        from: operation.from,
        to: operation.to,
        text: operation.text,
      };
    case 'add-clauses':
      return { kind: operation.kind, after: indexOf(operation.after), clauses: operation.clauses.map(clauseJson) };
    case 'delete-clause':
      return { kind: operation.kind, clause: indexOf(operation.clause) };
    case 'move-clause':
      return { kind: operation.kind, clause: indexOf(operation.clause), after: indexOf(operation.to) };
    case 'amend-title':
      return { kind: operation.kind, from: operation.from, to: operation.to, text: operation.text };
  }
}
