// What tells a report from the motions it quotes: a writer's name, the date it came out, reported speech, the press's own lines.

import { endsSentence } from './join-lines';
import { readPrintedDate } from './printed-date';
import { startsWithAssemblyStem } from './stem';
import type { TextLine } from './text-line';

/** How many lines from the top a byline and a date are looked for. */
const reach = 8;

const speech = /[”"’'],? (?:said|says|added|told|asked|warned|argued)\b|\b(?:said|says|added|told \p{L}+)[:,] ?[“"‘']/u;

/**
 * Whether a paper reads as a report: it has more signs of one than paragraphs that begin as a motion's do. A byline
 * counts twice; a date by itself near the top and reported speech count once each.
 */
export function isReportage(lines: readonly TextLine[]): boolean {
  const top = lines.slice(0, reach);
  const signs =
    (top.some((line) => readByline(line.text) !== undefined) ? 2 : 0) +
    (top.some((line) => articleDate(line.text) !== undefined) ? 1 : 0) +
    (lines.some((line) => speech.test(line.text)) ? 1 : 0);
  return signs >= 2 && signs > lines.filter((line) => startsWithAssemblyStem(line.text)).length;
}

/** "By Ada Porter", "By Ada Porter | 12 May 2019", "By Ada Porter, Mar 10, 2018 6:03". */
export function readByline(text: string): { readonly byline: string; readonly date: string | undefined } | undefined {
  const name =
    text.length > 120 || endsSentence(text) ? undefined : /^(?:words )?by:? (\p{Lu}.{1,80})$/iu.exec(text)?.[1];
  if (name === undefined || !/^\p{Lu}/u.test(name)) return undefined;
  const cut = /\s*[|,–-]\s+/.exec(name);
  const date = cut === null ? undefined : articleDate(name.slice(cut.index + cut[0].length));
  return cut === null || date === undefined
    ? { byline: name, date: undefined }
    : { byline: name.slice(0, cut.index), date };
}

/** A date alone on its line, a time after it allowed. */
export function articleDate(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const bare = text
    .replace(/^(?:published|posted|updated|date)(?: on)?:? /i, '')
    .replace(/[,|]? (?:at )?\d{1,2}[:.]\d{2}(?: ?[ap]m)?$/i, '');
  return readPrintedDate(bare);
}
