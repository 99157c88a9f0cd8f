// How this computer stands to the delegate's other ones, from what is remembered: asks the folder nothing.

import { requestWords, writeDeviceRequest, type DeviceRequest } from '../../shared/bundle/self-enrol';
import { identityWords } from '../../shared/bundle/self-membership';
import { heldList, type SelfMember, type SelfState } from '../../shared/bundle/self-state';
import { succeed, type Result } from '../../shared/result';
import { requestOf, thisDevice, type DeviceContext, type ThisDevice } from './device-desk';
import type { DeviceFailure, MemberOverview, Overview } from './device-orders';

/** The overview; `key-locked` where this computer has keys that cannot be used now. */
export async function describeState(
  state: SelfState | undefined,
  context: DeviceContext,
): Promise<Result<Overview, DeviceFailure>> {
  if (state === undefined) return succeed({ kind: 'none' });
  const device = await thisDevice(context);
  if (!device.ok) return device;
  if (state.kind === 'member') return succeed(await describeMember(state, device.value, context));
  const asked = await asText(requestOf(device.value, state.label), context);
  return succeed({ kind: 'asking', label: state.label, ...asked });
}

async function describeMember(state: SelfMember, device: ThisDevice, context: DeviceContext): Promise<MemberOverview> {
  const list = (await heldList(state, context.platform))?.list;
  const own = device.signer.device;
  const isListed = list?.devices.some((one) => one.device === own && one.age === device.recipient) === true;
  const isRemoved = list?.removed.some((one) => one.device === own) === true;
  const standing = isListed ? 'listed' : isRemoved ? 'removed' : 'not-listed';
  const locked = Object.values(state.peers).flatMap((peer) => peer.locked);
  const lastSeen = Object.entries(state.peers).flatMap(([name, peer]) =>
    peer.lastSeen === undefined ? [] : [[name, peer.lastSeen] as const],
  );
  return {
    kind: 'member',
    label: state.label,
    device: own,
    words: identityWords(state.identity),
    isPaused: state.isPaused,
    holdsList: device.holdsList,
    standing,
    ...(list === undefined ? {} : { list }),
    ...(standing === 'not-listed' ? { request: await asText(requestOf(device, state.label), context) } : {}),
    lastSeen: Object.fromEntries(lastSeen),
    locked: locked.reduce((sum, { from, to }) => sum + to - from + 1, 0),
    ...(state.syncedAt === null ? {} : { syncedAt: state.syncedAt }),
  };
}

async function asText(
  request: DeviceRequest,
  { platform }: DeviceContext,
): Promise<{ readonly text: string; readonly words: string }> {
  return { text: writeDeviceRequest(request, platform.text), words: await requestWords(request, platform) };
}
