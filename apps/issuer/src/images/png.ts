const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const MAX_SIDE = 8192;

/** Whether bytes begin as a PNG of a sensible size does: signature, then an IHDR chunk (PNG 3rd edition, 5.2 and 11.2.1). */
export function isPng(bytes: Uint8Array): boolean {
  if (bytes.byteLength < 45 || !SIGNATURE.every((byte, i) => bytes[i] === byte)) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(8) !== 13 || view.getUint32(12) !== 0x49484452) return false;
  const { width, height } = sizeOfPng(bytes);
  return width > 0 && height > 0 && width <= MAX_SIDE && height <= MAX_SIDE;
}

/** The extent of a PNG, in pixels. */
export function sizeOfPng(png: Uint8Array): { readonly width: number; readonly height: number } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
