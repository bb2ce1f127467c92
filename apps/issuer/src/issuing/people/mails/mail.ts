import type { BadgeMail } from './badge-mail.js';

/** What a mail says, and to whom. It holds a link that signs somebody in, so it is kept sealed, and only until it was sent. */
export interface MailContent {
  readonly kind: MailKind;
  /** The address, canonical. */
  readonly to: string;
  /** BCP 47; English where there are no texts in it. */
  readonly language: string;
  readonly link: string;
  /** Names that the text speaks of, by what they are. */
  readonly names: Readonly<Record<string, string>>;
}

/** `learner-…`: to a learner, who proves by its link that the mail came to them. `assessments`: to an assessor, that badges wait; its link signs nobody in. */
export type MailKind = 'sign-in' | 'invitation' | 'learner-data' | 'learner-address' | 'assessments';

/** What became of an attempt. `answer` is the sentence of the server, without addresses. */
export type MailOutcome = { readonly sent: true; readonly answer?: string | null } | UnsentMail;

export interface UnsentMail {
  readonly sent: false;
  /** The same mail would be refused again. */
  readonly refused: boolean;
  readonly reason: string;
  readonly answer?: string | null;
  /** No server answered, or none that lets us in: any other mail would end the same. */
  readonly unreachable?: boolean;
}

/** Hands a mail to the server that carries it. A mail with one id may come twice, where a process died in between; receivers know it by the id. */
export interface MailSender {
  send(id: string, content: MailContent): Promise<MailOutcome>;
  sendBadgeMail(mail: BadgeMail): Promise<MailOutcome>;
}
