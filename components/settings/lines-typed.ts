/** What was typed one a line; empty lines and white space around a line say nothing. */
export const linesTyped = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
