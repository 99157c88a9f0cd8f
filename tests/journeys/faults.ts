// What must never be seen in a page's console: errors, uncaught exceptions, refusals of the content security policy.

import type { Page } from 'playwright-core';

export type Faults = {
  /** Listens to a page from now on. */
  readonly watch: (page: Page) => void;
  /** Everything heard so far, one line each; empty when all is well. */
  readonly heard: () => readonly string[];
};

/** Collects faults from any number of pages. */
export function watchForFaults(): Faults {
  const lines: string[] = [];
  return {
    heard: () => lines,
    watch: (page) => {
      page.on('pageerror', (error) => lines.push(`uncaught: ${error.message}`));
      page.on('console', (message) => {
        const isPolicy = /content security policy|refused to/iu.test(message.text());
        if (message.type() === 'error' || isPolicy) lines.push(`${message.type()}: ${message.text()}`);
      });
      page.on('crash', () => lines.push('the page crashed'));
    },
  };
}
