import { type MessagePort, parentPort } from 'node:worker_threads';
import { nodePorts } from '@proofmark/platform/node';
import type { FetchRequest, Ports } from '@proofmark/verifying';
import { runTask } from './run-task.js';
import { documentKey, type RunOrder, type ThreadMessage } from './task.js';
import { warmUp } from './warm-up.js';

/** What lasts as long as the thread: keys that were read, and nothing of a document. */
const lasting = nodePorts({ documents: { fetch: async ({ url }) => ({ ok: false, url, code: 'offline' }) } });

/**
 * The main function of a thread: takes one order at a time and answers each with one message. A run ends when its task is done, or when
 * everything in it waits for documents: nothing else keeps the event loop of this thread alive, so Node says when that is (`beforeExit`).
 */
export async function serveRuns(id: number | null): Promise<void> {
  const port = parentPort as MessagePort;
  const say = (message: ThreadMessage): void => port.postMessage(message);
  let waiting: FetchRequest[] | null = null;
  const end = (message: ThreadMessage): void => {
    waiting = null;
    port.ref();
    say(message);
  };
  process.on('beforeExit', () => {
    if (waiting === null) return;
    const nothing = { kind: 'failed', error: new Error('a verification waits for nothing'), exhausted: false } as const;
    end(waiting.length === 0 ? nothing : { kind: 'waiting', requests: waiting });
  });
  port.on('message', ({ task, documents, last }: RunOrder) => {
    const requests: FetchRequest[] = [];
    waiting = requests;
    port.unref();
    const ports: Ports = { ...lasting, documents: { fetch: async (request) => documents.get(documentKey(request)) ?? ask(request) } };
    const ask = (request: FetchRequest) => {
      if (last) return { ok: false, url: request.url, code: 'timeout' } as const;
      requests.push(request);
      return new Promise<never>(() => {});
    };
    runTask(task, ports).then(
      (result) => end({ kind: 'done', result }),
      (error: unknown) => end({ kind: 'failed', error: asError(error), exhausted: error instanceof RangeError }),
    );
  });
  await warmUp(lasting);
  say({ kind: 'ready', id });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('a verification failed');
}
