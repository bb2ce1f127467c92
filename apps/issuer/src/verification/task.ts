import type { Report } from '@proofmark/schemas';
import type { Form } from '@proofmark/verify';
import type { Fetched, FetchRequest, VerifyInput } from '@proofmark/verifying';
import type { Answered, Question } from '../vc-api/answer-question.js';

/** What is worked on apart from the event loop, since a stranger wrote it. */
export interface Tasks {
  /** A question of the VC-API: the body of the request as it came. */
  readonly question: {
    readonly task: {
      readonly kind: 'question';
      readonly question: Question;
      readonly body: ArrayBufferLike;
      readonly contentType: string;
      readonly baseUrl: string;
      /** "Now", in milliseconds since 1970. */
      readonly at: number;
    };
    readonly result: Answered;
  };
  /** A badge or an endorsement that somebody brings. */
  readonly badge: {
    readonly task: { readonly kind: 'badge'; readonly input: VerifyInput; readonly at: number };
    readonly result: Report;
  };
  /** Whether a document is of the kind that a reader of the relay asked for. */
  readonly fits: {
    readonly task: { readonly kind: 'fits'; readonly form: Form; readonly body: Uint8Array };
    readonly result: boolean;
  };
}

export type TaskKind = keyof Tasks;
export type Task<K extends TaskKind = TaskKind> = Tasks[K]['task'];
export type ResultOf<K extends TaskKind> = Tasks[K]['result'];

/** One run of a task in a thread. Documents that it lacks end the run, and it is run again when they are there. */
export interface RunOrder {
  readonly task: Task;
  /** By `documentKey`. */
  readonly documents: ReadonlyMap<string, Fetched>;
  /** There is no time for more documents: what is not there counts as not answered. */
  readonly last: boolean;
}

/** What a thread says. */
export type ThreadMessage =
  /** It can take orders. `id` is how the system calls the thread, null where that is not known. */
  | { readonly kind: 'ready'; readonly id: number | null }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'waiting'; readonly requests: readonly FetchRequest[] }
  /** `exhausted`: not an error of ours, but a document too large for the stack or for one value. */
  | { readonly kind: 'failed'; readonly error: Error; readonly exhausted: boolean };

/** One key for each document that a verification may ask for. */
export function documentKey({ accept, url }: Pick<FetchRequest, 'accept' | 'url'>): string {
  return `${accept} ${url}`;
}

/** Bytes that a stranger wrote. */
export function sizeOf(task: Task): number {
  if (task.kind !== 'badge') return task.body.byteLength;
  const { input } = task;
  if ('bytes' in input) return input.bytes.byteLength;
  return 'text' in input ? input.text.length : 'json' in input ? JSON.stringify(input.json).length : 0;
}
