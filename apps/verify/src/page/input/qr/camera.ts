import { readQr } from './read-qr.js';

/** Why a camera shows nothing. */
export type CameraProblem = 'refused' | 'none' | 'busy';

/** Milliseconds between two looks: often enough for a hand that holds a phone, seldom enough for the machine. */
const PAUSE = 150;

/**
 * Looks through the camera until it sees a QR code, and switches the camera off again. Pictures stay in this page.
 *
 * @param signal - ends the scan; the answer is then null.
 */
export async function scanQr(
  video: HTMLVideoElement,
  signal: AbortSignal,
): Promise<{ readonly text: string } | { readonly problem: CameraProblem } | null> {
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } });
  } catch (error) {
    return { problem: problemOf(error) };
  }
  try {
    video.srcObject = stream;
    await video.play().catch(() => undefined);
    while (!signal.aborted) {
      const text = video.videoWidth === 0 ? null : await readQr(video);
      if (text !== null && !signal.aborted) return { text };
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    return null;
  } finally {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  }
}

function problemOf(error: unknown): CameraProblem {
  const { name } = error as { name?: unknown };
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'none';
}
