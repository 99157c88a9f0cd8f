// Sentences with keys of their own for a list on screen, however often one of them is said.

/** Each sentence with its key: the sentence, and which of its equals it is. */
export function keyedSentences(
  sentences: readonly string[],
): readonly { readonly key: string; readonly sentence: string }[] {
  const said = new Map<string, number>();
  return sentences.map((sentence) => {
    const turn = (said.get(sentence) ?? 0) + 1;
    said.set(sentence, turn);
    return { key: `${turn} ${sentence}`, sentence };
  });
}
