// What the tasks of the office's worker work with.

import type { JournalMemory } from '../storage/memory';
import type { OfficeDesktop, OfficeOrder, PublishProgress } from './office-messages';

/** An order with everything that carrying it out needs, deeds included. */
export type OfficeTools = OfficeOrder &
  Omit<JournalMemory, 'desktop'> & {
    readonly desktop: OfficeDesktop;
    readonly onProgress: (progress: PublishProgress) => void;
  };
