import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTenant } from '../../../issuing/issuing.fixture.js';
import { createOwnerLink } from '../../../issuing/people/owner-link.js';
import { type Api, startApi } from '../api.fixture.js';
import { type Browser, browser, firstOwner, invited } from './signed-in.fixture.js';

// Who comes into an organisation, and who stays out of it.
let api: Api;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api.close());


/** A further owner, with an organisation of their own, by a link that the operator made. */
async function furtherOwner(email: string): Promise<Browser> {
  const ids = { clock: { now: () => new Date() }, random: { bytes: (length: number) => randomBytes(length) } };
  const owner = browser(api);
  const token = await createOwnerLink({ store: api.store, ...ids });
  expect((await owner.call('POST', '/v1/owners', { token, email, name: 'Eve', organisation: 'Elsewhere' })).status).toBe(201);
  return owner;
}

describe('an address that somebody invented', () => {
  it('ends their sessions when the one who reads its mail accepts an invitation', async () => {
    const eve = await firstOwner(api, 'joan@school.example');
    const school = await furtherOwner('grace@school.example');
    const joan = await invited(api, school, 'owner', 'joan@school.example');
    expect((await eve.call('GET', '/v1/me')).status).toBe(401);
    expect((await joan.call('GET', '/v1/me')).body.person).toMatchObject({ emailVerified: true });
  });

  it('keeps the sessions of somebody who had verified it', async () => {
    const owner = await firstOwner(api);
    const joan = await invited(api, owner, 'viewer', 'joan@school.example');
    await invited(api, await furtherOwner('eve@x.example'), 'viewer', 'joan@school.example');
    expect((await joan.call('GET', '/v1/me')).body.organisations).toHaveLength(2);
  });
});

describe('an issuer that belongs to nobody', () => {
  it('is given to the first owner of the service, and to no later one', async () => {
    await firstOwner(api);
    const { issuer } = await makeTenant(api, 'globex');
    const eve = await furtherOwner('eve@x.example');
    expect((await eve.call('GET', '/v1/me')).body.organisations).toMatchObject([{ issuerIds: [] }]);
    expect((await eve.call('GET', `/v1/issuers/${issuer.id}`)).status).toBe(404);
  });
});
