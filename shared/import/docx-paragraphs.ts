// The paragraphs of a part of a Word document (ISO 29500-1, 17.3), each run with what tracked changes did to it.

import { attributeOf } from './xml-events';
import type { XmlEvent } from './xml-events';

/** Text put in or taken out by a change that is not accepted yet. Both, when one author struck what another put in. */
export type Tracking = { readonly isInserted: boolean; readonly isDeleted: boolean };

export type DocxRun = Tracking & { readonly text: string };

export type DocxParagraph = {
  readonly runs: readonly DocxRun[];
  /** The tracking of its end: a paragraph whose end is struck goes on in the next. */
  readonly end: Tracking;
  readonly style?: string;
  readonly numId?: string;
  readonly level?: number;
  /** Indent from the left margin, in twips. */
  readonly indent?: number;
  /** The table row it stands in, counted through the document, and its cell in that row. */
  readonly row?: number;
  readonly cell?: number;
};

type OpenParagraph = { -readonly [Key in keyof DocxParagraph]: DocxParagraph[Key] } & { runs: DocxRun[] };

type OpenRow = { readonly row: number; cell: number };

/** What is open while the part is read. */
type Reading = {
  readonly done: DocxParagraph[];
  readonly paragraphs: OpenParagraph[];
  readonly rows: OpenRow[];
  readonly inserting: string[];
  readonly deleting: string[];
  rowCount: number;
  /** How deep in properties of a paragraph or row the reader is, and in what is no part of the text. */
  properties: number;
  skipping: number;
  isText: boolean;
};

const insertions = new Set(['ins', 'moveTo']);
const deletions = new Set(['del', 'moveFrom']);
const skipped = new Set(
  'Fallback pPrChange rPrChange sectPrChange tblPrChange tblGridChange tcPrChange trPrChange numberingChange tabs'.split(
    ' ',
  ),
);

/** The most paragraphs that a part may have; the longest report has a hundredth of them. */
export const paragraphLimit = 200_000;

/**
 * All paragraphs of the part, in order, those of tables and text boxes among them; undefined when it is malformed.
 * Reads no further than to one paragraph over the limit.
 */
export function readParagraphs(events: Iterable<XmlEvent>): readonly DocxParagraph[] | undefined {
  const reading: Reading = {
    done: [],
    paragraphs: [],
    rows: [],
    inserting: [],
    deleting: [],
    rowCount: 0,
    properties: 0,
    skipping: 0,
    isText: false,
  };
  for (const event of events) {
    if (event.kind === 'open') open(reading, event.name, event.attributes);
    else if (event.kind === 'close') close(reading, event.name);
    else if (event.kind === 'malformed') return undefined;
    else if (reading.isText) addText(reading, event.text);
    if (reading.done.length > paragraphLimit) break;
  }
  return reading.done;
}

function open(reading: Reading, name: string, attributes: string): void {
  if (skipped.has(name) || reading.skipping > 0) {
    if (skipped.has(name)) reading.skipping += 1;
    return;
  }
  const paragraph = reading.paragraphs.at(-1);
  if (name === 'p') reading.paragraphs.push(newParagraph(reading.rows.at(-1)));
  else if (name === 'pPr' || name === 'trPr') reading.properties += 1;
  else if (name === 'tr') {
    reading.rows.push({ row: reading.rowCount, cell: -1 });
    reading.rowCount += 1;
  } else if (name === 'tc') {
    const row = reading.rows.at(-1);
    if (row !== undefined) row.cell += 1;
  } else if (insertions.has(name) || deletions.has(name)) openChange(reading, name);
  else if (reading.properties > 0 && paragraph !== undefined) readProperty(paragraph, name, attributes);
  else if (name === 't' || name === 'delText') reading.isText = true;
  else addText(reading, textOfSign(name, attributes));
}

function newParagraph(row: OpenRow | undefined): OpenParagraph {
  const end = { isInserted: false, isDeleted: false };
  return { runs: [], end, ...(row === undefined ? {} : { row: row.row, cell: row.cell }) };
}

/** A change around runs; among a paragraph's properties, the change of its end. */
function openChange(reading: Reading, name: string): void {
  const paragraph = reading.paragraphs.at(-1);
  if (reading.properties === 0) (insertions.has(name) ? reading.inserting : reading.deleting).push(name);
  else if (paragraph !== undefined) {
    paragraph.end = insertions.has(name)
      ? { ...paragraph.end, isInserted: true }
      : { ...paragraph.end, isDeleted: true };
  }
}

function readProperty(paragraph: OpenParagraph, name: string, attributes: string): void {
  const value = attributeOf(attributes, 'val') ?? '';
  if (name === 'pStyle') paragraph.style = value;
  else if (name === 'numId') paragraph.numId = value;
  else if (name === 'ilvl') paragraph.level = Number(value);
  else if (name === 'ind') {
    const left = attributeOf(attributes, 'left') ?? attributeOf(attributes, 'start');
    if (left !== undefined) paragraph.indent = Number(left);
  }
}

/** Signs that are elements. Breaks of page and column are the page's, breaks of line the text's. */
function textOfSign(name: string, attributes: string): string {
  switch (name) {
    case 'tab':
    case 'ptab':
      return '\t';
    case 'cr':
      return '\n';
    case 'br':
      return /^(?:page|column)$/.test(attributeOf(attributes, 'type') ?? '') ? '' : '\n';
    case 'noBreakHyphen':
      return '-';
    case 'sym': {
      const code = Number.parseInt(attributeOf(attributes, 'char') ?? '', 16);
      return code > 0 && code <= 0xffff ? String.fromCharCode(code) : '';
    }
    default:
      return '';
  }
}

function addText(reading: Reading, text: string): void {
  if (text === '') return;
  const { inserting, deleting, paragraphs } = reading;
  paragraphs.at(-1)?.runs.push({ text, isInserted: inserting.length > 0, isDeleted: deleting.length > 0 });
}

function close(reading: Reading, name: string): void {
  if (skipped.has(name)) {
    reading.skipping = Math.max(0, reading.skipping - 1);
    return;
  }
  if (reading.skipping > 0) return;
  if (name === 'p') {
    const paragraph = reading.paragraphs.pop();
    if (paragraph !== undefined) reading.done.push(paragraph);
  } else if (name === 'pPr' || name === 'trPr') reading.properties = Math.max(0, reading.properties - 1);
  else if (name === 'tr') reading.rows.pop();
  else if (name === 't' || name === 'delText') reading.isText = false;
  else if (reading.properties === 0 && insertions.has(name)) reading.inserting.pop();
  else if (reading.properties === 0 && deletions.has(name)) reading.deleting.pop();
}
