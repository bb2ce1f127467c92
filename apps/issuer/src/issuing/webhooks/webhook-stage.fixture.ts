import { createPublicKey, verify } from 'node:crypto';
import type { WebhookRecord } from '../../store/index.js';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';
import type { UseCases } from '../use-cases.js';
import type { WebhookMade } from './create-webhook.js';
import type { ListedDelivery } from './list-deliveries.js';
import { hookOf, type Received, type Receiver, startReceiver } from './receiver.fixture.js';

/** An issuer with a receiver, anew for each test, and a clock that can be put ahead. */
export class WebhookStage {
  issuing!: Issuing;
  tenant!: Tenant;
  receiver!: Receiver;
  /** The use cases by a clock that is `ahead` of ours. */
  later!: UseCases;
  /** Milliseconds. */
  ahead = 0;
  #tenants = 0;

  async open(): Promise<void> {
    this.issuing = await startIssuing();
    this.later = this.issuing.with({ clock: { now: () => new Date(Date.now() + this.ahead) } });
  }

  async begin(): Promise<void> {
    this.ahead = 0;
    this.#tenants += 1;
    this.tenant = await makeTenant(this.issuing, `acme-${this.#tenants}`);
    this.receiver = await startReceiver();
  }

  make(more: object = {}): Promise<WebhookMade> {
    return hookOf(this.issuing, this.tenant, { url: this.receiver.url, ...more });
  }

  /** Newest first. */
  async deliveries({ id: webhookId }: WebhookMade): Promise<readonly ListedDelivery[]> {
    const input = { webhookId, state: null, page: { limit: 100, after: null } };
    return good(await this.issuing.useCases.listDeliveries({ actor: this.tenant.actor, input }));
  }

  async states(hook: WebhookMade): Promise<readonly string[]> {
    return (await this.deliveries(hook)).map(({ state }) => state);
  }

  async read({ id }: WebhookMade): Promise<WebhookRecord> {
    return good(await this.issuing.useCases.getWebhook({ actor: this.tenant.actor, input: id })).webhook;
  }

  async suspend(credentialId: string, act: 'suspendCredential' | 'resumeCredential' = 'suspendCredential'): Promise<void> {
    good(await this.issuing.useCases[act]({ actor: this.tenant.actor, input: { credentialId } }));
  }

  /** Type and badge of each message that came. */
  came(): readonly string[] {
    return this.receiver.received.map(({ type, credentialId }) => `${type} ${credentialId}`);
  }
}

/** Whether one of the `v1a` signatures is by this public key (Standard Webhooks 1.0). */
export function isSignedBy(publicKey: string, { headers, body, id }: Received): boolean {
  const x = Buffer.from(publicKey.replace('whpk_', ''), 'base64').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const message = Buffer.from(`${id}.${String(headers['webhook-timestamp'])}.${body}`);
  const signatures = String(headers['webhook-signature']).split(' ');
  return signatures.some((one) => one.startsWith('v1a,') && verify(null, message, key, Buffer.from(one.slice(4), 'base64')));
}
