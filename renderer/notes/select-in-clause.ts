// Selects words of a clause on the page, as a pointer would: what is selected is what a note will be about.

import type { NotedRange } from './noted-clauses';

/** `words` is the element with `data-words`, which holds a clause's words and only those. */
export function selectInClause(words: Element, { from, to }: NotedRange): void {
  const range = document.createRange();
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (from >= at && from < at + length) range.setStart(node, from - at);
    if (to > at && to <= at + length) range.setEnd(node, to - at);
    at += length;
  }
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}
