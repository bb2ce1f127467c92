import type { MaybePromise } from '@proofmark/schemas';

/** Goes on with a value that is there now or soon, without making the first kind wait. */
export function andThen<T, R>(value: MaybePromise<T>, next: (value: T) => MaybePromise<R>): MaybePromise<R> {
  return value instanceof Promise ? value.then(next) : next(value);
}
