import { type IssueTexts, issueTexts } from '@proofmark/messages/console/issue';
import { type PolicyTexts, policyTexts } from '@proofmark/messages/console/policy';

/** The words of the screen, and those of evidence policies. */
export interface IssueWords extends IssueTexts {
  readonly rules: PolicyTexts;
}

export async function issueWords(lang: string): Promise<IssueWords> {
  const [texts, rules] = await Promise.all([issueTexts(lang), policyTexts(lang)]);
  return { ...texts, rules };
}
