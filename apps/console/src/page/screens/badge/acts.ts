import type { BadgeTexts } from '@proofmark/messages/console/badge';
import type { CreatedClaimLink, CredentialResource, CredentialSummary, ResentRow } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import type { Answer } from '../../api.js';
import { askedCheck, askedText } from '../../controls/asked.js';
import { askedReason } from '../../controls/asked-reason.js';
import type { ConsoleContext } from '../../shell/context.js';

/** What is done about one badge. */
export interface OneActing {
  readonly context: ConsoleContext;
  readonly words: BadgeTexts;
  readonly badge: CredentialSummary;
  /** Whether the screen shows this badge still. */
  isHere(): boolean;
  /** What came of it: the screen is out of date, or has to say why not. */
  done(answer: Answer<unknown>, said: string): void;
}

const at = ({ badge }: OneActing, act: string): string => `credentials/${badge.id}/${act}`;

const given = (reason: string): { reason?: string } => (reason === '' ? {} : { reason });

async function suspend(acting: OneActing): Promise<void> {
  const { context, words, done } = acting;
  const reason = await askedReason(context, { words, title: words['suspend-ask'], text: words['suspend-text'], yes: words.suspend });
  if (reason !== null) done(await context.ask('POST', at(acting, 'suspend'), given(reason)), words.suspended);
}

async function resume(acting: OneActing): Promise<void> {
  acting.done(await acting.context.ask('POST', at(acting, 'resume')), acting.words.resumed);
}

async function revoke(acting: OneActing): Promise<void> {
  const { context, words, done } = acting;
  const more = { yes: words.revoke, word: words['revoke-word'] };
  const reason = await askedReason(context, { words, title: words['revoke-ask'], text: words['revoke-text'], ...more });
  if (reason !== null) done(await context.ask('POST', at(acting, 'revoke'), { confirm: 'revoke', ...given(reason) }), words.revoked);
}

async function renew(acting: OneActing): Promise<void> {
  const { context, words, done } = acting;
  let day = '';
  const field = askedText({ label: words['new-end'], name: 'new-end', type: 'date', onInput: (typed) => (day = typed) });
  if (!(await context.confirm({ title: words['renew-ask'], text: html`<p>${words['renew-text']}</p>${field}`, yes: words.renew }))) return;
  const body = day === '' ? {} : { validUntil: new Date(`${day}T23:59:59`).toISOString() };
  const answer = await context.ask<CredentialResource>('POST', at(acting, 'renew'), body, { once: `renew-${acting.badge.id}-${day}` });
  done(answer, words.renewed);
  if (answer.ok && acting.isHere()) context.go(`badges/${answer.value.id}`);
}

async function resend(acting: OneActing): Promise<void> {
  const { context, words, done } = acting;
  const answer = await context.ask<ResentRow>('POST', at(acting, 'resend'));
  done(answer, answer.ok && answer.value.result === 'too-soon' ? words['too-soon'] : words.resent);
}

async function erase(acting: OneActing): Promise<void> {
  const { context, words, done } = acting;
  let alsoRevoke = true;
  const field = askedCheck({ label: words['erase-revoke'], name: 'revoke', onChange: (checked) => (alsoRevoke = checked) });
  const question = {
    title: words['erase-ask'],
    text: html`<p>${words['erase-text']}</p>${field}`,
    yes: words.erase,
    word: words['erase-word'],
  };
  if (!(await context.confirm(question))) return;
  const answer = await context.ask('POST', at(acting, 'erase'), { confirm: 'erase', ...(alsoRevoke ? { revoke: true } : {}) });
  done(answer, words.erased);
  if (answer.ok && acting.isHere()) context.go('people', {}, { replace: true });
}

/** Makes a claim link. The one before it ends: that is said before. */
export async function makeClaimLink({ context, words, badge }: OneActing): Promise<Answer<CreatedClaimLink> | null> {
  if (!(await context.confirm({ title: words['claim-ask'], text: words['claim-text'], yes: words['claim-make'] }))) return null;
  return context.ask<CreatedClaimLink>('POST', `credentials/${badge.id}/claim-link`, {});
}

/** The buttons for what fits the state of the badge and the role of the person; suspending stands before revoking. */
export function actsView(acting: OneActing): TemplateResult {
  const { context, words, badge } = acting;
  const { state } = badge;
  const stands = state !== 'revoked' && state !== 'erased';
  const button = (text: string, run: (acting: OneActing) => Promise<void>, look = 'quiet'): TemplateResult =>
    html`<button type="button" class=${look} @click=${() => void run(acting)}>${text}</button>`;
  const issues = context.may('credentials:issue') && stands && state !== 'suspended' && state !== 'superseded';
  return html`<div class="actions">
    ${issues ? [button(words.resend, resend), button(words.renew, renew)] : nothing}
    ${context.may('credentials:suspend') && stands ? (state === 'suspended' ? button(words.resume, resume, '') : button(words.suspend, suspend)) : nothing}
    ${context.may('credentials:revoke') && stands ? button(words.revoke, revoke, 'danger') : nothing}
    ${context.may('credentials:erase') && state !== 'erased' ? button(words.erase, erase, 'danger') : nothing}
  </div>`;
}
