import { HOW_TO_SEND } from '../../../issuing/access/authenticate.js';
import type { Refused } from '../../../issuing/result.js';
import { refused } from '../../../issuing/result.js';

/** The API key that a request brings, or why it brings none. */
export function keyOfRequest(header: (name: string) => string | undefined): { readonly ok: true; readonly value: string } | Refused {
  const sent = header('authorization');
  if (sent === undefined) {
    const other = ['x-api-key', 'api-key', 'x-auth-token'].find((name) => header(name) !== undefined);
    const what = other === undefined ? 'The request has no header `Authorization`.' : `The header \`${other}\` is not read.`;
    return refused('unauthenticated', `${what} ${HOW_TO_SEND}`);
  }
  const key = /^Bearer +(\S+)$/i.exec(sent)?.[1];
  if (key !== undefined) return { ok: true, value: key };
  const what = /^Bearer\b/i.test(sent) ? 'holds no key, or more than one, after `Bearer `' : 'does not begin with `Bearer `';
  return refused('unauthenticated', `The header \`Authorization\` ${what}. ${HOW_TO_SEND}`);
}
