import { listSkillFrameworksQuerySchema, pageOf, skillFrameworkSchema } from '@proofmark/schemas/api';
import { type Operation, operation } from '../http/operation.js';
import { paged } from '../http/paging.js';
import { jsonAnswer } from '../http/shapes.js';
import { representFramework } from './represent-framework.js';

export const listSkillFrameworksOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/skill-frameworks',
    operationId: 'listSkillFrameworks',
    tags: ['Skills'],
    summary: 'List frameworks of skills',
    scope: 'achievements:read',
    request: { query: listSkillFrameworksQuerySchema },
    responses: {
      200: jsonAnswer('A page.', pageOf('SkillFrameworkPage', skillFrameworkSchema), { Link: 'The next page, `rel="next"`.' }),
    },
  },
  (api, c) => {
    const query = c.req.valid('query');
    const issuerId = query.issuer ?? null;
    return paged(
      { query, url: c.req.url },
      api.baseUrl,
      (page) => api.useCases.listFrameworks({ actor: c.var.actor, input: { issuerId, page } }),
      representFramework,
    );
  },
);
