import type { MailKind, MailText } from '@proofmark/schemas/api';

/** A text as it is typed: paragraphs stand apart by an empty line. */
export interface Written {
  readonly subject: string;
  readonly body: string;
  readonly button: string;
}

export function writtenOf({ subject, paragraphs, button }: MailText): Written {
  return { subject, body: paragraphs.join('\n\n'), button: button ?? '' };
}

/** What was typed, as the API takes it. Only a mail about an erasure has no button. */
export function asText(kind: MailKind, { subject, body, button }: Written): MailText {
  const paragraphs = body
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  return { subject: subject.trim(), paragraphs, button: kind === 'erased' ? null : button.trim() };
}
