import { createInterface } from 'node:readline/promises';
import { shownText } from '@proofmark/messages';

/** What the commands write to; a test passes its own. Colour only on a terminal, and never where NO_COLOR is set. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  readonly colour: boolean;
  /** Shows a line for as long as something takes, and takes it away again for the empty text. Only where someone watches. */
  readonly passing?: (text: string) => void;
  /** Asks whoever sits at the terminal, and answers the line. Only where somebody does. */
  readonly ask?: (question: string) => Promise<string>;
  /** Has something said when the person ends the command by Ctrl-C; answers how to take that back. */
  readonly onInterrupt?: (last: () => string) => () => void;
}

/** What a process ends with when it is interrupted (128 + SIGINT). */
const INTERRUPTED = 130;

/** The terminal of this process. */
export function processTerminal(): Terminal {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    colour: Boolean(process.stdout.isTTY) && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
    ...(process.stderr.isTTY && process.stdin.isTTY && { ask }),
    // A line that is longer than the terminal is wide cannot be written over.
    ...(process.stderr.isTTY && {
      passing: (text: string) => void process.stderr.write(`\r\u001b[K${text.slice(0, (process.stderr.columns || 80) - 1)}`),
    }),
    onInterrupt(last) {
      const end = (): void => {
        process.stderr.write(`\n${last()}`);
        process.exit(INTERRUPTED);
      };
      process.once('SIGINT', end);
      return () => void process.off('SIGINT', end);
    },
  };
}

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}

const CODES = { red: 31, green: 32, yellow: 33, bold: 1, dim: 2 } as const;

/** Paints text with an ANSI colour where the terminal shows colour; elsewhere answers it as it is. */
export function paint(terminal: Terminal, colour: keyof typeof CODES, text: string): string {
  return terminal.colour ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text;
}

/**
 * Makes text of a badge safe to print (`shownText`); control characters and marks of direction become visible escapes, so that a badge
 * can neither move the cursor nor reorder what the reader sees.
 */
export function plain(text: string, limit = 300): string {
  return shownText(text, limit, (character) => `\\u${character.codePointAt(0)?.toString(16).padStart(4, '0')}`);
}
