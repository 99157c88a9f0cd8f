import { expect, it } from 'vitest';
import { toWire } from '../../shared/desktop-wire';
import { deedOf } from '../../shared/journal/entry';
import { connectLoopback } from './loopback-desktop';

type Asked = { readonly path: string; readonly keepalive: boolean | undefined };

/** Whether requests of these contents, all under way at once, are to outlive the page. */
async function askedOf(bodies: readonly string[]): Promise<readonly (boolean | undefined)[]> {
  const asked: Asked[] = [];
  const connected = await connectLoopback({
    location: { href: 'http://127.0.0.1:4500/?token=key' },
    history: { state: null, replaceState: () => undefined },
    sessionStorage: sessionOf(),
    fetch: async (path, { keepalive }) => {
      asked.push({ path, keepalive });
      if (path === '/api/describeShell') return new Response(toWire({ shell: 'browser' }));
      return new Promise<Response>(() => undefined);
    },
    confirm: () => false,
    open: () => undefined,
  });
  if (!connected.ok) throw new Error(connected.error.kind);
  for (const id of bodies) {
    void connected.value.appendToJournal({ store: 'own', deeds: [deedOf('note.remove', id)] });
  }
  return asked.filter(({ path }) => path === '/api/appendToJournal').map(({ keepalive }) => keepalive);
}

function sessionOf(): Pick<Storage, 'getItem' | 'setItem'> {
  const items = new Map<string, string>();
  return { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value) };
}

it.each([
  ['a short request outlives its page', ['x'], [true]],
  ['a request that is long in bytes does not, however few its letters', ['€'.repeat(25_000)], [false]],
  ['requests under way together outlive it up to the limit', ['x'.repeat(40_000), 'y'.repeat(40_000)], [true, false]],
])('%s', async (_fact, bodies, expected) => {
  expect(await askedOf(bodies)).toEqual(expected);
});
