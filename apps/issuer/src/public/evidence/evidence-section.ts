import { foldCompanions } from '@proofmark/evidence';
import { ENGLISH, type PublicLanguage } from '@proofmark/messages/public';
import type { BadgeView } from '../badge/badge-view.js';
import type { Addresses } from '../layout/addresses.js';
import { foreign, foreignLink } from '../layout/foreign.js';
import { type Html, html } from '../layout/html.js';
import { markdown } from '../layout/markdown.js';
import { plainText, shorten } from '../layout/plain-text.js';
import { withParts } from '../layout/with-parts.js';
import { contentsOf, sizeOf } from './contents.js';
import { factsView, fourLines } from './evidence-facts.js';
import { isPinned, type Pin, type WorkItem, workItem } from './evidence-item.js';
import type { KnownWork } from './known-evidence.js';

const SHOWN = 3;

/** One piece of work, with what only names it again. */
interface Piece {
  readonly item: WorkItem;
  readonly known: KnownWork | undefined;
  readonly also: readonly string[];
}

/** The work behind the badge as cards: what it is and where, its answers in short, what it holds, and folded how the issuer knows that. */
export function workSection(
  badge: BadgeView,
  known: ReadonlyMap<string, KnownWork>,
  at: Addresses,
  language: PublicLanguage = ENGLISH,
): Html {
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
<ul class="pieces">${pieces.slice(0, SHOWN).map((one) => piece(one, badge, at, language))}</ul>
${
  rest.length === 0
    ? null
    : html`<details><summary lang="${lang}">${texts.more({ count: rest.length })}</summary>
<ul class="pieces">${rest.map((one) => piece(one, badge, at, language))}</ul></details>`
}
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

/** What the whole section is: only what was read is what the issuer found. Null where there is no work. */
export function limitOfWork(badge: BadgeView, known: ReadonlyMap<string, KnownWork>, language: PublicLanguage): string | null {
  const pieces = evidenceItems(badge, known, language);
  if (pieces.length === 0) return null;
  const { evidence: texts } = language.texts;
  const found = pieces.filter(({ item, known: its }) => isPinned(item.pin) || its?.seen === true).length;
  return found === pieces.length ? texts.limit : found === 0 ? texts['limit-unseen'] : texts['limit-some'];
}

/** The commit that a link names, as people write it. */
const COMMIT = /(?:^|[/=])([\da-f]{7})[\da-f]{33}(?:[/?#]|$)/;

function piece({ item, known, also }: Piece, { validFrom }: BadgeView, at: Addresses, language: PublicLanguage): Html {
  const { lang, texts } = language;
  const commit = COMMIT.exec(item.address ?? '')?.[1];
  const size = known?.git === null ? known.size : null;
  return html`<li class="piece project">
<div class="project-words">
<h3>${foreignLink(item.address?.startsWith('urn:') ? null : item.address, item.title)}</h3>
<p class="where" lang="${lang}">${foreign(item.kind)}${commit === undefined ? null : html` · ${texts.evidence.commit({ id: commit })}`}${size === null ? null : ` · ${sizeOf(size, language.work.lang)}`}</p>
${item.description === null ? null : html`<p>${foreign(item.description)}</p>`}
${item.narrative === null ? null : html`<div class="narrative">${markdown(item.narrative)}</div>`}
${pictureOf(item, known, at, language)}
${factsView(item, known, language)}
<details class="known"><summary lang="${lang}">${texts.evidence.known}</summary>
${fourLines(item, known, language)}
${also.map((name) => html`<p class="also" lang="${lang}">${withParts(texts.evidence.also, { name: html`<code>${shorten(name, 400)}</code>` })}</p>`)}
</details>
</div>
${contentsOf(known, validFrom, language)}
</li>`;
}

/** Pictures that a browser shows, as the issuer serves copies of them. */
const PICTURE = /^image\/(?:png|jpeg|webp|gif)$/;

/** The picture of which the issuer keeps a copy, small; null for other work. */
function pictureOf(item: WorkItem, known: KnownWork | undefined, at: Addresses, { texts }: PublicLanguage): Html | null {
  if (!PICTURE.test(known?.mediaType ?? '')) return null;
  const own = `${at.base}/credentials/`;
  const copy = known?.kept.find(({ by, state, url }) => by === 'issuer' && state === 'kept' && url?.startsWith(own) === true);
  if (copy?.url == null) return null;
  const path = `${at.root}/credentials/${copy.url.slice(own.length)}`;
  const alt = texts.evidence.picture({ title: shorten(plainText(item.title), 200) });
  return html`<a class="thumbnail" href="${path}"><img src="${path}" alt="${alt}" loading="lazy"></a>`;
}
