export { renderEvolutionReport } from './html/evolution-page.ts';
export { renderExtractionReport } from './html/extraction-page.ts';
export { renderBenchReport, type BenchReportFacts } from './html/bench-page.ts';
export { renderCostProfile, type AnalysisFacts } from './html/cost-profile-page.ts';
export { renderParameterSpace } from './html/parameter-space-page.ts';
export { evolutionReportModel, type EvolutionReportExtra } from './model/evolution-builder.ts';
export { extractionReportModel, type ExtractionReportInput } from './model/extraction-builder.ts';
export { compareSubjects, type ComparisonInput } from './model/comparison.ts';
export { convergenceModels, convergenceSeries } from './model/convergence.ts';
export { groupFits } from './model/fit-groups.ts';
export type { ComparisonModel, ComparisonPart, ComparisonTask } from './model/comparison-model.ts';
export type { ConvergenceModel, ConvergenceSeries } from './model/convergence-model.ts';
export type {
  ArchiveCell, ArchiveModel, ChampionModel, EvolutionReportModel, Fact, LineageStep, ProgressPoint, RejectionRow, Reproduction, TaskRow,
} from './model/evolution-model.ts';
export type { ErrorRow, ExtractionFailure, ExtractionReportModel, ParameterRow } from './model/extraction-model.ts';
export type { FitCurve, FitGroup, FitTask } from './model/fit-model.ts';
export { engineering, plainNumber } from './format/engineering.ts';
export { decades, percent } from './format/quantities.ts';
export { evospiceCommand } from './format/command.ts';
export { comparisonTable, comparisonText, type TableOptions } from './terminal/comparison-table.ts';
export { TerminalReporter, type TerminalOptions, type TerminalStream } from './reporters/terminal.ts';
export { EVENTS_FILE, JsonlReporter } from './reporters/jsonl.ts';
export { HtmlReporter } from './reporters/html.ts';
export { REPORT_FILE } from './write-report.ts';
export { writeBenchResults, type BenchResults } from './kinds/bench-results.ts';
export { extractKind } from './kinds/extract.ts';
export { reportPlugin } from './plugin.ts';
