import { randomBytes } from 'node:crypto';
import type { CreatedClaimLink } from '@proofmark/schemas/api';
import { Hono } from 'hono';
import type { PersonExport } from '../../issuing/exports/export-recipient.js';
import { BASE, makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import type { UseCases } from '../../issuing/use-cases.js';
import { type Answer, type Api, startApi } from '../../routes/v1/api.fixture.js';
import { representPerson } from '../../routes/v1/exports/represent-export.js';
import { kyselyOver } from '../../store/postgres-store.js';
import { publicReads } from '../../store/public-reads.js';
import { publicRoutes } from '../index.js';
import { claimRoutes, learnersSheet } from './index.js';

/** The API, and what the public and learners see, over one database. */
export class ClaimStage {
  api!: Api;
  useCases!: UseCases;
  acme!: Tenant;
  app!: Hono;
  /** Of the public side; later than whatever is issued. */
  time = Date.now() + 600_000;

  async open(more: Parameters<Api['with']>[0] = {}): Promise<void> {
    this.api = await startApi();
    const now = () => new Date(this.time);
    const useCases = this.api.with({ clock: { now }, ...more });
    this.useCases = useCases;
    this.acme = await makeTenant(this.api, 'acme', { name: 'Web <b>API</b> design' });
    const represent = (person: PersonExport) => representPerson(BASE, now(), person);
    const reads = publicReads(kyselyOver(this.api.database.pool));
    const random = { bytes: (length: number) => randomBytes(length) };
    this.app = new Hono()
      .route(
        '/',
        claimRoutes({ useCases, baseUrl: BASE, now, random, represent, sheet: learnersSheet({ publicBaseUrl: BASE, reads, now }) }),
      )
      .route('/', publicRoutes({ publicBaseUrl: BASE, reads, now }));
  }
  close = (): Promise<void> => this.api.close();

  /** Answers the id of a new badge. */
  issue = async (more: object = {}): Promise<string> => {
    const body = { recipient: { email: 'ada@example.org', name: 'Ada <i>' }, ...more };
    return (await this.api.call('POST', `/v1/achievements/${this.acme.achievement.id}/credentials`, { key: this.acme.key, body })).body.id;
  };
  make = (id: string, body?: object): Promise<Answer> =>
    this.api.call('POST', `/v1/credentials/${id}/claim-link`, { key: this.acme.key, ...(body === undefined ? {} : { body }) });
  linkTo = async (id: string, body?: object): Promise<CreatedClaimLink> => (await this.make(id, body)).body;
  summary = async (id: string) => (await this.api.call('GET', `/v1/credentials/${id}`, { key: this.acme.key })).body;

  get = async (url: string, headers: Record<string, string> = {}): Promise<Response> => this.app.request(url, { headers });
  /** Presses the button of a page, as a program does that sends no fields. */
  press = async (url: string): Promise<Response> => this.app.request(url, { method: 'POST' });
  /** Answers what the page asks, and presses the button of the page that asks once more. */
  answer = async (url: string, ...ticked: readonly string[]): Promise<Response> => {
    const asked = /name="asked" value="([^"]*)"/.exec(await (await this.get(url)).text())?.[1] ?? '';
    return this.send(url, { asked, ...Object.fromEntries([...ticked, 'delete'].map((name) => [name, 'yes'])) });
  };
  send = async (url: string, fields: Record<string, string>): Promise<Response> =>
    this.app.request(url, { method: 'POST', body: new URLSearchParams(fields) });
  /** Claims a badge; answers the address of the learner's own page. */
  claim = async (id: string): Promise<string> => {
    const { url } = await this.linkTo(id);
    return `${BASE}${(await this.press(url)).headers.get('location')}`;
  };
}
