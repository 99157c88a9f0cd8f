// A key, shown where it works: `<KeyHint keys="Ctrl+G" />`.

import styles from './key-hint.module.css';
import { isSingleKey, singleKeysSetting } from './shortcuts';
import { useRemembered } from './use-remembered';

type KeyHintProps = {
  readonly keys: string;
  /** For keys that work only in one form and cannot be turned off: shown in any case. */
  readonly isLocal?: boolean;
};

/**
 * Keys joined by `+` are pressed together; the hint is for the eye, `aria-keyshortcuts` is for screen readers.
 * Nothing for a single key while those are turned off.
 */
export function KeyHint({ keys, isLocal = false }: KeyHintProps) {
  const [singleKeys] = useRemembered(singleKeysSetting, 'on');
  if (!isLocal && singleKeys === 'off' && isSingleKey(keys)) return null;
  return (
    <kbd aria-hidden className={styles['hint']}>
      {keys.replaceAll('+', ' ')}
    </kbd>
  );
}
