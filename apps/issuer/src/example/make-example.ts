import { credentialUrl } from '@proofmark/schemas';
import type { CreateAchievement, EvidenceInput } from '@proofmark/schemas/api';
import type { Actor } from '../issuing/access/actor.js';
import type { Store } from '../issuing/ports.js';
import type { Result } from '../issuing/result.js';
import type { UseCases } from '../issuing/use-cases.js';
import type { PublicReads } from '../public/reads.js';
import { commitLink } from './commit-link.js';
import { EXAMPLE_WORK } from './files.js';
import { EXAMPLE_ISSUER, type ExampleSearch, findExample, findExampleIssuer } from './find-example.js';

/** The example that exists now, or why there is none; both null on a service with other issuers, which needs none. */
export type Example =
  | { readonly badge: string; readonly made: boolean; readonly failure: null }
  | { readonly badge: null; readonly made: false; readonly failure: string | null };

const ACHIEVEMENT: Omit<CreateAchievement, 'issuerId'> = {
  name: 'Web API design',
  description: 'Designs, builds and documents a small HTTP API that answers mistakes as clearly as successes.',
  criteria: { narrative: 'Built an API of at least four requests, with sensible status codes, and had it reviewed.' },
  achievementType: 'MicroCredential',
  tag: ['HTTP', 'JSON', 'Node.js'],
  evidencePolicy: { min: 1, kinds: ['file', 'repository'], pinned: 'required' },
  validFor: 'P2Y',
};

/** How often it is tried: on a busy machine the first look at its work may take longer than a look may. */
const TRIES = 3;

export interface ExampleMaking extends ExampleSearch {
  readonly useCases: UseCases;
  readonly store: Store;
}

/** Makes the worked example on a service that has no issuers yet, by the same use cases as the API. The service has to answer requests. */
export async function makeExample(deps: ExampleMaking, reads: PublicReads): Promise<Example> {
  const there = await findExample(deps, reads);
  if (there !== null) return { badge: there, made: false, failure: null };
  const [anyIssuer] = await deps.store.issuers.list(null, { limit: 1, after: null });
  if (anyIssuer !== undefined && (await findExampleIssuer(reads)) === null) return { badge: null, made: false, failure: null };
  let failure = '';
  for (let tries = 0; tries < TRIES; tries += 1) {
    try {
      return { badge: await make(deps, (await findExampleIssuer(reads))?.id ?? null), made: true, failure: null };
    } catch (error) {
      failure = (error as Error).message;
    }
  }
  return { badge: null, made: false, failure };
}

async function make(deps: ExampleMaking, issuerId: string | null): Promise<string> {
  const actor = await firstAdmin(deps);
  const candidates = await work(deps);
  // Looked at before anything is made: a service that cannot reach its own address should not yet have an issuer under it.
  const { items } = must(await deps.useCases.checkEvidence({ actor, input: { evidence: candidates } }));
  const [own] = items;
  if (own?.pinned !== true) throw new Error(`${own?.url} cannot be pinned (${own?.reason})`);
  // Without a network the repository cannot be read, so it cannot be pinned; the example then has no repository.
  const evidence = candidates.filter((_, at) => items[at]?.pinned === true);
  const issuer = issuerId ?? must(await deps.useCases.createIssuer({ actor, input: EXAMPLE_ISSUER })).id;
  const achievements = await deps.store.achievements.list(issuer, { limit: 1, after: null });
  const achievement =
    achievements[0] ?? must(await deps.useCases.createAchievement({ actor, input: { ...ACHIEVEMENT, issuerId: issuer } }));
  const keep = { copy: true, consent: true };
  const body = { recipient: { email: 'ada@example.org', name: 'Ada Lovelace' }, evidence, keep };
  const issued = await deps.useCases.issueCredential({
    actor,
    input: { achievementId: achievement.id, body, idempotencyKey: 'worked-example' },
  });
  return credentialUrl(deps.baseUrl, must(issued).credential.id);
}

async function work(deps: ExampleMaking): Promise<readonly EvidenceInput[]> {
  return [
    {
      url: `${deps.baseUrl}${EXAMPLE_WORK}`,
      kind: 'file',
      name: 'To-do API',
      description: 'One file of JavaScript: four requests over plain Node.',
      narrative: 'Written for the last module and reviewed line by line.',
    },
    {
      url: await commitLink(),
      name: 'The repository it grew in',
      description: 'All of its source at one commit.',
    },
  ];
}

/** The example is made in the name of the first admin key, as if its owner had sent the requests. */
async function firstAdmin(deps: ExampleMaking): Promise<Actor> {
  const [key] = await deps.store.apiKeys.list(null, { limit: 1, after: null });
  if (key === undefined) throw new Error('there is no admin key');
  return { keyId: key.id, issuerId: null, scopes: key.scopes };
}

function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { detail, errors = [] } = result.refusal;
  throw new Error([detail, ...errors.map((error) => `${error.pointer} ${error.detail}`)].join('; '));
}
