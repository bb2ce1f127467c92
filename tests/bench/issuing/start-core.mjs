import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openFoundation } from '../../../apps/issuer/dist/foundation.js';
import { useCases } from '../../../apps/issuer/dist/issuing/use-cases.js';
import { openKeys } from '../../../apps/issuer/dist/keys/open-keys.js';
import { openFileMarks } from '../../../apps/issuer/dist/place-marks/file-marks.js';
import { createPool } from '../../../apps/issuer/dist/store/database/pool.js';
import { postgresStore } from '../../../apps/issuer/dist/store/postgres-store.js';
import { runningLocalPostgres } from '../../../packages/local-postgres/dist/index.js';

/** The issuing core as a second process beside the service has it; answers what issues so many badges of an achievement in one batch. */
export async function startCore(folder, base, issuerId, achievementId) {
  const pool = createPool(runningLocalPostgres(folder, 'proofmark'), { max: 4 });
  const store = postgresStore(pool);
  const own = join(folder, 'bench');
  mkdirSync(own);
  const { keys, pepper, seal } = await openKeys({ store, dataDir: folder, passphrase: null, now: () => new Date() });
  const { foundation } = openFoundation({
    pool,
    keys,
    pepper,
    seal,
    marks: openFileMarks(own),
    baseUrl: base,
    local: true,
    recheckDays: null,
    archives: { softwareHeritage: null, wayback: null },
    forges: { github: null, gitlab: null },
  });
  const { prepareBadge, issueBatch } = useCases(foundation);
  const [adminKey] = await store.apiKeys.list(null, { limit: 1, after: null });
  const actor = { keyId: adminKey.id, issuerId: null, scopes: ['admin'] };
  const achievement = await store.achievements.find(issuerId, achievementId);
  let learners = 0;
  return async (size) => {
    const badges = [];
    for (let n = 0; n < size; n += 1) {
      learners += 1;
      const body = { recipient: { email: `core-${learners}@learners.example`, name: 'Ada Lovelace' } };
      const prepared = await prepareBadge(achievement, body, null);
      if (!prepared.ok) throw new Error(`a badge was refused: ${prepared.code}`);
      badges.push({ actor, parts: prepared.value, claim: null, renewal: null });
    }
    const outcomes = await issueBatch(issuerId, badges, null);
    const bad = outcomes.find((one) => one.status !== 'fulfilled' || one.value.ok !== true);
    if (bad !== undefined) throw bad.reason ?? new Error(`a badge was not issued: ${JSON.stringify(bad.value).slice(0, 200)}`);
    return outcomes.length;
  };
}
