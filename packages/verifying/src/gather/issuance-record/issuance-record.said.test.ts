import { describeCheck, describeVerdict } from '@proofmark/messages';
import { checkSentencesFor, describeCheckIn } from '@proofmark/messages/card';
import { describe, expect, it } from 'vitest';
import { check, LIST, STATUS, signed, statusList, unsigned, type World } from '../../fixtures/badges.fixture.js';
import { ENDPOINT, recordOf, successor } from './record.fixture.js';

const honest = unsigned({ credentialStatus: STATUS });

async function judged(badge = honest, more: World = {}) {
  const world = { ...(await recordOf([[94567, honest]])), [LIST]: await statusList({ key: successor }), ...more };
  return check(await signed(badge), world);
}

describe('what a reader is told of a badge whose key was revoked', () => {
  it('is that the record confirms it', async () => {
    const { checks } = await judged();
    expect(describeCheck('key-authorised', checks['key-authorised'])).toEqual({
      happened:
        'The issuer revoked the key that signed the badge later (as of 15 January 2027). Its reason: “A laptop was stolen”. Its record of what it issued confirms that it issued this badge.',
      means: 'Whoever has such a key can sign a badge, but cannot put one into the issuer’s record.',
      todo: '',
    });
  });

  it.each(['de', 'es', 'fr', 'nl'])('is so in the reader’s language: %s', async (lang) => {
    const outcome = (await judged()).checks['key-authorised'];
    const { verdicts } = await checkSentencesFor(lang);
    const { happened } = describeCheckIn(verdicts, 'key-authorised', outcome);
    expect(happened).toMatch(/\S{3,}.*\. \S.*\.$/);
    expect(happened).not.toBe(describeCheck('key-authorised', outcome).happened);
  });

  it.each([
    [
      'has something else in its place',
      { ...honest, name: 'Forged degree' },
      {},
      /^Do not rely on this badge\. .*Its record of what it issued has something else in the place that this badge names\. .*The issuer did not issue this one\./,
    ],
    [
      'has nothing in its place',
      { ...honest, credentialStatus: { ...STATUS, statusListIndex: '94568' } },
      {},
      /^Do not rely on this badge\. .*Its record of what it issued has nothing in the place that this badge names\./,
    ],
    [
      'gave no answer',
      honest,
      { [ENDPOINT]: { failure: 'unreachable' } as const },
      /^The check could not be finished\. .*Its record of what it issued gave no answer \(badges\.example\)\. .*It may be genuine\. Try again later/,
    ],
  ])('is that the record %s', async (_, badge, more, said) => {
    const { title, text, todo } = describeVerdict(await judged(badge, more));
    expect(`${title}. ${text} ${todo}`).toMatch(said);
  });
});
