import { achievementResourceSchema, type UpdateAchievement, updateAchievementSchema } from '@proofmark/schemas/api';
import { updateAchievement } from '../../../issuing/achievements/update-achievement.js';
import { done } from '../../../issuing/result.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';
import { representAchievement } from '../represent.js';

export const patchAchievement: Endpoint = endpoint<UpdateAchievement>({
  method: 'patch',
  path: '/v1/achievements/{achievementId}',
  operationId: 'updateAchievement',
  tag: 'Achievements',
  summary: 'Change an achievement',
  description: 'JSON Merge Patch (RFC 7396). Badges that were issued keep what they said. `archived: true` ends issuing.',
  scope: 'achievements:write',
  body: updateAchievementSchema,
  successes: { 200: { description: 'The changed achievement.', schema: achievementResourceSchema } },
  problems: ['not-found'],
  async handle(deps, { actor, ids: [achievementId], body }) {
    const achievement = await updateAchievement(deps, { actor, input: { achievementId, changes: body } });
    return achievement.ok ? done({ status: 200, body: representAchievement(deps.baseUrl, achievement.value) }) : achievement;
  },
});
