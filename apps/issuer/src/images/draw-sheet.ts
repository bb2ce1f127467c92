import { lightColour } from '@proofmark/ui/colours';
import PDFDocument from 'pdfkit';
import { type Pdf, type Pen, penOf } from './pen.js';

/** What the sheet of a badge says. The texts are foreign, but for those of the language of the page. */
interface Sheet {
  readonly lang: string;
  /** The name of the document. */
  readonly name: string;
  readonly person: string | null;
  readonly earned: string;
  readonly title: string;
  /** In the place of a title that cannot be written. */
  readonly untitled: string;
  /** The host, with the name that the issuer gives itself; and alone, where that cannot be written. */
  readonly place: string;
  readonly host: string;
  readonly dates: readonly string[];
  /** What the badge is now, where it does not count; else empty. */
  readonly state: string;
  readonly work: {
    readonly heading: string;
    readonly pieces: readonly { readonly title: string; readonly where: string; readonly link: string | null }[];
  };
  readonly skills: { readonly heading: string; readonly names: readonly string[] };
  readonly scan: string;
  readonly inside: string;
  readonly address: string;
  /** Where it stands who is responsible, as the issuer says. */
  readonly legal: readonly { readonly text: string; readonly href: string }[];
  /** PNG. */
  readonly picture: Uint8Array;
  readonly qr: { readonly path: string; readonly size: number; readonly label: string };
  readonly issuedAt: Date;
  readonly attached: { readonly name: string; readonly bytes: Uint8Array; readonly type: string; readonly label: string };
}

// A4, in points.
const [WIDTH, HEIGHT, EDGE] = [595.28, 841.89, 56];
const ROOM = WIDTH - 2 * EDGE;
const [INK, SOFT, ACCENT, LINE, OLD] = [
  lightColour('ink'),
  lightColour('soft'),
  lightColour('link'),
  lightColour('line'),
  lightColour('old'),
];

/** One sheet of paper about a badge (PDF/A-3b, ISO 19005-3), the signed badge attached to it. */
export async function drawSheet(sheet: Sheet): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-3b',
    tagged: true,
    lang: sheet.lang,
    displayTitle: true,
    info: { Title: sheet.name, CreationDate: sheet.issuedAt, ModDate: sheet.issuedAt, Creator: 'Proofmark', Producer: 'Proofmark' },
  });
  const bytes = collected(pdf);
  const pen = await penOf(pdf, foreignTexts(sheet));
  pdf.rect(0, 0, WIDTH, 10).fill(sheet.state === '' ? ACCENT : OLD);
  const top = head(pdf, pen, sheet);
  const foot = HEIGHT - EDGE - 120;
  body(pdf, pen, sheet, top + 28, foot - 16);
  bottom(pdf, pen, sheet, foot);
  attach(pdf, sheet);
  pdf.end();
  return bytes;
}

function foreignTexts({ person, title, place, work, skills, legal }: Sheet): readonly string[] {
  const links = legal.map(({ text }) => text);
  return [person ?? '', title, place, ...work.pieces.flatMap(({ title: name, where }) => [name, where]), ...skills.names, ...links];
}

