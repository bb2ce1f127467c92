import { lightColour } from '@proofmark/ui/colours';

/** What a mail says, as texts. */
export interface MailParts {
  readonly subject: string;
  readonly lines: readonly string[];
  /** Null for a mail without one. */
  readonly button: { readonly text: string; readonly link: string } | null;
  readonly after: readonly string[];
}

const TEXT = `font-family:Helvetica,Arial,sans-serif;font-size:16px;line-height:24px;color:${lightColour('ink')};`;
const SMALL = `line-height:20px;color:${lightColour('soft')};`;

/** A mail in HTML: a table and styles in place, in pixels, since mail programs read neither style sheets nor custom properties. */
export function mailHtml(lang: string, { subject, lines, button, after }: MailParts): string {
  const paragraph = (text: string, more = ''): string => `<p style="margin:0 0 16px;${TEXT}${more}">${escaped(text)}</p>`;
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:0;background:${lightColour('page')}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="560" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;background:${lightColour('card')}"><tr><td style="padding:32px">
${lines.map((line) => paragraph(line)).join('\n')}
${button === null ? '' : buttonHtml(button)}
${after.map((line) => paragraph(line, `font-size:14px;${SMALL}`)).join('\n')}
</td></tr></table></td></tr></table></body></html>
`;
}

/** The button, and its address for those whose program shows none. */
function buttonHtml({ text, link }: NonNullable<MailParts['button']>): string {
  const label = `<a href="${escaped(link)}" style="${TEXT}color:${lightColour('on-link')};text-decoration:none;font-weight:bold">${escaped(text)}</a>`;
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="${lightColour('link')}" style="padding:12px 24px;border-radius:6px">${label}</td></tr></table>
<p style="margin:16px 0;${TEXT}font-size:13px;${SMALL}word-break:break-all">${escaped(link)}</p>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);
}
