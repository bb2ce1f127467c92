import type { PublicLanguage } from '@proofmark/messages/public';
import { Hono, type HonoRequest } from 'hono';
import type { ClaimedBadge, LearnersBadge } from '../../issuing/claims/read-claim.js';
import type { UseCases } from '../../issuing/use-cases.js';
import { type BadgePage, badgeState, badgeView } from '../badge/badge-view.js';
import { languageOfRequest } from '../http/accept-language.js';
import { type Addresses, addresses, type PinnedScript } from '../layout/addresses.js';
import { type PageAssets, pageAssets } from '../layout/assets.js';
import { PAGE_POLICY } from '../layout/layout.js';
import { PRIVATE } from '../viewing-link/index.js';
import { type NoClaim, noClaimPage, offerPage } from './claim-page.js';
import { learnerPage } from './learner-page.js';

export interface ClaimRoutes {
  readonly useCases: Pick<UseCases, 'readClaim' | 'claimBadge' | 'giveConsent'>;
  readonly baseUrl: string;
  readonly now: () => Date;
  readonly script?: PinnedScript | null;
  readonly language?: PublicLanguage | undefined;
}

/**
 * `/claim/{token}`: of a claim link, the badge and a button that claims it; of a learner who claimed, what they have of it. A GET changes nothing. There is
 * no cookie: the address itself is what the learner has, so nothing can be done for them by another site.
 */
export function claimRoutes({ useCases, baseUrl, now, script = null, language: fixed }: ClaimRoutes): Hono {
  const [at, assets] = [addresses(baseUrl, script), pageAssets()];
  const app = new Hono();
  const shown = (claim: Awaited<ReturnType<typeof useCases.readClaim>>, language: PublicLanguage): Response => {
    if (claim.kind === 'learner') return page(pageOfLearner(claim, now(), at, assets, language), 200);
    if (claim.kind !== 'open') return refusal(claim, at, assets, language);
    const { link, credential } = claim;
    const badge = badgeView(credential.signed.json);
    return page(offerPage({ id: credential.id, badge, expiresAt: link.expiresAt }, at, assets, language), 200);
  };
  app.get('/claim/:token', async (c) => shown(await useCases.readClaim(c.req.param('token')), languageOfRequest(c.req, fixed)));
  app.post('/claim/:token', async (c) => {
    const token = c.req.param('token');
    const language = languageOfRequest(c.req, fixed);
    if (token.startsWith('pm_learner_')) {
      const claim = await useCases.giveConsent(token, await answersIn(c.req));
      return claim.kind === 'learner' ? redirect(at, token, c.req) : shown(claim, language);
    }
    const outcome = await useCases.claimBadge(token);
    return outcome.claimed ? redirect(at, outcome.token, c.req) : shown(outcome.claim, language);
  });
  app.all('/claim/:token', () => new Response(null, { status: 405, headers: { ...PRIVATE, allow: 'GET, HEAD, POST' } }));
  return app;
}

/** What was ticked. A body that is no form has nothing ticked, and is no answer: the page has a button. */
async function answersIn(request: HonoRequest) {
  const text = request.header('content-type')?.startsWith('application/x-www-form-urlencoded') === true ? await request.text() : '';
  const form = new URLSearchParams(text.slice(0, 1000));
  const ticked = (name: string): boolean => form.get(name) === 'yes';
  return { page: ticked('page'), search: ticked('search'), copies: ticked('copies'), archives: ticked('archives') };
}

/** To the learner's own page, in the language in which they asked, so that loading it again sends nothing again. */
function redirect(at: Addresses, token: string, request: HonoRequest): Response {
  const lang = request.query('lang');
  const query = lang !== undefined && /^[a-z]{2}$/.test(lang) ? `?lang=${lang}` : '';
  return new Response(null, { status: 303, headers: { ...PRIVATE, location: `${at.root}/claim/${token}${query}` } });
}

function pageOfLearner(claim: LearnersBadge, now: Date, at: Addresses, assets: PageAssets, language: PublicLanguage): string {
  const { link, credential, consent, kept } = claim;
  const { superseded } = credential;
  const claimedAt = link.usedAt ?? now;
  return learnerPage({ badge: pageOfBadge(claim, now), superseded, claimedAt, answers: consent, kept }, at, assets, language);
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
