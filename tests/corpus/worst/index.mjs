// The worst inputs that strangers can send, as generators: nothing large is kept in the repository.
import { ARRAYS } from './arrays.mjs';
import { DEPTH } from './depth.mjs';
import { GRAPHS } from './graphs.mjs';
import { KEYS } from './keys.mjs';
import { LISTS } from './lists.mjs';
import { MANY } from './many.mjs';
import { NUMBERS } from './numbers.mjs';
import { OLDER } from './older.mjs';
import { PICTURES } from './pictures.mjs';
import { TEXTS } from './texts.mjs';
import { TOKENS } from './tokens.mjs';

export { badge, falseProof, generic, ORIGIN, older, range, signed, token, unsigned, withAchievement, withSubject } from './badge.mjs';
export { chunk, header, png } from './pictures.mjs';

/** Every worst input, in the order of its kinds. */
export const WORST = [...ARRAYS, ...GRAPHS, ...DEPTH, ...TEXTS, ...NUMBERS, ...TOKENS, ...MANY, ...KEYS, ...LISTS, ...PICTURES, ...OLDER];

/**
 * The request to `/vc-api/*` that asks about an input, or null for what only a file, a page or a command takes (pictures, text that is
 * neither JSON nor a token).
 */
export function vcApiRequest({ input }) {
  if (!('text' in input)) return null;
  const text = input.text.trim();
  const isToken = /^[\w-]{1,20000}\./.test(text);
  if (!isToken && !text.startsWith('{')) return null;
  const isPresentation = text.startsWith('{') && text.includes('"type":["VerifiablePresentation"]');
  const [path, member] = isPresentation
    ? ['/vc-api/presentations/verify', 'verifiablePresentation']
    : ['/vc-api/credentials/verify', 'verifiableCredential'];
  return { path, body: `{"${member}":${isToken ? JSON.stringify(text) : text},"options":{}}` };
}
