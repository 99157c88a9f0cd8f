// The contract over loopback HTTP, for `rostrum open`: every request is a POST with the token that came in the address.

import type {
  DesktopAnswer,
  DesktopArguments,
  DesktopBridge,
  DesktopRequestName,
  HostGone,
  ShellDescription,
} from '../../shared/desktop-contract';
import { fromWire, toWire } from '../../shared/desktop-wire';
import { fail, succeed, type Failure, type Result } from '../../shared/result';

/** `no-key`: the page was opened by an address without its token, so `rostrum open` must not answer it. */
export type ConnectFailure = { readonly kind: 'no-key' } | HostGone;

/** What the adapter needs of the browser: `window` in the page, a stand-in of the same shape in tests. */
export type PageWindow = {
  readonly location: { readonly href: string };
  readonly history: {
    readonly state: unknown;
    readonly replaceState: (state: unknown, unused: string, url: URL) => void;
  };
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  readonly confirm: (question: string) => boolean;
  readonly open: (address: string, target: string, features: string) => unknown;
};

/** Bytes of all requests under way together above which browsers refuse to finish one after its page has closed. */
const keepaliveLimit = 60_000;

const gone = fail({ kind: 'host-gone' });

/**
 * Takes the token out of the address (where a bookmark or a screen share would show it) into the tab's own storage,
 * and asks the host to describe itself, which proves the token.
 */
export async function connectLoopback(page: PageWindow): Promise<Result<DesktopBridge, ConnectFailure>> {
  const token = takeToken(page);
  if (token === undefined) return fail({ kind: 'no-key' });
  const ask = askWith(page, token);
  const shell = await ask<'describeShell', HostFailure>('describeShell', {}, gone);
  if ('ok' in shell) return gone;
  return succeed(bridge(page, ask, shell));
}

type HostFailure = Failure<HostGone>;

type Ask = <Name extends DesktopRequestName, WhenGone = never>(
  name: Name,
  args: DesktopArguments<Name>,
  whenGone: WhenGone | DesktopAnswer<Name>,
) => Promise<DesktopAnswer<Name> | WhenGone>;

const tokenKey = 'rostrum-token';

function takeToken(page: PageWindow): string | undefined {
  const address = new URL(page.location.href);
  const token = address.searchParams.get('token');
  if (token === null) return page.sessionStorage.getItem(tokenKey) ?? undefined;
  page.sessionStorage.setItem(tokenKey, token);
  address.searchParams.delete('token');
  page.history.replaceState(page.history.state, '', address);
  return token;
}

/** A request that the host does not answer, or answers with another token's refusal, has found its host gone. */
function askWith(page: PageWindow, token: string): Ask {
  let outliving = 0;
  return async (name, args, whenGone) => {
    const body = toWire(args);
    const { byteLength } = new TextEncoder().encode(body);
    const keepalive = outliving + byteLength < keepaliveLimit;
    const weight = keepalive ? byteLength : 0;
    outliving += weight;
    let response: Response;
    try {
      response = await page.fetch(`/api/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-rostrum-token': token },
        body,
        keepalive,
      });
      if (response.status === 403) return whenGone;
      const answer = fromWire(await response.text());
      if (answer.ok) return answer.value;
    } catch {
      return whenGone;
    } finally {
      outliving -= weight;
    }
    throw new Error(`${name} was answered with status ${response.status} and no answer`);
  };
}

function bridge(page: PageWindow, ask: Ask, shell: ShellDescription): DesktopBridge {
  return {
    describeShell: async () => shell,
    readJournal: (args) => ask('readJournal', args, gone),
    appendToJournal: (args) => ask('appendToJournal', args, gone),
    receiveEntries: (args) => ask('receiveEntries', args, gone),
    keepOriginal: (args) => ask('keepOriginal', args, gone),
    readOriginal: (args) => ask('readOriginal', args, gone),
    fetchConferences: (args) => ask('fetchConferences', args, gone),
    fetchRoot: (args) => ask('fetchRoot', args, gone),
    fetchHead: (args) => ask('fetchHead', args, gone),
    fetchObject: (args) => ask('fetchObject', args, gone),
    keepOfficial: (args) => ask('keepOfficial', args, gone),
    readOfficial: (args) => ask('readOfficial', args, gone),
    keepRefused: (args) => ask('keepRefused', args, gone),
    connectFolder: (args) => ask('connectFolder', args, gone),
    chooseFolder: (args) => ask('chooseFolder', args, gone),
    forgetFolder: (args) => ask('forgetFolder', args, gone),
    describeFolders: (args) => ask('describeFolders', args, gone),
    probeFolder: (args) => ask('probeFolder', args, gone),
    readFromFolder: (args) => ask('readFromFolder', args, gone),
    listFolder: (args) => ask('listFolder', args, gone),
    writeToFolder: (args) => ask('writeToFolder', args, gone),
    describeDevice: (args) => ask('describeDevice', args, gone),
    signDeviceHead: (args) => ask('signDeviceHead', args, gone),
    renewDevice: (args) => ask('renewDevice', args, gone),
    unlockSecrets: (args) => ask('unlockSecrets', args, gone),
    describeSecrets: (args) => ask('describeSecrets', args, gone),
    describeOwnKeys: (args) => ask('describeOwnKeys', args, gone),
    makeOwnKeys: (args) => ask('makeOwnKeys', args, gone),
    forgetOwnKeys: (args) => ask('forgetOwnKeys', args, gone),
    unwrapFileKey: (args) => ask('unwrapFileKey', args, gone),
    signOwnDevices: (args) => ask('signOwnDevices', args, gone),
    readOwnDevices: (args) => ask('readOwnDevices', args, gone),
    keepOwnDevices: (args) => ask('keepOwnDevices', args, gone),
    describeOffices: (args) => ask('describeOffices', args, gone),
    makeOffice: (args) => ask('makeOffice', args, gone),
    openOffice: (args) => ask('openOffice', args, gone),
    unlockOffice: (args) => ask('unlockOffice', args, gone),
    signForOffice: (args) => ask('signForOffice', args, gone),
    readOfficeFile: (args) => ask('readOfficeFile', args, gone),
    keepOfficeFile: (args) => ask('keepOfficeFile', args, gone),
    readOfficerKey: (args) => ask('readOfficerKey', args, gone),
    forgetOffice: (args) => ask('forgetOffice', args, gone),
    removeOfficerKey: (args) => ask('removeOfficerKey', args, gone),
    // The browser's own download needs no host, and the bytes need not travel.
    saveFile: async () => fail({ kind: 'use-download' }),
    printPdf: (args) => ask('printPdf', args, gone),
    takeOpenedFiles: (args) => ask('takeOpenedFiles', args, []),
    openExternal: async ({ url }) => openTab(page, url),
    // A browser has no menu bar of ours, and files do not open in it from outside.
    listen: () => () => undefined,
  };
}

/** The doorkeeper's rule for addresses that may leave the app: `https:` or `mailto:`, hiding no host behind a name. */
function openTab(page: PageWindow, url: string): DesktopAnswer<'openExternal'> {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  const isAllowed = address?.protocol === 'https:' || address?.protocol === 'mailto:';
  if (address === undefined || !isAllowed || address.username !== '' || address.password !== '') {
    return fail({ kind: 'address-refused' });
  }
  if (!page.confirm(`Open ${address.host || address.pathname} outside Rostrum?`)) return fail({ kind: 'cancelled' });
  page.open(address.href, '_blank', 'noopener,noreferrer');
  return succeed({ opened: true });
}
