import { type NodePorts, nodePorts } from '@proofmark/platform/node';
import type { Json, JsonObject } from '@proofmark/primitives';
import { signWithSuite } from '@proofmark/proofs/sign';
import { VC2_CONTEXT } from '@proofmark/schemas';
import { didKeyOf, namedEd25519Key, type TestKey } from '@proofmark/testkit';
import type { DocumentSource } from '@proofmark/verifying';
import type { Hono } from 'hono';
import { vcApiRoutes } from '../routes/vc-api/index.js';
import { verifyHere } from '../verification/verify-here.js';
import { EXAMPLE_CONTEXT } from './example-context.js';

const BASE = 'http://localhost:3000';
export const EXAMPLES = 'https://www.w3.org/ns/credentials/examples/v2';
const NOW: Date = new Date('2027-03-01T12:00:00Z');
export const acme: TestKey = namedEd25519Key('acme');
export const ada: TestKey = namedEd25519Key('ada');

/** Documents by address; everything else does not answer. */
export type Web = Readonly<Record<string, Json>>;

function documentsOf(web: Web): DocumentSource {
  return {
    async fetch({ url }) {
      const found = web[url];
      if (found === undefined) return { ok: false, url, code: 'unreachable' };
      const body = new TextEncoder().encode(JSON.stringify(found));
      return { ok: true, url, status: 200, mediaType: 'application/json', etag: null, body };
    },
  };
}

const portsOf = (web: Web): NodePorts => nodePorts({ documents: documentsOf(web) });

/** The routes over the product's own verifier and a few documents. */
export const appOf = (web: Web = {}, local = false): Hono =>
  vcApiRoutes({ baseUrl: BASE, local, verifier: verifyHere(portsOf(web)), client: () => '', now: () => NOW });

export interface Told {
  readonly status: number;
  readonly verified: boolean;
  readonly problemDetails: readonly { readonly type: string; readonly title: string; readonly detail: string; readonly pointer?: string }[];
  readonly verifiableCredential?: JsonObject;
  readonly warnings: readonly object[];
  readonly report: Readonly<Record<string, never>> | null;
}

/** Posts a JSON body. */
export async function post(app: Hono, path: string, body: unknown): Promise<Told> {
  const answer = await app.request(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return { status: answer.status, ...((await answer.json()) as Omit<Told, 'status'>) };
}

/** An unsigned credential that is no badge. */
export function plain(changes: Readonly<Record<string, unknown>> = {}): JsonObject {
  const all = {
    '@context': [VC2_CONTEXT, EXAMPLES],
    id: 'urn:uuid:0198c1a0-0000-7000-8000-000000000001',
    type: ['VerifiableCredential', 'AlumniCredential'],
    issuer: didKeyOf(acme).did,
    credentialSubject: { id: 'did:example:ada', alumniOf: 'Acme' },
  };
  return Object.fromEntries(Object.entries({ ...all, ...changes }).filter(([, value]) => value !== undefined)) as JsonObject;
}

/** Adds an Ed25519 proof. */
export async function sign(document: JsonObject, key: TestKey = acme, options: JsonObject = {}): Promise<JsonObject> {
  const ports = portsOf({});
  const { verificationMethod } = didKeyOf(key);
  const answer = await signWithSuite({
    document,
    cryptosuite: 'eddsa-rdfc-2022',
    verificationMethod,
    created: '2026-11-22T09:00:00Z',
    signer: key.signer,
    crypto: ports.crypto,
    contexts: EXAMPLE_CONTEXT,
    options,
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.reason));
  return answer.document;
}
