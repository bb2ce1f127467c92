import type { PublicAnswer } from '../http/answer.js';
import { type PublicDocument, publicDocument } from '../http/document.js';

/** A document that was made, and what it was made of. */
export interface MadeDocument {
  readonly answer: PublicAnswer;
  /** The pattern of its route. */
  readonly route: string;
  /** What it shows: a change of any of these makes it old. */
  readonly tags: ReadonlySet<string>;
  /** When it is old by itself, in milliseconds since 1970; null for never. */
  readonly until: number | null;
  /** Whether it may be kept at all. */
  readonly keep: boolean;
  /** Whether it is one of several at its address. */
  readonly varies: boolean;
}

/** Documents in memory, the least recently used of which leave it first. */
export interface DocumentMemory {
  /** What is kept; null for nothing. */
  find(address: string, variant: string): PublicDocument | null;
  /** What is kept, or what `make` makes: once, however many ask for it at the same time. */
  get(address: string, variant: string, make: () => Promise<MadeDocument>): Promise<PublicDocument>;
  /** Forgets all that shows one of these, and keeps nothing that is being made of it. */
  drop(tags: ReadonlySet<string>): void;
  clear(): void;
  /** What it takes, in bytes. */
  size(): number;
}

export interface MemoryOptions {
  /** 0 keeps nothing. */
  readonly maxBytes: number;
  readonly now?: () => number;
  /** Milliseconds that never run backwards. */
  readonly ticks?: () => number;
}

/** What a document takes beside its bodies: headers, names, and the maps that lead to it. */
const OVERHEAD = 1500;
/** The share of the memory that one document may take. */
const LARGEST = 1 / 8;
/** Answers that are kept at one address. */
const MOST_VARIANTS = 64;
/** Whatever happens, a document is made anew after an hour: nothing that nobody told of stays for longer. */
const LONGEST = 3_600_000;

interface Kept {
  readonly document: PublicDocument;
  readonly address: string;
  readonly tags: ReadonlySet<string>;
  /** By the clock, and by ticks: whichever comes first, since a clock may be set back. */
  readonly until: number;
  readonly untilTicks: number;
  size: number;
}

/** The variant under which a document is found that is the only one at its address. */
const ANY = '';

interface Making {
  readonly promise: Promise<PublicDocument>;
}

export function documentMemory({ maxBytes, now = Date.now, ticks = () => performance.now() }: MemoryOptions): DocumentMemory {
  const addresses = new Map<string, Map<string, Kept>>();
  /** In the order of their last use. */
  const all = new Set<Kept>();
  const byTag = new Map<string, Set<Kept>>();
  const underway = new Map<string, Making>();
  /** What changed while something was being made, for each that is: null for everything. */
  const watching = new Set<{ changed: Set<string> | null }>();
  let size = 0;

  const forget = (kept: Kept): void => {
    if (!all.delete(kept)) return;
    size -= kept.size;
    const variants = addresses.get(kept.address);
    for (const [name, one] of variants ?? []) if (one === kept) variants?.delete(name);
    if (variants?.size === 0) addresses.delete(kept.address);
    for (const tag of kept.tags) {
      const tagged = byTag.get(tag);
      tagged?.delete(kept);
      if (tagged?.size === 0) byTag.delete(tag);
    }
  };
  const grow = (kept: Kept, bytes: number): void => {
    if (!all.has(kept)) return;
    kept.size += bytes;
    size += bytes;
    for (const oldest of all) {
      if (size <= maxBytes) break;
      forget(oldest);
    }
  };
  const keep = (address: string, variant: string, { answer, route, tags, until, varies }: MadeDocument): PublicDocument => {
    const variants = addresses.get(address) ?? new Map<string, Kept>();
    // Clients that ask in different words get the same document.
    const same = [...variants.values()].find((one) => isSame(one.document.answer, answer) && [...tags].every((tag) => one.tags.has(tag)));
    const kept: Kept = same ?? {
      document: publicDocument(answer, route, (bytes) => grow(kept, bytes)),
      address,
      tags,
      until: until ?? Number.POSITIVE_INFINITY,
      untilTicks: ticks() + Math.min((until ?? Number.POSITIVE_INFINITY) - now(), LONGEST),
      size: 0,
    };
    const name = varies ? variant : ANY;
    if (variants.size >= MOST_VARIANTS && !variants.has(name)) variants.delete(variants.keys().next().value ?? ANY);
    variants.set(name, kept);
    if (same !== undefined) return same.document;
    addresses.set(address, variants);
    all.add(kept);
    for (const tag of tags) byTag.set(tag, (byTag.get(tag) ?? new Set()).add(kept));
    grow(kept, sizeOf(address, answer));
    return kept.document;
  };
  const find = (address: string, variant: string): PublicDocument | null => {
    const variants = addresses.get(address);
    const kept = variants?.get(ANY) ?? variants?.get(variant);
    if (kept === undefined) return null;
    if (now() >= kept.until || ticks() >= kept.untilTicks) {
      forget(kept);
      return null;
    }
    all.delete(kept);
    all.add(kept);
    return kept.document;
  };
  const makeOnce = async (address: string, variant: string, make: () => Promise<MadeDocument>): Promise<PublicDocument> => {
    const watch: { changed: Set<string> | null } = { changed: new Set() };
    watching.add(watch);
    try {
      const made = await make();
      const { changed } = watch;
      // What was read may be from before the change.
      const isOld = changed === null || [...made.tags].some((tag) => changed.has(tag));
      const fits = made.keep && sizeOf(address, made.answer) <= maxBytes * LARGEST;
      return fits && !isOld ? keep(address, variant, made) : publicDocument(made.answer);
    } finally {
      watching.delete(watch);
    }
  };
  return {
    find,
    async get(address, variant, make) {
      const kept = find(address, variant);
      if (kept !== null) return kept;
      const name = `${variant} ${address}`;
      const others = underway.get(name);
      if (others !== undefined) return others.promise;
      const making: Making = {
        promise: makeOnce(address, variant, make).finally(() => {
          if (underway.get(name) === making) underway.delete(name);
        }),
      };
      underway.set(name, making);
      return making.promise;
    },
    drop(tags) {
      for (const watch of watching) for (const tag of tags) watch.changed?.add(tag);
      // Who comes from now on must not wait for what was begun before.
      underway.clear();
      for (const tag of tags) for (const kept of byTag.get(tag) ?? []) forget(kept);
    },
    clear() {
      for (const watch of watching) watch.changed = null;
      underway.clear();
      for (const kept of all) forget(kept);
    },
    size: () => size,
  };
}

function isSame(one: PublicAnswer, other: PublicAnswer): boolean {
  return one.version === other.version && JSON.stringify(one.headers) === JSON.stringify(other.headers);
}

function sizeOf(address: string, { body, headers }: PublicAnswer): number {
  const texts = Object.values(headers).reduce((sum, text) => sum + text.length, 0);
  return body.byteLength + texts + 2 * address.length + OVERHEAD;
}
