// The title of the motion, edited where it stands; as many lines as it needs, and yet one line of text.

import styles from './draft.module.css';

type TitleFieldProps = { readonly title: string; readonly onChange: (title: string) => void };

/** Line breaks, typed or pasted, become spaces. */
export function TitleField({ title, onChange }: TitleFieldProps) {
  return (
    <textarea
      className={styles['title']}
      aria-label="Title of the motion"
      rows={1}
      value={title}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
      }}
      onChange={(event) => onChange(event.target.value.replaceAll(/\s*\n\s*/gu, ' '))}
    />
  );
}
