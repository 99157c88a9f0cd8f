// What was just taken over, in a sentence, and each motion that reads otherwise now with the way to the comparison.

import { hrefOf } from '../app/routes';
import { motionId } from '../../shared/ids';
import type { PaperChange } from '../../shared/merge/describe-merge';
import { Disclosure } from '../ui/Disclosure';
import { LinkButton } from '../ui/LinkButton';
import { Notice } from '../ui/Notice';
import { changeWords, orderWords, summaryWords } from './change-words';
import styles from './sync.module.css';
import type { Offer } from './verify-in-worker';

export function TakenCard({ offer }: { readonly offer: Offer }) {
  const { bundle, description } = offer;
  const { changes, business } = description;
  const count = changes.length + business.length;
  const what = bundle.note === undefined ? '' : `${bundle.note}: `;
  return (
    <section aria-label="What was taken over" className={styles['taken']}>
      <Notice
        kind="done"
        action={
          <LinkButton href={hrefOf({ kind: 'papers', conference: bundle.conference.id })}>Read the papers</LinkButton>
        }
      >
        You now have agenda v{bundle.version}. {what}
        {summaryWords(description)}
      </Notice>
      {(business.length > 1 || changes.some(({ kind }) => kind !== 'added')) && (
        <Disclosure summary={`What changed (${count})`} isOpenAtFirst={count <= 8}>
          <ul className={styles['changes']}>
            {business.map((change) => (
              <li key={orderWords(change)}>{orderWords(change)}</li>
            ))}
            {changes.map((change) => (
              <li key={change.id}>
                <Changed change={change} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

function Changed({ change }: { readonly change: PaperChange }) {
  const words = changeWords(change);
  if (change.paper !== 'motion' || change.kind === 'removed') return words;
  const motion = motionId(change.id);
  const route =
    change.kind === 'text-changed' ? ({ kind: 'versions', motion } as const) : ({ kind: 'motion', motion } as const);
  return <a href={hrefOf(route)}>{words}</a>;
}
