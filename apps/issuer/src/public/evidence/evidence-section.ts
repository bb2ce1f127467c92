import { foldCompanions } from '@proofmark/evidence';
import { ENGLISH, type PublicLanguage } from '@proofmark/messages/public';
import type { BadgeView } from '../badge/badge-view.js';
import { foreign, foreignLink } from '../layout/foreign.js';
import { type Html, html } from '../layout/html.js';
import { markdown } from '../layout/markdown.js';
import { shorten } from '../layout/plain-text.js';
import { withParts } from '../layout/with-parts.js';
import { fourLines } from './evidence-facts.js';
import { type WorkItem, workItem } from './evidence-item.js';
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
<p class="limits" lang="${lang}">${texts.limit}</p>
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
    const byCopy = item.pin === 'none' && items.some(({ pin }, other) => companions[other] === at && pin === 'digest');
    const also = items.flatMap(({ address }, other) => (companions[other] === at && address?.startsWith('swh:') ? [address] : []));
    return [{ item: byCopy ? { ...item, pin: 'copy' } : item, known: item.address === null ? undefined : known.get(item.address), also }];
  });
}

function piece({ item, known, also }: Piece, language: PublicLanguage): Html {
  const { lang, texts } = language;
  return html`<li class="piece">
<h3>${foreignLink(item.address?.startsWith('urn:') ? null : item.address, item.title)}</h3>
<p class="tags" lang="${lang}"><span class="kind">${foreign(item.kind)}</span> <span class="pin ${item.pin === 'none' ? 'loose' : 'fast'}">${texts.pins[item.pin].label}</span></p>
${item.description === null ? null : html`<p>${foreign(item.description)}</p>`}
${item.narrative === null ? null : html`<div class="narrative">${markdown(item.narrative)}</div>`}
${fourLines(item, known, language)}
${also.map((name) => html`<p class="also" lang="${lang}">${withParts(texts.evidence.also, { name: html`<code>${shorten(name, 400)}</code>` })}</p>`)}
</li>`;
}
