// What somebody wrote, as plain text: its line breaks are kept, its addresses can be pressed, and nothing else in it is
// anything but text.

import { Fragment } from 'react';
import { visibleText } from '../../shared/report/visible-text';
import { openMessage } from '../app/failure-message';
import { useStore } from '../storage/StoreContext';
import { useToast } from '../ui/Toasts';
import styles from './delegation.module.css';
import { linkParts } from './link-parts';

export function CommentBody({ body }: { readonly body: string }) {
  const { desktop } = useStore();
  const showToast = useToast();
  // The doorkeeper asks before it opens anything, and shows where it leads.
  const open = async (url: string): Promise<void> => {
    const opened = await desktop.openExternal({ url });
    const words = opened.ok ? undefined : openMessage(opened.error);
    if (words !== undefined) showToast({ words });
  };
  return (
    <p className={styles['body']} dir="auto">
      {linkParts(visibleText(body)).map((part) =>
        part.kind === 'text' ? (
          <Fragment key={part.from}>{part.text}</Fragment>
        ) : (
          <a
            key={part.from}
            href={part.address}
            rel="noreferrer"
            aria-label={`${part.text}, opens outside Rostrum`}
            onClick={(event) => {
              event.preventDefault();
              void open(part.address);
            }}
            onAuxClick={(event) => event.preventDefault()}
          >
            {part.text}
          </a>
        ),
      )}
    </p>
  );
}
