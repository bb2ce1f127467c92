/** What one stream of a PDF may unpack into, in bytes, and what one picture may take. */
const MAX_BUFFER = 200_000_000;

let isExceeded = false;

/** Whether something wanted a larger buffer since the worker began. */
export const wantedTooMuch = (): boolean => isExceeded;

// PDF.js unpacks a stream into a buffer that grows until the memory of the machine is used up, and has no bound for it. This worker is its own: here no
// buffer is larger than a PDF that somebody prints needs.
globalThis.Uint8Array = new Proxy(globalThis.Uint8Array, {
  construct(target, args: readonly unknown[], newTarget) {
    if (Number(args[0]) > MAX_BUFFER) {
      isExceeded = true;
      throw new RangeError('a part of the PDF unpacks into too much');
    }
    return Reflect.construct(target, args, newTarget) as Uint8Array;
  },
});
