// One clause as understood, with everything that may have been misunderstood to be put right.

import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { ReadClause } from '../../shared/import/paper';
import type { ClauseKind } from '../../shared/motion/clause';
import { classNames } from '../ui/class-names';
import { MenuButton } from '../ui/MenuButton';
import type { MenuAction } from '../ui/MenuButton';
import styles from './import.module.css';

export type ClauseCorrections = {
  readonly onText: (text: string) => void;
  readonly onKind: (kind: ClauseKind) => void;
  readonly onDepth: (by: 1 | -1) => void;
  readonly onSplit: (at: number) => void;
  readonly onJoin: () => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onDrop: () => void;
};

type ClauseRowProps = ClauseCorrections & {
  readonly clause: ReadClause;
  readonly name: string;
  readonly isLit: boolean;
  readonly onLight: () => void;
};

const kindWords: Readonly<Record<ClauseKind, string>> = {
  paragraph: 'paragraph',
  'lead-in': 'lead-in to a list',
  item: 'point of a list',
  heading: 'heading',
  quotation: 'quotation',
};

export function ClauseRow({ clause, name, isLit, onLight, ...corrections }: ClauseRowProps) {
  const [cursor, setCursor] = useState(0);
  return (
    <li
      className={classNames(styles['clause'], isLit && styles['lit'])}
      data-kind={clause.kind}
      data-depth={clause.depth}
      onPointerEnter={onLight}
    >
      <span className={styles['marker']}>{clause.number ?? ''}</span>
      <textarea
        className={styles['clauseText']}
        aria-label={`${name}: text`}
        rows={1}
        value={clause.text}
        onFocus={onLight}
        onSelect={(event) => setCursor(event.currentTarget.selectionStart)}
        onChange={(event) => corrections.onText(event.target.value)}
      />
      <MenuButton
        label={`Put right: ${name}`}
        icon={<Ellipsis aria-hidden size={16} />}
        actions={actionsOf(clause, corrections, cursor)}
      />
    </li>
  );
}

function actionsOf(clause: ReadClause, corrections: ClauseCorrections, cursor: number): readonly MenuAction[] {
  const kinds: readonly ClauseKind[] = ['paragraph', 'lead-in', 'item', 'heading', 'quotation'];
  return [
    ...kinds
      .filter((kind) => kind !== clause.kind)
      .map((kind) => ({ id: kind, words: `This is a ${kindWords[kind]}`, run: () => corrections.onKind(kind) })),
    { id: 'deeper', words: 'One level further in', run: () => corrections.onDepth(1) },
    { id: 'shallower', words: 'One level further out', run: () => corrections.onDepth(-1) },
    { id: 'split', words: 'Split at the cursor', run: () => corrections.onSplit(cursor) },
    { id: 'join', words: 'Join with the next', run: corrections.onJoin },
    { id: 'up', words: 'Move up', run: () => corrections.onMove(-1) },
    { id: 'down', words: 'Move down', run: () => corrections.onMove(1) },
    { id: 'drop', words: 'Leave this out', run: corrections.onDrop },
  ];
}
