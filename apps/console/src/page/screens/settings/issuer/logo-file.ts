/** Bytes that a logo may have, and pixels of its longer side. */
const MOST_BYTES = 16 * 1024;
const SIZES = [256, 192, 128, 96, 64];

/**
 * A picture file as the service takes logos: a PNG of at most 16 KiB as a data URI. It is drawn smaller until it fits.
 *
 * @returns null where the file is no picture that this browser can draw, or does not fit at any size
 */
export async function logoOf(file: File): Promise<string | null> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null || bitmap.width === 0) return null;
  const longer = Math.max(bitmap.width, bitmap.height);
  for (const most of SIZES) {
    const scale = Math.min(1, most / longer);
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const uri = canvas.toDataURL('image/png');
    if ((uri.length - uri.indexOf(',') - 1) * 0.75 <= MOST_BYTES) return uri;
  }
  return null;
}
