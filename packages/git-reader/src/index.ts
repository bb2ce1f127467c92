export { languageOf } from './languages.js';
export type { ObjectType } from './objects.js';
export { objectHeader } from './objects.js';
export { createGitSource } from './read-repository.js';
export type { SignatureOutcome } from './signature.js';
export type {
  GitFailure,
  GitFailureCode,
  GitLimits,
  GitProblem,
  GitRequest,
  GitSnapshot,
  GitSource,
  HistorySummary,
} from './source.js';
export { GIT_LIMITS, GIT_PROBLEMS } from './source.js';
export { checkSignature } from './ssh-signature.js';
export type { GitExchange, GitExchanged, GitSession, GitTransport, OpenPgpChecker, SignaturePort } from './transport.js';
export type { TreeSummary } from './tree-summary.js';
