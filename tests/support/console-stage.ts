import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@proofmark/client';
import { readConfiguration, type Service, startService } from '@proofmark/issuer/service';
import { createTestDatabase } from '@proofmark/issuer/testing';
import type { BrowserContextOptions } from 'playwright';
import { expect } from 'vitest';
import { accessibilityProblems } from './accessibility.js';
import { Browsing, type Opened } from './browsing.js';
import { joined } from './joined.js';

type State = Exclude<BrowserContextOptions['storageState'], string | undefined>;

/** The running product with an issuer and its owner, and a browser in which people of its organisation are signed in. */
export interface ConsoleStage {
  readonly service: Service;
  readonly client: Client;
  readonly issuerId: string;
  /** Opens a screen of the issuer as the owner, or as somebody whom `join` made a member. */
  open(path: string, options?: BrowserContextOptions, who?: State): Promise<Opened>;
  /** Makes a new member of the organisation; answers their browser. */
  join(role: 'issuer' | 'assessor' | 'viewer', email: string): Promise<State>;
  /** Nothing that the page complains of, that axe finds, that sticks out, or that is asked of somebody else. */
  isSound(opened: Opened): Promise<void>;
  end(): Promise<void>;
}

const NAME = 'Riverside College';

/** Starts it. The issuer is `school`; its first owner has signed in by the link of the start. */
export async function startConsole(environment: Readonly<Record<string, string>> = {}): Promise<ConsoleStage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'proofmark-console-'));
  const database = await createTestDatabase();
  const settings = { PORT: '0', DATA_DIR: dataDir, DATABASE_URL: database.url, LOG_LEVEL: 'silent', ...environment };
  const service = await startService(readConfiguration(settings), { ownerLink: true });
  const browsing = await Browsing.begin();
  const client = createClient({ baseUrl: service.baseUrl, apiKey: service.adminKey ?? '' });
  const { id: issuerId } = await client.issuers.create({ slug: 'school', name: NAME });

  const first = await browsing.open(service.ownerLink ?? '');
  await first.page.getByLabel('Your name').fill('Grace Hopper');
  await first.page.getByLabel('Your e-mail address').fill('grace@school.example');
  await first.page.getByLabel('Name of your school or company').fill(NAME);
  await first.page.getByRole('button', { name: 'Begin' }).click();
  await first.page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  const owner = await first.page.context().storageState();

  return {
    service,
    client,
    issuerId,
    open: (path, options = {}, who = owner) =>
      browsing.open(`${service.baseUrl}/console/#/at/school/${path}`, { storageState: who, ...options }),
    async join(role, email) {
      const { page } = await joined(browsing, first.page, role, email);
      return page.context().storageState();
    },
    async isSound({ page, complaints, requested }) {
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(complaints).toEqual([]);
      expect(requested.filter((url) => !url.startsWith(service.baseUrl) && !url.startsWith('data:'))).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    },
    async end() {
      await browsing.end();
      await service.close();
      await database.close();
      await rm(dataDir, { recursive: true });
    },
  };
}
