import { type Bakeable, bakePng, bakeSvg } from '@proofmark/credentials';

/** A picture of one pixel. */
export const PIXEL: Uint8Array = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
);

export const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><title>Badge</title><circle cx="4" cy="4" r="3"/></svg>\n';

const bakeable = (badge: object | string): Bakeable =>
  typeof badge === 'string' ? { kind: 'jwt', text: badge } : { kind: 'json', text: JSON.stringify(badge) };

/** The picture with a badge in it: a token, or JSON with a proof. */
export function png(badge: object | string): Uint8Array {
  const baked = bakePng(PIXEL, bakeable(badge));
  if (!baked.ok) throw new Error(`a vector cannot be baked: ${baked.code}`);
  return baked.png;
}

export function svg(badge: object | string): string {
  const baked = bakeSvg(DRAWING, bakeable(badge));
  if (!baked.ok) throw new Error(`a vector cannot be baked: ${baked.code}`);
  return baked.svg;
}
