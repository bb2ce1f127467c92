import { ENGLISH, type PublicLanguage } from '@proofmark/messages/public';
import { isUuid } from '@proofmark/schemas';
import { type EndorsementView, readEndorsement } from '../../issuing/monitoring/signed-endorsement.js';
import type { WorkHistory } from '../../issuing/monitoring/work-log.js';
import { badgeAt } from '../badge/find-badge.js';
import { MEDIA_TYPES } from '../badge/forms.js';
import type { PublicContext } from '../context.js';
import { negotiate } from '../http/accept.js';
import { CACHE, type PublicAnswer, publicAnswer } from '../http/answer.js';
import { refusal } from '../http/answers.js';
import type { Asked } from '../http/asked.js';
import { type Addresses, hostOfDid } from '../layout/addresses.js';
import { day, instant } from '../layout/dates.js';
import { foreign, foreignLink, quoted } from '../layout/foreign.js';
import { type Html, html } from '../layout/html.js';
import { markdown } from '../layout/markdown.js';
import { withParts } from '../layout/with-parts.js';

/** An endorsement as a page shows it. */
export interface ShownEndorsement {
  readonly id: string;
  readonly view: EndorsementView;
  /** Whether the issuer signed it in the person's name. */
  readonly signedHere: boolean;
}

/** Reads what a page shows of endorsements; one that cannot be read is left out. */
export function shownEndorsements(stored: WorkHistory['endorsements']): readonly ShownEndorsement[] {
  return stored.flatMap((one) => {
    const view = readEndorsement(one);
    return view === null ? [] : [{ id: one.id, view, signedHere: one.assessorId !== null }];
  });
}

/** Who vouches for the badge, in their words, and what each signature shows and does not show. Nothing where nobody does. */
export function endorsementsSection(
  endorsements: readonly ShownEndorsement[],
  credentialId: string,
  at: Addresses,
  language: PublicLanguage = ENGLISH,
): Html | null {
  if (endorsements.length === 0) return null;
  return html`<section aria-labelledby="endorsements">
<h2 id="endorsements" lang="${language.lang}">${language.texts.endorsements.heading}</h2>
<ul class="pieces">${endorsements.map((one) => endorsement(one, `${at.root}/credentials/${credentialId}/endorsements/${one.id}`, language))}</ul>
</section>`;
}

function endorsement({ view, signedHere }: ShownEndorsement, address: string, language: PublicLanguage): Html {
  const { endorsements: texts } = language.texts;
  const { endorser, comment, at } = view;
  const date = instant(at);
  const host = hostOfDid(endorser.id ?? '');
  const domain = signedHere ? view.provenEmailDomain : null;
  const says = domain !== null ? texts['proven-says'] : signedHere ? texts['issuer-says'] : texts['endorser-says'];
  return html`<li class="piece">
<h3>${withParts<'name' | 'host' | 'domain'>(endorser.name === null ? texts.unnamed : says, {
    name: quoted(endorser.name ?? ''),
    host: foreign(host),
    domain: foreign(domain ?? ''),
  })}</h3>
${comment === null ? null : html`<div class="narrative">${markdown(comment)}</div>`}
<p class="limits" lang="${language.lang}">${date === null ? null : html`${withParts(texts.at, { at: day(date, language) })} `}${
    domain !== null
      ? withParts(texts['by-proven'], { domain: foreign(domain) })
      : signedHere
        ? texts['by-issuer']
        : withParts(texts['by-endorser'], { host: foreign(host) })
  } <a href="${address}">${texts.link}</a>${endorser.url === null ? null : html` ${withParts(texts.website, { link: foreignLink(endorser.url, endorser.url) })}`}</p>
</li>`;
}

/** GET /credentials/{id}/endorsements/{endorsement}: an endorsement as it was signed. */
export async function getEndorsement(asked: Asked, context: PublicContext): Promise<PublicAnswer> {
  const found = await badgeAt(asked, context, asked.param('file') ?? '');
  if (!found.ok) return found.response;
  const id = asked.param('id') ?? '';
  const endorsement = isUuid(id) ? await context.deps.reads.findEndorsement(found.badge.id, id) : null;
  if (endorsement === null) return refusal(asked, context, 'not-found', context.language.texts.refusals.endorsement);
  const types = MEDIA_TYPES[endorsement.form];
  const contentType = negotiate(asked.accept, types) ?? types[0]!;
  return publicAnswer({ body: endorsement.body, contentType, cacheControl: CACHE.signed, headers: { vary: 'Accept' } });
}
