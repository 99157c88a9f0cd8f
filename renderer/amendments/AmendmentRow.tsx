// One amendment of the papers in the margin: tick it and it stands in the text; what it clashes with is said beside it.

import { ArrowDown, ArrowUp, PencilLine, TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Amendment } from '../../shared/amendment/amendment';
import type { AmendmentId } from '../../shared/ids';
import { hrefOf } from '../app/routes';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import { useToast } from '../ui/Toasts';
import styles from './amendments-card.module.css';
import type { WhatIf } from './use-what-if';
import { besides } from './voting-order';
import { setAsideWords } from './what-if';

type AmendmentRowProps = {
  readonly amendment: Amendment;
  readonly whatIf: WhatIf;
  readonly nameOf: (id: AmendmentId) => string;
  /** Name and submitter. */
  readonly heading: ReactNode;
  readonly children: ReactNode;
  /** The amendments to it, as a list; they are voted on before it. */
  readonly amendments?: ReactNode;
};

/** Alt with an arrow key has it voted on earlier or later, and so do two buttons that show when it is pointed at. */
export function AmendmentRow({ amendment, whatIf, nameOf, heading, children, amendments }: AmendmentRowProps) {
  const { id } = amendment;
  const row = useRef<HTMLLIElement>(null);
  const showToast = useToast();
  const isReadable = whatIf.bases.has(id);
  const isTicked = whatIf.ticked.has(id);
  const aside = whatIf.tried.setAside.get(id);
  const fallen = whatIf.tried.paragraphsFallen.filter(({ amendment: of }) => of === id);
  const stands = isTicked && aside === undefined;
  const move = (by: 1 | -1): void => {
    const focused = document.activeElement;
    const place = whatIf.move(id, by);
    showToast({ words: `${capital(nameOf(id))} is now number ${place} in voting order.` });
    // A row that changes its place in the page loses the focus that is in it.
    requestAnimationFrame(() => {
      if (focused instanceof HTMLElement && row.current?.contains(focused) === true) focused.focus();
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    // Of an amendment in the list of those to another, only it is moved.
    event.stopPropagation();
    move(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li
      ref={row}
      className={styles['amendment']}
      data-ticked={isTicked}
      data-pointed={whatIf.pointed === id}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        // Not for what is inside the list of amendments to it.
        if (event.target.closest('li') === row.current) whatIf.light(id);
      }}
      onBlur={() => whatIf.light(undefined)}
      onPointerEnter={() => whatIf.light(id)}
      onPointerLeave={() => whatIf.light(undefined)}
    >
      {besides(whatIf.inOrder, id).length > 1 && (
        <span className={styles['order']}>
          <Button
            look="quiet"
            icon={<ArrowUp aria-hidden size={14} />}
            aria-label={`Vote on ${nameOf(id)} earlier`}
            aria-keyshortcuts="Alt+ArrowUp"
            onPress={() => move(-1)}
          />
          <Button
            look="quiet"
            icon={<ArrowDown aria-hidden size={14} />}
            aria-label={`Vote on ${nameOf(id)} later`}
            aria-keyshortcuts="Alt+ArrowDown"
            onPress={() => move(1)}
          />
        </span>
      )}
      {isReadable ? (
        <Checkbox isSelected={isTicked} onChange={(next) => whatIf.tick(id, next)}>
          <span className={styles['name']}>{heading}</span>
        </Checkbox>
      ) : (
        <p className={styles['name']}>{heading}</p>
      )}
      <div className={isReadable ? styles['under'] : undefined}>
        {children}
        {stands && <p className={styles['facts']}>in the text</p>}
        {aside !== undefined && (
          <p className={styles['warning']}>
            <TriangleAlert aria-hidden size={14} /> {setAsideWords(aside, nameOf)}
          </p>
        )}
        {fallen.map(({ because }) => (
          <p key={because.printed} className={styles['warning']}>
            <TriangleAlert aria-hidden size={14} /> Falls in part, as is printed with the papers: “{because.printed}”
          </p>
        ))}
        {(aside === undefined ? (whatIf.clashes.get(id) ?? []) : []).map((words) => (
          <p key={words} className={styles['warning']}>
            <TriangleAlert aria-hidden size={14} /> {words}
          </p>
        ))}
        {!isReadable && amendment.standing === 'published' && (
          <p className={styles['facts']}>
            {amendment.operations.length === 0
              ? 'Not read as a change to the text: read its words.'
              : 'Written on an earlier text.'}{' '}
            {amendment.operations.length === 0 && amendment.origin === 'delegate' && (
              <a href={hrefOf({ kind: 'amend', motion: amendment.motionId, amendment: id })}>Read it into the text</a>
            )}
          </p>
        )}
        {isReadable && amendment.standing === 'published' && (
          <p>
            <a className={styles['amend']} href={hrefOf({ kind: 'amend', motion: amendment.motionId, amends: id })}>
              <PencilLine aria-hidden size={14} /> Amend this amendment
            </a>
          </p>
        )}
        {amendments}
      </div>
    </li>
  );
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
