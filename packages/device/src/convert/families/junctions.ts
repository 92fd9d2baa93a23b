import { namesWithDefaults, type ModelFamilyTable } from '../family-table.ts';

/** Junction diode: the SPICE2 parameters and the area, edge, tunnelling and temperature terms that most simulators added. */
export const diode: ModelFamilyTable = {
  family: 'diode',
  title: 'junction diode',
  polarity: false,
  ...namesWithDefaults(`
    is=1e-14 jsw=0 rs=0 trs=0 trs2=0 n=1 ns=1 tt=0 ttt1=0 ttt2=0 cjo=0 vj=1 m=0.5 tm1=0 tm2=0 cjsw=0 php=1 mjsw=0.33 ikf=0 ikr=0 nbv=@n area=1 pj=0
    tlev=0 tlevc=0 eg=1.11 xti=3 cta=0 ctp=0 tpb=0 tphp=0 jtun=0 jtunsw=0 ntun=30 xtitun=3 keg=1 kf=0 af=1 fc=0.5 fcs=0.5 bv ibv=1e-3 tcv=0 isr=0 nr=1
    lm wm lp wp xm xp xom xoi`),
  aliases: {
    js: 'is', tref: 'tnom', trs1: 'trs', cj: 'cjo', cj0: 'cjo', pb: 'vj', mj: 'm', cjp: 'cjsw', ik: 'ikf', ctc: 'cta', tvj: 'tpb', ib: 'ibv', vb: 'bv',
  },
};

/**
 * The bipolar transistor of SPICE2, with the temperature coefficients that HSPICE added. `rco` and the coefficients of the gains have no default:
 * where one is given, even as 0, other equations hold.
 */
export const gummelPoon: ModelFamilyTable = {
  family: 'gummel-poon',
  title: 'Gummel-Poon',
  polarity: true,
  ...namesWithDefaults(`
    subs is=1e-16 ibe ibc bf=100 nf=1 vaf=0 ikf=0 ise=0 ne=1.5 br=1 nr=1 var=0 ikr=0 isc=0 nc=2 rb=0 irb=0 rbm=@rb re=0 rc=0 cje=0 vje=0.75 mje=0.33
    tf=0 xtf=0 vtf=0 itf=0 ptf=0 cjc=0 vjc=0.75 mjc=0.33 xcjc=1 tr=0 cjs=0 vjs=0.75 mjs=0 xtb=0 eg=1.11 xti=3 fc=0.5 kf=0 af=1 iss=0 ns=1 nkf=0.5
    rco vo=10 gamma=1e-11 qco=0 quasimod=0 vg=1.206 cn=2.42 d=0.87 tlev=0 tlevc=0
    tbf1 tbf2 tbr1 tbr2 tikf1=0 tikf2=0 tikr1=0 tikr2=0 tirb1=0 tirb2=0 tnc1=0 tnc2=0 tne1=0 tne2=0 tnf1=0 tnf2=0 tnr1=0 tnr2=0 trb1=0 trb2=0
    trc1=0 trc2=0 tre1=0 tre2=0 trm1=@trb1 trm2=@trb2 tvaf1=0 tvaf2=0 tvar1=0 tvar2=0 ctc=0 cte=0 cts=0 tvjc=0 tvje=0 tvjs=0 titf1=0 titf2=0 ttf1=0 ttf2=0
    ttr1=0 ttr2=0 tmje1=0 tmje2=0 tmjc1=0 tmjc2=0 tmjs1=0 tmjs2=0 tns1=0 tns2=0 tis1=0 tis2=0 tise1=0 tise2=0 tisc1=0 tisc2=0 tiss1=0 tiss2=0`),
  aliases: {
    tref: 'tnom', va: 'vaf', vbf: 'vaf', ik: 'ikf', jbf: 'ikf', c2: 'ise', jle: 'ise', nle: 'ne', vb: 'var', vrb: 'var', c4: 'isc', jlc: 'isc', jbr: 'ikr', jrb: 'irb', iob: 'irb', jtf: 'itf',
    pe: 'vje', me: 'mje', pc: 'vjc', mc: 'mjc', csub: 'cjs', ccs: 'cjs', ps: 'vjs', psub: 'vjs', ms: 'mjs', esub: 'mjs', nk: 'nkf', trb: 'trb1', trc: 'trc1', tre: 'tre1', bfm: 'bf', brm: 'br',
    tb: 'xtb', tcb: 'xtb', pt: 'xti',
  },
};

/** VBIC 1.2 and 1.3. */
export const vbic: ModelFamilyTable = {
  family: 'vbic',
  title: 'VBIC',
  polarity: true,
  ...namesWithDefaults(`
    rcx=0 rci=0.1 vo=0 gamm=0 hrcf=1 rbx=0 rbi=0.1 re=0 rs=0 rbp=0.1 is=1e-16 nf=1 nr=1 fc=0.9 cbeo=0 cje=0 pe=0.75 me=0.33 aje=-0.5 cbco=0 cjc=0 qco=0
    cjep=0 pc=0.75 mc=0.33 ajc=-0.5 cjcp=0 ps=0.75 ms=0.33 ajs=-0.5 ibei=1e-18 wbe=1 nei=1 iben=0 nen=2 ibci=1e-16 nci=1 ibcn=0 ncn=2 avc1=0 avc2=0
    isp=0 wsp=1 nfp=1 ibeip=0 ibenp=0 ibcip=0 ncip=1 ibcnp=0 ncnp=2 vef=0 ver=0 ikf=0 ikr=0 ikp=0 tf=0 qtf=0 xtf=0 vtf=0 itf=0 tr=0 td=0 kfn=0 afn=1 bfn=1
    xre=0 xrb xrbi xrc xrci xrs=0 xvo=0 ea=1.12 eaie=1.12 eaic=1.12 eais=1.12 eane=1.12 eanc=1.12 eans=1.12 xis=3 xii=3 xin=3 tnf=0 tavc=0 rth=0 cth=0
    vrt=0 art=0.1 ccso=0 qbm=0 nkf=0.5 xikf=0 xrcx xrbx xrbp isrr=1 xisr=0 dear=0 eap=1.12 vbbe=0 nbbe=1 ibbe=1e-6 tvbbe1=0 tvbbe2=0 tnbbe=0 ebbe dtemp=0 vers vref=0`),
  aliases: { tref: 'tnom' },
};

/**
 * The junction field-effect transistor of SPICE2 after Shichman and Hodges, with the later fitting parameters. The saturation current follows
 * the temperature without a power of it, so that `xti` is 0, although ngspice shows 3 for it.
 */
export const jfet: ModelFamilyTable = {
  family: 'jfet',
  title: 'JFET (Shichman-Hodges)',
  polarity: true,
  ...namesWithDefaults('vto=-2 beta=1e-4 lambda=0 rd=0 rs=0 cgs=0 cgd=0 pb=1 is=1e-14 fc=0.5 b=1 tcv=0 vtotc=0 bex=0 betatce=0 xti=0 eg=1.11 kf=0 af=1 nlev=2 gdsnoi=1'),
  aliases: { vt0: 'vto', tref: 'tnom' },
};
