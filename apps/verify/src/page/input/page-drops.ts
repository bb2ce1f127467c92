/** What a page is told of things that are dragged over it. */
export interface PageDrops {
  readonly onDragged: (over: boolean) => void;
  readonly onDrop: (transfer: DataTransfer) => void;
}

/**
 * Takes what is dropped anywhere on the page: a browser would open it in place of the page.
 *
 * @param until ends it
 */
export function watchDrops({ onDragged, onDrop }: PageDrops, until: AbortSignal): void {
  const listen = (type: string, over: boolean): void =>
    window.addEventListener(
      type,
      (event) => {
        event.preventDefault();
        onDragged(over);
        const transfer = type === 'drop' ? (event as DragEvent).dataTransfer : null;
        if (transfer !== null) onDrop(transfer);
      },
      { signal: until },
    );
  listen('dragover', true);
  listen('dragleave', false);
  listen('drop', false);
}
