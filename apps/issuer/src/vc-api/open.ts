import { dirname } from 'node:path';
import { documentsFromMap } from '@proofmark/platform/node';
import type { DocumentSource, Ports } from '@proofmark/verifying';
import { invalid, type VcApiConfiguration } from '../config/vc-api-config.js';
import { type Instance, instanceOf } from './instance.js';
import type { VerifyDeps } from './ports.js';

/** Everything that the VC-API face works with. */
export interface VcApiDeps extends VerifyDeps {
  /** By name; empty unless configured. */
  readonly instances: ReadonlyMap<string, Instance>;
  readonly random: (bytes: number) => Uint8Array;
}

/** The vocabulary of the standard's own examples: any word at all. */
const EXAMPLES: readonly [string, object] = [
  'https://www.w3.org/ns/credentials/examples/v2',
  { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } },
];
const LARGEST = 4_000_000;

interface Given {
  readonly baseUrl: string;
  readonly ports: Ports;
  readonly now: () => Date;
  readonly random: (bytes: number) => Uint8Array;
  /** Null when VC_API_CONFIG is not set. */
  readonly configuration: VcApiConfiguration | null;
}

/** Makes the VC-API face of what the operator configured: issuers, contexts, and documents that stand for the network. Throws a StartupError. */
export async function openVcApi({ baseUrl, ports, now, random, configuration }: Given): Promise<VcApiDeps> {
  if (configuration === null) {
    return { baseUrl, ports, now, random, contexts: new Map([EXAMPLES]), atHand: async () => null, instances: new Map() };
  }
  const { issuers, documents, path } = configuration;
  const instances = new Map<string, Instance>();
  for (const [index, settings] of issuers.entries()) {
    const instance = instanceOf(settings, baseUrl);
    if (instance === null) throw invalid(path, `the key of /issuers/${index} is none that ${settings.cryptosuite} signs with`);
    instances.set(settings.name, instance);
  }
  const mapped = mapOf(documents, path);
  const atHand = async (url: string): Promise<Uint8Array | null> => {
    const fetched = await mapped().fetch({ url, accept: '*/*', maxBytes: LARGEST, for: 'badge' });
    return fetched.ok ? fetched.body : null;
  };
  const contexts = new Map([EXAMPLES]);
  for (const url of Object.keys(documents)) {
    const bytes = await atHand(url);
    if (bytes === null) throw invalid(path, `the file for ${url} in /documents cannot be read`);
    const context = contextIn(bytes);
    if (context !== null) contexts.set(url, context);
  }
  const own = ownLists(instances, now, mapped(ports.documents));
  return { baseUrl, ports: { ...ports, documents: own }, now, random, contexts, atHand, instances };
}

function mapOf(documents: Readonly<Record<string, string>>, path: string): (fallback?: DocumentSource) => DocumentSource {
  const folder = dirname(path);
  try {
    documentsFromMap(documents, folder);
  } catch (cause) {
    throw invalid(path, (cause as Error).message, cause);
  }
  return (fallback) => documentsFromMap(documents, folder, fallback);
}

/** A document that can serve as a JSON-LD context, or null. */
function contextIn(bytes: Uint8Array): object | null {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof json === 'object' && json !== null && '@context' in json ? json : null;
  } catch {
    return null;
  }
}

/** Our own status lists, read without going through the network. */
function ownLists(instances: ReadonlyMap<string, Instance>, now: () => Date, others: DocumentSource): DocumentSource {
  return {
    async fetch(request) {
      const { url } = request;
      const list = [...instances.values()].find(({ statusList }) => statusList?.url === url)?.statusList;
      if (!list) return others.fetch(request);
      const body = new TextEncoder().encode(JSON.stringify(await list.read(now())));
      return { ok: true, url, status: 200, mediaType: 'application/vc', etag: null, body };
    },
  };
}
