/** Draws libraries as design kits write them, with a device to take out of each. For tests only. */
import fc from 'fast-check';

/** A library, and how one device of it is called. */
export interface Kit {
  /** Text by file name; the library is `kit.lib`. */
  readonly files: Readonly<Record<string, string>>;
  readonly section?: string;
  /** Subcircuit or model. */
  readonly name: string;
  readonly wrapped: boolean;
  /** Element whose model is looked for. */
  readonly device?: string;
  readonly kind: 'mosfet' | 'diode' | 'bjt';
  /** First letter of an element line of the model alone. */
  readonly letter: string;
  readonly terminals: readonly string[];
  readonly instance: Readonly<Record<string, number>>;
  readonly temperatureC: number;
}

const pick = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const number = pick('0.5', '1', '2', '1.5', '3', '0.25', '1k', '2.5m', '300u', '0.1meg', '7e-1', '1.2E1', '40m', '.5', '2.');
const joined = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> => fc.tuple(...parts).map((texts) => texts.join(''));
const maybe = (text: fc.Arbitrary<string>, often = 3): fc.Arbitrary<string> => fc.oneof({ weight: 1, arbitrary: text }, { weight: often, arbitrary: fc.constant('') });

/** An expression over these names, of any size; `squash` brings it to where it can be used. */
function expression(names: readonly string[], functions: readonly string[]): fc.Arbitrary<string> {
  const leaf = names.length === 0 ? number : fc.oneof(number, pick(...names));
  return fc.letrec<{ readonly any: string }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 3, depthSize: 'small' }, leaf,
      joined(tie('any'), pick('+', '-', '*', ' + ', ' - ', ' * '), tie('any')),
      joined(fc.constant('('), tie('any'), fc.constant(')/(2+abs('), tie('any'), fc.constant('))')),
      joined(pick('sqrt(abs(', 'min(1,(', 'max(0.1,(', 'abs((', 'sgn((', 'atan((', 'tanh((', 'int((', 'floor((', 'ceil(('), tie('any'), fc.constant('))')),
      joined(fc.constant('(-('), tie('any'), fc.constant('))')),
      joined(fc.constant('(1+abs(tanh('), tie('any'), fc.constant(')))'), pick('**2', '^2', '**0.5', '**(-1)')),
      joined(fc.constant('(('), tie('any'), pick(')>(', ')<(', ')>=('), tie('any'), fc.constant(') ? ('), tie('any'), fc.constant(') : ('), tie('any'), fc.constant('))')),
      ...(functions.length === 0 ? [] : [joined(pick(...functions), fc.constant('('), tie('any'), fc.constant(','), tie('any'), fc.constant(')'))]),
      joined(fc.constant('agauss(tanh('), tie('any'), fc.constant('),0,1)')),
    ),
  })).any;
}

/** A value around `middle` that an expression moves by up to a tenth. */
function squashed(middle: string, of: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(of, pick('{}', "''")).map(([text, quotes]) => `${quotes[0]}${middle}*(1+0.1*tanh((${text})/10))${quotes[1]}`);
}

const warmed = (middle: string): fc.Arbitrary<string> => pick(`{${middle}*(1+1m*(temper-27))}`, `{${middle}-${middle}*0.5m*(temper-25)}`, `'${middle}*(300+temper)/327'`);

interface Names {
  readonly parameters: readonly string[];
  readonly functions: readonly string[];
}

/** A value as a kit writes it: a number, an expression, or one of the temperature. */
function value(middle: string, { parameters, functions }: Names): fc.Arbitrary<string> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(middle) }, { weight: 4, arbitrary: squashed(middle, expression(parameters, functions)) }, { weight: 1, arbitrary: warmed(middle) });
}

/** `.param` statements with names of their own, and functions; each reads those before it. */
const preamble: fc.Arbitrary<{ readonly text: string } & Names> = fc.integer({ min: 0, max: 4 }).chain((count) => {
  const names = Array.from({ length: count }, (_, index) => `p${index}`);
  const functions = pick<readonly string[]>([], ['f0'], ['f0', 'f1']);
  return functions.chain((fs) => fc.tuple(
    fc.tuple(...fs.map((name) => expression(['x', 'y'], []).map((body) => `.func ${name}(x,y) {${body}}`))),
    fc.tuple(...names.map((name, index) => fc.tuple(expression(names.slice(0, index), fs), pick('{}', "''"), maybe(pick(" dev/gauss='0.01/3'", ' lot/uniform=0.02'), 8)).map(([text, quotes, tolerance]) => `.param ${name}=${quotes[0]}${text}${quotes[1]}${tolerance}`))),
    maybe(fc.constant('.param'), 6),
    // Defined once more: the last counts, but for the ones that ngspice turns into functions because they are random.
    names.length === 0 ? fc.constant('') : maybe(number.map((text) => `.param p0=${text}`), 6),
  ).map(([functionLines, lines, empty, again]) => ({ text: [empty, ...functionLines, ...lines, lines[0]?.includes('agauss') === true ? '' : again].filter((line) => line !== '').join('\n'), parameters: names, functions: fs })));
});

