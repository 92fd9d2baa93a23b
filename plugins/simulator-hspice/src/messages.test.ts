import { describe, expect, it } from 'vitest';
import { hspiceAdapter } from './hspice-adapter.ts';

const { messages, versionProbe } = hspiceAdapter({ output: 'binary', candidatesARun: 10 });

// Lines as logs and manuals quoted in public have them; no run of our own is behind them yet.
describe('what HSPICE says', () => {
  it.each(['lic: Cannot find license file.', 'lic: Unable to checkout (hspice)'])('%s: no licence', (line) => { expect(line).toMatch(messages.noLicence as RegExp); });
  it('ends with code 2 without a licence', () => { expect(messages.licenceExitCodes).toEqual([2]); });
  it.each(['>info:         ***** hspice job concluded', '          ***** job concluded'])('%s: done', (line) => { expect(line).toMatch(messages.completed as RegExp); });
  it.each(['>error          ***** hspice job aborted', '          ***** job aborted', ' **error** (test.sp:5) definition of model "n" not found'])('%s: not done', (line) => {
    expect(line).not.toMatch(messages.completed as RegExp);
    expect(line).not.toMatch(messages.noLicence as RegExp);
  });
  it('states its version', () => { expect(versionProbe.version.exec('HSPICE Version J-2014.09-SP2 64-BIT')?.[1]).toBe('J-2014.09-SP2'); });
});
