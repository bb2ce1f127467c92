import type {
  CreateWebhook,
  DeliveryState,
  ReplayWebhook,
  UpdateWebhook,
  Webhook,
  WebhookDelivery,
  WebhookWithSecret,
} from '@proofmark/schemas/api';
import { walk } from './pages.js';
import type { Send } from './transport.js';

type List<T> = AsyncGenerator<T, void, undefined>;

/** Addresses to which the events of an issuer are sent. */
export interface WebhookMethods {
  /** The secret is answered this once. */
  create(body: CreateWebhook): Promise<WebhookWithSecret>;
  get(id: string): Promise<Webhook>;
  list(filter?: { issuer?: string }): List<Webhook>;
  /** `enabled: true` goes on where it stopped. */
  update(id: string, change: UpdateWebhook): Promise<Webhook>;
  delete(id: string): Promise<void>;
  /** Makes a new secret; for a day both sign. */
  rotateSecret(id: string): Promise<WebhookWithSecret>;
  /** Sends a test event at once, and answers what became of it. */
  test(id: string): Promise<WebhookDelivery>;
  /** Sends every event since a time again, in order. */
  replay(id: string, body: ReplayWebhook): Promise<Webhook>;
  deliveries(id: string, filter?: { state?: DeliveryState }): List<WebhookDelivery>;
  /** Sends one event again. */
  replayDelivery(id: string, deliveryId: string): Promise<WebhookDelivery>;
}

export function webhookMethods(send: Send): WebhookMethods {
  const at = (id: string, more = ''): string => `/v1/webhooks/${encodeURIComponent(id)}${more}`;
  return {
    create: (body) => send({ method: 'POST', path: '/v1/webhooks', body }),
    get: (id) => send({ method: 'GET', path: at(id) }),
    list: (filter = {}) => walk(send, '/v1/webhooks', { ...filter }),
    update: (id, body) => send({ method: 'PATCH', path: at(id), body }),
    delete: (id) => send({ method: 'DELETE', path: at(id) }),
    rotateSecret: (id) => send({ method: 'POST', path: at(id, '/rotate-secret') }),
    test: (id) => send({ method: 'POST', path: at(id, '/test') }),
    replay: (id, body) => send({ method: 'POST', path: at(id, '/replay'), body }),
    deliveries: (id, filter = {}) => walk(send, at(id, '/deliveries'), { ...filter }),
    replayDelivery: (id, deliveryId) => send({ method: 'POST', path: at(id, `/deliveries/${encodeURIComponent(deliveryId)}/replay`) }),
  };
}
