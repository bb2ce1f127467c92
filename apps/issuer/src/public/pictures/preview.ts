import { quotedText } from '@proofmark/messages';
import type { PublicLanguage } from '@proofmark/messages/public';
import { faceOf } from '../badge/badge-face.js';
import { type BadgeState, badgeState, badgeView, nextTurn } from '../badge/badge-view.js';
import { shownBadgeAt } from '../badge/find-badge.js';
import type { PublicContext } from '../context.js';
import { CACHE, type PublicAnswer, publicAnswer } from '../http/answer.js';
import type { Asked } from '../http/asked.js';

/** GET /credentials/{id}/preview.png: what a shared link shows, with the person and the issuer. It names the person, as the page does. */
export async function getPreview(asked: Asked, context: PublicContext): Promise<PublicAnswer> {
  const found = await shownBadgeAt(asked, context, asked.param('file') ?? '');
  if (!found.ok) return found.response;
  const { badge: credential } = found;
  const { deps, images, language } = context;
  const badge = badgeView(credential.json);
  const now = deps.now();
  context.lasts(nextTurn(badge, now));
  const provided = await deps.reads.findImage(credential.achievementId);
  const picture = await images.redrawn(faceOf(credential.achievementId, badge.title, credential.issuer), provided);
  const state = badgeState(badge, credential, now);
  const test = credential.issuer.mode === 'test';
  const suspended = credential.issuer.suspended !== null;
  const { texts } = language;
  const body = await images.preview({
    badge: picture,
    person: badge.recipient.name,
    title: badge.title,
    label: labelOf(state, test, !suspended, texts.preview),
    labelAlone: labelOf(state, test, false, texts.preview),
    place: texts.preview.place({ host: badge.issuer.host, issuer: quotedText(badge.issuer.name, 60) }),
    host: badge.issuer.host,
    doubtful: test || suspended || state.kind !== 'standing',
  });
  const headers = { vary: 'Accept-Language' };
  if (body !== null) return publicAnswer({ body, contentType: 'image/png', cacheControl: CACHE.image, headers });
  // The badge alone: a crawler does not come again for a picture that it did not get.
  return publicAnswer({ status: 203, body: picture, contentType: 'image/png', cacheControl: CACHE.none, headers });
}

function labelOf({ kind }: BadgeState, test: boolean, named: boolean, texts: PublicLanguage['texts']['preview']): string {
  if (kind === 'revoked') return texts.withdrawn;
  if (kind === 'suspended') return texts.suspended;
  if (test) return texts.test;
  if (kind === 'expired') return texts.expired;
  if (kind === 'not-yet') return texts['not-yet'];
  return named ? texts.earned : texts.badge;
}
