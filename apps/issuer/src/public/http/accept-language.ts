import { languageOf, PUBLIC_TEXTS, type PublicLanguage } from '@proofmark/messages/public';
import type { HonoRequest } from 'hono';
import { parseAccept } from 'hono/utils/accept';

const MAX_HEADER = 1024;

/** Headers that were read before; clients send few different ones. */
const known = new Map<string, PublicLanguage>();
const MOST_KNOWN = 1000;
const LONGEST_KNOWN = 256;

/** The language of the pages for an Accept-Language header (RFC 9110, 12.5.4): the most welcome one that there is, else English. */
export function preferredLanguage(header: string | null | undefined): PublicLanguage {
  const text = header ?? '';
  const before = known.get(text);
  if (before !== undefined) return before;
  const wanted = parseAccept(text.slice(0, MAX_HEADER)).filter(({ q }) => q > 0);
  const chosen = PUBLIC_TEXTS[languageOf(wanted.map(({ type }) => type)) ?? 'en'];
  if (text.length <= LONGEST_KNOWN && known.size < MOST_KNOWN) known.set(text, chosen);
  return chosen;
}

/** The language in which a request is answered: the one that its address names (`?lang=de`), else the most welcome one. */
export function languageOfRequest(request: Pick<HonoRequest, 'query' | 'header'>, fixed: PublicLanguage | undefined): PublicLanguage {
  if (fixed !== undefined) return fixed;
  const named = languageOf([request.query('lang') ?? '']);
  return named === null ? preferredLanguage(request.header('accept-language')) : PUBLIC_TEXTS[named];
}
