// The house's rules, held against every file of the project; and each rule against a file that breaks it.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  drawers,
  forbiddenImports,
  forbiddenWordsIn,
  importCycles,
  importsOf,
  liveQueriesOutsideStorage,
  longFiles,
  machineTraces,
  silencedTests,
  type HouseFile,
} from './house-rules';

const root = join(import.meta.dirname, '..');
const notOurs = new Set(['node_modules', 'dist', '.git', '.cache']);
const textEndings = /\.(ts|tsx|mjs|js|cjs|css|html|json|md|yml|yaml|txt|sh|svg)$|(^|\/)(run|\.gitignore|LICENSE)$/;
/** The rules name what they forbid, and these two files are where they do. */
const ruleFiles = new Set(['tests/house-rules.ts', 'tests/house.test.ts']);

function filesUnder(folder: string): readonly HouseFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry): readonly HouseFile[] => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (notOurs.has(entry.name) || ruleFiles.has(path)) return [];
    if (entry.isDirectory()) return filesUnder(path);
    return entry.isFile() && textEndings.test(path) ? [{ path, text: readFileSync(join(root, path), 'utf8') }] : [];
  });
}

const files = filesUnder('');

describe('the house', () => {
  it('is read as a whole', () => {
    const paths = new Set(files.map(({ path }) => path));
    const known = [
      'README.md',
      'package-lock.json',
      'shared/result.ts',
      'renderer/main.tsx',
      'build/start.mjs',
      '.ci/run',
    ];
    expect(known.filter((path) => !paths.has(path))).toEqual([]);
    expect(files.length).toBeGreaterThan(100);
  });

  it.each([
    ['imports only what the table of arrows permits', forbiddenImports],
    ['has no circle of imports', importCycles],
    ['has no file that is too long', longFiles],
    ['has no drawers', drawers],
    ['has no forbidden words', forbiddenWordsIn],
    ['asks Dexie only from storage', liveQueriesOutsideStorage],
    ['silences no test', silencedTests],
    ['knows no machine', machineTraces],
  ])('%s', (_, rule) => {
    expect(rule(files)).toEqual([]);
  });
});

const file = (path: string, text = ''): HouseFile => ({ path, text });
const importing = (path: string, specifier: string): HouseFile => file(path, `import { x } from '${specifier}';\n`);

describe('an arrow is refused', () => {
  it.each([
    ['shared/motion/motion.ts', '../amendment/amendment'],
    ['shared/motion/motion.ts', 'valibot'],
    ['shared/amendment/operation.ts', '../bundle/chunk'],
    ['shared/import/read-article.ts', 'node:fs'],
    ['shared/merge/plan-merge.ts', '../desktop-contract'],
    ['shared/report/branch-report.ts', '../../renderer/app/routes'],
    ['shared/result.ts', 'react'],
    ['electron/main.ts', '../shared/motion/motion'],
    ['electron/main.ts', '../shared/bundle/verify-bundle'],
    ['electron/main.ts', '../renderer/app/routes'],
    ['electron/keep/journal.ts', 'electron'],
    ['electron/keep/journal.ts', '../window'],
    ['renderer/storage/deeds.ts', '../app/routes'],
    ['renderer/ui/Button.tsx', '../storage/store'],
    ['renderer/ui/Button.tsx', '../../shared/result'],
    ['renderer/notes/NotesCard.tsx', '../motions/MotionPage'],
    ['renderer/notes/NotesCard.tsx', '../app/Shell'],
    ['renderer/notes/NotesCard.tsx', 'dexie'],
    ['renderer/notes/NotesCard.tsx', 'electron'],
    ['renderer/notes/NotesCard.tsx', 'node:fs'],
    ['cli/rostrum.ts', '../renderer/app/routes'],
    ['cli/rostrum.ts', '../electron/main'],
    ['cli/rostrum.ts', 'commander'],
    ['renderer/notes/NotesCard.tsx', './note.test'],
    ['cli/rostrum.ts', '../tests/laws/amendment-laws'],
    ['drawer/anything.ts', './x'],
  ])('from %s to %s', (path, specifier) => {
    expect(forbiddenImports([importing(path, specifier)])).toHaveLength(1);
  });
});

describe('an arrow is permitted', () => {
  it.each([
    ['shared/amendment/operation.ts', '../motion/clause'],
    ['shared/journal/entry.ts', '../desktop-contract'],
    ['electron/window.ts', 'electron'],
    ['electron/keep/journal.ts', 'node:fs/promises'],
    ['renderer/motions/MotionMargin.tsx', '../notes/NotesCard'],
    ['renderer/notes/NotesCard.tsx', '../app/failure-message'],
    ['renderer/ui/Button.tsx', 'react-aria-components/Button'],
    ['renderer/notes/NotesCard.tsx', './notes.module.css'],
    ['cli/open-command.ts', '../electron/keep/desktop-host'],
    ['tests/journeys/thread.test.ts', 'playwright'],
    ['electron/keep/journal.test.ts', '../../shared/motion/motion'],
  ])('from %s to %s', (path, specifier) => {
    expect(forbiddenImports([importing(path, specifier)])).toEqual([]);
  });
});

