import type { MaybePromise } from '@proofmark/schemas';

/** Applies a function to a value or to a promise of one; a plain value is not delayed. */
export function andThen<T, R>(value: MaybePromise<T>, next: (value: T) => MaybePromise<R>): MaybePromise<R> {
  return value instanceof Promise ? value.then(next) : next(value);
}
