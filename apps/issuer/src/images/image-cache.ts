/** A bounded memory of rendered pictures. A picture that is being made is made once, however many ask for it. */
export interface ImageCache {
  get(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array>;
}

/** Keeps the most recently used pictures, at most `maxBytes` of them. A failure is not kept. */
export function imageCache(maxBytes: number): ImageCache {
  const kept = new Map<string, Uint8Array>();
  const underway = new Map<string, Promise<Uint8Array>>();
  let size = 0;

  function keep(key: string, image: Uint8Array): void {
    if (image.byteLength > maxBytes) return;
    kept.set(key, image);
    size += image.byteLength;
    for (const [oldest, bytes] of kept) {
      if (size <= maxBytes) break;
      kept.delete(oldest);
      size -= bytes.byteLength;
    }
  }

  return {
    async get(key, make) {
      const found = kept.get(key);
      if (found !== undefined) {
        kept.delete(key);
        kept.set(key, found);
        return found;
      }
      const pending = underway.get(key);
      if (pending !== undefined) return pending;
      const making = make()
        .then((image) => {
          keep(key, image);
          return image;
        })
        .finally(() => underway.delete(key));
      underway.set(key, making);
      return making;
    },
  };
}
