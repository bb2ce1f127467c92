import type { AchievementResource, ClaimCounts } from '@proofmark/schemas/api';
import type { Answer, Ask } from '../../api.js';
import { type AchievementForm, differences, formOf, NEW_FORM } from './form.js';

/** What is being typed, and what it began with. */
export interface Editing {
  readonly form: AchievementForm;
  /** As it was read. */
  readonly base: AchievementForm;
  /** Its `updatedAt` then; empty of a new one. */
  readonly version: string;
}

export const NEW: Editing = { form: NEW_FORM, base: NEW_FORM, version: '' };

/** An achievement as the service has it; both null for a new one. */
export interface Stored {
  readonly resource: AchievementResource | null;
  /** Of its badges; null where that could not be counted. */
  readonly counts: ClaimCounts | null;
}

export function editingOf(resource: AchievementResource): Editing {
  const form = formOf(resource);
  return { form, base: form, version: resource.updatedAt };
}

/** An achievement as it is stored, and on top of it the fields in which the form differs from what it was before. */
export function changedSince(stored: AchievementResource, before: AchievementForm, now: AchievementForm): Editing {
  const editing = editingOf(stored);
  const changed = Object.fromEntries(differences(before, now).map((field) => [field, now[field]]));
  return { ...editing, form: { ...editing.form, ...changed } };
}

/** Reads an achievement, and how many badges were issued for it. */
export async function readStored(ask: Ask, id: string, signal: AbortSignal): Promise<Answer<Stored>> {
  const at = encodeURIComponent(id);
  const resource = await ask<AchievementResource>('GET', `achievements/${at}`, undefined, { signal });
  if (!resource.ok) return resource;
  const counts = await ask<ClaimCounts>('GET', `claims?issuer=${resource.value.issuerId}&achievement=${at}`, undefined, { signal });
  return { ok: true, value: { resource: resource.value, counts: counts.ok ? counts.value : null } };
}
