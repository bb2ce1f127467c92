/** Something that the operator has to put right. The message is a sentence or two with the remedy, and is all that is printed. */
export abstract class OperatorError<Code extends string = string> extends Error {
  readonly code: Code;

  constructor(code: Code, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
