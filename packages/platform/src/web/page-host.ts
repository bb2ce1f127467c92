import { isUrl } from '@proofmark/primitives';
/** The host whose page this is; of a page on a disk, the host of its `home`. Empty where there is none. */
export function pageHost(home = ''): string {
  const page = globalThis.location as Location | undefined;
  return (page?.protocol === 'file:' && isUrl(home) ? new URL(home) : page)?.hostname ?? '';
}
