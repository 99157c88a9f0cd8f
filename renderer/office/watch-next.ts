// The next version, put together anew after whatever changes it. What has not changed stays in memory: the version before
// is verified once, a paper is read once.

import { succeed, type Result } from '../../shared/result';
import {
  listRelease,
  loadDecisions,
  loadNamedPapers,
  watchRelease,
  loadForRelease,
  type ReleasePapers,
  type ReleasePart,
} from '../storage/release';
import { assembleParts, previewOf, shownPreview, type NextParts, type WholePreview } from './next-version';
import { readOfficeFiles } from './office-files';
import type { OfficeWorkFailure, Preview, ToWatcher } from './office-messages';
import type { OfficeTools } from './office-tools';
import { planHash } from './plan-hash';
import { keptVersion, platform } from './published';

/** Milliseconds without a change before the next version is put together anew. */
const settling = 250;

type Part = ReleasePart | 'office';
const everyPart: readonly Part[] = ['entries', 'papers', 'decisions', 'published', 'office'];
/** What may become another without anybody having changed the version on this screen. */
const ofOthers: readonly Part[] = ['published', 'office'];

type Watching = {
  readonly onNext: (next: Result<Preview, OfficeWorkFailure>) => void;
  /** What was said last should not be signed. */
  readonly onOutdated: () => void;
};

/** Says what the next version would change, now and after each change, for as long as the worker lives. */
export async function watchNext(
  tools: OfficeTools,
  onTold: (hear: (told: ToWatcher) => void) => void,
  { onNext: say, onOutdated }: Watching,
): Promise<never> {
  const outdated = new Set<Part>(everyPart);
  let words = '';
  let shown: WholePreview | undefined;
  let isHeld = false;
  let wake: (() => void) | undefined;
  const note = (parts: Iterable<Part>): void => {
    for (const part of parts) outdated.add(part);
    if (shown !== undefined && ofOthers.some((part) => outdated.has(part))) onOutdated();
    if (!isHeld && outdated.size > 0) wake?.();
  };
  watchRelease(tools, note);
  onTold((told) => {
    if (told.kind === 'office-changed') note(['office']);
    else if (told.kind === 'hold') {
      isHeld = told.isHeld;
      note([]);
    } else {
      words = told.words;
      if (shown !== undefined) say(succeed(shownPreview(shown, words)));
    }
  });
  let parts: NextParts | undefined;
  for (let edition = 1; ; edition += 1) {
    const stale = new Set(outdated);
    outdated.clear();
    const read = await readParts(tools, stale, parts);
    // What could not be read is read again after the next change.
    parts = read.ok ? read.value : undefined;
    const next = read.ok ? assembleParts(tools.conference, read.value) : read;
    const plan = next.ok ? await planHash(next.value, platform) : '';
    shown = next.ok ? previewOf(tools.conference, next.value, { edition, plan }) : undefined;
    if (shown !== undefined) say(succeed(shownPreview(shown, words)));
    else if (!next.ok) say(next);
    await new Promise<void>((resolve) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const settle = (): void => {
        clearTimeout(timer);
        timer = setTimeout(resolve, settling);
      };
      wake = settle;
      note([]);
    });
  }
}

async function readParts(
  tools: OfficeTools,
  stale: ReadonlySet<Part>,
  before: NextParts | undefined,
): Promise<Result<NextParts, OfficeWorkFailure>> {
  const isStale = (part: Part): boolean => before === undefined || stale.has(part);
  const previous = isStale('published') ? await keptVersion(tools, before?.previous) : succeed(before?.previous);
  if (!previous.ok) return previous;
  const office = before === undefined || stale.has('office') ? await readOfficeFiles(tools) : succeed(before.office);
  if (!office.ok) return office;
  return succeed({
    previous: previous.value,
    office: office.value,
    release: await readRelease(tools, stale, before?.release),
  });
}

async function readRelease(
  tools: OfficeTools,
  stale: ReadonlySet<Part>,
  before: ReleasePapers | undefined,
): Promise<ReleasePapers> {
  if (before === undefined) return loadForRelease(tools, tools.conference.id);
  const entries = stale.has('entries') ? await listRelease(tools, tools.conference.id) : before.entries;
  const papers = await loadNamedPapers(tools, entries, stale.has('papers') ? undefined : before);
  const decisions = stale.has('decisions') ? await loadDecisions(tools) : before.decisions;
  return { entries, ...papers, decisions };
}
