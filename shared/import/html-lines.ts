// A parsed page to lines, as a browser would print them: one line a block, list markers written out, furniture marked.
// Walks with a stack of its own, so that no depth of nesting can exhaust the machine's.

import type { HtmlNode } from '../ports';
import { listMarkers } from './html-list';
import { readMarker } from './list-marker';
import { rowAsLine } from './table-row';
import type { LineRole, SourceLine } from './text-line';
import { plainText } from './text-line';

const skipped = new Set(
  'script style template noscript svg math iframe object embed canvas audio video select textarea head'.split(' '),
);
const furniture = new Set('nav aside footer form button menu dialog'.split(' '));
const furnitureRoles = new Set('navigation contentinfo complementary search dialog alert'.split(' '));
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** What holds for everything inside an element. */
type Context = {
  readonly role?: LineRole;
  readonly listDepth: number;
  readonly isMain: boolean;
  readonly isPre: boolean;
};

type PageLine = SourceLine & { readonly isMain: boolean };

/** What is still to be done, last first: visit a node, or close the block or table row that is open. */
type Step =
  | { readonly kind: 'visit'; readonly node: HtmlNode; readonly context: Context; readonly marker?: string }
  | { readonly kind: 'close-block'; readonly context: Context }
  | { readonly kind: 'close-row'; readonly context: Context; readonly from: number };

/** A page while it is being read: its lines so far, and the text of the line that is open. */
type Page = { readonly lines: PageLine[]; text: string[]; marker: string };

/** The least text that a page's `main` must hold for all the rest to be furniture. */
const leastMain = 200;

/** The lines of a page. Scripts, styles and what else is never shown are no part of the paper and leave no line. */
export function htmlLines(document: HtmlNode): readonly SourceLine[] {
  const page: Page = { lines: [], text: [], marker: '' };
  const steps: Step[] = [{ kind: 'visit', node: document, context: { listDepth: 0, isMain: false, isPre: false } }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (step.kind === 'visit') visit(page, steps, step);
    else if (step.kind === 'close-block') closeBlock(page, step.context);
    else closeRow(page, step.context, step.from);
  }
  closeBlock(page, { listDepth: 0, isMain: false, isPre: false });
  return withoutSurroundings(page.lines);
}

function visit(page: Page, steps: Step[], { node, context, marker }: Extract<Step, { kind: 'visit' }>): void {
  if (node.nodeType === 3) {
    addText(page, node.nodeValue ?? '', context);
    return;
  }
  const name = node.nodeName.toLowerCase();
  if (node.nodeType === 1 && skipped.has(name)) return;
  if (node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) return;
  if (name === 'br') {
    closeLine(page, context);
    return;
  }
  const within = contextOf(node, name, context);
  const isBlock = node.nodeType === 1 && !inline.has(name);
  if (isBlock) {
    closeBlock(page, context);
    if (marker !== undefined) page.marker = marker;
    steps.push(
      name === 'tr'
        ? { kind: 'close-row', context: within, from: page.lines.length }
        : { kind: 'close-block', context: within },
    );
  }
  pushChildren(steps, node, within);
}

/** The children are stacked last first, so that they are visited in order. */
function pushChildren(steps: Step[], node: HtmlNode, context: Context): void {
  const children = Array.from(node.childNodes);
  const name = node.nodeName.toLowerCase();
  const items = name === 'ol' || name === 'ul' ? children.filter((child) => child.nodeName.toLowerCase() === 'li') : [];
  const markers = new Map(listMarkers(node, items).map((marker, index) => [items[index], marker]));
  for (const child of children.reverse()) {
    const marker = markers.get(child);
    steps.push({ kind: 'visit', node: child, context, ...(marker === undefined ? {} : { marker }) });
  }
}

function contextOf(node: HtmlNode, name: string, context: Context): Context {
  const role = roleOf(node, name) ?? context.role;
  return {
    listDepth: context.listDepth + (name === 'ol' || name === 'ul' ? 1 : 0),
    isMain: context.isMain || name === 'main' || name === 'article' || attribute(node, 'role') === 'main',
    isPre: context.isPre || name === 'pre',
    ...(role === undefined ? {} : { role: context.role === 'furniture' ? 'furniture' : role }),
  };
}

function roleOf(node: HtmlNode, name: string): LineRole | undefined {
  if (node.nodeType !== 1) return undefined;
  if (furniture.has(name) || furnitureRoles.has(attribute(node, 'role'))) return 'furniture';
  const isHidden = node.getAttribute?.('hidden') ?? null;
  if (isHidden !== null || /display:\s?none/i.test(attribute(node, 'style'))) return 'furniture';
  if (name === 'h1') return 'title';
  if (/^h[2-6]$/.test(name)) return 'heading';
  return name === 'blockquote' ? 'quotation' : undefined;
}

function attribute(node: HtmlNode, name: string): string {
  return node.nodeType === 1 ? (node.getAttribute?.(name) ?? '') : '';
}

function addText(page: Page, text: string, context: Context): void {
  if (!context.isPre) {
    page.text.push(text);
    return;
  }
  const [first = '', ...rest] = text.split(/\r\n|[\n\r]/);
  page.text.push(first);
  for (const line of rest) {
    closeLine(page, context);
    page.text.push(line);
  }
}

/** Ends the open line. An item whose text has a marker of its own does not get the list's bullet as well. */
function closeLine(page: Page, context: Context): void {
  const raw = page.text.join('');
  const text = context.isPre ? raw : plainText(raw);
  page.text = [];
  if (text.trim() === '') {
    if (context.isPre || page.lines.at(-1)?.text !== '') page.lines.push({ text: '', isMain: context.isMain });
    return;
  }
  const hasOwn = page.marker === '•' && readMarker(text)?.strength === 'sure';
  const marked = page.marker === '' || hasOwn ? text : `${page.marker} ${text}`;
  const indent = ' '.repeat(Math.min(40, Math.max(0, context.listDepth - 1) * 4));
  page.marker = '';
  page.lines.push({
    text: indent + marked,
    isMain: context.isMain,
    ...(context.role === undefined ? {} : { role: context.role }),
  });
}

/** Ends the open line and sets a blank one below it. */
function closeBlock(page: Page, context: Context): void {
  closeLine(page, context);
  if (page.lines.at(-1)?.text !== '') page.lines.push({ text: '', isMain: context.isMain });
}

/** A table row whose cells hold a line each becomes one line, except a label and its value. */
function closeRow(page: Page, context: Context, from: number): void {
  closeBlock(page, context);
  const row = rowAsLine(page.lines.slice(from).map((line) => line.text));
  if (row === undefined) return;
  page.lines.length = from;
  page.lines.push({ text: row, isMain: context.isMain }, { text: '', isMain: context.isMain });
}

/** When the page says which part is its own text, what surrounds that part is furniture, headings excepted. */
function withoutSurroundings(lines: readonly PageLine[]): readonly SourceLine[] {
  const mainLength = lines.reduce((sum, line) => sum + (line.isMain ? line.text.length : 0), 0);
  return lines.map(({ text, role, isMain }) => {
    if (mainLength >= leastMain && !isMain && role !== 'title' && text !== '') return { text, role: 'furniture' };
    return role === undefined ? { text } : { text, role };
  });
}
