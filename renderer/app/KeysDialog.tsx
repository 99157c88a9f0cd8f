// All keys on one page: what `?` shows.

import { Dialog } from '../ui/Dialog';
import { KeyHint } from '../ui/KeyHint';
import { isSingleKey, keysInWords, shortcuts, singleKeysSetting } from '../ui/shortcuts';
import { useRemembered } from '../ui/use-remembered';
import styles from './keys-dialog.module.css';
import { hrefOf } from './routes';

const entries = Object.values(shortcuts);
const places = [...new Set(entries.map((entry) => entry.place))];

/** The list of `ui/shortcuts.ts`, by place. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const [singleKeys] = useRemembered(singleKeysSetting, 'on');
  return (
    <Dialog title="Keys" onClose={onClose} isWide>
      <div className={styles['places']}>
        {places.map((place) => (
          <section key={place}>
            <h3 className={styles['place']}>{place}</h3>
            <dl className={styles['keys']}>
              {entries
                .filter((entry) => entry.place === place)
                .map((entry) => (
                  <div key={entry.keys} className={styles['entry']}>
                    <dt>{entry.words}</dt>
                    <dd>
                      <span className="visually-hidden">{keysInWords(entry.keys)}</span>
                      <KeyHint keys={keysInWords(entry.keys)} isLocal />
                      {singleKeys === 'off' && isSingleKey(entry.keys) && ' (off)'}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles['foot']}>
        In lists, arrow keys move and Enter opens. Single keys can be turned off in{' '}
        <a href={hrefOf({ kind: 'settings' })} onClick={onClose}>
          Settings
        </a>
        .
      </p>
    </Dialog>
  );
}
