// Names a text by its content. A fingerprint tells texts apart; it proves nothing (bundles do that with SHA-256).

import { textVersionId } from '../ids';
import type { TextVersionId } from '../ids';
import type { Clause } from './clause';

/** 64 bits of FNV-1a (Fowler, Noll, Vo) over UTF-16 code units, in two halves of 32 bits, as 16 hex digits. */
export function fingerprint(text: string): string {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ (unit + index), 0x01000193);
  }
  return hex32(high) + hex32(low);
}

/** The id of a text version: equal for equal title, clause ids, kinds, numbers, depths and texts. */
export function textVersionIdOf(title: string, clauses: readonly Clause[]): TextVersionId {
  const parts = clauses.map((clause) => [clause.id, clause.kind, clause.number ?? '', clause.depth, clause.text]);
  return textVersionId(`t${fingerprint(JSON.stringify([title, parts]))}`);
}

function hex32(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
