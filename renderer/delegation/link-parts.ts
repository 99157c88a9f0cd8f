// Web and e-mail addresses in what others wrote, found in plain text: nothing else in it means anything.

/** `from`: where it begins. `text`: as it was written; of a link, `address` is what is opened. */
export type TextPart = { readonly from: number; readonly text: string } & (
  | { readonly kind: 'text' }
  | { readonly kind: 'link'; readonly address: string }
);

const links = /https:\/\/[^\s<>"“”]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;

/** What follows an address in a sentence rather than belonging to it. */
const behind = /[.,;:!?'’…]+$/u;

/** The parts of `text` in order; joined, they are the text. */
export function linkParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(links)) {
    const written = withoutOpenBracket(match[0].replace(behind, ''));
    const address = written.includes('://') ? written : `mailto:${written}`;
    if (!URL.canParse(address)) continue;
    if (match.index > end) parts.push({ kind: 'text', from: end, text: text.slice(end, match.index) });
    parts.push({ kind: 'link', from: match.index, text: written, address });
    end = match.index + written.length;
  }
  return end < text.length ? [...parts, { kind: 'text', from: end, text: text.slice(end) }] : parts;
}

/** A bracket that closes what was opened before the address is not part of it. */
function withoutOpenBracket(written: string): string {
  const isClosed = written.endsWith(')') && !written.includes('(');
  return isClosed ? withoutOpenBracket(written.slice(0, -1).replace(behind, '')) : written;
}
