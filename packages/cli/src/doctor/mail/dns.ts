import { Resolver } from 'node:dns/promises';

/** The texts under a name in the DNS: each as one, however it was cut into pieces. `failed` is no answer, which is neither a yes nor a no. */
export type Texts =
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  /** There are none, or there is no such name. */
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly reason: string };

export type AskTexts = (name: string) => Promise<Texts>;

/** Records under one name: far more than a domain has. */
const MOST_RECORDS = 200;
const MOST_CHARACTERS = 8192;
/** In milliseconds; each name is asked for twice. */
const PATIENCE = 2500;

/**
 * Asks name servers for TXT records.
 * @param servers as `host:port`; those of the operating system where there are none
 * @throws TypeError for a server that is no address
 */
export function askByDns(servers: readonly string[] = []): AskTexts {
  const resolver = new Resolver({ timeout: PATIENCE, tries: 2 });
  if (servers.length > 0) resolver.setServers(servers);
  return async (name) => {
    try {
      const records = await resolver.resolveTxt(name);
      const texts = records.slice(0, MOST_RECORDS).map((pieces) => pieces.join('').slice(0, MOST_CHARACTERS));
      return texts.length === 0 ? { kind: 'none' } : { kind: 'texts', texts };
    } catch (error) {
      const { code = 'unknown' } = error as NodeJS.ErrnoException;
      return code === 'ENOTFOUND' || code === 'ENODATA' ? { kind: 'none' } : { kind: 'failed', reason: code };
    }
  };
}
