import { EvospiceError, type DeviceDescription, type ModelCard } from '@evospice/contracts';
import { foreignParameter, MODEL_NAME, spiceNumber, wrapped } from '@evospice/testbench';

interface ModelType {
  readonly kinds: readonly string[];
  /** Levels that run their own equations. Others run level 1 or Gummel-Poon with a warning at best. */
  readonly levels: readonly number[];
  /** Level meant when the card gives none. */
  readonly otherwise: number;
}

const mosfetLevels = [1, 2, 3, 4, 5, 6, 8, 9, 10, 14, 49, 54, 55, 56, 57, 58, 68, 73];
const mosfet: ModelType = { kinds: ['mosfet', 'soi'], levels: mosfetLevels, otherwise: 1 };
const bipolar: ModelType = { kinds: ['bjt'], levels: [1, 4, 8, 9], otherwise: 1 };
const jfet: ModelType = { kinds: ['jfet'], levels: [1, 2], otherwise: 1 };

/** Model types and levels of ngspice 39 to 45 built without Verilog-A models (ngspice manual, chapters 7 to 12). */
const modelTypes: Readonly<Record<string, ModelType>> = {
  nmos: mosfet, pmos: mosfet, npn: bipolar, pnp: bipolar, njf: jfet, pjf: jfet,
  d: { kinds: ['diode'], levels: [1, 3], otherwise: 1 },
  vdmos: { kinds: ['vdmos', 'mosfet'], levels: [1], otherwise: 1 },
};

/** Parameters on the card that ngspice reads only when it loads a circuit: `altermod` leaves them as they were. */
const mosfetLoadOnly = ['version', 'nf', 'nrd', 'nrs', 'delvto', 'mulu0'];

/**
 * BSIM3 and BSIM4 compute charges in a sweep too, where nothing comes of them, unless the partition of the channel charge
 * is negative (`b4ld.c`): a tenth of the time. Currents are the same to the last bit.
 */
const CHARGES_OFF = { xpart: -1 } as const;
const levelsWithCharges = [8, 14, 49, 54];

const fromLibrary = (device: DeviceDescription): ModelType => ({ kinds: [device.kind], levels: [], otherwise: 1 });

export interface ModelStatement {
  readonly type: string;
  /**
   * Statement that sets these values in place of the card's.
   * @param charges whether the analysis looks at charges
   */
  text(values: Readonly<Record<string, number>>, charges: boolean): string;
  /** The statement with nothing but what selects the equations. */
  bare(): string;
  /** Numeric parameters of the card that `altermod` knows if the model does. */
  readonly alterable: Readonly<Record<string, number>>;
  /** True when a live circuit cannot take this parameter and must be loaded anew. */
  loadOnly(parameter: string): boolean;
}

/** Models of resistors, capacitors and inductors, which have no levels. */
const passiveTypes = ['r', 'res', 'c', 'cap', 'l', 'ind'];

/**
 * The statement of a model that no candidate changes: of an element beside the device.
 * @throws EvospiceError `SIMULATOR_MODEL`, `SIMULATOR_TESTBENCH` as `modelStatementOf`
 */
export function besideStatement(name: string, card: ModelCard): string {
  const words = card.type.trim().toLowerCase().split(/\s+/);
  const type = words[0] ?? '';
  const known = modelTypes[type];
  if (known !== undefined) refuseLevel(card, known, type);
  else if (!passiveTypes.includes(type)) {
    throw new EvospiceError('SIMULATOR_MODEL', `ngspice has no model type "${card.type}" for ${card.name}, an element beside the device`, {
      received: card.type, expected: [...Object.keys(modelTypes), ...passiveTypes].join(', '), remedy: 'use a simulator that has this model', file: card.file,
    });
  }
  for (const parameter of simulated(card)) refuseExpression(card, parameter);
  return wrapped(`.model ${name} ${words.join(' ')}`, simulated(card).map((parameter) => assignment(parameter, textOf(card, parameter))), 8);
}

/** A value that needs no evaluation: a number with a SPICE suffix, a word, a dotted version. */
const plainValue = /^[\w.+-]+$/;
/** What begins as a number does and is not a dotted version: a suffix or an exponent that the card's dialect does not have. */
const oddNumber = /^[-+]?\.?\d(?!\d*(?:\.\d+){2,}$)/;

/**
 * Reads a card as an ngspice `.model` statement.
 * @param libraries compiled models that will be loaded, which may bring types of their own
 * @throws EvospiceError `SIMULATOR_MODEL` for a type or level ngspice has no equations for, `SIMULATOR_TESTBENCH`
 *   for a value that is an expression.
 */
