import type { MailKind, MailLanguage, MailPreview, MailTest, MailText, MailTextResource } from '@proofmark/schemas/api';
import { MAIL_KINDS, MAIL_LANGUAGES } from '@proofmark/schemas/api';
import type { IssuerRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { loadIssuer, lockIssuer } from '../access/load-issuer.js';
import { recordAct } from '../access/record-act.js';
import { newId } from '../identifiers.js';
import { type BadgeMail, CLAIMING } from '../people/mails/badge-mail.js';
import type { MailSender } from '../people/mails/mail.js';
import type { IdSource, Store } from '../ports.js';
import { done, type Result, refused } from '../result.js';

/** Writes mails, without sending them. */
export interface MailWriter {
  /** What the service says where the issuer wrote nothing. */
  usual(kind: MailKind, language: MailLanguage): MailText;
  write(mail: BadgeMail): MailPreview;
}

export interface MailTexts extends IdSource {
  readonly store: Store;
  readonly writer: MailWriter;
  readonly sender: MailSender | null;
  readonly baseUrl: string;
}

export interface MailTextInput {
  readonly issuerId: string;
  readonly kind: MailKind;
  readonly language: MailLanguage;
}

export interface GivenMailText extends MailTextInput {
  /** Null for the one that is used now. */
  readonly text: MailText | null;
}

/** Every text of an issuer: its own, and the service's where it wrote none. */
export async function listMailTexts(
  deps: MailTexts,
  { actor, input: issuerId }: Request<string>,
): Promise<Result<readonly MailTextResource[]>> {
  const issuer = await loadIssuer(deps.store.issuers, actor, issuerId);
  if (!issuer.ok) return issuer;
  const own = await deps.store.mailTexts.list(issuerId);
  return done(
    MAIL_KINDS.flatMap((kind) =>
      MAIL_LANGUAGES.map((language) => {
        const found = own.find((one) => one.kind === kind && one.language === language);
        return { kind, language, changed: found !== undefined, ...plain(found ?? deps.writer.usual(kind, language)) };
      }),
    ),
  );
}

export async function getMailText(deps: MailTexts, { actor, input }: Request<MailTextInput>): Promise<Result<MailTextResource>> {
  const issuer = await loadIssuer(deps.store.issuers, actor, input.issuerId);
  return issuer.ok ? done(await inUse(deps, input)) : issuer;
}

/** Writes a text in the issuer's own words. */
export async function updateMailText(
  deps: MailTexts,
  { actor, input: { text, ...input } }: Request<MailTextInput & { readonly text: MailText }>,
): Promise<Result<MailTextResource>> {
  const { issuerId, kind, language } = input;
  const fits = fitsKind(kind, text);
  if (fits !== null) return fits;
  return deps.store.transaction(async (tx) => {
    const issuer = await lockIssuer(tx.issuers, actor, issuerId);
    if (!issuer.ok) return issuer;
    await tx.mailTexts.save(issuerId, { kind, language, ...text }, deps.clock.now());
    await recordAct(deps, tx, actor, { action: 'issuer.mail-text-changed', issuerId, objectId: issuerId, details: { kind, language } });
    return done({ kind, language, changed: true, ...plain(text) });
  });
}

/** Goes back to the text of the service. Again it changes nothing. */
export async function resetMailText(deps: MailTexts, { actor, input }: Request<MailTextInput>): Promise<Result<null>> {
  const { issuerId, kind, language } = input;
  return deps.store.transaction(async (tx) => {
    const issuer = await lockIssuer(tx.issuers, actor, issuerId);
    if (!issuer.ok) return issuer;
    if (!(await tx.mailTexts.remove(issuerId, kind, language))) return done(null);
    const details = { kind, language, reset: true };
    await recordAct(deps, tx, actor, { action: 'issuer.mail-text-changed', issuerId, objectId: issuerId, details });
    return done(null);
  });
}

/** Shows a mail as it would be sent, with made-up names. Nothing is stored. */
export async function previewMailText(deps: MailTexts, { actor, input }: Request<GivenMailText>): Promise<Result<MailPreview>> {
  const issuer = await loadIssuer(deps.store.issuers, actor, input.issuerId);
  if (!issuer.ok) return issuer;
  const fits = input.text === null ? null : fitsKind(input.kind, input.text);
  return fits ?? done(deps.writer.write(await trial(deps, issuer.value, input, 'nobody@invalid')));
}

/** Sends the mail, with made-up names, to the signed-in person. Refused where their e-mail address is not verified. */
export async function testMailText(deps: MailTexts, { actor, input }: Request<GivenMailText>): Promise<Result<MailTest>> {
  const issuer = await loadIssuer(deps.store.issuers, actor, input.issuerId);
  if (!issuer.ok) return issuer;
  const fits = input.text === null ? null : fitsKind(input.kind, input.text);
  if (fits !== null) return fits;
  const person = actor.person === undefined ? null : await deps.store.people.find(actor.keyId);
  if (person === null || !person.emailVerified)
    return refused('conflict', 'Such a mail goes to your own address, which is proven as soon as you have signed in by a link in a mail.');
  if (deps.sender === null) return refused('unavailable', 'This service sends no mail: whoever runs it has to set SMTP_URL and MAIL_FROM.');
  const outcome = await deps.sender.sendBadgeMail(await trial(deps, issuer.value, input, person.email));
  const answer = outcome.answer ?? (outcome.sent ? null : outcome.reason);
  return done({ to: person.email, sent: outcome.sent, answer });
}

async function inUse({ store, writer }: MailTexts, { issuerId, kind, language }: MailTextInput): Promise<MailTextResource> {
  const found = (await store.mailTexts.ofKind(issuerId, kind)).find((one) => one.language === language);
  return { kind, language, changed: found !== undefined, ...plain(found ?? writer.usual(kind, language)) };
}

function plain({ subject, paragraphs, button }: MailText): MailText {
  return { subject, paragraphs, button };
}

/** Only a kind without a link has no button. */
function fitsKind(kind: MailKind, { button }: MailText) {
  const wanted = kind !== 'erased';
  if ((button !== null) === wanted) return null;
  const detail = wanted
    ? 'is needed: say what stands on the button of this mail'
    : 'is not shown: a mail that tells of an erasure leads nowhere; give null';
  return refused('invalid-request', 'One member of the request is not valid.', [
    { pointer: '/button', code: wanted ? 'required' : 'not-allowed', detail },
  ]);
}

/** A mail of which nothing is true. Its link leads to the page that says so. */
async function trial(
  deps: MailTexts,
  issuer: IssuerRecord,
  { kind, language, text, issuerId }: GivenMailText,
  to: string,
): Promise<BadgeMail> {
  const used = text ?? (await inUse(deps, { issuerId, kind, language }));
  const link =
    kind === 'erased' ? null : CLAIMING.includes(kind) ? `${deps.baseUrl}/claim/pm_claim_${'A'.repeat(27)}` : `${deps.baseUrl}/console`;
  return {
    ...{ id: newId(deps), issuerId, kind, to, language, link, replyTo: null, bounceToken: null },
    names: { learner: 'Ada Lovelace', badge: 'Web API design', issuer: issuer.name },
    texts: { [language]: used },
  };
}
