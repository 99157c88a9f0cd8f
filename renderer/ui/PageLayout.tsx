// The two panes of every page: the paper in the middle, and what bears on it in the margin on the right. When the
// page is narrow the margin becomes cards under the text. Names the window.

import { PanelRight } from 'lucide-react';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { Button } from './Button';
import { classNames } from './class-names';
import styles from './page-layout.module.css';
import { keysInWords, shortcuts, useShortcut } from './shortcuts';
import { useRemembered } from './use-remembered';

type PageLayoutProps = {
  /** For the window's title, before "– Rostrum": "Motion 12 – Mutuals and co-ops". */
  readonly title: string;
  readonly children: ReactNode;
  /** Cards; without them the paper has the page to itself. */
  readonly margin?: ReactNode;
  /** What the margin holds, for screen readers: "Amendments and notes". */
  readonly marginLabel?: string;
  /** `reading`: a measure of 60 to 70 characters. `wide`: for two texts side by side. */
  readonly width?: 'reading' | 'wide';
};

/** A page of the app. `children` begin with the page's only `h1`. */
export function PageLayout(props: PageLayoutProps) {
  const { title, children, margin, marginLabel = 'Beside the text', width = 'reading' } = props;
  const [marginState, setMarginState] = useRemembered('margin', 'open');
  const isOpen = marginState === 'open';
  const toggle = (): void => setMarginState(isOpen ? 'closed' : 'open');
  useShortcut('toggleMargin', toggle);
  useEffect(() => {
    document.title = title === '' ? 'Rostrum' : `${title} – Rostrum`;
  }, [title]);

  const hasMargin = margin !== undefined;
  return (
    <div className={classNames(styles['container'])}>
      <div className={classNames(styles['page'], hasMargin && isOpen && styles['withMargin'])} data-scroller="page">
        <main id="main" tabIndex={-1} data-pane="paper" data-scroller="paper" className={styles['paper']}>
          <div className={classNames(styles['sheet'], styles[width])}>{children}</div>
          {hasMargin && (
            <div className={styles['toggle']}>
              <Button
                look="quiet"
                icon={<PanelRight aria-hidden size={16} />}
                aria-label={isOpen ? 'Hide the margin' : 'Show the margin'}
                aria-expanded={isOpen}
                aria-keyshortcuts={keysInWords(shortcuts.toggleMargin.keys)}
                onPress={toggle}
              />
            </div>
          )}
        </main>
        {hasMargin && (
          <aside
            aria-label={marginLabel}
            tabIndex={-1}
            data-pane="margin"
            className={classNames(styles['margin'], !isOpen && styles['closed'])}
          >
            {margin}
          </aside>
        )}
      </div>
    </div>
  );
}
