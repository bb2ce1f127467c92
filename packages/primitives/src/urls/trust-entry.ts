import { isUrl } from './urls.js';

const DOMAIN = /^(?:https?:\/\/)?(?:localhost|(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.)+\p{L}[\p{L}\p{N}-]{0,62})(?::\d{1,5})?\/?$/iu;

/** An address of a document is no longer than this. */
const MAX_LENGTH = 2000;

/** Whether an entry of a list of trusted issuers is an address that has a path: of a badge, or of a registry. */
export const isDocumentAddress = (entry: string): boolean => /^https?:\/\//i.test(entry) && isUrl(entry) && new URL(entry).pathname !== '/';

/**
 * Whether an entry of a list of trusted issuers is something that can be compared: an identifier (`did:…`), a domain, or the address of
 * a document. A name is none of these: anybody may bear it.
 */
export const isTrustEntry = (entry: string): boolean =>
  entry.length <= MAX_LENGTH && (/^did:[a-z0-9]+:\S+$/.test(entry) || DOMAIN.test(entry) || isDocumentAddress(entry));
