import { expect, it } from 'vitest';
import { parseOfficeAddress } from './office-address';

const id = 'cabcdefghijklmnopqrstuvwxyz';

it.each([
  ['papers.example.org', { base: 'https://papers.example.org/' }],
  ['https://papers.example.org/agenda', { base: 'https://papers.example.org/agenda/' }],
  [' https://papers.example.org/agenda/ ', { base: 'https://papers.example.org/agenda/' }],
  ['https://papers.example.org/agenda/conferences.json', { base: 'https://papers.example.org/agenda/' }],
  [`https://papers.example.org/agenda/${id}`, { base: 'https://papers.example.org/agenda/', conference: id }],
  [`https://papers.example.org/${id}/head.json`, { base: 'https://papers.example.org/', conference: id }],
  ['http://127.0.0.1:8123/', { base: 'http://127.0.0.1:8123/' }],
  ['', undefined],
  ['ftp://papers.example.org', undefined],
  ['file:///etc/passwd', undefined],
  ['not an address', undefined],
])('%s is understood as %o', (typed, address) => expect(parseOfficeAddress(typed)).toEqual(address));
