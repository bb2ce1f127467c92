import type { Operation } from '../http/operation.js';
import { deleteMailDomain } from './delete-mail-domain.js';
import { deleteSignOn } from './delete-sign-on.js';
import { getSignInMethodsOperation } from './get-sign-in-methods.js';
import { getSignOnOperation } from './get-sign-on.js';
import { postMailDomain } from './post-mail-domain.js';
import { postSignOn } from './post-sign-on.js';
import { postSignOnRequest } from './post-sign-on-request.js';
import { postSignOnSession } from './post-sign-on-session.js';

/** Signing in by the provider of an organisation, and what owners set for it. */
export const SIGN_ON_OPERATIONS: readonly Operation[] = [
  getSignInMethodsOperation,
  getSignOnOperation,
  postSignOn,
  deleteSignOn,
  postMailDomain,
  deleteMailDomain,
  postSignOnRequest,
  postSignOnSession,
];
