import type { PublicKey } from '../ports.js';

/**
 * Why a key is not used: it is none, it is of a kind that is not supported, it holds a private part, its signatures prove nothing (`weak-key`), or
 * it says itself that it serves something else (`other-use`).
 */
export type KeyFault = 'malformed-key' | 'unsupported-key-type' | 'private-key' | 'weak-key' | 'other-use';
export type KeyReading = { readonly ok: true; readonly key: PublicKey } | { readonly ok: false; readonly code: KeyFault };
