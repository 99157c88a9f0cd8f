// The logs of the delegation's other members, read as far as they are new. One that is damaged, or says something else
// than before, keeps nobody else's out; what was read of it before stays.

import { deviceKeyPattern } from '../../shared/bundle/device-id';
import { folderName } from '../../shared/bundle/folder-names';
import { nothingKnown, verifyDeviceLog } from '../../shared/bundle/verify-device-log';
import type { FolderFailure } from '../../shared/desktop-contract';
import { succeed, type Result } from '../../shared/result';
import { keepHeard } from '../storage/sending-deeds';
import { listHeardLogs } from '../storage/sending-questions';
import { logFolder } from './log-folder';
import { logsPath, platform } from './own-logs';
import type { Heard, LogTrouble, SendingPlace } from './sending-orders';

/** Reads the logs of all devices in the delegation's folder but `ownDevice`'s. Fails when the folder is not reached. */
export async function hearDelegation(
  store: SendingPlace,
  conference: string,
  ownDevice: string,
): Promise<Result<Heard, FolderFailure>> {
  const folder = folderName({ kind: 'team', conference });
  const path = logsPath({ conference, stream: 'team' });
  const listed = await store.desktop.listFolder({ store: store.name, folder, path });
  if (!listed.ok) return listed;
  const known = new Map((await listHeardLogs(store, conference)).map((log) => [log.device, log.known]));
  const devices = new Set([...listed.value.filter((name) => deviceKeyPattern.test(name)), ...known.keys()]);
  devices.delete(ownDevice);
  let news = 0;
  const troubles: LogTrouble[] = [];
  for (const device of [...devices].sort()) {
    const place = { conference, stream: 'team', device } as const;
    const source = logFolder(store, { folder, path: `${path}/${device}` });
    const verified = await verifyDeviceLog(source, known.get(device) ?? nothingKnown, place, platform);
    if (!verified.ok) {
      troubles.push({ device, failure: verified.error });
      continue;
    }
    if (verified.value === undefined) continue;
    const { lines, signed, known: now, quarantinedFrom } = verified.value;
    if (quarantinedFrom !== undefined) troubles.push({ device, failure: { kind: 'quarantined' } });
    if (lines.length === 0) continue;
    const { name } = signed.head;
    const log = { conferenceId: conference, device, known: now, ...(name === undefined ? {} : { name }) };
    const kept = await keepHeard(store, { ...log, operations: lines.map(({ operation }) => operation) });
    if (kept.ok) news += lines.length;
  }
  return succeed({ news, troubles });
}
