import { nodePorts } from '@proofmark/platform/node';
import type { JsonObject } from '@proofmark/primitives';
import { VC2_CONTEXT } from '@proofmark/schemas';
import type { DocumentSource } from '@proofmark/verifying';
import type { Hono } from 'hono';
import { createFace, type Face } from './create-face.js';
import type { InstanceSettings } from './instance.js';

export const BASE = 'https://localhost:40443';
export const EXAMPLES = 'https://www.w3.org/ns/credentials/examples/v2';
export const NOW: Date = new Date('2027-03-01T12:00:00Z');

const NOWHERE: DocumentSource = { fetch: async ({ url }) => ({ ok: false, url, code: 'unreachable' }) };

/** A face with these issuers, without a network. */
export function faceOf(...instances: readonly InstanceSettings[]): Face {
  return createFace({ baseUrl: BASE, instances, ports: nodePorts({ documents: NOWHERE }), now: () => NOW });
}

/** What the face answered. */
export interface Told {
  readonly status: number;
  readonly verified?: boolean;
  readonly verifiableCredential: JsonObject;
  readonly problemDetails: readonly { readonly type: string; readonly title: string; readonly detail: string; readonly pointer?: string }[];
  readonly warnings?: readonly object[];
  readonly report?: Readonly<Record<string, unknown>> | null;
}

/** Posts a JSON body. */
export async function post(app: Hono, path: string, body: unknown): Promise<Told> {
  const answer = await app.request(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return { status: answer.status, ...((await answer.json()) as Omit<Told, 'status'>) };
}

/** The last parts of the problem types. */
export const typesOf = ({ problemDetails }: Told): string[] => problemDetails.map(({ type }) => type.split('#')[1] ?? type);

/** An unsigned credential that is no badge. A member of undefined is left out. */
export function plain(issuer: string, changes: Readonly<Record<string, unknown>> = {}): JsonObject {
  const all = {
    '@context': [VC2_CONTEXT, EXAMPLES],
    id: 'urn:uuid:0198c1a0-0000-7000-8000-000000000001',
    type: ['VerifiableCredential', 'AlumniCredential'],
    issuer,
    credentialSubject: { id: 'did:example:ada', alumniOf: 'Acme' },
  };
  return Object.fromEntries(Object.entries({ ...all, ...changes }).filter(([, value]) => value !== undefined)) as JsonObject;
}
