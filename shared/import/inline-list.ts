// Lists printed inside one line, `…to:1)Survey branches,2)Publish material`, cut into a lead-in and items.

import type { Marker } from './list-marker';
import { readMarker } from './list-marker';
import { stemStarts } from './stem';

/** A part of a line: the lead-in without a marker, then the items. */
export type InlinePart = { readonly text: string; readonly marker?: Marker };

/** Where a marker may start inside a line: after what ends a lead-in or an item, or after a space. */
const candidate =
  /(?<=[\s:;,.–-])(?:\(?\d{1,2}\)|\(?[a-z]\)|\(?[ivx]{2,5}\)|(?:\d{1,2}|[a-z]|[ivx]{2,4})\.(?=\s)|[•·](?=\s?\S))/gu;

/** Words before a number that make it a reference, not a marker: "in 2) above", "motions 3). ". */
const reference =
  /(?:^|[\s(])(?:in|of|to|and|or|at|by|see|under|point|points|item|items|paragraph|paragraphs|section|rule|motion|motions|line|lines|no|page|per|for|than|with|[–-])$/i;

/**
 * Cuts `text` at its inline markers: a first one after a colon (or the like) and at least one successor in sequence. A new
 * stem behind a list ("…report. Conference further asks…") starts a paragraph. Undefined when there is no such list.
 * When `own`, the marker that was taken off `text`, is its first, one successor is enough, and the first part is its item.
 */
export function splitInlineList(text: string, own?: Marker): readonly InlinePart[] | undefined {
  if (inlineStarts(text, own).length === 0) return undefined;
  const stems = stemStarts(text).filter(
    (at) => at > 0 && /[.;:!?]["'”’]?\s$/.test(text.slice(Math.max(0, at - 3), at)),
  );
  const bounds = [0, ...stems, text.length];
  const parts: InlinePart[] = [];
  for (const [index, from] of bounds.slice(0, -1).entries()) {
    const piece = partsOf(text.slice(from, bounds[index + 1]), index === 0 ? own : undefined);
    const [lead] = piece;
    const before = parts.at(-1);
    // Sentences of one paragraph stay together until a list has come between them.
    if (
      lead !== undefined &&
      lead.marker === undefined &&
      before !== undefined &&
      index > 0 &&
      before.marker === undefined &&
      own === undefined
    ) {
      parts[parts.length - 1] = { text: `${before.text} ${lead.text}` };
      parts.push(...piece.slice(1));
    } else parts.push(...piece);
  }
  return parts;
}

function partsOf(text: string, own: Marker | undefined): readonly InlinePart[] {
  const starts = inlineStarts(text, own);
  const parts: InlinePart[] = [];
  const lead = text.slice(0, starts[0]).trim();
  if (lead !== '') parts.push({ text: lead });
  for (const [index, start] of starts.entries()) {
    const marker = readMarker(text.slice(start, starts[index + 1]).trim());
    if (marker !== undefined) parts.push({ text: marker.rest, marker });
  }
  return parts;
}

/** Offsets of the markers of the first inline list that is in sequence. */
function inlineStarts(text: string, own: Marker | undefined): readonly number[] {
  let starts: number[] = [];
  let style = own?.strength === 'sure' ? own.readings[0]?.style : undefined;
  let last = own?.readings[0]?.ordinal;
  for (const match of text.matchAll(candidate)) {
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    const readings = readMarker(`${match[0]} x`)?.readings ?? [];
    const next = readings.find((reading) => reading.style === style && follows(last, reading.ordinal));
    if (next !== undefined && mayStandAfter(before)) {
      last = next.ordinal;
      starts.push(match.index);
      continue;
    }
    const first = readings.find((reading) => reading.ordinal === undefined || reading.ordinal === 1);
    if (first === undefined || starts.length > 1 || own !== undefined || !introduces(before)) continue;
    style = first.style;
    last = first.ordinal;
    starts = [match.index];
  }
  return starts.length < (own === undefined ? 2 : 1) ? [] : starts;
}

function introduces(before: string): boolean {
  return /(?:[:;]-?|\b(?:to|that))\s*$/i.test(before);
}

function follows(last: number | undefined, ordinal: number | undefined): boolean {
  return last === undefined || ordinal === undefined ? last === ordinal : ordinal === last + 1;
}

function mayStandAfter(before: string): boolean {
  return /(?:[;,.:?!]|[;,] ?(?:and|or),?)["'”’)]?\s*$/i.test(before) || !reference.test(before.trimEnd());
}
