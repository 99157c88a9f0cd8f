// Signing and publishing the next version, or taking over another station's: what is under way, and what came of it.

import { useEffect, useRef, useState } from 'react';
import type { ConferenceId } from '../../shared/ids';
import type { Store } from '../storage/store';
import { useStore } from '../storage/StoreContext';
import { inWorker, type OfficeWork } from './in-worker';
import { findNote, keepNote } from './keep-note';
import type { OfficeOutcome, OfficeTask, OfficeWorkFailure, Preview, PublishProgress } from './office-messages';
import type { OpenOffice } from './use-offices';

export type Publishing =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly progress: PublishProgress }
  | { readonly kind: 'refused'; readonly failure: OfficeWorkFailure }
  | { readonly kind: 'done'; readonly words: string; readonly isPublished: boolean };

type PublishingDeeds = {
  readonly publishing: Publishing;
  /** `shown`: what is to be signed, and nothing else; `typedNote`: the note as its field shows it, where it was typed in. */
  readonly sign: (shown: Preview, isMassRemovalMeant: boolean, typedNote: string | undefined) => void;
  readonly takeOver: () => void;
  /** What was written so far stays; no delegate is shown it. */
  readonly stop: () => void;
};

const beginning: PublishProgress = { step: 'reading', done: 0, of: 1 };

type Around = { readonly reload: () => void; readonly hold: (isHeld: boolean) => void };

export function usePublishing({ office, conference, publish }: OpenOffice, { reload, hold }: Around): PublishingDeeds {
  const store = useStore();
  const [publishing, setPublishing] = useState<Publishing>({ kind: 'idle' });
  const underWay = useRef<OfficeWork>(undefined);
  useEffect(() => () => underWay.current?.stop(), []);

  const begin = async (task: OfficeTask): Promise<void> => {
    setPublishing({ kind: 'busy', progress: beginning });
    hold(true);
    const work = inWorker(
      store,
      { office: office.office, conference, task },
      {
        onProgress: (progress) => setPublishing({ kind: 'busy', progress }),
      },
    );
    underWay.current = work;
    const answer = await work.answer;
    hold(false);
    setPublishing(
      answer.ok
        ? { kind: 'done', words: wordsOf(answer.value), isPublished: answer.value.kind === 'published' }
        : { kind: 'refused', failure: answer.error },
    );
    reload();
  };
  return {
    publishing,
    sign: ({ plan }, isMassRemovalMeant, typedNote) => {
      if (publish === undefined) return;
      const { folder } = publish;
      void noteNow(store, conference.id, typedNote).then(async (note) =>
        begin({ kind: 'publish', folder, plan, isMassRemovalMeant, ...(note === undefined ? {} : { note }) }),
      );
    },
    takeOver: () => {
      if (publish !== undefined) void begin({ kind: 'take-over', folder: publish.folder });
    },
    stop: () => {
      underWay.current?.stop();
      hold(false);
      setPublishing({ kind: 'idle' });
    },
  };
}

/** The last words of the note may have been typed a moment ago, and not be kept yet. */
async function noteNow(store: Store, conference: ConferenceId, typed: string | undefined): Promise<string | undefined> {
  if (typed !== undefined) await keepNote(store, conference, typed);
  return findNote(store, conference);
}

function wordsOf(outcome: OfficeOutcome): string {
  if (outcome.kind === 'published') {
    const { version, words } = outcome.published;
    const noted = outcome.isNoted ? '' : ' It could not be noted beside the keys.';
    return `Published: agenda v${version} · ${words}. Every file was read back.${noted}`;
  }
  return outcome.kind === 'taken-over' ? `You now build on agenda v${outcome.published.version}.` : '';
}
