import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { nodeSigner } from '@proofmark/platform/node';
import { encodeUtf8 } from '@proofmark/primitives';
import { Webhook } from 'standardwebhooks';
import type { WebhookKey, WebhookSecretRecord } from '../../store/index.js';
import { newId } from '../identifiers.js';
import type { IdSource, Sealer } from '../ports.js';

const SECRET_BYTES = 32;

/** What deliveries are signed with, opened: one secret for `v1` and one key for `v1a`. */
export interface OpenSecret {
  /** `whsec_` and base64 (Standard Webhooks). */
  readonly secret: string;
  readonly privateKey: KeyObject;
}

/** A new secret: the row to store, and its text, which is shown once. */
export interface NewSecret {
  readonly record: WebhookSecretRecord;
  readonly secret: string;
}

/** Makes the secrets of a webhook, sealed. */
export function makeSecret(deps: IdSource & { readonly sealer: Sealer }, key: WebhookKey): NewSecret {
  const shared = deps.random.bytes(SECRET_BYTES);
  const { privateKey } = generateKeyPairSync('ed25519');
  const id = newId(deps);
  const plain = Buffer.concat([shared, privateKey.export({ format: 'der', type: 'pkcs8' })]);
  const sealed = deps.sealer.seal(plain, nameOf({ ...key, id }));
  plain.fill(0);
  const raw = createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '';
  const publicKey = `whpk_${Buffer.from(raw, 'base64url').toString('base64')}`;
  return { record: { ...key, id, ...sealed, publicKey, createdAt: deps.clock.now(), endsAt: null }, secret: textOf(shared) };
}

/** The secrets that open; none when they were sealed under another keyring. */
export function openSecrets(sealer: Sealer, records: readonly WebhookSecretRecord[]): readonly OpenSecret[] {
  return records.flatMap((record) => {
    const plain = sealer.open(record.sealed, nameOf(record));
    if (plain === null) return [];
    const privateKey = createPrivateKey({ key: Buffer.from(plain.subarray(SECRET_BYTES)), format: 'der', type: 'pkcs8' });
    return [{ secret: textOf(plain.subarray(0, SECRET_BYTES)), privateKey }];
  });
}

/** The headers of one attempt (Standard Webhooks 1.0): a `v1` and a `v1a` signature by each secret, the present one first. */
export function signedHeaders(secrets: readonly OpenSecret[], id: string, at: Date, body: string): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const message = encodeUtf8(`${id}.${timestamp}.${body}`);
  const signatures = secrets.flatMap(({ secret, privateKey }) => [
    new Webhook(secret).sign(id, at, body),
    `v1a,${Buffer.from(nodeSigner(privateKey).sign(message)).toString('base64')}`,
  ]);
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}

function textOf(shared: Uint8Array): string {
  return `whsec_${Buffer.from(shared).toString('base64')}`;
}

function nameOf({ issuerId, webhookId, id }: WebhookKey & { readonly id: string }): readonly string[] {
  return ['webhook secret', issuerId, webhookId, id];
}
