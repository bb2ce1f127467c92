/** What browsers that can read codes themselves offer; most cannot. */
interface Detector {
  detect(image: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]>;
}
declare const BarcodeDetector: (new (options: { formats: readonly string[] }) => Detector) | undefined;

/** What a code can be looked for in. */
export type Picture = ImageBitmap | OffscreenCanvas | HTMLVideoElement;

/** Edges, in pixels, at which a picture is looked at: codes in photos are large, codes on pages of text are small. */
const EDGES = [1000, 2200, 500];

/** The text of the first QR code in a picture, or null. The browser's own reader is asked first; `decoder` brings ours, which is loaded only without an answer. */
export async function findCode(image: Picture, decoder: () => Promise<(image: ImageData) => string | null>): Promise<string | null> {
  const found = await detected(image);
  if (found !== null) return found;
  const decode = await decoder();
  for (const pixels of pictures(image)) {
    const text = decode(pixels);
    if (text !== null) return text;
  }
  return null;
}

async function detected(image: ImageBitmapSource): Promise<string | null> {
  if (typeof BarcodeDetector === 'undefined') return null;
  try {
    const codes = await new BarcodeDetector({ formats: ['qr_code'] }).detect(image);
    return codes[0]?.rawValue || null;
  } catch {
    return null;
  }
}

function* pictures(image: Picture): Generator<ImageData> {
  const [width, height] = 'videoWidth' in image ? [image.videoWidth, image.videoHeight] : [image.width, image.height];
  const seen = new Set<number>();
  for (const edge of 'videoWidth' in image ? EDGES.slice(0, 1) : EDGES) {
    const scale = Math.min(1, edge / Math.max(width, height, 1));
    if (width * height === 0 || seen.has(scale)) continue;
    seen.add(scale);
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) return;
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    yield context.getImageData(0, 0, canvas.width, canvas.height);
  }
}
