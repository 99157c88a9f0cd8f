// Real WebDAV servers as Debian has them, each started for a folder of its own on loopback: lighttpd, Apache with
// mod_deflate, nginx with dav-ext, and rclone. What they answer to the same request differs, which is the point.

import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const user = 'lamp';
export const password = 'light: ünter the quay';

export type DavServer = {
  readonly name: string;
  /** Where its folder is served for writing, without a `/` at its end. */
  readonly address: string;
  readonly port: number;
  /** What it serves, on disk. */
  readonly folder: string;
  readonly stop: () => Promise<void>;
};

type Circumstances = { readonly folder: string; readonly own: string; readonly port: number };

type ServerKind = {
  readonly name: string;
  readonly program: string;
  readonly configuration: (given: Circumstances) => string;
  readonly argumentsFor: (file: string, given: Circumstances) => readonly string[];
};

// Of the password in `htpasswd`: {SHA} is what all of them read.
const sha1 = async (): Promise<string> =>
  Buffer.from(await crypto.subtle.digest('SHA-1', Buffer.from(password))).toString('base64');

const apacheModules =
  'mpm_event authn_core authn_file authz_core authz_user auth_basic dav dav_fs dav_lock deflate filter mime'.split(' ');

export const serverKinds: readonly ServerKind[] = [
  {
    name: 'lighttpd',
    program: '/usr/sbin/lighttpd',
    configuration: ({ folder, own, port }) =>
      `server.document-root = "${folder}"\nserver.port = ${port}\nserver.bind = "127.0.0.1"\n` +
      `server.modules = ("mod_auth", "mod_authn_file", "mod_webdav")\nserver.upload-dirs = ("${own}")\n` +
      `mimetype.assign = (".json" => "application/json", "" => "application/octet-stream")\n` +
      `webdav.activate = "enable"\nwebdav.is-readonly = "disable"\n` +
      `auth.backend = "htpasswd"\nauth.backend.htpasswd.userfile = "${own}/htpasswd"\n` +
      `auth.require = ("/" => ("method" => "basic", "realm" => "papers", "require" => "valid-user"))\n`,
    argumentsFor: (file) => ['-D', '-f', file],
  },
  {
    name: 'Apache with mod_deflate',
    program: '/usr/sbin/apache2',
    configuration: ({ folder, own, port }) =>
      apacheModules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so\n`).join('') +
      `ServerRoot ${own}\nServerName 127.0.0.1\nListen 127.0.0.1:${port}\nPidFile ${own}/pid\n` +
      `ErrorLog ${own}/error.log\nMutex file:${own}\nDavLockDB ${own}/locks\nDocumentRoot ${folder}\n` +
      `TypesConfig /dev/null\nAddType application/json .json\nAddOutputFilterByType DEFLATE application/json\n` +
      `<Directory ${folder}>\nDav On\nAuthType Basic\nAuthName papers\nAuthUserFile ${own}/htpasswd\n` +
      `Require valid-user\n</Directory>\n` +
      (process.getuid?.() === 0 ? 'User nobody\nGroup nogroup\n' : ''),
    argumentsFor: (file) => ['-X', '-f', file],
  },
  {
    name: 'nginx with dav-ext',
    program: '/usr/sbin/nginx',
    configuration: ({ folder, own, port }) =>
      'load_module /usr/lib/nginx/modules/ngx_http_dav_ext_module.so;\n' +
      `daemon off; pid ${own}/pid; error_log ${own}/error.log; events {}\nhttp { access_log off;\n` +
      ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((each) => `${each}_temp_path ${own}/${each};\n`)
        .join('') +
      'types { application/json json; } default_type application/octet-stream;\n' +
      'gzip on; gzip_types application/json; gzip_min_length 1; client_max_body_size 8m;\n' +
      `server { listen 127.0.0.1:${port}; root ${folder};\n` +
      `auth_basic papers; auth_basic_user_file ${own}/htpasswd;\n` +
      'dav_methods PUT DELETE MKCOL COPY MOVE; dav_ext_methods PROPFIND OPTIONS; create_full_put_path on;\n' +
      'dav_access user:rw group:r all:r; } }\n',
    argumentsFor: (file) => ['-c', file],
  },
  {
    name: 'rclone serve webdav',
    program: '/usr/bin/rclone',
    configuration: () => '',
    argumentsFor: (file, { folder, port }) =>
      ['serve', 'webdav', folder, '--addr', `127.0.0.1:${port}`, '--config', file].concat([
        '--user',
        user,
        '--pass',
        password,
        '--vfs-cache-mode',
        'off',
        '--dir-cache-time',
        '0s',
      ]),
  },
];

/** Starts a server on a free port, with an empty folder. */
export async function startServer(kind: ServerKind): Promise<DavServer> {
  const home = mkdtempSync(join(tmpdir(), 'rostrum-dav-'));
  const [folder, own] = [join(home, 'served'), join(home, 'own')];
  mkdirSync(folder);
  mkdirSync(own);
  // Some give up root's rights, and then have to get in.
  for (const each of [home, folder, own]) chmodSync(each, 0o777);
  writeFileSync(join(own, 'htpasswd'), `${user}:{SHA}${await sha1()}\n`);
  const port = await freePort();
  const file = join(own, 'configuration');
  const given = { folder, own, port };
  writeFileSync(file, kind.configuration(given));
  const server = spawn(kind.program, kind.argumentsFor(file, given), { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  server.stderr?.on('data', (bytes) => (said += String(bytes)));
  const address = `http://127.0.0.1:${port}`;
  await untilAnswering(address, server, () => said);
  return {
    name: kind.name,
    address,
    port,
    folder,
    stop: async () => {
      await ended(server);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const exit = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  const late = setTimeout(() => server.kill('SIGKILL'), 5000);
  await exit;
  clearTimeout(late);
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function untilAnswering(url: string, server: ChildProcess, said: () => string): Promise<void> {
  for (let attempt = 0; attempt < 200 && server.exitCode === null; attempt += 1) {
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no server at ${url}: ${said()}`);
}
