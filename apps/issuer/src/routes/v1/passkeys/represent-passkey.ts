import type { Passkey } from '@proofmark/schemas/api';
import type { PasskeyRecord } from '../../../store/index.js';

export function representPasskey({ id, name, createdAt, lastUsedAt, backedUp }: PasskeyRecord): Passkey {
  return { id, name, createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null, backedUp };
}
