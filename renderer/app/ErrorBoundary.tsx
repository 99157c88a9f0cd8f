// The last resort for bugs: says plainly that one was met, that what was saved is safe, and how to go on.

import { Component } from 'react';
import type { ReactNode } from 'react';
import { remember } from '../ui/use-remembered';
import styles from './full-page.module.css';

/** At the front door of the delegate's own papers, wherever the fault was: not at the page that brought it about. */
function startAgain(): void {
  remember('store', 'own');
  remember('page.own', '/');
  window.location.hash = '';
  window.location.reload();
}

type ErrorBoundaryProps = { readonly children: ReactNode };
type ErrorBoundaryState = { readonly error?: Error };

/** Shows what is below it, until something there throws; also hears of promises nobody caught. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = {};

  static getDerivedStateFromError(thrown: unknown): ErrorBoundaryState {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  readonly #onRejection = (event: PromiseRejectionEvent): void => {
    this.setState(ErrorBoundary.getDerivedStateFromError(event.reason));
  };

  override componentDidMount(): void {
    window.addEventListener('unhandledrejection', this.#onRejection);
  }

  override componentWillUnmount(): void {
    window.removeEventListener('unhandledrejection', this.#onRejection);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <main className={styles['page']}>
        <h1 className={styles['title']}>This page has stopped</h1>
        <p role="alert">A fault in Rostrum stopped it. Everything that was saved is safe on this computer.</p>
        <p>
          <button type="button" className={styles['button']} onClick={startAgain}>
            Start again
          </button>
        </p>
        <details>
          <summary>For whoever mends it</summary>
          <pre className={styles['fault']}>{error.stack ?? error.message}</pre>
        </details>
      </main>
    );
  }
}
