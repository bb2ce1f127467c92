import type { Report } from '@proofmark/schemas';
import type { Verdicts } from './compiled/types.js';
import { shownHost } from './shown-text.js';

/** Whom a report proves to have signed a badge; a name that the badge gives itself is no part of it. */
export interface Signer {
  /** The web domain that is proved to be the issuer's, else the host that publishes its key; null where the key belongs to no host. */
  readonly host: string | null;
  /** The host publishes the key at a path, and may do so for others. */
  readonly shared: boolean;
  /** The badge is not signed: it stands at the host (Open Badges 2.0, hosted). */
  readonly hosted: boolean;
}

/** Tells who signed a badge; null where no signature proves it. */
export function signerOf({ badge, checks }: Pick<Report, 'badge' | 'checks'>): Signer | null {
  const { signature, 'issuer-binding': binding, 'issuer-domain': proven } = checks;
  const hosted = signature.outcome === 'not-applicable' && signature.reason === 'hosted';
  if (binding.outcome !== 'passed' || !(hosted || signature.outcome === 'passed')) return null;
  const domain = proven.outcome === 'passed' ? proven.detail?.domain : undefined;
  const shared = typeof domain !== 'string';
  const host = shared ? hostOfIssuer(badge?.issuer.id ?? null) : domain;
  return { host: host === null ? null : shownHost(host), shared: shared && host !== null, hosted };
}

/** The title about an issuer whom nobody confirms: it names what is proved, and nothing that the badge says of itself. */
export function unknownSignerTitle(signer: Signer | null, verdicts: Verdicts): string {
  if (signer === null) return verdicts.titles['genuine-issuer-unknown'];
  const { host, hosted } = signer;
  return host === null ? verdicts['signed-by-key'] : verdicts['signed-by']({ host, hosted: hosted ? 'yes' : 'no' });
}

/**
 * The host that publishes an issuer's key: that of a did:web or of a web address, as a browser asks it (an internationalised name in its
 * `xn--` form). Null for a `did:key` and for what names no host.
 */
export function hostOfIssuer(id: string | null): string | null {
  const address = (id ?? '').replace(/^did:web:([^:#?/]+).*/s, (_, host: string) => `https://${host.replace(/%3a/i, ':')}/`);
  try {
    const { protocol, username, password, host } = new URL(address);
    return /^https?:$/.test(protocol) && username + password === '' ? host : null;
  } catch {
    // What is no address names no host.
    return null;
  }
}
