import { achievementResourceSchema, idSchema, pageOf, pageQueryFields } from '@proofmark/schemas/api';
import { z } from 'zod';
import { type Operation, operation } from '../http/operation.js';
import { paged } from '../http/paging.js';
import { jsonAnswer } from '../http/shapes.js';
import { representAchievement } from '../represent.js';

export const listAchievementsOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/achievements',
    operationId: 'listAchievements',
    tags: ['Achievements'],
    summary: 'List achievements',
    scope: 'achievements:read',
    request: {
      query: z.strictObject({
        ...pageQueryFields,
        issuer: idSchema().optional().meta({ description: 'An admin key has to name an issuer; other keys see their own.' }),
      }),
    },
    responses: {
      200: jsonAnswer('A page.', pageOf('AchievementPage', achievementResourceSchema), { Link: 'The next page, `rel="next"`.' }),
    },
  },
  (api, c) =>
    paged(
      { query: c.req.valid('query'), url: c.req.url },
      api.baseUrl,
      (page) => api.useCases.listAchievements({ actor: c.var.actor, input: { issuerId: c.req.valid('query').issuer ?? null, page } }),
      (achievement) => representAchievement(api.baseUrl, achievement),
    ),
);
