import { achievementResourceSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { ETAG, entityTag } from '../http/versions.js';
import { representAchievement } from '../represent.js';

export const getAchievementOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/achievements/{achievementId}',
    operationId: 'getAchievement',
    tags: ['Achievements'],
    summary: 'Read an achievement',
    scope: 'achievements:read',
    request: { params: z.object({ achievementId: uuid }) },
    responses: { 200: jsonAnswer('The achievement.', achievementResourceSchema, { ETag: ETAG }) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const { achievementId } = c.req.valid('param');
    const achievement = await api.useCases.getAchievement({ actor: c.var.actor, input: achievementId });
    if (!achievement.ok) return achievement;
    const headers = { etag: entityTag(achievement.value.updatedAt) };
    return done({ status: 200, body: representAchievement(api.baseUrl, achievement.value), headers });
  },
);
