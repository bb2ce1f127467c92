import { canonicalHost } from '../host-names/canonical-host.js';
import { canonicalEmail } from './canonical-email.js';
import { decodeLabel } from './decode-label.js';

/**
 * The spellings under which somebody may have hashed an e-mail address, best first: the canonical one, the one with the domain in letters,
 * and the address as it was typed, each composed and decomposed, in lower case and as typed. No more than twenty-one.
 *
 * @returns empty for a text that is no address
 */
export function emailSpellings(text: string): readonly string[] {
  const canonical = canonicalEmail(text);
  if (canonical === null) return [];
  const typed = text.trim();
  const [typedLocal, local] = [localOf(typed), localOf(canonical)];
  const domain = canonical.slice(local.length + 1);
  const letters = inLetters(domain);
  const found = [canonical, `${local}@${letters}`, typed.toLowerCase(), text, typed, `${typedLocal}@${domain}`, `${typedLocal}@${letters}`];
  return [...new Set([...found, ...found.map((each) => each.normalize('NFC')), ...found.map((each) => each.normalize('NFD'))])];
}

const localOf = (address: string): string => address.slice(0, address.lastIndexOf('@'));

/** The domain as U-labels (RFC 5890), as far as they lead back to it. */
function inLetters(domain: string): string {
  const labels = domain.split('.').map((label) => {
    const letters = decodeLabel(label);
    return letters !== null && canonicalHost(`${letters}.example`) === `${label}.example` ? letters : label;
  });
  return labels.join('.');
}