export function modelStatementOf(card: ModelCard, device: DeviceDescription, libraries: readonly string[] = []): ModelStatement {
  const words = card.type.trim().toLowerCase().split(/\s+/);
  const type = words[0] ?? '';
  // What a library brings is not known before it is loaded: ngspice says then whether it has the type.
  const known = modelTypes[type] ?? (libraries.length > 0 ? fromLibrary(device) : undefined);
  if (known === undefined || !known.kinds.includes(device.kind)) {
    throw new EvospiceError('SIMULATOR_MODEL', `ngspice has no model type "${card.type}" for a ${device.kind}`, {
      received: card.type,
      expected: Object.keys(modelTypes).filter((name) => modelTypes[name]?.kinds.includes(device.kind)).join(' or '),
      remedy: 'use a card of a built-in model, or a simulator that has this one',
      file: card.file,
    });
  }
  if (modelTypes[type] !== undefined) refuseLevel(card, known, type);
  for (const name of simulated(card)) refuseExpression(card, name);
  const selecting = (name: string): boolean => name === 'level' || name === 'version';
  const head = `.model ${MODEL_NAME} ${words.join(' ')}`;
  const canOmitCharges = known === mosfet && levelsWithCharges.includes(card.value('level') ?? known.otherwise);
  return {
    type: words.join(' '),
    text(values, charges) {
      const set: Readonly<Record<string, number>> = charges || !canOmitCharges ? values : { ...values, ...CHARGES_OFF };
      const names = [...simulated(card), ...Object.keys(set).filter((name) => card.text(name) === undefined)];
      return wrapped(head, names.map((name) => assignment(name, set[name] === undefined ? textOf(card, name) : spiceNumber(set[name]))), 8);
    },
    bare() {
      return wrapped(head, card.names().filter(selecting).map((name) => assignment(name, textOf(card, name))), 12);
    },
    alterable: Object.fromEntries(simulated(card).flatMap((name) => {
      const value = card.value(name);
      return selecting(name) || value === undefined ? [] : [[name, value]];
    })),
    loadOnly: (parameter) => known === mosfet && mosfetLoadOnly.includes(parameter),
  };
}

/** Names of a card but for ratings, labels and tolerances, which other simulators write there and none computes with. */
function simulated(card: ModelCard): readonly string[] {
  return card.names().filter((name) => foreignParameter(card.type, name)?.harmless !== true);
}

function assignment(name: string, text: string | undefined): string {
  return text === undefined || text === '' ? name : `${name}=${text}`;
}

/** Digits and an exponent alone, which every ngspice reads as every dialect does. */
const plainNumber = /^[-+]?[\d.]+(?:e[-+]?\d+)?$/i;

/** What a card states, its suffixes worked out: they are those of the card's dialect, not of the ngspice at hand. */
function textOf(card: ModelCard, name: string): string | undefined {
  const text = unquoted(card.text(name));
  const value = card.value(name);
  return text === undefined || text === '' || value === undefined || plainNumber.test(text) ? text : spiceNumber(value);
}

function refuseLevel(card: ModelCard, known: ModelType, type: string): void {
  if (type === 'pnp' && card.value('level') === 8) {
    // Measured with ngspice 39: a card of defaults carries 0.2 nA at 0.7 V where it should carry some 50 uA, and most others do not converge.
    throw new EvospiceError('SIMULATOR_MODEL', 'ngspice solves HICUM (level 8) for npn transistors only: its pnp gives wrong currents', {
      received: 'pnp of level 8', expected: 'an npn of level 8', remedy: 'use VBIC (level 4) or Gummel-Poon (level 1) for a pnp, or a simulator with HICUM', file: card.file,
    });
  }
  const level = card.text('level') === undefined ? known.otherwise : card.value('level');
  if (level !== undefined && known.levels.includes(level)) return;
  throw new EvospiceError('SIMULATOR_MODEL', `ngspice has no ${type} model of level ${card.text('level') ?? ''}; it would run another one silently`, {
    received: card.text('level'),
    expected: `one of the levels ${known.levels.join(', ')}`,
    remedy: 'use a card of one of these levels, or a simulator that has this one',
    file: card.file,
  });
}

/** A version may be in quotes. */
function unquoted(text: string | undefined): string | undefined {
  return text?.replace(/^(["'])(\d[\d.]*)\1$/, '$2');
}

function refuseExpression(card: ModelCard, name: string): void {
  const text = unquoted(card.text(name)) ?? '';
  if (text === '' || card.value(name) !== undefined || (plainValue.test(text) && !oddNumber.test(text))) return;
  const odd = oddNumber.test(text) && plainValue.test(text);
  throw new EvospiceError('SIMULATOR_TESTBENCH', odd ? `the parameter ${name}=${text} on the card is not a number whose meaning is certain in the dialect ${card.dialect}` : `the parameter ${name} on the card is not a number`, {
    received: text,
    expected: 'a number',
    remedy: odd ? 'write the number out, such as 2e-3' : 'write a number in its place on the card',
    file: card.file,
  });
}
