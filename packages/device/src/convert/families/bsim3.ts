import { nameList, type ModelFamilyTable } from '../family-table.ts';

/** Parameters of BSIM3v3.2 and 3.3 that vary with length and width: each has `l`, `w` and `p` terms beside it. */
const binned = `
  cdsc cdscb cdscd cit nfactor xj vsat at a0 ags a1 a2 keta nsub nch ngate gamma1 gamma2 vbx vbm xt k1 kt1 kt1l kt2 k2 k3 k3b w0 nlx dvt0 dvt1 dvt2
  dvt0w dvt1w dvt2w drout dsub vth0 ua ua1 ub ub1 uc uc1 u0 ute voff elm delta rdsw prwg prwb prt eta0 etab pclm pdiblc1 pdiblc2 pdiblcb pscbe1 pscbe2
  pvag vfbcv vfb acde moin noff voffcv wr dwg dwb b0 b1 cgsl cgdl ckappa cf clc cle alpha0 alpha1 beta0
`;

/** The other parameters. */
const plain = `
  capmod mobmod noimod paramchk binunit tox toxm cgso cgdo cgbo xpart rsh js jsw pb nj xti mj pbsw mjsw pbswg mjswg cj cjsw cjswg tpb tcj tpbsw tcjsw
  tpbswg tcjswg lint ll llc lln lw lwc lwn lwl lwlc lmin lmax wint wl wlc wln ww wwc wwn wwl wwlc wmin wmax dwc dlc ijth noia noib noic em ef af kf
  lintnoi
`;

/** Junction geometry and length rules that ngspice took over from HSPICE, and switches of newer releases. */
const extensions = `
  acm calcacm hdif ldif ld rd rs rdc rsc lmlt wmlt nqsmod acnqsmod xl xw
`;

const withTerms = nameList(binned).flatMap((name) => [name, `l${name}`, `w${name}`, `p${name}`]);

/** Names of the manuals of the University of California, Berkeley. */
export const bsim3: ModelFamilyTable = {
  family: 'bsim3',
  title: 'BSIM3v3',
  polarity: true,
  versions: 'dotted',
  mobility: 'cm2',
  names: [...nameList(plain), ...withTerms, ...nameList(extensions)],
  defaults: {},
  aliases: { vtho: 'vth0', lvtho: 'lvth0', wvtho: 'wvth0', pvtho: 'pvth0', uo: 'u0', luo: 'lu0', wuo: 'wu0', puo: 'pu0', tref: 'tnom' },
};
