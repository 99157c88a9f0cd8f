// A button that opens the system's file dialog and hands over the files as bytes.

import type { ReactNode } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Button } from './Button';
import type { ButtonLook } from './Button';
import { readFiles } from './read-files';
import type { ChosenFile } from './read-files';

type OpenFilesButtonProps = {
  readonly children: ReactNode;
  readonly look?: ButtonLook;
  readonly icon?: ReactNode;
  readonly allowsMultiple?: boolean;
  /** Extensions or media types the dialog offers first; the delegate can still choose others. */
  readonly accepts?: readonly string[];
  readonly onFiles: (files: readonly ChosenFile[]) => void;
};

/** Opens files by dialog. Reading a file that vanished meanwhile hands over nothing for it. */
export function OpenFilesButton(props: OpenFilesButtonProps) {
  const { children, look = 'plain', icon, allowsMultiple = false, accepts = [], onFiles } = props;
  return (
    <FileTrigger
      allowsMultiple={allowsMultiple}
      acceptedFileTypes={accepts}
      onSelect={(files) => {
        if (files !== null) void readFiles([...files]).then((read) => onFiles(read.files));
      }}
    >
      <Button look={look} icon={icon}>
        {children}
      </Button>
    </FileTrigger>
  );
}
