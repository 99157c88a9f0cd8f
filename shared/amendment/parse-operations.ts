// Reads operations from JSON that may have come from anywhere. Strict: an unknown kind or field is refused.

import * as v from 'valibot';
import { clauseId } from '../ids';
import { fail, succeed } from '../result';
import type { Result } from '../result';
import type { TextOperation } from './operation';

/** `path` names the first value that does not fit: `3.clauses.0.text`. */
export type OperationsFailure = { readonly kind: 'operations-malformed'; readonly path: string };

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200), v.transform(clauseId));
const place = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const anchor = v.nullable(id);
const range = { from: place, to: place, removed: v.string() };

const clause = v.strictObject({
  id,
  kind: v.picklist(['paragraph', 'lead-in', 'item', 'heading', 'quotation']),
  number: v.exactOptional(v.pipe(v.string(), v.minLength(1))),
  depth: place,
  text: v.string(),
});

const operation = v.pipe(
  v.variant('kind', [
    v.strictObject({ kind: v.literal('insert'), clause: id, at: place, text: v.string() }),
    v.strictObject({ kind: v.literal('delete'), clause: id, ...range }),
    v.strictObject({ kind: v.literal('replace'), clause: id, ...range, text: v.string() }),
    v.strictObject({ kind: v.literal('add-clauses'), after: anchor, clauses: v.pipe(v.array(clause), v.minLength(1)) }),
    v.strictObject({ kind: v.literal('delete-clause'), clause: id, removed: clause, after: anchor }),
    v.strictObject({ kind: v.literal('move-clause'), clause: id, from: anchor, to: anchor }),
    v.strictObject({ kind: v.literal('amend-title'), ...range, text: v.string() }),
  ]),
  v.check((value) => {
    const takesText = value.kind === 'delete' || value.kind === 'replace' || value.kind === 'amend-title';
    return !takesText || value.to - value.from === value.removed.length;
  }),
);

const operations = v.array(operation);

/**
 * The operations in `value`: an array of plain objects as `JSON.parse` gives them. Checks shapes, not whether they fit a
 * text: that is for `applyOperations`.
 */
export function parseOperations(value: unknown): Result<readonly TextOperation[], OperationsFailure> {
  const parsed = v.safeParse(operations, value, { abortEarly: true });
  if (parsed.success) return succeed(parsed.output);
  return fail({ kind: 'operations-malformed', path: v.getDotPath(parsed.issues[0]) ?? '' });
}
