interface Surface {
  canvas: OffscreenCanvas;
  readonly context: OffscreenCanvasRenderingContext2D | null;
}

/** How PDF.js gets surfaces to draw on, where there is no document. */
export class CanvasFactory {
  create(width: number, height: number): Surface {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) };
  }

  reset({ canvas }: Surface, width: number, height: number): void {
    Object.assign(canvas, { width, height });
  }

  /** The memory of a surface goes with its size. */
  destroy({ canvas }: Surface): void {
    Object.assign(canvas, { width: 0, height: 0 });
  }
}

/** Filters of PDF.js are elements of a document: a page is drawn without them. */
export class FilterFactory {
  readonly addFilter: () => string = none;
  readonly addHCMFilter: () => string = none;
  readonly addAlphaFilter: () => string = none;
  readonly addLuminosityFilter: () => string = none;
  readonly addHighlightHCMFilter: () => string = none;

  destroy(): void {}
}

function none(): string {
  return 'none';
}
