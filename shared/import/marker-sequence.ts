// Which markers at line starts are markers: by their form, the line above, and their neighbours in the sequence.

import type { LineBreaking } from './join-lines';
import { endsSentence } from './join-lines';
import type { Marker, MarkerReading } from './list-marker';
import { readMarker } from './list-marker';
import type { TextLine } from './text-line';

/** The marker of each line, undefined where the line has none or what looks like one is part of the sentence. */
export function acceptMarkers(lines: readonly TextLine[], breaking: LineBreaking): readonly (Marker | undefined)[] {
  const markers = lines.map((line) => (line.role === 'title' ? undefined : readMarker(line.text)));
  const printed = new Set(markers.flatMap((marker) => marker?.readings.map(keyOf) ?? []));
  const dashes = countDashes(markers);
  const lastOrdinals = new Map<string, number>();
  return markers.map((marker, index) => {
    const line = lines[index];
    if (marker === undefined || line === undefined) return undefined;
    const reading = sequencedReading(marker, lastOrdinals);
    const place = { line, previous: lines[index - 1], breaking };
    const isMarker = isBullet(marker)
      ? startsParagraph(place) && (marker.strength === 'sure' || isDash(marker, dashes))
      : isEnumerator(marker, reading, printed, place);
    if (!isMarker) return undefined;
    const chosen = reading ?? marker.readings[0];
    if (chosen?.ordinal !== undefined) lastOrdinals.set(chosen.style, chosen.ordinal);
    return marker;
  });
}

type Place = { readonly line: TextLine; readonly previous: TextLine | undefined; readonly breaking: LineBreaking };

function isEnumerator(
  marker: Marker,
  reading: MarkerReading | undefined,
  printed: ReadonlySet<string>,
  place: Place,
): boolean {
  switch (marker.strength) {
    case 'sure':
      return reading !== undefined || startsParagraph(place);
    case 'likely':
      if (marker.readings.every((one) => one.ordinal === undefined)) return startsParagraph(place);
      if (/^[a-z]/i.test(marker.printed) && !opensList(place.previous)) return hasNeighbour(reading, printed);
      return reading !== undefined || place.line.isAfterBlank || opensList(place.previous);
    case 'in-sequence':
      return startsParagraph(place) && hasNeighbour(reading, printed);
  }
}

/** The reading that starts a list or goes on with one (a printed gap of two is allowed); continuing is preferred. */
function sequencedReading(marker: Marker, lastOrdinals: ReadonlyMap<string, number>): MarkerReading | undefined {
  const continuing = marker.readings.find(({ style, ordinal }) => {
    const last = lastOrdinals.get(style);
    return ordinal !== undefined && last !== undefined && ordinal > last && ordinal <= last + 3;
  });
  return continuing ?? marker.readings.find((reading) => reading.ordinal === 1);
}

/** Whether the paper also prints the marker before or after this one in the same style. */
function hasNeighbour(reading: MarkerReading | undefined, printed: ReadonlySet<string>): boolean {
  if (reading?.ordinal === undefined) return false;
  const { style, ordinal } = reading;
  return (
    printed.has(keyOf({ style, ordinal: ordinal + 1 })) ||
    (ordinal > 1 && printed.has(keyOf({ style, ordinal: ordinal - 1 })))
  );
}

function startsParagraph({ line, previous, breaking }: Place): boolean {
  return line.isAfterBlank || previous === undefined || breaking.kind === 'whole' || endsSentence(previous.text);
}

function opensList(previous: TextLine | undefined): boolean {
  return previous === undefined || /(?::-?|\bto)$/.test(previous.text.slice(-4));
}

function isBullet(marker: Marker): boolean {
  return marker.readings.every((reading) => reading.ordinal === undefined && !reading.style.startsWith('rule'));
}

/** A hyphen marks an item by itself; a dash, which also opens a remark, only where another line starts with one. */
function isDash(marker: Marker, dashes: number): boolean {
  return !/^[–—]$/.test(marker.printed) || dashes > 1;
}

function countDashes(markers: readonly (Marker | undefined)[]): number {
  return markers.filter((marker) => marker !== undefined && /^[–—]$/.test(marker.printed)).length;
}

function keyOf({ style, ordinal }: MarkerReading): string {
  return `${style} ${ordinal ?? ''}`;
}
