import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { encodeUtf8 } from '@proofmark/primitives';
import type { PasskeyAssertion, PasskeyCreation } from '@proofmark/schemas/api';

/** What a device does otherwise than it should. */
export interface Oddity {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  /** The user was not verified. */
  readonly unverified?: boolean;
  readonly type?: string;
  readonly crossOrigin?: boolean;
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_KEY = 0x40;

/** An authenticator in software with one passkey, which signs by ES256 and counts its uses (WebAuthn Level 3, 6). */
export class Device {
  readonly #id = randomBytes(16);
  readonly #key: KeyObject;
  readonly #point: readonly [Buffer, Buffer];
  readonly #origin: string;
  #userHandle = 'bm9ib2R5';
  counter = 0;

  constructor(origin: string) {
    this.#origin = origin;
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.#key = privateKey;
    this.#point = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')];
  }

  get id(): string {
    return this.#id.toString('base64url');
  }

  /** Answers the options of a creation. */
  create(publicKey: Readonly<Record<string, unknown>>, oddity: Oddity = {}): PasskeyCreation {
    this.#userHandle = (publicKey.user as { readonly id: string }).id;
    const [x, y] = this.#point;
    const cose = Buffer.concat([Buffer.from('a5010203262001215820', 'hex'), x, Buffer.from('225820', 'hex'), y]);
    const length = Buffer.from([0, this.#id.length]);
    const data = Buffer.concat([this.#authenticatorData(HAS_KEY, oddity), Buffer.alloc(16), length, this.#id, cose]);
    const attested = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
      ...[Buffer.from([data.length]), data],
    ]);
    const response = { clientDataJSON: this.#clientData('webauthn.create', publicKey, oddity).toString('base64url') };
    const transports = ['internal'];
    return { ...this.#named(), response: { ...response, attestationObject: attested.toString('base64url'), transports } };
  }

  /** Answers the options of a sign-in. */
  sign(publicKey: Readonly<Record<string, unknown>>, oddity: Oddity = {}): PasskeyAssertion {
    this.counter += 1;
    const data = this.#authenticatorData(0, oddity);
    const clientData = this.#clientData('webauthn.get', publicKey, oddity);
    const signature = sign('sha256', Buffer.concat([data, sha256(clientData)]), this.#key);
    const response = { clientDataJSON: clientData, authenticatorData: data, signature };
    const texts = Object.fromEntries(Object.entries(response).map(([name, bytes]) => [name, bytes.toString('base64url')]));
    return { ...this.#named(), response: { ...(texts as unknown as PasskeyAssertion['response']), userHandle: this.#userHandle } };
  }

  #named() {
    return { id: this.id, rawId: this.id, type: 'public-key' as const };
  }

  #authenticatorData(more: number, { rpId = new URL(this.#origin).hostname, unverified = false }: Oddity): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const flags = Buffer.from([more | USER_PRESENT | (unverified ? 0 : USER_VERIFIED)]);
    return Buffer.concat([sha256(encodeUtf8(rpId)), flags, counter]);
  }

  #clientData(usual: string, publicKey: Readonly<Record<string, unknown>>, oddity: Oddity): Buffer {
    const { origin = this.#origin, challenge = publicKey.challenge, type = usual, crossOrigin = false } = oddity;
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin }));
  }
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
