import type { ApiKey, CreateApiKey, CreatedApiKey } from '@proofmark/schemas/api';
import { walk } from './pages.js';
import type { Send } from './transport.js';

/** Who may use the API, and for what. */
export interface ApiKeyMethods {
  create(body: CreateApiKey): Promise<CreatedApiKey>;
  list(): AsyncGenerator<ApiKey, void, undefined>;
  /** Withdraws a key, and all that it made. */
  revoke(id: string): Promise<void>;
}

export function apiKeyMethods(send: Send): ApiKeyMethods {
  return {
    create: (body) => send({ method: 'POST', path: '/v1/api-keys', body }),
    list: () => walk(send, '/v1/api-keys'),
    revoke: (id) => send({ method: 'DELETE', path: `/v1/api-keys/${encodeURIComponent(id)}` }),
  };
}
