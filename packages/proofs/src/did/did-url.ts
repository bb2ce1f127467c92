/** A DID URL taken apart (DID Core 1.0 section 3.2). */
export interface DidUrl {
  /** The DID itself, without path, query and fragment. */
  readonly did: string;
  /** The method's name: `web`, `key`, `jwk` … */
  readonly method: string;
  /** What comes after `did:<method>:`. */
  readonly specific: string;
  readonly path: string;
  readonly query: string | null;
  /** Without its `#`; null when there is none. */
  readonly fragment: string | null;
}

const MAX_LENGTH = 4096;
const DID_URL =
  /^(did:([a-z0-9]+):((?:[A-Za-z0-9._-]|%[0-9A-Fa-f]{2}|:)*(?:[A-Za-z0-9._-]|%[0-9A-Fa-f]{2})))(\/[^?#\s]*)?(?:\?([^#\s]*))?(?:#([^\s#]*))?$/;

/** Takes a DID or a DID URL apart; null when it is neither. */
export function parseDidUrl(text: string): DidUrl | null {
  if (text.length > MAX_LENGTH || !text.startsWith('did:')) return null;
  const parts = DID_URL.exec(text);
  if (parts === null) return null;
  const [, did = '', method = '', specific = '', path = '', query, fragment] = parts;
  return { did, method, specific, path, query: query ?? null, fragment: fragment ?? null };
}

/** The absolute form of an id that may be relative (`#key`) to the document or controller `base`. */
export function absoluteId(id: string, base: string): string {
  return id.startsWith('#') ? `${withoutFragment(base)}${id}` : id;
}

/** A URL or DID URL without its fragment: the address of the document that holds a key. */
export function withoutFragment(id: string): string {
  const hash = id.indexOf('#');
  return hash < 0 ? id : id.slice(0, hash);
}
