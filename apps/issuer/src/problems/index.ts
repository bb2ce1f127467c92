export { PROBLEMS } from './catalogue.js';
export { fieldErrors, pointerOf } from './field-errors.js';
export { problemOf, problemResponse } from './respond.js';
export { wantedAt } from './wanted.js';
