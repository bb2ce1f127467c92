import { createSecretKey } from 'node:crypto';
import { openFoundation } from '../../../apps/issuer/dist/foundation.js';
import { useCases } from '../../../apps/issuer/dist/issuing/use-cases.js';
import { personalSeal } from '../../../apps/issuer/dist/keys/personal-seal.js';
import { createTestDatabase } from '../../../apps/issuer/dist/store/database/test-database.js';
import { memoryKeys, memoryMarks } from '../memory-keys.mjs';

/**
 * The use cases over a real PostgreSQL, in this process and without HTTP, with keys in memory that count their signatures; and one issuer, made as its
 * administrator, who is `asAdmin`. `good` answers the value of a result, and throws for a refusal.
 */
export async function openInProcess() {
  const database = await createTestDatabase();
  const keys = memoryKeys();
  const { foundation, close } = openFoundation({
    pool: database.pool,
    keys: keys.store,
    pepper: new Uint8Array(32).fill(7),
    seal: personalSeal({ key: createSecretKey(new Uint8Array(32).fill(5)) }),
    baseUrl: 'http://localhost:3000',
    local: true,
    recheckDays: null,
    marks: memoryMarks(),
    archives: { softwareHeritage: null, wayback: null },
    forges: { github: null, gitlab: null },
  });
  const service = useCases(foundation);
  await service.ensureFirstAdminKey();
  const [admin] = await foundation.store.apiKeys.list(null, { limit: 1, after: null });
  const asAdmin = { keyId: admin.id, issuerId: null, scopes: ['admin'] };
  const issuer = good(await service.createIssuer({ actor: asAdmin, input: { slug: 'acme', name: 'Acme', mode: 'live' } }));
  return {
    pool: database.pool,
    keys,
    service,
    asAdmin,
    issuer,
    async close() {
      await close();
      await database.close();
    },
  };
}

export function good({ ok, value, refusal }) {
  if (!ok) throw new Error(JSON.stringify(refusal));
  return value;
}
