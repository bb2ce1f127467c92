import { having, payloadOf, rawToken, signed, token, unsigned } from '../badges.js';
import { CARRIED, genuine, unreadable, type Vector, vector } from '../case.js';
import { SCHOOL } from '../issuers.js';

/** Badges before, in and after their time. */
export async function dates(): Promise<readonly Vector[]> {
  const until = (text: string): Promise<object> => signed(unsigned({ validUntil: Date.parse(text) }));
  return [
    genuine('dates/running.json', 'A badge that ends next year.', await until('2028-03-01T00:00:00Z'), {
      because: { ...CARRIED, 'valid-until': 'passed' },
    }),
    vector('dates/ended.json', 'A badge that ended two months ago.', await until('2027-01-01T00:00:00Z'), 'no-longer-current', {
      because: { 'valid-until': 'expired' },
    }),
    genuine(
      'dates/token-end.jwt',
      'The badge states no end and its token does (exp): the end counts, and has not come.',
      await rawToken({ alg: 'ES256', typ: 'JWT', kid: `${SCHOOL}#token` }, { ...payloadOf(await token()), exp: 1_900_000_000 }),
      { because: { ...CARRIED, claims: 'passed', 'valid-until': 'passed' } },
    ),
    vector(
      'dates/token-ended.jwt',
      'The badge states no end and its token does (exp): it has come.',
      await rawToken({ alg: 'ES256', typ: 'JWT', kid: `${SCHOOL}#token` }, { ...payloadOf(await token()), exp: 1_800_000_000 }),
      'no-longer-current',
      { because: { 'valid-until': 'expired' } },
    ),
    vector(
      'dates/not-begun.json',
      'A badge that begins next month.',
      await signed(unsigned({ validFrom: Date.parse('2027-04-01T00:00:00Z') })),
      'no-longer-current',
      {
        because: { 'valid-from': 'not-yet-valid' },
      },
    ),
    vector(
      'dates/proof-ended.json',
      'The proof itself was made to count until last month.',
      await signed(unsigned(), { options: { expires: '2027-02-01T00:00:00Z' } }),
      'no-longer-current',
      {
        because: { 'valid-until': 'expired' },
      },
    ),
    unreadable(
      'dates/no-zone.json',
      'A beginning without a zone is no instant.',
      await signed(having(unsigned(), { validFrom: '2026-11-22T09:00:00' })),
      { schema: 'schema-violation' },
    ),
    vector(
      'dates/reversed.json',
      'A badge that ended before it begins.',
      await signed(having(unsigned(), { validUntil: '2026-01-01T00:00:00Z' })),
      'no-longer-current',
      { because: { 'valid-until': 'expired' } },
    ),
  ];
}
