import type { Operation } from '../http/operation.js';
import { deletePasskeyOperation } from './delete-passkey.js';
import { listPasskeysOperation } from './list-passkeys.js';
import { patchPasskey } from './patch-passkey.js';
import { postPasskey } from './post-passkey.js';
import { postPasskeyChallenge } from './post-passkey-challenge.js';
import { postPasskeySession } from './post-passkey-session.js';
import { postPasskeySessionChallenge } from './post-passkey-session-challenge.js';

/** Passkeys of people, and signing in with one. None of these is for API keys. */
export const PASSKEY_OPERATIONS: readonly Operation[] = [
  postPasskeyChallenge,
  postPasskey,
  listPasskeysOperation,
  patchPasskey,
  deletePasskeyOperation,
  postPasskeySessionChallenge,
  postPasskeySession,
];
