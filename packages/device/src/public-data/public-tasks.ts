import type { ModelFamily } from '../knowledge/model-family.ts';

/** A repository of measured curves at one commit. */
export interface PublicRepository {
  /** `owner/name` on GitHub. */
  readonly name: string;
  readonly commit: string;
  /** SPDX identifier. */
  readonly licence: string;
  readonly by: string;
}

/** A measured file as it is published. */
export interface PublicFile {
  /** In the repository. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** One `data` entry of a task: everything but its file. */
type Entry = Readonly<Record<string, unknown>>;

/** A task over published files. Its starting card is the generic one of its family, so that nothing else has to be brought. */
export interface PublicTask {
  readonly id: string;
  readonly title: string;
  readonly repository: PublicRepository;
  readonly family: ModelFamily;
  readonly polarity: 'n' | 'p';
  readonly instances: readonly { readonly id: string; readonly params: Readonly<Record<string, number>> }[];
  readonly data: readonly { readonly file: PublicFile; readonly entries: readonly Entry[] }[];
  /** Same unit as what is measured; below it instruments show noise. */
  readonly floor: number;
  /** Parameters that these curves say something about; all of the family when left out. */
  readonly tunables?: readonly string[];
  readonly notes: readonly string[];
}

const ihp: PublicRepository = { name: 'IHP-GmbH/IHP-Open-PDK', commit: '5cccb161f7492697cfa52eb14dc03beb00bdca9e', licence: 'Apache-2.0', by: 'IHP' };
const sky130: PublicRepository = {
  name: 'google/skywater-pdk-sky130-raw-data', commit: '1f7214f2f81a0629303947a07e1ec00a28ae8a33', licence: 'Apache-2.0', by: 'SkyWater PDK Authors, CoolCAD Electronics',
};
const curveTracer: PublicRepository = { name: 'mbrennwa/pypsucurvetrace', commit: '882f9c3501300fa1e900ed5c81e0035b83edfff8', licence: 'GPL-3.0', by: 'Matthias Brennwald' };

const ihpFolder = 'ihp-sg13g2/libs.doc/meas/MOS';
const diodeFolder = 'sky130_fd_pr/cells/unsorted/diode/IV';
const ihpInstance = { w: 1e-5, l: 1.3e-7, ad: 3.4e-12, as: 3.4e-12, pd: 2.068e-5, ps: 2.068e-5, nf: 1 };
const mosBias = { d: 'vd', g: 'vg', s: 'vs', b: 'vb' };
const drain = [{ col: 'id', node: 'd', kind: 'i' }];

/** Without the rows at vd = 0, where offsets are measured. */
function idvg(celsius: number, split: 'train' | 'validate', polarity: 1 | -1): Entry {
  return { instance: 'w10', temp_c: celsius, curve: 'idvg', sweep: 'vg', bias: mosBias, measure: drain, keep: { vd: ends(polarity, 0.04, 2) }, split };
}

function idvd(celsius: number, split: 'train' | 'validate', polarity: 1 | -1): Entry {
  return { ...idvg(celsius, split, polarity), curve: 'idvd', sweep: 'vd' };
}

function ends(polarity: 1 | -1, low: number, high: number): readonly [number, number] {
  return polarity > 0 ? [low, high] : [-high, -low];
}

function nmos(kind: string, bytes: number, sha256: string): PublicFile {
  return { path: `${ihpFolder}/SG13_nmosXm1Y3/SG13_nmos~W10u0_L0u13_S540_2~${kind}~300K.mdm`, bytes, sha256 };
}

/** Both sweeps of the PMOS at one temperature; its files name it in kelvin. */
function pmos(kelvin: number, celsius: number, split: 'train' | 'validate', transfer: string, output: string): PublicTask['data'] {
  const path = (kind: string): string => `${ihpFolder}/SG13_pmosXm1Y3/SG13_pmos~W10u0_L0u13_S548_2~${kind}~${kelvin}K.mdm`;
  return [
    { file: { path: path('dc_idvg'), bytes: 95_667, sha256: transfer }, entries: [idvg(celsius, split, -1)] },
    { file: { path: path('dc_idvd'), bytes: 18_085, sha256: output }, entries: [idvd(celsius, split, -1)] },
  ];
}

function diode(instance: string): Entry {
  return { instance, temp_c: 27, curve: 'iv', sweep: 'VN', bias: { a: 'VP', c: 'VN' }, measure: [{ col: 'IN', node: 'c', kind: 'i' }], keep: { VN: [-0.9, 0] } };
}

/** Rows in the limiter of the supply are left out. */
function power(gate: readonly [number, number], split: 'train' | 'validate' | 'extra'): Entry {
  return {
    instance: 'irfp150', temp_c: 27, curve: 'idvd', sweep: 'u1', bias: { d: 'u1', g: 'u2', s: 0 }, measure: [{ col: 'i1', node: 'd', kind: 'i' }],
    keep: { lim1: [0, 0], u1: [0.05, 100], u2: gate }, split,
  };
}

/** What `evospice data fetch` brings, at fixed commits. */
export const publicTasks: readonly PublicTask[] = [
  {
    id: 'ihp-nmos-w10-l013',
    title: 'IHP SG13G2 1.2 V NMOS, W = 10 um, L = 0.13 um, from a generic BSIM4 card',
    repository: ihp, family: 'bsim4', polarity: 'n', instances: [{ id: 'w10', params: ihpInstance }], floor: 1e-9,
    data: [
      { file: nmos('dc_idvg', 68_662, 'd7b3ead182073e54466e9d402e1197ed31e8701a4058ecf35cb6f4aa83e6f22d'), entries: [idvg(27, 'train', 1)] },
      { file: nmos('dc_idvd', 18_082, '1e48f43213bfb818baba9e62190ca5aadb12ec527deeea5d374dc09c060a9992'), entries: [idvd(27, 'train', 1)] },
      { file: nmos('dc_idvd_vth', 11_310, 'd8f877c4d1afcc92b11ee94a67727e7c0f7099375667cc86a1fa8e3f160cd999'), entries: [idvd(27, 'validate', 1)] },
    ],
    notes: ['rows at vd = 0 are left out: offsets are measured there'],
  },
  {
    id: 'ihp-pmos-w10-l013-temperatures',
    title: 'IHP SG13G2 1.2 V PMOS, W = 10 um, L = 0.13 um, from -40 to 125 degrees Celsius, from a generic BSIM4 card',
    repository: ihp, family: 'bsim4', polarity: 'p', instances: [{ id: 'w10', params: ihpInstance }], floor: 1e-9,
    data: [
      ...pmos(233, -40, 'train', 'e884a5e55e2f1c487c0d70aada77ed8350080087180d60e4c06ee04ae4acde14', 'fd68e13298b4601f614b75fa3388848b38c0610b403502e67c6273d7a1894685'),
      ...pmos(300, 27, 'train', 'e5244166a79f26b87a2aa6b4bd494d9cd545d7ab84ee6ce7dc5610c71983c40c', 'bf53dafebb7fd72042f9919a026dad6a08122de9b9d14e25680c89b8d3892f94'),
      ...pmos(343, 70, 'validate', 'd5c92b0e85eb4bf4c3358ea6cd42880f20f300c63f2f7548fad6fb8d92806834', '119df5e8bae208e0bcf5eecebf17a81816c121363a5e8c1422a5bc0ebbbc7422'),
      ...pmos(398, 125, 'train', 'bf6e6b37dac878e32598754b1697f5d3da8a11e9b5c23bc8c76a844f0fad41fc', '5558e4fed7d38b22d276dc4cf4bfc34c7d41d2c59dc82a6e9c106905e11390b4'),
    ],
    notes: ['70 degrees Celsius is held out'],
  },
  {
    id: 'sky130-n-diode',
    title: 'SKY130 junction diode, forward current of a wide and of a striped one, from a generic diode card',
    repository: sky130, family: 'diode', polarity: 'n', floor: 2e-8,
    // Area in square micrometres and edge in micrometres, from the sizes and numbers of stripes in the names of the files.
    instances: [
      { id: 'wide', params: { area: 40 * 44.9 * 2, pj: 2 * (40 + 44.9) * 2 } },
      { id: 'stripes', params: { area: 39.985 * 0.52 * 171, pj: 2 * (39.985 + 0.52) * 171 } },
    ],
    data: [
      {
        file: { path: `${diodeFolder}/n_diode_40_by_44p9_m2(5209_2_1).mdm`, bytes: 20_098, sha256: 'fa3bc34d724dac25cf68122cd3647d4dbdbc349ff15534460a9e240d12530c44' },
        entries: [{ ...diode('wide'), split: 'train' }],
      },
      {
        file: { path: `${diodeFolder}/n_diode_39p985_by_0p52_m171(5209_4_1).mdm`, bytes: 20_098, sha256: '6bea61116ad784e25d6d6fac141539e7a13511441443ebd3a7bc3d2ed3501c1c' },
        entries: [{ ...diode('stripes'), split: 'train' }],
      },
    ],
    tunables: ['is', 'n', 'jsw', 'ns', 'rs', 'ik'],
    notes: ['the cathode is swept below the anode, and its current is negative in forward direction', 'the temperature is not recorded: 27 degrees Celsius is assumed'],
  },
  {
    id: 'irfp150-power-mosfet',
    title: 'IRFP150 power MOSFET on a curve tracer, from a generic VDMOS card',
    repository: curveTracer, family: 'vdmos', polarity: 'n', instances: [{ id: 'irfp150', params: {} }], floor: 5e-3,
    data: [
      {
        file: { path: 'examples/curvedata/IRFP150_10V.dat', bytes: 28_375, sha256: 'ae8fe13668579316911f2d20080bd4c03477286a8bca3abccedceb9ccb97e426' },
        entries: [power([3, 3.95], 'train'), power([3.96, 5], 'validate')],
      },
      {
        file: { path: 'examples/curvedata/IRFP150_60V.dat', bytes: 26_352, sha256: '0a9641a37a16937efc458593cb27f81ed591888c42f0f7ab7b4111704da252e4' },
        entries: [power([0, 10], 'extra')],
      },
    ],
    notes: ['the device warms up while it is measured: its temperature is not controlled', 'rows in the limiter of the supply are left out'],
  },
];
