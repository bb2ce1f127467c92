import type { ResultOf, Task, TaskKind } from './task.js';
import type { Limit } from './thread-pool.js';

/** Who asks, and whether they still wait. */
export interface Asking {
  /** Whoever has the same text shares a budget. */
  readonly client: string;
  readonly signal?: AbortSignal | undefined;
}

/** What became of a task. Only `done` says anything about a document. */
export type Outcome<R> =
  | { readonly kind: 'done'; readonly result: R }
  /** It needed more than one task is given. */
  | { readonly kind: 'limit'; readonly limit: Limit }
  /** There was no room, or the client's budget is used up; `seconds` until it is worth trying again. */
  | { readonly kind: 'busy'; readonly seconds: number }
  /** The client did not wait for it. */
  | { readonly kind: 'left' };

/** Does what strangers' documents need. */
export interface Verifier {
  run<K extends TaskKind>(task: Task<K>, asking: Asking): Promise<Outcome<ResultOf<K>>>;
  close(): Promise<void>;
}
