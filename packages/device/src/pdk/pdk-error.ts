import { EvospiceError, type ErrorDetails } from '@evospice/contracts';

/** Where in a library something stands. */
export interface Place {
  readonly file: string;
  /** Line, counted from 1. */
  readonly line: number;
}

/**
 * - `PDK_FILE`: a file cannot be read
 * - `PDK_SECTION`: a section is missing or not closed
 * - `PDK_SYNTAX`: a statement cannot be read
 * - `PDK_RECURSION`: files or parameters that need each other
 * - `PDK_EXPRESSION`: an expression cannot be read, or its value is not finite
 * - `PDK_FUNCTION`: an unknown function, or a wrong number of arguments
 * - `PDK_PARAMETER`: a parameter without a value
 * - `PDK_MODEL`: no such model or subcircuit
 * - `PDK_AMBIGUOUS`: several devices could be meant
 * - `PDK_BIN`: no bin for the geometry
 * - `PDK_ELEMENT`: an element of a subcircuit that cannot be simulated
 * - `PDK_PORTS`: nodes of a subcircuit that are not the terminals of the device
 * - `PDK_OPTION`: an option of the library that is not carried over
 */
export type PdkErrorCode =
  | 'PDK_FILE' | 'PDK_SECTION' | 'PDK_SYNTAX' | 'PDK_RECURSION' | 'PDK_EXPRESSION' | 'PDK_FUNCTION' | 'PDK_PARAMETER' | 'PDK_MODEL' | 'PDK_AMBIGUOUS' | 'PDK_BIN' | 'PDK_ELEMENT' | 'PDK_OPTION' | 'PDK_PORTS';

export function pdkError(code: PdkErrorCode, message: string, place: Place, details: ErrorDetails = {}): EvospiceError {
  return new EvospiceError(code, message, { ...details, file: place.file, line: place.line });
}
