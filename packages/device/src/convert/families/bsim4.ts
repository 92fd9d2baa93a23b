import { nameList, type ModelFamilyTable } from '../family-table.ts';

/** Parameters of BSIM4 4.5 to 4.8 that vary with length and width: each has `l`, `w` and `p` terms beside it. */
const binned = `
  cdsc cdscb cdscd cit nfactor xj vsat at a0 ags a1 a2 keta nsub ndep nsd phin ngate gamma1 gamma2 vbx vbm xt k1 kt1 kt1l kt2 k2 k3 k3b w0 dvtp0 dvtp1
  lpe0 lpeb dvt0 dvt1 dvt2 dvt0w dvt1w dvt2w drout dsub vth0 ua ua1 ub ub1 uc uc1 ud ud1 up lp u0 eu ute voff minv delta rdsw rsw rdw prwg prwb prt eta0
  etab pclm pdiblc1 pdiblc2 pdiblcb fprout pdits pditsd pscbe1 pscbe2 pvag vfbcv vfb acde moin noff voffcv xrcrg1 xrcrg2 lambda vtl xn vfbsdoff
  tvfbsdoff tvoff wr dwg dwb b0 b1 cgsl cgdl ckappas ckappad cf clc cle alpha0 alpha1 beta0 agidl bgidl cgidl egidl aigc bigc cigc aigsd bigsd cigsd
  aigbacc bigbacc cigbacc aigbinv bigbinv cigbinv nigc nigbinv nigbacc ntox eigbinv pigcd poxedge ku0 kvth0 kvth0we k2we ku0we ucs ucste minvcv agisl
  bgisl cgisl egisl aigs bigs cigs aigd bigd cigd dvtp2 dvtp3 dvtp4 dvtp5 tnfactor teta0 tvoffcv rgidl kgidl fgidl rgisl kgisl fgisl
`;

/** The other parameters. */
const plain = `
  capmod diomod rdsmod trnqsmod acnqsmod mobmod rbodymod rgatemod permod geomod rgeomod fnoimod tnoimod igcmod igbmod tempmod paramchk binunit toxe toxp
  toxm toxref dtox epsrox voffl cgso cgdo cgbo xpart rsh rdswmin rdwmin rswmin pditsl jss jsws jswgs pbs njs xtis mjs pbsws mjsws pbswgs mjswgs cjs
  cjsws cjswgs jsd jswd jswgd pbd njd xtid mjd pbswd mjswd pbswgd mjswgd cjd cjswd cjswgd tpb tcj tpbsw tcjsw tpbswg tcjswg dmcg dmci dmdg dmcgt xgw xgl
  rshg ngcon lc lintnoi lint ll llc lln lw lwc lwn lwl lwlc lmin lmax wint wl wlc wln ww wwc wwn wwl wwlc wmin wmax dwc dlc xw xl dlcig dwj ijthdfwd
  ijthsfwd ijthdrev ijthsrev xjbvd xjbvs bvd bvs jtss jtsd jtssws jtsswd jtsswgs jtsswgd njts njtssw njtsswg xtss xtsd xtssws xtsswd xtsswgs xtsswgd
  tnjts tnjtssw tnjtsswg vtss vtsd vtssws vtsswd vtsswgs vtsswgd gbmin rbdb rbpb rbsb rbps rbpd rbps0 rbpsl rbpsw rbpsnf rbpd0 rbpdl rbpdw rbpdnf rbpbx0
  rbpbxl rbpbxw rbpbxnf rbpby0 rbpbyl rbpbyw rbpbynf rbsbx0 rbsby0 rbdbx0 rbdby0 rbsdbxl rbsdbxw rbsdbxnf rbsdbyl rbsdbyw rbsdbynf saref sbref wlod
  kvsat tku0 llodku0 wlodku0 llodvth wlodvth stk2 lodk2 steta0 lodeta0 web wec scref wpemod noia noib noic tnoia tnoib rnoia rnoib ntnoi em ef af kf
  cvchargemod mtrlmod eot vddeot tempeot leffeot weffeot ados bdos phig epsrgate easub epsrsub ni0sub bg0sub tbgasub tbgbsub voffcvl dlcigd jtweff njtsd
  njtsswd njtsswgd tnjtsd tnjtsswd tnjtsswgd mtrlcompatmod gidlmod tnoic rnoic gidlclamp idovvds
`;

const withTerms = nameList(binned).flatMap((name) => [name, `l${name}`, `w${name}`, `p${name}`]);

/** Names of the manuals of the University of California, Berkeley. */
export const bsim4: ModelFamilyTable = {
  family: 'bsim4',
  title: 'BSIM4',
  polarity: true,
  versions: 'dotted',
  mobility: 'm2',
  names: [...nameList(plain), ...withTerms],
  defaults: {},
  aliases: { vtho: 'vth0', lvtho: 'lvth0', wvtho: 'wvth0', pvtho: 'pvth0', uo: 'u0', luo: 'lu0', wuo: 'wu0', puo: 'pu0', tref: 'tnom' },
};
