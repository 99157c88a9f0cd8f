import { describe, expect, it } from 'vitest';
import { htmlParser } from '../../cli/html-parser';
import type { ReadPaper } from './paper';
import { readPaperText } from './read-paper';

function read(paragraphs: string): ReadPaper {
  const text = `<html><body><h1>Bins</h1><p>Conference notes that bins are full.</p>${paragraphs}<p>Conference calls on the council to empty them.</p></body></html>`;
  const paper = readPaperText({ name: 'bins.html', text }, { html: htmlParser });
  if (!paper.ok) throw new Error(paper.error.kind);
  return paper.value;
}

/** The paragraph between the other two, and what was dropped. */
function between(paragraph: string): { readonly text: string | undefined; readonly dropped: readonly string[] } {
  const paper = read(paragraph);
  return {
    text: 'clauses' in paper ? paper.clauses[1]?.text : undefined,
    dropped: paper.dropped.map(({ text }) => text),
  };
}

describe('words of a page that are no plain text', () => {
  it.each([
    ['a formula', '<p>It is <math><msup><mn>2</mn><mn>10</mn></msup></math> bins.</p>', 'It is 2 10 bins.'],
    ['what stands in for a script', '<noscript><p>Bins stay full.</p></noscript>', 'Bins stay full.'],
    ['a form filled in', '<textarea>Bins stay full.</textarea>', 'Bins stay full.'],
    ['a power', '<p>It is 2<sup>10</sup> bins.</p>', 'It is 2¹⁰ bins.'],
    ['an ordinal', '<p>On the 1<sup>st</sup> of May.</p>', 'On the 1st of May.'],
    ['a note in brackets', '<p>Bins in 2020<sup>[3]</sup> stay full.</p>', 'Bins in 2020 [3] stay full.'],
    ['a raised letter', '<p>It is 2<sup>x</sup> bins.</p>', 'It is 2 x bins.'],
    ['a formula of chemistry', '<p>They give off CO<sub>2</sub> in heaps.</p>', 'They give off CO2 in heaps.'],
  ])('%s is read', (_, paragraph, text) => {
    expect(between(paragraph)).toEqual({ text, dropped: [] });
  });

  it.each([
    ['a picture', '<svg><title>A bin</title></svg>'],
    ['a choice', '<select><option>A bin</option></select>'],
    ['a template', '<template><b>A bin</b></template>'],
    ['a film that cannot be shown', '<video>A bin</video>'],
  ])('%s inside a sentence is dropped in the open', (_, element) => {
    expect(between(`<p>They are ${element} full.</p>`)).toEqual({ text: 'They are full.', dropped: ['A bin'] });
  });
});

describe('words that a page strikes or puts in', () => {
  it.each([
    '<p>Conference <del>opposes</del> <ins>supports</ins> the cuts.</p>',
    '<p>Conference <s>opposes</s> <ins>supports</ins> the cuts.</p>',
    '<p>Conference <strike>opposes</strike> <ins>supports</ins> the cuts.</p>',
    '<p>Conference <span style="text-decoration: line-through">opposes</span> <ins>supports</ins> the cuts.</p>',
  ])('are an amendment to the motion as it was: %s', (paragraph) => {
    const paper = read(paragraph);
    if (paper.kind !== 'agenda') throw new Error(paper.kind);
    const [motion, amendment] = paper.papers;
    expect(motion?.clauses[1]?.text).toBe('Conference opposes the cuts.');
    expect(amendment?.kind).toBe('amendment');
    expect(amendment?.instruction?.value).toBe('In paragraph 2, delete “opposes” and insert “supports”.');
  });

  it('make no amendment when there are none', () => {
    expect(read('<ins class="advertisement"></ins><p>They smell.</p>').kind).toBe('motion');
  });

  it('leave the paper with the words, when one of its two texts has none', () => {
    for (const tag of ['del', 'ins']) {
      const text = `<html><body><${tag}><p>Conference notes that bins are full.</p></${tag}></body></html>`;
      const paper = readPaperText({ name: 'bins.html', text }, { html: htmlParser });
      expect(paper.ok && paper.value.source.join('')).toBe('Conference notes that bins are full.');
    }
  });
});
