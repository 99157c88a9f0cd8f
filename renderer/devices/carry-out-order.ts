// Carries out what the page asks of own devices. Runs in a worker: it hashes, encrypts and merges.

import { unreachable } from '../../shared/assert';
import { fromBase64Url, toBase64Url } from '../../shared/base64';
import { openRecoveryKit, recoveryWords, sealRecoveryKit, type RecoveryKeys } from '../../shared/bundle/recovery-kit';
import { newAgeKey, recipientOf } from '../../shared/bundle/self-age';
import { readDeviceRequest, requestWords, withDevice, withoutDevice } from '../../shared/bundle/self-enrol';
import { changeList, foundList, readInvitation, type FoundIdentity } from '../../shared/bundle/self-membership';
import { newMember, readSelfState, type SelfMember, type SelfState } from '../../shared/bundle/self-state';
import { fail, succeed, type Result } from '../../shared/result';
import { listPorts, remember, requestOf, thisDevice, type DeviceContext } from './device-desk';
import type { DeviceAnswer, DeviceFailure, DeviceOrder, RecoveryKit, Round } from './device-orders';
import { goRound } from './go-round';
import { describeState } from './describe-devices';
import { sayAgainFor } from './say-again-for';

type Carried = Promise<Result<DeviceAnswer, DeviceFailure>>;

/** Carries out one order. Orders of one data folder must not overlap. */
export async function carryOut(order: DeviceOrder, context: DeviceContext): Carried {
  switch (order.kind) {
    case 'describe':
      return overview(context);
    case 'sync':
      return asMember(context, async (state) => around(state, context));
    case 'make-kit':
      return makeKit(context);
    case 'found':
    case 'restore':
      return beginWithKit(order, context);
    case 'ask':
      return ask(order.label, context);
    case 'look':
      return look(context);
    case 'join':
      return join(order.identity, context);
    case 'read-request':
      return readRequest(order.text, context);
    case 'add':
    case 'remove':
      return asMember(context, async (state) => changeDevices(state, order, context));
    case 'pause':
      return asMember(context, async (state) => {
        const kept = await remember({ ...state, isPaused: order.isPaused }, context);
        return kept.ok ? overview(context) : kept;
      });
    case 'stop':
      return stop(context);
    default:
      return unreachable(order);
  }
}

async function readState({ desk, store }: DeviceContext): Promise<Result<SelfState | undefined, DeviceFailure>> {
  const stored = await desk.readOwnDevices({ store });
  return stored.ok ? succeed(readSelfState(stored.value)) : stored;
}

async function asMember(context: DeviceContext, work: (state: SelfMember) => Carried): Carried {
  const state = await readState(context);
  if (!state.ok) return state;
  return state.value?.kind === 'member' ? work(state.value) : fail({ kind: 'not-member' });
}

async function overview(context: DeviceContext, round?: Round): Carried {
  const state = await readState(context);
  if (!state.ok) return state;
  const described = await describeState(state.value, context);
  if (!described.ok) return described;
  return succeed({ kind: 'overview', overview: described.value, ...(round === undefined ? {} : { round }) });
}

async function around(state: SelfMember, context: DeviceContext): Carried {
  const went = await goRound(state, context);
  return went.ok ? overview(context, went.value.round) : went;
}

/** Nothing is founded yet: a kit that nobody has put away would lock its owner out. */
async function makeKit({ platform, randomBytes }: DeviceContext): Carried {
  const identity = await platform.cryptography.generateEd25519();
  const recovery = await newAgeKey();
  const words = recoveryWords(randomBytes(9));
  const keys = { identityKey: toBase64Url(identity.privateKey), recoveryKey: recovery.identity };
  return succeed({ kind: 'kit', words, kit: await sealRecoveryKit(keys, words, platform.text) });
}

async function beginWithKit(
  order: { readonly kind: 'found' | 'restore'; readonly label: string } & RecoveryKit,
  context: DeviceContext,
): Carried {
  const { platform, desk, store } = context;
  const opened = await openRecoveryKit(order.kit, order.words, platform.text);
  if (!opened.ok) return opened;
  const { identityKey, recoveryKey } = opened.value;
  // The first computer reads by its own key; one that comes back also reads what was encrypted to the kit.
  const given = order.kind === 'found' ? { identityKey } : { identityKey, recoveryKey };
  const made = await desk.makeOwnKeys({ store, ...given });
  if (!made.ok) return made;
  const publicKey = made.value.identity;
  if (publicKey === undefined) return fail({ kind: 'key-locked' });
  const state = await placeOnList(order, publicKey, opened.value, context);
  if (!state.ok) return state;
  const kept = await remember(state.value, context);
  return kept.ok ? around(state.value, context) : kept;
}

