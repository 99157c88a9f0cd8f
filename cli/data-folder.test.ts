import { expect, it } from 'vitest';
import { defaultDataFolder } from './data-folder';

it.each([
  ['linux', {}, '/home/ada', '/home/ada/.config/Rostrum'],
  ['linux', { XDG_CONFIG_HOME: '/home/ada/settings' }, '/home/ada', '/home/ada/settings/Rostrum'],
  ['darwin', {}, '/Users/ada', '/Users/ada/Library/Application Support/Rostrum'],
  [
    'win32',
    { APPDATA: 'C:\\Users\\ada\\AppData\\Roaming' },
    'C:\\Users\\ada',
    'C:\\Users\\ada\\AppData\\Roaming\\Rostrum',
  ],
])('on %s with %j papers are kept where Electron keeps them', (platform, environment, home, folder) => {
  expect(defaultDataFolder({ platform, environment, home })).toBe(folder);
});
