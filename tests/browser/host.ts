import { webPorts } from '@proofmark/platform/web';

const { crypto, tokens, gunzip, inflate } = webPorts();

/** Stands in for `packages/verifying/src/fixtures/host.fixture.ts`: what a page gives the verifier, and nothing of the tests' own making. */
export const host = { crypto, tokens, gunzip, inflate };
