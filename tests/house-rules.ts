// The rules of the house as functions over files: who may import whom, how long a file may be, which names and words
// do not belong in it. Each answers the sentences that say what is wrong; none when nothing is.

/** A file of the project: its path from the root, with `/`, and its text. */
export type HouseFile = { readonly path: string; readonly text: string };

const isCode = (path: string): boolean => /\.(ts|tsx|mjs)$/.test(path);

/** Tests may do more: import anything, be long. */
export const isTest = (path: string): boolean => path.startsWith('tests/') || /\.test(\.tsx?)?$/.test(path);

const isShipped = ({ path }: HouseFile): boolean => isCode(path) && !isTest(path);

// ── Arrows ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What a room may import: folders (ending in `/`) and single modules of the project, and packages. */
type Arrows = { readonly modules: readonly string[]; readonly packages: readonly string[] };

/** What all of `shared/` stands on. */
const ground = ['result', 'assert', 'ids', 'json', 'ports', 'base64'].map((name) => `shared/${name}`);

/** What a feature may know of `app/`: the doorkeeper, addresses, sentences, and the platform's side of `shared/ports`. */
const appForFeatures = [
  'deliver-file',
  'desktop',
  'routes',
  'failure-message',
  'office-message',
  'sending-message',
  'device-message',
  'html-parser',
  'pdf-opener',
  'trusted-types',
  'text-codec',
  'cryptography',
].map((name) => `renderer/app/${name}`);

const feature: Arrows = {
  modules: ['shared/', 'renderer/storage/', 'renderer/ui/', ...appForFeatures],
  packages: ['react', 'react-dom', 'wouter', 'lucide-react', 'dexie-react-hooks'],
};

/** The table: the longest room that a path begins with decides. */
const arrows: Readonly<Record<string, Arrows>> = {
  'shared/': { modules: ground, packages: [] },
  'shared/desktop-contract': {
    modules: [...ground, 'shared/desktop-contract-devices', 'shared/office-contract'],
    packages: ['valibot'],
  },
  'shared/desktop-contract-devices': { modules: ground, packages: ['valibot'] },
  'shared/office-contract': { modules: ground, packages: ['valibot'] },
  'shared/motion/': { modules: ground, packages: [] },
  'shared/amendment/': { modules: [...ground, 'shared/motion/'], packages: ['valibot'] },
  'shared/import/': {
    modules: [...ground, 'shared/motion/', 'shared/amendment/'],
    packages: [],
  },
  'shared/bundle/': {
    modules: [...ground, 'shared/motion/', 'shared/amendment/', 'shared/desktop-contract'],
    packages: ['valibot', '@scure/bip39', 'age-encryption', 'qr'],
  },
  // What the delegate's devices wrote is merged as entries of the journal, and folded like them.
  'shared/merge/': {
    modules: [...ground, ...['motion', 'amendment', 'bundle', 'journal'].map((room) => `shared/${room}/`)],
    packages: ['valibot'],
  },
  'shared/journal/': {
    modules: [...ground, 'shared/motion/', 'shared/amendment/', 'shared/bundle/', 'shared/desktop-contract'],
    packages: ['valibot'],
  },
  'shared/report/': { modules: [...ground, 'shared/motion/', 'shared/amendment/'], packages: [] },
  'electron/': {
    modules: [
      'shared/desktop-contract',
      'shared/office-contract',
      'shared/result',
      'shared/bundle/limits',
      'electron/keep/',
    ],
    packages: ['electron', 'node:'],
  },
  // How long to wait is a number like the limits; S3 signatures and age files are formats, not rules of conferences.
  'electron/keep/': {
    modules: [
      'shared/desktop-contract',
      'shared/desktop-contract-devices',
      'shared/office-contract',
      'shared/result',
      'shared/bundle/limits',
      'shared/bundle/retry-delay',
    ],
    packages: ['node:', 'aws4fetch', 'age-encryption'],
  },
  'renderer/': { modules: ['shared/', 'renderer/'], packages: ['react', 'react-dom'] },
  'renderer/app/': {
    modules: ['shared/', 'renderer/'],
    packages: [...feature.packages, 'pdfjs-dist', 'uuid'],
  },
  'renderer/storage/': {
    modules: ['shared/', 'renderer/app/desktop'],
    packages: ['dexie', 'dexie-react-hooks', 'react'],
  },
  'renderer/ui/': { modules: [], packages: ['react', 'react-aria-components', 'lucide-react', 'tinykeys'] },
  'renderer/styles/': { modules: [], packages: ['@fontsource-variable', '@fontsource'] },
  'renderer/sample/': { modules: ['shared/'], packages: [] },
  'renderer/amendments/': {
    ...feature,
    packages: [
      ...feature.packages,
      ...['commands', 'history', 'keymap', 'model', 'state', 'view'].map((name) => `prosemirror-${name}`),
    ],
  },
  // The motion page alone composes other features; all others link by route.
  'renderer/motions/': {
    ...feature,
    modules: [...feature.modules, 'renderer/amendments/', 'renderer/delegation/', 'renderer/notes/'],
  },
  // A passphrase and a folder are asked for in one way, whatever they are for.
  'renderer/devices/': {
    ...feature,
    modules: [...feature.modules, 'renderer/sending/ConnectFolderForm', 'renderer/sending/UnlockForm'],
  },
  ...Object.fromEntries(
    [
      'delegation',
      'front-door',
      'import',
      'notes',
      'office',
      'order-of-business',
      'hall',
      'sync',
      'report',
      'sending',
      'settings',
    ].map((name) => [`renderer/${name}/`, feature]),
  ),
  'cli/': {
    modules: ['shared/', 'electron/keep/', 'package.json'],
    packages: ['node:', 'linkedom', 'pdfjs-dist', 'valibot', 'qr'],
  },
  'build/': { modules: [], packages: ['node:'] },
  'vite.config': {
    modules: [],
    packages: ['node:', 'vite', 'vitest', '@vitejs/plugin-react', '@vitest/browser-playwright'],
  },
};

