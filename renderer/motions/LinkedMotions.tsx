// The motions a briefing is linked to, in its margin: go to them, link more, take it off one.

import { Unlink } from 'lucide-react';
import type { Briefing } from '../../shared/motion/briefing';
import { keepMessage } from '../app/failure-message';
import { hrefOf } from '../app/routes';
import { linkBriefing, unlinkBriefing } from '../storage/deeds';
import { listLinkedMotions } from '../storage/questions';
import type { MotionSummary } from '../storage/questions';
import { useQuestion, useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { SelectField } from '../ui/SelectField';
import { useToast } from '../ui/Toasts';
import styles from './briefing-page.module.css';
import { motionHeading } from './motion-name';

type LinkedMotionsProps = { readonly briefing: Briefing; readonly motions: readonly MotionSummary[] };

/** `motions`: all of the conference. */
export function LinkedMotions({ briefing, motions }: LinkedMotionsProps) {
  const store = useStore();
  const toast = useToast();
  const linked = useQuestion((open) => listLinkedMotions(open, briefing.id), [briefing.id]) ?? [];
  const unlinked = motions.filter((motion) => !linked.some((one) => one.id === motion.id));

  const change = async (deed: typeof linkBriefing, motionId: string): Promise<void> => {
    const kept = await deed(store, motionId, briefing.id);
    if (!kept.ok) toast({ words: keepMessage(kept.error) });
  };

  return (
    <Card title="Linked to">
      {linked.length > 0 && (
        <ul>
          {linked.map((motion) => (
            <li key={motion.id} className={styles['linked']}>
              <a href={hrefOf({ kind: 'motion', motion: motion.id })}>{motionHeading(motion)}</a>
              <Button
                look="quiet"
                icon={<Unlink aria-hidden />}
                aria-label={`Take this briefing off ${motionHeading(motion)}`}
                onPress={() => void change(unlinkBriefing, motion.id)}
              />
            </li>
          ))}
        </ul>
      )}
      {unlinked.length > 0 && (
        <SelectField
          label="Link to a motion"
          value=""
          choices={[
            { value: '', words: 'Choose a motion…' },
            ...unlinked.map((motion) => ({ value: String(motion.id), words: motionHeading(motion) })),
          ]}
          onChange={(motionId) => {
            if (motionId !== '') void change(linkBriefing, motionId);
          }}
        />
      )}
      {motions.length === 0 && <p>No motions are held here yet.</p>}
    </Card>
  );
}
