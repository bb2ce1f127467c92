import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Does something when nothing was typed for a moment. What waits is dropped with the screen. */
export class Later implements ReactiveController {
  readonly #pause: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param pause milliseconds */
  constructor(host: ReactiveControllerHost, pause: number) {
    this.#pause = pause;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Does it after the pause, instead of what waited. */
  run(act: () => void): void {
    this.stop();
    this.#timer = setTimeout(act, this.#pause);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
