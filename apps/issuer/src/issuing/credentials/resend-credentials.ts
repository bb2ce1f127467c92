import type { ResendCredentials, ResentRow } from '@proofmark/schemas/api';
import type { StandingRecord } from '../../store/index.js';
import type { Actor, Request } from '../access/actor.js';
import { gone, wasErased } from '../access/load-credential.js';
import { type Act, recordAct } from '../access/record-act.js';
import { newId } from '../identifiers.js';
import { refuseSuspended } from '../issuers/suspension.js';
import type { IdSource, Repositories, Store } from '../ports.js';
import { done, notFound, type Refused, type Result, refused } from '../result.js';
import { digestOf, findStandings, push } from './find-standings.js';

export type Resending = IdSource & { readonly store: Store };

const HOUR = 3_600_000;
/** Clocks of our processes differ by no more; an event further ahead is from before a clock was set back. */
const SKEW = 60_000;

/** The most badges of one issuer that are sent again in an hour. */
const MAX_RESENT_AN_HOUR = 20_000;

/** As `resendBadges`; of each issuer all badges of the request are one act. */
export function resendCredentials(deps: Resending, { actor, input }: Request<ResendCredentials>): Promise<Result<readonly ResentRow[]>> {
  const wanted = input.credentials.map(({ id }) => id);
  return resendBadges(deps, actor, wanted, (issuerId, ids) => ({
    ...{ action: 'credentials.resent', issuerId, objectId: issuerId },
    details: { count: ids.length, digest: digestOf(ids) },
  }));
}

type ActOf = (issuerId: string, ids: readonly string[]) => Act;

/**
 * Asks that badges be sent to their recipients again: an event for each goes into the outbox. One badge is sent again once an hour, and an issuer has a
 * bound; a request beyond that is refused as a whole. Each badge gets a row of its own, in the order of the request.
 */
export async function resendBadges(
  deps: Resending,
  actor: Actor,
  wanted: readonly string[],
  actOf: ActOf,
): Promise<Result<readonly ResentRow[]>> {
  const found = await findStandings(deps.store, actor, [...new Set(wanted)]);
  const tenants = new Map<string, string[]>();
  for (const { id, issuerId, ...standing } of found.values()) if (refusalOf(standing) === null) push(tenants, issuerId, id);
  const rows = new Map<string, ResentRow>();
  const sent = await deps.store.transaction(async (tx) => {
    for (const [issuerId, ids] of [...tenants].sort()) {
      const made = await resendOf(deps, tx, issuerId, ids);
      if (!made.ok) return made;
      for (const row of made.value) rows.set(row.id, row);
      const resent = made.value.flatMap(({ id, result }) => (result === 'resent' ? [id] : []));
      if (resent.length > 0) await recordAct(deps, tx, actor, actOf(issuerId, resent));
    }
    return done(null);
  });
  if (!sent.ok) return sent;
  return done(wanted.map((id) => rows.get(id) ?? refusedRow(id, refusalOf(found.get(id)) ?? notFound('badge'))));
}

async function resendOf(
  deps: Resending,
  tx: Repositories,
  issuerId: string,
  ids: readonly string[],
): Promise<Result<readonly ResentRow[]>> {
  const issuer = await tx.issuers.find(issuerId);
  const suspended = issuer === null ? null : refuseSuspended(issuer);
  if (suspended !== null) return suspended;
  await tx.resent.lock(issuerId);
  const now = deps.clock.now();
  const lately = await tx.resent.between(issuerId, new Date(now.getTime() - HOUR), new Date(now.getTime() + SKEW));
  const lastOf = new Map(lately.map(({ credentialId, at }) => [credentialId, at]));
  const open = ids.filter((id) => !lastOf.has(id));
  if (lately.length + open.length > MAX_RESENT_AN_HOUR)
    return tooMany(lately[lately.length + open.length - MAX_RESENT_AN_HOUR - 1]?.at ?? now, now);
  const at = now.toISOString();
  if (open.length > 0) {
    const events = open.map((credentialId) => ({ id: newId(deps), credentialId }));
    await tx.events.appendMany(issuerId, 'credential.resent', now, events);
  }
  return done(
    ids.map((id): ResentRow => {
      const last = lastOf.get(id);
      return { id, result: last === undefined ? 'resent' : 'too-soon', resentAt: last?.toISOString() ?? at, problem: null };
    }),
  );
}

/** @param oldest of those that have to be an hour old before there is room for all of the request */
function tooMany(oldest: Date, now: Date): Refused {
  const wait = Math.max(1, Math.ceil((oldest.getTime() + HOUR - now.getTime()) / 1000));
  const detail = `At most ${MAX_RESENT_AN_HOUR} badges of an issuer are sent again in an hour. None of this request was: send it again later, or fewer of them.`;
  return refused('too-many-requests', detail, undefined, wait);
}

/** Why a badge is not sent again; null when it is. */
function refusalOf(standing: Pick<StandingRecord, 'revoked' | 'suspended' | 'erasedAt'> | undefined): Refused | null {
  if (standing === undefined) return null;
  if (wasErased(standing)) return gone({ erasedAt: standing.erasedAt ?? new Date(0) });
  if (standing.revoked !== null)
    return refused('conflict', 'This badge was revoked: it is not sent again. To award it anew, issue a new badge.');
  return standing.suspended === null ? null : refused('conflict', 'This badge is suspended: resume it before it is sent again.');
}

function refusedRow(id: string, { refusal: { code, detail } }: Refused): ResentRow {
  return { id, result: 'refused', resentAt: null, problem: { code, detail } };
}
