import type { InstanceName, ServedFace } from './serve-face.js';

/** One address of an implementation, as `vc-test-suite-implementations` describes it. */
interface Endpoint {
  readonly id: string;
  readonly endpoint: string;
  readonly tags: readonly string[];
  /** The versions of VC Data Model; a suite that looks here takes 1.1 when it is absent. */
  readonly supports?: { readonly vc: readonly string[] };
  /** Without it, the ECDSA suite asks for nothing. */
  readonly supportedEcdsaKeyTypes?: readonly string[];
}

interface Implementation {
  readonly name: string;
  readonly implementation: string;
  readonly issuers?: readonly Endpoint[];
  readonly verifiers?: readonly Endpoint[];
  readonly vpVerifiers?: readonly Endpoint[];
  /** Where a holder derives credentials; the tests of `ecdsa-sd-2023` need it. */
  readonly vcHolders?: readonly Endpoint[];
}

/** What a suite's `localConfig.cjs` exports. */
export interface LocalConfig {
  readonly settings: { readonly enableInteropTests: true; readonly testAllImplementations: false };
  readonly implementations: readonly Implementation[];
}

export type Configure = (face: ServedFace) => LocalConfig;

const BOTH = { vc: ['1.1', '2.0'] };

/** Interoperation is tested with ourselves alone. */
function configOf(...implementations: readonly Implementation[]): LocalConfig {
  return { settings: { enableInteropTests: true, testAllImplementations: false }, implementations };
}

function proofmark(endpoints: Omit<Implementation, 'name' | 'implementation'>): Implementation {
  return { name: 'Proofmark', implementation: 'Proofmark', ...endpoints };
}

function issuerAt(face: ServedFace, name: InstanceName, more: Omit<Endpoint, 'id' | 'endpoint'>): Endpoint {
  return { id: face.didOf(name), endpoint: `${face.baseUrl}/vc-api/issuers/${name}/credentials/issue`, ...more };
}

function verifierAt({ baseUrl }: ServedFace, what: 'credentials' | 'presentations', more: Omit<Endpoint, 'id' | 'endpoint'>): Endpoint {
  return { id: 'urn:proofmark:verifier', endpoint: `${baseUrl}/vc-api/${what}/verify`, ...more };
}

export const dataModel: Configure = (face) =>
  configOf(
    proofmark({
      issuers: [issuerAt(face, 'eddsa-rdfc', { tags: ['vc2.0'] }), issuerAt(face, 'vc-jwt', { tags: ['EnvelopingProof'] })],
      verifiers: [verifierAt(face, 'credentials', { tags: ['vc2.0', 'EnvelopingProof'] })],
      vpVerifiers: [verifierAt(face, 'presentations', { tags: ['vc2.0', 'EnvelopingProof'] })],
    }),
  );

export const eddsa: Configure = (face) =>
  configOf(
    proofmark({
      issuers: [
        issuerAt(face, 'eddsa-rdfc', { tags: ['eddsa-rdfc-2022'], supports: BOTH }),
        issuerAt(face, 'eddsa-jcs', { tags: ['eddsa-jcs-2022'], supports: BOTH }),
      ],
      verifiers: [verifierAt(face, 'credentials', { tags: ['eddsa-rdfc-2022', 'eddsa-jcs-2022'], supports: BOTH })],
    }),
  );

export const ecdsa: Configure = (face) =>
  configOf(
    proofmark({
      issuers: [
        issuerAt(face, 'ecdsa-rdfc-p256', { tags: ['ecdsa-rdfc-2019'], supportedEcdsaKeyTypes: ['P-256'], supports: BOTH }),
        issuerAt(face, 'ecdsa-rdfc-p384', { tags: ['ecdsa-rdfc-2019'], supportedEcdsaKeyTypes: ['P-384'], supports: BOTH }),
        issuerAt(face, 'ecdsa-jcs-p256', { tags: ['ecdsa-jcs-2019'], supportedEcdsaKeyTypes: ['P-256'], supports: BOTH }),
        issuerAt(face, 'ecdsa-jcs-p384', { tags: ['ecdsa-jcs-2019'], supportedEcdsaKeyTypes: ['P-384'], supports: BOTH }),
        issuerAt(face, 'ecdsa-sd', { tags: ['ecdsa-sd-2023'], supportedEcdsaKeyTypes: ['P-256'], supports: BOTH }),
      ],
      verifiers: [
        verifierAt(face, 'credentials', {
          tags: ['ecdsa-rdfc-2019', 'ecdsa-jcs-2019', 'ecdsa-sd-2023'],
          supportedEcdsaKeyTypes: ['P-256', 'P-384'],
          supports: BOTH,
        }),
      ],
    }),
    // The suite takes its holder from the implementation of this name (config/runner.json, holderName).
    {
      name: 'Digital Bazaar',
      implementation: 'Proofmark',
      vcHolders: [{ id: 'urn:proofmark:holder', endpoint: `${face.baseUrl}/vc-api/credentials/derive`, tags: ['vcHolder'] }],
    },
  );

export const statusList: Configure = (face) =>
  configOf(
    proofmark({
      issuers: [issuerAt(face, 'status', { tags: ['BitstringStatusList'] })],
      verifiers: [verifierAt(face, 'credentials', { tags: ['BitstringStatusList'] })],
    }),
  );

export const issuer: Configure = (face) => configOf(proofmark({ issuers: [issuerAt(face, 'eddsa-rdfc', { tags: ['vc-api'] })] }));

export const verifier: Configure = (face) =>
  configOf(
    proofmark({
      verifiers: [verifierAt(face, 'credentials', { tags: ['vc-api'] })],
      vpVerifiers: [verifierAt(face, 'presentations', { tags: ['vc-api'] })],
    }),
  );
