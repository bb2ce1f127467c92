import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createBoundedLimit } from '@proofmark/primitives';
import { DRAWING, MAX_ASPECT, refersOutside } from './rasterise.js';

const PROGRAM = fileURLToPath(new URL('../../drawing/draw-svg.mjs', import.meta.url));
const MAX_PNG = 8 * 1024 * 1024;

/** How long the drawing of one picture may take, in milliseconds. */
const PATIENCE = 4000;
const AT_ONCE = 1;
const WAITING = 8;

/** A picture waited for its turn in vain: it can be asked for again. */
export class NoRoomToDraw extends Error {}

/**
 * Draws somebody else's SVG. A few hundred bytes of nested patterns or filters keep a renderer busy for hours, and nothing in the text
 * tells it beforehand: so it is drawn in a process of its own, one at a time, and ended when it takes too long.
 */
export function drawApart(patience: number = PATIENCE): (svg: string) => Promise<Uint8Array | null> {
  const limit = createBoundedLimit(AT_ONCE, WAITING);
  return async (svg) => {
    if (refersOutside(svg)) return null;
    const drawn = await limit.run(async () => ({ png: await draw(svg, patience) }));
    if (drawn === null) throw new NoRoomToDraw('too many pictures wait to be drawn');
    return drawn.png;
  };
}

/** Null when it cannot be drawn, or not in time. */
function draw(svg: string, patience: number): Promise<Uint8Array | null> {
  const order = JSON.stringify({ maxAspect: MAX_ASPECT, ...DRAWING });
  const options = { encoding: 'buffer', timeout: patience, killSignal: 'SIGKILL', maxBuffer: MAX_PNG, env: {} } as const;
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [PROGRAM, order], options, (error, png) =>
      resolve(error === null ? new Uint8Array(png) : null),
    );
    // A drawing that ends before it has read everything closes its end.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(svg);
  });
}
