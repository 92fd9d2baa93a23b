/** A number as `%.*e` of the C language prints it: an exponent of two digits at least. */
export function cNumber(value: number, digits: number): string {
  return value.toExponential(digits).replace(/e([+-])(\d)$/, 'e$10$2');
}
