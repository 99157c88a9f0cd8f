// The logs of this device for others: the rows of what was said, signed by the doorkeeper. They travel to a folder, or
// as a file.

import { folderName } from '../../shared/bundle/folder-names';
import { writeLogFile } from '../../shared/bundle/log-file';
import { nothingPushed } from '../../shared/bundle/push-device-log';
import { sealDeviceLog, type DeviceSigner, type LogTooLarge } from '../../shared/bundle/seal-device-log';
import { linesToSend, sendLog, type LogKeeper, type SentLog } from '../../shared/bundle/send-log';
import type { Platform } from '../../shared/bundle/verification';
import type { FolderFailure, KeepFailure } from '../../shared/desktop-contract';
import type { SaidRow } from '../../shared/journal/row';
import { fail, succeed, type Result } from '../../shared/result';
import { compression, cryptography } from '../app/cryptography';
import type { SendFailure } from '../app/sending-message';
import { textCodec } from '../app/text-codec';
import { catchUp } from '../storage/catch-up';
import { findTrusted } from '../storage/official-questions';
import { perform } from '../storage/perform';
import { saveDelivery } from '../storage/sending-deeds';
import { findDelivery, listSaid } from '../storage/sending-questions';
import { logFolder } from './log-folder';
import type { OwnLog, SendingPlace } from './sending-orders';

export const platform: Platform = { compression, cryptography, text: textCodec };

/** Where devices have their logs in a folder: `inbox/<conference>`, `team/<conference>`. */
export function logsPath({ conference, stream }: Pick<OwnLog, 'conference' | 'stream'>): string {
  return `${stream === 'office' ? 'inbox' : 'team'}/${conference}`;
}

/**
 * Brings a log to its connected folder, and remembers what stands there. On failure nothing is lost, and sending again
 * does what is left. What was sent and then not remembered is found there the next time, and not sent again.
 */
export async function sendOwnLog(store: SendingPlace, log: OwnLog): Promise<Result<SentLog, SendFailure>> {
  const { conference, stream, name } = log;
  const before = await findDelivery(store, conference, stream);
  let lamport = 0;
  const keeper = keeperOf(store, log, (rows) => {
    lamport = rows.reduce((highest, { lam }) => Math.max(highest, lam), 0);
  });
  const sent = await sendLog<FolderFailure>(
    {
      conference,
      stream,
      ...(name === '' ? {} : { name }),
      seen: await seenHead(store, conference),
      memory: before ?? nothingPushed,
      now: store.now(),
    },
    keeper,
    platform,
  );
  if (!sent.ok) return sent;
  const { device, seq, objects } = sent.value.memory;
  const isKnown = before?.device === device && before.seq === seq && before.lamport === lamport;
  if (isKnown || seq === 0) return sent;
  const kept = await saveDelivery(store, { conferenceId: conference, stream, device, seq, objects, lamport });
  return kept.ok ? sent : fail(asFolderFailure(kept.error));
}

/** All of a log as one file, for a stick or an e-mail. */
export async function fileOfOwnLog(
  store: SendingPlace,
  log: OwnLog,
): Promise<Result<Uint8Array, FolderFailure | LogTooLarge>> {
  const { conference, stream, name } = log;
  const keeper = keeperOf(store, log, () => undefined);
  const spoken = await linesToSend(log, keeper, platform);
  if (!spoken.ok) return spoken;
  const { signer, lines } = spoken.value;
  const sealed = await sealDeviceLog(
    {
      place: { conference, stream, device: signer.device },
      signer,
      ...(name === '' ? {} : { name }),
      lines,
      previous: null,
      seen: await seenHead(store, conference),
      now: store.now(),
    },
    platform,
  );
  return sealed.ok ? succeed(writeLogFile(sealed.value, textCodec)) : sealed;
}

async function seenHead(
  store: SendingPlace,
  conference: string,
): Promise<{ readonly version: number; readonly head: string } | null> {
  const head = (await findTrusted(store, conference))?.head;
  return head === undefined ? null : { version: head.version, head: head.sha256 };
}

/** `onRows` is told of all rows whenever they are read. */
function keeperOf(
  store: SendingPlace,
  { conference, stream }: OwnLog,
  onRows: (rows: readonly SaidRow[]) => void,
): LogKeeper<FolderFailure> {
  const { desktop, name } = store;
  const folder = folderName({ kind: stream, conference });
  return {
    entries: async () => {
      // Rows may be behind the journal, and a log must never be shorter than it was.
      const caughtUp = await catchUp(store);
      if (!caughtUp.ok) return fail(asFolderFailure(caughtUp.error));
      const rows = await listSaid(store, conference, stream);
      onRows(rows);
      return succeed(rows);
    },
    journalDevice: async () => {
      const described = await desktop.describeDevice({ store: name });
      return described.ok ? succeed(described.value.journalDevice) : described;
    },
    signer: async () => {
      const described = await desktop.describeDevice({ store: name });
      if (!described.ok) return described;
      const { device, publicKey, epoch } = described.value;
      const sign: DeviceSigner<FolderFailure>['sign'] = async (payload) =>
        desktop.signDeviceHead({ store: name, payload });
      return succeed({ device, publicKey, epoch, sign });
    },
    append: async (to, deeds) => {
      const performed = await perform(
        store,
        deeds.map((deed) => ({ stream: to, ...deed })),
      );
      return performed.ok ? performed : fail(asFolderFailure(performed.error));
    },
    renew: async () => desktop.renewDevice({ store: name }),
    folder: (device) => logFolder(store, { folder, path: `${logsPath({ conference, stream })}/${device}` }),
  };
}

function asFolderFailure({ kind }: KeepFailure): FolderFailure {
  return kind === 'not-kept' || kind === 'too-large' || kind === 'refused' ? { kind: 'not-writable' } : { kind };
}
