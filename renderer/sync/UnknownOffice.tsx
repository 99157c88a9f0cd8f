// Says of papers in use that nobody has compared the words of their office yet, and lets it be done now.

import { conferenceWords } from '../../shared/bundle/conference-words';
import type { Conference } from '../../shared/motion/conference';
import { keepMessage } from '../app/failure-message';
import { saveConference } from '../storage/deeds';
import { findTrusted } from '../storage/official-questions';
import { useQuestion, useStore } from '../storage/StoreContext';
import { useToast } from '../ui/Toasts';
import { CompareWords } from './CompareWords';
import type { WordComparison } from './differing-word';

/** Nothing where the office is known, or where the papers are no office's. */
export function UnknownOffice({ conference }: { readonly conference: Conference }) {
  const store = useStore();
  const toast = useToast();
  const { id, isOfficeKnown } = conference;
  const trusted = useQuestion((opened) => findTrusted(opened, id), [id]);
  if (isOfficeKnown === true || trusted === undefined || trusted === null) return null;
  const save = async (compared: WordComparison['kind']): Promise<void> => {
    if (compared !== 'same') return;
    const saved = await saveConference(store, { ...conference, isOfficeKnown: true });
    toast({ words: saved.ok ? 'This is your office: its words are those of your card.' : keepMessage(saved.error) });
  };
  return (
    <CompareWords
      opening={`You use the papers of “${conference.title}”, and nobody has compared its office’s words yet.`}
      words={conferenceWords(id)}
      onCompared={(compared) => void save(compared)}
    />
  );
}
