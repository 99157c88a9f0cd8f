// A key, shown where it works: `<KeyHint keys="Ctrl+G" />`.

import styles from './key-hint.module.css';

/** Keys joined by `+` are pressed together; the hint is for the eye, `aria-keyshortcuts` is for screen readers. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <kbd aria-hidden className={styles['hint']}>
      {keys.replaceAll('+', ' ')}
    </kbd>
  );
}
