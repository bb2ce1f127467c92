import { foldCompanions } from '@proofmark/evidence';
import { ENGLISH, type PublicLanguage } from '@proofmark/messages/public';
import type { BadgeView } from '../badge/badge-view.js';
import { foreign, foreignLink } from '../layout/foreign.js';
import { type Html, html } from '../layout/html.js';
import { markdown } from '../layout/markdown.js';
import { shorten } from '../layout/plain-text.js';
import { withParts } from '../layout/with-parts.js';
import { fourLines } from './evidence-facts.js';
import { isPinned, type Pin, type WorkItem, workItem } from './evidence-item.js';
import type { KnownWork } from './known-evidence.js';

const SHOWN = 3;

/** One piece of work, with what only names it again. */
interface Piece {
  readonly item: WorkItem;
  readonly known: KnownWork | undefined;
  readonly also: readonly string[];
}

/** The work behind the badge: each piece with its kind, its host, and its four lines as the issuer knows them. */
export function workSection(badge: BadgeView, known: ReadonlyMap<string, KnownWork>, language: PublicLanguage = ENGLISH): Html {
  const { lang } = language;
  const { evidence: texts } = language.texts;
  const pieces = evidenceItems(badge, known, language);
  if (pieces.length === 0) {
    return html`<section class="work" aria-labelledby="work">
<h2 id="work" lang="${lang}">${texts.heading}</h2>
<p class="none" lang="${lang}"><strong>${texts.none}</strong> ${texts['none-means']}</p>
${badge.narrative === null ? null : html`<div class="narrative">${markdown(badge.narrative)}</div>`}
</section>`;
  }
  const rest = pieces.slice(SHOWN);
  return html`<section class="work" aria-labelledby="work">
<h2 id="work" lang="${lang}">${texts.heading}</h2>
${badge.narrative === null ? null : html`<div class="narrative">${markdown(badge.narrative)}</div>`}
<ul class="pieces">${pieces.slice(0, SHOWN).map((one) => piece(one, language))}</ul>
${
  rest.length === 0
    ? null
    : html`<details><summary lang="${lang}">${texts.more({ count: rest.length })}</summary>
<ul class="pieces">${rest.map((one) => piece(one, language))}</ul></details>`
}
<p class="limits" lang="${lang}">${limitOf(pieces, texts)}</p>
</section>`;
}

/** A SWHID, and a copy that the issuer keeps, are no pieces of their own: they stand with the work that they name. */
function evidenceItems({ evidence }: BadgeView, known: ReadonlyMap<string, KnownWork>, { texts }: PublicLanguage): readonly Piece[] {
  const items = evidence.map((piece) => workItem(piece, texts));
  const copies = [...known.values()].map(({ id, kept }) => [id, kept.flatMap(({ url }) => url ?? [])] as const);
  const companions = foldCompanions(
    items.map(({ address }) => address),
    new Map(copies),
  );
  return items.flatMap((item, at) => {
    if (companions[at] != null) return [];
    const byCopy = items.some(({ pin }, other) => companions[other] === at && pin === 'digest');
    const also = items.flatMap(({ address }, other) => (companions[other] === at && address?.startsWith('swh:') ? [address] : []));
    const its = item.address === null ? undefined : known.get(item.address);
    return [{ item: { ...item, pin: pinOf(item.pin, byCopy, its?.seen ?? also.length > 0) }, known: its, also }];
  });
}

/** @param seen the issuer has read the work; where nothing else is known, a SWHID beside it says so */
function pinOf(named: Pin, byCopy: boolean, seen: boolean): Pin {
  if (named === 'digest') return named;
  if (named !== 'none' && seen) return named;
  return byCopy ? 'copy' : named === 'none' ? 'none' : 'unseen';
}

/** What the whole section is: only what was read is what the issuer found. */
function limitOf(pieces: readonly Piece[], texts: PublicLanguage['texts']['evidence']): string {
  const found = pieces.filter(({ item, known }) => isPinned(item.pin) || known?.seen === true).length;
  return found === pieces.length ? texts.limit : found === 0 ? texts['limit-unseen'] : texts['limit-some'];
}

function piece({ item, known, also }: Piece, language: PublicLanguage): Html {
  const { lang, texts } = language;
  return html`<li class="piece">
<h3>${foreignLink(item.address?.startsWith('urn:') ? null : item.address, item.title)}</h3>
<p class="tags" lang="${lang}"><span class="kind">${foreign(item.kind)}</span> <span class="pin ${isPinned(item.pin) ? 'fast' : 'loose'}">${texts.pins[item.pin].label}</span></p>
${item.description === null ? null : html`<p>${foreign(item.description)}</p>`}
${item.narrative === null ? null : html`<div class="narrative">${markdown(item.narrative)}</div>`}
${fourLines(item, known, language)}
${also.map((name) => html`<p class="also" lang="${lang}">${withParts(texts.evidence.also, { name: html`<code>${shorten(name, 400)}</code>` })}</p>`)}
</li>`;
}
