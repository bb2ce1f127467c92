import { encodeUtf8 } from '@proofmark/primitives';
import type { AllowMailDomain, SetSignOn } from '@proofmark/schemas/api';
import type { SignOnRecord } from '../../../store/index.js';
import type { Request } from '../../access/actor.js';
import { lostStanding } from '../../access/lost-standing.js';
import { recordAct } from '../../access/record-act.js';
import type { IdSource, Sealer, Store } from '../../ports.js';
import { done, invalid, notFound, type Result, refused } from '../../result.js';
import { isFor } from '../organisations.js';
import type { SignOnProviders } from './provider.js';

export interface SignOnKeeping extends IdSource {
  readonly store: Pick<Store, 'signOn' | 'people' | 'transaction'>;
  readonly sealer: Sealer;
  readonly providers: SignOnProviders;
  readonly baseUrl: string;
}

/** A provider as its organisation sees it. */
export interface SignOnWithDomains {
  /** Null where there is none. */
  readonly signOn: SignOnRecord | null;
  readonly domains: readonly string[];
  readonly redirectUri: string;
}

type Of<T> = Request<T & { readonly organisationId: string }>;

export function redirectUriOf(baseUrl: string): string {
  return `${baseUrl}/console/sign-on`;
}

/** The provider of the organisation for which the person asks, and what has to be known to set one up. */
export async function getSignOn(
  { store, baseUrl }: SignOnKeeping,
  { actor, input: { organisationId } }: Of<object>,
): Promise<Result<SignOnWithDomains>> {
  if (!isFor(actor, organisationId)) return notFound('organisation');
  const signOn = await store.signOn.find(organisationId);
  return done({ signOn, domains: await store.signOn.domains(organisationId), redirectUri: redirectUriOf(baseUrl) });
}

/** Sets it, once it was asked and answered. Its client secret is kept sealed. */
export async function setSignOn(
  deps: SignOnKeeping,
  { actor, input: { organisationId, ...asked } }: Of<SetSignOn>,
): Promise<Result<SignOnWithDomains>> {
  const { store, sealer, providers, baseUrl, clock } = deps;
  if (!isFor(actor, organisationId)) return notFound('organisation');
  const redirectUri = redirectUriOf(baseUrl);
  if (!(await providers.answers({ ...asked, redirectUri })))
    return invalid('/issuer', 'unreachable', 'gives no OpenID Connect configuration of its own at /.well-known/openid-configuration');
  const { issuer, clientId, clientSecret, role, verifiedBySchool = false } = asked;
  return store.transaction(async (tx): Promise<Result<SignOnWithDomains>> => {
    const lost = await lostStanding(tx, actor);
    if (lost !== null) return lost;
    const { sealed } = sealer.seal(encodeUtf8(clientSecret), secretName(organisationId));
    const now = clock.now();
    const signOn = { organisationId, issuer, clientId, clientSecret: sealed, role, verifiedBySchool, createdAt: now, updatedAt: now };
    await tx.signOn.set(signOn);
    // Who came by another provider before comes anew by this one.
    await tx.sessions.endOfOrganisation(organisationId);
    await recordAct(deps, tx, actor, {
      action: 'sign-on.set',
      issuerId: null,
      objectId: organisationId,
      details: { organisationId, role, verifiedBySchool },
    });
    return done({ signOn, domains: await tx.signOn.domains(organisationId), redirectUri });
  });
}

/** Nobody comes by it any more, and the sessions that it began end. */
export async function removeSignOn(deps: SignOnKeeping, { actor, input: { organisationId } }: Of<object>): Promise<Result<null>> {
  if (!isFor(actor, organisationId)) return notFound('organisation');
  return deps.store.transaction(async (tx): Promise<Result<null>> => {
    const lost = await lostStanding(tx, actor);
    if (lost !== null) return lost;
    if (!(await tx.signOn.remove(organisationId))) return notFound('provider');
    await tx.sessions.endOfOrganisation(organisationId);
    await recordAct(deps, tx, actor, { action: 'sign-on.removed', issuerId: null, objectId: organisationId, details: { organisationId } });
    return done(null);
  });
}

/** Lets an organisation vouch for the addresses of a mail domain. Whoever runs the service knows whose it is. */
export async function allowMailDomain(
  deps: SignOnKeeping,
  { actor, input: { organisationId, domain } }: Of<AllowMailDomain>,
): Promise<Result<null>> {
  return deps.store.transaction(async (tx): Promise<Result<null>> => {
    if ((await tx.people.findOrganisation(organisationId)) === null) return notFound('organisation');
    if (!(await tx.signOn.allow(domain, organisationId, deps.clock.now())))
      return (await tx.signOn.organisationOf(domain)) === organisationId
        ? done(null)
        : refused('conflict', 'This mail domain belongs to another organisation.');
    await recordAct(deps, tx, actor, {
      action: 'mail-domain.allowed',
      issuerId: null,
      objectId: organisationId,
      details: { organisationId, domain },
    });
    return done(null);
  });
}

export async function disallowMailDomain(
  deps: SignOnKeeping,
  { actor, input: { organisationId, domain } }: Of<AllowMailDomain>,
): Promise<Result<null>> {
  return deps.store.transaction(async (tx): Promise<Result<null>> => {
    if (!(await tx.signOn.disallow(domain, organisationId))) return notFound('organisation');
    const details = { organisationId, domain };
    await recordAct(deps, tx, actor, { action: 'mail-domain.disallowed', issuerId: null, objectId: organisationId, details });
    return done(null);
  });
}

export function secretName(organisationId: string): readonly string[] {
  return ['sign-on', organisationId];
}
