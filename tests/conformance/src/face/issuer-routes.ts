import { isEnvelope } from '@proofmark/schemas';
import { type Context, Hono } from 'hono';
import { deriveCredential } from './derive-credential.js';
import type { Instance } from './instance.js';
import { issueCredential } from './issue-credential.js';
import type { Made } from './request.js';
import { setStatus } from './set-status.js';

/** The addresses of the face's issuers, and of deriving. `now` gives milliseconds since the epoch. */
export function issuerRoutes(instances: ReadonlyMap<string, Instance>, now: () => number): Hono {
  const app = new Hono();
  const instanceFor = (c: Context): Instance | undefined => instances.get(c.req.param('name') ?? '');
  app.post('/vc-api/issuers/:name/credentials/issue', async (c) => {
    const instance = instanceFor(c);
    return instance === undefined ? c.notFound() : answer(c, async (body) => made(await issueCredential(instance, body, now())));
  });
  app.post('/vc-api/issuers/:name/credentials/status', async (c) => {
    const instance = instanceFor(c);
    return instance === undefined ? c.notFound() : answer(c, async (body) => changed(await setStatus(instance, body, now())));
  });
  app.post('/vc-api/credentials/derive', (c) => answer(c, async (body) => made(await deriveCredential(body))));
  app.get('/vc-api/issuers', (c) => c.json([...instances.values()].map(describe)));
  app.get('/vc-api/issuers/:name', (c) => {
    const instance = instanceFor(c);
    return instance === undefined ? c.notFound() : c.json(describe(instance));
  });
  app.get('/vc-api/issuers/:name/status/:list', async (c) => {
    const list = instanceFor(c)?.statusList;
    return list?.url.endsWith(`/${c.req.param('list')}`) ? c.json(await list.read(now())) : c.notFound();
  });
  return app;
}

interface Answer {
  readonly status: 200 | 201 | 400;
  readonly body: object;
}

async function answer(c: Context, use: (body: unknown) => Promise<Answer>): Promise<Response> {
  const { status, body } = await use(parsed(await c.req.text()));
  return c.json(body, status);
}

/** Undefined for a text that is no JSON: the use cases refuse it like any other body that lacks what they need. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function made(result: Made): Answer {
  if (!result.ok) return { status: 400, body: { problemDetails: result.problemDetails } };
  const { verifiableCredential } = result;
  // The data model suite looks for an envelope in the answer itself.
  return { status: 201, body: { ...(isEnvelope(verifiableCredential) ? verifiableCredential : {}), verifiableCredential } };
}

function changed(problem: Awaited<ReturnType<typeof setStatus>>): Answer {
  return problem === null ? { status: 200, body: {} } : { status: 400, body: { problemDetails: [problem] } };
}

function describe({ name, did, verificationMethod, cryptosuite, statusList }: Instance): object {
  return { name, id: did, verificationMethod, cryptosuite, attachesStatus: statusList !== null };
}
