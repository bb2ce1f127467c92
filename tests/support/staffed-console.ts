import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@proofmark/client';
import { readConfiguration, type Service, startService } from '@proofmark/issuer/service';
import { createTestDatabase, type TestDatabase } from '@proofmark/issuer/testing';
import type { BrowserContextOptions } from 'playwright';
import { expect } from 'vitest';
import { accessibilityProblems } from './accessibility.js';
import { Browsing, type Opened } from './browsing.js';

export type RoleName = 'owner' | 'issuer' | 'assessor' | 'viewer';

/** An answer of the API. */
interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
  readonly body: any;
}

/** The running product, with an organisation, one issuer of it, and somebody of each role who is signed in. */
export class StaffedConsole {
  readonly client: Client;
  readonly #cookies = new Map<RoleName, ReadonlyMap<string, string>>();

  private constructor(
    readonly service: Service,
    readonly database: TestDatabase,
    readonly browsing: Browsing,
    readonly dataDir: string,
  ) {
    this.client = createClient({ baseUrl: service.baseUrl, apiKey: service.adminKey ?? '' });
  }

  /** @param slug - of the issuer that is made; null for none */
  static async begin(slug: string | null = 'school'): Promise<StaffedConsole> {
    const dataDir = await mkdtemp(join(tmpdir(), 'proofmark-console-'));
    const database = await createTestDatabase();
    const environment = { PORT: '0', DATA_DIR: dataDir, DATABASE_URL: database.url, LOG_LEVEL: 'silent' };
    const service = await startService(readConfiguration(environment), { ownerLink: true });
    const stage = new StaffedConsole(service, database, await Browsing.begin(), dataDir);
    if (slug !== null) await stage.client.issuers.create({ slug, name: 'Riverside College' });
    await stage.#staff();
    return stage;
  }

  async end(): Promise<void> {
    await this.browsing.end();
    await this.service.close();
    await this.database.close();
    await rm(this.dataDir, { recursive: true });
  }

  /** Asks the API as somebody of a role, as a page of the service would. */
  async call(role: RoleName, method: string, path: string, body?: unknown): Promise<Answered> {
    return (await this.#send(this.#cookies.get(role) ?? new Map(), method, path, body)).answer;
  }

  /** Opens a screen as somebody of a role. */
  open(role: RoleName, path: string, options: BrowserContextOptions = {}): Promise<Opened> {
    const { hostname } = new URL(this.service.baseUrl);
    const cookies = [...(this.#cookies.get(role) ?? [])].map(([name, value]) => ({
      ...{ name, value, domain: hostname, path: '/', expires: -1, httpOnly: false, secure: false },
      sameSite: 'Strict' as const,
    }));
    return this.browsing.open(`${this.service.baseUrl}/console/#/${path}`, { ...options, storageState: { cookies, origins: [] } });
  }

  /** Nothing that the page complains of, that axe finds, that sticks out, or that is asked of somebody else. */
  async isSound({ page, complaints, requested }: Opened): Promise<void> {
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(requested.filter((url) => !url.startsWith(this.service.baseUrl) && !url.startsWith('data:'))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }

  /** The links of the mails that were kept on this machine, the newest first. */
  async links(kind: 'invite' | 'signin'): Promise<readonly string[]> {
    const answer = await fetch(`${this.service.baseUrl}/console/mail`, { headers: { 'sec-fetch-site': 'none' } });
    return [...(await answer.text()).matchAll(new RegExp(`#(pm_${kind}_[\\w-]{43})"`, 'g'))].map(([, token]) => token ?? '');
  }

  async #staff(): Promise<void> {
    const token = this.service.ownerLink?.split('#')[1];
    const owner = { token, email: 'grace@school.example', name: 'Grace Hopper', organisation: 'Riverside College' };
    await this.#begin('owner', '/v1/owners', owner);
    const { body } = await this.call('owner', 'GET', '/v1/me');
    for (const role of ['issuer', 'assessor', 'viewer'] as const) {
      const invited = { email: `${role}@school.example`, role };
      expect((await this.call('owner', 'POST', `/v1/organisations/${body.organisations[0].id}/invitations`, invited)).status).toBe(201);
      const [invitation] = await this.links('invite');
      await this.#begin(role, '/v1/invitations/accept', { token: invitation, name: `The ${role}` });
    }
  }

  async #begin(role: RoleName, path: string, body: object): Promise<void> {
    const { answer, cookies } = await this.#send(new Map(), 'POST', path, body);
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    this.#cookies.set(role, cookies);
  }

  async #send(cookies: ReadonlyMap<string, string>, method: string, path: string, body?: unknown) {
    const { baseUrl, port } = this.service;
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        ...{ origin: baseUrl, 'sec-fetch-site': 'same-origin', cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
        'x-csrf-token': cookies.get(`proofmark-csrf-${port}`) ?? '',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = response.headers.getSetCookie().map((cookie) => /^([^=]+)=([^;]*)/.exec(cookie));
    const text = await response.text();
    return {
      answer: { status: response.status, body: text === '' ? null : JSON.parse(text) },
      cookies: new Map(set.map((found) => [found?.[1] ?? '', found?.[2] ?? ''] as const)),
    };
  }
}
