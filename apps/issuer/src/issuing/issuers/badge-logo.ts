import { isPng } from '@proofmark/credentials';
import { decodeBase64 } from '@proofmark/primitives';
import { invalid, type Refused } from '../result.js';

const [MAX_BYTES, MAX_SIDE] = [16 * 1024, 1024];
const SIDES = `is not between 1 and ${MAX_SIDE} pixels wide and high: send a smaller picture`;

/** What is wrong with the logo of a badge design (a data URI); null for a PNG that can be drawn, and for none. @param pointer where it stands */
export function refuseLogo(logo: string | null | undefined, pointer: string): Refused | null {
  if (logo === null || logo === undefined) return null;
  const bytes = decodeBase64(logo.slice(logo.indexOf(',') + 1));
  if (bytes === null) return invalid(pointer, 'not-an-image', 'is not valid base64 (RFC 4648, 4) after `base64,`');
  if (bytes.length > MAX_BYTES) return invalid(pointer, 'too-long', 'is larger than 16 KiB: send a smaller picture');
  if (!isPng(bytes) || bytes.length < 57) return invalid(pointer, 'not-an-image', 'is not a PNG, though it says so: send a PNG');
  // A few kilobytes of PNG can unpack to hundreds of megabytes.
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const fits = [view.getUint32(16), view.getUint32(20)].every((side) => side >= 1 && side <= MAX_SIDE);
  return fits ? null : invalid(pointer, 'not-allowed', SIDES);
}
