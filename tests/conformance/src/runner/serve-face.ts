import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { nodePorts } from '@proofmark/platform/node';
import { selfSignedCertificate } from '@proofmark/testkit';
import { createFace, type Face } from '../face/create-face.js';
import type { InstanceSettings } from '../face/instance.js';

export type InstanceName =
  | 'eddsa-rdfc'
  | 'eddsa-jcs'
  | 'ecdsa-rdfc-p256'
  | 'ecdsa-rdfc-p384'
  | 'ecdsa-jcs-p256'
  | 'ecdsa-jcs-p384'
  | 'ecdsa-sd'
  | 'status'
  | 'vc-jwt';

/** The issuers that the suites ask for. */
const INSTANCES: readonly (InstanceSettings & { readonly name: InstanceName })[] = [
  { name: 'eddsa-rdfc', cryptosuite: 'eddsa-rdfc-2022' },
  { name: 'eddsa-jcs', cryptosuite: 'eddsa-jcs-2022' },
  { name: 'ecdsa-rdfc-p256', cryptosuite: 'ecdsa-rdfc-2019', curve: 'P-256' },
  { name: 'ecdsa-rdfc-p384', cryptosuite: 'ecdsa-rdfc-2019', curve: 'P-384' },
  { name: 'ecdsa-jcs-p256', cryptosuite: 'ecdsa-jcs-2019', curve: 'P-256' },
  { name: 'ecdsa-jcs-p384', cryptosuite: 'ecdsa-jcs-2019', curve: 'P-384' },
  { name: 'ecdsa-sd', cryptosuite: 'ecdsa-sd-2023' },
  { name: 'status', cryptosuite: 'eddsa-rdfc-2022', attachStatus: true },
  { name: 'vc-jwt', cryptosuite: 'eddsa-rdfc-2022', enveloping: true },
];

/** A face that listens. */
export interface ServedFace {
  /** `https://localhost:…`, without a slash at the end. */
  readonly baseUrl: string;
  /** The certificate, in PEM, that a client has to trust. */
  readonly certificate: string;
  /** The DID of an issuer. */
  didOf(name: InstanceName): string;
  close(): Promise<void>;
}

/** Serves the face over https on loopback, at a port that the system chooses, with a certificate that was made for this run. */
export async function serveFace(): Promise<ServedFace> {
  const { key, cert } = selfSignedCertificate('localhost');
  let face: Face | null = null;
  const server = serve({
    fetch: (request) => face?.app.fetch(request) ?? new Response(null, { status: 503 }),
    hostname: 'localhost',
    port: 0,
    createServer,
    serverOptions: { key, cert },
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const baseUrl = `https://localhost:${(server.address() as AddressInfo).port}`;
  const ports = nodePorts({ allowLoopback: true });
  const { instances, ...made } = createFace({ baseUrl, instances: INSTANCES, ports, now: () => new Date() });
  face = { instances, ...made };
  return {
    baseUrl,
    certificate: cert,
    didOf: (name) => instances.get(name)?.did ?? '',
    async close() {
      await new Promise((resolve) => server.close(resolve));
      await ports.close();
    },
  };
}
