import { achievementResourceSchema, updateAchievementSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody, uuid } from '../http/shapes.js';
import { ETAG, entityTag, ifMatchHeaders, isNamedBy } from '../http/versions.js';
import { representAchievement } from '../represent.js';

export const patchAchievement: Operation = operation(
  {
    method: 'patch',
    path: '/v1/achievements/{achievementId}',
    operationId: 'updateAchievement',
    tags: ['Achievements'],
    summary: 'Change an achievement',
    description:
      'JSON Merge Patch (RFC 7396). Badges that were issued keep what they said. `archived: true` ends issuing. With `If-Match`, a change that somebody made meanwhile is not overwritten.',
    scope: 'achievements:write',
    audit: 'achievement.updated',
    request: { params: z.object({ achievementId: uuid }), headers: ifMatchHeaders, body: jsonBody(updateAchievementSchema) },
    responses: { 200: jsonAnswer('The changed achievement.', achievementResourceSchema, { ETag: ETAG }) },
    problems: ['not-found', 'precondition-failed'],
  },
  async (api, c) => {
    const { achievementId } = c.req.valid('param');
    const body = c.req.valid('json');
    const ifMatch = c.req.valid('header')['If-Match'];
    const isMeant = (updatedAt: Date): boolean => ifMatch === undefined || isNamedBy(ifMatch, updatedAt);
    const achievement = await api.useCases.updateAchievement({ actor: c.var.actor, input: { achievementId, changes: body, isMeant } });
    if (!achievement.ok) return achievement;
    const headers = { etag: entityTag(achievement.value.updatedAt) };
    return done({ status: 200, body: representAchievement(api.baseUrl, achievement.value), headers });
  },
);
