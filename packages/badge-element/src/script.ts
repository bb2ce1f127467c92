import { ProofmarkBadge } from './element.js';

// This is the file for a script tag. An issuer serves it under /embed/ and its verification page under /verify/;
// a copy that lies elsewhere knows no such page, and verdicts then link to the badge itself.
const own = /^(.*\/)embed\/[^?#]*proofmark-badge\.js/.exec(import.meta.url);
if (own?.[1] !== undefined) ProofmarkBadge.defaultChecker = `${own[1]}verify/`;
