// Ways of seeing the same thing, side by side (Original / Changes marked / As amended / Wording). Exactly one is on.

import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { classNames } from './class-names';
import styles from './segmented-control.module.css';

type SegmentedControlProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  /** `shortcut` is the single key that does the same; it is shown underlined after the words. */
  readonly segments: readonly { readonly value: Value; readonly words: string; readonly shortcut?: string }[];
  readonly onChange: (value: Value) => void;
};

/** A row of segments; arrow keys move between them. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, value, segments, onChange } = props;
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={classNames(styles['group'])}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = segments.find((segment) => keys.has(segment.value));
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      {segments.map((segment) => (
        <ToggleButton key={segment.value} id={segment.value} className={classNames(styles['segment'])}>
          {segment.words}
          {segment.shortcut !== undefined && (
            <span aria-hidden className={styles['shortcut']}>
              {segment.shortcut}
            </span>
          )}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
