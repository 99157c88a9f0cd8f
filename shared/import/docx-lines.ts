// The paragraphs of a Word document as lines: as it stood before the tracked changes, or with all of them accepted.

import { countNumbers } from './docx-numbering';
import type { NumberCounter, Numbering } from './docx-numbering';
import type { DocxParagraph, Tracking } from './docx-paragraphs';
import type { DocxStyle } from './docx-styles';
import { rowAsLine } from './table-row';
import type { LineRole, SourceLine } from './text-line';

export type DocxBody = {
  readonly paragraphs: readonly DocxParagraph[];
  readonly styles: ReadonlyMap<string, DocxStyle>;
  readonly numbering: Numbering;
};

export type DocxVersion = 'printed' | 'amended';

/** A quarter of a centimetre of indent is a space; an item's level comes out of it. */
const twipsASpace = 142;
const widestIndent = 40;

/** A paragraph's text in one version, with its marker, before it is a line. */
type Written = { readonly text: string; readonly role?: LineRole; readonly row?: number; readonly cell?: number };

/** The lines of one version, blank ones between paragraphs; a table's row is one line where its cells are short. */
export function docxLines(body: DocxBody, version: DocxVersion): readonly SourceLine[] {
  const counter = countNumbers(body.numbering);
  const written = inVersion(body.paragraphs, version).map((paragraph) => write(paragraph, body.styles, counter));
  const lines: SourceLine[] = [];
  for (const group of rowGroups(written)) {
    const cells = cellsOf(group);
    const row = cells === undefined ? undefined : rowAsLine(cells);
    if (row !== undefined) lines.push({ text: row }, { text: '' });
    else for (const { text, role } of group) lines.push(...paragraphLines(text, role), { text: '' });
  }
  const title = lines.findIndex(({ role }) => role === 'title');
  const heading = lines.findIndex(({ role, text }) => role === 'heading' && text !== '');
  // A paper without a paragraph in the style of a title has it in its first heading.
  return title === -1 && heading >= 0
    ? lines.map((line, at) => (at === heading ? { text: line.text, role: 'title' } : line))
    : lines;
}

/** The paragraphs as they are in one version: a paragraph whose end is not in it goes on in the one behind. */
function inVersion(paragraphs: readonly DocxParagraph[], version: DocxVersion): readonly DocxParagraph[] {
  const isOut = ({ isInserted, isDeleted }: Tracking): boolean => (version === 'printed' ? isInserted : isDeleted);
  const kept: DocxParagraph[] = [];
  let before: DocxParagraph['runs'] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const runs = [...before, ...paragraph.runs.filter((run) => !isOut(run))];
    const next = paragraphs[index + 1];
    const isJoined = isOut(paragraph.end) && next?.row === paragraph.row && next?.cell === paragraph.cell;
    before = isJoined ? runs : [];
    const isGone = isOut(paragraph.end) && runs.length === 0;
    if (!isJoined && !isGone) kept.push({ ...paragraph, runs });
  }
  return kept;
}

function write(paragraph: DocxParagraph, styles: ReadonlyMap<string, DocxStyle>, counter: NumberCounter): Written {
  const style = paragraph.style === undefined ? undefined : styles.get(paragraph.style);
  const text = paragraph.runs.map((run) => run.text).join('');
  const numId = paragraph.numId ?? style?.numId ?? '0';
  const number = numId === '0' ? undefined : counter.next(numId, paragraph.level ?? style?.level ?? 0);
  const twips = paragraph.indent ?? number?.indent ?? style?.indent ?? 0;
  const indent = ' '.repeat(Math.min(widestIndent, Math.max(0, Math.round(twips / twipsASpace) || 0)));
  const marker = number === undefined || number.marker === '' || text.trim() === '' ? '' : `${number.marker} `;
  const { row, cell } = paragraph;
  return {
    text: `${indent}${marker}${text}`,
    ...ifRole(style?.role),
    ...(row === undefined ? {} : { row }),
    ...(cell === undefined ? {} : { cell }),
  };
}

function ifRole(role: LineRole | undefined): { readonly role?: LineRole } {
  return role === undefined ? {} : { role };
}

/** Paragraphs of one table row together, all others by themselves. */
function rowGroups(written: readonly Written[]): readonly (readonly Written[])[] {
  const groups: Written[][] = [];
  for (const paragraph of written) {
    const group = groups.at(-1);
    if (group !== undefined && paragraph.row !== undefined && group[0]?.row === paragraph.row) group.push(paragraph);
    else groups.push([paragraph]);
  }
  return groups;
}

/** The cells of a row, when none holds more than one paragraph with text. */
function cellsOf(group: readonly Written[]): readonly string[] | undefined {
  if (group[0]?.row === undefined) return undefined;
  const filled = group.filter(({ text }) => text.trim() !== '');
  const cells = new Set(filled.map(({ cell }) => cell));
  return cells.size === filled.length ? filled.map(({ text }) => text.trim()) : undefined;
}

/** A paragraph's lines: it is broken where its text is. */
function paragraphLines(text: string, role: LineRole | undefined): readonly SourceLine[] {
  return text.split('\n').map((line) => (role === undefined ? { text: line } : { text: line, role }));
}
