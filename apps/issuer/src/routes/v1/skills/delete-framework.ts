import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { uuid } from '../http/shapes.js';

export const deleteSkillFramework: Operation = operation(
  {
    method: 'delete',
    path: '/v1/skill-frameworks/{frameworkId}',
    operationId: 'deleteSkillFramework',
    tags: ['Skills'],
    summary: 'Delete a framework of skills',
    description: 'With all of its skills. Achievements and badges keep the alignments that were made from it.',
    scope: 'achievements:write',
    audit: 'skill-framework.deleted',
    request: { params: z.object({ frameworkId: uuid }) },
    responses: { 204: { description: 'It is deleted.' } },
    problems: ['not-found'],
  },
  async (api, c) => {
    const gone = await api.useCases.deleteFramework({ actor: c.var.actor, input: c.req.valid('param').frameworkId });
    return gone.ok ? done({ status: 204 }) : gone;
  },
);
