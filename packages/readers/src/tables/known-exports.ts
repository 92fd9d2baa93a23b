import { datasetError } from '../cells/dataset-error.ts';

interface KnownExport {
  readonly pattern: RegExp;
  readonly what: string;
  readonly remedy: string;
}

/** Files with the ending `.csv` that are not tables with one heading. */
const knownExports: readonly KnownExport[] = [
  {
    pattern: /^(?:SetupTitle|PrimitiveTest|TestParameter|AnalysisSetup|DataName)\s*,/mu,
    what: 'this is an EasyEXPERT export (B1500, B1505): its table is in the lines DataName and DataValue',
    remedy: 'write format: easyexpert in task.yaml',
  },
  {
    pattern: /^"?[A-Za-z]\w*\(1\)"?\s*[,;\t].*\(2\)/u,
    what: 'this is a Keithley 4200 export with several curves side by side, numbered (1), (2), …',
    remedy: 'write format: keithley4200 in task.yaml',
  },
  {
    pattern: /^"?[A-Za-z]\w*\(1\)"?(?:[,;\t]"?[A-Za-z]\w*\(1\)"?)+[ \t]*\r?(?:\n|$)/u,
    what: 'this is a Keithley 4200 export: (1) behind the names is the number of the curve, not a unit',
    remedy: 'write format: keithley4200 in task.yaml',
  },
  { pattern: /^\s*#\s*[kMG]?Hz\s+[SYZHG]\s+(?:MA|DB|RI)\b/imu, what: 'this is a Touchstone file', remedy: 'write format: touchstone in task.yaml' },
  { pattern: /^BEGIN_HEADER\s*$/mu, what: 'this is an IC-CAP data file', remedy: 'write format: mdm in task.yaml' },
  { pattern: /^\s*<(?:!doctype|html|\?xml)\b/iu, what: 'this is a web page or XML, not a table', remedy: 'fetch the file itself rather than the page that shows it' },
  { pattern: /^version https:\/\/git-lfs/u, what: 'this is a pointer of Git LFS, not the file', remedy: 'run git lfs pull in the repository that it is from' },
];

/** @throws EvospiceError `DATASET_FORMAT` naming the program that wrote the file, where it is known and not a plain table. */
export function refuseKnownExport(content: string, file: string): void {
  for (const { pattern, what, remedy } of knownExports) {
    const match = pattern.exec(content.slice(0, 65_536).replace(/^\uFEFF/u, ''));
    if (match === null) continue;
    const line = content.slice(0, match.index).split('\n').length;
    throw datasetError('DATASET_FORMAT', { file, line }, what, { received: match[0].slice(0, 80), expected: 'a table with one heading: names with units', remedy });
  }
}
