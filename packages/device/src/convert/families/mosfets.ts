import { namesWithDefaults, type ModelFamilyTable } from '../family-table.ts';

/** What the three early SPICE transistors share; `kp`, `gamma` and `phi` follow from oxide and doping where those are given. */
const shared = `
  vto=0 kp gamma phi rd=0 rs=0 cbd cbs is=1e-14 pb=0.8 cgso=0 cgdo=0 cgbo=0 rsh=0 cj mj=0.5 cjsw=0 js=0 tox ld=0 u0=600 fc=0.5 nsub tpg nss=0 kf=0 af=1`;
const aliases = { vt0: 'vto', uo: 'u0', tref: 'tnom', delvt0: 'delvto' };

export const mos1: ModelFamilyTable = { family: 'mos1', title: 'MOS level 1 (Shichman-Hodges)', polarity: true, ...namesWithDefaults(`${shared} lambda=0 mjsw=0.5`), aliases };

export const mos2: ModelFamilyTable = {
  family: 'mos2', title: 'MOS level 2', polarity: true, ...namesWithDefaults(`${shared} mjsw=0.33 lambda=0 delta=0 uexp=0 ucrit=1e4 vmax=0 xj=0 neff=1 nfs=0`), aliases,
};

export const mos3: ModelFamilyTable = {
  family: 'mos3', title: 'MOS level 3', polarity: true, ...namesWithDefaults(`${shared} mjsw=0.33 delta=0 vmax=0 xj=0 nfs=0 eta=0 theta=0 kappa=0.2 xl=0 wd=0 xw=0 delvto=0 xd alpha input_delta`), aliases,
};

/** ngspice's power transistor, after the model of the same name in other simulators. */
export const vdmos: ModelFamilyTable = {
  family: 'vdmos',
  title: 'VDMOS',
  polarity: true,
  ...namesWithDefaults(`
    vto=0 kp=1 phi=0.6 lambda=0 theta=0 rd=0 rs=0 rg=0 kf af rq=0 vq=0 mtriode=1 tcvth=0 mu=-1.5 texp0 texp1=0.3 trd1=0 trd2=0 trg1=0 trg2=0 trs1=0 trs2=0 trb1=0 trb2=0
    subshift=0 ksubthres=0.1 tksubthres1=0 tksubthres2=0 bv ibv=1e-10 nbv=1 rds rb=0 n=1 tt=0 eg=1.11 xti=3 is=1e-14 vj=0.8 cjo=0 m=0.5 fc=0.5
    cgdmin=0 cgdmax=0 a=1 cgs=0 rthjc rthca cthj rth_ext derating`),
  aliases: { vth0: 'vto', vtotc: 'tcvth', bex: 'mu' },
};
