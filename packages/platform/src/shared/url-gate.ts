import { isLoopbackHost, isUrl } from '@proofmark/primitives';

/** Which addresses a fetch may visit at all, judged by the text of the URL alone. */
export interface GateRules {
  /** Lets http and https to loopback names and addresses through, on any port: development only. */
  readonly allowLoopback: boolean;
  /** Ports of hosts that are not loopback; an https URL without a port counts as 443. */
  readonly ports: 'any' | readonly number[];
}

const MAX_URL_LENGTH = 4096;
// A URL that needs repair (spaces, control characters, backslashes) may be read differently by the next parser.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const NEEDS_REPAIR = /[\u0000-\u0020\u007f\\]/;
const AUTHORITY = /^https?:\/\/([^/?#]+)/i;

/**
 * The first gate of every fetch: https only (http for loopback, when allowed), no user info, a host that is written exactly as the
 * URL parser reads it (so no `127.1`, `0x7f000001`, percent signs, full-width digits or a trailing dot), and an allowed port.
 * What the name resolves to is a second question, asked when the connection is made.
 *
 * @returns the parsed URL without its fragment, or null when it must not be visited
 */
export function gateUrl(text: string, rules: GateRules): URL | null {
  if (text.length > MAX_URL_LENGTH || NEEDS_REPAIR.test(text)) return null;
  const authority = AUTHORITY.exec(text)?.[1];
  if (authority === undefined || authority.includes('@') || !isUrl(text)) return null;
  const url = new URL(text);
  const written = authority.replace(/:\d*$/, '').toLowerCase();
  if (url.username !== '' || url.password !== '' || written !== url.hostname || written.endsWith('.')) return null;
  url.hash = '';
  if (isLoopbackHost(url.hostname)) return rules.allowLoopback ? url : null;
  if (url.protocol !== 'https:') return null;
  const port = url.port === '' ? 443 : Number(url.port);
  return rules.ports === 'any' || rules.ports.includes(port) ? url : null;
}
