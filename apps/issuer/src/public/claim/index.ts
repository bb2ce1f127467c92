import type { PublicLanguage } from '@proofmark/messages/public';
import { Hono, type HonoRequest } from 'hono';
import type { Answers } from '../../issuing/claims/give-consent.js';
import type { ClaimedBadge, LearnersBadge } from '../../issuing/claims/read-claim.js';
import type { UseCases } from '../../issuing/use-cases.js';
import { type BadgePage, badgeState, badgeView } from '../badge/badge-view.js';
import { languageOfRequest } from '../http/accept-language.js';
import { type Addresses, addresses, type PinnedScript } from '../layout/addresses.js';
import { type PageAssets, pageAssets } from '../layout/assets.js';
import { PAGE_POLICY } from '../layout/layout.js';
import { PRIVATE } from '../viewing-link/index.js';
import { type NoClaim, noClaimPage, offerPage } from './claim-page.js';
import { deletePage } from './delete-page.js';
import { type LearnerPage, learnerPage } from './learner-page.js';
import type { LearnersSheet } from './learners-sheet.js';

export { learnersSheet } from './learners-sheet.js';

export interface ClaimRoutes {
  readonly useCases: Pick<UseCases, 'readClaim' | 'claimBadge' | 'giveConsent'>;
  readonly baseUrl: string;
  readonly now: () => Date;
  readonly sheet: LearnersSheet;
  readonly script?: PinnedScript | null;
  readonly language?: PublicLanguage | undefined;
}

/**
 * `/claim/{token}`: of a claim link, the badge and a button that claims it; of a learner who claimed, what they have of it. A GET changes nothing. There is
 * no cookie: the address itself is what the learner has, so nothing can be done for them by another site.
 */
export function claimRoutes({ useCases, baseUrl, now, sheet, script = null, language: fixed }: ClaimRoutes): Hono {
  const [at, assets] = [addresses(baseUrl, script), pageAssets()];
  const app = new Hono();
  const shown = (claim: Awaited<ReturnType<typeof useCases.readClaim>>, token: string, language: PublicLanguage): Response => {
    if (claim.kind === 'learner') {
      const address = `${at.root}/claim/${token}`;
      return page(learnerPage(pageOfLearner(claim, now(), address), at, assets, language), 200);
    }
    if (claim.kind !== 'open') return refusal(claim, at, assets, language);
    const { link, credential } = claim;
    const badge = badgeView(credential.signed.json);
    return page(offerPage({ id: credential.id, badge, expiresAt: link.expiresAt }, at, assets, language), 200);
  };
  app.get('/claim/:token', async (c) => {
    const token = c.req.param('token');
    return shown(await useCases.readClaim(token), token, languageOfRequest(c.req, fixed));
  });
  app.get('/claim/:token/badge.pdf', async (c) => {
    const [token, language] = [c.req.param('token'), languageOfRequest(c.req, fixed)];
    const claim = await useCases.readClaim(token);
    if (claim.kind !== 'learner') return shown(claim.kind === 'open' ? { kind: 'none' } : claim, token, language);
    return (await sheet(claim.credential.id, language)) ?? shown({ kind: 'none' }, token, language);
  });
  app.post('/claim/:token', async (c) => {
    const token = c.req.param('token');
    const language = languageOfRequest(c.req, fixed);
    if (token.startsWith('pm_learner_')) {
      const form = await formIn(c.req);
      if (form === null) {
        const claim = await useCases.readClaim(token);
        if (claim.kind !== 'learner') return shown(claim, token, language);
        return new Response(null, { status: 415, headers: { ...PRIVATE, 'accept-post': FORM } });
      }
      const answers = answersIn(form);
      if (answers.copies === false && form.get('delete') !== 'yes') {
        const claim = await useCases.readClaim(token);
        if (claim.kind !== 'learner') return shown(claim, token, language);
        if (claim.kept.copies) return page(deletePage(answers, `${at.root}/claim/${token}`, at, assets, language), 200);
      }
      const claim = await useCases.giveConsent(token, answers);
      return claim.kind === 'learner' ? redirect(at, token, c.req) : shown(claim, token, language);
    }
    const outcome = await useCases.claimBadge(token);
    return outcome.claimed ? redirect(at, outcome.token, c.req) : shown(outcome.claim, token, language);
  });
  app.all('/claim/:token', () => new Response(null, { status: 405, headers: { ...PRIVATE, allow: 'GET, HEAD, POST' } }));
  return app;
}

const FORM = 'application/x-www-form-urlencoded';

/** Null of what is no form of ours: it answers nothing. */
async function formIn(request: HonoRequest): Promise<URLSearchParams | null> {
  const type = request.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  return type === FORM ? new URLSearchParams((await request.text()).slice(0, 1000)) : null;
}

/** What was ticked of what was asked: nobody says no to what their page did not show. */
function answersIn(form: URLSearchParams): Answers {
  const asked = new Set(form.get('asked')?.split(' '));
  const answer = (name: string): boolean | null => (asked.has(name) ? form.get(name) === 'yes' : null);
  return { page: answer('page'), search: answer('search'), copies: answer('copies'), archives: answer('archives') };
}

/** To the learner's own page, in the language in which they asked, so that loading it again sends nothing again. */
function redirect(at: Addresses, token: string, request: HonoRequest): Response {
  const lang = request.query('lang');
  const query = lang !== undefined && /^[a-z]{2}$/.test(lang) ? `?lang=${lang}` : '';
  return new Response(null, { status: 303, headers: { ...PRIVATE, location: `${at.root}/claim/${token}${query}` } });
}

function pageOfLearner(claim: LearnersBadge, now: Date, address: string): LearnerPage {
  const { link, credential, consent, kept } = claim;
  const { superseded } = credential;
  return { badge: pageOfBadge(claim, now), superseded, claimedAt: link.usedAt ?? now, answers: consent, kept, address };
}

/** As far as sharing it goes. */
function pageOfBadge({ credential, issuer }: ClaimedBadge, now: Date): BadgePage {
  const badge = badgeView(credential.signed.json);
  return {
    id: credential.id,
    badge,
    state: badgeState(badge, credential, now),
    test: issuer.mode === 'test',
    slug: issuer.slug,
    organizationId: issuer.profile.linkedinOrganizationId ?? null,
    hasJwt: true,
    known: new Map(),
    versions: { successor: null, predecessor: null },
    endorsements: [],
  };
}

type Refused = Exclude<Awaited<ReturnType<UseCases['readClaim']>>, { readonly kind: 'open' | 'learner' }>;

function refusal(claim: Refused, at: Addresses, assets: PageAssets, language: PublicLanguage): Response {
  const said: NoClaim = 'issuer' in claim ? { ...claim, issuer: claim.issuer.name } : claim;
  return page(noClaimPage(said, at, assets, language), claim.kind === 'none' ? 404 : 410);
}

function page(body: string, status: number): Response {
  const policy = PAGE_POLICY.replace("form-action 'none'", "form-action 'self'");
  const headers = { ...PRIVATE, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy };
  return new Response(body, { status, headers });
}
