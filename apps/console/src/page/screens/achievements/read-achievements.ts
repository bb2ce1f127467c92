import type { AchievementResource } from '@proofmark/schemas/api';
import type { Answer, Ask } from '../../api.js';
import { readPages } from '../../shell/read-pages.js';

/** So many pages of a hundred are read of the achievements of one issuer. */
const PAGES = 5;

export interface Achievements {
  /** By name. */
  readonly achievements: readonly AchievementResource[];
  /** There are more than were read. */
  readonly more: boolean;
}

/** Reads the achievements of an issuer, archived ones too. */
export async function readAchievements(ask: Ask, issuerId: string, signal: AbortSignal): Promise<Answer<Achievements>> {
  const found = await readPages<AchievementResource>(ask, `achievements?issuer=${issuerId}`, PAGES, { signal });
  if (!found.ok) return found;
  const { items, more } = found.value;
  return { ok: true, value: { achievements: [...items].sort((a, b) => nameOf(a).localeCompare(nameOf(b))), more } };
}

/** The name of an achievement, as its badges say it. */
export const nameOf = ({ achievement }: AchievementResource): string => String(achievement.name ?? '');
