// Which paper of the new version is which of the version before, so that it keeps its id, and with it everything that
// delegates have attached to it.

/** A paper as far as it can be recognised: number and title as printed. */
export type RecognisablePaper = { readonly number?: string; readonly title: string };

/**
 * For each paper, the one before that it continues: of the same number and title if there is one, else of the same
 * number, else of the same title. No two papers continue the same one.
 */
export function matchPapers<Before extends RecognisablePaper>(
  papers: readonly RecognisablePaper[],
  before: readonly Before[],
): readonly (Before | undefined)[] {
  const matches: (Before | undefined)[] = papers.map(() => undefined);
  const free = new Set(before);
  const rules: readonly ((paper: RecognisablePaper) => string | undefined)[] = [
    (paper) => (numberOf(paper) === undefined ? undefined : `${numberOf(paper)} ${titleOf(paper)}`),
    numberOf,
    titleOf,
  ];
  for (const keyOf of rules) {
    const waiting = groupBy([...free], keyOf);
    papers.forEach((paper, at) => {
      const key = keyOf(paper);
      const match = key === undefined || matches[at] !== undefined ? undefined : waiting.get(key)?.shift();
      if (match === undefined) return;
      matches[at] = match;
      free.delete(match);
    });
  }
  return matches;
}

function groupBy<Paper>(
  papers: readonly Paper[],
  keyOf: (paper: Paper) => string | undefined,
): ReadonlyMap<string, Paper[]> {
  const groups = new Map<string, Paper[]>();
  for (const paper of papers) {
    const key = keyOf(paper);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [paper]);
    else group.push(paper);
  }
  return groups;
}

function numberOf({ number }: RecognisablePaper): string | undefined {
  return number === undefined ? undefined : plain(number);
}

function titleOf({ title }: RecognisablePaper): string {
  return plain(title);
}

/** Case, spaces and punctuation do not tell papers apart; a point between digits does (`12.1`). */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}.]+/gu, ' ')
    .replaceAll(/(?<!\p{N})\.|\.(?!\p{N})/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
}
