import { achievementResourceSchema, updateAchievementSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody, uuid } from '../http/shapes.js';
import { representAchievement } from '../represent.js';

export const patchAchievement: Operation = operation(
  {
    method: 'patch',
    path: '/v1/achievements/{achievementId}',
    operationId: 'updateAchievement',
    tags: ['Achievements'],
    summary: 'Change an achievement',
    description: 'JSON Merge Patch (RFC 7396). Badges that were issued keep what they said. `archived: true` ends issuing.',
    scope: 'achievements:write',
    audit: 'achievement.updated',
    request: { params: z.object({ achievementId: uuid }), body: jsonBody(updateAchievementSchema) },
    responses: { 200: jsonAnswer('The changed achievement.', achievementResourceSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const { achievementId } = c.req.valid('param');
    const body = c.req.valid('json');
    const achievement = await api.useCases.updateAchievement({ actor: c.var.actor, input: { achievementId, changes: body } });
    return achievement.ok ? done({ status: 200, body: representAchievement(api.baseUrl, achievement.value) }) : achievement;
  },
);
