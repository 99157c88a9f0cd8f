// What an address names in the printed text.

/** Part of one clause: its index in the text, and UTF-16 code units, half-open. */
export type Span = { readonly clause: number; readonly from: number; readonly to: number };

/** What an address names. `spans` are in the order of the text; the title has none. */
export type Region = {
  readonly unit: 'motion' | 'title' | 'section' | 'clause' | 'sentence' | 'line';
  readonly spans: readonly Span[];
};

export type Located = {
  /** Every reading of the address; none if the motion has no such place. */
  readonly regions: readonly Region[];
  /** The address counts lines, and the paper prints no numbers; `regions` leave that step out. */
  readonly countsLines: boolean;
};
