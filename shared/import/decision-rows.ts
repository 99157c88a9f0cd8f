// One line of a listing: number, title, and the result or the executive's position printed behind it.

import type { Decision } from '../motion/decision';
import { readPrintedDate } from './printed-date';
import { readPrintedDecision } from './printed-decision';

export type PrintedRow = {
  readonly number?: string;
  readonly title?: string;
  readonly decision?: Decision;
  readonly position?: string;
};

const position =
  /(?:^|[\s–-])(support with qualifications?|support and amend|support|oppose|remit|seek withdrawal|defer|leave to conference|listen and decide|l&d|no position|abstain|policy to be determined|stands|accepted|not accepted|selected for debate|drafting amendment|withdraw)\.?$/i;
const numberFirst =
  /^(?:motion |amendment )?([A-Z]{0,4}\d{1,3}[A-Z]?(?:\.\d{1,2})?\*?)(?=[\s.)–:-]|$)[.)]?\s*[-–:]?\s*(.*)$/i;

/**
 * The row that a line is, or undefined. A row is short, is no sentence, and holds a result, a position or a number.
 * Table cells may be parted by `|`.
 */
export function readRow(printed: string): PrintedRow | undefined {
  const text = printed.replace(/^[•·*-]\s+/, '');
  if (text.length > 200 || readPrintedDate(text) !== undefined) return undefined;
  if (text.includes('|')) return tableRow(text);
  const result = resultBehind(text);
  const numbered = numberFirst.exec(result.before.replace(/\s*[:–-]$/, ''));
  const title = (numbered === null ? result.before : (numbered[2] ?? '')).trim();
  if (/[.;:,]$/.test(title) || (numbered === null && result.found === undefined)) return undefined;
  if (title !== '' && !/^[\p{Lu}\p{N}“"‘'(]/u.test(title)) return undefined;
  if (numbered === null && title === '') return undefined;
  return {
    ...(numbered?.[1] === undefined ? {} : { number: numbered[1] }),
    ...(title === '' ? {} : { title }),
    ...result.found,
  };
}

/** Whether a row says what was, or is to be, decided. */
export function hasResult(row: PrintedRow): boolean {
  return row.decision !== undefined || row.position !== undefined;
}

type Found = { readonly before: string; readonly found?: Pick<PrintedRow, 'decision' | 'position'> };

/** The result at the end: in brackets, behind the last dash, as the last words, or a position. */
function resultBehind(text: string): Found {
  const open = text.lastIndexOf('(');
  const bracketed = open > 0 && text.endsWith(')') ? readPrintedDecision(text.slice(open)) : undefined;
  if (bracketed !== undefined) return { before: text.slice(0, open).trim(), found: { decision: bracketed } };
  const dash = Math.max(text.lastIndexOf(' – '), text.lastIndexOf(' - '), text.lastIndexOf(': '));
  const dashed = dash === -1 ? undefined : readPrintedDecision(text.slice(dash + 2).trim());
  if (dashed !== undefined && !/^(?:this|the) /i.test(text.slice(dash + 2).trim())) {
    return { before: text.slice(0, dash).trim(), found: { decision: dashed } };
  }
  const last = /^(.*\S)\s+(carried as amended|carried|lost|withdrawn|remitted|fell|referred)$/i.exec(text);
  if (last !== null && !/\b(?:was|were|is|be|been|being)$/i.test(last[1] ?? '')) {
    const decision = readPrintedDecision(last[2] ?? '');
    if (decision !== undefined) return { before: last[1] ?? '', found: { decision } };
  }
  const stance = position.exec(text);
  if (stance?.[1] === undefined) return { before: text };
  return { before: text.slice(0, stance.index).trim(), found: { position: stance[1] } };
}

/** "F4 Europe | Local Party | Drafting amendment |": the last cell that is a result, the first that is a title. */
function tableRow(text: string): PrintedRow | undefined {
  const cells = text
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
  const last = cells.at(-1) ?? '';
  const decision = readPrintedDecision(last);
  const stance = position.exec(` ${last}`)?.[1];
  const [first = ''] = cells;
  const numbered = numberFirst.exec(first);
  const isNumberCell = numbered !== null && numbered[2] === '';
  const title = isNumberCell ? cells[1] : (numbered?.[2] ?? first);
  const isRow = numbered !== null || decision !== undefined || stance !== undefined;
  if (cells.length < 2 || !isRow || title === undefined || title === '') return undefined;
  return {
    ...(numbered?.[1] === undefined ? {} : { number: numbered[1] }),
    title,
    ...(decision === undefined ? {} : { decision }),
    ...(decision === undefined && stance !== undefined ? { position: stance } : {}),
  };
}
