import { expect, it } from 'vitest';
import { browserProgram, openInBrowser } from './open-in-browser';

const address = 'http://127.0.0.1:4177/?token=abc';

it.each([
  ['linux', { DISPLAY: ':0' }, { command: 'xdg-open', args: [address] }],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, { command: 'xdg-open', args: [address] }],
  ['linux', {}, undefined],
  ['linux', { DISPLAY: '' }, undefined],
  ['linux', { BROWSER: 'firefox:chromium' }, { command: 'firefox', args: [address] }],
  [
    'linux',
    { BROWSER: 'chromium --app=%s --new-window' },
    { command: 'chromium', args: [`--app=${address}`, '--new-window'] },
  ],
  ['darwin', {}, { command: 'open', args: [address] }],
  ['win32', {}, { command: 'rundll32', args: ['url.dll,FileProtocolHandler', address] }],
])('on %s with %j the address is opened by %j', (platform, environment, program) => {
  expect(browserProgram(address, { platform, environment })).toEqual(program);
});

it('a browser that is not there is not opened, and nothing throws', async () => {
  expect(await openInBrowser(address, { platform: 'linux', environment: { BROWSER: '/nowhere/browser' } })).toBe(false);
});
