import { quotedText } from '@proofmark/messages';
import type { PublicLanguage } from '@proofmark/messages/public';
import type { JsonObject } from '@proofmark/schemas';
import { type IssuerSuspension, suspensionOf } from '../../issuing/issuers/suspension.js';
import type { IssuerRecord } from '../../store/index.js';
import type { PublicIssuer } from '../reads.js';
import type { Addresses } from './addresses.js';
import { linkParts } from './foreign.js';
import { type Html, html } from './html.js';

/** The issuer that a page is about, as far as its footer names it. */
export interface IssuerOfPage {
  readonly slug: string;
  /** The name that it gives itself. */
  readonly name: string;
  readonly imprintUrl: string | null;
  readonly privacyUrl: string | null;
  /** That the operator of the service has suspended it; null as a rule. */
  readonly suspended: IssuerSuspension | null;
  /** The badge that the page is about; null where it is about none, or where its address is a secret. */
  readonly badgeId: string | null;
}

/** Of an issuer, as the public reads have it. */
export function issuerOfPage(
  { slug, name, profile, suspended }: Pick<PublicIssuer, 'slug' | 'name' | 'profile' | 'suspended'>,
  badgeId: string | null = null,
): IssuerOfPage {
  const address = (member: string): string | null => {
    const value = profile[member];
    return typeof value === 'string' ? value : null;
  };
  return { slug, name, imprintUrl: address('imprintUrl'), privacyUrl: address('privacyUrl'), suspended, badgeId };
}

/** The same, as the database has it. */
export function issuerOfRecord(issuer: IssuerRecord, badgeId: string | null = null): IssuerOfPage {
  return issuerOfPage({ ...issuer, profile: issuer.profile as JsonObject, suspended: suspensionOf(issuer) }, badgeId);
}

/** An address of the issuer's own, and the words for it; nothing where it gave none. */
export interface LegalLink {
  readonly text: string;
  readonly href: string;
  readonly rel: string;
}

/** Who is responsible, and what is done with data of people: as far as the issuer says where that stands. */
export function legalLinks(issuer: IssuerOfPage, { texts }: PublicLanguage): readonly LegalLink[] {
  const name = { issuer: quotedText(issuer.name, 60) };
  const links: readonly (readonly [string, string | null])[] = [
    [texts.frame.imprint(name), issuer.imprintUrl],
    [texts.frame.privacy(name), issuer.privacyUrl],
  ];
  return links.flatMap(([text, address]) => {
    const parts = linkParts(address);
    return parts === null ? [] : [{ text, href: parts.href, rel: parts.rel }];
  });
}

/** What the footer of a page of an issuer leads to. */
export function issuerLinks(issuer: IssuerOfPage, at: Addresses, language: PublicLanguage): Html {
  const { frame } = language.texts;
  const links = legalLinks(issuer, language);
  const about = issuer.badgeId === null ? `issuers/${issuer.slug}` : `credentials/${issuer.badgeId}`;
  return html`<nav class="languages" aria-label="${frame.issuer}">
${links.map(({ text, href, rel }) => html`<a href="${href}" rel="${rel}"><bdi>${text}</bdi></a> `)}
<a href="${at.root}/${about}/report" rel="nofollow">${frame.report}</a></nav>
`;
}
