/** Refusals of clients while the server starts or stops: they tell nothing about why it ended. */
const OF_CLIENTS = /^the database system is |^terminating connection|^sorry, too many clients/;

/** Why the server ended, as its log tells it, or null. A full disk is named as such, whatever failed because of it. */
export function reasonInLog(log: string): { readonly reason: string; readonly diskFull: boolean } | null {
  const lines = [...log.matchAll(/(?:FATAL|PANIC): {2}(.{0,500})/g)].map(([, text = '']) => text);
  const reason = lines.filter((text) => !OF_CLIENTS.test(text)).at(-1) ?? null;
  // ENOSPC and EDQUOT, in the words of the C library.
  const full = /(?:FATAL|PANIC|ERROR|LOG): {2}(.{0,500}(?:No space left on device|Disk quota exceeded))/.exec(log)?.[1];
  if (full !== undefined) return { reason: full, diskFull: true };
  return reason === null ? null : { reason, diskFull: false };
}
