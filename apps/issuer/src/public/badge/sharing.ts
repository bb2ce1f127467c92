import { ENGLISH, type PublicLanguage } from '@proofmark/messages/public';
import { type Addresses, badgeAddress, type PinnedScript } from '../layout/addresses.js';
import { type Html, html } from '../layout/html.js';
import { plainText } from '../layout/plain-text.js';
import { type BadgePage, isOutOfForce } from './badge-view.js';

type Texts = PublicLanguage['texts']['take-away'];

/** What a shared link is called: a withdrawn badge and a test say so first. */
export function sharedTitle(
  { badge, state, test, issuer }: Pick<BadgePage, 'badge' | 'state' | 'test' | 'issuer'>,
  { texts }: PublicLanguage = ENGLISH,
): string {
  const { name } = badge.recipient;
  const standing = test ? 'test' : name === null || issuer.suspended !== null ? 'other' : 'earned';
  const kind = state.kind === 'revoked' ? 'withdrawn' : state.kind === 'suspended' ? 'suspended' : standing;
  return texts.badge['shared-title']({ state: kind, title: plainText(badge.title), name: plainText(name ?? '') });
}

/** A profile lists what counts: an expired badge is shown as one, and not added as a certificate. */
const counts = ({ state, test, issuer }: BadgePage): boolean => state.kind === 'standing' && !test && issuer.suspended === null;
const isShareable = ({ state, test }: BadgePage): boolean => !isOutOfForce(state) && !test;

/** The ways to share the badge, beside its name. */
export function shareBar(page: BadgePage, at: Addresses, { texts }: PublicLanguage = ENGLISH): Html {
  const { 'take-away': words } = texts;
  const address = badgeAddress(page, at);
  const path = `${at.root}/credentials/${page.id}`;
  return html`<p class="actions">
${counts(page) ? html`<a class="button" href="${linkedInAddress(page, address)}" rel="noopener noreferrer nofollow">${words.linkedin}</a>` : null}
<a class="button quiet" href="${address}" data-copy-link="${JSON.stringify(words.copy)}">${words['copy-link']}</a>
<a class="button quiet" href="${path}.pdf" download>${words.pdf}</a>
<a class="button quiet" href="${path}.png" download>${words.image}</a>
${isShareable(page) ? html`<a class="button quiet" href="#take-away">${words['embed-short']}</a>` : null}
</p>`;
}

/**
 * What a learner takes away: texts to paste, and the badge in its forms. Every text can be selected without JavaScript.
 *
 * @param link what the link is called where it is not that of the page itself
 */
export function takeAwaySection(page: BadgePage, at: Addresses, language: PublicLanguage = ENGLISH, link?: string): Html {
  const { 'take-away': texts } = language.texts;
  const snippet = (id: string, label: string, text: string, rows: number): Html => snippetOf(id, label, text, rows, texts.copy);
  const address = badgeAddress(page, at);
  const shareable = isShareable(page);
  return html`<section class="take-away" aria-labelledby="take-away" lang="${language.lang}">
<h2 id="take-away">${texts.heading}</h2>
${snippet('link', link ?? texts.link, address, 1)}
${shareable ? snippet('embed', texts.embed, htmlSnippet(page, at, at.script, language), 6) : null}
<details><summary>${texts.more}</summary>
${
  shareable
    ? html`${at.script === null ? null : snippet('embed-updating', texts['embed-updating'], htmlSnippet(page, at, null, language), 5)}
${snippet('markdown', texts.markdown, markdownSnippet(page, at, language), 3)}`
    : null
}
<h3>${texts.download}</h3>
${downloads(page, at, language)}
<p class="limits">${texts.limit}</p>
</details>
</section>`;
}

/**
 * The badge in its forms, as files.
 *
 * @param pdf where its sheet is
 */
export function downloads(
  { id, hasJwt }: Pick<BadgePage, 'id' | 'hasJwt'>,
  at: Addresses,
  { texts: all }: PublicLanguage = ENGLISH,
  pdf: string = `${at.root}/credentials/${id}.pdf`,
): Html {
  const { 'take-away': texts } = all;
  const path = `${at.root}/credentials/${id}`;
  return html`<ul class="downloads">
<li><a href="${path}.png" download>${texts.png}</a> <span>${texts.inside}</span></li>
<li><a href="${pdf}" download>${texts['pdf-sheet']}</a> <span>${texts['pdf-is']}</span></li>
<li><a href="${path}.svg" download>${texts.svg}</a> <span>${texts.inside}</span></li>
<li><a href="${path}.json" download>${texts.json}</a> <span>${texts['json-is']}</span></li>
${hasJwt ? html`<li><a href="${path}.jwt" download>${texts.jwt}</a> <span>${texts['jwt-is']}</span></li>` : null}
</ul>`;
}

/** @param words - what the button for copying says, for `assets/copy.js` */
function snippetOf(id: string, label: string, text: string, rows: number, words: Texts['copy']): Html {
  return html`<div class="snippet" data-copy="${JSON.stringify(words)}">
<label for="${`snippet-${id}`}">${label}</label>
<textarea id="${`snippet-${id}`}" rows="${rows}" readonly spellcheck="false" dir="ltr">${text}</textarea>
</div>`;
}

/**
 * The tag for any web page. Without JavaScript the picture and its link are what a visitor sees. The script is pinned: a browser runs it only
 * with the very bytes that it had when the text was copied. Without a script at hand, or on demand, it is the one that updates itself.
 */
export function htmlSnippet(
  page: Pick<BadgePage, 'id' | 'badge'>,
  at: Addresses,
  script: PinnedScript | null = at.script,
  { texts }: PublicLanguage = ENGLISH,
): string {
  const address = badgeAddress(page, at);
  const tag =
    script === null
      ? html`<script type="module" src="${`${at.base}/embed/proofmark-badge.js`}"></script>`
      : html`<script type="module" src="${`${at.base}/embed/${script.version}/proofmark-badge.js`}" integrity="${script.integrity}" crossorigin="anonymous"></script>`;
  return html`${tag}
<proofmark-badge src="${address}">
  <a href="${address}"><img src="${address}.svg" alt="${texts.badge.image({ title: plainText(page.badge.title) })}" width="160" height="160"></a>
</proofmark-badge>`.toString();
}

/** A picture with a link, for a README. The title cannot leave its place: every sign that Markdown may read is escaped. */
function markdownSnippet(page: BadgePage, at: Addresses, { texts }: PublicLanguage = ENGLISH): string {
  const address = badgeAddress(page, at);
  const title = plainText(page.badge.title).replace(/[!-/:-@[-`{-~]/g, '\\$&');
  return `[![${texts.badge.image({ title })}](${address}.svg)](${address})`;
}

/** The form of LinkedIn in which a person adds a certificate to the own profile, filled in. Nothing is sent until it is opened. */
function linkedInAddress({ id, badge, organizationId }: BadgePage, address: string): string {
  const parameters = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name: plainText(badge.title),
    ...(organizationId === null ? { organizationName: plainText(badge.issuer.name) } : { organizationId }),
    certUrl: address,
    certId: id,
  });
  addMonth(parameters, 'issue', badge.validFrom);
  addMonth(parameters, 'expiration', badge.validUntil);
  return `https://www.linkedin.com/profile/add?${parameters.toString()}`;
}

function addMonth(parameters: URLSearchParams, name: string, date: Date | null): void {
  if (date === null) return;
  parameters.set(`${name}Year`, String(date.getUTCFullYear()));
  parameters.set(`${name}Month`, String(date.getUTCMonth() + 1));
}
