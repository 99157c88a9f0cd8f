// Tells screen readers what became of the wording, when typing has paused for good.

import { useEffect, useRef, useState } from 'react';
import { useSettled } from './use-settled';
import { wordingNews } from './wording-news';

/** Unseen; said politely. What stood there when the page was opened is not news. */
export function WordingNews({ sentences }: { readonly sentences: readonly string[] }) {
  const settled = useSettled(sentences, 1200);
  const told = useRef(sentences);
  const [news, tell] = useState('');
  useEffect(() => {
    const words = wordingNews(told.current, settled);
    told.current = settled;
    if (words !== '') tell(words);
  }, [settled]);
  return (
    <p role="status" className="visually-hidden">
      {news}
    </p>
  );
}
