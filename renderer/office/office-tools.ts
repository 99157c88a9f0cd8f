// What the tasks of the office's worker work with.

import type { KeepFailure } from '../../shared/desktop-contract';
import type { AppliedBundle } from '../../shared/journal/entry';
import type { Result } from '../../shared/result';
import type { Database } from '../storage/database';
import type { OfficeDesktop, OfficeOrder, PublishProgress } from './office-messages';

/** An order with everything that carrying it out needs. */
export type OfficeTools = OfficeOrder & {
  readonly database: Database;
  readonly desktop: OfficeDesktop;
  /** Journals that a version was applied. */
  readonly journal: (applied: AppliedBundle) => Promise<Result<unknown, KeepFailure>>;
  readonly onProgress: (progress: PublishProgress) => void;
};
