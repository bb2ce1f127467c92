import type { Operation } from '../http/operation.js';
import { deleteInvitation } from './delete-invitation.js';
import { deleteMember } from './delete-member.js';
import { deleteSession } from './delete-session.js';
import { getMeOperation } from './get-me.js';
import { listInvitationsOperation } from './list-invitations.js';
import { listMembersOperation } from './list-members.js';
import { listOrganisationsOperation } from './list-organisations.js';
import { listSessionsOperation } from './list-sessions.js';
import { patchMe } from './patch-me.js';
import { patchMember } from './patch-member.js';
import { patchOrganisation } from './patch-organisation.js';
import { postAccept } from './post-accept.js';
import { postInvitation } from './post-invitation.js';
import { postOwner } from './post-owner.js';
import { postSession } from './post-session.js';
import { postSignInLink } from './post-sign-in-link.js';

/** Who signs in, and works for which organisation. None of these is for API keys. */
export const PEOPLE_OPERATIONS: readonly Operation[] = [
  postOwner,
  postSignInLink,
  postSession,
  getMeOperation,
  patchMe,
  listSessionsOperation,
  deleteSession,
  listOrganisationsOperation,
  patchOrganisation,
  listMembersOperation,
  patchMember,
  deleteMember,
  postInvitation,
  listInvitationsOperation,
  deleteInvitation,
  postAccept,
];
