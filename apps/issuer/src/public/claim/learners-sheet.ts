import type { PublicLanguage } from '@proofmark/messages/public';
import { achievementImages } from '../../images/achievement-images.js';
import { badgeView } from '../badge/badge-view.js';
import type { PublicDeps } from '../context.js';
import { contentDisposition } from '../http/file-name.js';
import { addresses } from '../layout/addresses.js';
import { badgeSheetInTurn } from '../pictures/badge-sheet.js';
import { PRIVATE } from '../viewing-link/index.js';

/** Answers the PDF of a badge to its learner, who has it even where they want no page; null when the badge was erased. */
export type LearnersSheet = (id: string, language: PublicLanguage) => Promise<Response | null>;

export function learnersSheet(deps: PublicDeps): LearnersSheet {
  const [at, images] = [addresses(deps.publicBaseUrl, deps.script), achievementImages()];
  return async (id, language) => {
    const credential = await deps.reads.findCredential(id);
    if (credential === null) return null;
    const badge = badgeView(credential.json);
    const pdf = await badgeSheetInTurn({ at, deps, images, language }, credential, badge);
    if (pdf === null) return new Response(null, { status: 503, headers: { ...PRIVATE, 'retry-after': '2' } });
    const headers = { ...PRIVATE, 'content-type': 'application/pdf', 'content-disposition': contentDisposition(badge.title, 'pdf') };
    return new Response(new Uint8Array(pdf), { headers });
  };
}
