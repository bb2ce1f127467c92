import type { PeopleTexts } from '@proofmark/messages/console/people';
import type { BulkAct, ChangedCredentials, CredentialResource, ResentCredentials, RevokedCredentials } from '@proofmark/schemas/api';
import { html } from 'lit';
import { save } from '../../api.js';
import { askedText } from '../../controls/asked.js';
import { askedReason } from '../../controls/asked-reason.js';
import type { ConsoleContext } from '../../shell/context.js';
import { sayFailed } from '../../shell/say-failed.js';

/** What is done to many badges, and for whom. */
export interface ManyActing {
  readonly context: ConsoleContext;
  readonly words: PeopleTexts;
  readonly ids: readonly string[];
  /** Something was done, or undone: what is shown is out of date. */
  done(): void;
}

const together = (ids: readonly string[]) => ids.map((id) => ({ id }));

/** Says what came of an act, with the way to take it back. */
function tell({ context, words, done }: ManyActing, text: string, acts: readonly BulkAct[]): void {
  const undo = async (): Promise<void> => {
    for (const { id } of acts) {
      const answer = await context.ask<BulkAct>('POST', `bulk-acts/${id}/undo`);
      if (!answer.ok) return sayFailed(context, answer);
    }
    context.say({ tone: 'good', text: words.undone });
    done();
  };
  context.say({ tone: 'good', text, ...(acts.length === 0 ? {} : { action: { label: words.undo, run: () => void undo() } }) });
  done();
}

export async function suspendMany(acting: ManyActing): Promise<void> {
  const { context, words, ids } = acting;
  const count = ids.length;
  const reason = await askedReason(context, {
    words,
    title: words['suspend-title']({ count }),
    text: words['suspend-text'],
    yes: words.suspend,
  });
  if (reason === null) return;
  const body = { credentials: together(ids), undoable: true, ...(reason === '' ? {} : { reason }) };
  const answer = await context.ask<ChangedCredentials>('POST', 'credentials/suspend', body);
  if (!answer.ok) return sayFailed(context, answer);
  tell(acting, words.suspended({ count: answer.value.changed, refused: answer.value.refused }), answer.value.acts);
}

export async function resumeMany(acting: ManyActing): Promise<void> {
  const { context, words, ids } = acting;
  const answer = await context.ask<ChangedCredentials>('POST', 'credentials/resume', { credentials: together(ids) });
  if (!answer.ok) return sayFailed(context, answer);
  tell(acting, words.resumed({ count: answer.value.changed, refused: answer.value.refused }), []);
}

export async function revokeMany(acting: ManyActing): Promise<void> {
  const { context, words, ids } = acting;
  const more = { yes: words.revoke, word: words['revoke-word'] };
  const reason = await askedReason(context, {
    words,
    title: words['revoke-title']({ count: ids.length }),
    text: words['revoke-text'],
    ...more,
  });
  if (reason === null) return;
  const body = { confirm: 'revoke', credentials: together(ids), undoable: true, ...(reason === '' ? {} : { reason }) };
  const answer = await context.ask<RevokedCredentials>('POST', 'credentials/revoke', body);
  if (!answer.ok) return sayFailed(context, answer);
  tell(acting, words.revoked({ count: answer.value.suspended, refused: answer.value.refused }), answer.value.acts);
}

export async function resendMany(acting: ManyActing): Promise<void> {
  const { context, words, ids } = acting;
  const count = ids.length;
  if (!(await context.confirm({ title: words['resend-title']({ count }), text: words['resend-text'], yes: words.resend }))) return;
  const answer = await context.ask<ResentCredentials>('POST', 'credentials/resend', { credentials: together(ids) });
  if (!answer.ok) return sayFailed(context, answer);
  const { resent, tooSoon, refused } = answer.value;
  tell(acting, words.resent({ count: resent, refused: tooSoon + refused }), []);
}

/** Each is a request of its own: more take too long for somebody to wait. */
export const MOST_RENEWED = 200;

/** Renews badges with a new end, one after the other. Those whose achievement wants new work are refused. */
export async function renewMany(acting: ManyActing): Promise<void> {
  const { context, words, ids } = acting;
  let day = '';
  const field = askedText({
    label: words['new-end'],
    name: 'new-end',
    type: 'date',
    onInput: (typed) => (day = typed),
  });
  const title = words['renew-title']({ count: ids.length });
  if (!(await context.confirm({ title, text: html`<p>${words['renew-text']}</p>${field}`, yes: words.renew }))) return;
  if (day === '') return context.say({ tone: 'bad', text: words['no-day'] });
  const validUntil = new Date(`${day}T23:59:59`).toISOString();
  let count = 0;
  for (const id of ids.slice(0, MOST_RENEWED)) {
    // The same key for the same wish: what was done before a lost answer is not done twice.
    const answer = await context.ask<CredentialResource>('POST', `credentials/${id}/renew`, { validUntil }, { once: `renew-${id}-${day}` });
    if (answer.ok) count += 1;
    else if (answer.problem === 'offline' || answer.problem === 'unauthenticated') return sayFailed(context, answer);
  }
  tell(acting, words.renewed({ count, refused: ids.length - count }), []);
}

/** Hands a table to the person. */
export function saveCsv(text: string, name: string): void {
  // Spreadsheet programs know UTF-8 by this mark.
  save(new Blob(['\uFEFF', text], { type: 'text/csv' }), name);
}
