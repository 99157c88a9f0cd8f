// Puts words on the clipboard, and says whether they got there.

import type { useToast } from '../ui/Toasts';

type Copying = {
  /** What is copied, at the beginning of a sentence: "The wording". */
  readonly name: string;
  readonly showToast: ReturnType<typeof useToast>;
};

export function copyWords(words: string, { name, showToast }: Copying): void {
  void navigator.clipboard.writeText(words).then(
    () => showToast({ words: `${name} is on the clipboard.` }),
    () => showToast({ words: 'The computer did not let Rostrum use the clipboard. Select the words and copy them.' }),
  );
}
