// A parsed page to lines, as a browser would print them: one line a block, list markers written out, furniture marked;
// and where words are struck or put in, the page as it was before and as it is with them.
// Walks with a stack of its own, so that no depth of nesting can exhaust the machine's.

import type { HtmlNode } from '../ports';
import { listMarkers } from './html-list';
import { readMarker } from './list-marker';
import { raisedText } from './raised-text';
import { rowAsLine } from './table-row';
import type { LineRole, SourceLine } from './text-line';
import { plainText } from './text-line';

const skipped = new Set(['script', 'style', 'head']);
/** What a page shows as something else than running text, or not at all: its words stand below the line as furniture. */
const besides = new Set('template svg iframe object embed canvas audio video select annotation'.split(' '));
const deletions = new Set(['del', 's', 'strike']);
const furniture = new Set('nav aside footer form button menu dialog'.split(' '));
const furnitureRoles = new Set('navigation contentinfo complementary search dialog alert'.split(' '));
const inline = new Set(
  'math a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** What holds for everything inside an element. */
type Context = {
  readonly role?: LineRole;
  readonly listDepth: number;
  readonly isMain: boolean;
  readonly isPre: boolean;
  readonly isMath: boolean;
  readonly isBeside: boolean;
  readonly isStruck: boolean;
  readonly isPutIn: boolean;
};

type PageLine = SourceLine & { readonly isMain: boolean };

/** What is still to be done, last first: visit a node, or close the block or table row that is open. */
type Step =
  | { readonly kind: 'visit'; readonly node: HtmlNode; readonly context: Context; readonly marker?: string }
  | { readonly kind: 'close-block'; readonly context: Context; readonly isItem: boolean }
  | { readonly kind: 'close-row'; readonly context: Context; readonly from: number }
  | { readonly kind: 'close-raised'; readonly from: number };

type PageVersion = 'printed' | 'amended';

/** A page while it is being read: its lines so far, the text of the line that is open, and what stands beside it. */
type Page = {
  readonly version: PageVersion;
  readonly lines: PageLine[];
  text: string[];
  beside: string[];
  marker: string;
  isMarked: boolean;
};

/** `amended` is there when the page marks words as struck or put in; `printed` is the page before that. */
export type PageReading = { readonly printed: readonly SourceLine[]; readonly amended?: readonly SourceLine[] };

/** The least text that a page's `main` must hold for all the rest to be furniture. */
const leastMain = 200;

/** The lines of a page. Scripts, styles and the page's head are no part of the paper and leave no line. */
export function htmlLines(document: HtmlNode): PageReading {
  const printed = readPage(document, 'printed');
  if (!printed.isMarked) return { printed: printed.lines };
  const amended = readPage(document, 'amended').lines;
  const isSame =
    amended.length === printed.lines.length && amended.every(({ text }, at) => text === printed.lines[at]?.text);
  return isSame ? { printed: printed.lines } : { printed: printed.lines, amended };
}

function readPage(
  document: HtmlNode,
  version: PageVersion,
): { readonly lines: readonly SourceLine[]; readonly isMarked: boolean } {
  const page: Page = { version, lines: [], text: [], beside: [], marker: '', isMarked: false };
  const outermost: Context = {
    listDepth: 0,
    isMain: false,
    isPre: false,
    isMath: false,
    isBeside: false,
    isStruck: false,
    isPutIn: false,
  };
  const steps: Step[] = [{ kind: 'visit', node: document, context: outermost }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (step.kind === 'visit') visit(page, steps, step);
    else if (step.kind === 'close-block') {
      closeBlock(page, step.context);
      // An item without a word keeps its marker from what stands below the list.
      if (step.isItem) page.marker = '';
    } else if (step.kind === 'close-raised') closeRaised(page, step.from);
    else closeRow(page, step.context, step.from);
  }
  closeBlock(page, outermost);
  return { lines: withoutSurroundings(page.lines), isMarked: page.isMarked };
}

function visit(page: Page, steps: Step[], { node, context, marker }: Extract<Step, { kind: 'visit' }>): void {
  if (node.nodeType === 3 || node.nodeType === 4) {
    addText(page, node.nodeValue ?? '', context);
    return;
  }
  const name = node.nodeName.toLowerCase();
  if (node.nodeType === 1 && skipped.has(name)) return;
  if (node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) return;
  const within = contextOf(node, name, context);
  if (within.isStruck || within.isPutIn) page.isMarked = true;
  const isShown = !within.isBeside && !isOut(page, within);
  if (name === 'br' && isShown) {
    closeLine(page, context);
    return;
  }
  const isBlock = node.nodeType === 1 && !inline.has(name) && isShown && !within.isMath;
  if (isBlock) {
    closeBlock(page, context);
    if (marker !== undefined) page.marker = marker;
    steps.push(
      name === 'tr'
        ? { kind: 'close-row', context: within, from: page.lines.length }
        : { kind: 'close-block', context: within, isItem: name === 'li' },
    );
  }
  if (name === 'sup' && isShown) steps.push({ kind: 'close-raised', from: page.text.length });
  pushChildren(steps, name === 'template' ? (node.content ?? node) : node, within);
}

/** Whether a change keeps the words out of this version of the page. */
function isOut(page: Page, context: Context): boolean {
  return page.version === 'printed' ? context.isPutIn : context.isStruck;
}

/** What stands raised becomes raised signs: "2" and a raised "10" are not 210. */
function closeRaised(page: Page, from: number): void {
  const raised = page.text.splice(from).join('');
  page.text.push(raisedText(raised, page.text.findLast((part) => part !== '')?.slice(-1) ?? ''));
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
  const isStruck =
    context.isStruck || deletions.has(name) || /text-decoration[^;]{0,80}line-through/i.test(attribute(node, 'style'));
  const isPutIn = context.isPutIn || name === 'ins';
  return {
    listDepth: context.listDepth + (name === 'ol' || name === 'ul' ? 1 : 0),
    isMain: context.isMain || name === 'main' || name === 'article' || attribute(node, 'role') === 'main',
    isPre: context.isPre || name === 'pre' || name === 'textarea',
    isMath: context.isMath || name === 'math',
    // What was put in and struck again is in neither version.
    isBeside: context.isBeside || besides.has(name) || (isStruck && isPutIn),
    isStruck,
    isPutIn,
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
  if (context.isBeside) {
    page.beside.push(text);
    return;
  }
  if (isOut(page, context)) return;
  if (!context.isPre) {
    // The parts of a formula stand apart, where they stand above or below each other.
    page.text.push(context.isMath ? ` ${text} ` : text);
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
  } else {
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
  closeBeside(page, context);
}

/** Sets what stands beside the line that was just ended below it. */
function closeBeside(page: Page, { isMain }: Context): void {
  const text = plainText(page.beside.join(' '));
  page.beside = [];
  if (text !== '') page.lines.push({ text, isMain, role: 'furniture' });
}

/** Ends the open line and sets a blank one below it. */
function closeBlock(page: Page, context: Context): void {
  closeLine(page, context);
  if (page.lines.at(-1)?.text !== '') page.lines.push({ text: '', isMain: context.isMain });
}

/** A table row whose cells hold a line each becomes one line, except a label and its value. Furniture stays below it. */
function closeRow(page: Page, context: Context, from: number): void {
  closeBlock(page, context);
  const lines = page.lines.slice(from);
  const row = rowAsLine(lines.filter(({ role }) => role !== 'furniture').map((line) => line.text));
  if (row === undefined) return;
  page.lines.length = from;
  page.lines.push({ text: row, isMain: context.isMain }, { text: '', isMain: context.isMain });
  page.lines.push(...lines.filter(({ role }) => role === 'furniture'));
}

/** When the page says which part is its own text, what surrounds that part is furniture, headings excepted. */
function withoutSurroundings(lines: readonly PageLine[]): readonly SourceLine[] {
  const mainLength = lines.reduce((sum, line) => sum + (line.isMain ? line.text.length : 0), 0);
  return lines.map(({ text, role, isMain }) => {
    if (mainLength >= leastMain && !isMain && role !== 'title' && text !== '') return { text, role: 'furniture' };
    return role === undefined ? { text } : { text, role };
  });
}
