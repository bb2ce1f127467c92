import { achievementResourceSchema, createAchievementSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody } from '../http/shapes.js';
import { ETAG, entityTag } from '../http/versions.js';
import { representAchievement } from '../represent.js';

export const postAchievement: Operation = operation(
  {
    method: 'post',
    path: '/v1/achievements',
    operationId: 'createAchievement',
    tags: ['Achievements'],
    summary: 'Define an achievement',
    description: 'What can be earned, what work it asks for, and how long its badges hold. An admin key names the issuer in `issuerId`.',
    scope: 'achievements:write',
    audit: 'achievement.created',
    request: { body: jsonBody(createAchievementSchema) },
    responses: {
      201: jsonAnswer('The achievement.', achievementResourceSchema, { Location: 'Its address in this API.', ETag: ETAG }),
    },
  },
  async (api, c) => {
    const body = c.req.valid('json');
    const achievement = await api.useCases.createAchievement({ actor: c.var.actor, input: body });
    if (!achievement.ok) return achievement;
    const { id, updatedAt } = achievement.value;
    const headers = { location: `${api.baseUrl}/v1/achievements/${id}`, etag: entityTag(updatedAt) };
    return done({ status: 201, body: representAchievement(api.baseUrl, achievement.value), headers });
  },
);
