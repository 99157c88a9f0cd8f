import { describe, expect, it } from 'vitest';
import { sendMessage, sentNewsMessage, submissionWords } from './sending-message';

describe('what is not sent yet', () => {
  it('says when it is tried again, and that nothing is lost (S24)', () => {
    expect(sendMessage({ kind: 'busy', retryAfter: 40_000 }, 40)).toBe(
      'Not sent yet – will try again in 40 s. The server is busy, and asks to be left alone for a while. What you wrote is safe on this computer.',
    );
  });

  it('names no time where trying again is of no use', () => {
    const words = sendMessage({ kind: 'folder-full', status: 507 });
    expect(words).toBe('Not sent yet. The folder is full. What you wrote is safe on this computer.');
  });
});

describe('what happened on the way', () => {
  it.each([
    [{ lost: 0, isRenewed: false }, []],
    [{ lost: 1, isRenewed: false }, ['The folder lost one of your changes. It has been sent again.']],
    [{ lost: 12, isRenewed: false }, ['The folder lost 12 of your changes. They have been sent again.']],
    [
      { lost: 0, isRenewed: true },
      [
        'Two computers are using the same device key (maybe a restored backup). This one has been given a new key; nothing was lost.',
      ],
    ],
  ])('of %j is %j (S22, S21)', (news, sentences) => {
    expect(sentNewsMessage(news)).toEqual(sentences);
  });
});

it('a refusal is told with its reason', () => {
  expect(submissionWords({ step: 'refused', reason: 'It came too late.' })).toBe('Not accepted: It came too late.');
  expect(submissionWords({ step: 'refused' })).toBe('Not accepted');
});
