// Puts the sample conference into its own store, the first time that store is opened.

import { assert } from '../../shared/assert';
import type { KeepFailure } from '../../shared/desktop-contract';
import { fail, succeed } from '../../shared/result';
import type { Result } from '../../shared/result';
import { addPapers } from '../storage/deeds';
import { listConferences } from '../storage/questions';
import type { Store } from '../storage/store';
import { htmlParser } from './html-parser';

/** Does nothing where the sample is there already, whatever has become of it; never touches the delegate's own store. */
export async function fillSample(store: Store): Promise<Result<undefined, KeepFailure>> {
  assert(store.name === 'sample', 'only the sample store is filled with the sample');
  const held = await listConferences(store);
  if (held.length > 0) return succeed(undefined);
  const { loadSample } = await import('../sample/load-sample');
  const sample = loadSample({ html: htmlParser });
  if (!sample.ok) throw new Error(`The sample’s ${sample.error.paper} does not read as what it is`);
  const kept = await addPapers(store, sample.value);
  return kept.ok ? succeed(undefined) : fail(kept.error);
}
