import { achievementResourceSchema, idSchema, type PageQuery, pageOf, pageQueryFields } from '@proofmark/schemas/api';
import { z } from 'zod';
import { listAchievements } from '../../../issuing/achievements/list-achievements.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';
import { paged } from '../http/paging.js';
import { representAchievement } from '../represent.js';

interface Query extends PageQuery {
  readonly issuer?: string | undefined;
}

export const listAchievementsEndpoint: Endpoint = endpoint<undefined, Query>({
  method: 'get',
  path: '/v1/achievements',
  operationId: 'listAchievements',
  tag: 'Achievements',
  summary: 'List achievements',
  scope: 'achievements:read',
  query: z.strictObject({
    ...pageQueryFields,
    issuer: idSchema().optional().meta({ description: 'An admin key has to name an issuer; other keys see their own.' }),
  }),
  successes: {
    200: {
      description: 'A page.',
      schema: pageOf('AchievementPage', achievementResourceSchema),
      headers: { Link: 'The next page, `rel="next"`.' },
    },
  },
  handle: (deps, call) =>
    paged(
      call,
      deps.baseUrl,
      (page) => listAchievements(deps, { actor: call.actor, input: { issuerId: call.query.issuer ?? null, page } }),
      (achievement) => representAchievement(deps.baseUrl, achievement),
    ),
});
