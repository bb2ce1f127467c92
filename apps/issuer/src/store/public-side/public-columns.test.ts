import { loadModule, parseSync } from 'libpg-query';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../../issuing/issuing.fixture.js';
import { kyselyOver } from '../postgres-store.js';
import { publicReads } from '../public-reads.js';
import { PUBLIC_TABLES } from './public-columns.js';
import { columnsRead } from './public-uses.js';

let issuing: Issuing;
let acme: Tenant;
beforeAll(async () => {
  await loadModule();
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme');
});
afterAll(() => issuing.close());

/** Every statement that public documents are made with, on a database that has one of everything. */
async function statementsOfReads(): Promise<ReadonlySet<string>> {
  const body = { recipient: { email: 'ada@example.org' } };
  const input = { achievementId: acme.achievement.id, body, idempotencyKey: null };
  const { credential } = good(await issuing.useCases.issueCredential({ actor: acme.actor, input }));
  const { id } = credential;
  await issuing.useCases.recordIssued();
  // A badge with work, as the reads of it ask for more.
  await issuing.database.pool.query(`UPDATE credential SET evidence_findings = $1`, [
    JSON.stringify([{ id: 'https://learner.example/work', kind: 'web', status: 'reachable' }]),
  ]);
  const texts = new Set<string>();
  const { pool } = issuing.database;
  const db = kyselyOver({
    connect: async () => {
      const client = await pool.connect();
      return {
        query: (query: string | { readonly text: string }, ...more: unknown[]) => {
          texts.add(typeof query === 'string' ? query : query.text);
          return (client.query as (...of: unknown[]) => unknown).call(client, query, ...more);
        },
        release: () => client.release(),
      };
    },
  } as never);
  const reads = publicReads(db);
  const issuerId = acme.issuer.id;
  const all: { readonly [N in keyof typeof reads]: () => Promise<unknown> } = {
    findCredential: () => reads.findCredential(id),
    wasErased: () => reads.wasErased(id),
    findWorkHistory: () => reads.findWorkHistory(id),
    findEndorsement: () => reads.findEndorsement(id, id),
    hasAssessor: () => reads.hasAssessor(issuerId, id),
    findEvidenceReport: () => reads.findEvidenceReport(id),
    findCapture: () => reads.findCapture(id, 0),
    findIssuerBySlug: () => reads.findIssuerBySlug('acme'),
    findIssuerByDid: () => reads.findIssuerByDid(acme.issuer.did),
    listSigningKeys: () => reads.listSigningKeys(issuerId),
    findRecordHead: () => reads.findRecordHead(issuerId),
    listRecordKeys: () => reads.listRecordKeys(issuerId),
    findRecordFile: () => reads.findRecordFile(issuerId, 1, 0),
    findRecordSalt: () => reads.findRecordSalt(id),
    listKeysOfAll: () => reads.listKeysOfAll(10),
    listDomains: () => reads.listDomains(issuerId),
    findStatusListDocument: async () => {
      for (const purpose of ['revocation', 'suspension'] as const)
        for (const slug of ['acme', null]) await reads.findStatusListDocument(slug, credential.statusListId, purpose);
    },
    findAchievement: () => reads.findAchievement(acme.achievement.id),
    findImage: () => reads.findImage(acme.achievement.id),
  };
  for (const read of Object.values(all)) await read();
  return texts;
}

it('names every column that public documents are made of', async () => {
  const { rows } = await issuing.database.pool.query<{ name: string; columns: string[] }>(
    `SELECT relname AS name, array_agg(attname::text) AS columns FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND attnum > 0 AND NOT attisdropped GROUP BY relname`,
  );
  const columns = new Map(rows.map(({ name, columns: of }) => [name, new Set(of)]));
  const read = new Set<string>();
  for (const text of await statementsOfReads()) for (const one of columnsRead(parseSync(text), columns)) read.add(one);
  const named = Object.entries(PUBLIC_TABLES).flatMap(([table, { columns: of }]) => of.split(' ').map((column) => `${table}.${column}`));
  expect([...read].sort()).toEqual(named.sort());
});
