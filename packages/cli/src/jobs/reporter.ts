import type { IssuanceJob } from '@proofmark/schemas/api';
import { plain, type Terminal } from '../terminal.js';
import { bar, progressText, shareOf, sizeText } from './progress-text.js';

/** Tells how far a file and its job got: a bar on a terminal, lines elsewhere, JSON for programs. */
export interface Reporter {
  uploading(sent: number, size: number): void;
  job(job: IssuanceJob): void;
  /** One line for the person. */
  say(text: string): void;
  /** One object for a program; nothing unless they are asked for. */
  record(event: string, value: object): void;
}

/** Milliseconds between two lines where nobody watches. */
const QUIET = 10_000;

export function createReporter(terminal: Terminal, json: boolean): Reporter {
  const { passing } = terminal;
  let [told, saidAt] = ['', Date.now()];
  const say = (text: string): void => {
    passing?.('');
    terminal.err(`${text}\n`);
  };
  const record = (event: string, value: object): void => {
    if (json) terminal.out(`${JSON.stringify({ event, ...value })}\n`);
  };
  return {
    say,
    record,
    uploading: (sent, size) => passing?.(bar(size === 0 ? 1 : sent / size, `of ${sizeText(size)} sent`)),
    job(job) {
      const text = plain(progressText(job));
      passing?.(bar(shareOf(job), text));
      if (text === told) return;
      told = text;
      record('progress', { job });
      if (passing !== undefined || json || Date.now() - saidAt < QUIET) return;
      saidAt = Date.now();
      terminal.err(`${text}\n`);
    },
  };
}
