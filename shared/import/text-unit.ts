// The units of a paper's body: paragraphs and list items with wrapped lines joined and markers taken off, not yet nested.

import { splitInlineList } from './inline-list';
import { joinParts, lineBreakingOf, runsOn } from './join-lines';
import type { Marker } from './list-marker';
import { acceptMarkers } from './marker-sequence';
import type { LineRange } from './paper';
import type { LineRole, TextLine } from './text-line';

/** A paragraph, or an item when it has a marker. */
export type TextUnit = {
  readonly text: string;
  readonly lines: LineRange;
  readonly indent: number;
  readonly marker?: Marker;
  readonly role?: LineRole;
};

/** The units, and the markers that stood alone with nothing to mark. */
export type UnitReading = { readonly units: readonly TextUnit[]; readonly emptyMarkers: readonly TextLine[] };

/** A unit while lines are still being added to it. */
type OpenUnit = { readonly parts: string[]; readonly first: TextLine; readonly marker?: Marker; last: TextLine };

/**
 * Reads `lines` into units, in order. Every line goes into exactly one unit or into `emptyMarkers`.
 * Time is linear in the length of the lines.
 */
export function readUnits(lines: readonly TextLine[]): UnitReading {
  const breaking = lineBreakingOf(lines);
  const markers = acceptMarkers(lines, breaking);
  const open: OpenUnit[] = [];
  const emptyMarkers: TextLine[] = [];
  for (const [index, line] of lines.entries()) {
    const previous = open.at(-1);
    const marker = markers[index];
    if (marker?.rest === '' && isEmptyMarker(marker, lines[index + 1], markers[index + 1])) {
      emptyMarkers.push(line);
    } else if (marker !== undefined) {
      open.push({ parts: marker.rest === '' ? [] : [marker.rest], first: line, marker, last: line });
    } else if (
      previous !== undefined &&
      ((previous.parts.length === 0 && line.above === previous.last.line) || runsOn(previous.last, line, breaking))
    ) {
      previous.parts.push(line.text);
      previous.last = line;
    } else {
      open.push({ parts: [line.text], first: line, last: line });
    }
  }
  return { units: open.flatMap(closeUnit), emptyMarkers };
}

/** A marker alone on its line belongs to the text below it; a bullet only when that text follows at once. */
function isEmptyMarker(marker: Marker, next: TextLine | undefined, nextMarker: Marker | undefined): boolean {
  if (next === undefined || nextMarker !== undefined) return true;
  return next.isAfterBlank && marker.readings.every((reading) => reading.ordinal === undefined);
}

function closeUnit(open: OpenUnit): readonly TextUnit[] {
  const text = joinAll(open.parts);
  const place = {
    lines: { from: open.first.line, to: open.last.line + 1 },
    indent: open.first.indent,
    ...(open.first.role === undefined ? {} : { role: open.first.role }),
  };
  const own = open.marker === undefined ? {} : { marker: open.marker };
  const parts = splitInlineList(text, open.marker);
  if (parts === undefined) return [{ ...place, ...own, text }];
  return parts.map((part, index) => Object.assign({}, place, index === 0 ? own : {}, part));
}

/** Joins wrapped lines. Each seam is decided by its two neighbours alone, so that the time stays linear. */
function joinAll(parts: readonly string[]): string {
  return parts
    .map((part, index) => {
      const tail = parts[index - 1]?.slice(-2) ?? '';
      return joinParts(tail, part).slice(tail.length);
    })
    .join('');
}
