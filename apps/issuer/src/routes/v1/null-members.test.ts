import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { type Api, problemIn, startApi } from './api.fixture.js';

let api: Api;
let acme: Tenant;
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
});
afterAll(() => api.close());

describe('a member that is null', () => {
  it('is absent in a new issuer, as the answer says it', async () => {
    const { body: made } = await api.call('POST', '/v1/issuers', { body: { slug: 'nulls', name: 'Nulls' } });
    const { url, description, email, image, linkedinOrganizationId } = made;
    expect([url, description, email, image, linkedinOrganizationId]).toEqual([null, null, null, null, null]);
    const body = { slug: 'nulls-again', name: 'Nulls', url, description, email, image, linkedinOrganizationId };
    const again = await api.call('POST', '/v1/issuers', { body });
    expect(again.status).toBe(201);
    const patched = await api.call('PATCH', `/v1/issuers/${made.id}`, {
      body: { name: 'N', url, description, email, image, linkedinOrganizationId },
    });
    expect(patched.body).toMatchObject({ name: 'N', url: null, email: null });
  });

  it('is absent in an achievement, in an API key and in a badge, inside of their objects too', async () => {
    const { id } = acme.achievement;
    const { body: made } = await api.call('GET', `/v1/achievements/${id}`, { key: acme.key });
    const { name, description, criteria } = made.achievement;
    const achievement = {
      name,
      description,
      criteria: { ...criteria, id: null },
      validFor: made.validFor,
      evidencePolicy: made.evidencePolicy,
    };
    expect((await api.call('POST', '/v1/achievements', { key: acme.key, body: achievement })).status).toBe(201);
    const key = { name: 'k', issuerId: null, scopes: ['credentials:read'], admin: null, expiresAt: null };
    expect((await api.call('POST', '/v1/api-keys', { key: acme.key, body: key })).status).toBe(201);
    const recipient = { email: 'ada@example.org', did: null, name: null };
    const body = { recipient, evidence: [{ url: 'https://ada.example/', name: null }], author: null, validFrom: null, validUntil: null };
    const path = `/v1/achievements/${id}/credentials`;
    expect((await api.call('POST', path, { key: acme.key, body })).status).toBe(201);
  });

  it('is refused where the member is required, and in a list', async () => {
    const path = `/v1/achievements/${acme.achievement.id}/credentials`;
    const post = (body: unknown) => api.call('POST', path, { key: acme.key, body });
    expect(problemIn(await post({ recipient: null })).errors).toEqual([['/recipient', 'wrong-type']]);
    expect(problemIn(await post({ recipient: { email: 'ada@example.org' }, evidence: [null] })).errors).toEqual([
      ['/evidence/0', 'wrong-type'],
    ]);
  });
});
