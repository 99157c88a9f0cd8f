// Records that are already just what their schemas (`record-schemas.ts`) make of them, told by hand at a twentieth of
// what the schemas cost. Whatever is told here fits its schema; what is not told may still, and the schema decides.

import type * as v from 'valibot';
import type { JsonObject } from '../json';
import { decisionKeys } from '../motion/decision';
import { recordIdPattern } from './official-ids';
import type { amendmentSchema, motionSchema } from './record-schemas';

/** The fields of a motion's record, and of an amendment's, as their schemas type them. */
export type MotionFields = v.InferOutput<typeof motionSchema>;
export type AmendmentFields = v.InferOutput<typeof amendmentSchema>;

const kindPattern = /^[a-z][a-z-]{0,39}$/;
const datePattern = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])$/u;
const textVersionPattern = /^t[0-9a-f]{16}$/;
const clauseKinds = new Set<unknown>(['paragraph', 'lead-in', 'item', 'heading', 'quotation']);
const motionKinds = new Set<unknown>(['motion', 'composite', 'rule-amendment']);
const knownDecisions = new Set<unknown>(decisionKeys);

/** Whether a JSON value has what every record has. This is the whole of `frameSchema`. */
export function hasRecordFrame(json: unknown): boolean {
  if (!isObject(json)) return false;
  const { id, kind, rev, status } = json;
  if (!isName(id) || typeof kind !== 'string' || !kindPattern.test(kind)) return false;
  return isWhole(rev) && rev >= 1 && typeof status === 'string' && status.length <= 40;
}

/** A motion's record that fits `motionSchema`, without unknown fields inside its clauses, line numbers and decision. */
export function isExactMotion<Given extends JsonObject>(record: Given): record is Given & MotionFields {
  const { id, kind, status, number, conference, date, decision, submittedBy, title, clauses } = record;
  const { lineNumbers } = record;
  return (
    isName(id) &&
    motionKinds.has(kind) &&
    isStatus(status) &&
    (number === undefined || isHeading(number)) &&
    (conference === undefined || isHeading(conference)) &&
    (date === undefined || (typeof date === 'string' && datePattern.test(date))) &&
    (decision === undefined || isDecision(decision)) &&
    isList(submittedBy, isHeading) &&
    isHeading(title) &&
    isList(clauses, isClause) &&
    (lineNumbers === undefined || isList(lineNumbers, isLineNumber))
  );
}

/** An amendment's record that fits `amendmentSchema`, without unknown fields inside its operations and its decision. */
export function isExactAmendment<Given extends JsonObject>(record: Given): record is Given & AmendmentFields {
  const { id, kind, status, motionId, number, submittedBy, amends, baseVersion, operations } = record;
  const { instruction, decision } = record;
  return (
    isName(id) &&
    kind === 'amendment' &&
    isStatus(status) &&
    isName(motionId) &&
    (number === undefined || isHeading(number)) &&
    isList(submittedBy, isHeading) &&
    (amends === undefined || isName(amends)) &&
    typeof baseVersion === 'string' &&
    textVersionPattern.test(baseVersion) &&
    isList(operations, isOperation) &&
    (instruction === undefined || isText(instruction)) &&
    (decision === undefined || isDecision(decision))
  );
}

function isClause(json: unknown): boolean {
  if (!isObject(json)) return false;
  const { id, kind, number, depth, text } = json;
  if (!isClauseName(id) || !clauseKinds.has(kind) || !isText(text) || !isWhole(depth) || depth > 9) return false;
  if (number === undefined) return hasFields(json, 4);
  return typeof number === 'string' && number.length <= 40 && hasFields(json, 5);
}

function isLineNumber(json: unknown): boolean {
  if (!isObject(json)) return false;
  const { number, clause, from, to } = json;
  return isWhole(number) && isClauseName(clause) && isWhole(from) && isWhole(to) && hasFields(json, 4);
}

function isOperation(json: unknown): boolean {
  if (!isObject(json)) return false;
  const { kind, clause, at, from, to, text, removed, after } = json;
  if (typeof kind !== 'string') return false;
  switch (kind) {
    case 'insert':
      return isClauseName(clause) && isWhole(at) && isText(text) && hasFields(json, 4);
    case 'delete':
      return isClauseName(clause) && isWhole(from) && isWhole(to) && isText(removed) && hasFields(json, 5);
    case 'replace':
      if (!isClauseName(clause) || !isWhole(from) || !isWhole(to)) return false;
      return isText(removed) && isText(text) && hasFields(json, 6);
    case 'add-clauses':
      return isPlace(after) && isList(json['clauses'], isClause) && hasFields(json, 3);
    case 'delete-clause':
      return isClauseName(clause) && isClause(removed) && isPlace(after) && hasFields(json, 4);
    case 'move-clause':
      return isClauseName(clause) && isPlace(from) && isPlace(to) && hasFields(json, 4);
    case 'amend-title':
      return isWhole(from) && isWhole(to) && isText(removed) && isText(text) && hasFields(json, 5);
    default:
      return false;
  }
}

function isDecision(json: unknown): boolean {
  if (!isObject(json)) return false;
  const { key, asPrinted, reason } = json;
  const isWorded = (asPrinted === undefined || isHeading(asPrinted)) && (reason === undefined || isHeading(reason));
  const fields = 1 + (asPrinted === undefined ? 0 : 1) + (reason === undefined ? 0 : 1);
  return knownDecisions.has(key) && isWorded && hasFields(json, fields);
}

/** Whether an object whose `count` known fields are there has no other. */
function hasFields(json: JsonObject, count: number): boolean {
  // Told of a hundred thousand objects: a list of their names each time would cost more than all other checks.
  let fields = 0;
  for (const name in json) if (Object.hasOwn(json, name)) fields += 1;
  return fields === count;
}

function isList(json: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(json) && json.every(isItem);
}

function isObject(json: unknown): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function isText(json: unknown): json is string {
  return typeof json === 'string';
}

function isName(json: unknown): boolean {
  return typeof json === 'string' && recordIdPattern.test(json);
}

function isStatus(json: unknown): boolean {
  return json === 'published' || json === 'withdrawn';
}

function isHeading(json: unknown): boolean {
  return typeof json === 'string' && json.length <= 1024;
}

function isClauseName(json: unknown): boolean {
  return typeof json === 'string' && json.length >= 1 && json.length <= 100;
}

/** The clause that something comes after; null: it comes first. */
function isPlace(json: unknown): boolean {
  return json === null || isClauseName(json);
}

function isWhole(json: unknown): json is number {
  return typeof json === 'number' && Number.isSafeInteger(json) && json >= 0;
}
