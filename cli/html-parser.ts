// The port `HtmlParser` on Node: linkedom, which builds the tree and runs and loads nothing.

import { parseHTML } from 'linkedom';
import type { HtmlParser } from '../shared/ports';

export const htmlParser: HtmlParser = {
  parse: (html) => parseHTML(withoutDepths(html)).document,
};

/** How deep elements may nest. A browser stops at 512; building a tree takes time with the square of its depth. */
const deepest = 2000;

/** Elements that may stand unclosed, or hold nothing: counting them would take a long page for a deep one. */
const uncounted = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd td th tr tbody thead tfoot option'.split(
    ' ',
  ),
);

/** The page without the tags that nest deeper than `deepest`; their text stays. */
function withoutDepths(html: string): string {
  let depth = 0;
  return html.replaceAll(/<(\/?)([a-z][a-z0-9]*)\b[^<>]*>/gi, (tag, slash: string, name: string) => {
    if (uncounted.has(name.toLowerCase()) || tag.endsWith('/>')) return tag;
    if (slash === '') depth += 1;
    const isKept = depth <= deepest;
    if (slash !== '') depth = Math.max(0, depth - 1);
    return isKept ? tag : ' ';
  });
}
