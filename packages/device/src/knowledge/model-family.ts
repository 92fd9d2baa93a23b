interface FamilyKey {
  /** Kind of device. */
  readonly kind: string;
  /** Level numbers of ngspice; any where left out. */
  readonly levels?: readonly number[];
  /** True where a card without level is this family. */
  readonly withoutLevel?: boolean;
}

/** How a model family is known by its device and level. */
const keys = {
  bsim4: { kind: 'mosfet', levels: [14, 54] },
  hisim2: { kind: 'mosfet', levels: [68] },
  hisimhv: { kind: 'mosfet', levels: [73] },
  bsimsoi4: { kind: 'soi', levels: [10, 58] },
  bsim3: { kind: 'mosfet', levels: [8, 49] },
  diode: { kind: 'diode', levels: [1, 3], withoutLevel: true },
  'gummel-poon': { kind: 'bjt', levels: [1], withoutLevel: true },
  vbic: { kind: 'bjt', levels: [4, 9] },
  hicum: { kind: 'bjt', levels: [8] },
  jfet: { kind: 'jfet', levels: [1], withoutLevel: true },
  vdmos: { kind: 'vdmos' },
} as const satisfies Readonly<Record<string, FamilyKey>>;

/** Model families with parameters that this package knows. */
export type ModelFamily = keyof typeof keys;

/** Family by device and level, with ngspice's level numbers; undefined for a model that is not known here. */
export function modelFamily(kind: string, model: { readonly level?: number | null | undefined; readonly type: string }): ModelFamily | undefined {
  const level = model.level ?? undefined;
  const takes = (key: FamilyKey): boolean =>
    key.kind === kind && (key.levels === undefined || (level === undefined ? key.withoutLevel === true : key.levels.includes(level)));
  return (Object.keys(keys) as ModelFamily[]).find((family) => takes(keys[family]));
}
