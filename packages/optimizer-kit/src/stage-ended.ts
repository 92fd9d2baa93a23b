/**
 * Thrown by `Objective.evaluate` when the stage is over: its budget is gone, its cost is low enough, or the signal fired.
 * `runSearch` takes it as a normal end; a search must let it pass.
 */
export class StageEnded extends Error {}
