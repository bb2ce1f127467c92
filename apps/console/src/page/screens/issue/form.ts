import type { DuplicateRule, IssueCredential } from '@proofmark/schemas/api';

export interface WorkLink {
  readonly url: string;
  readonly name: string;
}

/** What is typed to issue one badge. An empty text is a member that is not there. */
export interface IssueForm {
  readonly name: string;
  readonly email: string;
  readonly externalId: string;
  readonly work: readonly WorkLink[];
  readonly copies: boolean;
  readonly archives: boolean;
  /** Days as the browser's field gives them: 2026-11-29. */
  readonly from: string;
  readonly until: string;
  readonly onDuplicate: DuplicateRule;
  /** The `Idempotency-Key` of the request that was sent last, and that request. */
  readonly once: string;
  readonly sent: string;
}

export const EMPTY: IssueForm = {
  ...{ name: '', email: '', externalId: '', work: [{ url: '', name: '' }], copies: false, archives: false },
  ...{ from: '', until: '', onDuplicate: 'refuse', once: '', sent: '' },
};

/** The links that were given, without the empty lines. */
export function linksOf({ work }: Pick<IssueForm, 'work'>): readonly WorkLink[] {
  return work.map(({ url, name }) => ({ url: url.trim(), name: name.trim() })).filter(({ url }) => url !== '');
}

/** Whom the form names. */
export function recipientOf({ name, email, externalId }: IssueForm): IssueCredential['recipient'] {
  return {
    ...(email.trim() === '' ? {} : { email: email.trim() }),
    ...(externalId.trim() === '' ? {} : { externalId: externalId.trim() }),
    ...(name.trim() === '' ? {} : { name: name.trim() }),
  };
}

/** The request that issues the badge. A day begins and ends in the time zone of whoever issues. */
export function issueBody(form: IssueForm): IssueCredential {
  const { copies, archives, from, until, onDuplicate } = form;
  const evidence = linksOf(form).map(({ url, name }) => ({ url, ...(name === '' ? {} : { name }) }));
  const keep = {
    ...(copies ? { copy: true } : {}),
    ...(archives ? { archive: ['software-heritage', 'wayback'] as const } : {}),
    consent: true,
  };
  return {
    recipient: recipientOf(form),
    ...(evidence.length === 0 ? {} : { evidence }),
    ...(evidence.length === 0 || !(copies || archives) ? {} : { keep }),
    ...(from === '' ? {} : { validFrom: instantOf(from, '00:00:00') }),
    ...(until === '' ? {} : { validUntil: instantOf(until, '23:59:59') }),
    onDuplicate,
  };
}

/** What is wrong with the form before it is sent. */
export function faultOf({ email, externalId, from, until }: IssueForm): 'who-missing' | 'until-wrong' | null {
  if (email.trim() === '' && externalId.trim() === '') return 'who-missing';
  return from !== '' && until !== '' && until < from ? 'until-wrong' : null;
}

const instantOf = (day: string, time: string): string => `${new Date(`${day}T${time}`).toISOString().slice(0, 19)}Z`;
