// The head of a motion that names who moves it above its text: number, title, mover and seconder, in whatever order.

import { isNumberAlone, isTitle } from './motion-header';
import { signedName } from './motion-tail';
import { readNumberedTitle } from './numbered-title';
import { isPageFurniture } from './page-furniture';
import type { ReadField } from './paper';
import { startsWithStem } from './stem';
import { listOf } from './submitters';
import type { TextLine } from './text-line';
import { rangeOf } from './text-line';

export type SignedHead = {
  /** The line that holds the motion's number and nothing else ("Motion 12"). */
  readonly numberLine?: TextLine;
  readonly title?: ReadField<string>;
  readonly submittedBy: readonly ReadField<string>[];
  /** The lines below the head. */
  readonly body: readonly TextLine[];
};

/** The most lines that such a head has. */
const reach = 8;

/**
 * Reads the lines above a text that begins as a motion's does. Undefined when none of them is labelled ("Moved by
 * Camden", "Seconder: Hackney", "Title: Libraries"), and when there are others than the number and one title.
 */
export function readSignedHead(lines: readonly TextLine[]): SignedHead | undefined {
  const textAt = lines.slice(0, reach * 2).findIndex((line) => startsWithStem(line.text));
  if (textAt === -1) return undefined;
  const head = lines.slice(0, textAt).filter((line) => !isPageFurniture(line));
  const numberLine = head.find(isNumberAlone);
  const titles = head.filter((line) => titleLabel.test(line.text));
  const signers = head.filter((line) => signedName(line.text) !== undefined);
  const others = head.filter((line) => line !== numberLine && !titles.includes(line) && !signers.includes(line));
  const [title, ...more] = [...titles, ...others];
  const isHead = head.length <= reach && titles.length + signers.length > 0 && more.length === 0;
  if (!isHead || (title !== undefined && !isTitle(title))) return undefined;
  if (head.some((line) => (readNumberedTitle(line.text)?.kind ?? 'motion') !== 'motion')) return undefined;
  return {
    ...(numberLine === undefined ? {} : { numberLine }),
    ...(title === undefined ? {} : { title: { value: title.text.replace(titleLabel, ''), lines: rangeOf([title]) } }),
    submittedBy: signers.flatMap((line) =>
      listOf(signedName(line.text) ?? '').map((value) => ({ value, lines: rangeOf([line]) })),
    ),
    body: lines.slice(textAt),
  };
}

const titleLabel = /^(?:motion )?title\s*:\s*(?=\S)/i;
