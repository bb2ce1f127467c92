import { designOf } from '../badge/badge-face.js';
import type { PublicContext } from '../context.js';
import { CACHE, type PublicAnswer, publicAnswer } from '../http/answer.js';
import { refusal } from '../http/answers.js';
import type { Asked } from '../http/asked.js';
import { absent, findIssuer } from './issuer.js';

/** GET /issuers/{slug}/logo.png: the logo that stands on its badge images. */
export async function getIssuerLogo(asked: Asked, context: PublicContext): Promise<PublicAnswer> {
  const issuer = await findIssuer(asked, context);
  if (issuer === null) return absent(asked, context);
  const logo = designOf(issuer)?.logo;
  if (logo === undefined) return refusal(asked, context, 'not-found', context.language.texts.refusals['issuer-logo']);
  return publicAnswer({ body: logo, contentType: 'image/png', cacheControl: CACHE.image });
}
