import { webPorts } from '@proofmark/hosts/web';

const { crypto, gunzip, inflate } = webPorts();

/** Stands in for `packages/verifying/src/host.fixture.ts`: what a page gives the verifier, and nothing of the tests' own making. */
export const host = { crypto, gunzip, inflate };