/** Every import that the table does not permit. Tests may import anything, and nothing may import them. */
export function forbiddenImports(files: readonly HouseFile[]): readonly string[] {
  return files.filter(isShipped).flatMap((file) => {
    const room = roomOf(file.path);
    if (room === undefined) return [`${file.path}: the table of arrows has no such room`];
    return importsOf(file)
      .filter((specifier) => !isPermitted(file.path, specifier, room))
      .map((specifier) => `${file.path} may not import ${specifier}`);
  });
}

function roomOf(path: string): string | undefined {
  return Object.keys(arrows)
    .filter((room) => path.startsWith(room) && (room.endsWith('/') || path.slice(room.length).startsWith('.')))
    .sort((before, after) => after.length - before.length)[0];
}

function isPermitted(from: string, specifier: string, room: string): boolean {
  const { modules = [], packages = [] } = arrows[room] ?? {};
  if (!specifier.startsWith('.')) {
    const permitted = (name: string): boolean =>
      name.endsWith(':') ? specifier.startsWith(name) : specifier === name || specifier.startsWith(`${name}/`);
    return packages.some(permitted);
  }
  const target = resolveFrom(from, specifier);
  if (isTest(target)) return false;
  if (roomOf(target.includes('.') ? target : `${target}.ts`) === room) return true;
  return modules.some((module) =>
    module.endsWith('/') ? target.startsWith(module) : target.replace(/\.tsx?$/, '') === module,
  );
}

/** What a file imports: static, type-only, re-exported, dynamic, and workers. Styles and other assets are no arrows. */
export function importsOf({ text }: HouseFile): readonly string[] {
  const patterns = [
    /(?:^|\n)\s*(?:import|export)(?:\s[^'"`;]*?\sfrom)?\s*['"]([^'"]+)['"]/g,
    /\bimport\(\s*['"]([^'"]+)['"]/g,
    /\bnew URL\(\s*['"](\.[^'"]+)['"],\s*import\.meta\.url/g,
  ];
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''))
    .map((specifier) => specifier.replace(/\?.*$/, ''))
    .filter(
      (specifier) => !/^\..*\.(css|txt|json|svg|png|html)$/.test(specifier) || specifier.endsWith('package.json'),
    );
}

/** `../motion/clause` seen from `shared/amendment/operation.ts` is `shared/motion/clause`. */
function resolveFrom(from: string, specifier: string): string {
  const steps = from.split('/').slice(0, -1);
  for (const step of specifier.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

// ── Cycles ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Every circle of imports, once, from its first member back to it. */
export function importCycles(files: readonly HouseFile[]): readonly string[] {
  const code = files.filter(({ path }) => isCode(path));
  const paths = new Set(code.map(({ path }) => path));
  const targets = new Map(
    code.map((file) => [
      file.path,
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .flatMap((specifier) => {
          const target = resolveFrom(file.path, specifier);
          return [target, `${target}.ts`, `${target}.tsx`].find((path) => paths.has(path)) ?? [];
        }),
    ]),
  );
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of paths) visit(path, []);
  return cycles;
}

// ── Length, names, words ────────────────────────────────────────────────────────────────────────────────────────────

const lineLimit = 400;
const componentLineLimit = 250;

/** Files that are too long to hold one idea. */
export function longFiles(files: readonly HouseFile[]): readonly string[] {
  return files
    .filter((file) => isShipped(file) || (file.path.endsWith('.css') && !isTest(file.path)))
    .flatMap(({ path, text }) => {
      const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
      const limit = path.endsWith('.tsx') ? componentLineLimit : lineLimit;
      return lines > limit ? [`${path} has ${lines} lines, ${limit} is the limit`] : [];
    });
}

const drawerNames = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'shared-utils', 'lib', 'index']);

