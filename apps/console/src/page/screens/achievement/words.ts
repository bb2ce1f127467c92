import { type AchievementsTexts, achievementsTexts } from '@proofmark/messages/console/achievements';
import { type PolicyTexts, policyTexts } from '@proofmark/messages/console/policy';

/** The words of the form, and those of evidence policies, which public pages have too. */
export interface FormWords extends AchievementsTexts {
  readonly policy: PolicyTexts;
}

export async function formWords(lang: string): Promise<FormWords> {
  const [texts, policy] = await Promise.all([achievementsTexts(lang), policyTexts(lang)]);
  return { ...texts, policy };
}
