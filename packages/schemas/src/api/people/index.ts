export type {
  AskForAssessment,
  AssessedWork,
  Assessment,
  AssessmentState,
  AssessmentWish,
  EndorseAssessed,
  ListAssessmentsQuery,
  NamedPerson,
  SendBack,
} from './assessments.js';
export {
  ASSESSMENT_STATES,
  ASSESSMENT_WISHES,
  askForAssessmentSchema,
  assessmentSchema,
  endorseAssessedSchema,
  listAssessmentsQuerySchema,
  sendBackSchema,
} from './assessments.js';
export type {
  CreatePasskey,
  CreatePasskeySession,
  Passkey,
  PasskeyAssertion,
  PasskeyCreation,
  PasskeyRequest,
  UpdatePasskey,
} from './passkeys.js';
export {
  createPasskeySchema,
  createPasskeySessionSchema,
  passkeyListSchema,
  passkeyRequestSchema,
  passkeySchema,
  updatePasskeySchema,
} from './passkeys.js';
export type {
  AcceptInvitation,
  BecomeOwner,
  BegunPersonSession,
  CreateInvitation,
  CreateSession,
  CreateSignInLink,
  GiveIssuer,
  Invitation,
  Me,
  Member,
  Organisation,
  Person,
  PersonSession,
  PersonSettings,
  UpdateMe,
  UpdateMember,
  UpdateOrganisation,
} from './people.js';
export {
  acceptInvitationSchema,
  becomeOwnerSchema,
  begunSessionSchema,
  createInvitationSchema,
  createSessionSchema,
  createSignInLinkSchema,
  giveIssuerSchema,
  invitationListSchema,
  invitationSchema,
  memberListSchema,
  memberSchema,
  meSchema,
  organisationListSchema,
  organisationSchema,
  personSchema,
  sessionListSchema,
  updateMemberSchema,
  updateMeSchema,
  updateOrganisationSchema,
} from './people.js';
export type { DecideReport, IssuerReport, ListReportsQuery, ReportDecision, ReportReason, ReportState } from './reports.js';
export {
  decideReportSchema,
  issuerReportSchema,
  listReportsQuerySchema,
  MAX_REPORT_TEXT,
  REPORT_DECISIONS,
  REPORT_REASONS,
} from './reports.js';
export { ROLE_SCOPES, ROLES, type Role, rolesWith } from './roles.js';
export { SCOPES, type Scope } from './scopes.js';
export type {
  AllowMailDomain,
  CreateSignOnRequest,
  CreateSignOnSession,
  NewcomerRole,
  SetSignOn,
  SignInMethods,
  SignOn,
  SignOnProvider,
  SignOnRequest,
} from './sign-on.js';
export {
  allowMailDomainSchema,
  createSignOnRequestSchema,
  createSignOnSessionSchema,
  NEWCOMER_ROLES,
  setSignOnSchema,
  signInMethodsSchema,
  signOnRequestSchema,
  signOnSchema,
} from './sign-on.js';
