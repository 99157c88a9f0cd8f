// One line for the person at the terminal. On standard error: standard output is for the address of the app.

/** @param {string} sentence */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}
