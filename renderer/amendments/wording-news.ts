// What a screen reader is told when the wording has changed: only what is new, or gone.

/** A sentence or two; empty when nothing changed. */
export function wordingNews(before: readonly string[], after: readonly string[]): string {
  if (after.length === 0) return before.length === 0 ? '' : 'Nothing is changed now.';
  const fresh = notIn(after, before);
  if (fresh.length > 0) return `Wording: ${fresh.join(' ')}`;
  const gone = notIn(before, after);
  return gone.length > 0 ? `No longer in the wording: ${gone.join(' ')}` : '';
}

function notIn(sentences: readonly string[], others: readonly string[]): readonly string[] {
  const rest = [...others];
  return sentences.filter((sentence) => {
    const at = rest.indexOf(sentence);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
