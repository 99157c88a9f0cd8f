// One line of the journal: `<byte length> <crc32 hex> <json>\n`. Writes lines, and finds the good ones among whatever
// a disk gives back.

import { crc32 } from 'node:zlib';
import type { JournalEntry, JournalStream } from '../../shared/desktop-contract';
import { parseJson } from './parse-json';

// CRC-32 (ISO-HDLC, as in gzip) and not a cryptographic hash: it stands against torn writes and flipped bits, of which
// it finds every burst up to 32 bits, and not against people, who could rewrite a hash as well.

/**
 * The line of `entry`. `more` is how many lines of the same append follow: an append is whole only with its last line,
 * which has 0. It is stored inside the JSON, so that the checksum covers it, and only where it is not 0.
 */
export function writeLine(entry: JournalEntry, more: number): Buffer {
  return lineOf(more === 0 ? entry : { ...entry, more });
}

function lineOf(content: object): Buffer {
  const json = Buffer.from(JSON.stringify(content));
  const checksum = crc32(json).toString(16).padStart(8, '0');
  return Buffer.concat([Buffer.from(`${json.length} ${checksum} `), json, Buffer.from('\n')]);
}

/**
 * The line by which a journal goes on under another name (FORMAT.md, "Twins"). What stands before it on `self` under the
 * name `before`, from number `from` on, is void: another computer's words stand there for everybody else.
 */
export type Renewal = {
  readonly before: string;
  readonly from: number;
  readonly device: string;
  readonly journalId: string;
};

/** The first line of the append that renews the journal's name. No entry: pages never show it. */
export function writeRenewal({ device, ...renewed }: Renewal, more: number): Buffer {
  return lineOf({ v: 1, device, stream: 'local', seq: 0, lam: 0, renewed, ...(more === 0 ? {} : { more }) });
}

/** Where an entry stands in its file, and what the journal must know of it to go on counting. */
export type LinePlace = {
  readonly lineStart: number;
  readonly jsonStart: number;
  readonly jsonEnd: number;
  readonly device: string;
  readonly stream: JournalStream;
  readonly seq: number;
  readonly lam: number;
  readonly more: number;
  readonly renewal?: Renewal;
};

export type ByteRange = { readonly start: number; readonly end: number };

export type ScannedFile = {
  readonly places: readonly LinePlace[];
  /** Complete lines that failed: to be set aside and passed over. Adjoining ones count as one. */
  readonly damaged: readonly ByteRange[];
  /** Up to where the file is to be kept. Beyond it lies what a crash left of an append nobody was told was done. */
  readonly wholeUntil: number;
  /** The last entry is whole but its newline was not written any more. */
  readonly lacksNewline: boolean;
};

const newline = 0x0a;

/**
 * Reads a journal file. An entry is good when its length and checksum hold; whatever stands where its newline should
 * be counts as its newline, so that a flip there costs nothing. From a line that fails, reading goes on after the next
 * newline. What follows the last newline and is no good entry is torn, and with it the earlier lines of its append.
 */
export function scanJournalFile(bytes: Buffer): ScannedFile {
  const places: LinePlace[] = [];
  const damaged: ByteRange[] = [];
  let position = 0;
  let wholeUntil = 0;
  while (position < bytes.length) {
    const place = placeAt(bytes, position);
    if (place !== undefined) {
      places.push(place);
      position = place.jsonEnd + 1;
      wholeUntil = Math.min(position, bytes.length);
      continue;
    }
    const end = bytes.indexOf(newline, position) + 1;
    if (end === 0) break;
    addRange(damaged, { start: position, end });
    position = end;
    wholeUntil = end;
  }
  const lacksNewline = places.at(-1)?.jsonEnd === bytes.length;
  const keptUntil = dropUnfinishedAppend(places, wholeUntil);
  return { places, damaged, wholeUntil: keptUntil, lacksNewline: lacksNewline && keptUntil === bytes.length };
}

/** Takes the lines of an append whose last line never came off `places`; answers up to where the file is then whole. */
function dropUnfinishedAppend(places: LinePlace[], wholeUntil: number): number {
  let last = places.at(-1);
  // Behind damage the rest of the append may well have been there: then what is good stays.
  if (last === undefined || last.more === 0 || wholeUntil > last.jsonEnd + 1) return wholeUntil;
  let start = last.lineStart;
  for (let more = last.more; last?.more === more; more += 1) {
    start = last.lineStart;
    places.pop();
    last = places.at(-1);
  }
  return start;
}

function addRange(ranges: ByteRange[], next: ByteRange): void {
  const last = ranges.at(-1);
  if (last?.end === next.start) ranges[ranges.length - 1] = { start: last.start, end: next.end };
  else ranges.push(next);
}

function placeAt(bytes: Buffer, lineStart: number): LinePlace | undefined {
  const prefix = /^(\d{1,9}) ([0-9a-f]{8}) /.exec(bytes.toString('latin1', lineStart, lineStart + 19));
  if (prefix === null) return undefined;
  const jsonStart = lineStart + prefix[0].length;
  const jsonEnd = jsonStart + Number(prefix[1]);
  if (jsonEnd > bytes.length) return undefined;
  const json = bytes.subarray(jsonStart, jsonEnd);
  if (crc32(json) !== Number.parseInt(prefix[2] ?? '', 16)) return undefined;
  const counters = countersOf(json);
  return counters === undefined ? undefined : { lineStart, jsonStart, jsonEnd, ...counters };
}

type Counters = Pick<LinePlace, 'device' | 'stream' | 'seq' | 'lam' | 'more' | 'renewal'>;

/** Undefined for what carries a good checksum and is no entry of this version all the same. */
function countersOf(json: Buffer): Counters | undefined {
  const parsed: unknown = parseJson(json.toString('utf8'));
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  if (!('v' in parsed) || parsed.v !== 1) return undefined;
  if (!('device' in parsed) || typeof parsed.device !== 'string') return undefined;
  if (!('stream' in parsed) || !isStream(parsed.stream)) return undefined;
  if (!('seq' in parsed) || typeof parsed.seq !== 'number') return undefined;
  if (!('lam' in parsed) || typeof parsed.lam !== 'number') return undefined;
  const more = 'more' in parsed && typeof parsed.more === 'number' ? parsed.more : 0;
  const { device, stream, seq, lam } = parsed;
  if (!('renewed' in parsed)) return { device, stream, seq, lam, more };
  const renewal = renewalOf(device, parsed.renewed);
  return renewal === undefined ? undefined : { device, stream, seq, lam, more, renewal };
}

function renewalOf(device: string, renewed: unknown): Renewal | undefined {
  if (typeof renewed !== 'object' || renewed === null) return undefined;
  if (!('before' in renewed) || typeof renewed.before !== 'string') return undefined;
  if (!('from' in renewed) || typeof renewed.from !== 'number') return undefined;
  if (!('journalId' in renewed) || typeof renewed.journalId !== 'string') return undefined;
  return { device, before: renewed.before, from: renewed.from, journalId: renewed.journalId };
}

function isStream(value: unknown): value is JournalStream {
  return value === 'self' || value === 'team' || value === 'office' || value === 'local';
}
