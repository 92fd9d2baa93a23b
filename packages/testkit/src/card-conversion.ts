import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commented, convertCard, generatedFamilies, genericDevices, modelFamilies, NgspiceDialect, provenanceBlock, provenanceIn, type ModelFamily, type ModelFamilyTable } from '@evospice/device';
import { EvospiceError, type CardDialect, type NeutralModel } from '@evospice/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

export interface CardConversionSuite {
  /** Families of the generic cards that the simulator does not have. */
  readonly refused?: readonly ModelFamily[];
}

const file = 'folder/card.file';
const ngspiceVersion = /ngspice-(\S+)/.exec(spawnSync('ngspice', ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1];
const missing = ngspiceVersion === undefined ? ' (skipped: ngspice is not installed)' : '';

/** Cards of real devices; they are not part of this repository. */
const dataFolder = process.env['EVOSPICE_DATA'] ?? join(import.meta.dirname, '../../../../shared/data/devices');
const realCards = existsSync(dataFolder) ? readdirSync(dataFolder).map((task) => join(dataFolder, task, 'card/start.mod')).filter((path) => existsSync(path)) : [];
const noCards = realCards.length === 0 ? ' (skipped: the measured data is not here)' : '';

/**
 * Conformance suite of a `CardDialect` that converts: what goes from ngspice through the dialect and back must be the same model, and in
 * ngspice the same device to 1e-9 relative. Call it at the top level of a test file.
 */
export function testCardConversion(name: string, makeDialect: () => CardDialect, suite: CardConversionSuite = {}): void {
  const refused = new Set<string>(suite.refused ?? []);
  const kept = generatedFamilies.filter((family) => !refused.has(family));

  describe(`conversion by way of ${name}`, () => {
    it.each(kept)('%s: the generic card comes back as the same model', (family) => {
      const { card } = genericDevices[family];
      const there = convertCard(card, { from: new NgspiceDialect(), to: makeDialect(), file });
      const back = convertCard(there.text, { from: makeDialect(), to: new NgspiceDialect(), file });
      const dropped = new Set(there.warnings.filter((warning) => warning.code === 'NO_COUNTERPART').map((warning) => warning.parameter));
      const kept = (model: NeutralModel): NeutralModel => ({ ...model, parameters: new Map([...model.parameters].filter(([parameter]) => !dropped.has(parameter))) });
      expect(said(kept(back.model))).toEqual(said(kept(there.model)));
    });

    it.each(kept)('%s: a card keeps what it says of where it comes from, and is the same model', (family) => {
      const { card } = genericDevices[family];
      const options = { from: new NgspiceDialect(), to: makeDialect(), file };
      const [bare, marked] = [convertCard(card, options), convertCard(commented(provenanceBlock('1.0', ['seed 7'])) + card, options)];
      expect(marked.text.endsWith(bare.text)).toBe(true);
      expect(provenanceIn(marked.text).slice(0, 3)).toEqual(['Extracted by Evospice 1.0', 'seed 7', `converted   from ngspice to ${makeDialect().name}`]);
      const parsed = (text: string) => { const read = makeDialect().parse(text, { file }); return read.names().map((each) => [each, read.text(each)]); };
      expect(parsed(marked.text)).toEqual(parsed(bare.text));
    });

    it.each(kept)('%s: writes lower case, plain exponents and the temperature', (family) => {
      const { text } = convertCard(genericDevices[family].card, { from: new NgspiceDialect(), to: makeDialect(), file });
      const card = makeDialect().parse(text, { file });
      for (const parameter of card.names()) expect(card.text(parameter), parameter).toMatch(/^(?:[-+]?[\d.]+(?:e[-+]?\d+)?|[a-z]+)$/);
      expect(card.names().filter((each) => ['tnom', 'tref', 'tr'].includes(each))).toHaveLength(1);
      expect(card.name).toBe(card.name.toLowerCase());
    });

    it.skipIf(ngspiceVersion === undefined).each(kept)(`%s: the card that came back is the same device in ngspice to 1e-9${missing}`, (family) => {
      const { card } = genericDevices[family];
      const there = convertCard(card, { from: new NgspiceDialect(), to: makeDialect(), file });
      const lost = there.warnings.filter((warning) => warning.code === 'NO_COUNTERPART').map((warning) => warning.parameter);
      const back = convertCard(there.text, { from: makeDialect(), to: new NgspiceDialect(), file });
      const expected = currentsOf(family, withAssumed(card, lost, back.model));
      const got = currentsOf(family, back.text);
      expect(got.length).toBe(expected.length);
      expect(Math.max(...expected.map(Math.abs))).toBeGreaterThan(1e-6);
      expected.forEach((value, index) => expect(Math.abs(got[index]! - value), `point ${index}`).toBeLessThanOrEqual(1e-9 * Math.abs(value) + 1e-21));
    });

    it.skipIf(realCards.length === 0)(`cards of real devices come back as the same models, apart from what warnings name${noCards}`, () => {
      const unchanged = realCards.filter((path) => {
        const from = new NgspiceDialect();
        const { model } = from.toNeutral(from.parse(readFileSync(path, 'utf8'), { file: path }));
        if (!isKnown(makeDialect(), modelFamilies.get(model.family)!)) return false;
        const there = makeDialect().fromNeutral!(model);
        const back = makeDialect().toNeutral!(makeDialect().parse(there.text, { file: path }));
        const named = new Set([...there.warnings, ...back.warnings].map((warning) => warning.parameter));
        const kept = (each: NeutralModel): NeutralModel => ({ ...each, parameters: new Map([...each.parameters].filter(([parameter]) => !named.has(parameter))) });
        expect(said(kept(back.model)), path).toEqual(said(kept(model)));
        return true;
      });
      expect(unchanged.length).toBeGreaterThanOrEqual(10);
    });

    it.each([...refused])('%s: is refused with a reason', (family) => {
      expect(() => convertCard(genericDevices[family as ModelFamily].card, { from: new NgspiceDialect(), to: makeDialect(), file })).toThrow(expect.objectContaining({ code: 'CONVERT_FAMILY' }));
    });

    it.each([...modelFamilies.values()].map((table): [string, ModelFamilyTable] => [table.family, table]))('%s: any set of values comes back, or is named in a warning', (_, table) => {
      if (!isKnown(makeDialect(), table)) return;
      fc.assert(
        fc.property(neutralModels(table), (model) => {
          const written = makeDialect().fromNeutral!(model);
          const read = makeDialect().toNeutral!(makeDialect().parse(written.text, { file }));
          const lost = new Set([...written.warnings, ...read.warnings].map((warning) => warning.parameter));
          const wanted = new Map([...model.parameters].filter(([parameter]) => !lost.has(parameter)));
          const got = new Map([...read.model.parameters].filter(([parameter]) => wanted.has(parameter)));
          expect([...got.keys()].toSorted()).toEqual([...wanted.keys()].toSorted());
          for (const [parameter, value] of wanted) expect(close(got.get(parameter)!, value), `${parameter}: ${got.get(parameter)} instead of ${value}`).toBe(true);
          // Whatever else came back only states a default that the simulators do not share.
          expect(read.model.family).toBe(model.family);
          expect(read.model.polarity).toBe(model.polarity);
          expect(read.model.tnom).toBe(model.tnom);
          if (!lost.has('version')) expect(read.model.version ?? model.version).toBe(model.version);
        }),
        { numRuns: 60 },
      );
    });

    it('names every parameter that it leaves out', () => {
      for (const table of modelFamilies.values()) {
        if (!isKnown(makeDialect(), table) || table.names.length === 0) continue;
        const model: NeutralModel = { name: 'all', family: table.family, ...(table.polarity ? { polarity: 'n' } : {}), tnom: 27, parameters: new Map(table.names.map((each) => [each, 0.125])) };
        const { text, warnings } = makeDialect().fromNeutral!(model);
        const again = makeDialect().toNeutral!(makeDialect().parse(text, { file })).model.parameters;
        const named = new Set(warnings.filter((warning) => warning.message !== '').map((warning) => warning.parameter));
        expect(table.names.filter((each) => !again.has(each) && !named.has(each)), table.family).toEqual([]);
      }
    });

    it('refuses an expression, which no dialect can compute for another', () => {
      for (const family of kept) {
        const there = convertCard(genericDevices[family].card, { from: new NgspiceDialect(), to: makeDialect(), file }).text;
        const [line] = /^\+ (?:is|c10|vth0|vto) = .*$/m.exec(there)!;
        const broken = there.replace(line, `${line.split('=')[0]}= 'x+1'`.replaceAll("'", line.includes('"') ? '"' : "'"));
        expect(() => convertCard(broken, { from: makeDialect(), to: new NgspiceDialect(), file }), family).toThrow(expect.objectContaining({ code: 'CONVERT_EXPRESSION' }));
      }
    });
  });
}

function isKnown(dialect: CardDialect, table: ModelFamilyTable): boolean {
  try {
    dialect.fromNeutral!({ name: 'x', family: table.family, ...(table.polarity ? { polarity: 'n' } : {}), tnom: 27, parameters: new Map() });
    return true;
  } catch (error) {
    if (EvospiceError.is(error, 'CONVERT_FAMILY')) return false;
    throw error;
  }
}

/** A model without the values that only repeat a default, for those may be written out on the way. */
function said(model: NeutralModel): unknown {
  const table = modelFamilies.get(model.family)!;
  const parameters = [...model.parameters].filter(([name, value]) => {
    const standard = table.defaults[name];
    return (typeof standard === 'string' ? model.parameters.get(standard.slice(1)) ?? table.defaults[standard.slice(1)] : standard) !== value;
  });
  return { ...model, parameters: Object.fromEntries(parameters.toSorted(([a], [b]) => a.localeCompare(b))) };
}

/** One rounding is allowed where a unit is converted on the way. */
function close(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-15 * Math.max(Math.abs(a), Math.abs(b));
}

function neutralModels(table: ModelFamilyTable): fc.Arbitrary<NeutralModel> {
  const names = table.names.length > 0 ? table.names : ['toxo', 'vfbo', 'lap', 'is', 'rth'];
  const value = fc.oneof(fc.double({ min: -10, max: 10, noNaN: true }), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e30, max: 1e30 }), fc.constantFrom(0, 1, 1e-15, 27)).map((each) => (each === 0 ? 0 : each));
  const mobility = table.mobility === 'cm2' ? fc.double({ min: 1.5, max: 2000, noNaN: true }) : fc.double({ min: 1e-3, max: 1, noNaN: true });
  return fc
    .record({
      parameters: fc.uniqueArray(fc.tuple(fc.constantFrom(...names), value), { maxLength: 40, selector: ([name]) => name }),
      mobility,
      polarity: fc.constantFrom('n' as const, 'p' as const),
      tnom: fc.constantFrom(-40, 25, 27, 30, 27.5),
      version: table.versions === 'dotted' ? fc.constantFrom('3.2.4', '3.3', '4.5', '4.6.1', '4.8.2') : fc.constant(undefined),
    })
    .map(({ parameters, mobility: u0, polarity, tnom, version }) => ({
      name: 'drawn',
      family: table.family,
      ...(table.polarity ? { polarity } : {}),
      ...(version === undefined ? {} : { version }),
      tnom,
      parameters: new Map(parameters.map(([name, each]) => [name, table.mobility !== undefined && name === 'u0' ? u0 : each])),
    }));
}

