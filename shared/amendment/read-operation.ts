// Reads one operation by its verb: delete, insert, replace, move, swap, and those whose verb stands behind.

import type { Directive, Place } from './directive';
import { readDeletion, takeReplacement } from './read-deletion';
import { readDivision } from './read-division';
import { readEdgeFirst, readInsertion, readPositionFirst } from './read-insertion';
import { readNewUnit } from './read-new-unit';
import { takeAnchor, takePayload } from './read-payload';
import { readMove, readPassive, readReplacement } from './read-replacement';
import { readSwap } from './read-swap';
import { attempt, restOf, take } from './scanner';
import type { Scanner } from './scanner';

const deleteVerb =
  /^(?:delete|deleting|remove|removing|omit|strike(?:\s+out)?|take\s+out|leave\s+out|cut)(?![\p{L}])[,:]?\s*/iu;
/** The verbs that put something in. */
export const insertVerb =
  /^(?:insert|inserting|add|adding|append)(?![\p{L}])(?:,?[ \t]*(?!:)(?:\n\s*(?=[\uE000-\uF8FF]))?|\s*:\s*(?=[\uE000-\uF8FF]|(?:an?|new|after|before|at|in|under|to|between)\b))?/iu;
const replaceVerb = /^(replace|replacing|change|amend|alter|substitute)(?![\p{L}])[,:]?\s*/iu;
const moveVerb = /^(?:move|transfer)(?![\p{L}])\s*/iu;
const swapVerb =
  /^(?:swap|transpose|interchange|exchange|(?:reverse|change|swap)\s+the\s+order\s+of)(?![\p{L}])(?:\s+(?:around|over))?\s*/iu;

/** The directive of an operation, whose address `place` has been read. */
export function readOperation(scanner: Scanner, place: Place): Directive | undefined {
  return attempt(scanner, () => {
    if (take(scanner, deleteVerb) !== undefined) return readDeletion(scanner, place);
    if (take(scanner, insertVerb) !== undefined) return readInsertion(scanner, place);
    if (take(scanner, moveVerb) !== undefined) return readMove(scanner, place);
    if (take(scanner, swapVerb) !== undefined) return readSwap(scanner, place);
    const division = readDivision(scanner, place);
    if (division !== undefined) return division;
    const replace = take(scanner, replaceVerb)?.[1];
    if (replace !== undefined) return readReplacement(scanner, place, replace);
    const beside =
      readEdgeFirst(scanner, place) ?? readPositionFirst(scanner, place) ?? readDeletionBeside(scanner, place);
    if (beside !== undefined) return beside;
    if (/^(?:an?\s+)?(?:new|additional)\s/i.test(restOf(scanner))) return readNewUnit(scanner, place, undefined);
    return readPassive(scanner, place);
  });
}

/** "After “x” delete all and insert …", "After “x”, delete “y” and insert “z”". */
function readDeletionBeside(scanner: Scanner, place: Place): Directive | undefined {
  return attempt(scanner, () => {
    if (take(scanner, /^(?=after\s)/i) === undefined) return undefined;
    const next = readNextWords(scanner, place);
    if (next !== undefined) return next;
    const after = take(
      scanner,
      /^after\s+(?:the\s+words?\s+)?([\uE000-\uF8FF])\s*,?\s*(?:delete|remove)\s+(?:all|everything|the\s+(?:rest|remainder))(?![\p{L}])/iu,
    );
    if (after === undefined) return undefined;
    const quoted = scanner.source.quotations[(after[1] ?? '').charCodeAt(0) - 0xe000];
    const text = attempt(scanner, () =>
      take(scanner, /^[\s,.;]*(?:and\s+)?(?:insert|add|replace\s+(?:it\s+)?with)(?![\p{L}])/iu) === undefined
        ? undefined
        : takePayload(scanner),
    );
    if (quoted === undefined) return undefined;
    return {
      kind: 'delete-span',
      place,
      start: { words: quoted.words },
      keepsStart: true,
      keepsEnd: false,
      ...(text === undefined ? {} : { text }),
    };
  });
}

/** "After “x”, delete “y” and insert “z”": y stands straight behind x. */
function readNextWords(scanner: Scanner, place: Place): Directive | undefined {
  return attempt(scanner, () => {
    if (take(scanner, /^after\s+/i) === undefined) return undefined;
    const kept = takeAnchor(scanner);
    if (kept === undefined || kept.occurrence !== undefined) return undefined;
    if (take(scanner, /^\s*,?\s*(?:delete|remove)\s+(?=(?:the\s+words?\s+)?[\uE000-\uF8FF])/iu) === undefined)
      return undefined;
    const removed = takeAnchor(scanner);
    if (removed === undefined || removed.occurrence !== undefined) return undefined;
    const text = takeReplacement(scanner);
    const find = { words: removed.words, behind: kept.words };
    if (text === undefined) return { kind: 'delete-words', place, finds: [find], throughout: false };
    return { kind: 'replace-words', place, find, text, throughout: false };
  });
}
