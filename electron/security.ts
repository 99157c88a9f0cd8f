// What pages may not do, whatever is in them: leave the app, open windows, ask for devices, reach the network.

import { app, type Session } from 'electron';
import { appScheme, isAppAddress } from './keep/app-address';

/** The app copies text it made itself; everything else that a page can ask for is denied. */
const allowedPermission = 'clipboard-sanitized-write';

// Nothing listens there. WebRTC asks neither the content security policy nor onBeforeRequest, but it does ask the proxy.
const proxyToNowhere = { proxyRules: 'http://0.0.0.0:1', proxyBypassRules: '<-loopback>' };

/** Denies every permission but that one, and every request that is not for the app's own files. */
export async function restrictSession(session: Session): Promise<void> {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(permission === allowedPermission && isAppAddress(details.requestingUrl));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin) => permission === allowedPermission && isAppAddress(requestingOrigin),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !mayBeRequested(details.url) });
  });
  // Files leave through the save dialog only.
  session.on('will-download', (event) => event.preventDefault());
  await session.setProxy(proxyToNowhere);
}

/** Holds every page there will ever be to its place: to be called before the first window is made. */
export function restrictPages(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', stayInApp);
    contents.on('will-frame-navigate', stayInApp);
    contents.on('will-redirect', stayInApp);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

function stayInApp(event: { readonly url: string; readonly preventDefault: () => void }): void {
  if (!isAppAddress(event.url)) event.preventDefault();
}

const inMemory = new Set(['blob:', 'data:', 'devtools:', `${appScheme}:`]);

function mayBeRequested(url: string): boolean {
  return URL.canParse(url) && inMemory.has(new URL(url).protocol);
}
