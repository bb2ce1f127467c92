/** How much one client may ask: so many at once, and then so many a second. */
export interface QuotaOptions {
  readonly burst: number;
  readonly perSecond: number;
  /** Clients that are remembered; the one that was not heard of for longest is forgotten first. */
  readonly clients: number;
  /** Milliseconds that never run backwards. */
  readonly clock: () => number;
}

/** Counts what clients ask (a token bucket each). Answers 0 when a client may ask now, else the seconds that it has to wait. */
export function quota({ burst, perSecond, clients, clock }: QuotaOptions): (client: string) => number {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (client) => {
    const now = clock();
    const bucket = buckets.get(client) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
    buckets.delete(client);
    buckets.set(client, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
    if (buckets.size > clients) buckets.delete(buckets.keys().next().value as string);
    return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perSecond);
  };
}

/** One network counts as one client: an address of IPv4, or the 64 bits that a provider gives to a household (RFC 4291, 2.5.4). */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = tail === undefined ? front : [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
