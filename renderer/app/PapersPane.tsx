// The left pane: the papers of the conference, and under them the delegate's own views.

import { FolderSync, Landmark, PencilLine, ScrollText, Send, Settings, StickyNote } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PaperRow } from '../motions/paper-rows';
import { PapersList } from '../motions/PapersList';
import { classNames } from '../ui/class-names';
import styles from './papers-pane.module.css';
import { hrefOf } from './routes';
import type { Route } from './routes';

type PapersPaneProps = {
  readonly rows: readonly PaperRow[];
  readonly amendmentCount: number;
  readonly noteCount: number;
  readonly currentHref: string;
  readonly isOpen: boolean;
};

type View = { readonly route: Route; readonly words: string; readonly icon: ReactNode; readonly count?: number };

/** Stays in the page while it is hidden, so that its place is kept. */
export function PapersPane({ rows, amendmentCount, noteCount, currentHref, isOpen }: PapersPaneProps) {
  const views: readonly View[] = [
    {
      route: { kind: 'amendments' },
      words: 'My amendments',
      icon: <PencilLine aria-hidden size={16} />,
      count: amendmentCount,
    },
    { route: { kind: 'notes' }, words: 'Notes', icon: <StickyNote aria-hidden size={16} />, count: noteCount },
    { route: { kind: 'sent' }, words: 'Sent', icon: <Send aria-hidden size={16} /> },
    { route: { kind: 'report' }, words: 'Report to branch', icon: <ScrollText aria-hidden size={16} /> },
    { route: { kind: 'connect' }, words: 'Papers from the office', icon: <Landmark aria-hidden size={16} /> },
    { route: { kind: 'folders' }, words: 'Folders', icon: <FolderSync aria-hidden size={16} /> },
    { route: { kind: 'settings' }, words: 'Settings', icon: <Settings aria-hidden size={16} /> },
  ];
  return (
    <nav
      aria-label="Papers"
      tabIndex={-1}
      data-pane="papers"
      className={classNames(styles['pane'], !isOpen && styles['closed'])}
    >
      {rows.length === 0 ? (
        <p className={styles['empty']}>No papers yet.</p>
      ) : (
        <PapersList rows={rows} current={currentHref} />
      )}
      <ul className={styles['views']} aria-label="Views">
        {views.map(({ route, words, icon, count = 0 }) => (
          <li key={route.kind}>
            <a
              href={hrefOf(route)}
              className={styles['view']}
              aria-current={hrefOf(route) === currentHref ? 'page' : undefined}
            >
              {icon}
              <span>{words}</span>
              {count > 0 && <span className={styles['count']}>{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
