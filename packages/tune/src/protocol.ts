/** How figures show magnitudes: each as suits what was measured, or all alike. */
export type ScaleChoice = 'auto' | 'linear' | 'log';

/** Where a parameter is to go: a place along its scale from 0 (lower bound) to 1 (upper), or a number as it was typed. */
export type Change = { readonly place: number } | { readonly text: string };

/** What of a parameter stays the same. */
export interface ParameterFacts {
  readonly name: string;
  /** What it does, in words. */
  readonly role: string;
  readonly group: string;
  readonly unit: string;
  readonly lower: string;
  readonly upper: string;
  readonly start: string;
  /** Place of the start along the parameter's own scale, in [0, 1]. */
  readonly startPlace: number;
  readonly scale: 'linear' | 'log';
}

export interface CurveFacts {
  readonly id: string;
  readonly label: string;
  readonly split: 'train' | 'validate' | 'extra';
  /** CSS colour. */
  readonly colour: string;
}

export interface FigureFacts {
  readonly title: string;
  readonly subtitle: string;
  /** Picture with what was measured and the lines of the start card, in which the lines of now are put. */
  readonly svg: string;
  readonly notes: readonly string[];
  readonly curves: readonly CurveFacts[];
}

/** What the page shows once. */
export interface PageFacts {
  readonly task: { readonly id: string; readonly title: string; readonly family: string };
  readonly simulator: { readonly name: string; readonly why: string };
  readonly parameters: readonly ParameterFacts[];
  readonly optimizers: readonly { readonly name: string; readonly summary: string }[];
  /** What a fit is made with unless something else is chosen. */
  readonly optimizer: string;
  readonly budget: number;
  readonly dialects: readonly string[];
  /** That of the task's card. */
  readonly dialect: string;
  readonly file: string;
  /** Folder where cards go. */
  readonly folder: string;
  readonly rules: readonly string[];
}

/** Errors as they are shown; a dash where there is none. */
export interface Errors {
  /** Per cent. */
  readonly relative: string;
  /** Decades. */
  readonly log: string;
}

/** Errors of all curves of one split. */
export interface Total extends Errors {
  readonly start: Errors;
  /** Relative error now as a part of that of the start; null where one of them is unknown. */
  readonly ratio: number | null;
}

/** A fit that runs, or how the last one ended. */
export interface FitFacts {
  readonly running: boolean;
  readonly optimizer: string;
  readonly budget: number;
  readonly spent: number;
  /** Errors of the chosen curves at its start and at its best until now. */
  readonly start: string;
  readonly best: string;
  /** `completed`, `budget`, `failed` or `interrupted`; null while it runs. */
  readonly end: string | null;
  readonly message: string | null;
}

/** What follows the values. */
export interface Picture {
  /** Of which change of the session this is the picture. */
  readonly revision: number;
  readonly values: readonly { readonly text: string; readonly place: number }[];
  readonly train: Total;
  readonly validate: Total;
  /** By curve. */
  readonly curves: Readonly<Record<string, Errors>>;
  /** Figure by figure, curve by curve: SVG paths, empty where there is nothing to draw. */
  readonly lines: readonly (readonly string[])[];
  readonly failure: string | null;
  /** Time of the simulation. */
  readonly milliseconds: number;
  /** What can be taken back, and done again. */
  readonly undo: string | null;
  readonly redo: string | null;
}

/** What is sent whenever something has changed, so that a page can ask for the picture. */
export interface Notice {
  readonly revision: number;
  readonly fit: FitFacts | null;
}

export interface FindingFacts {
  readonly severity: 'note' | 'warning' | 'violation';
  readonly about: string;
  readonly message: string;
  readonly rule: string;
  readonly source: string;
}

export interface Saved {
  readonly files: readonly string[];
  readonly warnings: readonly string[];
}

export interface Refusal {
  readonly error: { readonly code: string; readonly message: string; readonly expected?: string; readonly remedy?: string };
}
