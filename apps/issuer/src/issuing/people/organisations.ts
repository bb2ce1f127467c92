import type { OwnMembership } from '../../store/index.js';
import type { Actor, Request } from '../access/actor.js';
import { lostStanding } from '../access/lost-standing.js';
import { recordAct } from '../access/record-act.js';
import type { IdSource, Store } from '../ports.js';
import { done, notFound, type Result } from '../result.js';
import { ownOf } from './session.js';

export interface OrganisationKeeping extends IdSource {
  readonly store: Pick<Store, 'people' | 'transaction'>;
}

/** The organisations in which the person is who asks. */
export async function listOrganisations(
  { store }: OrganisationKeeping,
  { actor }: Request<null>,
): Promise<Result<readonly OwnMembership[]>> {
  return done(ownOf(await store.people.membershipsOf(actor.keyId), actor.person?.boundTo));
}

/** Renames the organisation for which the person asks. */
export async function updateOrganisation(
  deps: OrganisationKeeping,
  { actor, input: { organisationId, name } }: Request<{ readonly organisationId: string; readonly name: string }>,
): Promise<Result<OwnMembership>> {
  if (!isFor(actor, organisationId)) return notFound('organisation');
  return deps.store.transaction(async (tx): Promise<Result<OwnMembership>> => {
    const lost = await lostStanding(tx, actor);
    if (lost !== null) return lost;
    const organisation = await tx.people.findOrganisation(organisationId);
    if (organisation === null || actor.person?.role == null) return notFound('organisation');
    if (organisation.name !== name) {
      await tx.people.renameOrganisation(organisationId, name);
      await recordAct(deps, tx, actor, { action: 'organisation.updated', issuerId: null, objectId: organisationId });
    }
    const { role, issuerIds } = actor.person;
    return done({ organisation: { ...organisation, name }, role, issuerIds });
  });
}

/** Whether a person asks for this organisation. */
export function isFor(actor: Actor, organisationId: string): boolean {
  return actor.person?.organisationId === organisationId;
}
