// The roster and the inbox of an office, as they are kept beside its keys.

import { emptyInbox, settledInbox } from '../../shared/bundle/inbox';
import { readInboxFile, readRosterFile } from '../../shared/bundle/office-files';
import type { OfficeFiles } from '../../shared/bundle/office-papers';
import { fail, succeed, type Result } from '../../shared/result';
import { textCodec } from '../app/text-codec';
import type { OfficeDesktop, OfficeOrder, OfficeWorkFailure } from './office-messages';

/** The roster and inbox beside the office's keys; empty ones where there are none. */
export async function readOfficeFiles({
  desktop,
  office,
  conference,
}: Pick<OfficeOrder, 'office' | 'conference'> & {
  readonly desktop: Pick<OfficeDesktop, 'readOfficeFile'>;
}): Promise<Result<OfficeFiles, OfficeWorkFailure>> {
  const rosterBytes = await desktop.readOfficeFile({ office, file: 'roster.json' });
  if (!rosterBytes.ok) return fail({ kind: 'office', failure: rosterBytes.error });
  const inboxBytes = await desktop.readOfficeFile({ office, file: 'inbox.json' });
  if (!inboxBytes.ok) return fail({ kind: 'office', failure: inboxBytes.error });
  const roster = rosterBytes.value === null ? [] : readRosterFile(rosterBytes.value, textCodec);
  const inbox = inboxBytes.value === null ? emptyInbox(conference.id) : readInboxFile(inboxBytes.value, textCodec);
  if (roster === undefined || inbox?.conference !== conference.id) return fail({ kind: 'damaged-office' });
  return succeed({ roster, inbox: settledInbox(inbox, roster) });
}
