import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { good, makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import type { CredentialRecord } from '../../store/index.js';
import { type IssuingService, startIssuingService } from '../issuing-service.fixture.js';

let service: IssuingService;
let acme: Tenant;
let old: CredentialRecord;
let next: CredentialRecord;
beforeAll(async () => {
  service = await startIssuingService();
  acme = await makeTenant(service, 'acme');
  const body = { recipient: { email: 'ada@example.org' } };
  const issued = await service.useCases.issueCredential({
    actor: acme.actor,
    input: { achievementId: acme.achievement.id, body, idempotencyKey: null },
  });
  old = good(issued).credential;
  next = good(
    await service.useCases.renewCredential({ actor: acme.actor, input: { credentialId: old.id, body: {}, idempotencyKey: null } }),
  ).credential;
});
afterAll(() => service.close());

const path = ({ id }: CredentialRecord) => `/credentials/${id}`;
const address = (badge: CredentialRecord) => `http://localhost:3000${path(badge)}`;
const get = (badge: CredentialRecord, accept: string) => service.get(path(badge), { accept });

describe('a badge that was renewed', () => {
  it.each(['text/html', 'application/vc', 'application/vc+jwt', 'image/svg+xml'])(
    'points forward, and its successor back: %s',
    async (accept) => {
      const [before, after] = [(await get(old, accept)).headers.get('link'), (await get(next, accept)).headers.get('link')];
      expect(before).toContain(`<${address(next)}>; rel="successor-version"`);
      expect(before).not.toContain('predecessor-version');
      expect(after).toContain(`<${address(old)}>; rel="predecessor-version"`);
      expect(after).not.toContain('successor-version');
    },
  );

  it('says so on its page, and keeps its bytes', async () => {
    const page = await (await get(old, 'text/html')).text();
    expect(page).toContain('This badge was renewed');
    expect(page).toContain(`href="${path(next)}"`);
    expect(await (await get(next, 'text/html')).text()).toContain(`href="${path(old)}"`);
    expect(await (await get(old, 'application/vc')).text()).toBe(old.signed!.json);
  });

  it('says so in its work log', async () => {
    const log = async (badge: CredentialRecord) => (await service.get(`${path(badge)}/work-log`)).json();
    expect(await log(old)).toMatchObject({ successor: address(next), predecessor: null });
    expect(await log(next)).toMatchObject({ successor: null, predecessor: address(old) });
  });

  it('no longer points to a successor that was withdrawn', async () => {
    await service.useCases.revokeCredential({ actor: acme.actor, input: { credentialId: next.id } });
    expect((await get(old, 'application/vc')).headers.get('link')).not.toContain('successor-version');
  });
});

describe('a badge that was corrected', () => {
  it('leads to the one that stands in its place, and says that it was withdrawn', async () => {
    const body = { recipient: { email: 'grace@example.org', name: 'Grace Hoper' } };
    const wrong = good(
      await service.useCases.issueCredential({
        actor: acme.actor,
        input: { achievementId: acme.achievement.id, body, idempotencyKey: null },
      }),
    ).credential;
    const input = { credentialId: wrong.id, body: { recipient: { name: 'Grace Hopper' } }, idempotencyKey: null };
    const right = good(await service.useCases.correctCredential({ actor: acme.actor, input })).credential;
    const page = await (await get(wrong, 'text/html')).text();
    expect(page).toContain('This badge was replaced');
    expect(page).not.toContain('This badge was renewed');
    expect(page).toContain(`href="${path(right)}"`);
    expect(await (await get(right, 'text/html')).text()).toContain('Grace Hopper');
  });
});
