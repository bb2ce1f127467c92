import { vi } from 'vitest';
import { smtpSender } from '../../mail/smtp-sender.js';
import { deliveryReport, type MailServer, startMailServer } from '../../mail/smtp-server.fixture.js';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';
import type { MailSender } from '../people/mails/mail.js';
import type { Result } from '../result.js';
import type { UseCases } from '../use-cases.js';

type Value<R> = R extends Promise<Result<infer T>> ? T : never;

/** A service that sends mails to a real server, and an issuer of it. */
export interface MailStage {
  readonly issuing: Issuing;
  readonly server: MailServer;
  readonly sender: MailSender;
  readonly useCases: UseCases;
  readonly acme: Tenant;
  /** Another issuer, and a server that has taken nothing. */
  renew(): Promise<void>;
  serve(): Promise<void>;
  wants(changes: object): Promise<void>;
  issue(recipient?: object, more?: object): Promise<{ readonly id: string }>;
  mails(credentialId?: string | null): Promise<Value<ReturnType<UseCases['listMails']>>>;
  /** `issued sent` and such, the newest first. */
  states(): Promise<readonly string[]>;
  /** Lets time pass for all mails: an interval of PostgreSQL. */
  later(interval: string): Promise<void>;
  /** Hands in a report that was sent to an address. */
  report(to: string, more?: object): ReturnType<UseCases['noteBounce']>;
  close(): Promise<void>;
}

export const NEVER: AbortSignal = new AbortController().signal;

/** The secret of the claim link in a text. */
export const tokenIn = (text: string | undefined): string => /\/claim\/(pm_claim_[\w-]{27})/.exec(text ?? '')?.[1] ?? '';

/** Serves mails until every event was followed: one that other tests hold up, on the same server, is read only when their transactions have ended. */
export async function serveMails({ database }: Pick<Issuing, 'database'>, useCases: Pick<UseCases, 'serveMails'>): Promise<void> {
  const behind = `SELECT FROM mail_settings s JOIN api_event e ON e.issuer_id = s.issuer_id
    WHERE (coalesce(e.tx, e.seq), e.n, e.id) > (s.after_tx, s.after_n, s.after_event) LIMIT 1`;
  const isServed = async (): Promise<boolean> => {
    const { rowCount } = await database.pool.query(behind);
    await useCases.serveMails(NEVER);
    return rowCount === 0;
  };
  await vi.waitUntil(isServed, { timeout: 60_000, interval: 20 });
}

export async function startMailStage(): Promise<MailStage> {
  const issuing = await startIssuing();
  const server = await startMailServer();
  const sender = smtpSender({
    ...{ url: server.url, from: 'Badges <badges@school.example>', host: 'badges.example' },
    returnPath: 'bounces@school.example',
  });
  const useCases = issuing.with({ mail: { sender } });
  let tenants = 0;
  let acme = await makeTenant(issuing, 'mailing');
  const mails: MailStage['mails'] = async (credentialId = null) => {
    const input = { issuerId: null, credentialId, state: null, page: { limit: 100, after: null } };
    return good(await useCases.listMails({ actor: acme.actor, input }));
  };
  return {
    ...{ issuing, server, sender, useCases, mails },
    get acme() {
      return acme;
    },
    async renew() {
      tenants += 1;
      acme = await makeTenant(issuing, `mailing-${tenants}`);
      server.taken.length = 0;
      Object.assign(server, { refuse: null, drops: false });
    },
    serve: () => serveMails(issuing, useCases),
    async wants(changes) {
      good(await useCases.updateMailSettings({ actor: acme.actor, input: { issuerId: acme.issuer.id, changes } }));
    },
    async issue(recipient = {}, more = {}) {
      const body = { recipient: { email: 'ada@school.example', name: 'Ada Lovelace', ...recipient }, ...more };
      const input = { achievementId: acme.achievement.id, body, idempotencyKey: null };
      return good(await useCases.issueCredential({ actor: acme.actor, input })).credential;
    },
    states: async () => (await mails()).map(({ kind, state }) => `${kind} ${state}`),
    async later(interval) {
      await issuing.database.pool.query(
        'UPDATE badge_mail SET next_at = next_at - $1::interval, sent_at = sent_at - $1::interval, created_at = created_at - $1::interval',
        [interval],
      );
    },
    report: (to, more = {}) => useCases.noteBounce(Buffer.from(deliveryReport({ to, ...more }))),
    async close() {
      sender.close();
      await server.close();
      await issuing.close();
    },
  };
}
