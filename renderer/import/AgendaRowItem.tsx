// One paper of an agenda in its list: to be kept or not, to be looked at, and what is doubtful about it.

import { TriangleAlert } from 'lucide-react';
import type { ReadMotion } from '../../shared/import/paper';
import { Badge } from '../ui/Badge';
import styles from './agenda.module.css';
import type { AgendaRow } from './agenda-rows';
import { doubtWords } from './doubt-words';
import { instructionText } from './held-copies';
import type { PartDeed } from './import-session';
import { paperName } from './paper-name';

type AgendaRowItemProps = {
  readonly row: AgendaRow;
  readonly onOpen: (index: number) => void;
  readonly onSay: (index: number, deed: PartDeed) => void;
};

export function AgendaRowItem({ row, onOpen, onSay }: AgendaRowItemProps) {
  const { part, paper, isUnder, doubts } = row;
  const name = paperName(paper);
  const isKept = part.deed !== 'leave-out';
  const keep: PartDeed = part.copy === undefined || part.isSame ? 'add' : 'update';
  return (
    <li className={styles['row']} data-under={isUnder} data-kept={isKept}>
      {/* A plain checkbox: an agenda has hundreds of them. */}
      <input
        type="checkbox"
        className={styles['keep']}
        aria-label={`Keep ${name}`}
        checked={isKept}
        disabled={part.isAgain}
        onChange={(event) => onSay(part.index, event.target.checked ? keep : 'leave-out')}
      />
      <span className={styles['number']}>{paper.number?.value}</span>
      <div className={styles['words']}>
        <button
          type="button"
          className={styles['open']}
          data-part={part.index}
          aria-label={`Look at ${name}`}
          onClick={() => onOpen(part.index)}
        >
          {paper.title?.value ?? firstWords(paper) ?? name}
        </button>
        <span className={styles['submitter']}>{paper.submittedBy.map(({ value }) => value).join(', ')}</span>
        {doubts.map((doubt) => (
          <span key={doubtWords(doubt)} className={styles['doubt']}>
            <TriangleAlert aria-hidden size={14} /> {doubtWords(doubt)}
          </span>
        ))}
      </div>
      {part.isAgain && <Badge isBare>Twice in these papers, kept once</Badge>}
      {part.copy !== undefined && !part.isAgain && (
        <Badge isBare tone={part.deed === 'update' ? 'accent' : 'plain'}>
          {copyWords(part.isSame, part.deed)}
        </Badge>
      )}
    </li>
  );
}

/** How an amendment begins, since most have no title. */
function firstWords(paper: ReadMotion): string | undefined {
  const words = paper.kind === 'amendment' ? instructionText(paper).trim() : '';
  if (words === '') return undefined;
  return words.length > 110 ? `${words.slice(0, words.lastIndexOf(' ', 110))} …` : words;
}

function copyWords(isSame: boolean, deed: PartDeed): string {
  if (deed === 'add') return 'Kept beside yours';
  if (isSame) return 'As you have it';
  return deed === 'update' ? 'Updates yours' : 'Differs from yours';
}
