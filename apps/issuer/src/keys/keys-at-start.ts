import type { UseCases } from '../issuing/use-cases.js';
import { describeError, type Logger } from '../server/logger.js';
import type { OpenKeys } from './open-keys.js';

/** Writes into the log what became of the key files of an earlier version. */
export function tellImported({ imported: { imported, refused, left, otherPepper } }: OpenKeys, logger: Logger): void {
  if (imported.length > 0) logger.info({ keys: imported.length }, 'sealed the keys of the files of an earlier version in the database');
  for (const key of refused) {
    logger.error({ ...key }, 'a key was not taken from its file, which does not open or holds another key than the one that is published');
  }
  for (const key of left) logger.warn({ ...key }, 'the file of a retired key cannot be removed; delete it');
  if (otherPepper) {
    logger.warn(
      {},
      'the key files have another keyring than the database: badges issued with it are not found by the address of their recipient',
    );
  }
}

/** Pages of keys that are proved before the service serves anyone: all of them, unless it has a thousand issuers. */
const PROVED_FIRST = 10;

/** Proves that the active keys can sign, the rest of very many behind the start. Answers what ends that. */
export async function proveAtStart({ proveKeys }: UseCases, logger: Logger): Promise<() => Promise<void>> {
  const pages = proveKeys();
  let ended = false;
  const proveUpTo = async (limit: number): Promise<void> => {
    for (let page = 0; page < limit && !ended; page += 1) {
      const { done, value } = await pages.next();
      if (done === true) return;
      for (const key of value) {
        logger.error(
          { ...key },
          'an issuer cannot sign with a key; rotate or revoke it, or bring its row in sealed_key back from a backup',
        );
      }
    }
  };
  await proveUpTo(PROVED_FIRST);
  const rest = proveUpTo(Number.POSITIVE_INFINITY).catch((error) => logger.error(describeError(error), 'the keys could not be proved'));
  return async () => {
    ended = true;
    await rest;
  };
}
