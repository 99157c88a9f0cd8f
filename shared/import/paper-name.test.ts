import { expect, it } from 'vitest';
import { isConferenceId } from '../bundle/conference-id';
import { isOfficialId } from '../bundle/official-ids';
import { conferenceName, paperName } from './paper-name';

const place = { conferenceId: 'lg', sha256: 'ab'.repeat(32), index: 0 };

it('a paper is called the same wherever it is brought in, and another is called otherwise', () => {
  expect(paperName({ ...place })).toBe(paperName(place));
  const others = [{ index: 1 }, { conferenceId: 'ndc' }, { sha256: 'cd'.repeat(32) }];
  for (const other of others) expect(paperName({ ...place, ...other })).not.toBe(paperName(place));
  expect(isOfficialId(paperName(place))).toBe(false);
});

it('a conference is called the same whatever its letters and spaces', () => {
  expect(conferenceName(' Harbour  workers 2027')).toBe(conferenceName('Harbour Workers 2027'));
  expect(conferenceName('Harbour Workers 2028')).not.toBe(conferenceName('Harbour Workers 2027'));
  expect(isConferenceId(conferenceName(''))).toBe(false);
});
