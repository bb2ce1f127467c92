import { type Bound, bind } from '../bind.js';
import { type ClaimUseCases, claimUseCases } from '../claims/claim-use-cases.js';
import type { MailDelivery } from '../people/account-use-cases.js';
import type { IdSource, Sealer, Store } from '../ports.js';
import type { RecipientHashes } from '../recipients/recipient.js';
import { type TellErased, tellErased } from '../recipients/tell-erased.js';
import type { Refused } from '../result.js';
import { countMails, listKeptBadgeMails, listMails } from './list-mails.js';
import { getMailSettings, updateMailSettings, wantMail } from './mail-settings.js';
import { getMailText, listMailTexts, type MailWriter, previewMailText, resetMailText, testMailText, updateMailText } from './mail-texts.js';
import { noteBounce, type ReadReport } from './note-bounce.js';
import { serveMails } from './serve-mails.js';

export interface BadgeMailFoundation extends IdSource {
  readonly store: Store;
  readonly recipients: RecipientHashes;
  readonly pepper: Uint8Array;
  readonly sealer: Sealer;
  readonly mail: MailDelivery;
  /** What mails are made of, and what comes back is read by. */
  readonly mailForms: MailWriter & { readonly readReport: ReadReport };
  readonly baseUrl: string;
}

/** How a badge reaches its learner: mails, and the links by which they claim it. */
export interface BadgeMailUseCases extends ClaimUseCases {
  readonly getMailSettings: Bound<typeof getMailSettings>;
  readonly updateMailSettings: Bound<typeof updateMailSettings>;
  readonly listMailTexts: Bound<typeof listMailTexts>;
  readonly getMailText: Bound<typeof getMailText>;
  readonly updateMailText: Bound<typeof updateMailText>;
  readonly resetMailText: Bound<typeof resetMailText>;
  readonly previewMailText: Bound<typeof previewMailText>;
  readonly testMailText: Bound<typeof testMailText>;
  readonly listMails: Bound<typeof listMails>;
  readonly countMails: Bound<typeof countMails>;
  readonly listKeptBadgeMails: Bound<typeof listKeptBadgeMails>;
  readonly serveMails: Bound<typeof serveMails>;
  readonly noteBounce: Bound<typeof noteBounce>;
}

export function badgeMailUseCases(foundation: BadgeMailFoundation): BadgeMailUseCases {
  const { store, recipients, pepper, sealer, mail, clock, random, mailForms, baseUrl } = foundation;
  const { sends, kept } = sendingOf(mail);
  const composing = { store, recipients, pepper, sealer, clock, random, baseUrl };
  const setting = { store, clock, random, sends };
  const texts = { store, clock, random, writer: mailForms, sender: mail.sender, baseUrl };
  return {
    ...claimUseCases({ store, clock, random }),
    getMailSettings: bind(getMailSettings, setting),
    updateMailSettings: bind(updateMailSettings, setting),
    listMailTexts: bind(listMailTexts, texts),
    getMailText: bind(getMailText, texts),
    updateMailText: bind(updateMailText, texts),
    resetMailText: bind(resetMailText, texts),
    previewMailText: bind(previewMailText, texts),
    testMailText: bind(testMailText, texts),
    listMails: bind(listMails, { store }),
    countMails: bind(countMails, { store, clock }),
    listKeptBadgeMails: bind(listKeptBadgeMails, composing),
    serveMails: bind(serveMails, { ...composing, sender: mail.sender, kept }),
    noteBounce: bind(noteBounce, { store, clock, pepper, readReport: mailForms.readReport }),
  };
}

/** What other use cases ask of mails. */
export interface MailHooks {
  /** Whether mails are sent, or kept to be read on this machine. */
  readonly sends: boolean;
  readonly tellErased: TellErased;
  /** Sees to it that the recipients of an issuer can get mails; a refusal where they cannot. */
  wantsMail(issuerId: string): Promise<Refused | null>;
}

export function mailHooks({ store, recipients, sealer, mail, clock, random }: Omit<BadgeMailFoundation, 'mailForms'>): MailHooks {
  const { sends } = sendingOf(mail);
  const setting = { store, clock, random, sends };
  // One question for each issuer, since each badge asks it.
  const known = new Set<string>();
  return {
    sends,
    tellErased: bind(tellErased, { recipients, sealer, clock, random }),
    async wantsMail(issuerId) {
      if (known.has(issuerId)) return null;
      const refusal = await wantMail(setting, issuerId);
      if (known.size >= REMEMBERED) known.clear();
      if (refusal === null) known.add(issuerId);
      return refusal;
    },
  };
}

const REMEMBERED = 10_000;

function sendingOf(mail: MailDelivery): { readonly sends: boolean; readonly kept: boolean } {
  const kept = mail.sender === null && mail.kept;
  return { sends: mail.sender !== null || kept, kept };
}
