import { decodeUtf8Lossy } from '@proofmark/primitives';
import { unzipSync } from 'fflate';

/** One file of an archive. */
export interface Unpacked {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Bounds against decompression bombs; a file gets no more room than the size that the archive states. */
const MAX = { files: 1000, file: 20_000_000, all: 200_000_000 };

/** The files of a ZIP, or of an office document, which is one; null when it cannot be unpacked, or holds more than a folder of badges does. */
export function unpack(zip: Uint8Array): readonly Unpacked[] | null {
  let [count, size] = [0, 0];
  try {
    const files = unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        if (name.endsWith('/') || isHidden(name) || originalSize > MAX.file) return false;
        count += 1;
        size += originalSize;
        if (count > MAX.files || size > MAX.all) throw new RangeError('the archive is too large');
        return true;
      },
    });
    return Object.entries(files).map(([name, bytes]) => ({ name, bytes }));
  } catch {
    return null;
  }
}

const isHidden = (name: string): boolean => name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');

/** Text and links of a Word document; null when the archive is none. */
export function wordText(files: readonly Unpacked[]): string | null {
  if (!files.some(({ name }) => name === 'word/document.xml')) return null;
  const parts = files.filter(({ name }) => /^word\/(?:[a-z]+\d*\.xml|_rels\/[a-z]+\d*\.xml\.rels)$/.test(name));
  return parts.map(({ name, bytes }) => plainText(name, decodeUtf8Lossy(bytes))).join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plainText(name: string, xml: string): string {
  const links = [...xml.matchAll(/\bTarget="(https?:[^"]*)"/g)].map(([, target]) => target).join('\n');
  const text = name.endsWith('.rels') ? links : xml.replace(/<\/w:p>/g, '\n').replace(/<[^<>]*>/g, '');
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => ENTITIES[entity] ?? '');
}
