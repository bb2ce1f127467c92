/** Verification methods of earlier drafts. This file is loaded for the first of them. */
export { inMultikeys } from '@proofmark/proofs';
