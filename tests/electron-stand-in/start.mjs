// Electron's executable, stood in for: takes its command line, runs the app's main bundle in this Node process, and
// shows its windows in Debian's Chromium.

import inspector from 'node:inspector';
import { createRequire, Module } from 'node:module';
import { join } from 'node:path';
import { offerElectron } from './offers.mjs';
import { startChromium } from './chromium.mjs';
import { readCommandLine } from './command-line.mjs';
import { claimInstance } from './instance.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

const commandLine = await readCommandLine(process.argv.slice(2));
process.argv = [commandLine.executable, ...process.argv.slice(2)];
// Prints "Debugger listening on ws://…", which Playwright waits for.
if (commandLine.inspectPort !== undefined) inspector.open(commandLine.inspectPort);

const instance = await claimInstance(commandLine.userData);
// A profile takes one Chromium: a second instance, which is about to leave again, gets one of its own.
const chromium = await startChromium(instance.isFirst ? commandLine.userData : temporaryFolder('second'));
const electron = offerElectron({ commandLine, instance, chromium });

const load = Module._load;
Module._load = (request, ...rest) => (request === 'electron' ? electron.module : load(request, ...rest));
process.on('uncaughtException', (error) => {
  process.stderr.write(`Uncaught exception in the main process: ${error.stack}\n`);
  chromium.kill();
  process.exit(7);
});

const { main } = commandLine.manifest;
createRequire(join(commandLine.appPath, 'package.json'))(join(commandLine.appPath, main));
// Printed only now, as Playwright attaches at once: "DevTools listening on ws://…".
process.stderr.write(`\nDevTools listening on ${chromium.address}\n`);
await electron.becomeReady();
