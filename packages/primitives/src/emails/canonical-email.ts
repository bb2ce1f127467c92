import { canonicalHost } from '../host-names/canonical-host.js';

/** Octets of an address as a whole, of its local part, and of its domain (RFC 5321, 4.5.3.1; RFC 3696 erratum 1690). */
const MAX = { address: 254, local: 64, domain: 253 } as const;

/** Dot-atoms (RFC 5321, 4.1.2) with the letters of RFC 6531, 3.3. Invisible characters are no letters. */
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~\-\u0080-\u{10ffff}]+(?:\.[\w!#$%&'*+/=?^`{|}~\-\u0080-\u{10ffff}]+)*$/u;
const INVISIBLE = /[\p{C}\p{Z}]/u;
/** The domain of a canonical address: A-labels in lower case (RFC 5890), of which there are at least two. At most 253 characters. */
export const MAIL_DOMAIN: RegExp = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/;
/** What a host in a URL may hold and a domain may not: percent-encoding, brackets, and a dot at the end in any of its spellings. */
const NO_DOMAIN = /[%[\]]|[.\u3002\uff0e\uff61]$/;

/**
 * The one spelling of an e-mail address under which it is hashed and found: without outer white space, composed (NFC), lower case, and the
 * domain as its A-labels (RFC 5890), so that `Ada@Bücher.example` and `ada@xn--bcher-kva.example` are one address.
 *
 * The local part is lower case too, although a server may tell the two cases apart (RFC 5321, 2.4): people do not.
 *
 * @returns null for a text that is no address of RFC 5321 and RFC 6531; quoted local parts and address literals count as none
 */
export function canonicalEmail(text: string): string | null {
  if (text.length > 2 * MAX.address) return null;
  const address = text.trim();
  const at = address.lastIndexOf('@');
  if (at < 1) return null;
  const local = address.slice(0, at).normalize('NFC').toLowerCase().normalize('NFC');
  if (!LOCAL.test(local) || INVISIBLE.test(local) || octets(local) > MAX.local) return null;
  const written = address.slice(at + 1);
  const domain = NO_DOMAIN.test(written) ? null : canonicalHost(written);
  if (domain === null || domain.length > MAX.domain || !MAIL_DOMAIN.test(domain)) return null;
  const canonical = `${local}@${domain}`;
  return octets(canonical) > MAX.address ? null : canonical;
}

/** The length of a text in UTF-8. */
function octets(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}
