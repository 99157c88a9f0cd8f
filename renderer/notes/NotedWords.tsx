// A clause's words, those that a note is about marked.

import styles from './notes.module.css';
import { notedPieces } from './noted-clauses';
import type { NotedRange } from './noted-clauses';

type NotedWordsProps = { readonly text: string; readonly ranges: readonly NotedRange[] };

/** The text is whole and in order, with nothing put between: places in it can be counted. */
export function NotedWords({ text, ranges }: NotedWordsProps) {
  return notedPieces(text, ranges).map((piece) =>
    piece.isNoted ? (
      <mark key={piece.from} className={styles['marked']}>
        {piece.text}
      </mark>
    ) : (
      <span key={piece.from}>{piece.text}</span>
    ),
  );
}
