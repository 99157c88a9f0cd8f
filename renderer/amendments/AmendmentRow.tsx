// One amendment of the papers in the margin: tick it and it stands in the text; what it clashes with is said beside it.

import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Amendment } from '../../shared/amendment/amendment';
import type { AmendmentId } from '../../shared/ids';
import type { TextVersion } from '../../shared/motion/motion';
import { Checkbox } from '../ui/Checkbox';
import styles from './amendments-card.module.css';
import type { WhatIf } from './use-what-if';
import { isReadableIn, setAsideWords } from './what-if';

type AmendmentRowProps = {
  readonly text: TextVersion;
  readonly amendment: Amendment;
  readonly whatIf: WhatIf;
  readonly nameOf: (id: AmendmentId) => string;
  /** Name, submitter and decision. */
  readonly heading: ReactNode;
  readonly children: ReactNode;
};

export function AmendmentRow({ text, amendment, whatIf, nameOf, heading, children }: AmendmentRowProps) {
  const { id } = amendment;
  const isReadable = isReadableIn(text, amendment);
  const isTicked = whatIf.ticked.has(id);
  const aside = whatIf.tried.setAside.get(id);
  const light = { onPointerEnter: () => whatIf.light(id), onPointerLeave: () => whatIf.light(undefined) };
  return (
    <li
      className={styles['amendment']}
      data-ticked={isTicked}
      onFocus={() => whatIf.light(id)}
      onBlur={() => whatIf.light(undefined)}
      {...light}
    >
      {isReadable ? (
        <Checkbox isSelected={isTicked} onChange={(next) => whatIf.tick(id, next)}>
          <span className={styles['name']}>{heading}</span>
        </Checkbox>
      ) : (
        <p className={styles['name']}>{heading}</p>
      )}
      <div className={isReadable ? styles['under'] : undefined}>
        {children}
        {isTicked && aside === undefined && <p className={styles['facts']}>in the text</p>}
        {aside !== undefined && (
          <p className={styles['warning']}>
            <TriangleAlert aria-hidden size={14} /> {setAsideWords(aside, nameOf)}
          </p>
        )}
        {(aside === undefined ? (whatIf.clashes.get(id) ?? []) : []).map((words) => (
          <p key={words} className={styles['warning']}>
            <TriangleAlert aria-hidden size={14} /> {words}
          </p>
        ))}
        {!isReadable && amendment.standing === 'published' && (
          <p className={styles['facts']}>
            {amendment.operations.length === 0
              ? 'Not read as a change to the text: read its words.'
              : 'Written on an earlier text.'}
          </p>
        )}
      </div>
    </li>
  );
}
