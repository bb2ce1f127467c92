// Numbers that take long to read, to write, or to count up to.
import { badge, generic, range, withAchievement, withSubject } from './badge.mjs';

const raw = (name, make) => ({ name, kind: 'numbers', make: async () => ({ input: { text: make() } }) });
const put = (document, mark, number) => JSON.stringify(document).replace(`"${mark}"`, number);

export const NUMBERS = [
  raw('a badge with a number of 900000 digits', () => put(withAchievement({ creditsAvailable: 'HERE' }), 'HERE', '9'.repeat(900_000))),
  raw('a badge with a number of 900000 decimal places', () =>
    put(withAchievement({ creditsAvailable: 'HERE' }), 'HERE', `0.${'3'.repeat(900_000)}`),
  ),
  raw('a badge with an exponent of 300000 digits', () =>
    put(withAchievement({ creditsAvailable: 'HERE' }), 'HERE', `1e-${'9'.repeat(300_000)}`),
  ),
  raw('a generic credential with the largest number there is', () => put(generic({ name: 'HERE' }), 'HERE', '1.7976931348623157e308')),
  raw('a generic credential with 30000 different doubles', () => JSON.stringify(generic({ name: range(30_000, (i) => i + 1 / 3) }))),
  raw('a badge that is valid for 10^15 years', () => JSON.stringify(badge({ validUntil: `+${'9'.repeat(15)}-01-01T00:00:00Z` }))),
  raw('a badge with a status size of 10^15', () =>
    JSON.stringify(
      badge({
        credentialStatus: {
          type: 'BitstringStatusListEntry',
          statusPurpose: 'message',
          statusSize: 1e15,
          statusMessage: range(9_000, (i) => ({ status: `0x${i}`, message: 'x' })),
          statusListIndex: '9007199254740991',
          statusListCredential: 'https://x.example/s',
        },
      }),
    ),
  ),
  raw('a badge with a result of 900000 digits', () =>
    JSON.stringify(withSubject({ result: [{ type: ['Result'], value: '9'.repeat(900_000) }] })),
  ),
];
