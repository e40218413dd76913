/**
 * Packed numbers: sequences of small non-negative integers as printable ASCII, the form of the generated tables.
 * A number takes one character below 57, two below 2,058 and three below 55,041.
 */

const FIRST_DIGIT = 40; // '('
const BASE = 87; // up to '~'
const TWO_DIGITS_FROM = 57;
const THREE_DIGITS_FROM = 80;
const SMALLEST_OF_TWO = TWO_DIGITS_FROM;
const SMALLEST_OF_THREE = SMALLEST_OF_TWO + (THREE_DIGITS_FROM - TWO_DIGITS_FROM) * BASE;
const LIMIT = SMALLEST_OF_THREE + (BASE - THREE_DIGITS_FROM) * BASE * BASE;

/** Writes integers of 0 to 55,040. Throws a RangeError on any other number. */
export function packNumbers(numbers: readonly number[]): string {
  const digit = (value: number) => String.fromCharCode(FIRST_DIGIT + value);
  const pack = (number: number): string => {
    if (!Number.isInteger(number) || number < 0 || number >= LIMIT) throw new RangeError(`cannot pack ${number}`);
    if (number < SMALLEST_OF_TWO) return digit(number);
    if (number < SMALLEST_OF_THREE) {
      const rest = number - SMALLEST_OF_TWO;
      return digit(TWO_DIGITS_FROM + Math.floor(rest / BASE)) + digit(rest % BASE);
    }
    const rest = number - SMALLEST_OF_THREE;
    const high = Math.floor(rest / BASE);
    return digit(THREE_DIGITS_FROM + Math.floor(high / BASE)) + digit(high % BASE) + digit(rest % BASE);
  };
  return numbers.map(pack).join('');
}

/** Reads what `packNumbers` wrote. */
export function unpackNumbers(packed: string): Uint16Array {
  const numbers = new Uint16Array(packed.length);
  let count = 0;
  for (let at = 0; at < packed.length; at++) {
    let number = packed.charCodeAt(at) - FIRST_DIGIT;
    if (number >= THREE_DIGITS_FROM) {
      const second = packed.charCodeAt(++at) - FIRST_DIGIT;
      const third = packed.charCodeAt(++at) - FIRST_DIGIT;
      number = SMALLEST_OF_THREE + ((number - THREE_DIGITS_FROM) * BASE + second) * BASE + third;
    } else if (number >= TWO_DIGITS_FROM) {
      number = SMALLEST_OF_TWO + (number - TWO_DIGITS_FROM) * BASE + (packed.charCodeAt(++at) - FIRST_DIGIT);
    }
    numbers[count++] = number;
  }
  return numbers.subarray(0, count);
}

/** Folds signed integers onto the non-negative ones, small magnitudes first: 0, -1, 1, -2, 2 … */
export const foldSign = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);

export const unfoldSign = (value: number): number => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);
