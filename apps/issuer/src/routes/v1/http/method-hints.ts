const WITHDRAW = 'To withdraw it: POST {address}/revoke. To remove what it says of a person: POST {address}/erase.';

/** What to do instead of a method that an address does not have, by the address as its routes write it. `{address}` is the one that was asked. */
const INSTEAD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/v1/credentials': { POST: 'A badge is issued under its achievement: POST /v1/achievements/{achievementId}/credentials.' },
  '/v1/credentials/:credentialId': {
    PATCH: `A badge does not change once it is signed. To replace it by a new one: POST {address}/renew. ${WITHDRAW}`,
    DELETE: `A badge that was signed is not deleted. ${WITHDRAW}`,
  },
  '/v1/achievements/:achievementId': {
    DELETE: 'An achievement is not deleted, since its badges name it. To issue no more of them: PATCH {address} with {"archived":true}.',
  },
  '/v1/issuers/:issuerId': {
    DELETE: 'An issuer stays, since the badges that it signed name it. Its API keys can be withdrawn: DELETE /v1/api-keys/{apiKeyId}.',
  },
  '/v1/api-keys/:apiKeyId': {
    PATCH: 'An API key does not change: make another with POST /v1/api-keys, and withdraw this one with DELETE {address}.',
  },
};

/**
 * What to say of a method that an address does not have: what it takes, and what to do instead.
 *
 * @param pattern the address as its routes write it
 * @param allowed the methods that it has
 */
export function methodRefused(
  method: string,
  { pattern, address }: { readonly pattern: string; readonly address: string },
  allowed: readonly string[],
): string {
  const takes = `This address takes ${allowed.join(', ')}.`;
  const changes = method === 'PUT' && allowed.includes('PATCH') ? 'To change it, send only what changes: PATCH {address}.' : undefined;
  const instead = changes ?? INSTEAD[pattern]?.[method === 'PUT' ? 'PATCH' : method];
  return instead === undefined ? takes : `${takes} ${instead.replaceAll('{address}', address)}`;
}