/** Model statements of one name, perhaps with a second definition that does not count. */
function model(type: string, rows: Readonly<Record<string, string>>, fixed: string, names: Names): fc.Arbitrary<(name: string) => string> {
  const values = fc.tuple(...Object.entries(rows).map(([name, middle]) => value(middle, names).map((text) => `${name}=${text}`)));
  return fc.tuple(values, pick(' ', '\n+ '), fc.boolean(), maybe(fc.constant('again'), 8)).map(([texts, gap, brackets, again]) => (name) => {
    const inside = [fixed, ...texts].filter((text) => text !== '').join(gap);
    const statement = `.model ${name} ${type} ${brackets ? `( ${inside} )` : inside}`;
    return again === '' ? statement : `${statement}\n.model ${name} ${type} ${fixed} ${Object.entries(rows).map(([row, middle]) => `${row}=${middle}`).join(' ')}`;
  });
}

const mos1 = (names: Names) => model('nmos', { vto: '0.4', kp: '100u', lambda: '0.05', gamma: '0.3', phi: '0.65' }, 'level=1', names);
const bsim = (level: number, names: Names) => model('nmos', { vth0: '0.4', u0: level === 8 ? '400' : '0.04', k1: '0.5', vsat: '8e4' }, level === 8 ? 'level=8 version=3.3.0' : 'level=14 version=4.5', names);
const junction = (names: Names) => model('d', { is: '1e-14', n: '1.1', rs: '5' }, '', names);

/** Bins of one model: a grid of lengths and widths, whose edges devices may hit. */
interface Bins {
  readonly lengths: readonly number[];
  readonly widths: readonly number[];
}
const bins: fc.Arbitrary<Bins> = fc.tuple(pick([0.2, 1, 5], [0.2, 0.5, 1, 5], [0.1, 10]), pick([0.5, 50], [0.5, 5, 50])).map(([lengths, widths]) => ({ lengths, widths }));

function binned(level: number, { lengths, widths }: Bins, names: Names): fc.Arbitrary<(name: string) => string> {
  const cells = lengths.slice(1).flatMap((lmax, i) => widths.slice(1).map((wmax, j) => ({ lmin: lengths[i]!, lmax, wmin: widths[j]!, wmax })));
  const rows = fc.tuple(...cells.map(({ lmin, lmax, wmin, wmax }, index) => fc.tuple(value(String(0.3 + 0.05 * index), names), value(level === 8 ? '400' : '0.04', names))
    .map(([vth0, u0]) => `${level === 8 ? 'level=8 version=3.3.0' : 'level=14 version=4.5'} lmin=${lmin}u lmax=${lmax}u wmin=${wmin}u wmax=${wmax}u vth0=${vth0} u0=${u0}`)));
  return fc.tuple(rows, fc.boolean()).map(([all, reversed]) => (name) => {
    const lines = all.map((row, index) => `.model ${name}.${index} nmos ${row}`);
    return (reversed ? lines.toReversed() : lines).join('\n');
  });
}

