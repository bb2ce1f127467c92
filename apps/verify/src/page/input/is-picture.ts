/** Whether bytes begin like a picture of a kind that browsers draw. */
export function isPicture(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  return (
    head.startsWith('\x89PNG') ||
    head.startsWith('\xff\xd8\xff') ||
    head.startsWith('GIF8') ||
    head.slice(8) === 'WEBP' ||
    /^ftyp(?:avif|heic|mif1)/.test(head.slice(4))
  );
}
