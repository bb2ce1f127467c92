import { ask } from './ask.mjs';

/** An issuer with an achievement, and another one that wants work. All processes are ready. */
export async function addTenant({ stage, random }, slug) {
  const { apiKey } = stage;
  const post = async (path, body) => {
    const answer = await ask(random.pick(stage.services), 'POST', path, { apiKey, body });
    if (answer.status !== 201) throw new Error(`POST ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const issuer = await post('/v1/issuers', { slug, name: `Issuer ${slug}` });
  const definition = { issuerId: issuer.id, name: 'Endurance', description: 'Survives.', criteria: { narrative: 'None.' } };
  const { id: achievementId } = await post('/v1/achievements', { ...definition, evidencePolicy: 'none' });
  const { id: withWorkId } = await post('/v1/achievements', { ...definition, evidencePolicy: { min: 1, pinned: 'required' } });
  return { slug, issuerId: issuer.id, achievementId, withWorkId, events: { cursor: null, seen: new Set() }, auditHead: null };
}
