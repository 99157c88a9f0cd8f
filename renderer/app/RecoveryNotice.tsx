// Above the page, until it is put away: what was put right while the papers were being opened.

import { useState } from 'react';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import styles from './shell.module.css';

/** Nothing where `words` is empty. */
export function RecoveryNotice({ words }: { readonly words: readonly string[] }) {
  const [isRead, setIsRead] = useState(false);
  if (words.length === 0 || isRead) return null;
  return (
    <div className={styles['recovery']}>
      <Notice kind="warning" action={<Button onPress={() => setIsRead(true)}>Understood</Button>}>
        {words.join(' ')}
      </Notice>
    </div>
  );
}
