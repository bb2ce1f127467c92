import { cautionOf, claimed, safeImage } from '@proofmark/badge-element/view';
import { describeIssuer, hostOfIssuer, quotedText, signerOf } from '@proofmark/messages';
import type { Report } from '@proofmark/schemas';
import { heroView } from '@proofmark/ui';
import { html, nothing, type TemplateResult } from 'lit';
import type { PageContext } from '../page-context.js';
import { withParts } from '../sentences.js';
import { timeView } from '../time.js';

const dropImage = (event: Event): void => (event.target as HTMLImageElement).remove();

/** The head of a badge: its picture and name, whose it is, and who is proved to have issued it. */
export function badgeHead(report: Report, context: PageContext): TemplateResult | typeof nothing {
  const { badge } = report;
  if (badge === null) return nothing;
  const image = safeImage(badge.image, context.pageHostname);
  const caution = cautionOf(report, context.texts);
  const { name } = badge.recipient;
  return heroView({
    picture:
      image === null
        ? nothing
        : html`<img src=${image} alt="" width="112" height="112" decoding="async" referrerpolicy="no-referrer" @error=${dropImage} />`,
    title: badge.name === null ? context.texts.untitled : claimed(badge.name),
    person: name === null ? null : withParts(context.words.hero.awarded, { name: claimed(name, 120) }),
    issuer: issuerLine(report, context),
    dates: datesLine(report, context),
    more: caution === null ? nothing : html`<p class="caution">${caution}</p>`,
  });
}

/** The proved host; the name that a badge gives its issuer stands in quotation marks beside it, and alone only where nothing is proved. */
function issuerLine(report: Report, { words: { hero } }: PageContext): TemplateResult | string {
  const { known, says, id } = describeIssuer(report);
  const signer = signerOf(report);
  const parts = {
    name: claimed(quotedText(says ?? '', 80)),
    host: html`<strong dir="ltr">${signer?.host ?? hostOfIssuer(id) ?? ''}</strong>`,
  };
  if (signer === null) return says === null ? hero.nobody : withParts(hero.claims, { name: parts.name });
  if (known !== null) {
    const given = { name: claimed(quotedText(known.name, 80)), by: claimed(quotedText(known.by, 80)) };
    return signer.host === null ? withParts(hero['key-known'], given) : withParts(hero['from-known'], { host: parts.host, ...given });
  }
  if (signer.host === null) return says === null ? hero.key : withParts(hero['key-says'], { name: parts.name });
  return says === null ? withParts(hero.from, { host: parts.host }) : withParts(hero['from-says'], parts);
}

function datesLine({ badge }: Report, { locale, words: { hero } }: PageContext): TemplateResult | string {
  const from = badge?.validFrom ? timeView(badge.validFrom, locale) : null;
  const until = badge?.validUntil ? timeView(badge.validUntil, locale) : null;
  if (from !== null && until !== null) return withParts(hero['issued-until'], { from, until });
  if (from !== null) return withParts(hero.issued, { from });
  return until === null ? hero['no-dates'] : withParts(hero.until, { until });
}
