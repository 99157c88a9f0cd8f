// A second laptop joins: it shows what it is as a text or QR picture, the first one reads it, both show the same words,
// and the first one puts it on the list.

import * as v from 'valibot';
import { fromBase64Url, toBase64Url } from '../base64';
import type { Cryptography, TextCodec } from '../ports';
import { fail, succeed, type Result } from '../result';
import { checkWords, headWordCount } from './check-words';
import { isUsablePublicKey } from './low-order-keys';
import { momentOf } from './moment';
import { parseJsonSafely } from './parse-json-safely';
import { isAgeRecipient } from './self-age';
import { deviceFields, ownDevicesLimit, type OwnDevice, type OwnDevices } from './self-identity';
import { keyIdOf } from './verify-roots';

/** A device that asks to be put on the list. */
export type DeviceRequest = Omit<OwnDevice, 'addedAt'>;

const prefix = 'rostrum-device:';

const requestSchema = v.strictObject({ v: v.literal(1), ...deviceFields });

/** The request as text: about 300 characters, for a QR picture, a message to oneself, or a file. */
export function writeDeviceRequest({ x, age, label }: DeviceRequest, text: TextCodec): string {
  return `${prefix}${toBase64Url(text.encode(JSON.stringify({ v: 1, x, age, label })))}`;
}

export type RequestFailure = { readonly kind: 'not-a-request' } | { readonly kind: 'unusable-key' };

/** Reads a request; white space that a message program put in between does no harm. */
export async function readDeviceRequest(
  written: string,
  { cryptography, text }: { readonly cryptography: Cryptography; readonly text: TextCodec },
): Promise<Result<DeviceRequest, RequestFailure>> {
  const joined = written.replaceAll(/\s/g, '');
  const bytes = joined.startsWith(prefix) ? fromBase64Url(joined.slice(prefix.length)) : undefined;
  if (bytes === undefined || bytes.length > 1024) return fail({ kind: 'not-a-request' });
  const json = parseJsonSafely(bytes, text);
  const shape = json.ok ? v.safeParse(requestSchema, json.value) : undefined;
  if (shape?.success !== true) return fail({ kind: 'not-a-request' });
  const { x, age, label } = shape.output;
  const publicKey = fromBase64Url(x);
  if (publicKey === undefined || !isUsablePublicKey(publicKey)) return fail({ kind: 'unusable-key' });
  if (!(await isAgeRecipient(age))) return fail({ kind: 'unusable-key' });
  return succeed({ device: await keyIdOf(publicKey, cryptography), x, age, label });
}

/** Four words of both keys: whoever swapped the request on its way would show others on one of the two screens. */
export async function requestWords(
  { x, age }: DeviceRequest,
  { cryptography, text }: { readonly cryptography: Cryptography; readonly text: TextCodec },
): Promise<string> {
  return checkWords(await cryptography.sha256(text.encode(`${x} ${age}`)), headWordCount);
}

/** The next list, with `request` on it; the same list when it is there already. */
export function withDevice(
  list: OwnDevices,
  request: DeviceRequest,
  now: number,
): Result<OwnDevices, { readonly kind: 'too-many-devices'; readonly limit: number }> {
  const isThere = list.devices.some(({ device, age }) => device === request.device && age === request.age);
  if (isThere) return succeed(list);
  // A device that comes with one new key takes the place of what it was.
  const others = list.devices.filter(({ device, age }) => device !== request.device && age !== request.age);
  if (others.length === ownDevicesLimit) return fail({ kind: 'too-many-devices', limit: ownDevicesLimit });
  const { device, x, age, label } = request;
  const addedAt = momentOf(now);
  return succeed(next(list, { devices: [...others, { device, x, age, label, addedAt }] }, now));
}

/**
 * The next list, without a device that was lost. What is written from now on it cannot read; what was written before,
 * it may have read, and counts as known to whoever has it. The same list when it is not there.
 */
export function withoutDevice(list: OwnDevices, device: string, now: number): OwnDevices {
  const lost = list.devices.find((one) => one.device === device);
  if (lost === undefined) return list;
  const devices = list.devices.filter((one) => one !== lost);
  const removed = [...list.removed, { device, label: lost.label, at: momentOf(now) }];
  return next(list, { devices, removed: removed.slice(-64) }, now);
}

function next(list: OwnDevices, changes: Partial<OwnDevices>, now: number): OwnDevices {
  return { ...list, ...changes, version: list.version + 1, issuedAt: momentOf(now) };
}
