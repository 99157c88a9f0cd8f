// What conference decided on a paper of the next version, recorded where the version is put together.

import { Gavel } from 'lucide-react';
import { useLocation } from 'wouter';
import { officialId } from '../../shared/bundle/official-ids';
import { motionId, type ConferenceId } from '../../shared/ids';
import { decisionKeys, decisionWords, type Decision } from '../../shared/motion/decision';
import { keepMessage } from '../app/failure-message';
import { pathOf } from '../app/routes';
import { clearDecision, recordDecision } from '../storage/deeds';
import { decisionOf, findDecision } from '../storage/questions';
import { useStore } from '../storage/StoreContext';
import { MenuButton } from '../ui/MenuButton';
import { useToast } from '../ui/Toasts';
import type { ListedPaper } from './office-messages';

type DecideInVersionProps = {
  readonly paper: ListedPaper;
  readonly conference: ConferenceId;
  /** What the paper is called in a sentence. */
  readonly name: string;
};

/** A menu of decisions. What was taken in parts, and why something fell, is said on the motion's page. */
export function DecideInVersion({ paper, conference, name }: DecideInVersionProps) {
  const store = useStore();
  const toast = useToast();
  const [, navigate] = useLocation();
  const recordId = officialId(conference, paper.record);
  const on = motionId(officialId(conference, paper.motion));

  const set = async (next: Decision | undefined): Promise<void> => {
    const kept =
      next === undefined
        ? await clearDecision(store, recordId)
        : await recordDecision(store, { recordId, motionId: on, decision: next });
    if (!kept.ok) toast({ words: keepMessage(kept.error) });
  };
  const record = async (decision: Decision): Promise<void> => {
    const recorded = await findDecision(store, recordId);
    const before = recorded === null ? undefined : decisionOf(recorded);
    await set(decision);
    const words = `${name}: ${decisionWords[decision.key].toLowerCase()}.`;
    toast({ words, action: { words: 'Undo', run: () => void set(before) } });
  };
  const choices = decisionKeys.map((key) => ({ id: key, words: decisionWords[key], run: () => void record({ key }) }));
  const onItsPage = {
    id: 'page',
    words: 'In parts, or with a reason…',
    run: () => {
      navigate(pathOf({ kind: 'motion', motion: on }));
    },
  };
  return (
    <MenuButton
      label={paper.decision === undefined ? `Decision on ${name}` : `${decisionWords[paper.decision]}: ${name}`}
      words={paper.decision === undefined ? 'Decision' : decisionWords[paper.decision]}
      icon={<Gavel aria-hidden size={14} />}
      actions={paper.change === 'added' ? choices : [...choices, onItsPage]}
    />
  );
}
