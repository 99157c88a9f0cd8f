import { describe, expect, it } from 'vitest';
import { urlOf } from './sync-address';

const conference = `c${'a'.repeat(26)}`;

describe('an address of a conference office', () => {
  it.each([
    ['https://papers.example/2027', `https://papers.example/2027/${conference}/head.json`],
    ['https://papers.example/2027/', `https://papers.example/2027/${conference}/head.json`],
    ['https://papers.example', `https://papers.example/${conference}/head.json`],
    ['https://papers.example/a/../b', `https://papers.example/b/${conference}/head.json`],
    ['http://127.0.0.1:8080/x', `http://127.0.0.1:8080/x/${conference}/head.json`],
    ['http://localhost/x', `http://localhost/x/${conference}/head.json`],
    ['http://[::1]:81/x', `http://[::1]:81/x/${conference}/head.json`],
  ])('%s is asked', (address, url) => {
    expect(urlOf(address, { kind: 'head', conference })?.href).toBe(url);
  });

  it.each([
    'http://papers.example/2027',
    'http://127.0.0.1.papers.example/',
    'http://localhost.papers.example/',
    'ftp://papers.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'papers.example',
    'https://name:secret@papers.example/',
    'https://papers.example/?token=1',
    'https://papers.example/#top',
    '',
  ])('%s is not', (address) => {
    expect(urlOf(address, { kind: 'head', conference })).toBeUndefined();
  });
});
