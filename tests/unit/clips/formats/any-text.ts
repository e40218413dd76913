/** Texts of any UTF-16 code units, lone surrogates and controls among them. */
import * as fc from 'fast-check';

export const anyText = (maxLength = 20) =>
  fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength });
