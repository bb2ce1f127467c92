import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createGitSource } from '@proofmark/git-reader';
import { documentsFromMap, type NodePorts, nodeGitTransport, nodePorts, offlineDocuments, replayingGit } from '@proofmark/platform/node';
import { jsonErrorPlace } from '@proofmark/primitives';
import { type DocumentSource, type ListCache, listCache } from '@proofmark/verifying';
import { UsageError } from '../usage-error.js';
import type { Answers } from './recording-file.js';
import type { VerifyOptions } from './verify-options.js';

/**
 * Where a verification gets its documents and repositories: the network or none, before it the files of `--documents`; or what was saved,
 * and nothing else.
 */
export async function openPorts(options: Pick<VerifyOptions, 'offline' | 'documents'>, saved?: Answers): Promise<NodePorts> {
  const lists = listCache();
  if (saved !== undefined) return { ...nodePorts({ documents: saved.documents, lists }), ...saved };
  const network = options.offline ? offline(lists) : online(lists);
  if (options.documents === undefined) return network;
  return { ...network, documents: await mapped(options.documents, network.documents) };
}

function offline(lists: ListCache): NodePorts {
  return { ...nodePorts({ documents: offlineDocuments(), lists }), git: replayingGit([]) };
}

/** A person who runs this on their own machine may check a badge that a service on the same machine issued, of work that is there. */
function online(lists: ListCache): NodePorts {
  const [ports, host] = [nodePorts({ allowLoopback: true, lists }), nodeGitTransport({ allowLoopback: true })];
  return { ...ports, git: createGitSource(host), close: async () => void (await Promise.all([ports.close(), host.close()])) };
}

async function mapped(file: string, fallback: DocumentSource): Promise<DocumentSource> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`The map of documents ${file} could not be read; name a file that is there and that you may read.`);
  });
  try {
    return documentsFromMap(JSON.parse(text) as Record<string, string>, dirname(file), fallback);
  } catch (error) {
    throw new UsageError(
      `${file} is no map of documents: ${error instanceof SyntaxError ? `it is not JSON, see ${jsonErrorPlace(text)}.` : (error as Error).message}`,
    );
  }
}
