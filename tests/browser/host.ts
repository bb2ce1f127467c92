import { webPorts } from '@proofmark/platform/web';

const { crypto, gunzip, inflate } = webPorts();

/** Stands in for `packages/verifying/src/fixtures/host.fixture.ts`: what a page gives the verifier, and nothing of the tests' own making. */
export const host = { crypto, gunzip, inflate };
