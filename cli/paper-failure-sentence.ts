// Why a paper was refused, as the command line says it.

import type { PaperFailure } from '../shared/import/paper';

/** One sentence for a person, without the file's name. */
export function paperFailureSentence(failure: PaperFailure): string {
  switch (failure.kind) {
    case 'not-found':
      return 'There is no such file.';
    case 'empty':
      return 'The file is empty.';
    case 'too-large':
      return `The file is larger than ${failure.limit / 1024 / 1024} MiB, the most a paper may be.`;
    case 'binary':
      return 'The file is not text, whatever its name says.';
    case 'encrypted':
      return 'The file is protected by a password. Save it without one and try again.';
    case 'damaged':
      return 'The file is damaged and cannot be read.';
    case 'stopped':
      return 'The reading was stopped.';
    case 'unsupported':
      return `Files of the format ${failure.format} cannot be read.`;
  }
}