function head(pdf: Pdf, pen: Pen, { picture, qr: _, person, earned, title, untitled, place, host, dates, state }: Sheet): number {
  pdf.addStructure(
    pdf.struct('Figure', { alt: title }, () => {
      pdf.image(Buffer.from(picture), EDGE, 52, { fit: [150, 150] });
    }),
  );
  const [x, width] = [EDGE + 176, ROOM - 176];
  let y = 58;
  if (state !== '') y = pen.write(state, x, y, { weight: 'bold', colour: OLD, width, maxLines: 2, sizes: [13] }) + 8;
  const name = person === null ? null : pen.readable(person);
  if (name !== null) {
    y = pen.write(name, x, y, { weight: 'bold', colour: INK, width, maxLines: 2, sizes: [28, 24, 20, 17] }) + 4;
    y = pen.write(earned, x, y, { weight: 'regular', colour: SOFT, width, maxLines: 1, sizes: [13, 12] }) + 4;
  }
  y =
    pen.write(pen.readable(title) ?? untitled, x, y, {
      weight: 'bold',
      colour: INK,
      width,
      maxLines: 3,
      sizes: [26, 22, 19, 16],
      role: 'H1',
    }) + 10;
  y = pen.write(pen.readable(place) ?? host, x, y, { weight: 'bold', colour: ACCENT, width, maxLines: 2, sizes: [13, 12, 11] }) + 2;
  for (const date of dates) y = pen.write(date, x, y, { weight: 'regular', colour: SOFT, width, maxLines: 1, sizes: [11] });
  return Math.max(y, 212);
}

/** The work and the skills, as many of them as have room. */
function body(pdf: Pdf, pen: Pen, { work, skills }: Sheet, top: number, bottomEdge: number): void {
  let y = top;
  const heading = (text: string): void => {
    pdf.rect(EDGE, y, ROOM, 0.75).fill(LINE);
    y = pen.write(text, EDGE, y + 12, { weight: 'bold', colour: INK, width: ROOM, maxLines: 1, sizes: [14], role: 'H2' }) + 6;
  };
  if (work.pieces.length > 0) {
    heading(work.heading);
    for (const { title, where, link } of work.pieces) {
      if (y > bottomEdge - 90) break;
      const linked = link === null ? {} : { link };
      y = pen.write(title, EDGE, y, { weight: 'bold', colour: ACCENT, width: ROOM, maxLines: 2, sizes: [12, 11], ...linked });
      y = pen.write(where, EDGE, y, { weight: 'regular', colour: SOFT, width: ROOM, maxLines: 2, sizes: [10] }) + 8;
    }
    y += 8;
  }
  if (skills.names.length > 0 && y < bottomEdge - 60) {
    heading(skills.heading);
    const lines = Math.max(1, Math.min(8, Math.floor((bottomEdge - y) / 14)));
    const names = skills.names.filter((name) => pen.readable(name) !== null);
    pen.write(names.join(' · '), EDGE, y, { weight: 'regular', colour: INK, width: ROOM, maxLines: lines, sizes: [11] });
  }
}

/** The way back: a code to scan, the address, and that the badge is inside. */
function bottom(pdf: Pdf, pen: Pen, { qr, scan, inside, address, legal }: Sheet, y: number): void {
  pdf.rect(EDGE, y, ROOM, 0.75).fill(LINE);
  const side = 104;
  pdf.addStructure(
    pdf.struct('Figure', { alt: qr.label }, () => {
      pdf.save();
      pdf.translate(EDGE - 8, y + 12).scale(side / qr.size);
      pdf.path(qr.path).fill(lightColour('print'));
      pdf.restore();
    }),
  );
  const [x, width] = [EDGE + side + 12, ROOM - side - 12];
  const end = pen.write(scan, x, y + 24, { weight: 'bold', colour: INK, width, maxLines: 4, sizes: [11, 10, 9], link: address });
  let below = pen.write(inside, x, end + 8, { weight: 'regular', colour: SOFT, width, maxLines: 3, sizes: [10, 9] }) + 6;
  for (const { text, href } of legal)
    below = pen.write(pen.readable(text) ?? href, x, below, {
      weight: 'regular',
      colour: SOFT,
      width,
      maxLines: 1,
      sizes: [9],
      link: href,
    });
}

function attach(pdf: Pdf, { attached, issuedAt }: Sheet): void {
  const options = {
    name: attached.name,
    type: attached.type,
    description: attached.label,
    creationDate: issuedAt,
    modifiedDate: issuedAt,
    // The file is what the sheet was made from.
    relationship: 'Source',
  };
  pdf.file(Buffer.from(attached.bytes), options);
}

function collected(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', reject);
  });
}
