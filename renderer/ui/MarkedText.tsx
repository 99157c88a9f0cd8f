// A text with its changes marked, readable in black and white: inserted underlined and heavier, deleted struck through.

import { classNames } from './class-names';
import styles from './marked-text.module.css';

type Run = {
  readonly kind: 'kept' | 'inserted' | 'deleted';
  readonly text: string;
  /** Whose change it is: its id, and the name that is said. */
  readonly by?: { readonly id: string; readonly name: string };
  /** Whether it is pointed at. */
  readonly isLit?: boolean;
};

/** The runs one after the other; screen readers hear where an insertion or deletion begins and ends. */
export function MarkedText({ runs }: { readonly runs: readonly Run[] }) {
  return keyed(runs).map(({ key, kind, text, by, isLit = false }) => {
    if (kind === 'kept') return <span key={key}>{text}</span>;
    const Mark = kind === 'inserted' ? 'ins' : 'del';
    return (
      <Mark key={key} className={classNames(styles[kind], isLit && styles['lit'])} data-by={by?.id}>
        <span className="visually-hidden">
          {' '}
          [{kind}
          {by !== undefined && ` by ${by.name}`}:{' '}
        </span>
        {text}
        <span className="visually-hidden">] </span>
      </Mark>
    );
  });
}

/** Runs have no names of their own; their place in the text tells them apart. */
function keyed(runs: readonly Run[]): readonly (Run & { readonly key: string })[] {
  let at = 0;
  return runs.map((run) => {
    const key = `${run.kind} ${at}`;
    at += run.text.length;
    return { ...run, key };
  });
}
