import type { BadgeDesign, UpdateBadgeDesign, UpdateIssuer } from '@proofmark/schemas/api';
import type { IssuerRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { lockIssuer } from '../access/load-issuer.js';
import { membersOf, recordAct } from '../access/record-act.js';
import type { IdSource, Store } from '../ports.js';
import { done, type Result } from '../result.js';
import { versionAfter } from '../version-after.js';
import { refuseIssuer } from '../would-conform.js';
import { refuseLogo } from './badge-logo.js';
import { present } from './create-issuer.js';

/** Changes the profile of an issuer. Badges that were issued keep the earlier one. */
export async function updateIssuer(
  deps: IdSource & { readonly store: Pick<Store, 'transaction'> },
  { actor, input }: Request<{ readonly issuerId: string; readonly changes: UpdateIssuer }>,
): Promise<Result<IssuerRecord>> {
  return deps.store.transaction(async (tx) => {
    const locked = await lockIssuer(tx.issuers, actor, input.issuerId);
    if (!locked.ok) return locked;
    const issuer = locked.value;
    const { name, url, badgeDesign, ...extras } = input.changes;
    const given = Object.fromEntries(Object.entries(extras).filter(([, value]) => value !== undefined));
    const changed: IssuerRecord = {
      ...issuer,
      name: name ?? issuer.name,
      url: url === undefined ? issuer.url : url,
      profile: present({ ...issuer.profile, ...given, badgeDesign: designAfter(issuer.profile.badgeDesign, badgeDesign) }),
      updatedAt: versionAfter(issuer.updatedAt, deps.clock.now()),
    };
    const refusal = refuseLogo(badgeDesign?.logo, '/badgeDesign/logo') ?? (await refuseIssuer(changed));
    if (refusal !== null) return refusal;
    await tx.issuers.update(changed);
    const details = { changed: membersOf(input.changes) };
    await recordAct(deps, tx, actor, { action: 'issuer.updated', issuerId: issuer.id, objectId: issuer.id, details });
    return done(changed);
  });
}

/** The design with a change in it; null when nothing of it is left. */
function designAfter(before: BadgeDesign | undefined, change: UpdateBadgeDesign | null | undefined): BadgeDesign | null {
  if (change === undefined) return before ?? null;
  const members = Object.entries({ ...before, ...change }).filter(([, value]) => value !== null && value !== undefined);
  return change === null || members.length === 0 ? null : (Object.fromEntries(members) as BadgeDesign);
}
