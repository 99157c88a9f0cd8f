// Shows some words of a clause on the page: brings them into sight and selects them, so that eye and ear find them.

/** Focuses the clause and selects `words` in it, wherever marks have cut it into pieces. Nothing where it is not shown. */
export function showWords(clause: string, words: string): void {
  const element = document.querySelector<HTMLElement>(`[data-clause="${CSS.escape(clause)}"]`);
  if (element === null) return;
  element.focus();
  const range = rangeOf(element, words);
  if (range === undefined) return;
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
  range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
}

function rangeOf(element: HTMLElement, words: string): Range | undefined {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const pieces: { readonly node: Node; readonly from: number }[] = [];
  let text = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    pieces.push({ node, from: text.length });
    text += node.nodeValue ?? '';
  }
  const at = text.indexOf(words);
  const start = pieces.findLast(({ from }) => from <= at);
  const end = pieces.findLast(({ from }) => from < at + words.length);
  if (at < 0 || start === undefined || end === undefined) return undefined;
  const range = document.createRange();
  range.setStart(start.node, at - start.from);
  range.setEnd(end.node, at + words.length - end.from);
  return range;
}
