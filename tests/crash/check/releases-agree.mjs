import { setTimeout as wait } from 'node:timers/promises';
import { ask } from '../load/ask.mjs';

/** For so long a process may answer from memory, in milliseconds. */
const IN_MEMORY = 2500;

/** What one release withdraws or erases, the other shows, although it has what it showed before in memory. */
export async function checkReleasesAgree({ stage, ledger, tenants: [tenant] }) {
  const current = stage.services.filter(({ name }) => !name.startsWith('old'));
  const [old] = stage.services.filter(({ name }) => name.startsWith('old'));
  for (const [by, other] of [
    [old, current[0]],
    [current[0], old],
  ]) {
    const post = async (path, body) => {
      const { status, body: made } = await ask(by, 'POST', path, { apiKey: stage.apiKey, body });
      if (status >= 300) ledger.fail('answer', `${by.name} answers ${status} to POST ${path}`);
      return made;
    };
    const issue = () =>
      post(`/v1/achievements/${tenant.achievementId}/credentials`, { recipient: { email: `${Math.random()}@example.org` } });
    const [withdrawn, erased] = [await issue(), await issue()];
    const list = new URL(withdrawn.credential.credentialStatus.statusListCredential).pathname;
    const shown = async () => ({
      list: (await ask(other, 'GET', list, { accept: 'application/json' })).body?.credentialSubject.encodedList,
      badge: (await ask(other, 'GET', `/credentials/${erased.id}.json`)).status,
    });
    // Twice: what was asked for is kept.
    await shown();
    const before = await shown();
    // A release before this one knows no confirmation.
    const confirmed = (word) => (by === old ? {} : { confirm: word });
    await post(`/v1/credentials/${withdrawn.id}/revoke`, { reason: 'A drill.', ...confirmed('revoke') });
    await post(`/v1/credentials/${erased.id}/erase`, confirmed('erase'));
    await wait(IN_MEMORY);
    const after = await shown();
    if (before.list === after.list) ledger.fail('lost', `${other.name} serves a list without what ${by.name} withdrew`);
    if (after.badge !== 410) ledger.fail('lost', `${other.name} answers ${after.badge} for a badge that ${by.name} erased`);
  }
}
