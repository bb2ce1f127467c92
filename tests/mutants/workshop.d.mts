export type Outcome =
  | { readonly kind: 'passed' | 'hung' }
  | { readonly kind: 'failed'; readonly test: string }
  | { readonly kind: 'broken'; readonly said: string };

export interface Workshop {
  readonly folder: string;
  read(file: string): string;
  write(file: string, text: string): void;
  /** `timeout` in milliseconds. */
  test(files: readonly string[], timeout: number): Promise<Outcome>;
  close(): void;
}

export function openWorkshop(root: string): Workshop;
