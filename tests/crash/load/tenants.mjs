import { ask } from './ask.mjs';

/** An issuer with one achievement. All processes are ready. */
export async function addTenant({ stage, random }, slug) {
  const { apiKey } = stage;
  const post = async (path, body) => {
    const answer = await ask(random.pick(stage.services), 'POST', path, { apiKey, body });
    if (answer.status !== 201) throw new Error(`POST ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const issuer = await post('/v1/issuers', { slug, name: `Issuer ${slug}` });
  const definition = { name: 'Endurance', description: 'Survives.', criteria: { narrative: 'None.' }, evidencePolicy: 'none' };
  const achievement = await post('/v1/achievements', { issuerId: issuer.id, ...definition });
  return { slug, issuerId: issuer.id, achievementId: achievement.id, events: { cursor: null, seen: new Set() }, auditHead: null };
}
