// Keeps the clause at the top of the window where it is while the text around it is shown another way.

import { useCallback, useLayoutEffect, useRef } from 'react';

type Place = { readonly clause: string; readonly top: number };

/** Takes note of the place when it is called before a change; after the change is drawn, goes back to it. */
export function useSamePlace(): () => void {
  const place = useRef<Place>(undefined);
  useLayoutEffect(() => {
    const { current } = place;
    if (current === undefined) return;
    const clause = document.querySelector<HTMLElement>(`[data-clause="${CSS.escape(current.clause)}"]`);
    // A view without clauses (the words only) leaves the place to the next view.
    if (clause === null) return;
    place.current = undefined;
    const scroller = scrollerOf(clause);
    if (scroller !== null) scroller.scrollTop += clause.getBoundingClientRect().top - current.top;
  });
  return useCallback(() => {
    const clauses = [...document.querySelectorAll<HTMLElement>('[data-clause]')];
    const first = clauses[0];
    const top = (first === undefined ? null : scrollerOf(first))?.getBoundingClientRect().top ?? 0;
    const clause = clauses.find((each) => each.getBoundingClientRect().bottom > top + 24);
    const id = clause?.dataset['clause'];
    if (clause === undefined || id === undefined || clause === first) return;
    place.current = { clause: id, top: clause.getBoundingClientRect().top };
  }, []);
}

/** The pane that scrolls: the paper on a wide window, the page on a narrow one. */
function scrollerOf(element: HTMLElement): HTMLElement | null {
  const paper = element.closest<HTMLElement>('[data-scroller="paper"]');
  if (paper !== null && paper.scrollHeight > paper.clientHeight) return paper;
  return element.closest<HTMLElement>('[data-scroller="page"]');
}
