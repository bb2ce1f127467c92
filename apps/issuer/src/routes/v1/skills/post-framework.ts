import { type CasePackage, casePackageSchema, importSkillFrameworkQuerySchema, skillFrameworkSchema } from '@proofmark/schemas/api';
import { done, refused } from '../../../issuing/result.js';
import type { FrameworkImport } from '../../../issuing/skills/import-framework.js';
import { type Operation, operation } from '../http/operation.js';
import { isJson } from '../http/read-upload.js';
import { jsonAnswer } from '../http/shapes.js';
import { sourceOf } from '../issuance-jobs/upload-of-request.js';
import { representFramework } from './represent-framework.js';

const TABLE = 'name,url,code\nUse SQL databases,https://skills.example/items/sql,D.3\n';
/** Bytes of a body in JSON, which is read as a whole. */
const MOST_JSON = 32 * 1024 * 1024;
const TABLE_TYPES = ['text/csv', 'application/csv', 'text/tab-separated-values'];

export const postSkillFramework: Operation = operation(
  {
    method: 'post',
    path: '/v1/skill-frameworks',
    operationId: 'importSkillFramework',
    tags: ['Skills'],
    summary: 'Import a framework of skills',
    description:
      'The file as it was published is the body: a CFPackage of 1EdTech CASE 1.0 or 1.1 (JSON, at most 32 MiB), the CSV file of skills that ESCO publishes, or any CSV file with the columns `name` and `url` (`code`, `description`, `target_type` and `synonyms` may stand beside them), at most 64 MiB and 100,000 skills. One file of an issuer is read at a time, and two of all: beyond them the answer is 429 or 503, and `Retry-After` says when to try again. Nothing is fetched. It is imported whole or not at all; every fault has its place. With `replace=true` it takes the place of the framework of the same name.',
    scope: 'achievements:write',
    audit: 'skill-framework.imported',
    upload: {
      mostJson: MOST_JSON,
      atOnce: {
        ...{ each: 1, all: 2 },
        yours: 'Another framework of this issuer is being imported. Send this one again when that request was answered.',
        others: 'Frameworks of other issuers are being imported, as many as are read at a time. Send this one again in ten seconds.',
      },
    },
    request: {
      query: importSkillFrameworkQuerySchema,
      body: {
        required: false,
        content: {
          'application/json': { schema: casePackageSchema },
          'text/csv': { schema: { type: 'string', format: 'binary' }, example: TABLE },
        },
      },
    },
    responses: {
      201: jsonAnswer('The framework.', skillFrameworkSchema, { Location: 'Its address in this API.' }),
      200: jsonAnswer('The framework, in the place of the one that had its name.', skillFrameworkSchema),
    },
    problems: ['not-found', 'conflict', 'unavailable'],
  },
  async (api, c) => {
    const { issuer = null, name = null, url = null, replace } = c.req.valid('query');
    let source: FrameworkImport['source'];
    if (isJson(c)) {
      // The body has other types as well, so that the route does not know that of this one.
      source = { kind: 'case', package: (c.req as unknown as { valid(target: 'json'): CasePackage }).valid('json') };
    } else {
      const type = (c.req.header('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase();
      if (!TABLE_TYPES.includes(type))
        return refused(
          'unsupported-media-type',
          'The Content-Type has to be application/json for a CFPackage of CASE, or text/csv for a table.',
        );
      source = { kind: 'table', bytes: sourceOf(c) };
    }
    const input = { issuerId: issuer, name, url, replace: replace === 'true', source };
    const imported = await api.useCases.importFramework({ actor: c.var.actor, input });
    if (!imported.ok) return imported;
    const { framework, replaced } = imported.value;
    const location = `${api.baseUrl}/v1/skill-frameworks/${framework.id}`;
    return done({ status: replaced ? 200 : 201, body: representFramework(framework), headers: { location } });
  },
);
