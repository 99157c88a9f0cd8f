// Names a clause the way a printed amendment does, so that a reader of the paper finds exactly that clause.

import { findWords } from './find-words';
import { locate } from './locate';
import type { EntryUnit, Place, PlacePart } from './directive';
import { listUnder } from './printed-paper';
import type { PrintedList, PrintedPaper } from './printed-paper';
import { quoted } from './wording-style';
import type { WordingStyle } from './wording-style';

export type PlaceName = {
  /** As what is amended: "paragraph 3", "ii) under “Conference notes”". */
  readonly unit: string;
  /** As where something is done: "In paragraph 3", "Under “Conference notes” ii)". */
  readonly within: string;
};

/** The shortest of the style's names that names this clause alone; undefined if none does. */
export function placeName(paper: PrintedPaper, index: number, style: WordingStyle): PlaceName | undefined {
  return candidates(paper, index, style).find(({ place }) => {
    const { regions } = locate(paper, place);
    return regions.length === 1 && regions[0]?.unit === 'clause' && regions[0].spans[0]?.clause === index;
  })?.name;
}

type Candidate = { readonly name: PlaceName; readonly place: Place };

function candidates(paper: PrintedPaper, index: number, style: WordingStyle): readonly Candidate[] {
  const list = paper.lists.find((each) => each.entries.includes(index));
  const named = list === undefined ? paragraphNames(paper, index) : entryNames(paper, list, index, style);
  return [...named, ...beginningNames(paper, index, style)];
}

function inUnit(unit: string, ...place: Place): Candidate {
  return { name: { unit, within: `In ${unit}` }, place };
}

function paragraphNames(paper: PrintedPaper, index: number): readonly Candidate[] {
  const ordinal = paper.paragraphs.indexOf(index) + 1;
  return ordinal === 0 ? [] : [inUnit(`paragraph ${ordinal}`, { kind: 'paragraph', ordinal })];
}

/** The label of an entry as an address uses it: its marker without brackets, or its place in an unmarked list. */
export function labelOf(paper: PrintedPaper, list: PrintedList, index: number): string {
  const bare = (paper.text.clauses[index]?.number ?? '').replace(/[^\p{L}\p{Nd}]/gu, '');
  return bare === '' ? String(list.entries.indexOf(index) + 1) : bare;
}

function entryNames(paper: PrintedPaper, list: PrintedList, index: number, style: WordingStyle): readonly Candidate[] {
  const label = labelOf(paper, list, index);
  const part = (unit: EntryUnit): PlacePart => ({ kind: 'entry', unit, label });
  const outer =
    list.leadIn === undefined ? undefined : paper.lists.find((each) => each.entries.includes(list.leadIn ?? -1));
  if (outer !== undefined && list.leadIn !== undefined) {
    const parent = labelOf(paper, outer, list.leadIn);
    const isAction = paper.actionLists.includes(outer);
    const nested: PlacePart = { kind: 'entry', unit: isAction ? 'action-point' : 'point', label: parent + label };
    return /^\d+$/.test(parent) ? [inUnit(`${isAction ? 'action point' : 'point'} ${parent}(${label})`, nested)] : [];
  }
  const named = style.namesEntriesBy.flatMap((way): readonly Candidate[] => {
    if (way === 'action-point')
      return paper.actionLists.includes(list) ? [inUnit(`action point ${label}`, part('action-point'))] : [];
    const stems = way === 'section' ? sectionWords(paper, list) : stemWords(paper, list);
    return stems.map((stem) => {
      const place: Place = [{ kind: 'section', stem }, part('point')];
      if (way === 'section') {
        const unit = `${stem} ${label}${/^[a-z]$/i.test(label) ? ')' : ''}`;
        return { name: { unit, within: `In ${unit}` }, place };
      }
      const stemName = quoted(style, stem);
      return { name: { unit: `point ${label}) under ${stemName}`, within: `Under ${stemName} ${label})` }, place };
    });
  });
  return named.concat(underParagraphNames(paper, list, label));
}

/** Where two lists are introduced in the same words: by which paragraph introduces this one. */
function underParagraphNames(paper: PrintedPaper, list: PrintedList, label: string): readonly Candidate[] {
  const paragraph = paper.paragraphs.indexOf(list.leadIn ?? -1) + 1;
  if (paragraph === 0) return [];
  return [
    inUnit(
      `point ${label}) under paragraph ${paragraph}`,
      { kind: 'section', paragraph },
      { kind: 'entry', unit: 'point', label },
    ),
  ];
}

/** The first words of what introduces the list, from two up to all. */
export function stemWords(paper: PrintedPaper, list: PrintedList): readonly string[] {
  const text = list.leadIn === undefined ? '' : (paper.text.clauses[list.leadIn]?.text ?? '');
  const words = text
    .replace(/[:;,.–-]+$/, '')
    .split(' ')
    .filter((word) => word !== '');
  const verb = words.findIndex((word) =>
    /^(?:notes?|believes?|resolves?|recognises|welcomes|instructs|agrees|urges|asks|condemns|on|upon)$/i.test(
      word.replace(/\W+$/, ''),
    ),
  );
  const lengths = [...(verb > 0 ? [verb + 1] : []), 2, 3, 4, 6, 8, 12, words.length].filter(
    (length) => length <= words.length,
  );
  return lengths
    .map((length) =>
      words
        .slice(0, length)
        .join(' ')
        .replace(/[:;,.]$/, ''),
    )
    .filter((stem) => !/[“”‘’"']/.test(stem));
}

function sectionWords(paper: PrintedPaper, list: PrintedList): readonly string[] {
  const text = list.leadIn === undefined ? '' : (paper.text.clauses[list.leadIn]?.text ?? '');
  const match =
    /^(?:this\s+)?(?:conference|congress|union|council|assembly)\s+((?:further\s+)?(?:believes|notes|resolves))\b/i.exec(
      text,
    );
  const words = match?.[1]?.split(/\s+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());
  return words === undefined ? [] : [words.join(' ')];
}

/** Last resort: by its first words. */
function beginningNames(paper: PrintedPaper, index: number, style: WordingStyle): readonly Candidate[] {
  const clause = paper.text.clauses[index];
  const words = (clause?.text ?? '').split(' ');
  const kind = clause?.kind === 'item' ? 'point' : 'paragraph';
  // Of a clause of one or two words, all of them.
  const lengths = words.length < 3 ? [words.length] : [3, 5, 8];
  return lengths.flatMap((length): readonly Candidate[] => {
    const beginning = words
      .slice(0, length)
      .join(' ')
      .replace(/[.,;:]$/, '');
    if (words.length < length || /[“”‘’"']/.test(beginning) || findWords(clause?.text ?? '', beginning)[0]?.from !== 0)
      return [];
    return [
      inUnit(`the ${kind} beginning ${quoted(style, beginning)}`, {
        kind: 'beginning',
        unit: 'clause',
        words: beginning,
      }),
    ];
  });
}

/** Whether a clause introduces a list. */
export function introducesList(paper: PrintedPaper, index: number): boolean {
  return listUnder(paper, index) !== undefined;
}
