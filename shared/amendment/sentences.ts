// Cuts a clause into sentences, for addresses such as "the second sentence of paragraph 3".

import type { Range } from './find-words';

const abbreviations = /(?:^|[\s(])(?:[A-Z]|No|no|Mr|Mrs|Ms|Dr|St|e\.g|i\.e|etc|cf|vs|approx|para|paras|p|pp)\.$/;

/** The sentences of `text` with their closing marks, without the space between them. */
export function sentencesOf(text: string): readonly Range[] {
  const sentences: Range[] = [];
  let from = 0;
  for (const match of text.matchAll(/[.?!]+[”’"')\]]*(?=\s+\S)/gu)) {
    const to = match.index + match[0].length;
    const next = /\S/.exec(text.slice(to));
    const startsSentence = /^[\p{Lu}\p{Nd}“‘"'(£]/u.test(text.slice(to + (next?.index ?? 0)));
    if (!startsSentence || abbreviations.test(text.slice(from, to))) continue;
    sentences.push({ from, to });
    from = to + (next?.index ?? 0);
  }
  if (from < text.length) sentences.push({ from, to: text.trimEnd().length });
  return sentences;
}
