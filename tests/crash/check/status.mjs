import { gunzipSync } from 'node:zlib';
import { ask } from '../load/ask.mjs';
import { nameOf } from '../load/ledger.mjs';

const PURPOSES = [
  { purpose: 'revocation', table: 'status_list_document', suffix: '' },
  { purpose: 'suspension', table: 'suspension_list_document', suffix: '/suspension' },
];

/** Every withdrawal that was acknowledged is in the journal; the bits of each list are those of its journal, in the database and as every process serves them. */
export async function checkStatus(world, { tenants }) {
  const { stage, ledger } = world;
  const journal = await readJournal(stage);
  for (const intent of ledger.acknowledged) {
    if (intent.revoked === 'acknowledged' && journal.get('revocation').byBadge.get(intent.badge.id) !== true) {
      ledger.fail('lost', `${nameOf(intent)} was revoked, which the journal does not say`);
    }
    const suspended = journal.get('suspension').byBadge.get(intent.badge.id) ?? false;
    if (intent.suspended !== null && intent.suspended !== suspended) {
      ledger.fail('lost', `${nameOf(intent)} is ${suspended ? '' : 'not '}suspended in the journal, and the last answer said otherwise`);
    }
  }
  for (const { purpose, table, suffix } of PURPOSES) {
    const rows = await stage.query(
      `SELECT d.status_list_id AS list, d.bits, i.slug FROM ${table} d JOIN issuer i ON i.id = d.issuer_id
       WHERE i.slug = ANY ($1) ORDER BY 1`,
      [tenants.map(({ slug }) => slug)],
    );
    for (const { list, bits, slug } of rows) {
      const expected = journal.get(purpose).byList.get(String(list)) ?? new Set();
      compare(world, `the bits of list ${list} (${purpose}) in the database`, bits, expected);
      for (const service of stage.services) {
        const { status, body } = await ask(service, 'GET', `/issuers/${slug}/status/${list}${suffix}`, { accept: 'application/json' });
        const encoded = body?.credentialSubject?.encodedList;
        if (status !== 200 || typeof encoded !== 'string')
          ledger.fail('lost', `${service.name} answers ${status} for list ${list} (${purpose})`);
        else
          compare(
            world,
            `list ${list} (${purpose}) as ${service.name} serves it`,
            gunzipSync(Buffer.from(encoded.slice(1), 'base64url')),
            expected,
          );
      }
    }
  }
}

/** What the journal says last: of each badge, and the set indices of each list. */
async function readJournal({ query }) {
  const journal = new Map(PURPOSES.map(({ purpose }) => [purpose, { byBadge: new Map(), byList: new Map() }]));
  const rows = await query('SELECT purpose, credential_id, status_list_id, status_index, value FROM status_event ORDER BY seq');
  for (const { purpose, credential_id: id, status_list_id: list, status_index: index, value } of rows) {
    const { byBadge, byList } = journal.get(purpose);
    byBadge.set(id, value);
    const indices = byList.get(String(list)) ?? new Set();
    if (value) indices.add(index);
    else indices.delete(index);
    byList.set(String(list), indices);
  }
  return journal;
}

function compare({ ledger }, what, bytes, expected) {
  const set = new Set();
  for (const [at, byte] of bytes.entries()) {
    for (let bit = 0; byte !== 0 && bit < 8; bit += 1) if ((byte & (128 >> bit)) !== 0) set.add(at * 8 + bit);
  }
  const missing = [...expected].filter((index) => !set.has(index));
  const more = [...set].filter((index) => !expected.has(index));
  if (missing.length > 0) ledger.fail('lost', `${what} lack the bits ${missing.slice(0, 10).join(', ')} of their journal`);
  if (more.length > 0) ledger.fail('lost', `${what} have the bits ${more.slice(0, 10).join(', ')}, which the journal does not`);
}
