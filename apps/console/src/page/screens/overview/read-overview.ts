import type { CredentialSummary, IssuerOverview, Page } from '@proofmark/schemas/api';
import type { Answer, Ask } from '../../api.js';

export interface Found {
  readonly overview: IssuerOverview;
  readonly hasAchievements: boolean;
  /** The newest badges. */
  readonly latest: readonly CredentialSummary[];
}

const LATEST = 5;

/** Asks for the numbers of an issuer, and for what its empty states depend on. */
export async function readOverview(ask: Ask, issuerId: string, signal: AbortSignal): Promise<Answer<Found>> {
  const get = <T>(path: string) => ask<T>('GET', path, undefined, { signal });
  const [overview, achievements, latest] = await Promise.all([
    get<IssuerOverview>(`issuers/${issuerId}/overview`),
    get<Page<unknown>>(`achievements?issuer=${issuerId}&limit=1`),
    get<Page<CredentialSummary>>(`credentials?issuer=${issuerId}&limit=${LATEST}&order=newest`),
  ]);
  if (!overview.ok) return overview;
  if (!achievements.ok) return achievements;
  if (!latest.ok) return latest;
  const hasAchievements = achievements.value.data.length > 0;
  return { ok: true, value: { overview: overview.value, hasAchievements, latest: latest.value.data } };
}
