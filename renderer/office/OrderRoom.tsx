// The order of business of the next version: its sessions, what is taken in each, and the motions that have no time yet.

import { useEffect, useMemo, useRef } from 'react';
import { officialId } from '../../shared/bundle/official-ids';
import { sessionId, type ConferenceId } from '../../shared/ids';
import { findNextOrder, type PlaceableMotion } from '../storage/order-questions';
import { useQuestion, useStore } from '../storage/StoreContext';
import { EmptyState } from '../ui/EmptyState';
import { MenuButton } from '../ui/MenuButton';
import { itemName } from './business-names';
import styles from './office.module.css';
import { addSession, placeItems } from './order-edits';
import { SessionCard } from './SessionCard';
import { SessionForm } from './SessionForm';
import type { OrderDeeds } from './use-order-deeds';

type OrderRoomProps = { readonly conference: ConferenceId; readonly deeds: OrderDeeds };

/** Motions listed at once that have no time: with hundreds, numbers are typed into a session. */
const mostListed = 100;

export function OrderRoom({ conference, deeds }: OrderRoomProps) {
  const store = useStore();
  const found = useQuestion(async (opened) => findNextOrder(opened, conference), [conference]);
  const motions = useMemo(
    () => new Map((found?.motions ?? []).map((motion): [string, PlaceableMotion] => [motion.id, motion])),
    [found],
  );
  const followed = useRef<string>(undefined);
  useEffect(() => {
    if (found === undefined || followed.current === undefined) return;
    const row = document.querySelector(`[data-business="${CSS.escape(followed.current)}"]`);
    // The buttons of the row are the same as before: the one that was pressed is the one that goes on.
    if (row !== null && !row.contains(document.activeElement)) row.querySelector('button')?.focus();
    followed.current = undefined;
  }, [found]);
  if (found === undefined) return null;
  const { sessions } = found;
  const placed = new Set(
    sessions.flatMap(({ items }) => items.flatMap((item) => ('motion' in item ? item.motion : []))),
  );
  const unplaced = found.motions.filter(({ id }) => !placed.has(id));
  const add = (named: { readonly title: string; readonly time?: string }): void => {
    const id = sessionId(officialId(conference, `s${store.newId()}`));
    deeds.change(
      (all) => addSession(all, { id, conferenceId: conference, ...named, items: [] }),
      `${named.title} added.`,
    );
  };
  return (
    <div>
      <h2 className={styles['subheading']}>Order of business</h2>
      <p className={styles['soft']}>
        What is taken when. A motion brings its amendments with it. Alt+↑ and Alt+↓ move what has the focus, Delete
        takes it off.
      </p>
      {sessions.length === 0 && (
        <EmptyState title="No sessions yet">
          Delegates see the motions by number until the first session is published.
        </EmptyState>
      )}
      {sessions.map((session) => (
        <SessionCard
          key={session.id}
          session={session}
          order={sessions}
          motions={motions}
          deeds={deeds}
          onFollow={(item) => {
            followed.current = item;
          }}
        />
      ))}
      <SessionForm onKeep={add} />
      {sessions.length > 0 && unplaced.length > 0 && (
        <section aria-label="No time yet" className={styles['session']}>
          <h2 className={styles['subheading']}>No time yet</h2>
          <ul className={styles['list']}>
            {unplaced.slice(0, mostListed).map((motion) => {
              const name = itemName({ kind: 'motion', motion: motion.id }, motions);
              return (
                <li key={motion.id} className={styles['paper']}>
                  <span className={styles['number']}>{motion.number}</span>
                  <span className={styles['title']}>{motion.title}</span>
                  <MenuButton
                    label={`Place ${name}`}
                    words="Place"
                    actions={sessions.map(({ id, title }) => ({
                      id,
                      words: `In ${title}`,
                      run: () =>
                        deeds.change(
                          (all) => placeItems(all, id, [{ kind: 'motion', motion: motion.id }]),
                          `${name} is taken in ${title}.`,
                        ),
                    }))}
                  />
                </li>
              );
            })}
          </ul>
          {unplaced.length > mostListed && (
            <p className={styles['soft']}>
              And {unplaced.length - mostListed} more: type their numbers into a session, such as 101-140.
            </p>
          )}
        </section>
      )}
    </div>
  );
}
