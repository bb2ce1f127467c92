import type { GiveIssuer } from '@proofmark/schemas/api';
import type { Request } from '../access/actor.js';
import { recordAct } from '../access/record-act.js';
import type { IdSource, Store } from '../ports.js';
import { done, invalid, notFound, type Result, refused } from '../result.js';

/**
 * Gives an issuer to an organisation, whose people act for it from their next request on. One that belongs to another organisation is given only where
 * that one is named, so that nobody takes it away by mistake.
 */
export async function giveIssuer(
  deps: IdSource & { readonly store: Pick<Store, 'transaction'> },
  { actor, input: { issuerId, organisationId, from = null } }: Request<GiveIssuer & { readonly issuerId: string }>,
): Promise<Result<null>> {
  return deps.store.transaction(async (tx): Promise<Result<null>> => {
    if ((await tx.issuers.lock(issuerId)) === null) return notFound('issuer');
    if ((await tx.people.findOrganisation(organisationId)) === null)
      return invalid(
        '/organisationId',
        'no-such-value',
        'names no organisation of this service; its owners see its id by GET /v1/organisations',
      );
    const owner = await tx.people.organisationOf(issuerId);
    if (owner === organisationId) return done(null);
    if (owner !== from)
      return refused('conflict', owner === null ? 'The issuer belongs to nobody: leave `from` out.' : BELONGS, [
        { pointer: '/from', code: 'no-such-value', detail: 'is not the organisation to which the issuer belongs now' },
      ]);
    await tx.people.give(organisationId, issuerId);
    await recordAct(deps, tx, actor, { action: 'issuer.given', issuerId, objectId: issuerId, details: { organisationId, from } });
    return done(null);
  });
}

const BELONGS = 'The issuer belongs to another organisation: name that one as `from` to take it away there.';
