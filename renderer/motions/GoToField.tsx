// The field in the header: a number goes to a motion, words search titles. A combobox (WAI-ARIA APG, list
// autocomplete): the first answer is chosen at once, so that a number and Enter is all it takes.

import { Search } from 'lucide-react';
import { useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { KeyHint } from '../ui/KeyHint';
import { keysInWords, shortcuts, useShortcut } from '../ui/shortcuts';
import { findTargets } from './go-to';
import type { Target } from './go-to';
import styles from './go-to-field.module.css';
import { GoToAnswers } from './GoToAnswers';

type GoToFieldProps = { readonly targets: readonly Target[]; readonly onGo: (target: Target) => void };

const answersShown = 10;

/** The go-to field; Ctrl+G and `/` come here from anywhere. */
export function GoToField({ targets, onGo }: GoToFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  const answers = useMemo(() => findTargets(query, targets, answersShown), [query, targets]);
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
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setIsOpen(true);
      setChosen((before) => (before + step + answers.length) % Math.max(answers.length, 1));
    } else if (event.key === 'Enter' && isShown && active !== undefined) {
      event.preventDefault();
      go(active);
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
      <GoToAnswers id={id} query={query} answers={answers} active={active} isShown={isShown} onGo={go} />
    </div>
  );
}
