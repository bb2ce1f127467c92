/** What processes leave for one another to do, by name, with what each has to know: ids, never personal data. */
export interface JobPayloads {
  /** Orders a `recheck-work` for every badge that is due. */
  readonly 'find-due-work': Readonly<Record<string, never>>;
  /** Forgets the idempotency keys that have expired. */
  readonly 'prune-idempotency': Readonly<Record<string, never>>;
  /** Deletes the rows that tell of changes of public documents once everybody has read them. */
  readonly 'prune-public-changes': Readonly<Record<string, never>>;
  /** Gives the new entries of the audit log their places in their chains. */
  readonly 'seal-audit-log': Readonly<Record<string, never>>;
  /** Removes deliveries of events that ended long ago, and deleted webhooks. */
  readonly 'prune-deliveries': Readonly<Record<string, never>>;
  /** Puts what was issued into the signed files of the issuers' records. */
  readonly 'record-issued': Readonly<Record<string, never>>;
  /** Brings into the records what is missing there, and completes those of issuers that revoked a key. */
  readonly 'tend-records': Readonly<Record<string, never>>;
  /** Finds out whose the badges are that were issued before recipients were rows. */
  readonly 'fill-in-recipients': Readonly<Record<string, never>>;
  /** Finishes what was done to many badges at once, when it can be undone no more. */
  readonly 'finish-bulk-acts': Readonly<Record<string, never>>;
  /** Removes what was kept as long as its issuer wants. */
  readonly 'apply-retention': Readonly<Record<string, never>>;
  /** Rechecks the evidence of one badge. */
  readonly 'recheck-work': { readonly issuerId: string; readonly credentialId: string };
  /** Asks public archives to save the work behind one badge, or how far they are. */
  readonly 'archive-work': { readonly issuerId: string; readonly credentialId: string };
  /** Orders what the jobs that issue many badges wait for, and forgets old ones. */
  readonly 'find-issuance-work': Readonly<Record<string, never>>;
  /** Reads the upload of a job. */
  readonly 'read-upload': { readonly issuerId: string; readonly jobId: string };
  /** Issues the badges of one chunk of rows of an issuer: so issuers take turns. */
  readonly 'issue-rows': { readonly issuerId: string };
  /** Withdraws a badge whose place another one took, for the API key that asked for it. */
  readonly 'withdraw-superseded': { readonly issuerId: string; readonly credentialId: string; readonly apiKeyId: string };
  /** Answers a request for a link to sign in with. */
  readonly 'write-sign-in-mail': { readonly requestId: string };
  /** Sends one mail. */
  readonly 'send-mail': { readonly mailId: string };
  /** Finds out which mails learners are to get, and sends those whose time has come. */
  readonly 'serve-mails': Readonly<Record<string, never>>;
  /** Writes to assessors that badges wait for them. */
  readonly 'tell-assessors': Readonly<Record<string, never>>;
  /** Forgets mails, links and sessions of people, and reports of readers, that ended long ago. */
  readonly 'prune-people': Readonly<Record<string, never>>;
}
export type JobName = keyof JobPayloads;

export interface NewJob<Name extends JobName> {
  readonly payload: JobPayloads[Name];
  /** Of the jobs with one key, one waits at a time: another is not added. Without a key, that goes for the whole name. */
  readonly key?: string;
  /** It is not done before. */
  readonly startAfter?: Date;
}

/** Does one job. `signal` is aborted when the process is about to stop; a job that throws is tried again later. */
export type JobHandler<Name extends JobName> = (payload: JobPayloads[Name], signal: AbortSignal) => Promise<void>;

/** A handler for every job there is. */
export type JobHandlers = { readonly [Name in JobName]: JobHandler<Name> };
