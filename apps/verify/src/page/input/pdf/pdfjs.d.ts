/** What we use of PDF.js. The package's own declarations need a bundler's way of finding files. */
declare module 'unpdf/pdfjs' {
  export interface PdfViewport {
    readonly width: number;
    readonly height: number;
  }
  export interface PdfDrawing {
    readonly promise: Promise<void>;
    /** Called whenever it has drawn for a while; it goes on when it is told to. */
    onContinue: ((goOn: () => void) => void) | null;
    cancel(): void;
  }
  export interface PdfPage {
    getTextContent(): Promise<{
      readonly items: readonly ({ readonly str: string; readonly hasEOL: boolean } | { readonly type: string })[];
    }>;
    getAnnotations(): Promise<readonly { readonly url?: string }[]>;
    getViewport(options: { readonly scale: number }): PdfViewport;
    render(options: { readonly canvasContext: OffscreenCanvasRenderingContext2D; readonly viewport: PdfViewport }): PdfDrawing;
    cleanup(): void;
  }
  export interface PdfDocument {
    readonly numPages: number;
    getPage(number: number): Promise<PdfPage>;
    getAttachments(): Promise<Readonly<Record<string, { readonly filename?: string; readonly content?: Uint8Array }>> | null>;
  }
  export function getDocument(source: {
    readonly data: Uint8Array;
    readonly isEvalSupported: boolean;
    readonly disableFontFace: boolean;
    readonly enableXfa: boolean;
    readonly useSystemFonts: boolean;
    readonly useWasm: boolean;
    readonly useWorkerFetch: boolean;
    readonly maxImageSize: number;
    readonly verbosity: number;
    readonly CanvasFactory: unknown;
    readonly FilterFactory: unknown;
  }): { readonly promise: Promise<PdfDocument>; destroy(): Promise<void> };
}
