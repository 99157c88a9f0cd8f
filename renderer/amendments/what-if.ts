// The motion as it would stand if these amendments carried: which are ticked, what they make of the text together, and
// what is to be said beside each.

import type { Amendment } from '../../shared/amendment/amendment';
import { overlapsAmong } from '../../shared/amendment/overlap';
import { substantiveMotion } from '../../shared/amendment/substantive-motion';
import type {
  CarriedAmendment,
  Circumstances,
  SetAside,
  SubstantiveMotion,
} from '../../shared/amendment/substantive-motion';
import { trackedText } from '../../shared/amendment/tracked-runs';
import type { TrackedClause, TrackedText } from '../../shared/amendment/tracked-runs';
import type { AmendmentId, ClauseId } from '../../shared/ids';
import type { DecidedPart, DecisionKey } from '../../shared/motion/decision';
import type { TextVersion } from '../../shared/motion/motion';
import { clashWords, quoted, reasonWords } from './clash-words';
import { readableBases } from './readable-bases';

export type TextView = 'original' | 'marked' | 'amended' | 'wording';

/** What an amendment is called in sentences about it. */
export function amendmentName(amendment: Amendment): string {
  if (amendment.number !== undefined) return amendment.number;
  return amendment.origin === 'delegate' && amendment.standing !== 'published' ? 'my draft' : 'an unnumbered amendment';
}

export type Tried = {
  /** The text with the ticked amendments, changes marked. Undefined while nothing changes it. */
  readonly text: TrackedText | undefined;
  /** How it would read: without what is deleted or left out, numbers renewed. */
  readonly amended: TextVersion;
  readonly changes: SubstantiveMotion<AmendmentId>['changes'];
  /** Ticked, and yet without effect: why. */
  readonly setAside: ReadonlyMap<AmendmentId, SetAside<AmendmentId>>;
  /** Clauses in a part of the motion that was lost, or that falls by a rule. */
  readonly leftOut: ReadonlySet<ClauseId>;
  readonly paragraphsFallen: SubstantiveMotion<AmendmentId>['paragraphsFallen'];
};

/** What the hall has decided so far, and the rules printed with the papers. */
export type InTheHall = Circumstances & {
  /** The parts that an amendment was taken in. */
  readonly partsOf?: (id: AmendmentId) => readonly DecidedPart[] | undefined;
};

/** What the ticked amendments make of the text; `amendments` stand in voting order. */
export function tryAmendments(
  text: TextVersion,
  amendments: readonly Amendment[],
  ticked: ReadonlySet<AmendmentId>,
  { partsOf, ...circumstances }: InTheHall = {},
): Tried {
  const bases = readableBases(text, amendments);
  const tried = amendments
    .filter(({ id }) => ticked.has(id) && bases.has(id))
    .map((amendment) => carriedAmendment(amendment, partsOf?.(amendment.id)));
  const { text: amended, changes, setAside, ...rest } = substantiveMotion(text, tried, circumstances);
  const operations = changes.map((change) => change.operation);
  const tracked = tried.length === 0 && rest.leftOut.size === 0 ? undefined : trackedText(text, operations);
  return {
    text: tracked?.ok === true ? tracked.value : undefined,
    amended,
    changes,
    setAside: new Map(setAside.map((aside) => [aside.id, aside])),
    ...rest,
  };
}

function carriedAmendment(
  { id, operations, amends, number }: Amendment,
  parts: readonly DecidedPart[] | undefined,
): CarriedAmendment<AmendmentId> {
  return {
    id,
    operations,
    ...(amends === undefined ? {} : { amends }),
    ...(number === undefined ? {} : { number }),
    ...(parts === undefined ? {} : { parts }),
  };
}

/** What the amendment of this id is called in sentences about it. */
export function nameIn(amendments: readonly Amendment[], id: AmendmentId): string {
  const found = amendments.find((amendment) => amendment.id === id);
  return found === undefined ? 'another' : amendmentName(found);
}

/** What is to be said beside each amendment about the others to the same text, ticked or not. */
export function clashesAmong(
  text: TextVersion,
  amendments: readonly Amendment[],
): ReadonlyMap<AmendmentId, readonly string[]> {
  const bases = readableBases(text, amendments);
  const said = new Map<AmendmentId, string[]>();
  const say = (about: Amendment, words: string | undefined): void => {
    if (words !== undefined) said.set(about.id, [...(said.get(about.id) ?? []), words]);
  };
  const readable = amendments.filter(({ id }) => bases.has(id));
  for (const parent of new Set(readable.map(({ amends }) => amends))) {
    const together = readable.filter(({ amends }) => amends === parent);
    const base = together[0] === undefined ? undefined : bases.get(together[0].id);
    const overlaps = overlapsAmong(
      base ?? text,
      together.map((amendment) => amendment.operations),
    );
    for (const { first, second, overlap } of overlaps) {
      const [left, right] = [together[first], together[second]];
      if (left === undefined || right === undefined) continue;
      say(left, clashWords(overlap, 'first', amendmentName(right)));
      say(right, clashWords(overlap, 'second', amendmentName(left)));
    }
  }
  return said;
}

/** Why a ticked amendment leaves no mark. `name` gives the name of the one that stands in its way. */
export function setAsideWords(aside: SetAside<AmendmentId>, name: (id: AmendmentId) => string): string {
  const by = aside.by === undefined ? '' : name(aside.by);
  switch (aside.kind) {
    case 'falls': {
      const target = aside.reasons.find((reason) => reason.kind === 'deletes-target')?.words;
      return target === undefined ? `Falls: ${by} carries.` : `Falls: ${by} carries and deletes ${quoted(target)}.`;
    }
    case 'conflict': {
      const reason = aside.reasons.map(reasonWords).find((words) => words !== undefined);
      return `Left out: ${by} comes first, and ${reason ?? 'both change the same place'}.`;
    }
    case 'same':
      return `Done already by ${by}.`;
    case 'unfit':
      return 'Left out: it does not fit this text.';
    case 'parent-not-carried':
      return by === '' ? 'Falls: what it amends is not carried.' : `Falls: ${by}, which it amends, is not carried.`;
    case 'by-rule':
      return `Falls: “${aside.rule?.printed ?? ''}”`;
  }
}

/** The amendments that conference has carried: what is ticked until the delegate ticks otherwise. */
export function carriedOf(
  amendments: readonly Amendment[],
  decisionOn: (id: AmendmentId) => DecisionKey | undefined,
): ReadonlySet<AmendmentId> {
  const isCarried = (amendment: Amendment): boolean => {
    const key = decisionOn(amendment.id) ?? amendment.decision?.key;
    return key === 'carried' || key === 'carried-as-amended';
  };
  return new Set(amendments.filter(isCarried).map((amendment) => amendment.id));
}

/** The clauses that at least one change of `amendment` is in, for showing them on hover and focus. */
export function clausesChangedBy(tried: Tried, amendment: AmendmentId): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { amendment: by, amendedBy = [], operation } of tried.changes) {
    if (by !== amendment && !amendedBy.includes(amendment)) continue;
    if ('clause' in operation) ids.add(operation.clause);
    if (operation.kind === 'add-clauses') for (const clause of operation.clauses) ids.add(clause.id);
  }
  return ids;
}

/** Whether a clause is part of the text as amended. */
export function remains(clause: Pick<TrackedClause, 'state'>): boolean {
  return clause.state !== 'deleted' && clause.state !== 'moved-away';
}
