// A round of own devices with everything that may come up in it: a twin is given way to, and a computer that had to take
// another key puts itself back on the list where it can.

import { fromBase64 } from '../../shared/base64';
import { withDevice } from '../../shared/bundle/self-enrol';
import type { OwnDevices } from '../../shared/bundle/self-identity';
import { changeList } from '../../shared/bundle/self-membership';
import type { SelfMember } from '../../shared/bundle/self-state';
import { syncOwnDevices, type SelfReport } from '../../shared/bundle/self-sync';
import { succeed, type Result } from '../../shared/result';
import { listPorts, requestOf, selfPorts, thisDevice, type DeviceContext } from './device-desk';
import type { DeskFailure, DeviceFailure, Round } from './device-orders';
import { sayPapers } from './say-papers';

export type WentRound = { readonly report: SelfReport<DeskFailure>; readonly round: Round };

/** One round; a second one where the first found that this device has to go on under another key. */
export async function goRound(state: SelfMember, context: DeviceContext): Promise<Result<WentRound, DeviceFailure>> {
  const first = await oneRound(state, context);
  if (!first.ok) return first;
  const { forkedFrom, standing } = first.value;
  const wasTwin = forkedFrom !== undefined;
  const renewed = wasTwin ? await giveWay(forkedFrom, context) : succeed(undefined);
  if (!renewed.ok) return renewed;
  const isOff = wasTwin || standing === 'not-listed';
  const fresh = isOff ? await ensureOwnKey(first.value.list, context) : succeed(undefined);
  if (!fresh.ok) return fresh;
  const listed = isOff ? await putBack(first.value.state, context) : succeed(first.value.state);
  if (!listed.ok) return listed;
  if (!wasTwin && listed.value === first.value.state) return succeed(wentRound(first.value, false));
  const second = await oneRound(listed.value, context);
  if (!second.ok) return second;
  const received = first.value.received + second.value.received;
  return succeed(wentRound({ ...second.value, received }, wasTwin));
}

async function oneRound(
  state: SelfMember,
  context: DeviceContext,
): Promise<Result<SelfReport<DeskFailure>, DeviceFailure>> {
  const device = await thisDevice(context);
  if (!device.ok) return device;
  const journal = await context.desk.readJournal({ store: context.store, from: 0, limit: 1 });
  if (!journal.ok) return journal;
  const { journalId } = journal.value;
  const said = await sayPapers(state, journalId, context);
  if (!said.ok) return said;
  const report = await syncOwnDevices(said.value, selfPorts(state.identity, device.value, journalId, context));
  // What landed is in the rows before anything else happens: also when the round ended half-way.
  const shown = await context.catchUp();
  if (!report.ok) return report;
  if (!shown.ok) return shown;
  const written = await writeLostList(report.value, context);
  return written.ok ? report : written;
}

/** The list as it was signed, where the folder lost it or went back behind it; whoever is on it may put it back. */
async function writeLostList(
  { state, standing, lostList }: SelfReport<DeskFailure>,
  context: DeviceContext,
): Promise<Result<unknown, DeskFailure>> {
  const bytes = state.list === null ? undefined : fromBase64(state.list);
  if (lostList === undefined || bytes === undefined || standing !== 'listed') return succeed(undefined);
  const written = await listPorts(state.identity, context).writeList(bytes, lostList.replaces);
  // Another computer was quicker.
  return !written.ok && written.error.kind === 'other-writer' ? succeed(undefined) : written;
}

/**
 * Takes another name and other keys. The rows follow at once, before the other computer's words land: until then they
 * tell of nothing that the journal does not have.
 */
async function giveWay(forkedFrom: number, context: DeviceContext): Promise<Result<unknown, DeskFailure>> {
  const { desk, store, catchUp } = context;
  const renewed = await desk.renewDevice({ store, forkedFrom });
  return renewed.ok ? catchUp() : renewed;
}

/**
 * A journal that lost lines goes on as another device, and so does a twin. What it was before stays on the list, for
 * its log to be read; so it needs a key for reading that no device on the list has.
 */
async function ensureOwnKey({ devices }: OwnDevices, context: DeviceContext): Promise<Result<unknown, DeskFailure>> {
  const { desk, store } = context;
  const device = await thisDevice(context);
  if (!device.ok) return device;
  const { signer, recipient } = device.value;
  const isTaken = devices.some((one) => one.age === recipient && one.device !== signer.device);
  return isTaken ? desk.makeOwnKeys({ store }) : succeed(undefined);
}

/** On the list again under its present key, where this device may write the list; else the memory as it is. */
async function putBack(state: SelfMember, context: DeviceContext): Promise<Result<SelfMember, DeviceFailure>> {
  const device = await thisDevice(context);
  if (!device.ok) return device;
  if (!device.value.holdsList) return succeed(state);
  const request = requestOf(device.value, state.label);
  const ports = listPorts(state.identity, context);
  return changeList(state, (list) => withDevice(list, request, context.now), ports);
}

function wentRound(report: SelfReport<DeskFailure>, wasTwin: boolean): WentRound {
  const { received, sent, lost, troubles } = report;
  return { report, round: { received, sent, lost, troubles, wasTwin } };
}
