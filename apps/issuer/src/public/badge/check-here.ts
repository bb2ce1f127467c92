import type { PublicLanguage } from '@proofmark/messages/public';
import { type Addresses, badgeAddress, checkLink } from '../layout/addresses.js';
import { type Html, html } from '../layout/html.js';
import type { BadgePage } from './badge-view.js';

/** The check, which runs in the reader's browser. Without JavaScript it is a link to the verification page. */
export function checkHere({ id, badge }: Pick<BadgePage, 'id' | 'badge'>, at: Addresses, { lang, texts }: PublicLanguage): Html {
  const { 'check-here': words } = texts;
  return html`<section class="check-here" aria-labelledby="check-here" lang="${lang}">
<h2 id="check-here">${words.heading}</h2>
<p>${words.text({ host: badge.issuer.host })}</p>
<proofmark-badge src="${badgeAddress({ id }, at)}" variant="card"><a class="button" href="${checkLink(at, id)}">${texts.badge.check}</a></proofmark-badge>
</section>`;
}

/** The element's script, from this service and pinned; nothing where it is not at hand. */
export function elementScript({ root, script }: Addresses): Html | null {
  if (script === null) return null;
  return html`<script type="module" src="${root}/embed/${script.version}/proofmark-badge.js" integrity="${script.integrity}" crossorigin="anonymous"></script>`;
}

/** What a page with the element may ask: the service itself, and the web domains that the issuer claims, which the check asks whether that is so. */
export function checkSources({ base }: Addresses, domains: readonly string[]): string {
  return [...new Set(["'self'", new URL(base).origin, ...domains.map((domain) => new URL(domain).origin)])].join(' ');
}
