import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { documentsFromMap, type NodePorts, nodePorts, offlineDocuments } from '@proofmark/hosts/node';
import { type DocumentSource, listCache } from '@proofmark/verifying';
import { UsageError } from '../usage-error.js';
import type { VerifyOptions } from './verify-options.js';

/** Where a verification gets its documents: the network or none, before it the files of `--documents`; or what was saved, and nothing else. */
export async function openPorts(options: Pick<VerifyOptions, 'offline' | 'documents'>, saved?: DocumentSource): Promise<NodePorts> {
  const lists = listCache();
  if (saved !== undefined) return nodePorts({ documents: saved, lists });
  // A person who runs this on their own machine may check a badge that a service on the same machine issued.
  const network = options.offline ? nodePorts({ documents: offlineDocuments(), lists }) : nodePorts({ allowLoopback: true, lists });
  if (options.documents === undefined) return network;
  return { ...network, documents: await mapped(options.documents, network.documents) };
}

async function mapped(file: string, fallback: DocumentSource): Promise<DocumentSource> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`The map of documents ${file} could not be read.`);
  });
  try {
    return documentsFromMap(JSON.parse(text) as Record<string, string>, dirname(file), fallback);
  } catch (error) {
    throw new UsageError(`${file} is no map of documents: ${error instanceof SyntaxError ? 'it is not JSON.' : (error as Error).message}`);
  }
}
