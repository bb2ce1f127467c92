import { type AuditEntry, auditEntrySchema, listAuditQuerySchema, type Page, pageOf } from '@proofmark/schemas/api';
import type { Result } from '../../../issuing/result.js';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { limitOf, nextLink } from '../http/paging.js';
import { jsonAnswer } from '../http/shapes.js';

const page = jsonAnswer(
  'A page; or, where `application/x-ndjson` is accepted, all that follows, one entry a line.',
  pageOf('AuditPage', auditEntrySchema),
  {
    Link: 'The next page, `rel="next"`.',
  },
);

export const listAuditLogOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/audit-log',
    operationId: 'listAuditLog',
    tags: ['Audit log'],
    summary: 'Read who did what',
    description:
      'Every act that changed something, oldest first (or newest first, for people), by ids and times. Each entry has its number and the hash of the one before it, so that `proofmark audit check` finds an entry that was altered, removed or moved; keep the last `sequence` and `hash` that you saw to find a log that was cut off. An entry gets its place when no older transaction runs any more, as a rule at once. Send `Accept: application/x-ndjson` for an export in one answer.',
    scope: 'audit-log:read',
    request: { query: listAuditQuerySchema },
    responses: { 200: { ...page, content: { ...page.content, 'application/x-ndjson': { schema: auditEntrySchema } } } },
  },
  async (api, c) => {
    const query = c.req.valid('query');
    const filter = {
      ...timesOf(query),
      order: query.order ?? ('oldest' as const),
      action: query.action ?? null,
      issuerId: query.issuer ?? null,
      service: query.service === 'true',
    };
    const list = (after: number, limit: number) => api.useCases.listAuditLog({ actor: c.var.actor, input: { ...filter, after, limit } });
    const after = Number(query.after ?? 0);
    if (/\bapplication\/x-ndjson\b/.test(c.req.header('accept') ?? '')) return exported(list, after);
    const limit = limitOf(query);
    const found = await list(after, limit + 1);
    if (!found.ok) return found;
    const data = found.value.slice(0, limit);
    const next = found.value.length > limit ? String(data.at(-1)?.sequence) : null;
    const body: Page<AuditEntry> = { data, next };
    return done({ status: 200, body, ...(next === null ? {} : { headers: { link: nextLink(c.req.url, api.baseUrl, { after: next }) } }) });
  },
);

function timesOf({ since, until }: { readonly since?: string | undefined; readonly until?: string | undefined }) {
  return { since: since === undefined ? null : new Date(since), until: until === undefined ? null : new Date(until) };
}

const BATCH = 500;
type List = (after: number, limit: number) => Promise<Result<readonly AuditEntry[]>>;

/** The first batch is read before the answer begins, so that a refusal is an answer of its own. */
async function exported(list: List, after: number): Promise<Result<{ readonly status: 200; readonly lines: AsyncIterable<AuditEntry> }>> {
  const first = await list(after, BATCH);
  return first.ok ? done({ status: 200 as const, lines: following(list, first.value) }) : first;
}

async function* following(list: List, first: readonly AuditEntry[]): AsyncGenerator<AuditEntry> {
  for (let batch = first; ; ) {
    yield* batch;
    const last = batch.at(-1);
    if (last === undefined || batch.length < BATCH) return;
    const next = await list(last.sequence, BATCH);
    if (!next.ok) throw new Error('an export of the audit log broke off');
    batch = next.value;
  }
}
