/** Tells how far a run is: on a terminal in one line that changes, elsewhere with a line a round. */
export function progress(rounds, seed) {
  const terminal = process.stderr.isTTY === true;
  const begun = performance.now();
  const seconds = () => `${((performance.now() - begun) / 1000).toFixed(0)} s`;
  let round = 0;
  let counts = '';
  const draw = (text) => terminal && process.stderr.write(`\r\x1b[K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`);
  if (!terminal) console.error(`seed ${seed}`);
  return {
    round(number) {
      round = number;
    },
    /** What happens just now. */
    step(text) {
      draw(`seed ${seed}, round ${round} of ${rounds}, ${seconds()}${counts}: ${text}`);
    },
    roundEnded({ acknowledged, lost, doubled, reused }) {
      counts = `, ${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled, ${reused} reused`;
      if (!terminal) console.error(`round ${round} of ${rounds}, ${seconds()}${counts}`);
    },
    end() {
      if (terminal) process.stderr.write('\r\x1b[K');
    },
  };
}
