import type { Algorithm } from '../ports.js';

/** The `alg` that we write for each algorithm (RFC 7518, RFC 8037). */
export const JOSE: Readonly<Record<Algorithm, string>> = { Ed25519: 'EdDSA', ES256: 'ES256', ES384: 'ES384', RS256: 'RS256' };