/** Elements beside the device, between its own nodes and two inner ones. */
function beside(names: Names): fc.Arbitrary<readonly string[]> {
  const nodes = (count: number) => fc.tuple(...Array.from({ length: count }, () => pick('d', 's', 'di', 'si', 'b', '0'))).map((list) => list.join(' '));
  const m = maybe(pick(' m=2', ' m=3', ' m={1+w*0+1}'), 4);
  const element = (index: number): fc.Arbitrary<string> => fc.oneof(
    joined(fc.constant(`r${index} `), nodes(2), fc.constant(' '), value('20k', names), maybe(pick(' tc1=1m', ' tc1=1m tc2=2u', ' tc=1m')), m)
      // Of a value with both, ngspice 39 makes a source that counts the coefficients from 27 degrees whatever tnom is, and keeps its own m.
      .map((line) => (line.includes('temper') ? line.replace(/ (?:tc|m=).*$/, '') : line)),
    joined(fc.constant(`r${index} `), nodes(2), fc.constant(' r='), value('30k', names), m).map((line) => (line.includes('temper') ? line.replace(/ m=.*$/, '') : line)),
    joined(fc.constant(`r${index} `), nodes(2), pick(' rm w=1u l=200u', ' rm l={100u*2} w=2u'), m),
    joined(fc.constant(`c${index} `), nodes(2), fc.constant(' '), value('1p', names), m),
    joined(fc.constant(`d${index} `), nodes(2), pick(' dm', ' dm 2', ' dm area={1+1}', ' dm off'), m),
    joined(fc.constant(`i${index} `), nodes(2), fc.constant(' '), value('1u', names), m),
    joined(fc.constant(`i${index} `), nodes(2), fc.constant(' dc 0.5u')),
    joined(fc.constant(`g${index} `), nodes(2), fc.constant(' g s '), value('2u', names), m),
    joined(fc.constant(`v${index} `), pick('d', 's', 'di'), fc.constant(` n${index} 0.1\nrv${index} n${index} s 50k\nf${index} d s v${index} 0.5`)),
    joined(fc.constant(`e${index} n${index} s g s 0.5\nre${index} n${index} d 80k`)),
    joined(fc.constant(`m${index} `), pick('d g s b', 'di g si b'), fc.constant(' nm2 w=1u l=2u'), m),
    joined(fc.constant(`q${index} `), pick('d g s', 'di di si'), fc.constant(' qm'), maybe(fc.constant(' 2')), m),
    joined(fc.constant(`x${index} `), nodes(2), pick(' net', ' net rr=5k', ' net m=2'), maybe(fc.constant(' rr={4k+1k}'))),
  );
  return fc.integer({ min: 0, max: 4 }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => element(index))));
}

const fixedModels = '.model dm d is=1e-15 n=1.2\n.model rm r rsh=100\n.model nm2 nmos level=1 vto=0.6 kp=50u\n.model qm npn is=1e-17 bf=50';
const network = '.subckt net a c rr=10k\nra a mid {rr}\nrb mid c {rr*2} m=2\nca mid 0 1f\n.ends net';

interface Geometry {
  readonly level: number;
  readonly bins?: Bins;
  readonly scale: boolean;
  readonly wnflag: boolean;
}

/** Lengths in micrometres: on an edge, just beside it, or anywhere. */
function sizeIn(edges: readonly number[]): fc.Arbitrary<number> {
  const [low, high] = [edges[0]!, edges.at(-1)!];
  return fc.oneof(pick(...edges), pick(...edges.slice(1, -1).flatMap((edge) => [edge - 0.0004, edge + 0.0004, edge + 0.01]), (low + high) / 2), fc.double({ min: low * 1.01, max: high * 0.99, noNaN: true }).map((size) => Number(size.toPrecision(4))));
}

const geometry: fc.Arbitrary<Geometry> = fc.tuple(pick(1, 1, 8, 14), fc.option(bins), maybe(fc.constant('s'), 3), maybe(fc.constant('w'), 2))
  .map(([level, some, scale, wnflag]) => ({ level, ...(level === 1 || some === null ? {} : { bins: some }), scale: scale !== '', wnflag: wnflag !== '' }));

