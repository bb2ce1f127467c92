/** One thing on the page of a test's PDF, or attached to it. */
export type PdfPart =
  | { readonly text: string }
  | { readonly link: string }
  | { readonly attachment: { readonly name: string; readonly content: string } }
  /** A QR code, dark where true, as squares or as a picture. */
  | { readonly code: readonly (readonly boolean[])[]; readonly as: 'squares' | 'picture' }
  /** What a page draws, in the operators of PDF. */
  | { readonly drawn: string };

/** How a test's PDF differs from an ordinary sheet. */
export interface PdfMake {
  /** How many pages it has; the parts stand on the last of them, the others are empty. */
  readonly pages?: number;
  /** The edges of each page, in points. */
  readonly size?: readonly [width: number, height: number];
  /** A password is asked for. */
  readonly locked?: boolean;
}

/** A small PDF of one page, written by hand (ISO 32000-1, 7.5): lines of text, links, codes, attachments. Texts are ASCII. */
export const pdf = (...parts: readonly PdfPart[]): Uint8Array<ArrayBuffer> => pdfMade({}, parts);

/** A PDF of another make. */
export function pdfMade({ pages = 1, size = [595, 842], locked = false }: PdfMake, parts: readonly PdfPart[]): Uint8Array<ArrayBuffer> {
  const objects: string[] = [];
  const add = (object: string): string => `${objects.push(object)} 0 R`;
  const [catalog, tree, font] = [add(''), add(''), add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')];
  const pictures: string[] = [];
  const drawn = parts.flatMap((part) => {
    if ('drawn' in part) return [part.drawn];
    if (!('code' in part)) return [];
    if (part.as === 'squares') return [squares(part.code)];
    pictures.push(add(picture(part.code)));
    return [`q 200 0 0 200 180 300 cm /I${pictures.length} Do Q`];
  });
  const lines = parts.flatMap((part) => ('text' in part ? [`(${escaped(part.text)}) Tj T*`] : []));
  const content = add(stream(`BT /F1 11 Tf 14 TL 40 800 Td ${lines.join(' ')} ET ${drawn.join(' ')}`));
  const links = parts.flatMap((part) =>
    'link' in part ? [add(`<< /Type /Annot /Subtype /Link /Rect [40 700 300 714] /A << /S /URI /URI (${escaped(part.link)}) >> >>`)] : [],
  );
  const attached = parts.flatMap((part) => {
    if (!('attachment' in part)) return [];
    const { name, content: inside } = part.attachment;
    const file = add(stream(inside, '/Type /EmbeddedFile'));
    return [`(${escaped(name)}) ${add(`<< /Type /Filespec /F (${escaped(name)}) /EF << /F ${file} >> >>`)}`];
  });
  const images = pictures.map((object, index) => `/I${index + 1} ${object}`).join(' ');
  const sheet = `/Type /Page /Parent ${tree} /MediaBox [0 0 ${size.join(' ')}]`;
  const kids = Array.from({ length: pages }, (_, index) =>
    add(
      index < pages - 1
        ? `<< ${sheet} >>`
        : `<< ${sheet} /Contents ${content} /Annots [${links.join(' ')}] /Resources << /Font << /F1 ${font} >> /XObject << ${images} >> >> >>`,
    ),
  );
  objects[0] = `<< /Type /Catalog /Pages ${tree} /Names << /EmbeddedFiles << /Names [${attached.join(' ')}] >> >> >>`;
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages} >>`;
  return written(objects, catalog, locked);
}

function written(objects: readonly string[], catalog: string, locked: boolean): Uint8Array<ArrayBuffer> {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const xref = text.length;
  const hex = (digit: string): string => `<${digit.repeat(64)}>`;
  const lock = locked
    ? ` /ID [${hex('1')} ${hex('1')}] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${hex('2')} /U ${hex('3')} >>`
    : '';
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${objects.length + 1} /Root ${catalog}${lock} >>\nstartxref\n${xref}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}

/** Each dark module as a square of four points. */
const squares = (code: readonly (readonly boolean[])[]): string =>
  `${code.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`${180 + x * 4} ${500 - y * 4} 4 4 re`] : []))).join(' ')} f`;

/** A gray picture of a code, a pixel for each module. */
const picture = (code: readonly (readonly boolean[])[]): string =>
  stream(
    `${code.map((row) => row.map((dark) => (dark ? '00' : 'ff')).join('')).join('\n')}>`,
    `/Type /XObject /Subtype /Image /Width ${code[0]?.length ?? 0} /Height ${code.length} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode`,
  );

const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&');

const stream = (content: string, entries = ''): string => `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
