/** One thing on the page of a test's PDF, or attached to it. */
export type PdfPart =
  | { readonly text: string }
  | { readonly link: string }
  | { readonly attachment: { readonly name: string; readonly content: string } };

/** A small PDF of one page, written by hand (ISO 32000-1, 7.5): lines of text, links, attachments. Texts are ASCII. */
export function pdf(...parts: readonly PdfPart[]): Uint8Array<ArrayBuffer> {
  const lines = parts.flatMap((part) => ('text' in part ? [part.text] : []));
  const links = parts.flatMap((part) => ('link' in part ? [part.link] : []));
  const attached = parts.flatMap((part) => ('attachment' in part ? [part.attachment] : []));
  const drawn = `BT /F1 11 Tf 14 TL 40 800 Td ${lines.map((line) => `(${escaped(line)}) Tj T*`).join(' ')} ET`;
  const first = 5;
  const names = attached.map(({ name }, index) => `(${escaped(name)}) ${first + links.length + 2 * index + 1} 0 R`);
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [${names.join(' ')}] >> >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [${links.map((_, index) => `${first + index} 0 R`).join(' ')}]
 /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>`,
    stream(drawn),
    ...links.map((link) => `<< /Type /Annot /Subtype /Link /Rect [40 700 300 714] /A << /S /URI /URI (${escaped(link)}) >> >>`),
    ...attached.flatMap(({ name, content }, index) => [
      stream(content, '/Type /EmbeddedFile'),
      `<< /Type /Filespec /F (${escaped(name)}) /EF << /F ${first + links.length + 2 * index} 0 R >> >>`,
    ]),
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const xref = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}

const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&');

const stream = (content: string, entries = ''): string => `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