/** A transistor in a subcircuit. */
export const wrappedTransistor: fc.Arbitrary<Kit> = fc.tuple(preamble, geometry).chain(([{ text, ...outer }, shape]) => {
  const names: Names = { parameters: [...outer.parameters, 'extra'], functions: outer.functions };
  const edges = shape.bins ?? { lengths: [0.5, 5], widths: [1, 20] };
  const unit = shape.scale ? '' : 'u';
  const core = shape.bins === undefined ? (shape.level === 1 ? mos1(names) : bsim(shape.level, names)) : binned(shape.level, shape.bins, names);
  const inner = fc.record({
    model: core, beside: beside(names), extra: expression(outer.parameters, outer.functions),
    l: sizeIn(edges.lengths), w: sizeIn(edges.widths), nf: pick(1, 2, 4), m: pick(undefined, undefined, 1, 2, 3), headM: maybe(fc.constant(' m=1'), 3),
    series: maybe(pick('d', 's', 'ds'), 1), order: fc.boolean(), inside: fc.boolean(), condition: maybe(fc.constant('if'), 3), section: fc.boolean(), include: fc.boolean(),
    temperatureC: pick(27, -40, 125), options: pick('', '.option tnom=25', '.options gmin=1e-14 nopage', '.option tnom=30 gmin=1e-13', '.option temp=80 reltol=1e-4'),
    local: maybe(fc.constant('.param extra={extra*1.5}'), 1e9), twice: maybe(fc.constant('twice'), 8), 
    decided: pick('.param decided=1', '.param chosen=1\n.if (chosen > 0)\n.param decided=1\n.else\n.param decided=2\n.endif', '.param chosen=1\n.param decided=3\n.if (chosen <= 0)\n.param decided=1\n.endif'),
  });
  return inner.map((drawn): Kit => {
    const [d, s] = [drawn.series.includes('d') ? 'di' : 'd', drawn.series.includes('s') ? 'si' : 's'];
    const fingers = shape.level === 14 ? ' nf={nf}' : '';
    const line = `mdut ${d} g ${s} b nm w={w} l={l}${fingers}${drawn.headM === '' ? '' : ' m={m}'}`;
    const core = drawn.condition === '' ? [line] : ['.if (w > 0)', line, '.else', line.replace('w={w}', 'w={2*w}'), '.endif'];
    const series = [...(drawn.series.includes('d') ? [`rd d di {2k*(1+abs(tanh(extra))*0.1)*decided} tc1=1m`] : []), ...(drawn.series.includes('s') ? ['rs si s 500'] : [])];
    // Every inner node has a path to ground.
    const ties = ['rti di 0 1meg', 'rts si 0 1meg'];
    const body = [...ties, ...series, ...core, ...drawn.beside];
    const ordered = drawn.order ? body : body.toReversed().every((each) => !each.startsWith('.')) ? body.toReversed() : body;
    const models = drawn.model('nm');
    const sub = [`.subckt fet d g s b w=2${unit} l=1${unit} nf=1 extra={${drawn.extra}}${drawn.headM}`, ...ordered, ...(drawn.inside ? [models] : []), '.ends fet'].join('\n');
    const outside = drawn.inside ? '' : `.param extra=1\n${models}`;
    const options = [drawn.options, shape.scale ? '.option scale=1u' : '', shape.wnflag ? '.option wnflag=1' : ''];
    // With a second definition, ngspice 39 loses the values inside that depend on the temperature.
    const again = drawn.twice === '' || sub.includes('temper') ? '' : `.subckt fet d g s b w=2${unit} l=1${unit} nf=1 extra=1${drawn.headM}\nrx d s 1k\n.ends fet`;
    const main = [text, drawn.decided, ...options, outside, fixedModels, network, sub, again].filter((part) => part !== '').join('\n');
    const files = layout(main, drawn);
    const size = (value: number): number => (shape.scale ? value : value * 1e-6);
    return {
      files, ...(drawn.section ? { section: 'tt' } : {}), name: 'fet', wrapped: true, device: 'mdut', kind: 'mosfet', letter: 'm', terminals: ['d', 'g', 's', 'b'],
      instance: { w: size(drawn.w), l: size(drawn.l), ...(shape.level === 14 ? { nf: drawn.nf } : {}), ...(drawn.m === undefined ? {} : { m: drawn.m }) },
      temperatureC: drawn.temperatureC,
    };
  });
});

/** A model without a subcircuit. */
export const plainModel: fc.Arbitrary<Kit> = preamble.chain(({ text, ...names }) => fc.record({
  which: fc.oneof(
    mos1(names).map((make) => ({ text: make('dut'), kind: 'mosfet' as const, letter: 'm', terminals: ['d', 'g', 's', 'b'], instance: { w: 3e-6, l: 1e-6 } })),
    junction(names).map((make) => ({ text: make('dut'), kind: 'diode' as const, letter: 'd', terminals: ['d', 's'], instance: { area: 2 } })),
    model('npn', { is: '1e-16', bf: '100', vaf: '50', re: '2' }, '', names).map((make) => ({ text: make('dut'), kind: 'bjt' as const, letter: 'q', terminals: ['d', 'g', 's'], instance: {} })),
  ),
  section: fc.boolean(), include: fc.boolean(), temperatureC: pick(27, -40, 125), options: pick('', '.option tnom=25', '.option gmin=1e-14'),
}).map(({ which, section, include, temperatureC, options }): Kit => {
  const { text: statement, ...device } = which;
  return { files: layout([text, options, statement].filter((part) => part !== '').join('\n'), { section, include }), ...(section ? { section: 'tt' } : {}), name: 'dut', wrapped: false, temperatureC, ...device };
}));

/** The text in one file or two, in a section or not, between others that are not meant. */
function layout(main: string, { section, include }: { readonly section: boolean; readonly include: boolean }): Readonly<Record<string, string>> {
  const files: Record<string, string> = include ? { 'inner.inc': `* inner\n${main}\n` } : {};
  const content = include ? ".include 'inner.inc'" : main;
  const shell = section ? `* corners\n.lib ss\n.param p0=77\n.endl ss\n.lib tt\n.lib 'kit.lib' all\n.endl tt\n.lib all\n${content}\n.endl all\n` : `* kit\n${content}\n`;
  return { ...files, 'kit.lib': shell };
}
