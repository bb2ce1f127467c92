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

export type MailKind = 'sign-in' | 'invitation';

/** What became of an attempt. `refused`: the same mail would be refused again. */
export type MailOutcome = { readonly sent: true } | { readonly sent: false; readonly refused: boolean; readonly reason: string };

/** Hands a mail to the server that carries it. A mail with one id may come twice, where a process died in between; receivers know it by the id. */
export interface MailSender {
  send(id: string, content: MailContent): Promise<MailOutcome>;
}
