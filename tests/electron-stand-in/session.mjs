// Electron's default session and its protocol handlers: every request that Chromium would make stops here first.

import { proxyToNowhere } from './chromium.mjs';
import { only } from './only.mjs';

// The permissions that Chromium can be told about, and their names in Electron.
const permissions = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  camera: 'media',
  microphone: 'media',
  midi: 'midi',
  'clipboard-read': 'clipboard-read',
  'clipboard-write': 'clipboard-sanitized-write',
  'idle-detection': 'idle-detection',
  'screen-wake-lock': 'screen-wake-lock',
  'window-management': 'window-management',
  'local-fonts': 'local-fonts',
};

export function makeSession({ chromium, addresses, findContents }) {
  const handlers = { request: undefined, check: undefined, device: undefined, beforeRequest: undefined };
  const protocols = new Map();
  const settled = new Set();

  const session = only('session', {
    setPermissionRequestHandler: (handler) => (handlers.request = handler),
    setPermissionCheckHandler: (handler) => (handlers.check = handler),
    setDevicePermissionHandler: (handler) => (handlers.device = handler),
    webRequest: only('webRequest', { onBeforeRequest: (handler) => (handlers.beforeRequest = handler) }),
    // Chromium was started with this proxy; another cannot be had later.
    setProxy: async ({ proxyRules, proxyBypassRules }) => {
      if (proxyRules === proxyToNowhere && proxyBypassRules === '<-loopback>') return;
      throw new Error('Any other proxy is not offered by the Electron stand-in');
    },
    // Chromium is told to refuse every download, so that there is never one to hear of.
    on: (event) => {
      if (event !== 'will-download') throw new Error(`session.on('${event}') is not offered by the Electron stand-in`);
    },
  });

  const protocol = only('protocol', {
    registerSchemesAsPrivileged: (schemes) => {
      for (const { scheme, privileges } of schemes) addresses.register(scheme, privileges);
    },
    handle: (scheme, handler) => protocols.set(scheme, handler),
  });

  const isAllowed = (url, resourceType) =>
    new Promise((resolve) => {
      if (handlers.beforeRequest === undefined) resolve(true);
      else handlers.beforeRequest({ url, resourceType }, ({ cancel }) => resolve(cancel !== true));
    });

  const decide = async ({ request, resourceType, frameId }) => {
    const url = addresses.fromChromium(request.url + (request.urlFragment ?? ''));
    if (resourceType === 'Document') {
      const { contents, isMainFrame } = findContents(frameId);
      if (contents?.mayNavigate(url, isMainFrame) === false) return { refusal: 'Aborted' };
    }
    if (!(await isAllowed(url, resourceType))) return { refusal: 'BlockedByClient' };
    const handler = protocols.get(new URL(url).protocol.slice(0, -1));
    if (handler === undefined) return { refusal: 'UnknownURLScheme' };
    return { response: await handler(new Request(url, { method: request.method })) };
  };

  chromium.on('Fetch.requestPaused', async (paused) => {
    const { requestId } = paused;
    const { refusal, response } = await decide(paused);
    const answered =
      refusal === undefined
        ? chromium.send('Fetch.fulfillRequest', {
            requestId,
            responseCode: response.status,
            responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
            body: Buffer.from(await response.arrayBuffer()).toString('base64'),
          })
        : chromium.send('Fetch.failRequest', { requestId, errorReason: refusal });
    // The page that asked may be gone.
    await answered.catch(() => undefined);
  });

  /** Tells Chromium, before a page of this origin is first loaded, what the app's handlers answer. */
  const settlePermissions = async (url) => {
    const { origin } = new URL(addresses.toChromium(url));
    if (settled.has(origin)) return;
    settled.add(origin);
    for (const [name, asked] of Object.entries(permissions)) {
      const setting = handlers.check?.(null, asked, url, {}) === true ? 'granted' : 'denied';
      await chromium.send('Browser.setPermission', { origin, permission: { name }, setting });
    }
  };

  return { session, protocol, settlePermissions };
}
