// Briefings the delegate linked to a motion: read them, link more, take one off.

import { FileText, Link2, Unlink } from 'lucide-react';
import type { Briefing } from '../../shared/motion/briefing';
import type { Motion } from '../../shared/motion/motion';
import { keepMessage } from '../app/failure-message';
import { hrefOf } from '../app/routes';
import { linkBriefing, unlinkBriefing } from '../storage/deeds';
import { listLinkedBriefings } from '../storage/questions';
import { useQuestion, useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { MenuButton } from '../ui/MenuButton';
import { useToast } from '../ui/Toasts';
import styles from './briefings-card.module.css';

type BriefingsCardProps = { readonly motion: Pick<Motion, 'id'>; readonly briefings: readonly Briefing[] };

/** Nothing at all where the conference has no briefings. */
export function BriefingsCard({ motion, briefings }: BriefingsCardProps) {
  const store = useStore();
  const toast = useToast();
  const linked = useQuestion((open) => listLinkedBriefings(open, motion.id), [motion.id]) ?? [];
  const unlinked = briefings.filter((briefing) => !linked.some((one) => one.id === briefing.id));
  if (briefings.length === 0) return null;

  const link = async (briefing: Briefing): Promise<void> => {
    const kept = await linkBriefing(store, motion.id, briefing.id);
    if (!kept.ok) toast({ words: keepMessage(kept.error) });
  };
  const unlink = async (briefing: Briefing): Promise<void> => {
    const kept = await unlinkBriefing(store, motion.id, briefing.id);
    if (!kept.ok) toast({ words: keepMessage(kept.error) });
    else toast({ words: 'Briefing taken off this motion.', action: { words: 'Undo', run: () => void link(briefing) } });
  };

  return (
    <Card
      title="Briefings"
      aside={
        unlinked.length > 0 && (
          <MenuButton
            label="Link a briefing to this motion"
            words="Link a briefing"
            icon={<Link2 aria-hidden />}
            actions={unlinked.map((briefing) => ({
              id: briefing.id,
              words: briefing.title,
              run: () => void link(briefing),
            }))}
          />
        )
      }
    >
      {linked.length === 0 ? (
        <p className={styles['none']}>Link an article or report, and it is at hand while you read.</p>
      ) : (
        <ul className={styles['list']}>
          {linked.map((briefing) => (
            <li key={briefing.id} className={styles['briefing']}>
              <a href={hrefOf({ kind: 'briefing', briefing: briefing.id })} className={styles['link']}>
                <FileText aria-hidden size={16} />
                <span>{briefing.title}</span>
              </a>
              <Button
                look="quiet"
                icon={<Unlink aria-hidden />}
                aria-label={`Take “${briefing.title}” off this motion`}
                onPress={() => void unlink(briefing)}
              />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
