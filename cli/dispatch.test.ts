import { parseArgs } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Command } from './command';
import { dispatch } from './dispatch';

const count: Command = {
  name: 'count',
  summary: 'Counts the papers',
  help: 'rostrum count FILE…\n\nExample:\n  rostrum count motion-12.txt',
  run: async (args, io) => {
    const { positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    });
    if (positionals[0] === 'bug') throw new Error('the list has no end');
    io.out(`${positionals.length}\n`);
    return positionals.length === 0 ? 1 : 0;
  },
};

async function rostrum(...words: readonly string[]) {
  let out = '';
  let err = '';
  const code = await dispatch(words, [count], {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    stdin: async () => new Uint8Array(),
  });
  return { code, out, err };
}

describe('rostrum', () => {
  it('runs the command it is given and hands on its exit code', async () => {
    expect(await rostrum('count', 'a.txt', 'b.txt')).toEqual({ code: 0, out: '2\n', err: '' });
    expect(await rostrum('count')).toEqual({ code: 1, out: '0\n', err: '' });
  });

  it('lists the commands when asked, and on wrong usage when it is given nothing', async () => {
    const asked = await rostrum('--help');
    expect(asked).toMatchObject({ code: 0, err: '' });
    expect(asked.out).toContain('  count  Counts the papers\n');
    expect(await rostrum()).toMatchObject({ code: 2, out: '', err: asked.out });
  });

  it('shows a command’s help with its example, whatever else was typed', async () => {
    expect(await rostrum('count', 'a.txt', '--help')).toEqual({ code: 0, out: `${count.help}\n`, err: '' });
  });

  it('takes --help after -- for a file name', async () => {
    expect(await rostrum('count', '--', '--help')).toMatchObject({ code: 0, out: '1\n' });
  });

  it.each([
    [['cuont'], 'rostrum has no command “cuont”. The commands are count.\n'],
    [['count', '--colour'], "Unknown option '--colour'.\nSee: rostrum count --help\n"],
  ])('answers wrong usage %j with code 2 and a sentence', async (words, err) => {
    expect(await rostrum(...words)).toEqual({ code: 2, out: '', err });
  });

  it('words a bug without a stack, and as one JSON document when JSON was asked for', async () => {
    const message = 'Something went wrong in rostrum itself: the list has no end';
    expect(await rostrum('count', 'bug')).toEqual({ code: 1, out: '', err: `${message}\n` });
    const { out } = await rostrum('count', 'bug', '--json');
    expect(JSON.parse(out)).toEqual({ error: { kind: 'internal', message } });
  });
});