it('imports are found however they are written', () => {
  const text = [
    "import './a';",
    "import type { B } from './b';",
    'import {\n  c,\n  d,\n} from "./c";',
    "export { d } from './d';",
    "export * from './e';",
    "const f = await import('./f');",
    "new Worker(new URL('./g.ts', import.meta.url));",
    "import h from './h.txt?raw';",
    "// import { i } from './i';",
  ].join('\n');
  expect(importsOf(file('x.ts', text))).toEqual(['./a', './b', './c', './d', './e', './f', './g.ts']);
});

it('a circle of imports is found, and a diamond is none', () => {
  const circle = [
    importing('shared/motion/one.ts', './two'),
    importing('shared/motion/two.ts', './three'),
    importing('shared/motion/three.ts', './one'),
  ];
  expect(importCycles(circle)).toEqual([
    'shared/motion/one.ts → shared/motion/two.ts → shared/motion/three.ts → shared/motion/one.ts',
  ]);
  const diamond = [
    file('shared/motion/top.ts', "import './left';\nimport './right';\n"),
    importing('shared/motion/left.ts', './foot'),
    importing('shared/motion/right.ts', './foot'),
    file('shared/motion/foot.ts'),
  ];
  expect(importCycles(diamond)).toEqual([]);
});

it('a file over its limit is found, and a test may be as long as it needs', () => {
  const lines = (count: number): string => 'x;\n'.repeat(count);
  expect(longFiles([file('cli/long.ts', lines(401))])).toEqual(['cli/long.ts has 401 lines, 400 is the limit']);
  expect(longFiles([file('renderer/app/Long.tsx', lines(251))])).toHaveLength(1);
  expect(longFiles([file('cli/full.ts', lines(400)), file('cli/long.test.ts', lines(999))])).toEqual([]);
});

it.each(['shared/utils.ts', 'renderer/helpers/date.ts', 'cli/index.ts', 'shared/common/x.ts', 'tests/misc.ts'])(
  'the drawer %s is found',
  (path) => {
    expect(drawers([file(path)])).toHaveLength(1);
  },
);

it.each([
  'dangerouslySetInnerHTML={{ __html: text }}',
  'element.innerHTML = text;',
  "element.insertAdjacentHTML('beforeend', text);",
  '// @ts-ignore',
  '// @ts-expect-error the types are wrong',
  'const value: any = read();',
  'read() as any',
  'new Set<any>()',
  '// oxlint-disable-next-line no-console',
  '/* eslint-disable */',
  '// TODO: later',
  '// FIXME',
])('the line “%s” is refused in shipped code', (line) => {
  expect(forbiddenWordsIn([file('cli/x.ts', `${line}\n`)])).toHaveLength(1);
});

it('words of the field are not taken for forbidden ones', () => {
  const text = "if (element.innerHTML === '') return;\n// As any delegate: any may move it.\nconst many = 1;\n";
  expect(forbiddenWordsIn([file('cli/x.ts', text)])).toEqual([]);
});

it('a live query outside storage is found', () => {
  expect(liveQueriesOutsideStorage([importing('renderer/notes/list.ts', 'dexie')])).toHaveLength(1);
  expect(liveQueriesOutsideStorage([importing('renderer/storage/database.ts', 'dexie')])).toEqual([]);
  expect(liveQueriesOutsideStorage([importing('renderer/notes/list.ts', 'dexie-react-hooks')])).toEqual([]);
});

it.each(['it.skip(', 'describe.only(', 'it.todo(', 'it.skipIf(isSlow)(', 'test.concurrent.only(', 'xit(', 'it.fails('])(
  'the silenced test %s is found',
  (start) => {
    expect(silencedTests([file('cli/x.test.ts', `${start}'a fact', () => {});\n`)])).toHaveLength(1);
  },
);

it.each([
  ['README.md', 'Run it in /root/project.'],
  ['cli/x.test.ts', "readFileSync('/work/papers/motion.txt')"],
  ['package-lock.json', '      "resolved": "https://packages.example/react.tgz",'],
  ['.npmrc', 'registry=https://registry.npmjs.org/'],
])('what only one machine knows is found in %s: %s', (path, text) => {
  expect(machineTraces([file(path, text)])).toHaveLength(1);
});
