import { EXPORTS, type ExportFormat, exportQuerySchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import type { IssuerExport } from '../../../issuing/exports/export-issuer.js';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { uuid } from '../http/shapes.js';
import { filesOf } from './files-of.js';
import { arrayOf, badgesCsv, linesOf, representExported } from './represent-export.js';
import { zipOf } from './zip-of.js';

const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
  zip: 'application/zip',
};

export const getIssuerExport: Operation = operation(
  {
    method: 'get',
    path: '/v1/issuers/{issuerId}/export',
    operationId: 'exportIssuer',
    tags: ['Issuers'],
    summary: 'Export all badges, or everything',
    description:
      'Every badge of the issuer, oldest first, with whose it is and their address, the signed badge in both forms, and how it stands; erased ones with what is left of them. As JSON, as JSON one a line, as CSV, or everything that the issuer has here as a ZIP. It is written as it is read, so that it may be of any size; where it cannot be read to its end the answer breaks off.',
    scope: 'recipients:read',
    // The badges are in it.
    alsoScope: { member: null, scope: 'credentials:read' },
    request: { params: z.object({ issuerId: uuid }), query: exportQuerySchema },
    responses: {
      200: {
        description: 'The export, in the format that was asked for.',
        content: {
          'application/json': { schema: EXPORTS.json },
          'application/x-ndjson': { schema: EXPORTS.ndjson },
          'text/csv': { schema: EXPORTS.csv },
          'application/zip': { schema: EXPORTS.zip },
        },
        headers: { 'Content-Disposition': { description: 'The name for a file of it.', schema: { type: 'string' } } },
      },
    },
    problems: ['not-found'],
  },
  async (api, c) => {
    const { issuerId } = c.req.valid('param');
    const { format = 'json' } = c.req.valid('query');
    const found = await api.useCases.exportIssuer({ actor: c.var.actor, input: issuerId });
    if (!found.ok) return found;
    const name = `${found.value.issuer.slug}-${api.now().toISOString().slice(0, 10)}.${format}`;
    return done({
      status: 200 as const,
      stream: streamOf(format, api.baseUrl, api.now(), found.value),
      headers: { 'content-type': MEDIA_TYPES[format], 'content-disposition': `attachment; filename="${name}"` },
    });
  },
);

function streamOf(format: ExportFormat, base: string, now: Date, found: IssuerExport): AsyncIterable<string | Uint8Array> {
  const represent = (one: Parameters<typeof representExported>[2]) => representExported(base, now, one);
  if (format === 'csv') return badgesCsv(base, now, found.badges());
  if (format === 'zip') return zipOf(filesOf(base, now, found), now);
  return format === 'json' ? arrayOf(found.badges(), represent) : linesOf(found.badges(), represent);
}
