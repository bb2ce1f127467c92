import type { ChangePosition, PublicChange, ReadChanges } from './public-change.js';

export interface FollowOptions {
  readonly read: ReadChanges;
  /** Hears what changed; null for everything. */
  readonly changed: (changes: readonly PublicChange[] | null) => void;
  /** Hears why the database could not be asked. It is asked again in a second. */
  readonly onError?: (error: unknown) => void;
  /** Hears when a process comes that tells of no changes, and when it has been gone for a while. */
  readonly onUntold?: (untold: boolean) => void;
  /** Milliseconds that never run backwards. */
  readonly ticks?: () => number;
  /** Milliseconds between two questions; null asks only when somebody wants to know. */
  readonly interval?: number | null | undefined;
}

/** Keeps up with what other processes change, by one question a second. */
export interface ChangeFollower {
  /** Whether all is known that changed until two seconds ago. */
  isCurrent(): boolean;
  /** Whether all processes tell what they change. Where one does not, nothing can be served from memory. */
  isTold(): boolean;
  /** Resolves when that is so, or when all is known that had changed when it was called. Rejects when the database cannot be asked. */
  current(): Promise<void>;
  /** This process itself changed something, and has told of it. */
  changedHere(): void;
  /** Whether a standby that has replayed the write-ahead log so far shows all changes that are known. */
  isShownAt(replayed: bigint): boolean;
  stop(): void;
}

const INTERVAL = 1000;
/** What changed is visible everywhere within two seconds; the rest is for the way. */
const BOUND = 1900;
/** Rows are kept for hours. Whoever was away for so many milliseconds does not rely on it. */
const GAP = 600_000;
/** For so many milliseconds after it was seen last, a process that tells of no changes counts as there: behind a pooler it is not seen by every question. */
const UNTOLD = 60_000;

/** Nothing is known of where the log is: no standby shows it for certain. */
const UNKNOWN = null;

export function followChanges(options: FollowOptions): ChangeFollower {
  const {
    read,
    changed,
    onError = () => undefined,
    onUntold = () => undefined,
    ticks = () => performance.now(),
    interval = INTERVAL,
  } = options;
  let position: ChangePosition | null = null;
  let knownAt = Number.NEGATIVE_INFINITY;
  let asking: { readonly since: number; readonly promise: Promise<void> } | null = null;
  let shownFrom: bigint | typeof UNKNOWN = UNKNOWN;
  let changedHereAt: number | null = null;
  let untoldAt: number | null = null;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  const noteUntold = (untold: boolean, at: number): void => {
    const before = untoldAt;
    if (untold) untoldAt = at;
    else if (untoldAt !== null && at - untoldAt >= UNTOLD) untoldAt = null;
    if ((before === null) !== (untoldAt === null)) onUntold(untoldAt !== null);
  };
  const question = async (): Promise<void> => {
    const at = ticks();
    const since = at - knownAt > GAP ? null : position;
    const found = await read(since);
    position = found.position;
    // Before the time is set: nothing is taken for current that is not.
    const wasTold = untoldAt === null;
    noteUntold(found.untold, at);
    const changes = since === null || !wasTold || untoldAt !== null ? null : found.changes;
    if (changes === null || changes.length > 0) changed(changes);
    const moved = changes === null || changes.length > 0;
    // What this process changed after it asked may be further on in the log.
    if (untoldAt !== null || (changedHereAt !== null && changedHereAt >= at)) shownFrom = UNKNOWN;
    else if (moved || changedHereAt !== null) {
      shownFrom = found.logged;
      changedHereAt = null;
    }
    knownAt = at;
  };
  const ask = (): Promise<void> => {
    asking ??= {
      since: ticks(),
      promise: question().finally(() => {
        asking = null;
      }),
    };
    return asking.promise;
  };
  const isCurrent = (): boolean => ticks() - knownAt < BOUND;
  const loop = (): void => {
    if (stopped || interval === null) return;
    const begun = ticks();
    void ask()
      .catch(onError)
      .then(() => {
        if (!stopped) timer = setTimeout(loop, Math.max(0, interval - (ticks() - begun))).unref();
      });
  };
  loop();
  return {
    isCurrent,
    async current() {
      if (isCurrent()) return;
      const now = ticks();
      const before = asking?.since ?? now;
      await ask();
      // What was asked before the call may be old by now.
      if (before < now && !isCurrent()) await ask();
    },
    changedHere() {
      changedHereAt = ticks();
      shownFrom = UNKNOWN;
    },
    isTold: () => untoldAt === null,
    isShownAt: (replayed) => shownFrom !== UNKNOWN && replayed >= shownFrom,
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
