import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { amendCommand } from './amend-command';
import { importCommand } from './import-command';

const shared = resolve(import.meta.dirname, '../../shared');
const seed = resolve(shared, 'seeds/motion-mutuals-and-co-ops.txt');
const folder = mkdtempSync(resolve(tmpdir(), 'rostrum-amend-'));
afterAll(() => rmSync(folder, { recursive: true }));

const amendCase = v.object({
  id: v.string(),
  motion: v.object({ title: v.string(), body: v.string() }),
  instruction: v.string(),
  outcome: v.string(),
  title: v.string(),
  result: v.array(v.string()),
});
const cases = v.parse(
  v.array(amendCase),
  JSON.parse(readFileSync(resolve(shared, 'acceptance/amend-cases.json'), 'utf8')),
);

const clause = v.object({ number: v.nullable(v.string()), text: v.string() });
const answer = v.object({
  outcome: v.string(),
  title: v.string(),
  clauses: v.array(clause),
  operations: v.array(v.record(v.string(), v.unknown())),
  wording: v.string(),
  unresolved: v.array(v.object({ instruction: v.string(), reason: v.string(), candidates: v.array(v.unknown()) })),
  warnings: v.array(v.string()),
});

type Ran = { readonly code: number; readonly out: string; readonly err: string };

async function run(command: typeof amendCommand, ...args: readonly string[]): Promise<Ran> {
  const written = { out: '', err: '' };
  const code = await command.run(args, {
    out: (text) => void (written.out += text),
    err: (text) => void (written.err += text),
    stdin: () => Promise.resolve(readFileSync(seed)),
  });
  return { code, ...written };
}

function file(name: string, content: string): string {
  const path = resolve(folder, name);
  writeFileSync(path, content);
  return path;
}

async function amended(...args: readonly string[]) {
  const { code, out, err } = await run(amendCommand, ...args, '--json');
  expect([code, err]).toEqual([0, '']);
  return v.parse(answer, JSON.parse(out));
}

const squeezed = (text: string): string => text.replaceAll(/\s/g, '');
const linesOf = (clauses: readonly { readonly number: string | null; readonly text: string }[]) =>
  clauses.map(({ number, text }) => squeezed(`${number ?? ''}${text}`));

describe('rostrum amend --instruction --json', () => {
  it.each(cases)('gives the text of the case $id, and its wording gives it again', async (one) => {
    const motion = file('motion.txt', `${one.motion.title}\n\n${one.motion.body}`);
    const got = await amended(motion, '--instruction', file('instruction.txt', one.instruction));
    expect([got.outcome, got.title, linesOf(got.clauses)]).toEqual([one.outcome, one.title, one.result.map(squeezed)]);
    if (got.wording === '') return;
    const again = await amended(motion, '--instruction', file('wording.txt', got.wording));
    expect([again.title, again.clauses]).toEqual([got.title, got.clauses]);
  });

  it('prints operations with clause indices, as the contract has it', async () => {
    const instruction = file('including.txt', 'In action point 1, delete “including” and insert “not least”.');
    const got = await amended(seed, '--instruction', instruction);
    expect(got.operations).toEqual([{ kind: 'replace', clause: 6, from: 35, to: 44, text: 'not least' }]);
    expect(got.wording).toBe('In action point 1, delete “including” and insert “not least”.');
  });

  it('reads the motion from the JSON that import prints, and from standard input', async () => {
    const instruction = file('delete.txt', 'Delete action point 2.');
    const json = file('motion.json', (await run(importCommand, seed, '--json')).out);
    const fromText = await amended(seed, '--instruction', instruction);
    expect(await amended(json, '--instruction', instruction)).toEqual(fromText);
    expect(await amended('-', '--instruction', instruction)).toEqual(fromText);
  });
});

describe('rostrum amend --edited --json', () => {
  const paper = readFileSync(seed, 'utf8');
  const edited = paper.replace('smokescreen', 'cover').replace(/^4\).*$/m, '');

  it('finds the amendment of a whole edited paper', async () => {
    const got = await amended(seed, '--edited', file('edited.txt', edited));
    expect(got.wording.split('\n')).toEqual([
      'In paragraph 3, delete “smokescreen” and insert “cover”.',
      'Delete action point 4 and renumber.',
    ]);
  });

  it('finds the same in the body alone', async () => {
    const body = edited.slice(edited.indexOf('Conference notes'));
    const got = await amended(seed, '--edited', file('body.txt', body));
    expect(got).toEqual(await amended(seed, '--edited', file('edited.txt', edited)));
  });

  it('says that an unchanged copy is no edit', async () => {
    expect(await amended(seed, '--edited', seed)).toMatchObject({
      outcome: 'not-an-edit',
      operations: [],
      wording: '',
    });
  });
});

describe('rostrum amend refuses', () => {
  const instruction = file('any.txt', 'Delete paragraph 1.');

  it.each([
    ['not-found', resolve(folder, 'nowhere.txt'), instruction],
    ['empty', file('empty.txt', ''), instruction],
    ['not-found', seed, resolve(folder, 'nowhere.txt')],
    ['no-motion', resolve(shared, 'seeds/article-cooperative-councils-network.txt'), instruction],
  ])('%s with a named error and exit code 1', async (kind, motion, second) => {
    const { code, out } = await run(amendCommand, motion, '--instruction', second, '--json');
    expect([code, JSON.parse(out)]).toEqual([1, { error: { kind, message: expect.any(String) } }]);
  });

  it.each([
    [[]],
    [[seed]],
    [[seed, '--instruction', instruction, '--edited', seed]],
    [[seed, '--instruction', instruction, '--style', 'x']],
  ])('wrong usage with exit code 2: %j', async (args) => expect((await run(amendCommand, ...args)).code).toBe(2));
});

describe('rostrum amend reads rules', () => {
  it('that have no words of a motion', async () => {
    const rules = [
      'Rules of the Garden Society',
      '3.1 The chair opens each meeting. Apologies are taken first.',
      '3.2 The clerk keeps a record of those present. A copy goes to the region.',
      '3.3 No meeting lasts longer than two hours.',
      '4.1 Gardeners pay £2 a month. Those out of work pay nothing.',
      '4.2 Sums are paid in May.',
    ];
    const instruction = file('rule.txt', 'Rules 3.1 and 3.3, after “meeting” insert “indoors”.');
    const got = await amended(file('rules.txt', rules.join('\n\n')), '--instruction', instruction);
    expect(linesOf(got.clauses).slice(0, 3)).toEqual(
      [
        '3.1 The chair opens each meeting indoors. Apologies are taken first.',
        '3.2 The clerk keeps a record of those present. A copy goes to the region.',
        '3.3 No meeting indoors lasts longer than two hours.',
      ].map(squeezed),
    );
  });
});
