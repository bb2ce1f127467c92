import { achievementResourceSchema, type CreateAchievement, createAchievementSchema } from '@proofmark/schemas/api';
import { createAchievement } from '../../../issuing/achievements/create-achievement.js';
import { done } from '../../../issuing/result.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';
import { representAchievement } from '../represent.js';

export const postAchievement: Endpoint = endpoint<CreateAchievement>({
  method: 'post',
  path: '/v1/achievements',
  operationId: 'createAchievement',
  tag: 'Achievements',
  summary: 'Define an achievement',
  description: 'What can be earned, what work it asks for, and how long its badges hold. An admin key names the issuer in `issuerId`.',
  scope: 'achievements:write',
  body: createAchievementSchema,
  successes: {
    201: { description: 'The achievement.', schema: achievementResourceSchema, headers: { Location: 'Its address in this API.' } },
  },
  async handle(deps, { actor, body }) {
    const achievement = await createAchievement(deps, { actor, input: body });
    if (!achievement.ok) return achievement;
    const location = `${deps.baseUrl}/v1/achievements/${achievement.value.id}`;
    return done({ status: 201, body: representAchievement(deps.baseUrl, achievement.value), headers: { location } });
  },
});
