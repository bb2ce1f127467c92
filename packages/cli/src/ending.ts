/** What a command ended with; `main` makes it the exit code of the process. */
export interface Ending {
  code: number;
}
