import type { Clock } from '../ports.js';

/** Milliseconds after which no more work of others is looked at for a chunk, so that the chunks of other issuers get their turn. */
const TURN = 3000;

/** The time that a chunk may take for what waits for others. */
export interface Turn {
  /** Lets the time run, unless it does already: so at least the first row is looked at. */
  begin(): void;
  isOver(): boolean;
}

export function newTurn(clock: Clock): Turn {
  let begun: number | null = null;
  return {
    begin() {
      begun ??= clock.now().getTime();
    },
    // A clock may also be set back.
    isOver: () => begun !== null && Math.abs(clock.now().getTime() - begun) >= TURN,
  };
}
