/** Lets a few tasks run at once and a few more wait; the rest is turned away. */
export interface Limit {
  /** The task's own outcome, or null when there is no room for it. */
  run<T>(task: () => Promise<T>): Promise<T | null>;
}

/** A limit for work that anyone may ask for: it bounds what strangers can make this process do, and ask of others, at any moment. */
export function limited(running: number, waiting: number): Limit {
  let busy = 0;
  const queue: (() => void)[] = [];
  return {
    async run(task) {
      if (busy >= running) {
        if (queue.length >= waiting) return null;
        await new Promise<void>((resolve) => queue.push(resolve));
      }
      busy += 1;
      try {
        return await task();
      } finally {
        busy -= 1;
        queue.shift()?.();
      }
    },
  };
}
