import { InvalidArgumentError } from 'commander';

/** A count from 1 on, as an option of a command gives it. */
export function countOf(value: string): number {
  if (!/^[1-9]\d{0,6}$/.test(value)) throw new InvalidArgumentError('It is a whole number from 1 on, such as 50.');
  return Number(value);
}
