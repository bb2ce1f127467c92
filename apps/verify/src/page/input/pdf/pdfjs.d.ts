/** What we use of PDF.js. The package's own declarations need a bundler's way of finding files. */
declare module 'unpdf/pdfjs' {
  export interface PdfPage {
    getTextContent(): Promise<{
      readonly items: readonly ({ readonly str: string; readonly hasEOL: boolean } | { readonly type: string })[];
    }>;
    getAnnotations(): Promise<readonly { readonly url?: string }[]>;
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
    readonly verbosity: number;
  }): { readonly promise: Promise<PdfDocument>; destroy(): Promise<void> };
}
