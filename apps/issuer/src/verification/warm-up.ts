import { encodeUtf8, type JsonObject } from '@proofmark/primitives';
import { VC2_CONTEXT } from '@proofmark/schemas';
import type { Ports } from '@proofmark/verifying';
import { runTask } from './run-task.js';

const KEY = 'did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH';
/** A credential of no vocabulary of ours, with a proof that does not hold: every part of the verifier that badges may need is loaded for it. */
const SAMPLE: JsonObject = {
  '@context': [VC2_CONTEXT, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:0198c1a0-0000-7000-8000-000000000001',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: KEY, type: ['Profile'], name: 'A' },
  validFrom: '2026-01-01T00:00:00Z',
  name: 'A',
  credentialSubject: {
    id: 'urn:uuid:0198c1a0-0000-7000-8000-000000000002',
    type: ['AchievementSubject'],
    achievement: {
      id: 'urn:uuid:0198c1a0-0000-7000-8000-000000000003',
      type: ['Achievement'],
      name: 'A',
      description: 'A',
      criteria: { narrative: 'A' },
    },
  },
  proof: {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: '2026-01-01T00:00:00Z',
    verificationMethod: `${KEY}#${KEY.slice('did:key:'.length)}`,
    proofPurpose: 'assertionMethod',
    proofValue: 'z5C5b1uzYJN6pDR3aWgAqUMoSB1JY29epA74qyjaie9qh4okm9DZP6y77eTNq5NfYyMwNu9bpQQWUHKH5zAmEtszK',
  },
};

const TOKEN = 'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln';
const STATUS: JsonObject = {
  id: 'urn:x:list#0',
  type: 'StatusList2021Entry',
  statusPurpose: 'revocation',
  statusListIndex: '0',
  statusListCredential: 'https://localhost/list',
};

/**
 * Loads, before the first stranger waits for it, what verifying needs, and runs it once: a thread that does something for the first time takes
 * a hundred milliseconds for what takes five later. What comes out is of no interest.
 */
export async function warmUp(ports: Ports): Promise<void> {
  const contexts = SAMPLE['@context'] as string[];
  const generic: JsonObject = { ...SAMPLE, '@context': contexts.slice(0, 1), type: ['VerifiableCredential'], issuer: KEY };
  // A context that our own vocabulary does not know takes the general JSON-LD processor.
  const general: JsonObject = {
    ...SAMPLE,
    '@context': [...contexts, 'https://w3id.org/vc/status-list/2021/v1'],
    credentialStatus: [STATUS],
  };
  for (const credential of [SAMPLE, { ...generic, credentialSubject: { id: 'urn:x:1' } }, general, TOKEN]) {
    const body = encodeUtf8(JSON.stringify({ verifiableCredential: credential })).buffer as ArrayBuffer;
    await runTask(
      { kind: 'question', question: 'credential', body, contentType: 'application/json', baseUrl: 'https://localhost', at: 0 },
      ports,
    );
  }
}
