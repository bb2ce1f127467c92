import { achievementResourceSchema } from '@proofmark/schemas/api';
import { getAchievement } from '../../../issuing/achievements/get-achievement.js';
import { done } from '../../../issuing/result.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';
import { representAchievement } from '../represent.js';

export const getAchievementEndpoint: Endpoint = endpoint({
  method: 'get',
  path: '/v1/achievements/{achievementId}',
  operationId: 'getAchievement',
  tag: 'Achievements',
  summary: 'Read an achievement',
  scope: 'achievements:read',
  successes: { 200: { description: 'The achievement.', schema: achievementResourceSchema } },
  problems: ['not-found'],
  async handle(deps, { actor, ids: [achievementId] }) {
    const achievement = await getAchievement(deps, { actor, input: achievementId });
    return achievement.ok ? done({ status: 200, body: representAchievement(deps.baseUrl, achievement.value) }) : achievement;
  },
});
