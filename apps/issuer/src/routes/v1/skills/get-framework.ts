import { skillFrameworkSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representFramework } from './represent-framework.js';

export const getSkillFrameworkOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/skill-frameworks/{frameworkId}',
    operationId: 'getSkillFramework',
    tags: ['Skills'],
    summary: 'Read a framework of skills',
    description: 'What is known of it. Its skills are found by `searchSkills`.',
    scope: 'achievements:read',
    request: { params: z.object({ frameworkId: uuid }) },
    responses: { 200: jsonAnswer('The framework.', skillFrameworkSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const found = await api.useCases.getFramework({ actor: c.var.actor, input: c.req.valid('param').frameworkId });
    return found.ok ? done({ status: 200, body: representFramework(found.value) }) : found;
  },
);
