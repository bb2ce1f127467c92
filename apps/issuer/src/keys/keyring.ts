import { createHmac, createSecretKey, type KeyObject, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { isSealed, open, type Sealed, seal } from './seal.js';

/** Two secrets that all processes of a service share. */
export interface Keyring {
  /** Seals the signing keys. */
  readonly key: KeyObject;
  /** Keys the hashes of recipients' addresses; 32 bytes. */
  readonly pepper: Uint8Array;
}

/** How a key was derived from a passphrase (RFC 7914). */
export interface Scrypt {
  readonly N: number;
  readonly r: number;
  readonly p: number;
  /** Base64url. */
  readonly salt: string;
}

/**
 * A keyring, encrypted under a key derived from the passphrase. So a passphrase can be checked before any signing key exists, and changed
 * without touching the keys.
 */
export interface SealedKeyring {
  readonly scrypt: Scrypt;
  readonly secrets: Sealed;
}

/** By which two keyrings are compared: HMACs of a constant under each secret, which tell nothing of it. */
export interface KeyringChecks {
  readonly keyCheck: string;
  readonly pepperCheck: string;
}

/** 128 MiB and about a third of a second a guess. */
const COST = { N: 2 ** 17, r: 8, p: 1 };
const MEMORY_LIMIT = 512 * 1024 * 1024;
const CONTEXT = 'proofmark keyring 1';
const SECRET_BYTES = 32;

/** Makes a keyring of fresh secrets. */
export function makeKeyring(): Keyring {
  return split(randomBytes(2 * SECRET_BYTES));
}

/**
 * Encrypts a keyring under a passphrase, with a fresh salt.
 * @param N scrypt's cost; only tests, which hide nothing, want a lower one
 */
export async function sealKeyring({ key, pepper }: Keyring, passphrase: string, N: number = COST.N): Promise<SealedKeyring> {
  const cost: Scrypt = { ...COST, N, salt: randomBytes(32).toString('base64url') };
  const secrets = Buffer.concat([key.export(), pepper]);
  return { scrypt: cost, secrets: seal(await derive(passphrase, cost), secrets, CONTEXT) };
}

/** The keyring, or null when the passphrase is another, or anything was changed. */
export async function openKeyring(sealed: SealedKeyring, passphrase: string): Promise<Keyring | null> {
  const secrets = open(await derive(passphrase, sealed.scrypt), sealed.secrets, CONTEXT);
  return secrets === null ? null : split(secrets);
}

/** Reads a sealed keyring from a document; null when it is none, or one that would take more memory than a keyring of ours. */
export function readSealedKeyring(document: { readonly scrypt?: unknown; readonly secrets?: unknown }): SealedKeyring | null {
  const { scrypt: found, secrets } = document;
  if (typeof found !== 'object' || found === null || !isSealed(secrets)) return null;
  const { N, r, p, salt } = found as Partial<Scrypt>;
  const [cost, block, lanes] = [N, r, p].map((value) => (Number.isInteger(value) && (value as number) > 0 ? (value as number) : 0));
  const memory = 128 * (cost ?? 0) * (block ?? 0) * (lanes ?? 0);
  if (memory === 0 || memory >= MEMORY_LIMIT || typeof salt !== 'string') return null;
  return { scrypt: { N, r, p, salt } as Scrypt, secrets };
}

/** What the database keeps to know a keyring by. */
export function checksOf({ key, pepper }: Keyring): KeyringChecks {
  const check = (secret: KeyObject, what: string): string => createHmac('sha256', secret).update(`proofmark check 1 ${what}`).digest('hex');
  return { keyCheck: check(key, 'key'), pepperCheck: check(createSecretKey(pepper), 'pepper') };
}

function split(secrets: Buffer): Keyring {
  return { key: createSecretKey(secrets.subarray(0, SECRET_BYTES)), pepper: Uint8Array.from(secrets.subarray(SECRET_BYTES)) };
}

async function derive(passphrase: string, { N, r, p, salt }: Scrypt): Promise<KeyObject> {
  const run = promisify<string, Buffer, number, object, Buffer>(scrypt);
  // The same characters may be typed in composed or decomposed form (RFC 8265, 4.2).
  const bytes = await run(passphrase.normalize('NFC'), Buffer.from(salt, 'base64url'), SECRET_BYTES, { N, r, p, maxmem: MEMORY_LIMIT });
  return createSecretKey(bytes);
}
