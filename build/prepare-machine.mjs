// The programs that the tests drive and npm cannot bring: installed on Debian and Ubuntu when this is root, else named
// in one line. Never through sudo: a test does not ask for a password.

import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runQuietly } from './run-program.mjs';
import { say } from './say.mjs';

/**
 * Any of the programs (or modules, as whole paths) will do; `debian` is the package that brings the first.
 */
const needed = [
  { programs: ['chromium', 'chromium-browser', 'google-chrome'], debian: 'chromium' },
  { programs: ['chromium-headless-shell', 'chrome-headless-shell'], debian: 'chromium-headless-shell' },
  { programs: ['lighttpd'], debian: 'lighttpd' },
  { programs: ['/usr/lib/lighttpd/mod_webdav.so'], debian: 'lighttpd-mod-webdav' },
  { programs: ['nginx'], debian: 'nginx-light' },
  { programs: ['/usr/lib/nginx/modules/ngx_http_dav_ext_module.so'], debian: 'libnginx-mod-http-dav-ext' },
  { programs: ['apache2'], debian: 'apache2-bin' },
  { programs: ['rclone'], debian: 'rclone' },
  { programs: ['openssl'], debian: 'openssl' },
];

export async function prepareMachine() {
  let missing = missingPackages();
  if (missing.length === 0) return;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version') && isOnPath('apt-get')) {
    await install(missing);
    missing = missingPackages();
  }
  if (missing.length === 0) return;
  say(`The tests also need: ${missing.join(', ')}. On Debian or Ubuntu: apt-get install ${missing.join(' ')}`);
}

function missingPackages() {
  return needed.filter(({ programs }) => !programs.some(isOnPath)).map(({ debian }) => debian);
}

/**
 * One by one: a package that a distribution does not have must not keep the others out.
 *
 * @param {readonly string[]} packages
 */
async function install(packages) {
  say(`Installing ${packages.join(', ')} …`);
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  await runQuietly('apt-get', ['update', '-q'], { environment });
  for (const name of packages) {
    await runQuietly('apt-get', ['install', '-qy', '--no-install-recommends', name], { environment });
  }
}

/** @param {string} program */
function isOnPath(program) {
  if (program.startsWith('/')) return existsSync(program);
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
  return folders.some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
