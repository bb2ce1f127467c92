import type { PublicLanguage } from '@proofmark/messages/public';
import { Hono, type HonoRequest } from 'hono';
import { newPageSecret } from '../../issuing/claims/claim-token.js';
import type { Answers } from '../../issuing/claims/give-consent.js';
import type { ClaimedBadge, LearnersBadge } from '../../issuing/claims/read-claim.js';
import type { RandomSource } from '../../issuing/ports.js';
import type { UseCases } from '../../issuing/use-cases.js';
import { type BadgePage, badgeState, badgeView } from '../badge/badge-view.js';
import { languageOfRequest } from '../http/accept-language.js';
import { type Addresses, addresses, type PinnedScript } from '../layout/addresses.js';
import { type PageAssets, pageAssets } from '../layout/assets.js';
import { issuerOfRecord } from '../layout/issuer-links.js';
import { PRIVATE } from '../viewing-link/index.js';
import { type NoClaim, noClaimPage, offerPage } from './claim-page.js';
import { deletePage } from './delete-page.js';
import { type LearnerPage, learnerPage } from './learner-page.js';
import type { LearnersSheet } from './learners-sheet.js';
import { type OwnMessage, ownMessage } from './own/own-messages.js';
import { type OwnRoutes, ownRoutes } from './own/own-routes.js';
import { FORM, formIn, page } from './private-page.js';

export { learnersSheet } from './learners-sheet.js';

export interface ClaimRoutes {
  readonly useCases: Pick<UseCases, 'readClaim' | 'claimBadge' | 'giveConsent' | 'askForData' | 'proposeCorrection'> &
    OwnRoutes['useCases'];
  readonly baseUrl: string;
  readonly now: () => Date;
  readonly random: RandomSource;
  readonly sheet: LearnersSheet;
  readonly represent: OwnRoutes['represent'];
  readonly script?: PinnedScript | null;
  readonly language?: PublicLanguage | undefined;
}

/**
 * `/claim/{token}`. For the token of a claim link: the badge, and a button that claims it. For the token of a learner who has claimed: their own page. A GET
 * changes nothing. There is no cookie; another site cannot send a form in the learner's name, since it does not know the address.
 */
export function claimRoutes(routes: ClaimRoutes): Hono {
  const { useCases, baseUrl, now, random, sheet, represent, script = null, language: fixed } = routes;
  const [at, assets] = [addresses(baseUrl, script), pageAssets()];
  const app = new Hono().route('/', ownRoutes({ useCases, represent, at, assets, language: fixed }));
  const shown = (claim: Awaited<ReturnType<typeof useCases.readClaim>>, token: string, language: PublicLanguage): Response => {
    if (claim.kind === 'learner') {
      const address = `${at.root}/claim/${token}`;
      return page(learnerPage(pageOfLearner(claim, now(), address), at, assets, language), 200);
    }
    if (claim.kind !== 'open') return refusal(claim, at, assets, language);
    const { link, credential } = claim;
    const [badge, issuer] = [badgeView(credential.signed.json), issuerOfRecord(claim.issuer, credential.id)];
    const offer = { id: credential.id, badge, issuer, expiresAt: link.expiresAt, pageSecret: newPageSecret(random) };
    return page(offerPage(offer, at, assets, language), 200);
  };
  const asked = async (token: string, form: URLSearchParams, language: PublicLanguage): Promise<Response> => {
    const isData = form.get('do') === 'data';
    const typed = { name: form.get('name') ?? '', email: form.get('email') ?? '' };
    const { claim, answer } = isData
      ? await useCases.askForData(token, language.lang)
      : await useCases.proposeCorrection(token, typed, language.lang);
    if (claim.kind !== 'learner' || answer === null) return shown(claim, token, language);
    const kind: OwnMessage = answer !== 'sent' ? answer : isData ? 'sent-data' : 'sent-address';
    const from = { issuer: issuerOfRecord(claim.issuer, claim.credential.id), back: `${at.root}/claim/${token}` };
    return page(ownMessage(kind, from, at, assets, language), STATUS[kind] ?? 200);
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
      if (form.has('do')) return asked(token, form, language);
      const answers = answersIn(form);
      if (answers.copies === false && form.get('delete') !== 'yes') {
        const claim = await useCases.readClaim(token);
        if (claim.kind !== 'learner') return shown(claim, token, language);
        if (claim.kept.copies) {
          const issuer = issuerOfRecord(claim.issuer, claim.credential.id);
          return page(deletePage(answers, `${at.root}/claim/${token}`, issuer, at, assets, language), 200);
        }
      }
      const claim = await useCases.giveConsent(token, answers);
      return claim.kind === 'learner' ? redirect(at, token, c.req) : shown(claim, token, language);
    }
    const pageSecret = (await formIn(c.req))?.get('page') ?? null;
    const outcome = await useCases.claimBadge(token, pageSecret);
    return outcome.claimed ? redirect(at, outcome.token, c.req) : shown(outcome.claim, token, language);
  });
  app.all('/claim/:token', () => new Response(null, { status: 405, headers: { ...PRIVATE, allow: 'GET, HEAD, POST' } }));
  return app;
}

/** The status of an answer that refuses what a learner asked for; 200 for all others. */
const STATUS: { readonly [Kind in OwnMessage]?: number } = {
  ...{ 'no-mail': 503, 'no-address': 409, 'too-many': 429, 'not-standing': 409 },
  ...{ nothing: 422, 'no-name': 422, 'no-email': 422 },
};

/**
 * The answers of a form. A box that is not ticked is sent by no browser, so the form names the questions that it asked; a question that it did not ask has no
 * answer.
 */
function answersIn(form: URLSearchParams): Answers {
  const asked = new Set(form.get('asked')?.split(' '));
  const answer = (name: string): boolean | null => (asked.has(name) ? form.get(name) === 'yes' : null);
  return { page: answer('page'), search: answer('search'), copies: answer('copies'), archives: answer('archives') };
}

/** Leads to the learner's own page, in the language that the address names. Loading that page again sends no form again. */
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

/** What the learner's page shows of the badge: without endorsements and other versions, which the public page has. */
function pageOfBadge({ credential, issuer }: ClaimedBadge, now: Date): BadgePage {
  const badge = badgeView(credential.signed.json);
  return {
    id: credential.id,
    badge,
    state: badgeState(badge, credential, now),
    test: issuer.mode === 'test',
    issuer: issuerOfRecord(issuer, credential.id),
    organizationId: issuer.profile.linkedinOrganizationId ?? null,
    hasJwt: true,
    known: new Map(),
    versions: { successor: null, predecessor: null },
    endorsements: [],
  };
}

type Refused = Exclude<Awaited<ReturnType<UseCases['readClaim']>>, { readonly kind: 'open' | 'learner' }>;

function refusal(claim: Refused, at: Addresses, assets: PageAssets, language: PublicLanguage): Response {
  const said: NoClaim = 'issuer' in claim ? { ...claim, issuer: issuerOfRecord(claim.issuer) } : claim;
  return page(noClaimPage(said, at, assets, language), claim.kind === 'none' ? 404 : 410);
}
