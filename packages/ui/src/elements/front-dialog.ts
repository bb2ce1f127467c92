/** The modal dialogs that are open, the last one in front. */
const open: HTMLElement[] = [];
const listeners = new Set<() => void>();

/** The modal dialog in front, if any: all that is outside of it can be neither used nor heard. */
export const frontDialog = (): HTMLElement | null => open.at(-1) ?? null;

/** Says that a modal dialog opened or ended. */
export function setInFront(dialog: HTMLElement, isOpen: boolean): void {
  const at = open.indexOf(dialog);
  if (at >= 0) open.splice(at, 1);
  if (isOpen) open.push(dialog);
  // A listener that moves an element takes its place in this set anew.
  for (const listener of [...listeners]) listener();
}

/** Tells when another dialog comes to the front, or none is there any more; returns what ends that. */
export function onFrontDialog(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
