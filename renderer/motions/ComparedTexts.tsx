// Two texts of a motion in one, with the way from change to change.

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { Motion, TextVersion } from '../../shared/motion/motion';
import { hrefOf } from '../app/routes';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { KeyHint } from '../ui/KeyHint';
import { PageLayout } from '../ui/PageLayout';
import { SegmentedControl } from '../ui/SegmentedControl';
import { SelectField } from '../ui/SelectField';
import { shortcuts, useShortcut } from '../ui/shortcuts';
import { counted } from '../ui/time-words';
import { compareTexts, countOfChanges } from './compare-texts';
import { ComparedClauses } from './ComparedClauses';
import { motionHeading, motionName } from './motion-name';
import styles from './versions.module.css';

type ComparedTextsProps = { readonly motion: Motion; readonly earlier: readonly TextVersion[] };

/** j and k go to the next and the previous change. */
export function ComparedTexts({ motion, earlier }: ComparedTextsProps) {
  const [chosen, choose] = useState(0);
  const [direction, setDirection] = useState<'since' | 'back'>('since');
  const list = useRef<HTMLOListElement>(null);
  const other = earlier[chosen] ?? earlier[0];
  const compared = useMemo(() => {
    if (other === undefined) return undefined;
    return direction === 'since' ? compareTexts(other, motion.text) : compareTexts(motion.text, other);
  }, [other, motion.text, direction]);
  const go = (by: 1 | -1): void => {
    const changes = [...(list.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])];
    const at = changes.findIndex((change) => change === document.activeElement);
    const next = at < 0 && by === -1 ? changes.at(-1) : changes[Math.min(Math.max(at + by, 0), changes.length - 1)];
    next?.focus();
  };
  useShortcut('nextClause', () => go(1));
  useShortcut('previousClause', () => go(-1));
  const title = motionHeading({ ...motion, title: motion.text.title });
  return (
    <PageLayout title={`What changed in ${title}`}>
      <p className={styles['kicker']}>
        {motionName(motion)} · <a href={hrefOf({ kind: 'motion', motion: motion.id })}>Back to the motion</a>
      </p>
      <h1 className={styles['title']}>{`What changed in “${motion.text.title}”`}</h1>
      {compared === undefined || other === undefined ? (
        <EmptyState title="There is only one text of this motion here." />
      ) : (
        <>
          <div className={styles['tools']}>
            {earlier.length > 1 && (
              <SelectField
                label="Compare with"
                value={other.id}
                choices={earlier.map((version, index) => ({
                  value: version.id,
                  words: versionWords(motion, version, index),
                }))}
                onChange={(id) => choose(earlier.findIndex((version) => version.id === id))}
              />
            )}
            <SegmentedControl
              label="Direction"
              value={direction}
              segments={[
                { value: 'since', words: 'What is new' },
                { value: 'back', words: 'What it was' },
              ]}
              onChange={setDirection}
            />
            <p role="status">{counted(countOfChanges(compared), 'change')}</p>
            <Button icon={<ArrowUp aria-hidden size={16} />} onPress={() => go(-1)}>
              Previous <KeyHint keys={shortcuts.previousClause.keys} />
            </Button>
            <Button icon={<ArrowDown aria-hidden size={16} />} onPress={() => go(1)}>
              Next <KeyHint keys={shortcuts.nextClause.keys} />
            </Button>
          </div>
          <ComparedClauses compared={compared} list={list} />
        </>
      )}
    </PageLayout>
  );
}

/** Which came when is not known of texts that were brought in: each is told by how far it is from the present one. */
function versionWords(motion: Motion, version: TextVersion, index: number): string {
  const changes = countOfChanges(compareTexts(version, motion.text));
  return `Earlier text ${index + 1}: ${counted(changes, 'change')} to this one`;
}