async function placeOnList(
  { kind, label }: { readonly kind: 'found' | 'restore'; readonly label: string },
  identityKey: Uint8Array,
  { recoveryKey }: RecoveryKeys,
  context: DeviceContext,
): Promise<Result<SelfMember, DeviceFailure>> {
  const device = await thisDevice(context);
  if (!device.ok) return device;
  const request = requestOf(device.value, label);
  const identity = toBase64Url(await context.platform.cryptography.sha256(identityKey));
  const ports = listPorts(identity, context);
  if (kind === 'restore') {
    // What was kept here because no key opened it can be read now.
    const before = await readState(context);
    if (!before.ok) return before;
    const isSame = before.value?.kind === 'member' && before.value.identity === identity;
    const start = isSame ? { ...before.value, label } : newMember(identity, label);
    return changeList(start, (list) => withDevice(list, request, context.now), ports);
  }
  return foundList({ identityKey, device: request, recovery: await recipientOf(recoveryKey) }, ports);
}

async function ask(label: string, context: DeviceContext): Carried {
  const { desk, store } = context;
  const keys = await desk.describeOwnKeys({ store });
  if (!keys.ok) return keys;
  const made = keys.value === null ? await desk.makeOwnKeys({ store }) : succeed(keys.value);
  if (!made.ok) return made;
  const kept = await remember({ v: 1, kind: 'asking', label }, context);
  return kept.ok ? overview(context) : kept;
}

/** A folder holds one or two lists; more than this are not looked into. */
const mostLists = 50;

async function look(context: DeviceContext): Carried {
  const { desk, store, platform } = context;
  const device = await thisDevice(context);
  if (!device.ok) return device;
  const names = await desk.listFolder({ store, folder: 'self', path: 'self' });
  if (!names.ok) return names;
  const found: FoundIdentity[] = [];
  for (const identity of names.value.filter((name) => /^[A-Za-z0-9_-]{43}$/.test(name)).slice(0, mostLists)) {
    const bytes = await listPorts(identity, context).readList();
    if (!bytes.ok) return bytes;
    if (bytes.value === undefined) continue;
    const invitation = await readInvitation(bytes.value, identity, device.value.signer.device, platform);
    // Somebody else's list, or what is left of one: nothing to show.
    if (invitation.ok && invitation.value !== undefined) found.push(invitation.value);
  }
  return succeed({ kind: 'invitations', found });
}

async function join(identity: string, context: DeviceContext): Carried {
  const state = await readState(context);
  if (!state.ok) return state;
  if (state.value === undefined || fromBase64Url(identity)?.length !== 32) return fail({ kind: 'not-member' });
  const member = newMember(identity, state.value.label);
  const kept = await remember(member, context);
  return kept.ok ? around(member, context) : kept;
}

async function readRequest(written: string, { platform }: DeviceContext): Carried {
  const request = await readDeviceRequest(written, platform);
  if (!request.ok) return request;
  return succeed({ kind: 'request', request: request.value, words: await requestWords(request.value, platform) });
}

async function changeDevices(
  state: SelfMember,
  order: Extract<DeviceOrder, { readonly kind: 'add' | 'remove' }>,
  context: DeviceContext,
): Carried {
  if (order.kind === 'remove') {
    const said = await sayAgainFor(state.peers[order.device]?.author, context);
    if (!said.ok) return said;
  }
  const changed = await changeList(
    state,
    (list) =>
      order.kind === 'add'
        ? withDevice(list, order.request, context.now)
        : succeed(withoutDevice(list, order.device, context.now)),
    listPorts(state.identity, context),
  );
  if (!changed.ok) return changed;
  const kept = await remember(changed.value, context);
  // Everything is encrypted again, to those who are on the list now.
  return kept.ok ? around(changed.value, context) : kept;
}

async function stop(context: DeviceContext): Carried {
  const { desk, store } = context;
  const forgotten = await desk.forgetOwnKeys({ store });
  const kept = forgotten.ok ? await remember(null, context) : forgotten;
  return kept.ok ? overview(context) : kept;
}
