/** What a worst input is: what a verifier is given, and the documents that a stranger serves for it, by address. */
export interface MadeInput {
  readonly input: { readonly text: string } | { readonly bytes: Uint8Array };
  readonly web?: Readonly<Record<string, string | Uint8Array>>;
}

export interface WorstInput {
  readonly name: string;
  readonly kind: string;
  /** `origin`: where the stranger's documents stand; `https://stranger.example` unless given. */
  make(origin?: string): Promise<MadeInput>;
}

export const WORST: readonly WorstInput[];
export const ORIGIN: string;

/** The request to `/vc-api/*` that asks about an input, or null for what only a file, a page or a command takes. */
export function vcApiRequest(made: MadeInput): { readonly path: string; readonly body: string } | null;
