// For the screen in the hall: the version that is published and its four words, as large as the screen allows.

import { X } from 'lucide-react';
import { useEffect } from 'react';
import { wordsOfHead } from '../../shared/bundle/verify-head';
import { hrefOf } from '../app/routes';
import { findApplied } from '../storage/official-questions';
import { useQuestion } from '../storage/StoreContext';
import { LinkButton } from '../ui/LinkButton';
import styles from './office.module.css';
import type { OpenOffice } from './use-offices';

export function HallScreen({ opened }: { readonly opened: OpenOffice }) {
  const { conference, office } = opened;
  const applied = useQuestion((store) => findApplied(store, conference.id), [conference.id]);
  useEffect(() => {
    document.title = `Hall screen – ${conference.title} – Rostrum`;
  }, [conference.title]);
  return (
    <main id="main" tabIndex={-1} className={styles['screen']}>
      <h1>{conference.title}</h1>
      {applied === null && <p className={styles['screenVersion']}>Nothing is published yet.</p>}
      {applied !== undefined && applied !== null && (
        <>
          <p className={styles['screenVersion']}>Agenda v{applied.version}</p>
          <p className={styles['screenWords']}>{wordsOfHead(applied.head)}</p>
          <p className={styles['screenVersion']}>The same four words stand at the foot of Rostrum.</p>
        </>
      )}
      <LinkButton look="quiet" icon={<X aria-hidden />} href={hrefOf({ kind: 'office', office: office.office })}>
        Back to the office
      </LinkButton>
    </main>
  );
}