/** Names that say nothing about what is inside: a drawer fills up with what belongs elsewhere. */
export function drawers(files: readonly HouseFile[]): readonly string[] {
  return files
    .filter(({ path }) => path !== 'renderer/index.html')
    .filter(({ path }) => path.split('/').some((step) => drawerNames.has(step.replace(/\.[^.]+$/, '').toLowerCase())))
    .map(({ path }) => `${path}: name it after what it does`);
}

/** Words that do not belong in shipped code: what they are, and why not. */
const forbiddenWords: readonly (readonly [RegExp, string])[] = [
  [/dangerouslySetInnerHTML/, 'a paper is text, never HTML'],
  [/\.(?:inner|outer)HTML\s*=[^=]/, 'a paper is text, never HTML'],
  [/insertAdjacentHTML|document\.write\(/, 'a paper is text, never HTML'],
  [/@ts-(?:ignore|expect-error|nocheck)/, 'mend the type'],
  [/^(?!\s*(?:\/?\*|\/\/)).*(?::\s*any\b|\bas\s+any\b|<any>)/, 'say what it is'],
  [/(?:eslint|oxlint|biome|prettier|oxfmt)-(?:disable|ignore)/, 'no suppressions'],
  [/\b(?:TODO|FIXME|XXX)\b/, 'do it, or open an issue'],
];

export function forbiddenWordsIn(files: readonly HouseFile[]): readonly string[] {
  return files
    .filter(isShipped)
    .flatMap(({ path, text }) =>
      linesOf(text).flatMap((line, index) =>
        forbiddenWords
          .filter(([pattern]) => pattern.test(line))
          .map(([, why]) => `${path}:${index + 1} has “${line.trim()}”: ${why}`),
      ),
    );
}

/** Dexie is storage's alone: a live query anywhere else would be a question that storage does not know. */
export function liveQueriesOutsideStorage(files: readonly HouseFile[]): readonly string[] {
  return files
    .filter((file) => isShipped(file) && !file.path.startsWith('renderer/storage/'))
    .filter(({ text }) => /\bfrom ['"]dexie['"]|\bliveQuery\(/.test(text))
    .map(({ path }) => `${path}: ask renderer/storage/`);
}

/** Tests that were switched off, or that switch all others off. */
export function silencedTests(files: readonly HouseFile[]): readonly string[] {
  return files
    .filter(({ path }) => isCode(path) && isTest(path))
    .flatMap(({ path, text }) =>
      linesOf(text).flatMap((line, index) =>
        /\b(?:it|test|describe|bench|suite)(?:\.\w+)*\.(?:skip|only|todo|skipIf|runIf|fails)\b|\bx(?:it|describe|test)\(/.test(
          line,
        )
          ? [`${path}:${index + 1} silences a test: ${line.trim()}`]
          : [],
      ),
    );
}

const machineWords: readonly (readonly [RegExp, string])[] = [
  [/(?:^|[\s'"`(=])\/(?:work|root|workspace)\//, 'a path of one machine'],
  [/"resolved": "https?:/, 'the lock file works with every registry: npm config omit-lockfile-registry-resolved'],
  [/\bregistry\.(?:npmjs\.org|yarnpkg\.com|npmmirror\.com)\b/, 'a registry’s host'],
];

/** Paths and hosts that are true on one machine only, in any text file. */
export function machineTraces(files: readonly HouseFile[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    linesOf(text).flatMap((line, index) =>
      machineWords
        .filter(([pattern]) => pattern.test(line))
        .map(([, why]) => `${path}:${index + 1} has “${line.trim().slice(0, 80)}”: ${why}`),
    ),
  );
}

function linesOf(text: string): readonly string[] {
  return text.split('\n');
}
