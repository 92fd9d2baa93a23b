import { EvospiceError, type Reporter, type RunReporter, type RunDescription } from '@evospice/contracts';
import { FORMAT, type RunKind } from '@evospice/runs';

/**
 * Writes the report of a run into its folder when the run ends, from what the run has stored: so it is whole also when the run was taken
 * up again, and the same that `evospice report` writes. A run that has nothing to report yet gets no file.
 */
export class HtmlReporter implements Reporter {
  readonly name = 'html';
  readonly #kindNamed: (name: string) => RunKind;

  /** @param kindNamed finds the kind of a run */
  constructor(kindNamed: (name: string) => RunKind) {
    this.#kindNamed = kindNamed;
  }

  async open({ kind: name, location, log }: RunDescription): Promise<RunReporter> {
    const kind = this.#kindNamed(name);
    let written: Promise<readonly string[]> | undefined;
    const write = async (): Promise<readonly string[]> => {
      try {
        const { report, files = {} } = await kind.report({ folder: location, kind: name, format: FORMAT, log });
        return [report, ...Object.values(files).flat()];
      } catch (error) {
        if (EvospiceError.is(error, 'USAGE_REPORT')) return [];
        throw error;
      }
    };
    return { event: () => undefined, close: () => (written ??= write()) };
  }
}
