import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { child, post, service } from './children.mjs';

const ACHIEVEMENT = {
  name: 'Web API design',
  description: 'Designs HTTP APIs that others can use, documents them, and keeps them compatible.',
  criteria: { narrative: 'Three projects, reviewed by two assessors each, with tests and a published description of the interface.' },
  tag: ['http', 'design', 'api'],
  evidencePolicy: 'none',
  validFor: 'P2Y',
};

/**
 * The built service on a data folder of its own, with one issuer, one of its achievements and its API key. `issuerOf` makes further issuers of that
 * kind, `started` starts a script of this folder. All processes end, and the folder goes, when `work` has ended.
 */
export async function withBenchIssuer(work, settings = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'proofmark-bench-'));
  const children = [];
  const started = async (...given) => {
    const one = await child(...given);
    children.push(one);
    return one;
  };
  const running = await service(folder, settings);
  const { base, adminKey, pid } = running;
  const issuerOf = async (slug) => {
    const issuer = await post(base, adminKey, '/v1/issuers', { slug, name: `School ${slug}`, url: 'https://school.example' });
    const achievement = await post(base, adminKey, '/v1/achievements', { issuerId: issuer.id, ...ACHIEVEMENT });
    const scopes = ['credentials:issue', 'credentials:read', 'credentials:revoke'];
    const { key } = await post(base, adminKey, '/v1/api-keys', { issuerId: issuer.id, name: slug, scopes });
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    return { issuer, achievement, key, headers, address: `/v1/achievements/${achievement.id}/credentials` };
  };
  try {
    return await work({ folder, base, pid, adminKey, started, issuerOf, ...(await issuerOf('bench')) });
  } finally {
    for (const one of children) one.end();
    await running.end();
    rmSync(folder, { recursive: true, force: true });
  }
}
