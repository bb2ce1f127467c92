import { vcApiRoutes, verifyHere } from '@proofmark/issuer/vc-api';
import type { DocumentSource, Ports } from '@proofmark/verifying';
import { Hono } from 'hono';
import { type Instance, type InstanceSettings, instanceOf } from './instance.js';
import { issuerRoutes } from './issuer-routes.js';

export interface FaceSettings {
  /** The address of the face for its callers, without a slash at the end. */
  readonly baseUrl: string;
  readonly instances: readonly InstanceSettings[];
  /** What the product's verifier works with. */
  readonly ports: Ports;
  readonly now: () => Date;
}

export interface Face {
  readonly app: Hono;
  /** By name. */
  readonly instances: ReadonlyMap<string, Instance>;
}

/** The VC-API with issuers: they sign with the product's own signer, and what verifies is the verifying part of the product itself. */
export function createFace({ baseUrl, instances: settings, ports, now }: FaceSettings): Face {
  const instances = new Map(settings.map((one) => [one.name, instanceOf(one, baseUrl)]));
  const milliseconds = (): number => now().getTime();
  const app = new Hono();
  app.route('/', issuerRoutes(instances, milliseconds));
  const verifier = verifyHere({ ...ports, documents: ownLists(instances, milliseconds, ports.documents) });
  app.route('/', vcApiRoutes({ baseUrl, local: false, verifier, client: () => '', now }));
  return { app, instances };
}

/** The face's own status lists, read without going through the network. */
function ownLists(instances: ReadonlyMap<string, Instance>, now: () => number, others: DocumentSource): DocumentSource {
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
