import type { StatusInput } from '@proofmark/credentials';
import type { JsonObject } from '@proofmark/primitives';
import type { UnknownCode } from '@proofmark/schemas';
import { having, signed, unsigned } from '../badges.js';
import { type Because, CARRIED, genuine, refused, unfinished, type Vector, vector } from '../case.js';
import { ALTERED_LIST, ENDED_LIST, FOREIGN_LIST, REVOCATIONS, SHORT_LIST, SUSPENSIONS } from '../lists.js';

const CLEAR = { ...CARRIED, 'status-list': 'passed', revoked: 'passed' } as const;

/** The list says nothing, so neither does the badge’s bit in it. */
const both = (code: UnknownCode, bit: 'revoked' | 'suspended' = 'revoked'): Because => ({ 'status-list': code, [bit]: code });

/** Badges with a status. */
export async function status(): Promise<readonly Vector[]> {
  const at = (list: string, index: number, purpose: StatusInput['purpose'] = 'revocation'): Promise<JsonObject> =>
    signed(unsigned({ status: { list, index, purpose } }));
  const entry = unsigned({ status: { list: REVOCATIONS, index: 6 } }).credentialStatus as JsonObject;
  const pause = unsigned({ status: { list: SUSPENSIONS, index: 6, purpose: 'suspension' } }).credentialStatus as JsonObject;
  const written = (credentialStatus: JsonObject | readonly JsonObject[]): Promise<JsonObject> =>
    signed(having(unsigned(), { credentialStatus }));
  return [
    genuine('status/clear.json', 'The bit of the badge in the revocation list is not set.', await at(REVOCATIONS, 6), { because: CLEAR }),
    genuine('status/two-lists.json', 'A badge that is neither revoked nor suspended, by two lists.', await written([entry, pause]), {
      because: { ...CLEAR, suspended: 'passed' },
    }),
    refused('status/revoked.json', 'The bit of the badge in the revocation list is set.', await at(REVOCATIONS, 5), { revoked: 'revoked' }),
    vector(
      'status/suspended.json',
      'The bit of the badge in the suspension list is set.',
      await at(SUSPENSIONS, 7, 'suspension'),
      'no-longer-current',
      {
        because: { suspended: 'suspended' },
      },
    ),
    unfinished(
      'status/out-of-date.json',
      'The list was valid until last year, so it says nothing about today.',
      await at(ENDED_LIST, 6),
      both('status-list-invalid'),
    ),
    unfinished(
      'status/foreign-list.json',
      'The list is another issuer’s, whose word on this badge does not count.',
      await at(FOREIGN_LIST, 6),
      both('status-list-untrusted'),
    ),
    unfinished(
      'status/altered-list.json',
      'The list was altered, so its signature does not hold.',
      await at(ALTERED_LIST, 5),
      both('status-list-untrusted'),
    ),
    unfinished(
      'status/short-list.json',
      'The list has fewer entries than the standard demands, which would tell about whom it was asked.',
      await at(SHORT_LIST, 6),
      both('status-list-invalid'),
    ),
    unfinished(
      'status/beyond-the-list.json',
      'The index is behind the end of the list.',
      await at(REVOCATIONS, 131_072),
      both('status-list-invalid'),
    ),
    unfinished(
      'status/wrong-purpose.json',
      'The entry asks the revocation list about suspension.',
      await at(REVOCATIONS, 6, 'suspension'),
      both('status-list-invalid', 'suspended'),
    ),
    unfinished('status/no-list.json', 'The list cannot be had.', await at('https://school.example/status/gone', 6), both('offline')),
  ];
}
