// An article, leaflet or report as a briefing: title, byline, running text; what belongs to the web page is dropped.

import { droppedLines, warningsOf } from './accounting';
import { articleDate, readByline } from './article-signs';
import { endsSentence } from './join-lines';
import { isPageEnd, isPageFurniture } from './page-furniture';
import type { ReadArticle, ReadClause, ReadField } from './paper';
import type { PaperLines } from './read-motion';
import { isHeading, isQuotation } from './split-clauses';
import type { TextLine } from './text-line';
import type { TextUnit } from './text-unit';
import { readUnits } from './text-unit';

type Fields = Pick<ReadArticle, 'title' | 'publisher' | 'publishedAt' | 'byline'>;

/** How many lines from the top a byline, a date and a publisher are looked for. */
const reach = 8;

/**
 * Reads an article. Furniture is dropped wherever it stands; after "Have your say" and the like everything is.
 * Clauses are paragraphs, headings and quotations; a bulleted or numbered paragraph keeps its marker as `number`.
 */
export function readArticle(paper: PaperLines): ReadArticle {
  const text = paper.lines.slice(0, articleEnd(paper.lines)).filter((line) => !isPageFurniture(line));
  const { fields, body } = readArticleHead(text);
  const { units } = readUnits(body);
  const clauses = units.map((unit, index) => clauseOf(unit, units[index + 1]));
  const taken = [fields.title, fields.publisher, fields.publishedAt, fields.byline].flatMap(
    (field) => field?.lines ?? [],
  );
  return {
    kind: 'article',
    file: paper.file,
    source: paper.source.map((line) => line.text),
    ...fields,
    clauses,
    dropped: droppedLines(paper.source, [...taken, ...clauses.map((clause) => clause.lines)]),
    warnings: warningsOf(paper.source, clauses),
  };
}

/** Index of the line at which the article is over: the first page end that stands below some running text. */
function articleEnd(lines: readonly TextLine[]): number {
  let proseSeen = 0;
  for (const [index, line] of lines.entries()) {
    if (proseSeen > 0 && isPageEnd(line)) return index;
    if (line.text.length > 60 && endsSentence(line.text) && !isPageFurniture(line)) proseSeen += 1;
  }
  return lines.length;
}

function readArticleHead(lines: readonly TextLine[]): { readonly fields: Fields; readonly body: readonly TextLine[] } {
  const titleAt = titleIndex(lines);
  const taken = new Set<number>();
  const fields: { -readonly [Key in keyof Fields]: Fields[Key] } = {};
  const take = (index: number, line: TextLine, value: string): ReadField<string> => {
    taken.add(index);
    return { value, lines: { from: line.line, to: line.line + 1 } };
  };
  for (const [index, line] of lines.slice(0, reach).entries()) {
    if (index === titleAt) fields.title = take(index, line, line.text);
    const byline = readByline(line.text);
    if (byline !== undefined) fields.byline ??= take(index, line, byline.byline);
    if (byline?.date !== undefined) fields.publishedAt ??= take(index, line, byline.date);
    const writer = /, (?:writes|reports) (\p{Lu}.{1,60})$/u.exec(line.text.slice(-90))?.[1];
    if (writer !== undefined) fields.byline ??= { value: writer, lines: { from: line.line, to: line.line + 1 } };
    const publisher = /^(?:originally )?published (?:by|in) (.{2,80})$/i.exec(line.text)?.[1];
    if (publisher !== undefined) fields.publisher ??= take(index, line, publisher);
    const date = articleDate(line.text);
    if (date !== undefined) fields.publishedAt ??= take(index, line, date);
  }
  const before = Math.max(titleAt, -1);
  return { fields, body: lines.filter((_, index) => index > before && !taken.has(index)) };
}

/** The heading, else the first line near the top that is no sentence, no menu, and has running text below it. */
function titleIndex(lines: readonly TextLine[]): number {
  const marked = lines.findIndex((line) => line.role === 'title');
  if (marked !== -1) return marked;
  const top = lines.slice(0, reach);
  const heading = top.findIndex((line) => line.role === 'heading' && mayBeTitle(line));
  if (heading !== -1 && !top.slice(0, heading).some((line) => endsSentence(line.text))) return heading;
  return top.findIndex((line, index) => {
    const next = lines.slice(index + 1).find((one) => articleDate(one.text) === undefined);
    return mayBeTitle(line) && next !== undefined && !(isMenu(line) && mayBeTitle(next));
  });
}

function mayBeTitle({ text }: TextLine): boolean {
  const isLine = text.length <= 160 && /\p{L}{2}/u.test(text) && readByline(text) === undefined;
  return isLine && articleDate(text) === undefined && (!endsSentence(text) || /[?!]$/.test(text));
}

/** Tags or a menu in one line: words with capitals, six or more of them, or at least half of them what menus hold. */
function isMenu({ text }: TextLine): boolean {
  const words = text.split(' ');
  if (!words.every((word) => /^\p{Lu}[^?!]*$/u.test(word))) return false;
  return (
    words.length >= 6 || (words.length >= 2 && words.filter((word) => menuWord.test(word)).length * 2 >= words.length)
  );
}

const menuWord =
  /^(?:home|news|archives?|blogs?|campaigns?|conferences?|newsletters?|events?|contact|about|branches|media|resources|policy|membership|join|gallery|links|features|opinion|sport|politics|comment|culture)$/i;

function clauseOf(unit: TextUnit, next: TextUnit | undefined): ReadClause {
  const { text, lines, marker, role } = unit;
  if (marker !== undefined) return { kind: 'paragraph', number: marker.printed, depth: 1, text, lines };
  if (role === 'quotation' || isQuotation(text)) return { kind: 'quotation', depth: 0, text, lines };
  if (role === 'heading' || isHeading(text, next)) return { kind: 'heading', depth: 0, text, lines };
  return { kind: 'paragraph', depth: 0, text, lines };
}
