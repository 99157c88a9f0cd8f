// `npm start` and `npm test` begin here, on a fresh clone: nothing but Node itself is needed. Before anything newer than
// the oldest Node still about is read, its version is checked.

const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Rostrum needs Node 20.19 or newer, and this is Node ${process.versions.node}. Get it from https://nodejs.org\n`,
  );
  process.exitCode = 1;
} else {
  const { run } = await import('./run.mjs');
  process.exitCode = await run(process.argv.slice(2));
}
