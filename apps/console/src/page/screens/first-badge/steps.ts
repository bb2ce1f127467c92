import type { FirstBadgeTexts } from '@proofmark/messages/console/first-badge';
import type { AchievementResource, CredentialResource, Issuer } from '@proofmark/schemas/api';
import type { Answer, Ask } from '../../api.js';
import { slugOf } from '../../controls/slug-of.js';

/** What is typed for a first badge, and what was made of it so far. */
export interface FirstBadge {
  readonly issuer: string;
  /** Empty: made of the name. */
  readonly slug: string;
  readonly test: boolean;
  readonly achievement: string;
  readonly description: string;
  readonly name: string;
  readonly email: string;
  readonly work: string;
  /** What was made already, so that pressing the button again does not make it twice. */
  readonly made: { readonly issuer?: Pick<Issuer, 'id' | 'slug'>; readonly achievementId?: string; readonly once: string };
}

export const START: FirstBadge = {
  ...{ issuer: '', slug: '', test: false, achievement: '', description: '', name: '', email: '', work: '' },
  made: { once: '' },
};

/**
 * Makes the issuer, then the achievement, then the badge; what was made before is taken. After each step `keep` remembers it.
 *
 * @returns the badge and the short name of its issuer
 */
export async function issueFirst(
  ask: Ask,
  form: FirstBadge,
  words: FirstBadgeTexts,
  keep: (made: FirstBadge['made']) => void,
): Promise<Answer<{ readonly badge: CredentialResource; readonly slug: string }>> {
  let made: FirstBadge['made'] = { ...form.made, once: form.made.once || crypto.randomUUID() };
  const name = form.issuer.trim();
  if (made.issuer === undefined) {
    const body = { slug: form.slug.trim() || slugOf(name), name, mode: form.test ? 'test' : 'live' };
    const issuer = await ask<Issuer>('POST', 'issuers', body);
    if (!issuer.ok) return issuer;
    const { id, slug } = issuer.value;
    made = { ...made, issuer: { id, slug } };
    keep(made);
  }
  const { id: issuerId, slug } = made.issuer as Pick<Issuer, 'id' | 'slug'>;
  if (made.achievementId === undefined) {
    const title = form.achievement.trim();
    const achievement = await ask<AchievementResource>('POST', 'achievements', {
      ...{ issuerId, name: title, description: form.description.trim() || words.described({ name: title, issuer: name }) },
      criteria: { narrative: words.criteria({ issuer: name }) },
      evidencePolicy: form.work.trim() === '' ? 'none' : { min: 1, pinned: 'preferred' },
    });
    if (!achievement.ok) return achievement;
    made = { ...made, achievementId: achievement.value.id };
    keep(made);
  }
  const work = form.work.trim();
  const body = {
    recipient: { email: form.email.trim(), ...(form.name.trim() === '' ? {} : { name: form.name.trim() }) },
    ...(work === '' ? {} : { evidence: [{ url: work }] }),
  };
  const badge = await ask<CredentialResource>('POST', `achievements/${made.achievementId}/credentials`, body, { once: made.once });
  return badge.ok ? { ok: true, value: { badge: badge.value, slug } } : badge;
}
