import type { PublicKey, TokenPort } from '../ports.js';
import type { LibraryAnswer } from './library-answer.js';

/** Hands a token to the host's JOSE library as it is, under the algorithm that its header names. */
export async function askToken(
  { token, alg, key }: { readonly token: string; readonly alg: string; readonly key: PublicKey },
  tokens: Pick<TokenPort, 'verifyCompact'>,
): Promise<LibraryAnswer> {
  const answer = await tokens.verifyCompact(token, alg, key);
  if (answer === null) return { answer: 'cannot-tell', reason: 'unsupported-suite' };
  return { answer: answer ? 'valid' : 'invalid' };
}
