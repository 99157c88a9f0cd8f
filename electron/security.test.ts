// The items of Electron's security checklist that are calls: that they are made, and what they answer.

import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from 'electron';
import { restrictPages, restrictSession } from './security';

const electron = vi.hoisted(() => ({
  onCreated: undefined as undefined | ((event: unknown, contents: unknown) => void),
  session: {},
}));
vi.mock('electron', () => ({
  app: {
    on: (_event: string, listener: (event: unknown, contents: unknown) => void) => {
      electron.onCreated = listener;
    },
  },
  session: { defaultSession: electron.session },
}));

type PermissionCheck = (contents: null, permission: string, origin: string) => boolean;
type PermissionRequest = (
  contents: null,
  permission: string,
  callback: (isGranted: boolean) => void,
  details: { requestingUrl: string },
) => void;
type BeforeRequest = (details: { url: string }, callback: (answer: { cancel: boolean }) => void) => void;

/** Puts in place of the default session one that has exactly the calls that are made, and answers what they gave. */
function standForSession() {
  const given: {
    check?: PermissionCheck;
    request?: PermissionRequest;
    device?: () => boolean;
    beforeRequest?: BeforeRequest;
    download?: (event: { preventDefault: () => void }) => void;
    proxy?: unknown;
  } = {};
  Object.assign(electron.session, {
    setPermissionCheckHandler: (handler: PermissionCheck) => (given.check = handler),
    setPermissionRequestHandler: (handler: PermissionRequest) => (given.request = handler),
    setDevicePermissionHandler: (handler: () => boolean) => (given.device = handler),
    webRequest: { onBeforeRequest: (handler: BeforeRequest) => (given.beforeRequest = handler) },
    on: (_event: string, handler: (event: { preventDefault: () => void }) => void) => (given.download = handler),
    setProxy: async (proxy: unknown) => {
      given.proxy = proxy;
    },
  });
  return given;
}

describe('a session', () => {
  const given = standForSession();
  beforeEach(async () => restrictSession(session.defaultSession));

  const permissions = ['media', 'geolocation', 'notifications', 'hid', 'usb', 'serial', 'clipboard-read', 'fileSystem'];
  it.each(permissions)('denies %s, asked and checked', (permission) => {
    const callback = vi.fn();
    given.request?.(null, permission, callback, { requestingUrl: 'app://bundle/' });
    expect(callback).toHaveBeenCalledWith(false);
    expect(given.check?.(null, permission, 'app://bundle')).toBe(false);
    expect(given.device?.()).toBe(false);
  });

  it('lets the app’s own page copy text, and no other page', () => {
    expect(given.check?.(null, 'clipboard-sanitized-write', 'app://bundle')).toBe(true);
    expect(given.check?.(null, 'clipboard-sanitized-write', 'https://evil.example')).toBe(false);
  });

  it.each(['app://bundle/', 'data:image/png;base64,AA==', 'blob:app://bundle/1', 'devtools://devtools/x'])(
    'lets %s be requested',
    (url) => {
      const callback = vi.fn();
      given.beforeRequest?.({ url }, callback);
      expect(callback).toHaveBeenCalledWith({ cancel: false });
    },
  );

  it.each([
    'https://app/',
    'http://127.0.0.1:8080/',
    'file:///etc/passwd',
    'ws://a/',
    'ftp://a/',
    'appx://bundle/',
    '',
  ])('cancels the request for “%s”', (url) => {
    const callback = vi.fn();
    given.beforeRequest?.({ url }, callback);
    expect(callback).toHaveBeenCalledWith({ cancel: true });
  });

  it('refuses downloads, and has a proxy that leads nowhere, this computer included', () => {
    const preventDefault = vi.fn();
    given.download?.({ preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(given.proxy).toEqual({ proxyRules: 'http://0.0.0.0:1', proxyBypassRules: '<-loopback>' });
  });
});

describe('a page', () => {
  function create() {
    const calls: { openHandler?: () => { action: string }; policy?: string } = {};
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: () => { action: string }) => (calls.openHandler = handler),
      setWebRTCIPHandlingPolicy: (policy: string) => (calls.policy = policy),
    });
    restrictPages();
    electron.onCreated?.({}, contents);
    return { contents, calls };
  }

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stays in the app on %s', (event) => {
    const { contents } = create();
    const ask = (url: string): boolean => {
      const preventDefault = vi.fn();
      contents.emit(event, { url, preventDefault });
      return preventDefault.mock.calls.length > 0;
    };
    expect(ask('app://bundle/#/motion/m1')).toBe(false);
    for (const url of ['https://a.example/', 'app://bundle.evil/', 'app://print/1', 'file:///x', 'javascript:1', '']) {
      expect(ask(url), url).toBe(true);
    }
  });

  it('opens no window, takes no webview, and reaches nobody by WebRTC', () => {
    const { contents, calls } = create();
    const preventDefault = vi.fn();
    contents.emit('will-attach-webview', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(calls.openHandler?.()).toEqual({ action: 'deny' });
    expect(calls.policy).toBe('disable_non_proxied_udp');
  });
});
