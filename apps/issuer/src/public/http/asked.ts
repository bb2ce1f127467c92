import type { PublicLanguage } from '@proofmark/messages/public';
import type { Context } from 'hono';
import { type Accepted, readAccept } from './accept.js';
import { languageOfRequest, preferredLanguage } from './accept-language.js';

/**
 * A GET of a public document: all that an answer may depend on, and so all that its place in the memory depends on. A host is not among them: the
 * service has one address, whatever a client calls it.
 */
export interface Asked {
  /** Names the document: the path, and of the query what its route reads. */
  readonly address: string;
  param(name: string): string | undefined;
  query(name: string): string | undefined;
  /** What the client likes. Reading it makes the answer one of several at this address. */
  readonly accept: Accepted;
  /** Whether a script of a page asks, which cannot want a page. Reading it does the same. */
  readonly script: boolean;
  /** The language of a page. Reading it does the same. */
  readonly language: PublicLanguage;
}

/** As `Asked`, for the memory: which of several answers is wanted, and whether that was asked for. */
export interface AskedFor {
  readonly asked: Asked;
  readonly variant: string;
  varies(): boolean;
}

/**
 * @param names of the parameters of the query that the route reads
 * @param fixed the language of all pages, where readers do not choose it
 */
export function askedFor(c: Context, names: readonly string[], fixed?: PublicLanguage): AskedFor {
  const query = new Map(names.map((name) => [name, c.req.query(name)]));
  const given = [...query].filter((pair): pair is [string, string] => pair[1] !== undefined);
  const address = given.length === 0 ? c.req.path : `${c.req.path}?${new URLSearchParams(given)}`;
  const accept = readAccept(c.req.header('accept'));
  const script = isScript(c.req.header('sec-fetch-dest'));
  const language = languageOfRequest(c.req, fixed);
  let varies = false;
  const asked: Asked = {
    address,
    param: (name) => c.req.param(name),
    query: (name) => query.get(name),
    get accept() {
      varies = true;
      return accept;
    },
    get script() {
      varies = true;
      return script;
    },
    get language() {
      varies = true;
      return language;
    },
  };
  return { asked, variant: variantOf(accept, script, language), varies: () => varies };
}

/** Which of several answers at an address a request wants, by its headers. */
export function variantFor(headers: Pick<Headers, 'get'>): string {
  const language = preferredLanguage(headers.get('accept-language'));
  return variantOf(readAccept(headers.get('accept')), isScript(headers.get('sec-fetch-dest')), language);
}

/** Browsers mark what a script asks for. */
function isScript(fetchDest: string | null | undefined): boolean {
  return fetchDest === 'empty';
}

/** Names one of several answers at an address. */
function variantOf({ key }: Accepted, script: boolean, { lang }: PublicLanguage): string {
  return `${key}${script ? 's' : ''} ${lang}`;
}
