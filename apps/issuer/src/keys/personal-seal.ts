import { createSecretKey, randomBytes } from 'node:crypto';
import { decodeUtf8, encodeUtf8 } from '@proofmark/primitives';
import type { PersonalSeal } from '../issuing/ports.js';
import type { Keyring } from './keyring.js';
import { openBytes, sealBytes } from './seal.js';

const KEY_BYTES = 32;

/** Seals each text under a fresh data key, and that key under the keyring's key (envelope encryption). */
export function personalSeal({ key }: Pick<Keyring, 'key'>): PersonalSeal {
  return {
    seal(text, context) {
      const dataKey = randomBytes(KEY_BYTES);
      try {
        const sealed = sealBytes(createSecretKey(dataKey), encodeUtf8(text), `proofmark personal text 1\n${context}`);
        return { dataKey: sealBytes(key, dataKey, `proofmark data key 1\n${context}`), sealed };
      } finally {
        dataKey.fill(0);
      }
    },
    open({ dataKey, sealed }, context) {
      const opened = openBytes(key, dataKey, `proofmark data key 1\n${context}`);
      if (opened === null || opened.length !== KEY_BYTES) return null;
      try {
        const text = openBytes(createSecretKey(opened), sealed, `proofmark personal text 1\n${context}`);
        return text === null ? null : decodeUtf8(text);
      } finally {
        opened.fill(0);
      }
    },
  };
}
