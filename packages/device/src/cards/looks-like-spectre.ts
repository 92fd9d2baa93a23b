export const spectreRemedy = 'the file looks as if it were written for Spectre: say so with --from spectre, or model.dialect: spectre in task.yaml';

/** Whether a text has statements that Spectre has and SPICE has not. */
export function looksLikeSpectre(text: string): boolean {
  return /^[ \t]*(?:simulator[ \t]+lang[ \t]*=[ \t]*spectre|library[ \t]+\w|(?:end)?section[ \t]+\w|inline[ \t]+subckt|model[ \t]+\w+[ \t]+\w+[ \t]*(?:\w+[ \t]*=|\{|$))/imu.test(text);
}
