import type { BakingCode } from '@proofmark/credentials';

const SENTENCES: Record<BakingCode, string> = {
  'not-a-png': 'is not a PNG image.',
  'not-an-svg': 'is not an SVG image.',
  truncated: 'is cut off; download it again.',
  'too-large': 'is larger than an image with a badge may be.',
  'bad-crc': 'is damaged: a checksum is wrong. Download it again.',
  'no-badge': 'holds no badge. It may be a screenshot, or a site may have stripped it; ask for the original file.',
  'several-badges': 'holds several badges that differ. Use verify to see what each of them is, and ask for the original file.',
  'not-a-badge-text': 'holds text that is no badge.',
  'malformed-text': 'holds text that cannot be read as Unicode.',
  undecodable: 'holds a badge that cannot be unpacked.',
};

/** One sentence about a file in which nothing could be baked or found. */
export function bakingSentence(file: string, code: BakingCode): string {
  return `${file} ${SENTENCES[code]}`;
}
