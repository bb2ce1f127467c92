import type { ChangedWork, CredentialRecord, DayCounts, EndingBadges, IssuerRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { loadIssuer } from '../access/load-issuer.js';
import type { Clock, Store } from '../ports.js';
import { done, type Result } from '../result.js';

/** Days that are shown, and weeks in which badges end. */
const SHOWN_DAYS = 84;
const SHOWN_WEEKS = 13;
/** Badges that are listed. */
const LISTED = 10;

const DAY = 86_400_000;
/** After its end a day may still get badges that were begun on it: far longer than that takes. */
const LATEST_ADDITION = 2 * 3_600_000;
/** Days that are counted by one statement. */
const DAYS_AT_ONCE = 366;

export interface Overview {
  readonly asOf: Date;
  /** So many as are shown, the last one today. */
  readonly days: readonly DayCounts[];
  /** Of all days. */
  readonly total: Omit<DayCounts, 'day'>;
  readonly changed: readonly (ChangedWork & { readonly credential: CredentialRecord })[];
  readonly ending: Omit<EndingBadges, 'first'> & { readonly first: readonly CredentialRecord[] };
}

/** What there is of one issuer, and what happened lately. Days that are over are counted once. */
export async function getOverview(
  { store, clock }: { readonly store: Pick<Store, 'issuers' | 'overview'>; readonly clock: Clock },
  { actor, input: issuerId }: Request<string>,
): Promise<Result<Overview>> {
  const issuer = await loadIssuer(store.issuers, actor, issuerId);
  if (!issuer.ok) return issuer;
  const now = clock.now();
  const [days, ending, changed] = await Promise.all([
    countedDays(store.overview, issuer.value, now),
    store.overview.ending(issuerId, now, SHOWN_WEEKS, LISTED),
    store.overview.changed(issuerId, LISTED),
  ]);
  const badges = await store.overview.badges(issuerId, [...ending.first, ...changed.map(({ credentialId }) => credentialId)]);
  const found = (id: string): readonly CredentialRecord[] => [badges.get(id)].filter((one) => one !== undefined);
  return done({
    asOf: now,
    days: shown(days, now),
    total: totalOf(days),
    changed: changed.flatMap((one) => found(one.credentialId).map((credential) => ({ ...one, credential }))),
    ending: { ...ending, first: ending.first.flatMap(found) },
  });
}

/** All days from the first one to today, those that nothing can be added to from what was kept. */
async function countedDays(
  overview: Store['overview'],
  { id: issuerId, createdAt }: IssuerRecord,
  now: Date,
): Promise<readonly DayCounts[]> {
  const days: DayCounts[] = [...(await overview.kept(issuerId))];
  const last = days.at(-1)?.day;
  // The badges of an issuer that came from another service are older than its row here.
  const from = last === undefined ? dayOf(earlier(createdAt, await overview.began(issuerId))) : after(last);
  const missing = daysFrom(from, now);
  for (let at = 0; at < missing.length; at += DAYS_AT_ONCE) {
    const counted = await overview.count(issuerId, missing.slice(at, at + DAYS_AT_ONCE));
    const over = counted.filter(({ day }) => after(day).getTime() + LATEST_ADDITION <= now.getTime());
    if (over.length > 0) await overview.keep(issuerId, over);
    days.push(...counted);
  }
  return days;
}

function shown(days: readonly DayCounts[], now: Date): readonly DayCounts[] {
  const known = new Map(days.map((one) => [one.day.getTime(), one]));
  const first = new Date(dayOf(now).getTime() - (SHOWN_DAYS - 1) * DAY);
  return daysFrom(first, now).map((day) => known.get(day.getTime()) ?? { day, ...NOTHING });
}

const NOTHING = { issued: 0, claimed: 0, checked: 0, changed: 0 };

function totalOf(days: readonly DayCounts[]): Omit<DayCounts, 'day'> {
  const add = (sum: typeof NOTHING, { issued, claimed, checked, changed }: DayCounts) => ({
    issued: sum.issued + issued,
    claimed: sum.claimed + claimed,
    checked: sum.checked + checked,
    changed: sum.changed + changed,
  });
  return days.reduce(add, NOTHING);
}

const earlier = (one: Date, other: Date | null): Date => (other !== null && other < one ? other : one);

/** The beginning of the day of UTC. */
const dayOf = (instant: Date): Date => new Date(Math.floor(instant.getTime() / DAY) * DAY);
const after = (day: Date): Date => new Date(day.getTime() + DAY);

function daysFrom(first: Date, now: Date): readonly Date[] {
  const count = Math.max(0, Math.floor((now.getTime() - first.getTime()) / DAY) + 1);
  return Array.from({ length: count }, (_, n) => new Date(first.getTime() + n * DAY));
}
