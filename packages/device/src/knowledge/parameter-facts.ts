import type { ModelFamily } from './model-family.ts';

export interface ParameterFacts {
  /** What it does physically. */
  readonly role: string;
  /** Extraction stage it belongs to. */
  readonly group: string;
  readonly unit?: string;
}

/** What is known about a model parameter; undefined where nothing is. */
export function parameterFacts(_family: ModelFamily | undefined, _name: string): ParameterFacts | undefined {
  return undefined;
}
