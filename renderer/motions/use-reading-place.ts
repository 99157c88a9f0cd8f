// How far a paper has been read: the clause at the top of the page, remembered for each paper and found again.

import { useEffect } from 'react';
import { recall, remember } from '../ui/use-remembered';

/** Pixels under the top of the page within which a clause counts as the one being read. */
const headRoom = 24;

/** Goes to where the paper `id` was left, and keeps remembering while it is scrolled. */
export function useReadingPlace(id: string): void {
  useEffect(() => {
    const left = recall(`place.${id}`);
    if (left !== undefined && left !== '') {
      document.querySelector(`[data-clause="${CSS.escape(left)}"]`)?.scrollIntoView({ block: 'start' });
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onScroll = (event: Event): void => {
      if (!(event.target instanceof HTMLElement) || event.target.dataset['scroller'] === undefined) return;
      clearTimeout(timer);
      timer = setTimeout(() => remember(`place.${id}`, clauseAtTop()), 250);
    };
    document.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('scroll', onScroll, { capture: true });
    };
  }, [id]);
}

/** The id of the topmost clause in sight; empty while that is the first. */
function clauseAtTop(): string {
  const top = (document.querySelector('#main')?.parentElement?.getBoundingClientRect().top ?? 0) + headRoom;
  const clauses = [...document.querySelectorAll<HTMLElement>('[data-clause]')];
  const found = clauses.findIndex((clause) => clause.getBoundingClientRect().bottom > top);
  return found <= 0 ? '' : (clauses[found]?.dataset['clause'] ?? '');
}
