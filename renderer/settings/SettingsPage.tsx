// Reading settings with a text that shows them at once, and the choice about single keys.

import { hrefOf } from '../app/routes';
import { Checkbox } from '../ui/Checkbox';
import { Button } from '../ui/Button';
import { LinkButton } from '../ui/LinkButton';
import { PageLayout } from '../ui/PageLayout';
import { RadioChoices } from '../ui/RadioChoices';
import { RangeField } from '../ui/RangeField';
import { SelectField } from '../ui/SelectField';
import { singleKeysSetting } from '../ui/shortcuts';
import { useRemembered } from '../ui/use-remembered';
import { readingRanges, usualReading, useReadingSettings } from './reading-settings';
import styles from './settings-page.module.css';

const themeChoices = [
  { value: 'system', words: 'As this computer' },
  { value: 'light', words: 'Light' },
  { value: 'dark', words: 'Dark' },
  { value: 'sepia', words: 'Sepia' },
  { value: 'contrast', words: 'High contrast' },
] as const;

const faceChoices = [
  { value: 'serif', words: 'Source Serif' },
  { value: 'sans', words: 'Inter' },
  { value: 'hyperlegible', words: 'Atkinson Hyperlegible: letters hard to mistake' },
  { value: 'lexend', words: 'Lexend: wide and even' },
  { value: 'dyslexic', words: 'OpenDyslexic' },
  { value: 'system-serif', words: 'This computer’s serif' },
  { value: 'system-sans', words: 'This computer’s sans serif' },
] as const;

/** The page at `#/settings`. */
export function SettingsPage() {
  const [settings, change] = useReadingSettings();
  const [singleKeys, setSingleKeys] = useRemembered(singleKeysSetting, 'on');
  return (
    <PageLayout title="Settings">
      <h1 className={styles['title']}>Settings</h1>
      <section aria-labelledby="reading" className={styles['section']}>
        <h2 id="reading" className={styles['heading']}>
          Reading
        </h2>
        <figure className={styles['sample']} aria-label="How papers look with these settings">
          <p>
            <span className={styles['number']}>1</span>
            Conference notes that a text read slowly is read once, and that a text read in haste is read again in the
            hall, aloud, by somebody else.
          </p>
        </figure>
        <div className={styles['fields']}>
          <RadioChoices
            label="Theme"
            isInRow
            value={settings.theme}
            choices={themeChoices}
            onChange={(theme) => change({ theme })}
          />
          <SelectField
            label="Typeface of papers"
            value={settings.face}
            choices={faceChoices}
            onChange={(face) => change({ face })}
          />
          <RangeField
            label="Size"
            {...readingRanges.size}
            value={settings.size}
            words={`${settings.size} px`}
            onChange={(size) => change({ size })}
          />
          <RangeField
            label="Space between lines"
            {...readingRanges.line}
            value={settings.line}
            words={`${settings.line} × the size`}
            onChange={(line) => change({ line })}
          />
          <RangeField
            label="Width of the text"
            {...readingRanges.width}
            value={settings.width}
            words={`about ${Math.round(settings.width * 2)} characters`}
            onChange={(width) => change({ width })}
          />
        </div>
        <Button onPress={() => change(usualReading)}>Back to the usual settings</Button>
      </section>
      <section aria-labelledby="keys" className={styles['section']}>
        <h2 id="keys" className={styles['heading']}>
          Keys
        </h2>
        <Checkbox isSelected={singleKeys === 'on'} onChange={(isOn) => setSingleKeys(isOn ? 'on' : 'off')}>
          Single letters and numbers do something (n writes a note). Turn this off if you speak to your computer or
          press keys by accident; everything stays reachable without them.
        </Checkbox>
      </section>
      <section aria-labelledby="devices" className={styles['section']}>
        <h2 id="devices" className={styles['heading']}>
          Your devices
        </h2>
        <p>Private notes, drafts and mandates on all your computers, encrypted on the way.</p>
        <LinkButton href={hrefOf({ kind: 'devices' })}>Your devices</LinkButton>
      </section>
    </PageLayout>
  );
}
