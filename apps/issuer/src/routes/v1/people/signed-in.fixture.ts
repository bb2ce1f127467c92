import type { Role } from '@proofmark/schemas/api';
import { expect } from 'vitest';
import type { Answer, Api } from '../api.fixture.js';

/** A browser: it keeps cookies, and sends what a page of the service would. */
export interface Browser {
  call(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** By name. */
  readonly cookies: ReadonlyMap<string, string>;
}

export function browser(api: Api): Browser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async call(method, path, body, headers = {}) {
      const answer = await api.call(method, path, {
        key: null,
        body,
        headers: {
          origin: 'http://localhost:3000',
          'sec-fetch-site': 'same-origin',
          ...(cookies.size === 0 ? {} : { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
          ...(cookies.has('proofmark-csrf-3000') ? { 'x-csrf-token': cookies.get('proofmark-csrf-3000') ?? '' } : {}),
          ...headers,
        },
      });
      for (const cookie of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        if (value === '') cookies.delete(name);
        else cookies.set(name, value);
      }
      return answer;
    },
  };
}

/** The browser of the first owner. */
export async function firstOwner(api: Api, email = 'grace@school.example'): Promise<Browser> {
  const token = await api.useCases.ensureOwnerLink();
  const owner = browser(api);
  const made = await owner.call('POST', '/v1/owners', { token, email, name: 'Grace Hopper', organisation: 'Riverside College' });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return owner;
}

export async function organisationOf(person: Browser): Promise<string> {
  return (await person.call('GET', '/v1/me')).body.organisations[0].id;
}

/** The secret of the link in the newest mail that was kept. */
export async function linkInMail(api: Api): Promise<string> {
  const [newest] = await api.useCases.listKeptMails();
  return newest?.content.link.split('#')[1] ?? '';
}

/** The browser of somebody whom the owner invited. */
export async function invited(api: Api, owner: Browser, role: Role, email = `${role}@school.example`): Promise<Browser> {
  const path = `/v1/organisations/${await organisationOf(owner)}/invitations`;
  expect((await owner.call('POST', path, { email, role })).status).toBe(201);
  const person = browser(api);
  const accepted = await person.call('POST', '/v1/invitations/accept', { token: await linkInMail(api), name: `The ${role}` });
  expect(accepted.status, JSON.stringify(accepted.body)).toBe(201);
  return person;
}
