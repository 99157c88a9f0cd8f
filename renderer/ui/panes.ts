// The parts of the window that F6 goes round: every element with `data-pane`, in the order of the page.

/** Moves the focus to the next (1) or previous (-1) part of the window that is on screen. */
export function focusPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.offsetParent !== null);
  const current = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes.at((current + step + panes.length) % Math.max(panes.length, 1));
  next?.focus();
}
