import { foundSkillsSchema, searchSkillsQuerySchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { limitOf } from '../http/paging.js';
import { jsonAnswer } from '../http/shapes.js';
import { representSkill } from './represent-framework.js';

export const searchSkillsOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/skills',
    operationId: 'searchSkills',
    tags: ['Skills'],
    summary: 'Find skills to align to',
    description:
      'Skills of imported frameworks that have all words of `q` in their names, other names or code, in any case and without accents. The best first: names that begin with `q`, then those with a word that does, the shorter ones first. The `alignment` of each is what an achievement takes as an item of `alignment`.',
    scope: 'achievements:read',
    request: { query: searchSkillsQuerySchema },
    responses: { 200: jsonAnswer('What was found.', foundSkillsSchema) },
  },
  async (api, c) => {
    const query = c.req.valid('query');
    const { issuer = null, framework = null, q: text } = query;
    const input = { issuerId: issuer, frameworkId: framework, text, limit: limitOf(query) };
    const found = await api.useCases.searchSkills({ actor: c.var.actor, input });
    return found.ok ? done({ status: 200, body: { data: found.value.map(representSkill) } }) : found;
  },
);
