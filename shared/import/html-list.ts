// The markers that a browser prints before list items, which the page's text does not hold.

import type { HtmlNode } from '../ports';

/** The marker of each `li` among the children of a list, `1.` or `b.` or `•`, in their order. */
export function listMarkers(list: HtmlNode, items: readonly HtmlNode[]): readonly string[] {
  if (list.nodeName.toLowerCase() !== 'ol') return items.map(() => '•');
  const style = list.getAttribute?.('type') ?? '1';
  let ordinal = integer(list.getAttribute?.('start')) ?? 1;
  return items.map((item) => {
    ordinal = integer(item.getAttribute?.('value')) ?? ordinal;
    const marker = `${sign(style, ordinal)}.`;
    ordinal += 1;
    return marker;
  });
}

function integer(text: string | null | undefined): number | undefined {
  return text !== null && text !== undefined && /^\d{1,4}$/.test(text.trim()) ? Number(text) : undefined;
}

function sign(style: string, ordinal: number): string {
  switch (style) {
    case 'a':
      return ordinal >= 1 && ordinal <= 26 ? String.fromCharCode(96 + ordinal) : String(ordinal);
    case 'A':
      return sign('a', ordinal).toUpperCase();
    case 'i':
      return ordinal >= 1 && ordinal < 40 ? roman(ordinal) : String(ordinal);
    case 'I':
      return sign('i', ordinal).toUpperCase();
    default:
      return String(ordinal);
  }
}

/** Roman numerals from 1 to 39. */
function roman(ordinal: number): string {
  const units = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
  return 'x'.repeat(Math.floor(ordinal / 10)) + (units[ordinal % 10] ?? '');
}
