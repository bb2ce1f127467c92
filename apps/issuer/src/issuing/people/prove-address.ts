import type { Repositories } from '../ports.js';

/**
 * Somebody has shown that they read the mail of a person's address. Where nobody had shown that before, who had invented the address is signed out, and
 * their passkeys count no more. To be called in a transaction.
 */
export async function proveAddress(
  { people, sessions, passkeys }: Pick<Repositories, 'people' | 'sessions' | 'passkeys'>,
  personId: string,
  at: Date,
): Promise<void> {
  if (!(await people.verifyEmail(personId, at))) return;
  await sessions.endAll(personId);
  await passkeys.deleteAll(personId);
}
