// How each house prints its amendments: its quotation marks, its verbs, and what it calls a place.

/** `unison`: action points. `ucu`: stem and item. `tuc`: paragraphs. `libdem`: place behind a colon. `nus`: section and number. */
export type WordingStyleName = 'unison' | 'ucu' | 'tuc' | 'libdem' | 'nus';

export const wordingStyleNames: readonly WordingStyleName[] = ['unison', 'ucu', 'tuc', 'libdem', 'nus'];

export type WordingStyle = {
  readonly open: string;
  readonly close: string;
  /** Between the place and the verb. */
  readonly afterPlace: string;
  /** `delete “x” and insert “y”`, in the house's words; both are quoted already. */
  readonly replaceWords: (before: string, after: string) => string;
  readonly insertVerb: string;
  /** What an item is called: `action point 3`, by its stem, or by section and number; tried in this order. */
  readonly namesEntriesBy: readonly ('action-point' | 'stem' | 'section')[];
  readonly renumbers: boolean;
  /** Whether an edit is placed by its printed line, where the paper numbers its lines. */
  readonly namesLines: boolean;
};

const deleteAndInsert = (before: string, after: string): string => `delete ${before} and insert ${after}`;

export const wordingStyles: Readonly<Record<WordingStyleName, WordingStyle>> = {
  unison: {
    open: '“',
    close: '”',
    afterPlace: ', ',
    replaceWords: deleteAndInsert,
    insertVerb: 'insert',
    namesEntriesBy: ['action-point', 'stem'],
    renumbers: true,
    namesLines: false,
  },
  ucu: {
    open: '‘',
    close: '’',
    afterPlace: ', ',
    replaceWords: (before, after) => `delete ${before}, replace with ${after}`,
    insertVerb: 'add',
    namesEntriesBy: ['stem', 'action-point'],
    renumbers: true,
    namesLines: false,
  },
  tuc: {
    open: '‘',
    close: '’',
    afterPlace: ', ',
    replaceWords: deleteAndInsert,
    insertVerb: 'insert',
    namesEntriesBy: ['stem', 'action-point'],
    renumbers: false,
    namesLines: false,
  },
  libdem: {
    open: '“',
    close: '”',
    afterPlace: ': ',
    replaceWords: (before, after) => `delete ${before} and insert ${after}`,
    insertVerb: 'insert',
    namesEntriesBy: ['stem', 'action-point'],
    renumbers: false,
    namesLines: true,
  },
  nus: {
    open: '“',
    close: '”',
    afterPlace: ', ',
    replaceWords: (before, after) => `replace ${before} with ${after}`,
    insertVerb: 'add',
    namesEntriesBy: ['section', 'stem', 'action-point'],
    renumbers: false,
    namesLines: false,
  },
};

/** The words in the style's quotation marks. */
export function quoted(style: WordingStyle, words: string): string {
  return style.open + words + style.close;
}

/** The same style with each item named by what introduces its list. */
export function namingLists(style: WordingStyle): WordingStyle {
  return { ...style, namesEntriesBy: ['stem', ...style.namesEntriesBy.filter((way) => way !== 'stem')] };
}

/** The same style with other marks, for words that hold unbalanced marks of the style's own. */
export function otherMarks(style: WordingStyle): readonly WordingStyle[] {
  const pairs = [
    ['“', '”'],
    ['‘', '’'],
    ['"', '"'],
  ] as const;
  return pairs
    .filter(([open]) => open !== style.open)
    .map(([open, close]) => Object.assign({}, style, { open, close }));
}
