// `app://bundle/x` as the app says it, `https://bundle.app.invalid/x` as Chromium sees it: only there can an address
// have an origin, a secure context and a database without Electron's registration of schemes.

/** Address translation for the schemes that the app registered as privileged. */
export function addressBook() {
  const schemes = new Map();
  return {
    register: (scheme, privileges) => schemes.set(scheme, privileges),
    privilegesOf: (scheme) => schemes.get(scheme),
    toChromium: (url) => {
      const match = /^([a-z]+):\/\/([^/?#]+)(.*)$/.exec(url);
      return match !== null && schemes.has(match[1]) ? `https://${match[2]}.${match[1]}.invalid${match[3]}` : url;
    },
    fromChromium: (url) => {
      const match = /^https:\/\/([^/?#]+)\.([a-z]+)\.invalid(?::443)?(.*)$/.exec(url);
      return match !== null && schemes.has(match[2]) ? `${match[2]}://${match[1]}${match[3]}` : url;
    },
  };
}
