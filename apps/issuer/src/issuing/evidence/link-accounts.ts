import { gitTarget, type PinnedItem } from '@proofmark/evidence';
import { formatInstant } from '@proofmark/primitives';
import type { LinkedAccount } from '@proofmark/schemas/api';
import type { Clock } from '../ports.js';
import type { Forge } from './evidence-sources.js';

export interface AccountLinking {
  readonly forges: readonly Forge[];
  readonly clock: Clock;
}

/**
 * Compares the accounts that a recipient linked with the author of the commit, as its forge says. Accounts are the caller's
 * word, and a service goes by the e-mail address in the commit: so this says "linked account", and never who wrote it.
 */
export async function linkAccounts(
  deps: AccountLinking,
  items: readonly PinnedItem[],
  accounts: readonly LinkedAccount[],
): Promise<readonly PinnedItem[]> {
  return accounts.length === 0 ? items : Promise.all(items.map((item) => linkAccount(deps, item, accounts)));
}

async function linkAccount(deps: AccountLinking, item: PinnedItem, accounts: readonly LinkedAccount[]): Promise<PinnedItem> {
  const { finding } = item;
  const origin = finding.git === null ? null : gitTarget(finding.permalink ?? finding.url)?.origin;
  if (origin == null || finding.git === null) return item;
  const { host, pathname } = new URL(origin);
  const ids = accounts.filter((account) => account.host === host).map(({ id }) => id);
  if (ids.length === 0) return item;
  const service = deps.forges.find((one) => one.host === host);
  const answer = service === undefined ? null : await service.authorOf(pathname.slice(1).replace(/\.git$/, ''), finding.git.commit);
  const noted = (code: string): PinnedItem => ({ ...item, finding: { ...finding, problems: [...finding.problems, code] } });
  if (answer === null || !answer.ok) return noted('account-not-checked');
  if (answer.account === null || !ids.includes(answer.account.id)) return noted('account-not-author');
  const at = formatInstant(deps.clock.now().getTime());
  const authorship = { method: 'linked-account', by: `${answer.account.name} (${host})`, at, share: null } as const;
  return { ...item, finding: { ...finding, theirs: [...finding.theirs, authorship] } };
}
