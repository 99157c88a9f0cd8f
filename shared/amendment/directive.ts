// A printed instruction understood as grammar, before anything is looked up in the motion.

/**
 * One step of an address. `ordinal` counts from 1, or from −1 for the last; `label` is a marker as the instruction gives
 * it, without brackets (`3`, `iii`, `2b` for 2(b)).
 */
export type PlacePart =
  | { readonly kind: 'title' }
  | { readonly kind: 'motion' }
  /** A list with what introduces it, named by the first words of that. */
  | { readonly kind: 'section'; readonly stem: string }
  /** The same, named by which paragraph introduces it: "under paragraph 3". */
  | { readonly kind: 'section'; readonly paragraph: number }
  | { readonly kind: 'paragraph'; readonly ordinal: number }
  | { readonly kind: 'lead-in'; readonly ordinal?: number }
  | { readonly kind: 'entry'; readonly unit: EntryUnit; readonly label: string }
  | { readonly kind: 'entry'; readonly unit: EntryUnit; readonly ordinal: number }
  /** A rule or clause by its printed number. */
  | { readonly kind: 'clause'; readonly label: string }
  | { readonly kind: 'beginning'; readonly unit: 'clause' | 'sentence'; readonly words: string }
  | { readonly kind: 'sentence'; readonly ordinal: number }
  /** Lines as they are numbered in the printed layout, or (`isOrdinal`) as they are counted in the place: −1 the last. */
  | {
      readonly kind: 'line';
      readonly from: number;
      readonly to: number;
      readonly isOrdinal: boolean;
      /** In brackets behind a unit: it helps a reader to find what is named already. */
      readonly isHelp?: true;
    };

export type EntryUnit = 'action-point' | 'bullet' | 'point';

/** An address from the outer to the inner step; empty: the whole motion. */
export type Place = readonly PlacePart[];

/**
 * Words quoted from the motion to find a place by; `occurrence` where the instruction says which (−1: the last),
 * `behind` the words that they stand straight behind.
 */
export type Anchor = { readonly words: string; readonly occurrence?: number; readonly behind?: string };

/** Words to put in. `printed` is the source with its quotation marks, should it turn out to be a place or a result. */
export type Payload = {
  readonly words: string;
  /** The words end with the only full stop of the order, which may be the order's own. */
  readonly endsOrder?: true;
};

/** Beside what: quoted words, or a unit of the motion. */
export type Beside = { readonly anchor: Anchor } | { readonly place: Place };

export type NewUnit = 'entry' | 'paragraph' | 'sentence' | 'clause';

/** An operation on words that are quoted. */
export type QuotedWords =
  | {
      readonly kind: 'replace-words';
      readonly place: Place;
      readonly find: Anchor;
      readonly text: Payload;
      readonly throughout: boolean;
    }
  | {
      readonly kind: 'delete-words';
      readonly place: Place;
      readonly finds: readonly Anchor[];
      readonly throughout: boolean;
    }
  | {
      readonly kind: 'insert-words';
      readonly place: Place;
      readonly after?: Anchor;
      readonly before?: Anchor;
      readonly text: Payload;
      readonly throughout: boolean;
    };

export type Directive =
  | QuotedWords
  /** The same in each of several places; the operation's own place is empty. */
  | { readonly kind: 'at-each'; readonly places: readonly Place[]; readonly operation: QuotedWords }
  /** No position is given: only a person can say where. */
  | { readonly kind: 'insert-somewhere'; readonly place: Place; readonly text: Payload }
  | { readonly kind: 'add-at'; readonly place: Place; readonly edge: 'start' | 'end'; readonly text: Payload }
  | {
      readonly kind: 'add-unit';
      readonly place: Place;
      readonly unit: NewUnit;
      readonly entryUnit?: EntryUnit;
      readonly label?: string;
      readonly position?: UnitPosition;
      readonly text: Payload;
    }
  /** "After line 12 insert …": a new unit where a clause ends there, words where one goes on. */
  | {
      readonly kind: 'add-beside-lines';
      readonly place: Place;
      readonly side: 'after' | 'before';
      readonly text: Payload;
    }
  /** With `text`, new units of their kind in the place of them all. */
  | {
      readonly kind: 'delete-units';
      readonly places: readonly Place[];
      readonly quoted?: Anchor;
      readonly text?: Payload;
    }
  | { readonly kind: 'replace-unit'; readonly place: Place; readonly text: Payload; readonly quoted?: Anchor }
  /** From an anchor (with it, or after it), or the start of the place, to another anchor or to the end of the place. */
  | {
      readonly kind: 'delete-span';
      readonly place: Place;
      readonly start?: Anchor;
      readonly keepsStart: boolean;
      readonly end?: Anchor;
      readonly keepsEnd: boolean;
      /** The stretch ends at the latest with the sentence or the clause that it begins in. */
      readonly until?: 'sentence' | 'clause';
      readonly text?: Payload;
    }
  /** A unit's whole text without a verb: its new one, or a repetition of what is printed. */
  | { readonly kind: 'full-text'; readonly place: Place; readonly text: Payload }
  | { readonly kind: 'replace-all'; readonly text: Payload }
  /** `withList`: "and its list", of a paragraph that introduces one. */
  | {
      readonly kind: 'move-unit';
      readonly place: Place;
      readonly withList: boolean;
      readonly position: UnitPosition;
    }
  | { readonly kind: 'swap-units'; readonly first: Place; readonly second: Place }
  | { readonly kind: 'swap-words'; readonly place: Place; readonly first: Anchor; readonly second: Anchor }
  /** The words from `at` on are to be a unit of their own. */
  | { readonly kind: 'divide-unit'; readonly place: Place; readonly at: Anchor }
  | { readonly kind: 'combine-units'; readonly places: readonly Place[] }
  | { readonly kind: 'renumber' }
  | { readonly kind: 'result'; readonly words: string }
  | { readonly kind: 'description' };

export type UnitPosition =
  | { readonly side: 'after' | 'before'; readonly of: Beside }
  /** The two stand next to each other in the paper. */
  | { readonly side: 'between'; readonly after: Place; readonly before: Place }
  | { readonly side: 'start' | 'end' };

/** A directive with the words of the instruction that gave it. */
export type PrintedDirective = Directive & {
  readonly printed: string;
  /** The place came down from an earlier operation of the instruction, not from a line of its own. */
  readonly inheritsPlace: boolean;
  /** It stands in the sentence of the operation before it, without a word that would start another. */
  readonly goesOn: boolean;
};