/** The card with parameters that had no counterpart replaced by what the simulator assumes: the device that the converted card must equal. */
function withAssumed(card: string, names: readonly string[], assumed: NeutralModel): string {
  const { aliases } = modelFamilies.get(assumed.family)!;
  return names.reduce((text, name) => {
    const value = assumed.parameters.get(name);
    const spellings = [name, ...Object.keys(aliases).filter((alias) => aliases[alias] === name)];
    return `${text.replace(new RegExp(`\\b(?:${spellings.join('|')})\\s*=\\s*\\S+`), '').trimEnd()}\n${value === undefined ? '' : `+ ${name} = ${value}\n`}`;
  }, card);
}

const letters: Readonly<Record<string, string>> = { mosfet: 'm', soi: 'm', bjt: 'q', diode: 'd', jfet: 'j', vdmos: 'm' };

/** Terminal currents of one device at a dozen operating points, one copy of the device a point, by `ngspice -b`. */
function currentsOf(family: ModelFamily, card: string): number[] {
  const { device, instances } = genericDevices[family];
  const name = new NgspiceDialect().parse(card, { file }).name;
  const params = Object.entries(instances[0]!.params).map(([key, value]) => `${key}=${value}`).join(' ');
  const control = device.kind === 'bjt' ? [0.55, 0.7, 0.85] : device.kind === 'diode' ? [0] : device.kind === 'jfet' ? [-1.2, -0.4, 0] : [0.3, 0.6, 0.9].map((part) => part * (device.vdd ?? 6));
  const drive = device.kind === 'diode' ? [-3, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9] : [0.05, 0.4, 0.8, 1].map((part) => part * (device.vdd ?? 3));
  const lines = ['* one device a point', card, '.temp 60', '.option abstol=1e-18 reltol=1e-9 vntol=1e-12 gmin=1e-15'];
  const prints: string[] = [];
  let point = 0;
  for (const first of drive) {
    for (const second of control) {
      const nodes = device.terminals.map((terminal) => `${terminal}${point}`);
      lines.push(`${letters[device.kind]}${point} ${nodes.join(' ')} ${name} ${params}`);
      device.terminals.forEach((terminal, index) => lines.push(`v${nodes[index]} ${nodes[index]} 0 dc ${index === 0 ? first : index === 1 && terminal !== 'c' ? second : 0}`));
      prints.push(`print i(v${nodes[0]})`, ...(device.kind === 'bjt' ? [`print i(v${nodes[1]})`] : []));
      point += 1;
    }
  }
  const folder = mkdtempSync(join(tmpdir(), 'evospice-convert-'));
  try {
    writeFileSync(join(folder, 'deck.cir'), [...lines, '.control', 'set numdgt=15', 'op', ...prints, 'quit', '.endc', '.end', ''].join('\n'));
    const { stdout } = spawnSync('ngspice', ['-b', 'deck.cir'], { cwd: folder, encoding: 'utf8', timeout: 60_000, env: { ...process.env, OMP_NUM_THREADS: '1' } });
    return [...stdout.matchAll(/^i\(\S+\) = (\S+)$/gm)].map(([, value]) => Number(value));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
