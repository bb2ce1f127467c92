import type { AchievementResource, DuplicateRule } from '@proofmark/schemas/api';
import type { Answer, Ask } from '../../api.js';
import { readPages } from '../../shell/read-pages.js';

/** What badges can be issued of. */
export interface Earnable {
  readonly id: string;
  readonly name: string;
  /** The names of the results that its badges may state. */
  readonly results: readonly string[];
  readonly onDuplicate: DuplicateRule | null;
  readonly isArchived: boolean;
}

/** Pages of a hundred that are read. */
const PAGES = 10;

/** The achievements of an issuer by name, as far as they are listed. */
export async function readAchievements(ask: Ask, issuerId: string, signal: AbortSignal): Promise<Answer<readonly Earnable[]>> {
  const found = await readPages<AchievementResource>(ask, `achievements?issuer=${issuerId}`, PAGES, { signal });
  return found.ok ? { ok: true, value: found.value.items.map(earnable).sort((a, b) => a.name.localeCompare(b.name)) } : found;
}

/** What is needed here of an achievement. */
export function earnable({ id, achievement, onDuplicate, archivedAt }: AchievementResource): Earnable {
  const { name, resultDescription } = achievement as {
    readonly name?: string;
    readonly resultDescription?: readonly { readonly name: string }[];
  };
  return {
    id,
    name: name ?? '',
    results: (resultDescription ?? []).map((result) => result.name),
    onDuplicate,
    isArchived: archivedAt !== null,
  };
}
