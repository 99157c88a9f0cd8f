// The field in the header: a number goes to a motion, words search titles. A combobox (WAI-ARIA APG, list
// autocomplete): the first answer is chosen at once, so that a number and Enter is all it takes.

import { Search } from 'lucide-react';
import { useDeferredValue, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { KeyHint } from '../ui/KeyHint';
import { keysInWords, shortcuts, useShortcut } from '../ui/shortcuts';
import type { Target } from './go-to';
import styles from './go-to-field.module.css';
import { GoToAnswers } from './GoToAnswers';
import { useTargets } from './use-targets';
import type { TargetPapers } from './use-targets';

type GoToFieldProps = { readonly papers: TargetPapers; readonly onGo: (target: Target) => void };

const answersShown = 10;

/** The go-to field; Ctrl+G and `/` come here from anywhere. */
export function GoToField({ papers, onGo }: GoToFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  // What is typed stands there at once; what it means is looked for after that.
  const sought = useDeferredValue(query);
  const { answers, isComplete, best } = useTargets(sought, papers, answersShown);
  const isShown = isOpen && query.trim() !== '';
  const active = answers[Math.min(chosen, answers.length - 1)];

  const focus = (): void => {
    input.current?.focus();
    input.current?.select();
  };
  useShortcut('goTo', focus);
  useShortcut('search', focus);

  const go = (target: Target): void => {
    setQuery('');
    setIsOpen(false);
    input.current?.blur();
    onGo(target);
  };
  const goToBest = async (): Promise<void> => {
    const target = await best(query);
    if (target !== undefined) go(target);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setIsOpen(true);
      setChosen((before) => (before + step + answers.length) % Math.max(answers.length, 1));
    } else if (event.key === 'Enter' && isShown) {
      event.preventDefault();
      if (chosen > 0 && active !== undefined) go(active);
      else void goToBest();
    } else if (event.key === 'Escape') {
      if (query === '') input.current?.blur();
      setQuery('');
      setIsOpen(false);
    }
  };

  return (
    <div className={styles['field']} role="search">
      <Search size={15} aria-hidden className={styles['icon']} />
      <input
        ref={input}
        role="combobox"
        type="text"
        autoComplete="off"
        spellCheck={false}
        className={styles['input']}
        placeholder="Go to 12, 12.1, comp C, or search titles"
        aria-label="Go to a motion, or search titles"
        aria-keyshortcuts="Control+G"
        aria-expanded={isShown}
        aria-controls={`${id}-answers`}
        aria-autocomplete="list"
        aria-activedescendant={isShown && active !== undefined ? `${id}-${active.key}` : undefined}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setChosen(0);
          setIsOpen(true);
        }}
        onFocus={() => setIsOpen(true)}
        onBlur={() => setIsOpen(false)}
        onKeyDown={onKeyDown}
      />
      <KeyHint keys={keysInWords(shortcuts.goTo.keys)} />
      <GoToAnswers
        id={id}
        query={query}
        answers={answers}
        active={active}
        isShown={isShown}
        isComplete={isComplete && sought === query}
        onGo={go}
      />
    </div>
  );
}
