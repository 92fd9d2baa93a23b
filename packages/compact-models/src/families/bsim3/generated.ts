// Written by tools/differentiate from equations.ts beside it: npm run differentiate. Not to be edited.
/* oxlint-disable */
import type { GeneratedCode } from '../../model.ts';

const prepareScratch = new Float64Array(125);
function prepare1(p: Float64Array, g: Float64Array, a: Float64Array, q: Float64Array): void {
  const g0 = g[0]!;
  const g1 = g[1]!;
  const p13 = p[13]!;
  const p12 = p[12]!;
  const p16 = p[16]!;
  const p19 = p[19]!;
  const p22 = p[22]!;
  const p21 = p[21]!;
  const p25 = p[25]!;
  const p28 = p[28]!;
  const p30 = p[30]!;
  const p31 = p[31]!;
  const p33 = p[33]!;
  const a0 = a[0]!;
  const p9 = p[9]!;
  const p114 = p[114]!;
  const p150 = p[150]!;
  const p151 = p[151]!;
  const p152 = p[152]!;
  const p153 = p[153]!;
  const p154 = p[154]!;
  const p155 = p[155]!;
  const p156 = p[156]!;
  const p157 = p[157]!;
  const p242 = p[242]!;
  const p1 = p[1]!;
  const p0 = p[0]!;
  const p378 = p[378]!;
  const p382 = p[382]!;
  const p90 = p[90]!;
  const x2 = Math.pow(g0, p[15]!);
  const x5 = Math.pow(g1, p[18]!);
  const x7 = Math.pow(g0, p[24]!);
  const x9 = Math.pow(g1, p[27]!);
  const x18 = x2 * x5;
  const x29 = x7 * x9;
  const x58 = p[73]! > 0;
  prepareScratch[0] = x58 ? 1 : 0;
  const x66 = (((x58 ? p30 : p12) + (((p[67]! > 0) ? p[14]! : p13) / x2)) + (((p[68]! > 0) ? p[17]! : p16) / x5)) + (((p[69]! > 0) ? p[20]! : p19) / x18);
  const x68 = p[74]! > 0;
  prepareScratch[1] = x68 ? 1 : 0;
  const x76 = (((x68 ? p31 : p21) + (((p[70]! > 0) ? p[23]! : p22) / x7)) + (((p[71]! > 0) ? p[26]! : p25) / x9)) + (((p[72]! > 0) ? p[29]! : p28) / x29);
  const x78 = g0 + p[32]!;
  const x81 = x78 - (2 * (((p12 + (p13 / x2)) + (p16 / x5)) + (p19 / x18)));
  prepareScratch[2] = x81;
  const x83 = g1 + p33;
  const x85 = x83 - (2 * (((p21 + (p22 / x7)) + (p25 / x9)) + (p28 / x29)));
  prepareScratch[3] = x85;
  const x87 = x78 - (2 * x66);
  prepareScratch[4] = x87;
  const x89 = x83 - (2 * x76);
  prepareScratch[5] = x89;
  const x94 = (p[3]! === 1) ? 0.000001 : 1;
  const x95 = x94 / x81;
  const x96 = x94 / x85;
  const x99 = (x94 * x94) / (x81 * x85);
  const x102 = p[11]! + 273.15;
  const x104 = a0 / x102;
  prepareScratch[6] = x104;
  const x105 = x104 - 1;
  prepareScratch[7] = x105;
  const x106 = a0 - x102;
  prepareScratch[8] = x106;
  const x108 = 0.00008617087 * a0;
  prepareScratch[9] = x108;
  const x109 = 0.00008617087 * x102;
  prepareScratch[10] = x109;
  const x117 = 1.16 - (((0.000702 * a0) * a0) / (a0 + 1108));
  prepareScratch[11] = x117;
  const x122 = 1.16 - (((0.000702 * x102) * x102) / (x102 + 1108));
  prepareScratch[12] = x122;
  const x125 = x102 / 300.15;
  const x130 = 2 * x109;
  const x134 = ((14500000000 * x125) * Math.sqrt(x125)) * Math.exp((21.5565981 - (x122 / x130)));
  const x137 = 3.453133e-11 / p9;
  prepareScratch[13] = x137;
  let x142: number;
  if ((p[66]! > 0)) {
    x142 = p9 / p[10]!;
  } else {
    x142 = 1;
  }
  const x152 = ((p[94]! + (p[95]! * x95)) + (p[96]! * x96)) + (p[97]! * x99);
  prepareScratch[14] = x152;
  const x162 = ((p[98]! + (p[99]! * x95)) + (p[100]! * x96)) + (p[101]! * x99);
  prepareScratch[15] = x162;
  const x172 = ((p[102]! + (p[103]! * x95)) + (p[104]! * x96)) + (p[105]! * x99);
  prepareScratch[16] = x172;
  const x182 = ((p[106]! + (p[107]! * x95)) + (p[108]! * x96)) + (p[109]! * x99);
  prepareScratch[17] = x182;
  const x192 = ((p[110]! + (p[111]! * x95)) + (p[112]! * x96)) + (p[113]! * x99);
  prepareScratch[18] = x192;
  const x202 = ((p114 + (p[115]! * x95)) + (p[116]! * x96)) + (p[117]! * x99);
  prepareScratch[19] = x202;
  const x232 = ((p[126]! + (p[127]! * x95)) + (p[128]! * x96)) + (p[129]! * x99);
  prepareScratch[20] = x232;
  const x242 = ((p[130]! + (p[131]! * x95)) + (p[132]! * x96)) + (p[133]! * x99);
  prepareScratch[21] = x242;
  const x262 = ((p[138]! + (p[139]! * x95)) + (p[140]! * x96)) + (p[141]! * x99);
  const x272 = ((p[142]! + (p[143]! * x95)) + (p[144]! * x96)) + (p[145]! * x99);
  prepareScratch[22] = x272;
  const x282 = ((p[146]! + (p[147]! * x95)) + (p[148]! * x96)) + (p[149]! * x99);
  let x287: number;
  if ((p150 > 100000000000000000000)) {
    x287 = p150 * 0.000001;
  } else {
    x287 = p150;
  }
  let x291: number;
  if ((p151 > 100000000000000000000)) {
    x291 = p151 * 0.000001;
  } else {
    x291 = p151;
  }
  let x295: number;
  if ((p152 > 100000000000000000000)) {
    x295 = p152 * 0.000001;
  } else {
    x295 = p152;
  }
  let x299: number;
  if ((p153 > 100000000000000000000)) {
    x299 = p153 * 0.000001;
  } else {
    x299 = p153;
  }
  const x305 = ((x287 + (x291 * x95)) + (x295 * x96)) + (x299 * x99);
  let x310: number;
  if ((p154 > 1.000001e+24)) {
    x310 = p154 * 0.000001;
  } else {
    x310 = p154;
  }
  let x315: number;
  if ((p155 > 1e+23)) {
    x315 = p155 * 0.000001;
  } else {
    x315 = p155;
  }
  let x319: number;
  if ((p156 > 1e+23)) {
    x319 = p156 * 0.000001;
  } else {
    x319 = p156;
  }
  let x323: number;
  if ((p157 > 1e+23)) {
    x323 = p157 * 0.000001;
  } else {
    x323 = p157;
  }
  const x329 = ((x310 + (x315 * x95)) + (x319 * x96)) + (x323 * x99);
  prepareScratch[23] = x329;
  const x339 = ((p[158]! + (p[159]! * x95)) + (p[160]! * x96)) + (p[161]! * x99);
  const x349 = ((p[162]! + (p[163]! * x95)) + (p[164]! * x96)) + (p[165]! * x99);
  const x359 = ((p[166]! + (p[167]! * x95)) + (p[168]! * x96)) + (p[169]! * x99);
  const x369 = ((p[170]! + (p[171]! * x95)) + (p[172]! * x96)) + (p[173]! * x99);
  const x379 = ((p[174]! + (p[175]! * x95)) + (p[176]! * x96)) + (p[177]! * x99);
  const x389 = ((p[178]! + (p[179]! * x95)) + (p[180]! * x96)) + (p[181]! * x99);
  const x399 = ((p[182]! + (p[183]! * x95)) + (p[184]! * x96)) + (p[185]! * x99);
  const x409 = ((p[194]! + (p[195]! * x95)) + (p[196]! * x96)) + (p[197]! * x99);
  const x439 = ((p[198]! + (p[199]! * x95)) + (p[200]! * x96)) + (p[201]! * x99);
  prepareScratch[24] = x439;
  const x459 = ((p[206]! + (p[207]! * x95)) + (p[208]! * x96)) + (p[209]! * x99);
  prepareScratch[25] = x459;
  const x489 = ((p[218]! + (p[219]! * x95)) + (p[220]! * x96)) + (p[221]! * x99);
  prepareScratch[26] = x489;
  const x499 = ((p[222]! + (p[223]! * x95)) + (p[224]! * x96)) + (p[225]! * x99);
  prepareScratch[27] = x499;
  const x509 = ((p[226]! + (p[227]! * x95)) + (p[228]! * x96)) + (p[229]! * x99);
  prepareScratch[28] = x509;
  const x519 = ((p[230]! + (p[231]! * x95)) + (p[232]! * x96)) + (p[233]! * x99);
  prepareScratch[29] = x519;
  const x529 = ((p[234]! + (p[235]! * x95)) + (p[236]! * x96)) + (p[237]! * x99);
  prepareScratch[30] = x529;
  const x539 = ((p[238]! + (p[239]! * x95)) + (p[240]! * x96)) + (p[241]! * x99);
  prepareScratch[31] = x539;
  const x572 = ((p[250]! + (p[251]! * x95)) + (p[252]! * x96)) + (p[253]! * x99);
  const x594 = (((p[254]! + (p[255]! * x95)) + (p[256]! * x96)) + (p[257]! * x99)) + ((((p[258]! + (p[259]! * x95)) + (p[260]! * x96)) + (p[261]! * x99)) * x105);
  prepareScratch[32] = x594;
  const x616 = (((p[262]! + (p[263]! * x95)) + (p[264]! * x96)) + (p[265]! * x99)) + ((((p[266]! + (p[267]! * x95)) + (p[268]! * x96)) + (p[269]! * x99)) * x105);
  prepareScratch[33] = x616;
  let x628: number;
  if ((p[92]! > 0)) {
    x628 = p[270]!;
  } else {
    x628 = (p1 === 3) ? (-0.0465) : (-4.65e-11);
  }
  let x638: number;
  if ((p[93]! > 0)) {
    x638 = p[274]!;
  } else {
    x638 = (p1 === 3) ? (-0.056) : (-5.6e-11);
  }
  const x658 = (((x628 + (p[271]! * x95)) + (p[272]! * x96)) + (p[273]! * x99)) + ((((x638 + (p[275]! * x95)) + (p[276]! * x96)) + (p[277]! * x99)) * x105);
  prepareScratch[34] = x658;
  let x667: number;
  if ((p[91]! > 0)) {
    x667 = p[278]!;
  } else {
    x667 = (p0 > 0) ? 0.067 : 0.025;
  }
  const x676 = ((x667 + (p[279]! * x95)) + (p[280]! * x96)) + (p[281]! * x99);
  const x696 = ((p[286]! + (p[287]! * x95)) + (p[288]! * x96)) + (p[289]! * x99);
  prepareScratch[35] = x696;
  const x706 = ((p[290]! + (p[291]! * x95)) + (p[292]! * x96)) + (p[293]! * x99);
  prepareScratch[36] = x706;
  const x716 = ((p[294]! + (p[295]! * x95)) + (p[296]! * x96)) + (p[297]! * x99);
  const x726 = ((p[298]! + (p[299]! * x95)) + (p[300]! * x96)) + (p[301]! * x99);
  prepareScratch[37] = x726;
  const x736 = ((p[302]! + (p[303]! * x95)) + (p[304]! * x96)) + (p[305]! * x99);
  prepareScratch[38] = x736;
  const x756 = ((p[310]! + (p[311]! * x95)) + (p[312]! * x96)) + (p[313]! * x99);
  prepareScratch[39] = x756;
  const x766 = ((p[314]! + (p[315]! * x95)) + (p[316]! * x96)) + (p[317]! * x99);
  prepareScratch[40] = x766;
  const x776 = ((p[318]! + (p[319]! * x95)) + (p[320]! * x96)) + (p[321]! * x99);
  prepareScratch[41] = x776;
  const x806 = ((p[330]! + (p[331]! * x95)) + (p[332]! * x96)) + (p[333]! * x99);
  prepareScratch[42] = x806;
  const x816 = ((p[334]! + (p[335]! * x95)) + (p[336]! * x96)) + (p[337]! * x99);
  prepareScratch[43] = x816;
  const x826 = ((p[338]! + (p[339]! * x95)) + (p[340]! * x96)) + (p[341]! * x99);
  prepareScratch[44] = x826;
  const x836 = ((p[342]! + (p[343]! * x95)) + (p[344]! * x96)) + (p[345]! * x99);
  prepareScratch[45] = x836;
  const x856 = ((p[350]! + (p[351]! * x95)) + (p[352]! * x96)) + (p[353]! * x99);
  prepareScratch[46] = x856;
  const x866 = ((p[354]! + (p[355]! * x95)) + (p[356]! * x96)) + (p[357]! * x99);
  prepareScratch[47] = x866;
  const x876 = ((p[358]! + (p[359]! * x95)) + (p[360]! * x96)) + (p[361]! * x99);
  prepareScratch[48] = x876;
  const x886 = ((p[362]! + (p[363]! * x95)) + (p[364]! * x96)) + (p[365]! * x99);
  prepareScratch[49] = x886;
  const x896 = ((p[366]! + (p[367]! * x95)) + (p[368]! * x96)) + (p[369]! * x99);
  prepareScratch[50] = x896;
  const x906 = ((p[370]! + (p[371]! * x95)) + (p[372]! * x96)) + (p[373]! * x99);
  prepareScratch[51] = x906;
  const x916 = ((p[374]! + (p[375]! * x95)) + (p[376]! * x96)) + (p[377]! * x99);
  prepareScratch[52] = x916;
  const x926 = ((p378 + (p[379]! * x95)) + (p[380]! * x96)) + (p[381]! * x99);
  prepareScratch[53] = x926;
  const x936 = ((p382 + (p[383]! * x95)) + (p[384]! * x96)) + (p[385]! * x99);
  prepareScratch[54] = x936;
  const x946 = ((p[386]! + (p[387]! * x95)) + (p[388]! * x96)) + (p[389]! * x99);
  prepareScratch[55] = x946;
  let x958: number;
  if ((p[78]! > 0)) {
    x958 = p[390]!;
  } else {
    x958 = 2.1983327441279408e-11 * Math.log((1 + (4e-7 / p9)));
  }
  const x967 = ((x958 + (p[391]! * x95)) + (p[392]! * x96)) + (p[393]! * x99);
  prepareScratch[56] = x967;
  const x977 = ((p[394]! + (p[395]! * x95)) + (p[396]! * x96)) + (p[397]! * x99);
  prepareScratch[57] = x977;
  const x987 = ((p[398]! + (p[399]! * x95)) + (p[400]! * x96)) + (p[401]! * x99);
  prepareScratch[58] = x987;
  const x997 = ((p[402]! + (p[403]! * x95)) + (p[404]! * x96)) + (p[405]! * x99);
  prepareScratch[59] = x997;
  const x1017 = ((p[410]! + (p[411]! * x95)) + (p[412]! * x96)) + (p[413]! * x99);
  prepareScratch[60] = x1017;
  const x1027 = ((p[414]! + (p[415]! * x95)) + (p[416]! * x96)) + (p[417]! * x99);
  prepareScratch[61] = x1027;
  const x1037 = ((p[418]! + (p[419]! * x95)) + (p[420]! * x96)) + (p[421]! * x99);
  prepareScratch[62] = x1037;
  let x1041: number;
  if ((x676 > 1)) {
    x1041 = x676 / 10000;
  } else {
    x1041 = x676;
  }
  const x1045 = (x1041 * Math.pow(x104, (((p[282]! + (p[283]! * x95)) + (p[284]! * x96)) + (p[285]! * x99)))) * g[17]!;
  prepareScratch[63] = x1045;
  const x1047 = (((p[118]! + (p[119]! * x95)) + (p[120]! * x96)) + (p[121]! * x99)) - ((((p[122]! + (p[123]! * x95)) + (p[124]! * x96)) + (p[125]! * x99)) * x105);
  prepareScratch[64] = x1047;
  const x1053 = (x716 + ((((p[306]! + (p[307]! * x95)) + (p[308]! * x96)) + (p[309]! * x99)) * x105)) / Math.pow((x85 * 1000000), (((p[346]! + (p[347]! * x95)) + (p[348]! * x96)) + (p[349]! * x99)));
  const x1055 = p[4]! === 1;
  prepareScratch[65] = x1055 ? 1 : 0;
  const x1063 = (x1055 && ((x716 < 0) || ((x1053 > 0) && (x1053 < 0.001)))) ? 0 : x1053;
  prepareScratch[66] = x1063;
  const x1065 = x1055 && (x262 > 1);
  const x1066 = x1065 ? 0 : (((p[134]! + (p[135]! * x95)) + (p[136]! * x96)) + (p[137]! * x99));
  prepareScratch[67] = x1066;
  let x1071: number;
  if (x1065) {
    x1071 = 1;
  } else {
    x1071 = (x1055 && (x262 < 0.01)) ? 0.01 : x262;
  }
  prepareScratch[68] = x1071;
  const x1075 = p[84]! > 0;
  let x1081: number;
  if (((p[83]! === 0) && x1075)) {
    const x1078 = x339 * x137;
    x1081 = (3.021e+22 * x1078) * x1078;
  } else {
    x1081 = x305;
  }
  const x1084 = x130 * Math.log((x1081 / x134));
  prepareScratch[69] = x1084;
  const x1085 = Math.sqrt(x1084);
  prepareScratch[70] = x1085;
  const x1086 = x1085 * x1084;
  prepareScratch[71] = x1086;
  const x1091 = (1.60219e-19 * x1081) * 1000000;
  const x1094 = Math.sqrt((2.07188e-10 / x1091)) * x1085;
  prepareScratch[72] = x1094;
  const x1097 = Math.sqrt(((3 * x202) * p9));
  prepareScratch[73] = x1097;
  const x1102 = x109 * Math.log(((100000000000000000000 * x1081) / (x134 * x134)));
  prepareScratch[74] = x1102;
  const x1108 = Math.sqrt(((((1.6597727085999998e-29 * x1081) * 1000000) / 2) / x1084));
  prepareScratch[75] = x1108;
  const x1112 = Math.sqrt(((1.03594e-10 * x109) / x1091)) / 3;
  prepareScratch[76] = x1112;
  const x1118 = (((p[406]! + (p[407]! * x95)) + (p[408]! * x96)) + (p[409]! * x99)) * Math.pow((x1081 / 20000000000000000), (-0.25));
  prepareScratch[77] = x1118;
  const x1120 = p[87]! > 0;
  const x1122 = p[88]! > 0;
  let x1168: number;
  let x1169: number;
  let x1170: number;
  if ((x1120 || x1122)) {
    x1168 = x1120 ? x399 : 0.53;
    x1169 = x1122 ? x409 : (-0.0186);
    x1170 = x369;
  } else {
    let x1136: number;
    if ((p[86]! > 0)) {
      x1136 = x359;
    } else {
      x1136 = x1084 - (((0.00077348 * x1081) * x379) * x379);
    }
    const x1139 = Math.abs(x369);
    let x1145: number;
    if (x1075) {
      x1145 = x339;
    } else {
      x1145 = (5.753e-12 * Math.sqrt(x1081)) / x137;
    }
    let x1151: number;
    if ((p[85]! > 0)) {
      x1151 = x349;
    } else {
      x1151 = (5.753e-12 * Math.sqrt(x282)) / x137;
    }
    const x1155 = x1084 + x1139;
    const x1163 = ((x1145 - x1151) * (Math.sqrt((x1084 + Math.abs(x1136))) - x1085)) / ((2 * (Math.sqrt((x1084 * x1155)) - x1084)) - x1139);
    x1168 = x1151 - ((2 * x1163) * Math.sqrt(x1155));
    x1169 = x1163;
    x1170 = -x1139;
  }
  let x1184: number;
  if ((x1169 < 0)) {
    const x1176 = (0.5 * x1168) / x1169;
    x1184 = Math.max(Math.min((0.9 * (x1084 - (x1176 * x1176))), (-3)), (-30));
  } else {
    x1184 = -30;
  }
  const x1185 = Math.min(x1184, x1170);
  prepareScratch[78] = x1185;
  const x1186 = x1168 * x142;
  prepareScratch[79] = x1186;
  const x1187 = x1169 * x142;
  prepareScratch[80] = x1187;
  let x1198: number;
  if ((p[89]! > 0)) {
    x1198 = x389;
  } else {
    let x1197: number;
    if ((p90 > 0)) {
      x1197 = ((p0 * x572) - x1084) - (x1168 * x1085);
    } else {
      x1197 = -1;
    }
    x1198 = x1197;
  }
  prepareScratch[81] = x1198;
  let x1204: number;
  if ((p90 > 0)) {
    x1204 = p0 * x572;
  } else {
    x1204 = (x1198 + x1084) + (x1168 * x1085);
  }
  prepareScratch[82] = x1204;
  const x1206 = p0 * g[16]!;
  prepareScratch[83] = x1206;
  const x1209 = Math.sqrt((3.000000289592089 * p9));
  prepareScratch[84] = x1209;
  const x1211 = x1209 * Math.sqrt(x1094);
  prepareScratch[85] = x1211;
  const x1216 = Math.exp(((((-0.5) * (((((p[82]! > 0) ? p[246]! : p242) + (p[247]! * x95)) + (p[248]! * x96)) + (p[249]! * x99))) * x81) / x1211));
  const x1219 = x1216 + ((2 * x1216) * x1216);
  prepareScratch[86] = x1219;
  const x1223 = Math.exp(((((-0.5) * (((p242 + (p[243]! * x95)) + (p[244]! * x96)) + (p[245]! * x99))) * x81) / x1211));
  const x1228 = ((((p[322]! + (p[323]! * x95)) + (p[324]! * x96)) + (p[325]! * x99)) * (x1223 + ((2 * x1223) * x1223))) + (((p[326]! + (p[327]! * x95)) + (p[328]! * x96)) + (p[329]! * x99));
  prepareScratch[87] = x1228;
  const x1231 = (p9 * x1084) / (x85 + (((p[210]! + (p[211]! * x95)) + (p[212]! * x96)) + (p[213]! * x99)));
  prepareScratch[88] = x1231;
  const x1239 = (((p[186]! + (p[187]! * x95)) + (p[188]! * x96)) + (p[189]! * x99)) + ((((p[190]! + (p[191]! * x95)) + (p[192]! * x96)) + (p[193]! * x99)) / x81);
  const x1241 = ((x1186 * (Math.sqrt((1 + ((((p[214]! + (p[215]! * x95)) + (p[216]! * x96)) + (p[217]! * x99)) / x81))) - 1)) * x1085) + (x1239 * x105);
  prepareScratch[89] = x1241;
  const x1243 = x1168 * x1085;
  prepareScratch[90] = x1243;
  const x1245 = (((p[202]! + (p[203]! * x95)) + (p[204]! * x96)) + (p[205]! * x99)) * x1231;
  prepareScratch[91] = x1245;
  const x1247 = (((x1204 + x1206) - x1243) + x1245) + x1241;
  prepareScratch[92] = x1247;
  const x1250 = ((0.5 * x499) * x81) / x1211;
  let x1256: number;
  if ((x1250 < 34)) {
    x1256 = Math.exp((-x1250));
  } else {
    x1256 = 1.713908431e-15;
  }
  prepareScratch[93] = x1256;
}

function prepare2(p: Float64Array, g: Float64Array, a: Float64Array, q: Float64Array): void {
  const x1256 = prepareScratch[93]!;
  const x489 = prepareScratch[26]!;
  const x529 = prepareScratch[30]!;
  const x85 = prepareScratch[3]!;
  const x81 = prepareScratch[2]!;
  const x1211 = prepareScratch[85]!;
  const x519 = prepareScratch[29]!;
  const x1102 = prepareScratch[74]!;
  const x1084 = prepareScratch[69]!;
  const x1204 = prepareScratch[82]!;
  const x1245 = prepareScratch[91]!;
  const x1241 = prepareScratch[89]!;
  const x1243 = prepareScratch[90]!;
  const x1206 = prepareScratch[83]!;
  const p30 = p[30]!;
  const x58 = prepareScratch[0]!;
  const x137 = prepareScratch[13]!;
  const p382 = p[382]!;
  const p114 = p[114]!;
  const p378 = p[378]!;
  const x68 = prepareScratch[1]!;
  const p31 = p[31]!;
  const p21 = p[21]!;
  const x1055 = prepareScratch[65]!;
  const x967 = prepareScratch[56]!;
  const x89 = prepareScratch[5]!;
  const x87 = prepareScratch[4]!;
  const x122 = prepareScratch[12]!;
  const x109 = prepareScratch[10]!;
  const x117 = prepareScratch[11]!;
  const x108 = prepareScratch[9]!;
  const x104 = prepareScratch[6]!;
  const p49 = p[49]!;
  const x106 = prepareScratch[8]!;
  const p52 = p[52]!;
  const p5 = p[5]!;
  const p8 = p[8]!;
  const p58 = p[58]!;
  const p55 = p[55]!;
  const g3 = g[3]!;
  const g1 = g[1]!;
  const p45 = p[45]!;
  const p33 = p[33]!;
  const p6 = p[6]!;
  const g10 = g[10]!;
  const g4 = g[4]!;
  const g12 = g[12]!;
  const g6 = g[6]!;
  const g11 = g[11]!;
  const g5 = g[5]!;
  const g13 = g[13]!;
  const g7 = g[7]!;
  const p48 = p[48]!;
  const g14 = g[14]!;
  const g8 = g[8]!;
  const p37 = p[37]!;
  const p43 = p[43]!;
  const g15 = g[15]!;
  const g9 = g[9]!;
  const p44 = p[44]!;
  const x439 = prepareScratch[24]!;
  const x105 = prepareScratch[7]!;
  const x1198 = prepareScratch[81]!;
  const x906 = prepareScratch[51]!;
  const x896 = prepareScratch[50]!;
  const x977 = prepareScratch[57]!;
  const x987 = prepareScratch[58]!;
  const x926 = prepareScratch[53]!;
  const x936 = prepareScratch[54]!;
  const x1264 = (((0.5 * x529) * x85) * x81) / x1211;
  let x1268: number;
  if ((x1264 < 34)) {
    x1268 = Math.exp((-x1264));
  } else {
    x1268 = 1.713908431e-15;
  }
  const x1274 = x1102 - x1084;
  prepareScratch[94] = x1274;
  const x1279 = (((x1204 - (((x489 * (x1256 * (1 + (2 * x1256)))) + (x519 * (x1268 * (1 + (2 * x1268))))) * x1274)) + x1245) + x1241) - x1084;
  const x1281 = (x1279 - x1243) + x1206;
  prepareScratch[95] = x1281;
  const x1283 = x58 && (p30 > 0);
  let x1293: number;
  if ((p[76]! > 0)) {
    x1293 = p[35]!;
  } else {
    let x1292: number;
    if (x1283) {
      x1292 = (p30 * x137) - p382;
    } else {
      x1292 = (0.6 * p114) * x137;
    }
    x1293 = x1292;
  }
  let x1302: number;
  if ((p[75]! > 0)) {
    x1302 = p[34]!;
  } else {
    let x1301: number;
    if (x1283) {
      x1301 = (p30 * x137) - p378;
    } else {
      x1301 = (0.6 * p114) * x137;
    }
    x1302 = x1301;
  }
  let x1309: number;
  if ((p[77]! > 0)) {
    x1309 = p[36]!;
  } else {
    x1309 = (2 * (x68 ? p31 : p21)) * x137;
  }
  let x1311: number;
  if (x1055) {
    x1311 = Math.max(x1293, 0);
  } else {
    x1311 = x1293;
  }
  const x1313 = (x1311 + x967) * x89;
  prepareScratch[96] = x1313;
  let x1315: number;
  if (x1055) {
    x1315 = Math.max(x1302, 0);
  } else {
    x1315 = x1302;
  }
  const x1317 = (x1315 + x967) * x89;
  prepareScratch[97] = x1317;
  let x1319: number;
  if (x1055) {
    x1319 = Math.max(x1309, 0);
  } else {
    x1319 = x1309;
  }
  const x1320 = x1319 * x87;
  prepareScratch[98] = x1320;
  const x1330 = Math.exp(((((x122 / x109) - (x117 / x108)) + (p[50]! * Math.log(x104))) / p49));
  const x1333 = Math.max((p[46]! * x1330), 0);
  const x1336 = Math.max((p[47]! * x1330), 0);
  const x1339 = p[60]! * x106;
  let x1343: number;
  if ((x1339 >= (-1))) {
    x1343 = p[51]! * (1 + x1339);
  } else {
    x1343 = 0;
  }
  const x1346 = p[61]! * x106;
  let x1350: number;
  if ((x1346 >= (-1))) {
    x1350 = p52 * (1 + x1346);
  } else {
    x1350 = 0;
  }
  const x1354 = (p[79]! > 0) ? p[53]! : p52;
  const x1356 = p[62]! * x106;
  let x1360: number;
  if ((x1356 >= (-1))) {
    x1360 = x1354 * (1 + x1356);
  } else {
    x1360 = 0;
  }
  const x1362 = p5 > 0;
  const x1365 = p8 >= 3.3;
  const x1367 = (x1362 && x1365) ? x1354 : x1360;
  const x1374 = Math.max((Math.max(p[57]!, 0.1) - (p[63]! * x106)), 0.01);
  prepareScratch[99] = x1374;
  const x1380 = Math.max((Math.max(p58, 0.1) - (p[64]! * x106)), 0.01);
  prepareScratch[100] = x1380;
  const x1389 = Math.max((Math.max(((p[81]! > 0) ? p[59]! : p58), 0.1) - (p[65]! * x106)), 0.01);
  prepareScratch[101] = x1389;
  const x1395 = (p[80]! > 0) ? p[56]! : p55;
  prepareScratch[102] = x1395;
  const x1397 = g3 === 0;
  const x1400 = (x1397 || (g3 === 2)) ? 0 : 1;
  const x1403 = (x1397 || (g3 === 1)) ? 0 : 1;
  const x1410 = (g1 * p45) + p33;
  const x1412 = p[38]! * p45;
  const x1416 = (p5 === 1) || (p5 === 11);
  let x1462: number;
  let x1463: number;
  if (x1416) {
    x1462 = x1410 * p45;
    x1463 = x1410;
  } else {
    let x1460: number;
    let x1461: number;
    if (((p5 === 2) || ((p5 === 12) && (p6 === 1)))) {
      let x1430: number;
      if ((g10 > 0)) {
        x1430 = (g4 * p45) * p45;
      } else {
        x1430 = (2 * x1412) * x1410;
      }
      let x1437: number;
      if ((g12 > 0)) {
        x1437 = g6 * p45;
      } else {
        x1437 = (4 * x1412) + (2 * x1410);
      }
      x1460 = x1430;
      x1461 = x1437;
    } else {
      let x1458: number;
      let x1459: number;
      if (((p5 === 3) || (p5 === 13))) {
        let x1449: number;
        if ((g10 > 0)) {
          x1449 = (g4 * p45) * p45;
        } else {
          x1449 = (((x1400 > 0) ? 1 : 2) * x1412) * x1410;
        }
        let x1457: number;
        if ((g12 > 0)) {
          x1457 = g6 * p45;
        } else {
          let x1456: number;
          if ((x1400 > 0)) {
            x1456 = 2 * x1412;
          } else {
            x1456 = (4 * x1412) + x1410;
          }
          x1457 = x1456;
        }
        x1458 = x1449;
        x1459 = x1457;
      } else {
        x1458 = g4;
        x1459 = g6;
      }
      x1460 = x1458;
      x1461 = x1459;
    }
    x1462 = x1460;
    x1463 = x1461;
  }
  const x1464 = p5 === 13;
  let x1467: number;
  if (x1464) {
    x1467 = (g4 * p45) * p45;
  } else {
    x1467 = x1462;
  }
  let x1469: number;
  if (x1464) {
    x1469 = g6 * p45;
  } else {
    x1469 = x1463;
  }
  const x1470 = p5 === 0;
  const x1471 = x1470 ? x85 : x1410;
  const x1472 = x1467 * x1343;
  prepareScratch[103] = x1472;
  let x1490: number;
  let x1491: number;
  if (x1416) {
    x1490 = x1469 * x1350;
    x1491 = 0;
  } else {
    let x1488: number;
    let x1489: number;
    if ((p5 === 3)) {
      x1488 = x1469 * x1350;
      x1489 = x1471 * x1367;
    } else {
      let x1486: number;
      let x1487: number;
      if ((x1469 >= x1471)) {
        x1486 = (x1469 - x1471) * x1350;
        x1487 = x1471 * x1367;
      } else {
        let x1484: number;
        let x1485: number;
        if ((p5 === 2)) {
          x1484 = x1469 * x1367;
          x1485 = 0;
        } else {
          x1484 = 0;
          x1485 = x1469 * x1367;
        }
        x1486 = x1484;
        x1487 = x1485;
      }
      x1488 = x1486;
      x1489 = x1487;
    }
    x1490 = x1488;
    x1491 = x1489;
  }
  prepareScratch[104] = x1490;
  prepareScratch[105] = x1491;
  let x1536: number;
  let x1537: number;
  if (x1416) {
    x1536 = x1410 * p45;
    x1537 = x1410;
  } else {
    let x1534: number;
    let x1535: number;
    if (((p5 === 2) || ((p5 === 12) && (p6 === 1)))) {
      let x1507: number;
      if ((g11 > 0)) {
        x1507 = (g5 * p45) * p45;
      } else {
        x1507 = (2 * x1412) * x1410;
      }
      let x1513: number;
      if ((g13 > 0)) {
        x1513 = g7 * p45;
      } else {
        x1513 = (4 * x1412) + (2 * x1410);
      }
      x1534 = x1507;
      x1535 = x1513;
    } else {
      let x1532: number;
      let x1533: number;
      if (((p5 === 3) || x1464)) {
        let x1523: number;
        if ((g11 > 0)) {
          x1523 = (g5 * p45) * p45;
        } else {
          x1523 = (((x1403 > 0) ? 1 : 2) * x1412) * x1410;
        }
        let x1531: number;
        if ((g13 > 0)) {
          x1531 = g7 * p45;
        } else {
          let x1530: number;
          if ((x1403 > 0)) {
            x1530 = 2 * x1412;
          } else {
            x1530 = (4 * x1412) + x1410;
          }
          x1531 = x1530;
        }
        x1532 = x1523;
        x1533 = x1531;
      } else {
        x1532 = g5;
        x1533 = g7;
      }
      x1534 = x1532;
      x1535 = x1533;
    }
    x1536 = x1534;
    x1537 = x1535;
  }
  let x1540: number;
  if (x1464) {
    x1540 = (g5 * p45) * p45;
  } else {
    x1540 = x1536;
  }
  let x1542: number;
  if (x1464) {
    x1542 = g7 * p45;
  } else {
    x1542 = x1537;
  }
  const x1543 = x1470 ? x85 : x1410;
  const x1544 = x1540 * x1343;
  prepareScratch[106] = x1544;
  let x1562: number;
  let x1563: number;
  if (x1416) {
    x1562 = x1542 * x1350;
    x1563 = 0;
  } else {
    let x1560: number;
    let x1561: number;
    if ((p5 === 3)) {
      x1560 = x1542 * x1350;
      x1561 = x1543 * x1367;
    } else {
      let x1558: number;
      let x1559: number;
      if ((x1542 >= x1543)) {
        x1558 = (x1542 - x1543) * x1350;
        x1559 = x1543 * x1367;
      } else {
        let x1556: number;
        let x1557: number;
        if ((p5 === 2)) {
          x1556 = x1542 * x1367;
          x1557 = 0;
        } else {
          x1556 = 0;
          x1557 = x1542 * x1367;
        }
        x1558 = x1556;
        x1559 = x1557;
      }
      x1560 = x1558;
      x1561 = x1559;
    }
    x1562 = x1560;
    x1563 = x1561;
  }
  prepareScratch[107] = x1562;
  prepareScratch[108] = x1563;
  const x1566 = (x1462 * x1333) + (x1463 * x1336);
  const x1569 = (x1536 * x1333) + (x1537 * x1336);
  const x1578 = (((x1470 && (x1462 <= 0)) && (x1463 <= 0)) || (x1362 && (x1566 <= 0))) ? 1e-14 : x1566;
  prepareScratch[109] = x1578;
  const x1586 = (((x1470 && (x1536 <= 0)) && (x1537 <= 0)) || (x1362 && (x1569 <= 0))) ? 1e-14 : x1569;
  prepareScratch[110] = x1586;
  const x1588 = (x1365 ? 1 : 0) > 0;
  let x1596: number;
  if (x1588) {
    let x1595: number;
    if (((g4 <= 0) && (g6 <= 0))) {
      x1595 = 1e-14;
    } else {
      x1595 = (g4 * x1333) + (g6 * x1336);
    }
    x1596 = x1595;
  } else {
    x1596 = x1578;
  }
  let x1604: number;
  if (x1588) {
    let x1603: number;
    if (((g5 <= 0) && (g7 <= 0))) {
      x1603 = 1e-14;
    } else {
      x1603 = (g5 * x1333) + (g7 * x1336);
    }
    x1604 = x1603;
  } else {
    x1604 = x1586;
  }
  const x1605 = x108 * p49;
  prepareScratch[111] = x1605;
  const x1606 = x1596 > 0;
  const x1608 = p48 > 0;
  let x1614: number;
  if ((x1606 && x1608)) {
    x1614 = x1605 * Math.log(((p48 / x1596) + 1));
  } else {
    x1614 = 0;
  }
  prepareScratch[112] = x1614;
  const x1615 = x1604 > 0;
  let x1621: number;
  if ((x1615 && x1608)) {
    x1621 = x1605 * Math.log(((p48 / x1604) + 1));
  } else {
    x1621 = 0;
  }
  prepareScratch[113] = x1621;
  let x1623: number;
  if (x1606) {
    x1623 = x1596 + p48;
  } else {
    x1623 = 0;
  }
  prepareScratch[114] = x1623;
  let x1625: number;
  if (x1615) {
    x1625 = x1604 + p48;
  } else {
    x1625 = 0;
  }
  prepareScratch[115] = x1625;
  const x1632 = p[40]! + p[39]!;
  const x1634 = (x1632 * p[41]!) / x1410;
  let x1654: number;
  if (x1470) {
    x1654 = p37 * ((g14 > 0) ? g8 : 1);
  } else {
    let x1653: number;
    if (x1416) {
      let x1641: number;
      if ((g14 > 0)) {
        x1641 = p37 * g8;
      } else {
        x1641 = 0;
      }
      x1653 = (x1634 + x1641) + p43;
    } else {
      let x1652: number;
      if ((g14 > 0)) {
        x1652 = (x1634 + (p37 * g8)) + p43;
      } else {
        x1652 = (x1634 + ((x1412 * p37) / x1410)) + p43;
      }
      x1653 = x1652;
    }
    x1654 = x1653;
  }
  const x1660 = (x1632 * p[42]!) / x1410;
  let x1679: number;
  if (x1470) {
    x1679 = p37 * ((g15 > 0) ? g9 : 1);
  } else {
    let x1678: number;
    if (x1416) {
      let x1666: number;
      if ((g15 > 0)) {
        x1666 = p37 * g9;
      } else {
        x1666 = 0;
      }
      x1678 = (x1660 + x1666) + p44;
    } else {
      let x1677: number;
      if ((g15 > 0)) {
        x1677 = (x1660 + (p37 * g9)) + p44;
      } else {
        x1677 = (x1660 + ((x1412 * p37) / x1410)) + p44;
      }
      x1678 = x1677;
    }
    x1679 = x1678;
  }
  const x1684 = (x137 * x89) * x87;
  prepareScratch[116] = x1684;
  const x1685 = x439 * x105;
  prepareScratch[117] = x1685;
  const x1686 = x1198 + x1206;
  prepareScratch[118] = x1686;
  const x1689 = (x896 + (x906 * x81)) / x81;
  prepareScratch[119] = x1689;
  const x1692 = 1 + Math.pow((x977 / x87), x987);
  prepareScratch[120] = x1692;
  const x1693 = x926 * x89;
  prepareScratch[121] = x1693;
  const x1694 = x936 * x89;
  prepareScratch[122] = x1694;
  let x1698: number;
  if ((x1654 > 0)) {
    x1698 = 1 / x1654;
  } else {
    x1698 = 0;
  }
  prepareScratch[123] = x1698;
  let x1701: number;
  if ((x1679 > 0)) {
    x1701 = 1 / x1679;
  } else {
    x1701 = 0;
  }
  prepareScratch[124] = x1701;
}

export function prepare(p: Float64Array, g: Float64Array, a: Float64Array, q: Float64Array): void {
  const p1 = p[1]!;
  const p8 = p[8]!;
  const p9 = p[9]!;
  const p48 = p[48]!;
  const p55 = p[55]!;
  prepare1(p, g, a, q);
  prepare2(p, g, a, q);
  q[0] = g[2]!;
  q[1] = p1;
  q[2] = p[2]!;
  q[3] = p[7]!;
  q[4] = p8;
  q[5] = prepareScratch[2]!;
  q[6] = prepareScratch[3]!;
  q[7] = prepareScratch[116]!;
  q[8] = prepareScratch[5]!;
  q[9] = p9;
  q[10] = prepareScratch[13]!;
  q[11] = prepareScratch[9]!;
  q[12] = prepareScratch[84]!;
  q[13] = prepareScratch[69]!;
  q[14] = prepareScratch[70]!;
  q[15] = prepareScratch[71]!;
  q[16] = prepareScratch[78]!;
  q[17] = prepareScratch[72]!;
  q[18] = prepareScratch[94]!;
  q[19] = prepareScratch[92]!;
  q[20] = prepareScratch[79]!;
  q[21] = prepareScratch[80]!;
  q[22] = prepareScratch[117]!;
  q[23] = prepareScratch[26]!;
  q[24] = prepareScratch[27]!;
  q[25] = prepareScratch[28]!;
  q[26] = prepareScratch[29]!;
  q[27] = prepareScratch[30]!;
  q[28] = prepareScratch[31]!;
  q[29] = prepareScratch[25]!;
  q[30] = prepareScratch[88]!;
  q[31] = prepareScratch[39]!;
  q[32] = prepareScratch[40]!;
  q[33] = prepareScratch[86]!;
  q[34] = prepareScratch[118]!;
  q[35] = prepareScratch[23]!;
  q[36] = prepareScratch[18]!;
  q[37] = prepareScratch[14]!;
  q[38] = prepareScratch[15]!;
  q[39] = prepareScratch[16]!;
  q[40] = prepareScratch[17]!;
  q[41] = prepareScratch[35]!;
  q[42] = prepareScratch[75]!;
  q[43] = prepareScratch[46]!;
  q[44] = prepareScratch[47]!;
  q[45] = prepareScratch[66]!;
  q[46] = prepareScratch[37]!;
  q[47] = prepareScratch[38]!;
  q[48] = prepareScratch[20]!;
  q[49] = prepareScratch[21]!;
  q[50] = prepareScratch[48]!;
  q[51] = prepareScratch[49]!;
  q[52] = prepareScratch[22]!;
  q[53] = prepareScratch[19]!;
  q[54] = prepareScratch[32]!;
  q[55] = prepareScratch[33]!;
  q[56] = prepareScratch[34]!;
  q[57] = prepareScratch[63]!;
  q[58] = prepareScratch[64]!;
  q[59] = prepareScratch[67]!;
  q[60] = prepareScratch[68]!;
  q[61] = prepareScratch[36]!;
  q[62] = prepareScratch[41]!;
  q[63] = prepareScratch[73]!;
  q[64] = prepareScratch[87]!;
  q[65] = prepareScratch[42]!;
  q[66] = prepareScratch[45]!;
  q[67] = prepareScratch[43]!;
  q[68] = prepareScratch[44]!;
  q[69] = prepareScratch[119]!;
  q[70] = prepareScratch[52]!;
  q[71] = prepareScratch[95]!;
  q[72] = prepareScratch[59]!;
  q[73] = prepareScratch[120]!;
  q[74] = prepareScratch[61]!;
  q[75] = prepareScratch[62]!;
  q[76] = prepareScratch[77]!;
  q[77] = prepareScratch[76]!;
  q[78] = prepareScratch[60]!;
  q[79] = prepareScratch[97]!;
  q[80] = prepareScratch[96]!;
  q[81] = prepareScratch[98]!;
  q[82] = prepareScratch[121]!;
  q[83] = prepareScratch[122]!;
  q[84] = prepareScratch[55]!;
  q[85] = a[1]!;
  q[86] = prepareScratch[111]!;
  q[87] = p48;
  q[88] = prepareScratch[110]!;
  q[89] = prepareScratch[109]!;
  q[90] = prepareScratch[113]!;
  q[91] = prepareScratch[112]!;
  q[92] = prepareScratch[115]!;
  q[93] = prepareScratch[114]!;
  q[94] = prepareScratch[99]!;
  q[95] = prepareScratch[100]!;
  q[96] = prepareScratch[101]!;
  q[97] = p[54]!;
  q[98] = p55;
  q[99] = prepareScratch[102]!;
  q[100] = prepareScratch[106]!;
  q[101] = prepareScratch[107]!;
  q[102] = prepareScratch[108]!;
  q[103] = prepareScratch[103]!;
  q[104] = prepareScratch[104]!;
  q[105] = prepareScratch[105]!;
  q[106] = prepareScratch[123]!;
  q[107] = prepareScratch[124]!;
}

const prepareTangentScratch = new Float64Array(239);
function prepareTangent1(p: Float64Array, g: Float64Array, a: Float64Array, d: Float64Array, dq: Float64Array): void {
  const g0 = g[0]!;
  const g1 = g[1]!;
  const p13 = p[13]!;
  const d13 = d[13]!;
  const p12 = p[12]!;
  const d12 = d[12]!;
  const p16 = p[16]!;
  const d16 = d[16]!;
  const p19 = p[19]!;
  const d19 = d[19]!;
  const p22 = p[22]!;
  const d22 = d[22]!;
  const p21 = p[21]!;
  const d21 = d[21]!;
  const p25 = p[25]!;
  const d25 = d[25]!;
  const p28 = p[28]!;
  const d28 = d[28]!;
  const p30 = p[30]!;
  const d30 = d[30]!;
  const p31 = p[31]!;
  const d31 = d[31]!;
  const d32 = d[32]!;
  const p33 = p[33]!;
  const d33 = d[33]!;
  const a0 = a[0]!;
  const d11 = d[11]!;
  const p9 = p[9]!;
  const d9 = d[9]!;
  const p10 = p[10]!;
  const p115 = p[115]!;
  const p114 = p[114]!;
  const d114 = d[114]!;
  const p116 = p[116]!;
  const p117 = p[117]!;
  const p123 = p[123]!;
  const p124 = p[124]!;
  const p125 = p[125]!;
  const p139 = p[139]!;
  const p140 = p[140]!;
  const p141 = p[141]!;
  const p147 = p[147]!;
  const p148 = p[148]!;
  const p149 = p[149]!;
  const p150 = p[150]!;
  const d150 = d[150]!;
  const p151 = p[151]!;
  const d151 = d[151]!;
  const p152 = p[152]!;
  const d152 = d[152]!;
  const p153 = p[153]!;
  const d153 = d[153]!;
  const d154 = d[154]!;
  const p155 = p[155]!;
  const d155 = d[155]!;
  const p156 = p[156]!;
  const d156 = d[156]!;
  const p157 = p[157]!;
  const d157 = d[157]!;
  const p159 = p[159]!;
  const p160 = p[160]!;
  const p161 = p[161]!;
  const p163 = p[163]!;
  const p164 = p[164]!;
  const p165 = p[165]!;
  const p167 = p[167]!;
  const p168 = p[168]!;
  const p169 = p[169]!;
  const p171 = p[171]!;
  const p172 = p[172]!;
  const p173 = p[173]!;
  const p175 = p[175]!;
  const p176 = p[176]!;
  const p177 = p[177]!;
  const p183 = p[183]!;
  const p184 = p[184]!;
  const p185 = p[185]!;
  const p195 = p[195]!;
  const p196 = p[196]!;
  const p197 = p[197]!;
  const p187 = p[187]!;
  const p188 = p[188]!;
  const p189 = p[189]!;
  const p191 = p[191]!;
  const p192 = p[192]!;
  const p193 = p[193]!;
  const p199 = p[199]!;
  const p200 = p[200]!;
  const p201 = p[201]!;
  const p203 = p[203]!;
  const p204 = p[204]!;
  const p205 = p[205]!;
  const p211 = p[211]!;
  const p212 = p[212]!;
  const p213 = p[213]!;
  const p215 = p[215]!;
  const p216 = p[216]!;
  const p217 = p[217]!;
  const p219 = p[219]!;
  const p220 = p[220]!;
  const p221 = p[221]!;
  const p223 = p[223]!;
  const p224 = p[224]!;
  const p225 = p[225]!;
  const p231 = p[231]!;
  const p232 = p[232]!;
  const p233 = p[233]!;
  const p235 = p[235]!;
  const p236 = p[236]!;
  const p237 = p[237]!;
  const p243 = p[243]!;
  const p242 = p[242]!;
  const d242 = d[242]!;
  const p244 = p[244]!;
  const x2 = Math.pow(g0, p[15]!);
  const x5 = g0 > 0;
  let x8: number;
  if (x5) {
    x8 = x2 * Math.log(g0);
  } else {
    x8 = 0;
  }
  const x9 = d[15]! * x8;
  const x12 = Math.pow(g1, p[18]!);
  const x14 = g1 > 0;
  let x17: number;
  if (x14) {
    x17 = x12 * Math.log(g1);
  } else {
    x17 = 0;
  }
  const x18 = d[18]! * x17;
  const x20 = Math.pow(g0, p[24]!);
  let x24: number;
  if (x5) {
    x24 = x20 * Math.log(g0);
  } else {
    x24 = 0;
  }
  const x25 = d[24]! * x24;
  const x27 = Math.pow(g1, p[27]!);
  let x31: number;
  if (x14) {
    x31 = x27 * Math.log(g1);
  } else {
    x31 = 0;
  }
  const x32 = d[27]! * x31;
  const x34 = p13 / x2;
  const x37 = x9 / x2;
  const x46 = p16 / x12;
  const x49 = x18 / x12;
  const x55 = x2 * x12;
  const x60 = p19 / x55;
  const x63 = ((x9 * x12) + (x18 * x2)) / x55;
  const x70 = p22 / x20;
  const x73 = x25 / x20;
  const x82 = p25 / x27;
  const x85 = x32 / x27;
  const x91 = x20 * x27;
  const x96 = p28 / x91;
  const x99 = ((x25 * x27) + (x32 * x20)) / x91;
  const x106 = p[67]! > 0;
  const x113 = p[68]! > 0;
  const x120 = p[69]! > 0;
  const x127 = p[70]! > 0;
  const x134 = p[71]! > 0;
  const x141 = p[72]! > 0;
  const x148 = p[73]! > 0;
  prepareTangentScratch[0] = x148 ? 1 : 0;
  const x154 = (x106 ? p[14]! : p13) / x2;
  const x161 = (x113 ? p[17]! : p16) / x12;
  const x168 = (x120 ? p[20]! : p19) / x55;
  const x174 = (((x148 ? d30 : d12) + (((x106 ? d[14]! : d13) / x2) - (x37 * x154))) + (((x113 ? d[17]! : d16) / x12) - (x49 * x161))) + (((x120 ? d[20]! : d19) / x55) - (x63 * x168));
  const x176 = p[74]! > 0;
  prepareTangentScratch[1] = x176 ? 1 : 0;
  const x182 = (x127 ? p[23]! : p22) / x20;
  const x189 = (x134 ? p[26]! : p25) / x27;
  const x196 = (x141 ? p[29]! : p28) / x91;
  const x202 = (((x176 ? d31 : d21) + (((x127 ? d[23]! : d22) / x20) - (x73 * x182))) + (((x134 ? d[26]! : d25) / x27) - (x85 * x189))) + (((x141 ? d[29]! : d28) / x91) - (x99 * x196));
  const x204 = g0 + p[32]!;
  const x209 = x204 - (2 * (((p12 + x34) + x46) + x60));
  prepareTangentScratch[2] = x209;
  const x211 = d32 - ((((d12 + ((d13 / x2) - (x37 * x34))) + ((d16 / x12) - (x49 * x46))) + ((d19 / x55) - (x63 * x60))) * 2);
  prepareTangentScratch[3] = x211;
  const x213 = g1 + p33;
  const x217 = x213 - (2 * (((p21 + x70) + x82) + x96));
  prepareTangentScratch[4] = x217;
  const x219 = d33 - ((((d21 + ((d22 / x20) - (x73 * x70))) + ((d25 / x27) - (x85 * x82))) + ((d28 / x91) - (x99 * x96))) * 2);
  prepareTangentScratch[5] = x219;
  const x222 = x204 - (2 * ((((x148 ? p30 : p12) + x154) + x161) + x168));
  prepareTangentScratch[6] = x222;
  const x224 = d32 - (x174 * 2);
  prepareTangentScratch[7] = x224;
  const x227 = x213 - (2 * ((((x176 ? p31 : p21) + x182) + x189) + x196));
  prepareTangentScratch[8] = x227;
  const x229 = d33 - (x202 * 2);
  prepareTangentScratch[9] = x229;
  const x235 = (p[3]! === 1) ? 0.000001 : 1;
  const x236 = x235 / x209;
  prepareTangentScratch[10] = x236;
  const x237 = x211 / x209;
  prepareTangentScratch[11] = x237;
  const x238 = x237 * x236;
  prepareTangentScratch[12] = x238;
  const x240 = x235 / x217;
  prepareTangentScratch[13] = x240;
  const x242 = (x219 / x217) * x240;
  prepareTangentScratch[14] = x242;
  const x245 = x209 * x217;
  const x249 = (x235 * x235) / x245;
  prepareTangentScratch[15] = x249;
  const x251 = (((x211 * x217) + (x219 * x209)) / x245) * x249;
  prepareTangentScratch[16] = x251;
  const x255 = p[11]! + 273.15;
  const x258 = a0 / x255;
  prepareTangentScratch[17] = x258;
  const x260 = (d11 / x255) * x258;
  prepareTangentScratch[18] = x260;
  const x262 = x258 - 1;
  prepareTangentScratch[19] = x262;
  const x263 = a0 - x255;
  prepareTangentScratch[20] = x263;
  const x266 = 0.00008617087 * a0;
  prepareTangentScratch[21] = x266;
  const x267 = 0.00008617087 * x255;
  prepareTangentScratch[22] = x267;
  const x268 = d11 * 0.00008617087;
  prepareTangentScratch[23] = x268;
  const x276 = 1.16 - (((0.000702 * a0) * a0) / (a0 + 1108));
  prepareTangentScratch[24] = x276;
  const x277 = 0.000702 * x255;
  const x283 = x255 + 1108;
  const x284 = (x277 * x255) / x283;
  const x290 = 1.16 - x284;
  prepareTangentScratch[25] = x290;
  const x291 = ((d11 / x283) * x284) - ((((d11 * 0.000702) * x255) + (d11 * x277)) / x283);
  prepareTangentScratch[26] = x291;
  const x293 = x255 / 300.15;
  const x295 = d11 * 0.003331667499583542;
  const x297 = 14500000000 * x293;
  const x299 = Math.sqrt(x293);
  let x303: number;
  if ((x299 > 0)) {
    x303 = 0.5 / x299;
  } else {
    x303 = 0;
  }
  const x305 = x297 * x299;
  const x309 = 2 * x267;
  prepareTangentScratch[27] = x309;
  const x310 = x268 * 2;
  prepareTangentScratch[28] = x310;
  const x311 = x290 / x309;
  const x320 = Math.exp((21.5565981 - x311));
  const x322 = x305 * x320;
  prepareTangentScratch[29] = x322;
  const x325 = ((((x295 * 14500000000) * x299) + ((x295 * x303) * x297)) * x320) + (((((x310 / x309) * x311) - (x291 / x309)) * x320) * x305);
  prepareTangentScratch[30] = x325;
  const x328 = 3.453133e-11 / p9;
  prepareTangentScratch[31] = x328;
  const x330 = d9 / p9;
  prepareTangentScratch[32] = x330;
  const x331 = x330 * x328;
  prepareTangentScratch[33] = x331;
  const x332 = -x331;
  prepareTangentScratch[34] = x332;
  let x344: number;
  let x345: number;
  if ((p[66]! > 0)) {
    const x337 = p9 / p10;
    x344 = x337;
    x345 = (d9 / p10) - ((d[10]! / p10) * x337);
  } else {
    x344 = 1;
    x345 = 0;
  }
  prepareTangentScratch[35] = x344;
  prepareTangentScratch[36] = x345;
  const x374 = ((d[94]! + ((d[95]! * x236) - (x238 * p[95]!))) + ((d[96]! * x240) - (x242 * p[96]!))) + ((d[97]! * x249) - (x251 * p[97]!));
  prepareTangentScratch[37] = x374;
  const x403 = ((d[98]! + ((d[99]! * x236) - (x238 * p[99]!))) + ((d[100]! * x240) - (x242 * p[100]!))) + ((d[101]! * x249) - (x251 * p[101]!));
  prepareTangentScratch[38] = x403;
  const x432 = ((d[102]! + ((d[103]! * x236) - (x238 * p[103]!))) + ((d[104]! * x240) - (x242 * p[104]!))) + ((d[105]! * x249) - (x251 * p[105]!));
  prepareTangentScratch[39] = x432;
  const x461 = ((d[106]! + ((d[107]! * x236) - (x238 * p[107]!))) + ((d[108]! * x240) - (x242 * p[108]!))) + ((d[109]! * x249) - (x251 * p[109]!));
  prepareTangentScratch[40] = x461;
  const x490 = ((d[110]! + ((d[111]! * x236) - (x238 * p[111]!))) + ((d[112]! * x240) - (x242 * p[112]!))) + ((d[113]! * x249) - (x251 * p[113]!));
  prepareTangentScratch[41] = x490;
  const x518 = ((p114 + (p115 * x236)) + (p116 * x240)) + (p117 * x249);
  prepareTangentScratch[42] = x518;
  const x519 = ((d114 + ((d[115]! * x236) - (x238 * p115))) + ((d[116]! * x240) - (x242 * p116))) + ((d[117]! * x249) - (x251 * p117));
  prepareTangentScratch[43] = x519;
  const x548 = ((d[118]! + ((d[119]! * x236) - (x238 * p[119]!))) + ((d[120]! * x240) - (x242 * p[120]!))) + ((d[121]! * x249) - (x251 * p[121]!));
  prepareTangentScratch[44] = x548;
  const x576 = ((p[122]! + (p123 * x236)) + (p124 * x240)) + (p125 * x249);
  prepareTangentScratch[45] = x576;
  const x577 = ((d[122]! + ((d[123]! * x236) - (x238 * p123))) + ((d[124]! * x240) - (x242 * p124))) + ((d[125]! * x249) - (x251 * p125));
  prepareTangentScratch[46] = x577;
  const x606 = ((d[126]! + ((d[127]! * x236) - (x238 * p[127]!))) + ((d[128]! * x240) - (x242 * p[128]!))) + ((d[129]! * x249) - (x251 * p[129]!));
  prepareTangentScratch[47] = x606;
  const x635 = ((d[130]! + ((d[131]! * x236) - (x238 * p[131]!))) + ((d[132]! * x240) - (x242 * p[132]!))) + ((d[133]! * x249) - (x251 * p[133]!));
  prepareTangentScratch[48] = x635;
  const x664 = ((d[134]! + ((d[135]! * x236) - (x238 * p[135]!))) + ((d[136]! * x240) - (x242 * p[136]!))) + ((d[137]! * x249) - (x251 * p[137]!));
  prepareTangentScratch[49] = x664;
  const x692 = ((p[138]! + (p139 * x236)) + (p140 * x240)) + (p141 * x249);
  prepareTangentScratch[50] = x692;
  const x693 = ((d[138]! + ((d[139]! * x236) - (x238 * p139))) + ((d[140]! * x240) - (x242 * p140))) + ((d[141]! * x249) - (x251 * p141));
  prepareTangentScratch[51] = x693;
  const x722 = ((d[142]! + ((d[143]! * x236) - (x238 * p[143]!))) + ((d[144]! * x240) - (x242 * p[144]!))) + ((d[145]! * x249) - (x251 * p[145]!));
  prepareTangentScratch[52] = x722;
  const x750 = ((p[146]! + (p147 * x236)) + (p148 * x240)) + (p149 * x249);
  prepareTangentScratch[53] = x750;
  const x751 = ((d[146]! + ((d[147]! * x236) - (x238 * p147))) + ((d[148]! * x240) - (x242 * p148))) + ((d[149]! * x249) - (x251 * p149));
  prepareTangentScratch[54] = x751;
  let x758: number;
  let x759: number;
  if ((p150 > 100000000000000000000)) {
    x758 = p150 * 0.000001;
    x759 = d150 * 0.000001;
  } else {
    x758 = p150;
    x759 = d150;
  }
  let x765: number;
  let x766: number;
  if ((p151 > 100000000000000000000)) {
    x765 = p151 * 0.000001;
    x766 = d151 * 0.000001;
  } else {
    x765 = p151;
    x766 = d151;
  }
  let x772: number;
  let x773: number;
  if ((p152 > 100000000000000000000)) {
    x772 = p152 * 0.000001;
    x773 = d152 * 0.000001;
  } else {
    x772 = p152;
    x773 = d152;
  }
  let x779: number;
  let x780: number;
  if ((p153 > 100000000000000000000)) {
    x779 = p153 * 0.000001;
    x780 = d153 * 0.000001;
  } else {
    x779 = p153;
    x780 = d153;
  }
  const x800 = ((x758 + (x765 * x236)) + (x772 * x240)) + (x779 * x249);
  prepareTangentScratch[55] = x800;
  const x801 = ((x759 + ((x766 * x236) - (x238 * x765))) + ((x773 * x240) - (x242 * x772))) + ((x780 * x249) - (x251 * x779));
  prepareTangentScratch[56] = x801;
  let x809: number;
  if ((p[154]! > 1.000001e+24)) {
    x809 = d154 * 0.000001;
  } else {
    x809 = d154;
  }
  let x816: number;
  let x817: number;
  if ((p155 > 1e+23)) {
    x816 = p155 * 0.000001;
    x817 = d155 * 0.000001;
  } else {
    x816 = p155;
    x817 = d155;
  }
  let x823: number;
  let x824: number;
  if ((p156 > 1e+23)) {
    x823 = p156 * 0.000001;
    x824 = d156 * 0.000001;
  } else {
    x823 = p156;
    x824 = d156;
  }
  let x830: number;
  let x831: number;
  if ((p157 > 1e+23)) {
    x830 = p157 * 0.000001;
    x831 = d157 * 0.000001;
  } else {
    x830 = p157;
    x831 = d157;
  }
  const x852 = ((x809 + ((x817 * x236) - (x238 * x816))) + ((x824 * x240) - (x242 * x823))) + ((x831 * x249) - (x251 * x830));
  prepareTangentScratch[57] = x852;
  const x880 = ((p[158]! + (p159 * x236)) + (p160 * x240)) + (p161 * x249);
  prepareTangentScratch[58] = x880;
  const x881 = ((d[158]! + ((d[159]! * x236) - (x238 * p159))) + ((d[160]! * x240) - (x242 * p160))) + ((d[161]! * x249) - (x251 * p161));
  prepareTangentScratch[59] = x881;
  const x909 = ((p[162]! + (p163 * x236)) + (p164 * x240)) + (p165 * x249);
  prepareTangentScratch[60] = x909;
  const x910 = ((d[162]! + ((d[163]! * x236) - (x238 * p163))) + ((d[164]! * x240) - (x242 * p164))) + ((d[165]! * x249) - (x251 * p165));
  prepareTangentScratch[61] = x910;
  const x938 = ((p[166]! + (p167 * x236)) + (p168 * x240)) + (p169 * x249);
  prepareTangentScratch[62] = x938;
  const x939 = ((d[166]! + ((d[167]! * x236) - (x238 * p167))) + ((d[168]! * x240) - (x242 * p168))) + ((d[169]! * x249) - (x251 * p169));
  prepareTangentScratch[63] = x939;
  const x967 = ((p[170]! + (p171 * x236)) + (p172 * x240)) + (p173 * x249);
  prepareTangentScratch[64] = x967;
  const x968 = ((d[170]! + ((d[171]! * x236) - (x238 * p171))) + ((d[172]! * x240) - (x242 * p172))) + ((d[173]! * x249) - (x251 * p173));
  prepareTangentScratch[65] = x968;
  const x996 = ((p[174]! + (p175 * x236)) + (p176 * x240)) + (p177 * x249);
  prepareTangentScratch[66] = x996;
  const x997 = ((d[174]! + ((d[175]! * x236) - (x238 * p175))) + ((d[176]! * x240) - (x242 * p176))) + ((d[177]! * x249) - (x251 * p177));
  prepareTangentScratch[67] = x997;
  const x1026 = ((d[178]! + ((d[179]! * x236) - (x238 * p[179]!))) + ((d[180]! * x240) - (x242 * p[180]!))) + ((d[181]! * x249) - (x251 * p[181]!));
  prepareTangentScratch[68] = x1026;
  const x1054 = ((p[182]! + (p183 * x236)) + (p184 * x240)) + (p185 * x249);
  prepareTangentScratch[69] = x1054;
  const x1055 = ((d[182]! + ((d[183]! * x236) - (x238 * p183))) + ((d[184]! * x240) - (x242 * p184))) + ((d[185]! * x249) - (x251 * p185));
  prepareTangentScratch[70] = x1055;
  const x1083 = ((p[194]! + (p195 * x236)) + (p196 * x240)) + (p197 * x249);
  prepareTangentScratch[71] = x1083;
  const x1084 = ((d[194]! + ((d[195]! * x236) - (x238 * p195))) + ((d[196]! * x240) - (x242 * p196))) + ((d[197]! * x249) - (x251 * p197));
  prepareTangentScratch[72] = x1084;
  const x1112 = ((p[186]! + (p187 * x236)) + (p188 * x240)) + (p189 * x249);
  prepareTangentScratch[73] = x1112;
  const x1113 = ((d[186]! + ((d[187]! * x236) - (x238 * p187))) + ((d[188]! * x240) - (x242 * p188))) + ((d[189]! * x249) - (x251 * p189));
  prepareTangentScratch[74] = x1113;
  const x1141 = ((p[190]! + (p191 * x236)) + (p192 * x240)) + (p193 * x249);
  prepareTangentScratch[75] = x1141;
  const x1142 = ((d[190]! + ((d[191]! * x236) - (x238 * p191))) + ((d[192]! * x240) - (x242 * p192))) + ((d[193]! * x249) - (x251 * p193));
  prepareTangentScratch[76] = x1142;
  const x1170 = ((p[198]! + (p199 * x236)) + (p200 * x240)) + (p201 * x249);
  prepareTangentScratch[77] = x1170;
  const x1171 = ((d[198]! + ((d[199]! * x236) - (x238 * p199))) + ((d[200]! * x240) - (x242 * p200))) + ((d[201]! * x249) - (x251 * p201));
  prepareTangentScratch[78] = x1171;
  const x1199 = ((p[202]! + (p203 * x236)) + (p204 * x240)) + (p205 * x249);
  prepareTangentScratch[79] = x1199;
  const x1200 = ((d[202]! + ((d[203]! * x236) - (x238 * p203))) + ((d[204]! * x240) - (x242 * p204))) + ((d[205]! * x249) - (x251 * p205));
  prepareTangentScratch[80] = x1200;
  const x1229 = ((d[206]! + ((d[207]! * x236) - (x238 * p[207]!))) + ((d[208]! * x240) - (x242 * p[208]!))) + ((d[209]! * x249) - (x251 * p[209]!));
  prepareTangentScratch[81] = x1229;
  const x1257 = ((p[210]! + (p211 * x236)) + (p212 * x240)) + (p213 * x249);
  prepareTangentScratch[82] = x1257;
  const x1258 = ((d[210]! + ((d[211]! * x236) - (x238 * p211))) + ((d[212]! * x240) - (x242 * p212))) + ((d[213]! * x249) - (x251 * p213));
  prepareTangentScratch[83] = x1258;
  const x1286 = ((p[214]! + (p215 * x236)) + (p216 * x240)) + (p217 * x249);
  prepareTangentScratch[84] = x1286;
  const x1287 = ((d[214]! + ((d[215]! * x236) - (x238 * p215))) + ((d[216]! * x240) - (x242 * p216))) + ((d[217]! * x249) - (x251 * p217));
  prepareTangentScratch[85] = x1287;
  const x1315 = ((p[218]! + (p219 * x236)) + (p220 * x240)) + (p221 * x249);
  prepareTangentScratch[86] = x1315;
  const x1316 = ((d[218]! + ((d[219]! * x236) - (x238 * p219))) + ((d[220]! * x240) - (x242 * p220))) + ((d[221]! * x249) - (x251 * p221));
  prepareTangentScratch[87] = x1316;
  const x1344 = ((p[222]! + (p223 * x236)) + (p224 * x240)) + (p225 * x249);
  prepareTangentScratch[88] = x1344;
  const x1345 = ((d[222]! + ((d[223]! * x236) - (x238 * p223))) + ((d[224]! * x240) - (x242 * p224))) + ((d[225]! * x249) - (x251 * p225));
  prepareTangentScratch[89] = x1345;
  const x1374 = ((d[226]! + ((d[227]! * x236) - (x238 * p[227]!))) + ((d[228]! * x240) - (x242 * p[228]!))) + ((d[229]! * x249) - (x251 * p[229]!));
  prepareTangentScratch[90] = x1374;
  const x1402 = ((p[230]! + (p231 * x236)) + (p232 * x240)) + (p233 * x249);
  prepareTangentScratch[91] = x1402;
  const x1403 = ((d[230]! + ((d[231]! * x236) - (x238 * p231))) + ((d[232]! * x240) - (x242 * p232))) + ((d[233]! * x249) - (x251 * p233));
  prepareTangentScratch[92] = x1403;
  const x1431 = ((p[234]! + (p235 * x236)) + (p236 * x240)) + (p237 * x249);
  prepareTangentScratch[93] = x1431;
  const x1432 = ((d[234]! + ((d[235]! * x236) - (x238 * p235))) + ((d[236]! * x240) - (x242 * p236))) + ((d[237]! * x249) - (x251 * p237));
  prepareTangentScratch[94] = x1432;
  const x1461 = ((d[238]! + ((d[239]! * x236) - (x238 * p[239]!))) + ((d[240]! * x240) - (x242 * p[240]!))) + ((d[241]! * x249) - (x251 * p[241]!));
  prepareTangentScratch[95] = x1461;
  const x1470 = p242 + (p243 * x236);
  prepareTangentScratch[96] = x1470;
  const x1472 = d242 + ((d[243]! * x236) - (x238 * p243));
  prepareTangentScratch[97] = x1472;
  const x1474 = p244 * x240;
  prepareTangentScratch[98] = x1474;
}

function prepareTangent2(p: Float64Array, g: Float64Array, a: Float64Array, d: Float64Array, dq: Float64Array): void {
  const x240 = prepareTangentScratch[13]!;
  const x242 = prepareTangentScratch[14]!;
  const p244 = p[244]!;
  const x1470 = prepareTangentScratch[96]!;
  const x1474 = prepareTangentScratch[98]!;
  const x1472 = prepareTangentScratch[97]!;
  const p245 = p[245]!;
  const x249 = prepareTangentScratch[15]!;
  const x251 = prepareTangentScratch[16]!;
  const p242 = p[242]!;
  const d242 = d[242]!;
  const p247 = p[247]!;
  const x236 = prepareTangentScratch[10]!;
  const x238 = prepareTangentScratch[12]!;
  const p248 = p[248]!;
  const p249 = p[249]!;
  const p251 = p[251]!;
  const p252 = p[252]!;
  const p253 = p[253]!;
  const p259 = p[259]!;
  const p260 = p[260]!;
  const p261 = p[261]!;
  const x262 = prepareTangentScratch[19]!;
  const x260 = prepareTangentScratch[18]!;
  const p267 = p[267]!;
  const p268 = p[268]!;
  const p269 = p[269]!;
  const p275 = p[275]!;
  const p276 = p[276]!;
  const p277 = p[277]!;
  const p0 = p[0]!;
  const p279 = p[279]!;
  const p280 = p[280]!;
  const p281 = p[281]!;
  const p283 = p[283]!;
  const p284 = p[284]!;
  const p285 = p[285]!;
  const p295 = p[295]!;
  const p296 = p[296]!;
  const p297 = p[297]!;
  const p307 = p[307]!;
  const p308 = p[308]!;
  const p309 = p[309]!;
  const p323 = p[323]!;
  const p324 = p[324]!;
  const p325 = p[325]!;
  const p347 = p[347]!;
  const p348 = p[348]!;
  const p349 = p[349]!;
  const p367 = p[367]!;
  const p368 = p[368]!;
  const p369 = p[369]!;
  const p371 = p[371]!;
  const p372 = p[372]!;
  const p373 = p[373]!;
  const p379 = p[379]!;
  const p378 = p[378]!;
  const d378 = d[378]!;
  const p380 = p[380]!;
  const p381 = p[381]!;
  const p383 = p[383]!;
  const p382 = p[382]!;
  const d382 = d[382]!;
  const p384 = p[384]!;
  const p385 = p[385]!;
  const p9 = p[9]!;
  const x330 = prepareTangentScratch[32]!;
  const p391 = p[391]!;
  const p392 = p[392]!;
  const p393 = p[393]!;
  const p395 = p[395]!;
  const p396 = p[396]!;
  const p397 = p[397]!;
  const p399 = p[399]!;
  const p400 = p[400]!;
  const p401 = p[401]!;
  const p407 = p[407]!;
  const p408 = p[408]!;
  const p409 = p[409]!;
  const x258 = prepareTangentScratch[17]!;
  const x577 = prepareTangentScratch[46]!;
  const x576 = prepareTangentScratch[45]!;
  const x548 = prepareTangentScratch[44]!;
  const x217 = prepareTangentScratch[4]!;
  const x219 = prepareTangentScratch[5]!;
  const x692 = prepareTangentScratch[50]!;
  const x664 = prepareTangentScratch[49]!;
  const x693 = prepareTangentScratch[51]!;
  const x880 = prepareTangentScratch[58]!;
  const x328 = prepareTangentScratch[31]!;
  const x881 = prepareTangentScratch[59]!;
  const x331 = prepareTangentScratch[33]!;
  const x800 = prepareTangentScratch[55]!;
  const x801 = prepareTangentScratch[56]!;
  const x322 = prepareTangentScratch[29]!;
  const x325 = prepareTangentScratch[30]!;
  const x309 = prepareTangentScratch[27]!;
  const x310 = prepareTangentScratch[28]!;
  const x518 = prepareTangentScratch[42]!;
  const x519 = prepareTangentScratch[43]!;
  const d9 = d[9]!;
  const x267 = prepareTangentScratch[22]!;
  const x268 = prepareTangentScratch[23]!;
  const x1489 = (x1470 + x1474) + (p245 * x249);
  prepareTangentScratch[99] = x1489;
  const x1490 = (x1472 + ((d[244]! * x240) - (x242 * p244))) + ((d[245]! * x249) - (x251 * p245));
  prepareTangentScratch[100] = x1490;
  const x1492 = p[82]! > 0;
  const x1523 = (((x1492 ? p[246]! : p242) + (p247 * x236)) + (p248 * x240)) + (p249 * x249);
  prepareTangentScratch[101] = x1523;
  const x1524 = (((x1492 ? d[246]! : d242) + ((d[247]! * x236) - (x238 * p247))) + ((d[248]! * x240) - (x242 * p248))) + ((d[249]! * x249) - (x251 * p249));
  prepareTangentScratch[102] = x1524;
  const x1552 = ((p[250]! + (p251 * x236)) + (p252 * x240)) + (p253 * x249);
  prepareTangentScratch[103] = x1552;
  const x1553 = ((d[250]! + ((d[251]! * x236) - (x238 * p251))) + ((d[252]! * x240) - (x242 * p252))) + ((d[253]! * x249) - (x251 * p253));
  prepareTangentScratch[104] = x1553;
  const x1582 = ((d[254]! + ((d[255]! * x236) - (x238 * p[255]!))) + ((d[256]! * x240) - (x242 * p[256]!))) + ((d[257]! * x249) - (x251 * p[257]!));
  const x1611 = ((d[258]! + ((d[259]! * x236) - (x238 * p259))) + ((d[260]! * x240) - (x242 * p260))) + ((d[261]! * x249) - (x251 * p261));
  const x1618 = x1582 + ((x1611 * x262) - (x260 * (((p[258]! + (p259 * x236)) + (p260 * x240)) + (p261 * x249))));
  prepareTangentScratch[105] = x1618;
  const x1647 = ((d[262]! + ((d[263]! * x236) - (x238 * p[263]!))) + ((d[264]! * x240) - (x242 * p[264]!))) + ((d[265]! * x249) - (x251 * p[265]!));
  const x1676 = ((d[266]! + ((d[267]! * x236) - (x238 * p267))) + ((d[268]! * x240) - (x242 * p268))) + ((d[269]! * x249) - (x251 * p269));
  const x1683 = x1647 + ((x1676 * x262) - (x260 * (((p[266]! + (p267 * x236)) + (p268 * x240)) + (p269 * x249))));
  prepareTangentScratch[106] = x1683;
  let x1707: number;
  let x1708: number;
  if ((p[93]! > 0)) {
    x1707 = p[274]!;
    x1708 = d[274]!;
  } else {
    x1707 = (p[1]! === 3) ? (-0.056) : (-5.6e-11);
    x1708 = 0;
  }
  const x1735 = ((((p[92]! > 0) ? d[270]! : 0) + ((d[271]! * x236) - (x238 * p[271]!))) + ((d[272]! * x240) - (x242 * p[272]!))) + ((d[273]! * x249) - (x251 * p[273]!));
  const x1762 = ((x1708 + ((d[275]! * x236) - (x238 * p275))) + ((d[276]! * x240) - (x242 * p276))) + ((d[277]! * x249) - (x251 * p277));
  const x1769 = x1735 + ((x1762 * x262) - (x260 * (((x1707 + (p275 * x236)) + (p276 * x240)) + (p277 * x249))));
  prepareTangentScratch[107] = x1769;
  let x1781: number;
  let x1782: number;
  if ((p[91]! > 0)) {
    x1781 = p[278]!;
    x1782 = d[278]!;
  } else {
    x1781 = (p0 > 0) ? 0.067 : 0.025;
    x1782 = 0;
  }
  const x1808 = ((x1781 + (p279 * x236)) + (p280 * x240)) + (p281 * x249);
  const x1809 = ((x1782 + ((d[279]! * x236) - (x238 * p279))) + ((d[280]! * x240) - (x242 * p280))) + ((d[281]! * x249) - (x251 * p281));
  const x1837 = ((p[282]! + (p283 * x236)) + (p284 * x240)) + (p285 * x249);
  const x1838 = ((d[282]! + ((d[283]! * x236) - (x238 * p283))) + ((d[284]! * x240) - (x242 * p284))) + ((d[285]! * x249) - (x251 * p285));
  const x1867 = ((d[286]! + ((d[287]! * x236) - (x238 * p[287]!))) + ((d[288]! * x240) - (x242 * p[288]!))) + ((d[289]! * x249) - (x251 * p[289]!));
  prepareTangentScratch[108] = x1867;
  const x1896 = ((d[290]! + ((d[291]! * x236) - (x238 * p[291]!))) + ((d[292]! * x240) - (x242 * p[292]!))) + ((d[293]! * x249) - (x251 * p[293]!));
  prepareTangentScratch[109] = x1896;
  const x1924 = ((p[294]! + (p295 * x236)) + (p296 * x240)) + (p297 * x249);
  const x1925 = ((d[294]! + ((d[295]! * x236) - (x238 * p295))) + ((d[296]! * x240) - (x242 * p296))) + ((d[297]! * x249) - (x251 * p297));
  const x1954 = ((d[298]! + ((d[299]! * x236) - (x238 * p[299]!))) + ((d[300]! * x240) - (x242 * p[300]!))) + ((d[301]! * x249) - (x251 * p[301]!));
  prepareTangentScratch[110] = x1954;
  const x1983 = ((d[302]! + ((d[303]! * x236) - (x238 * p[303]!))) + ((d[304]! * x240) - (x242 * p[304]!))) + ((d[305]! * x249) - (x251 * p[305]!));
  prepareTangentScratch[111] = x1983;
  const x2011 = ((p[306]! + (p307 * x236)) + (p308 * x240)) + (p309 * x249);
  const x2012 = ((d[306]! + ((d[307]! * x236) - (x238 * p307))) + ((d[308]! * x240) - (x242 * p308))) + ((d[309]! * x249) - (x251 * p309));
  const x2041 = ((d[310]! + ((d[311]! * x236) - (x238 * p[311]!))) + ((d[312]! * x240) - (x242 * p[312]!))) + ((d[313]! * x249) - (x251 * p[313]!));
  prepareTangentScratch[112] = x2041;
  const x2070 = ((d[314]! + ((d[315]! * x236) - (x238 * p[315]!))) + ((d[316]! * x240) - (x242 * p[316]!))) + ((d[317]! * x249) - (x251 * p[317]!));
  prepareTangentScratch[113] = x2070;
  const x2099 = ((d[318]! + ((d[319]! * x236) - (x238 * p[319]!))) + ((d[320]! * x240) - (x242 * p[320]!))) + ((d[321]! * x249) - (x251 * p[321]!));
  prepareTangentScratch[114] = x2099;
  const x2127 = ((p[322]! + (p323 * x236)) + (p324 * x240)) + (p325 * x249);
  prepareTangentScratch[115] = x2127;
  const x2128 = ((d[322]! + ((d[323]! * x236) - (x238 * p323))) + ((d[324]! * x240) - (x242 * p324))) + ((d[325]! * x249) - (x251 * p325));
  prepareTangentScratch[116] = x2128;
  const x2157 = ((d[326]! + ((d[327]! * x236) - (x238 * p[327]!))) + ((d[328]! * x240) - (x242 * p[328]!))) + ((d[329]! * x249) - (x251 * p[329]!));
  prepareTangentScratch[117] = x2157;
  const x2186 = ((d[330]! + ((d[331]! * x236) - (x238 * p[331]!))) + ((d[332]! * x240) - (x242 * p[332]!))) + ((d[333]! * x249) - (x251 * p[333]!));
  prepareTangentScratch[118] = x2186;
  const x2215 = ((d[334]! + ((d[335]! * x236) - (x238 * p[335]!))) + ((d[336]! * x240) - (x242 * p[336]!))) + ((d[337]! * x249) - (x251 * p[337]!));
  prepareTangentScratch[119] = x2215;
  const x2244 = ((d[338]! + ((d[339]! * x236) - (x238 * p[339]!))) + ((d[340]! * x240) - (x242 * p[340]!))) + ((d[341]! * x249) - (x251 * p[341]!));
  prepareTangentScratch[120] = x2244;
  const x2273 = ((d[342]! + ((d[343]! * x236) - (x238 * p[343]!))) + ((d[344]! * x240) - (x242 * p[344]!))) + ((d[345]! * x249) - (x251 * p[345]!));
  prepareTangentScratch[121] = x2273;
  const x2301 = ((p[346]! + (p347 * x236)) + (p348 * x240)) + (p349 * x249);
  const x2302 = ((d[346]! + ((d[347]! * x236) - (x238 * p347))) + ((d[348]! * x240) - (x242 * p348))) + ((d[349]! * x249) - (x251 * p349));
  const x2331 = ((d[350]! + ((d[351]! * x236) - (x238 * p[351]!))) + ((d[352]! * x240) - (x242 * p[352]!))) + ((d[353]! * x249) - (x251 * p[353]!));
  prepareTangentScratch[122] = x2331;
  const x2360 = ((d[354]! + ((d[355]! * x236) - (x238 * p[355]!))) + ((d[356]! * x240) - (x242 * p[356]!))) + ((d[357]! * x249) - (x251 * p[357]!));
  prepareTangentScratch[123] = x2360;
  const x2389 = ((d[358]! + ((d[359]! * x236) - (x238 * p[359]!))) + ((d[360]! * x240) - (x242 * p[360]!))) + ((d[361]! * x249) - (x251 * p[361]!));
  prepareTangentScratch[124] = x2389;
  const x2418 = ((d[362]! + ((d[363]! * x236) - (x238 * p[363]!))) + ((d[364]! * x240) - (x242 * p[364]!))) + ((d[365]! * x249) - (x251 * p[365]!));
  prepareTangentScratch[125] = x2418;
  const x2446 = ((p[366]! + (p367 * x236)) + (p368 * x240)) + (p369 * x249);
  prepareTangentScratch[126] = x2446;
  const x2447 = ((d[366]! + ((d[367]! * x236) - (x238 * p367))) + ((d[368]! * x240) - (x242 * p368))) + ((d[369]! * x249) - (x251 * p369));
  prepareTangentScratch[127] = x2447;
  const x2475 = ((p[370]! + (p371 * x236)) + (p372 * x240)) + (p373 * x249);
  prepareTangentScratch[128] = x2475;
  const x2476 = ((d[370]! + ((d[371]! * x236) - (x238 * p371))) + ((d[372]! * x240) - (x242 * p372))) + ((d[373]! * x249) - (x251 * p373));
  prepareTangentScratch[129] = x2476;
  const x2505 = ((d[374]! + ((d[375]! * x236) - (x238 * p[375]!))) + ((d[376]! * x240) - (x242 * p[376]!))) + ((d[377]! * x249) - (x251 * p[377]!));
  prepareTangentScratch[130] = x2505;
  const x2533 = ((p378 + (p379 * x236)) + (p380 * x240)) + (p381 * x249);
  prepareTangentScratch[131] = x2533;
  const x2534 = ((d378 + ((d[379]! * x236) - (x238 * p379))) + ((d[380]! * x240) - (x242 * p380))) + ((d[381]! * x249) - (x251 * p381));
  prepareTangentScratch[132] = x2534;
  const x2562 = ((p382 + (p383 * x236)) + (p384 * x240)) + (p385 * x249);
  prepareTangentScratch[133] = x2562;
  const x2563 = ((d382 + ((d[383]! * x236) - (x238 * p383))) + ((d[384]! * x240) - (x242 * p384))) + ((d[385]! * x249) - (x251 * p385));
  prepareTangentScratch[134] = x2563;
  const x2592 = ((d[386]! + ((d[387]! * x236) - (x238 * p[387]!))) + ((d[388]! * x240) - (x242 * p[388]!))) + ((d[389]! * x249) - (x251 * p[389]!));
  prepareTangentScratch[135] = x2592;
  let x2610: number;
  let x2611: number;
  if ((p[78]! > 0)) {
    x2610 = p[390]!;
    x2611 = d[390]!;
  } else {
    const x2599 = 4e-7 / p9;
    const x2602 = 1 + x2599;
    x2610 = 2.1983327441279408e-11 * Math.log(x2602);
    x2611 = -(((x330 * x2599) / x2602) * 2.1983327441279408e-11);
  }
  const x2637 = ((x2610 + (p391 * x236)) + (p392 * x240)) + (p393 * x249);
  prepareTangentScratch[136] = x2637;
  const x2638 = ((x2611 + ((d[391]! * x236) - (x238 * p391))) + ((d[392]! * x240) - (x242 * p392))) + ((d[393]! * x249) - (x251 * p393));
  prepareTangentScratch[137] = x2638;
  const x2666 = ((p[394]! + (p395 * x236)) + (p396 * x240)) + (p397 * x249);
  prepareTangentScratch[138] = x2666;
  const x2667 = ((d[394]! + ((d[395]! * x236) - (x238 * p395))) + ((d[396]! * x240) - (x242 * p396))) + ((d[397]! * x249) - (x251 * p397));
  prepareTangentScratch[139] = x2667;
  const x2695 = ((p[398]! + (p399 * x236)) + (p400 * x240)) + (p401 * x249);
  prepareTangentScratch[140] = x2695;
  const x2696 = ((d[398]! + ((d[399]! * x236) - (x238 * p399))) + ((d[400]! * x240) - (x242 * p400))) + ((d[401]! * x249) - (x251 * p401));
  prepareTangentScratch[141] = x2696;
  const x2725 = ((d[402]! + ((d[403]! * x236) - (x238 * p[403]!))) + ((d[404]! * x240) - (x242 * p[404]!))) + ((d[405]! * x249) - (x251 * p[405]!));
  prepareTangentScratch[142] = x2725;
  const x2753 = ((p[406]! + (p407 * x236)) + (p408 * x240)) + (p409 * x249);
  prepareTangentScratch[143] = x2753;
  const x2754 = ((d[406]! + ((d[407]! * x236) - (x238 * p407))) + ((d[408]! * x240) - (x242 * p408))) + ((d[409]! * x249) - (x251 * p409));
  prepareTangentScratch[144] = x2754;
  const x2783 = ((d[410]! + ((d[411]! * x236) - (x238 * p[411]!))) + ((d[412]! * x240) - (x242 * p[412]!))) + ((d[413]! * x249) - (x251 * p[413]!));
  prepareTangentScratch[145] = x2783;
  const x2812 = ((d[414]! + ((d[415]! * x236) - (x238 * p[415]!))) + ((d[416]! * x240) - (x242 * p[416]!))) + ((d[417]! * x249) - (x251 * p[417]!));
  prepareTangentScratch[146] = x2812;
  const x2841 = ((d[418]! + ((d[419]! * x236) - (x238 * p[419]!))) + ((d[420]! * x240) - (x242 * p[420]!))) + ((d[421]! * x249) - (x251 * p[421]!));
  prepareTangentScratch[147] = x2841;
  let x2847: number;
  let x2848: number;
  if ((x1808 > 1)) {
    x2847 = x1808 / 10000;
    x2848 = x1809 * 0.0001;
  } else {
    x2847 = x1808;
    x2848 = x1809;
  }
  const x2849 = Math.pow(x258, x1837);
  let x2856: number;
  if ((x258 !== 0)) {
    x2856 = (x1837 * x2849) / x258;
  } else {
    x2856 = x1837 * Math.pow(x258, (x1837 - 1));
  }
  let x2862: number;
  if ((x258 > 0)) {
    x2862 = x2849 * Math.log(x258);
  } else {
    x2862 = 0;
  }
  const x2871 = ((x2848 * x2849) + (((x1838 * x2862) - (x260 * x2856)) * x2847)) * g[17]!;
  prepareTangentScratch[148] = x2871;
  const x2879 = x548 + ((x260 * x576) - (x577 * x262));
  prepareTangentScratch[149] = x2879;
  const x2888 = x217 * 1000000;
  const x2890 = Math.pow(x2888, x2301);
  let x2897: number;
  if ((x2888 !== 0)) {
    x2897 = (x2301 * x2890) / x2888;
  } else {
    x2897 = x2301 * Math.pow(x2888, (x2301 - 1));
  }
  let x2902: number;
  if ((x2888 > 0)) {
    x2902 = x2890 * Math.log(x2888);
  } else {
    x2902 = 0;
  }
  const x2905 = (x1924 + (x2011 * x262)) / x2890;
  const x2910 = ((x1925 + ((x2012 * x262) - (x260 * x2011))) / x2890) - (((((x219 * 1000000) * x2897) + (x2302 * x2902)) / x2890) * x2905);
  const x2912 = p[4]! === 1;
  prepareTangentScratch[150] = x2912 ? 1 : 0;
  const x2922 = (x2912 && ((x1924 < 0) || ((x2905 > 0) && (x2905 < 0.001)))) ? 0 : x2910;
  prepareTangentScratch[151] = x2922;
  const x2924 = x2912 && (x692 > 1);
  const x2926 = x2924 ? 0 : x664;
  prepareTangentScratch[152] = x2926;
  let x2933: number;
  if (x2924) {
    x2933 = 0;
  } else {
    x2933 = (x2912 && (x692 < 0.01)) ? 0 : x693;
  }
  prepareTangentScratch[153] = x2933;
  const x2938 = p[84]! > 0;
  prepareTangentScratch[154] = x2938 ? 1 : 0;
  let x2953: number;
  let x2954: number;
  if (((p[83]! === 0) && x2938)) {
    const x2941 = x880 * x328;
    const x2945 = (x881 * x328) - (x331 * x880);
    const x2947 = 3.021e+22 * x2941;
    x2953 = x2947 * x2941;
    x2954 = ((x2945 * 3.021e+22) * x2941) + (x2945 * x2947);
  } else {
    x2953 = x800;
    x2954 = x801;
  }
  prepareTangentScratch[155] = x2953;
  prepareTangentScratch[156] = x2954;
  const x2955 = x2953 / x322;
  const x2961 = Math.log(x2955);
  const x2963 = x309 * x2961;
  prepareTangentScratch[157] = x2963;
  const x2966 = (x310 * x2961) + ((((x2954 / x322) - ((x325 / x322) * x2955)) / x2955) * x309);
  prepareTangentScratch[158] = x2966;
  const x2967 = Math.sqrt(x2963);
  prepareTangentScratch[159] = x2967;
  let x2970: number;
  if ((x2967 > 0)) {
    x2970 = 0.5 / x2967;
  } else {
    x2970 = 0;
  }
  const x2971 = x2966 * x2970;
  prepareTangentScratch[160] = x2971;
  const x2975 = (x2971 * x2963) + (x2966 * x2967);
  prepareTangentScratch[161] = x2975;
  const x2979 = (1.60219e-19 * x2953) * 1000000;
  prepareTangentScratch[162] = x2979;
  const x2982 = 2.07188e-10 / x2979;
  const x2983 = ((x2954 * 1.60219e-19) * 1000000) / x2979;
  prepareTangentScratch[163] = x2983;
  const x2986 = Math.sqrt(x2982);
  let x2989: number;
  if ((x2986 > 0)) {
    x2989 = 0.5 / x2986;
  } else {
    x2989 = 0;
  }
  const x2992 = x2986 * x2967;
  prepareTangentScratch[164] = x2992;
  const x2996 = (x2971 * x2986) - (((x2983 * x2982) * x2989) * x2967);
  prepareTangentScratch[165] = x2996;
  const x2997 = 3 * x518;
  const x3003 = Math.sqrt((x2997 * p9));
  let x3006: number;
  if ((x3003 > 0)) {
    x3006 = 0.5 / x3003;
  } else {
    x3006 = 0;
  }
  const x3007 = (((x519 * 3) * p9) + (d9 * x2997)) * x3006;
  prepareTangentScratch[166] = x3007;
  const x3010 = x322 * x322;
  const x3011 = x325 * x322;
  const x3013 = (100000000000000000000 * x2953) / x3010;
  const x3019 = Math.log(x3013);
  const x3021 = x267 * x3019;
  prepareTangentScratch[167] = x3021;
  const x3024 = (x268 * x3019) + (((((x2954 * 100000000000000000000) / x3010) - (((x3011 + x3011) / x3010) * x3013)) / x3013) * x267);
  prepareTangentScratch[168] = x3024;
  const x3032 = (((1.6597727085999998e-29 * x2953) * 1000000) / 2) / x2963;
  const x3037 = ((((x2954 * 1.6597727085999998e-29) * 1000000) * 0.5) / x2963) - ((x2966 / x2963) * x3032);
  prepareTangentScratch[169] = x3037;
  const x3038 = Math.sqrt(x3032);
  let x3041: number;
  if ((x3038 > 0)) {
    x3041 = 0.5 / x3038;
  } else {
    x3041 = 0;
  }
  prepareTangentScratch[170] = x3041;
}

function prepareTangent3(p: Float64Array, g: Float64Array, a: Float64Array, d: Float64Array, dq: Float64Array): void {
  const x3037 = prepareTangentScratch[169]!;
  const x3041 = prepareTangentScratch[170]!;
  const x267 = prepareTangentScratch[22]!;
  const x268 = prepareTangentScratch[23]!;
  const x2979 = prepareTangentScratch[162]!;
  const x2983 = prepareTangentScratch[163]!;
  const x2953 = prepareTangentScratch[155]!;
  const x2954 = prepareTangentScratch[156]!;
  const x2754 = prepareTangentScratch[144]!;
  const x2753 = prepareTangentScratch[143]!;
  const x1054 = prepareTangentScratch[69]!;
  const x1055 = prepareTangentScratch[70]!;
  const x1083 = prepareTangentScratch[71]!;
  const x1084 = prepareTangentScratch[72]!;
  const x967 = prepareTangentScratch[64]!;
  const x968 = prepareTangentScratch[65]!;
  const x938 = prepareTangentScratch[62]!;
  const x939 = prepareTangentScratch[63]!;
  const x996 = prepareTangentScratch[66]!;
  const x997 = prepareTangentScratch[67]!;
  const x2963 = prepareTangentScratch[157]!;
  const x2966 = prepareTangentScratch[158]!;
  const x2938 = prepareTangentScratch[154]!;
  const x880 = prepareTangentScratch[58]!;
  const x881 = prepareTangentScratch[59]!;
  const x328 = prepareTangentScratch[31]!;
  const x331 = prepareTangentScratch[33]!;
  const x909 = prepareTangentScratch[60]!;
  const x910 = prepareTangentScratch[61]!;
  const x750 = prepareTangentScratch[53]!;
  const x751 = prepareTangentScratch[54]!;
  const x2967 = prepareTangentScratch[159]!;
  const x2971 = prepareTangentScratch[160]!;
  const x344 = prepareTangentScratch[35]!;
  const x345 = prepareTangentScratch[36]!;
  const x1026 = prepareTangentScratch[68]!;
  const p90 = p[90]!;
  const d0 = d[0]!;
  const x1552 = prepareTangentScratch[103]!;
  const x1553 = prepareTangentScratch[104]!;
  const p0 = p[0]!;
  const p9 = p[9]!;
  const d9 = d[9]!;
  const x2992 = prepareTangentScratch[164]!;
  const x2996 = prepareTangentScratch[165]!;
  const x1523 = prepareTangentScratch[101]!;
  const x1524 = prepareTangentScratch[102]!;
  const x209 = prepareTangentScratch[2]!;
  const x211 = prepareTangentScratch[3]!;
  const x1489 = prepareTangentScratch[99]!;
  const x1490 = prepareTangentScratch[100]!;
  const x2128 = prepareTangentScratch[116]!;
  const x2127 = prepareTangentScratch[115]!;
  const x2157 = prepareTangentScratch[117]!;
  const x217 = prepareTangentScratch[4]!;
  const x1257 = prepareTangentScratch[82]!;
  const x219 = prepareTangentScratch[5]!;
  const x1258 = prepareTangentScratch[83]!;
  const x1286 = prepareTangentScratch[84]!;
  const x1287 = prepareTangentScratch[85]!;
  const x237 = prepareTangentScratch[11]!;
  const x1141 = prepareTangentScratch[75]!;
  const x1142 = prepareTangentScratch[76]!;
  const x1112 = prepareTangentScratch[73]!;
  const x1113 = prepareTangentScratch[74]!;
  const x262 = prepareTangentScratch[19]!;
  const x260 = prepareTangentScratch[18]!;
  const x1200 = prepareTangentScratch[80]!;
  const x1199 = prepareTangentScratch[79]!;
  const x1344 = prepareTangentScratch[88]!;
  const x1345 = prepareTangentScratch[89]!;
  const x1315 = prepareTangentScratch[86]!;
  const x1316 = prepareTangentScratch[87]!;
  const x1431 = prepareTangentScratch[93]!;
  const x1432 = prepareTangentScratch[94]!;
  const x1402 = prepareTangentScratch[91]!;
  const x1403 = prepareTangentScratch[92]!;
  const x3021 = prepareTangentScratch[167]!;
  const x3024 = prepareTangentScratch[168]!;
  const p30 = p[30]!;
  const x148 = prepareTangentScratch[0]!;
  const d30 = d[30]!;
  const p382 = p[382]!;
  const d382 = d[382]!;
  const p114 = p[114]!;
  const d114 = d[114]!;
  const p378 = p[378]!;
  const d378 = d[378]!;
  const x176 = prepareTangentScratch[1]!;
  const p31 = p[31]!;
  const p21 = p[21]!;
  const d31 = d[31]!;
  const d21 = d[21]!;
  const x2912 = prepareTangentScratch[150]!;
  const x2637 = prepareTangentScratch[136]!;
  const x2638 = prepareTangentScratch[137]!;
  const x227 = prepareTangentScratch[8]!;
  const x229 = prepareTangentScratch[9]!;
  const x222 = prepareTangentScratch[6]!;
  const x224 = prepareTangentScratch[7]!;
  const x290 = prepareTangentScratch[25]!;
  const x291 = prepareTangentScratch[26]!;
  const x276 = prepareTangentScratch[24]!;
  const x266 = prepareTangentScratch[21]!;
  const x258 = prepareTangentScratch[17]!;
  const p50 = p[50]!;
  const p49 = p[49]!;
  const d49 = d[49]!;
  const p46 = p[46]!;
  const p47 = p[47]!;
  const p60 = p[60]!;
  const x263 = prepareTangentScratch[20]!;
  const d11 = d[11]!;
  const p51 = p[51]!;
  const p61 = p[61]!;
  const p52 = p[52]!;
  const d52 = d[52]!;
  const p62 = p[62]!;
  const p5 = p[5]!;
  const p57 = p[57]!;
  const p63 = p[63]!;
  const p58 = p[58]!;
  const d58 = d[58]!;
  const p64 = p[64]!;
  const p65 = p[65]!;
  const d55 = d[55]!;
  const g3 = g[3]!;
  const g1 = g[1]!;
  const p45 = p[45]!;
  const d45 = d[45]!;
  const p33 = p[33]!;
  const d33 = d[33]!;
  const p38 = p[38]!;
  const p6 = p[6]!;
  const g10 = g[10]!;
  const g4 = g[4]!;
  const g12 = g[12]!;
  const g6 = g[6]!;
  const x3042 = x3037 * x3041;
  prepareTangentScratch[171] = x3042;
  const x3046 = (1.03594e-10 * x267) / x2979;
  const x3051 = Math.sqrt(x3046);
  let x3054: number;
  if ((x3051 > 0)) {
    x3054 = 0.5 / x3051;
  } else {
    x3054 = 0;
  }
  const x3058 = ((((x268 * 1.03594e-10) / x2979) - (x2983 * x3046)) * x3054) * 0.3333333333333333;
  prepareTangentScratch[172] = x3058;
  const x3060 = x2953 / 20000000000000000;
  const x3064 = Math.pow(x3060, (-0.25));
  let x3071: number;
  if ((x3060 !== 0)) {
    x3071 = ((-0.25) * x3064) / x3060;
  } else {
    x3071 = (-0.25) * Math.pow(x3060, (-1.25));
  }
  const x3076 = (x2754 * x3064) + (((x2954 * 5e-17) * x3071) * x2753);
  prepareTangentScratch[173] = x3076;
  const x3078 = p[87]! > 0;
  const x3081 = p[88]! > 0;
  let x3213: number;
  let x3214: number;
  let x3215: number;
  let x3216: number;
  let x3217: number;
  let x3218: number;
  if ((x3078 || x3081)) {
    x3213 = x3078 ? x1054 : 0.53;
    x3214 = x3078 ? x1055 : 0;
    x3215 = x3081 ? x1083 : (-0.0186);
    x3216 = x3081 ? x1084 : 0;
    x3217 = x967;
    x3218 = x968;
  } else {
    let x3107: number;
    let x3108: number;
    if ((p[86]! > 0)) {
      x3107 = x938;
      x3108 = x939;
    } else {
      const x3094 = 0.00077348 * x2953;
      const x3096 = x3094 * x996;
      x3107 = x2963 - (x3096 * x996);
      x3108 = x2966 - (((((x2954 * 0.00077348) * x996) + (x997 * x3094)) * x996) + (x997 * x3096));
    }
    const x3116 = Math.abs(x967);
    const x3119 = x968 * ((x967 < 0) ? (-1) : 1);
    let x3137: number;
    let x3138: number;
    if (x2938) {
      x3137 = x880;
      x3138 = x881;
    } else {
      const x3122 = Math.sqrt(x2953);
      let x3125: number;
      if ((x3122 > 0)) {
        x3125 = 0.5 / x3122;
      } else {
        x3125 = 0;
      }
      const x3130 = (5.753e-12 * x3122) / x328;
      x3137 = x3130;
      x3138 = (((x2954 * x3125) * 5.753e-12) / x328) + ((x331 / x328) * x3130);
    }
    let x3156: number;
    let x3157: number;
    if ((p[85]! > 0)) {
      x3156 = x909;
      x3157 = x910;
    } else {
      const x3142 = Math.sqrt(x750);
      let x3145: number;
      if ((x3142 > 0)) {
        x3145 = 0.5 / x3142;
      } else {
        x3145 = 0;
      }
      const x3149 = (5.753e-12 * x3142) / x328;
      x3156 = x3149;
      x3157 = (((x751 * x3145) * 5.753e-12) / x328) + ((x331 / x328) * x3149);
    }
    const x3160 = Math.sqrt((x2963 + Math.abs(x3107)));
    let x3163: number;
    if ((x3160 > 0)) {
      x3163 = 0.5 / x3160;
    } else {
      x3163 = 0;
    }
    const x3165 = x3160 - x2967;
    const x3168 = x2963 + x3116;
    const x3169 = x2966 + x3119;
    const x3174 = Math.sqrt((x2963 * x3168));
    let x3177: number;
    if ((x3174 > 0)) {
      x3177 = 0.5 / x3174;
    } else {
      x3177 = 0;
    }
    const x3182 = x3137 - x3156;
    const x3191 = (2 * (x3174 - x2963)) - x3116;
    const x3193 = (x3182 * x3165) / x3191;
    const x3198 = ((((x3138 - x3157) * x3165) + ((((x2966 + (x3108 * ((x3107 < 0) ? (-1) : 1))) * x3163) - x2971) * x3182)) / x3191) - ((((((((x2966 * x3168) + (x3169 * x2963)) * x3177) - x2966) * 2) - x3119) / x3191) * x3193);
    const x3199 = 2 * x3193;
    const x3201 = Math.sqrt(x3168);
    let x3204: number;
    if ((x3201 > 0)) {
      x3204 = 0.5 / x3201;
    } else {
      x3204 = 0;
    }
    x3213 = x3156 - (x3199 * x3201);
    x3214 = x3157 - (((x3198 * 2) * x3201) + ((x3169 * x3204) * x3199));
    x3215 = x3193;
    x3216 = x3198;
    x3217 = -x3116;
    x3218 = -x3119;
  }
  let x3245: number;
  let x3246: number;
  if ((x3215 < 0)) {
    const x3222 = (0.5 * x3213) / x3215;
    const x3229 = (((x3214 * 0.5) / x3215) - ((x3216 / x3215) * x3222)) * x3222;
    const x3235 = 0.9 * (x2963 - (x3222 * x3222));
    const x3238 = Math.min(x3235, (-3));
    x3245 = Math.max(x3238, (-30));
    x3246 = (x3238 >= (-30)) ? ((x3235 <= (-3)) ? ((x2966 - (x3229 + x3229)) * 0.9) : 0) : 0;
  } else {
    x3245 = -30;
    x3246 = 0;
  }
  const x3248 = x3245 <= x3217;
  const x3251 = (x3248 ? x3246 : 0) + (x3248 ? 0 : x3218);
  prepareTangentScratch[174] = x3251;
  const x3252 = x3213 * x344;
  const x3255 = (x3214 * x344) + (x345 * x3213);
  prepareTangentScratch[175] = x3255;
  const x3259 = (x3216 * x344) + (x345 * x3215);
  prepareTangentScratch[176] = x3259;
  let x3283: number;
  if ((p[89]! > 0)) {
    x3283 = x1026;
  } else {
    let x3281: number;
    if ((p90 > 0)) {
      x3281 = (((d0 * x1552) + (x1553 * p0)) - x2966) - ((x3214 * x2967) + (x2971 * x3213));
    } else {
      x3281 = 0;
    }
    x3283 = x3281;
  }
  prepareTangentScratch[177] = x3283;
  let x3298: number;
  if ((p90 > 0)) {
    x3298 = (d0 * x1552) + (x1553 * p0);
  } else {
    x3298 = (x3283 + x2966) + ((x3214 * x2967) + (x2971 * x3213));
  }
  const x3301 = d0 * g[16]!;
  prepareTangentScratch[178] = x3301;
  const x3305 = Math.sqrt((3.000000289592089 * p9));
  let x3308: number;
  if ((x3305 > 0)) {
    x3308 = 0.5 / x3305;
  } else {
    x3308 = 0;
  }
  const x3309 = (d9 * 3.000000289592089) * x3308;
  prepareTangentScratch[179] = x3309;
  const x3310 = Math.sqrt(x2992);
  let x3313: number;
  if ((x3310 > 0)) {
    x3313 = 0.5 / x3310;
  } else {
    x3313 = 0;
  }
  const x3315 = x3305 * x3310;
  const x3320 = (-0.5) * x1523;
  const x3326 = (x3320 * x209) / x3315;
  const x3328 = ((x3309 * x3310) + ((x2996 * x3313) * x3305)) / x3315;
  const x3332 = Math.exp(x3326);
  const x3333 = (((((x1524 * (-0.5)) * x209) + (x211 * x3320)) / x3315) - (x3328 * x3326)) * x3332;
  const x3341 = x3333 + (((x3333 * 2) * x3332) + (x3333 * (2 * x3332)));
  prepareTangentScratch[180] = x3341;
  const x3342 = (-0.5) * x1489;
  const x3348 = (x3342 * x209) / x3315;
  const x3353 = Math.exp(x3348);
  const x3354 = (((((x1490 * (-0.5)) * x209) + (x211 * x3342)) / x3315) - (x3328 * x3348)) * x3353;
  const x3355 = 2 * x3353;
  const x3368 = ((x2128 * (x3353 + (x3355 * x3353))) + ((x3354 + (((x3354 * 2) * x3353) + (x3354 * x3355))) * x2127)) + x2157;
  prepareTangentScratch[181] = x3368;
  const x3373 = x217 + x1257;
  const x3375 = (p9 * x2963) / x3373;
  const x3380 = (((d9 * x2963) + (x2966 * p9)) / x3373) - (((x219 + x1258) / x3373) * x3375);
  prepareTangentScratch[182] = x3380;
  const x3381 = x1286 / x209;
  const x3387 = Math.sqrt((1 + x3381));
  let x3390: number;
  if ((x3387 > 0)) {
    x3390 = 0.5 / x3387;
  } else {
    x3390 = 0;
  }
  const x3392 = x3387 - 1;
  const x3401 = x1141 / x209;
  const x3414 = ((((x3255 * x3392) + ((((x1287 / x209) - (x237 * x3381)) * x3390) * x3252)) * x2967) + (x2971 * (x3252 * x3392))) + (((x1113 + ((x1142 / x209) - (x237 * x3401))) * x262) - (x260 * (x1112 + x3401)));
  const x3420 = (x3214 * x2967) + (x2971 * x3213);
  const x3427 = (x1200 * x3375) + (x3380 * x1199);
  const x3431 = (((x3298 + x3301) - x3420) + x3427) + x3414;
  prepareTangentScratch[183] = x3431;
  const x3432 = 0.5 * x1344;
  const x3438 = (x3432 * x209) / x3315;
  const x3439 = (((x1345 * 0.5) * x209) + (x211 * x3432)) / x3315;
  const x3440 = x3328 * x3438;
  let x3450: number;
  let x3451: number;
  if ((x3438 < 34)) {
    const x3447 = Math.exp((-x3438));
    x3450 = x3447;
    x3451 = (x3440 - x3439) * x3447;
  } else {
    x3450 = 1.713908431e-15;
    x3451 = 0;
  }
  const x3454 = 1 + (2 * x3450);
  const x3455 = x3450 * x3454;
  const x3463 = 0.5 * x1431;
  const x3465 = x3463 * x217;
  const x3473 = (x3465 * x209) / x3315;
  const x3474 = (((((x1432 * 0.5) * x217) + (x219 * x3463)) * x209) + (x211 * x3465)) / x3315;
  const x3475 = x3328 * x3473;
  let x3483: number;
  let x3484: number;
  if ((x3473 < 34)) {
    const x3481 = Math.exp((-x3473));
    x3483 = x3481;
    x3484 = (x3475 - x3474) * x3481;
  } else {
    x3483 = 1.713908431e-15;
    x3484 = 0;
  }
  const x3487 = 1 + (2 * x3483);
  const x3488 = x3483 * x3487;
  const x3497 = ((x1316 * x3455) + (((x3451 * x3454) + ((x3451 * 2) * x3450)) * x1315)) + ((x1403 * x3488) + (((x3484 * x3487) + ((x3484 * 2) * x3483)) * x1402));
  const x3500 = x3024 - x2966;
  prepareTangentScratch[184] = x3500;
  const x3515 = ((((x3298 - ((x3497 * (x3021 - x2963)) + (x3500 * ((x1315 * x3455) + (x1402 * x3488))))) + x3427) + x3414) - x2966) - x3420;
  const x3517 = x3515 + x3301;
  prepareTangentScratch[185] = x3517;
  const x3519 = x148 && (p30 > 0);
  let x3543: number;
  let x3544: number;
  if ((p[76]! > 0)) {
    x3543 = p[35]!;
    x3544 = d[35]!;
  } else {
    let x3541: number;
    let x3542: number;
    if (x3519) {
      x3541 = (p30 * x328) - p382;
      x3542 = ((d30 * x328) - (x331 * p30)) - d382;
    } else {
      const x3534 = 0.6 * p114;
      x3541 = x3534 * x328;
      x3542 = ((d114 * 0.6) * x328) - (x331 * x3534);
    }
    x3543 = x3541;
    x3544 = x3542;
  }
  let x3567: number;
  let x3568: number;
  if ((p[75]! > 0)) {
    x3567 = p[34]!;
    x3568 = d[34]!;
  } else {
    let x3565: number;
    let x3566: number;
    if (x3519) {
      x3565 = (p30 * x328) - p378;
      x3566 = ((d30 * x328) - (x331 * p30)) - d378;
    } else {
      const x3558 = 0.6 * p114;
      x3565 = x3558 * x328;
      x3566 = ((d114 * 0.6) * x328) - (x331 * x3558);
    }
    x3567 = x3565;
    x3568 = x3566;
  }
  let x3583: number;
  let x3584: number;
  if ((p[77]! > 0)) {
    x3583 = p[36]!;
    x3584 = d[36]!;
  } else {
    const x3576 = 2 * (x176 ? p31 : p21);
    x3583 = x3576 * x328;
    x3584 = (((x176 ? d31 : d21) * 2) * x328) - (x331 * x3576);
  }
  let x3588: number;
  let x3589: number;
  if (x2912) {
    x3588 = Math.max(x3543, 0);
    x3589 = (x3543 >= 0) ? x3544 : 0;
  } else {
    x3588 = x3543;
    x3589 = x3544;
  }
  const x3595 = ((x3589 + x2638) * x227) + (x229 * (x3588 + x2637));
  prepareTangentScratch[186] = x3595;
  let x3599: number;
  let x3600: number;
  if (x2912) {
    x3599 = Math.max(x3567, 0);
    x3600 = (x3567 >= 0) ? x3568 : 0;
  } else {
    x3599 = x3567;
    x3600 = x3568;
  }
  const x3606 = ((x3600 + x2638) * x227) + (x229 * (x3599 + x2637));
  prepareTangentScratch[187] = x3606;
  let x3610: number;
  let x3611: number;
  if (x2912) {
    x3610 = Math.max(x3583, 0);
    x3611 = (x3583 >= 0) ? x3584 : 0;
  } else {
    x3610 = x3583;
    x3611 = x3584;
  }
  const x3615 = (x3611 * x222) + (x224 * x3610);
  prepareTangentScratch[188] = x3615;
  const x3616 = x290 / x267;
  const x3624 = Math.log(x258);
  const x3637 = ((x3616 - (x276 / x266)) + (p50 * x3624)) / p49;
  const x3643 = ((((x291 / x267) - ((x268 / x267) * x3616)) + ((d[50]! * x3624) - ((x260 / x258) * p50))) / p49) - ((d49 / p49) * x3637);
  const x3644 = Math.exp(x3637);
  const x3645 = x3643 * x3644;
  const x3647 = p46 * x3644;
  const x3652 = Math.max(x3647, 0);
  prepareTangentScratch[189] = x3652;
  const x3654 = (x3647 >= 0) ? ((d[46]! * x3644) + (x3645 * p46)) : 0;
  prepareTangentScratch[190] = x3654;
  const x3656 = p47 * x3644;
  const x3661 = Math.max(x3656, 0);
  prepareTangentScratch[191] = x3661;
  const x3663 = (x3656 >= 0) ? ((d[47]! * x3644) + (x3645 * p47)) : 0;
  prepareTangentScratch[192] = x3663;
  const x3665 = p60 * x263;
  const x3670 = (d[60]! * x263) - (d11 * p60);
  let x3679: number;
  let x3680: number;
  if ((x3665 >= (-1))) {
    const x3672 = 1 + x3665;
    x3679 = p51 * x3672;
    x3680 = (d[51]! * x3672) + (x3670 * p51);
  } else {
    x3679 = 0;
    x3680 = 0;
  }
  prepareTangentScratch[193] = x3679;
  prepareTangentScratch[194] = x3680;
  const x3682 = p61 * x263;
  const x3687 = (d[61]! * x263) - (d11 * p61);
  let x3696: number;
  let x3697: number;
  if ((x3682 >= (-1))) {
    const x3689 = 1 + x3682;
    x3696 = p52 * x3689;
    x3697 = (d52 * x3689) + (x3687 * p52);
  } else {
    x3696 = 0;
    x3697 = 0;
  }
  prepareTangentScratch[195] = x3696;
  prepareTangentScratch[196] = x3697;
  const x3699 = p[79]! > 0;
  const x3703 = x3699 ? p[53]! : p52;
  const x3704 = x3699 ? d[53]! : d52;
  const x3706 = p62 * x263;
  const x3711 = (d[62]! * x263) - (d11 * p62);
  let x3718: number;
  let x3719: number;
  if ((x3706 >= (-1))) {
    const x3713 = 1 + x3706;
    x3718 = x3703 * x3713;
    x3719 = (x3704 * x3713) + (x3711 * x3703);
  } else {
    x3718 = 0;
    x3719 = 0;
  }
  const x3721 = p5 > 0;
  prepareTangentScratch[197] = x3721 ? 1 : 0;
  const x3725 = p[8]! >= 3.3;
  prepareTangentScratch[198] = x3725 ? 1 : 0;
  const x3727 = x3721 && x3725;
  const x3728 = x3727 ? x3703 : x3718;
  prepareTangentScratch[199] = x3728;
  const x3729 = x3727 ? x3704 : x3719;
  prepareTangentScratch[200] = x3729;
  const x3748 = ((Math.max(p57, 0.1) - (p63 * x263)) >= 0.01) ? (((p57 >= 0.1) ? d[57]! : 0) + ((d11 * p63) - (d[63]! * x263))) : 0;
  prepareTangentScratch[201] = x3748;
  const x3766 = ((Math.max(p58, 0.1) - (p64 * x263)) >= 0.01) ? (((p58 >= 0.1) ? d58 : 0) + ((d11 * p64) - (d[64]! * x263))) : 0;
  prepareTangentScratch[202] = x3766;
  const x3768 = p[81]! > 0;
  const x3772 = x3768 ? p[59]! : p58;
  const x3789 = ((Math.max(x3772, 0.1) - (p65 * x263)) >= 0.01) ? (((x3772 >= 0.1) ? (x3768 ? d[59]! : d58) : 0) + ((d11 * p65) - (d[65]! * x263))) : 0;
  prepareTangentScratch[203] = x3789;
  const x3798 = (p[80]! > 0) ? d[56]! : d55;
  prepareTangentScratch[204] = x3798;
  const x3800 = g3 === 0;
  const x3803 = (x3800 || (g3 === 2)) ? 0 : 1;
  const x3806 = (x3800 || (g3 === 1)) ? 0 : 1;
  prepareTangentScratch[205] = x3806;
  const x3811 = (g1 * p45) + p33;
  prepareTangentScratch[206] = x3811;
  const x3812 = (d45 * g1) + d33;
  prepareTangentScratch[207] = x3812;
  const x3814 = p38 * p45;
  prepareTangentScratch[208] = x3814;
  const x3818 = (d[38]! * p45) + (d45 * p38);
  prepareTangentScratch[209] = x3818;
  const x3822 = (p5 === 1) || (p5 === 11);
  prepareTangentScratch[210] = x3822 ? 1 : 0;
  let x3909: number;
  let x3910: number;
  let x3911: number;
  let x3912: number;
  if (x3822) {
    x3909 = x3811 * p45;
    x3910 = (x3812 * p45) + (d45 * x3811);
    x3911 = x3811;
    x3912 = x3812;
  } else {
    let x3905: number;
    let x3906: number;
    let x3907: number;
    let x3908: number;
    if (((p5 === 2) || ((p5 === 12) && (p6 === 1)))) {
      let x3850: number;
      let x3851: number;
      if ((g10 > 0)) {
        const x3838 = g4 * p45;
        x3850 = x3838 * p45;
        x3851 = ((d45 * g4) * p45) + (d45 * x3838);
      } else {
        const x3844 = 2 * x3814;
        x3850 = x3844 * x3811;
        x3851 = ((x3818 * 2) * x3811) + (x3812 * x3844);
      }
      let x3864: number;
      let x3865: number;
      if ((g12 > 0)) {
        x3864 = g6 * p45;
        x3865 = d45 * g6;
      } else {
        x3864 = (4 * x3814) + (2 * x3811);
        x3865 = (x3818 * 4) + (x3812 * 2);
      }
      x3905 = x3850;
      x3906 = x3851;
      x3907 = x3864;
      x3908 = x3865;
    } else {
      let x3901: number;
      let x3902: number;
      let x3903: number;
      let x3904: number;
      if (((p5 === 3) || (p5 === 13))) {
        let x3885: number;
        let x3886: number;
        if ((g10 > 0)) {
          const x3871 = g4 * p45;
          x3885 = x3871 * p45;
          x3886 = ((d45 * g4) * p45) + (d45 * x3871);
        } else {
          const x3878 = (x3803 > 0) ? 1 : 2;
          const x3879 = x3878 * x3814;
          x3885 = x3879 * x3811;
          x3886 = ((x3818 * x3878) * x3811) + (x3812 * x3879);
        }
        let x3899: number;
        let x3900: number;
        if ((g12 > 0)) {
          x3899 = g6 * p45;
          x3900 = d45 * g6;
        } else {
          let x3897: number;
          let x3898: number;
          if ((x3803 > 0)) {
            x3897 = 2 * x3814;
            x3898 = x3818 * 2;
          } else {
            x3897 = (4 * x3814) + x3811;
            x3898 = (x3818 * 4) + x3812;
          }
          x3899 = x3897;
          x3900 = x3898;
        }
        x3901 = x3885;
        x3902 = x3886;
        x3903 = x3899;
        x3904 = x3900;
      } else {
        x3901 = g4;
        x3902 = 0;
        x3903 = g6;
        x3904 = 0;
      }
      x3905 = x3901;
      x3906 = x3902;
      x3907 = x3903;
      x3908 = x3904;
    }
    x3909 = x3905;
    x3910 = x3906;
    x3911 = x3907;
    x3912 = x3908;
  }
  prepareTangentScratch[211] = x3909;
  prepareTangentScratch[212] = x3910;
  prepareTangentScratch[213] = x3911;
  prepareTangentScratch[214] = x3912;
  const x3913 = p5 === 13;
  prepareTangentScratch[215] = x3913 ? 1 : 0;
  let x3920: number;
  let x3921: number;
  if (x3913) {
    const x3914 = g4 * p45;
    x3920 = x3914 * p45;
    x3921 = ((d45 * g4) * p45) + (d45 * x3914);
  } else {
    x3920 = x3909;
    x3921 = x3910;
  }
  let x3924: number;
  let x3925: number;
  if (x3913) {
    x3924 = g6 * p45;
    x3925 = d45 * g6;
  } else {
    x3924 = x3911;
    x3925 = x3912;
  }
  const x3926 = p5 === 0;
  prepareTangentScratch[216] = x3926 ? 1 : 0;
  const x3927 = x3926 ? x217 : x3811;
  const x3928 = x3926 ? x219 : x3812;
  const x3932 = (x3921 * x3679) + (x3680 * x3920);
  prepareTangentScratch[217] = x3932;
  let x3980: number;
  let x3982: number;
  if (x3822) {
    x3980 = (x3925 * x3696) + (x3697 * x3924);
    x3982 = 0;
  } else {
    let x3976: number;
    let x3978: number;
    if ((p5 === 3)) {
      x3976 = (x3925 * x3696) + (x3697 * x3924);
      x3978 = (x3928 * x3728) + (x3729 * x3927);
    } else {
      let x3972: number;
      let x3974: number;
      if ((x3924 >= x3927)) {
        x3972 = ((x3925 - x3928) * x3696) + (x3697 * (x3924 - x3927));
        x3974 = (x3928 * x3728) + (x3729 * x3927);
      } else {
        let x3968: number;
        let x3970: number;
        if ((p5 === 2)) {
          x3968 = (x3925 * x3728) + (x3729 * x3924);
          x3970 = 0;
        } else {
          x3968 = 0;
          x3970 = (x3925 * x3728) + (x3729 * x3924);
        }
        x3972 = x3968;
        x3974 = x3970;
      }
      x3976 = x3972;
      x3978 = x3974;
    }
    x3980 = x3976;
    x3982 = x3978;
  }
  prepareTangentScratch[218] = x3980;
  prepareTangentScratch[219] = x3982;
}

function prepareTangent4(p: Float64Array, g: Float64Array, a: Float64Array, d: Float64Array, dq: Float64Array): void {
  const x3822 = prepareTangentScratch[210]!;
  const x3811 = prepareTangentScratch[206]!;
  const p45 = p[45]!;
  const x3812 = prepareTangentScratch[207]!;
  const d45 = d[45]!;
  const p5 = p[5]!;
  const p6 = p[6]!;
  const g11 = g[11]!;
  const g5 = g[5]!;
  const x3814 = prepareTangentScratch[208]!;
  const x3818 = prepareTangentScratch[209]!;
  const g13 = g[13]!;
  const g7 = g[7]!;
  const x3913 = prepareTangentScratch[215]!;
  const x3806 = prepareTangentScratch[205]!;
  const x3926 = prepareTangentScratch[216]!;
  const x217 = prepareTangentScratch[4]!;
  const x219 = prepareTangentScratch[5]!;
  const x3679 = prepareTangentScratch[193]!;
  const x3680 = prepareTangentScratch[194]!;
  const x3696 = prepareTangentScratch[195]!;
  const x3697 = prepareTangentScratch[196]!;
  const x3728 = prepareTangentScratch[199]!;
  const x3729 = prepareTangentScratch[200]!;
  const x3909 = prepareTangentScratch[211]!;
  const x3652 = prepareTangentScratch[189]!;
  const x3910 = prepareTangentScratch[212]!;
  const x3654 = prepareTangentScratch[190]!;
  const x3911 = prepareTangentScratch[213]!;
  const x3661 = prepareTangentScratch[191]!;
  const x3912 = prepareTangentScratch[214]!;
  const x3663 = prepareTangentScratch[192]!;
  const x3721 = prepareTangentScratch[197]!;
  const x3725 = prepareTangentScratch[198]!;
  const g4 = g[4]!;
  const g6 = g[6]!;
  const x266 = prepareTangentScratch[21]!;
  const p49 = p[49]!;
  const d49 = d[49]!;
  const p48 = p[48]!;
  const d48 = d[48]!;
  const p41 = p[41]!;
  const g14 = g[14]!;
  const g8 = g[8]!;
  const p37 = p[37]!;
  const d37 = d[37]!;
  const p43 = p[43]!;
  const d43 = d[43]!;
  const p42 = p[42]!;
  const g15 = g[15]!;
  const g9 = g[9]!;
  const p44 = p[44]!;
  const d44 = d[44]!;
  const x328 = prepareTangentScratch[31]!;
  const x227 = prepareTangentScratch[8]!;
  const x331 = prepareTangentScratch[33]!;
  const x229 = prepareTangentScratch[9]!;
  const x222 = prepareTangentScratch[6]!;
  const x224 = prepareTangentScratch[7]!;
  const x1171 = prepareTangentScratch[78]!;
  const x262 = prepareTangentScratch[19]!;
  const x260 = prepareTangentScratch[18]!;
  const x1170 = prepareTangentScratch[77]!;
  const x3283 = prepareTangentScratch[177]!;
  const x3301 = prepareTangentScratch[178]!;
  const x2475 = prepareTangentScratch[128]!;
  const x209 = prepareTangentScratch[2]!;
  const x2476 = prepareTangentScratch[129]!;
  const x211 = prepareTangentScratch[3]!;
  const x2446 = prepareTangentScratch[126]!;
  const x2447 = prepareTangentScratch[127]!;
  const x237 = prepareTangentScratch[11]!;
  const x2666 = prepareTangentScratch[138]!;
  const x2667 = prepareTangentScratch[139]!;
  const x2695 = prepareTangentScratch[140]!;
  const x2696 = prepareTangentScratch[141]!;
  const x2534 = prepareTangentScratch[132]!;
  const x2533 = prepareTangentScratch[131]!;
  const x2563 = prepareTangentScratch[134]!;
  const x2562 = prepareTangentScratch[133]!;
  let x4063: number;
  let x4064: number;
  let x4065: number;
  let x4066: number;
  if (x3822) {
    x4063 = x3811 * p45;
    x4064 = (x3812 * p45) + (d45 * x3811);
    x4065 = x3811;
    x4066 = x3812;
  } else {
    let x4059: number;
    let x4060: number;
    let x4061: number;
    let x4062: number;
    if (((p5 === 2) || ((p5 === 12) && (p6 === 1)))) {
      let x4007: number;
      let x4008: number;
      if ((g11 > 0)) {
        const x3995 = g5 * p45;
        x4007 = x3995 * p45;
        x4008 = ((d45 * g5) * p45) + (d45 * x3995);
      } else {
        const x4001 = 2 * x3814;
        x4007 = x4001 * x3811;
        x4008 = ((x3818 * 2) * x3811) + (x3812 * x4001);
      }
      let x4020: number;
      let x4021: number;
      if ((g13 > 0)) {
        x4020 = g7 * p45;
        x4021 = d45 * g7;
      } else {
        x4020 = (4 * x3814) + (2 * x3811);
        x4021 = (x3818 * 4) + (x3812 * 2);
      }
      x4059 = x4007;
      x4060 = x4008;
      x4061 = x4020;
      x4062 = x4021;
    } else {
      let x4055: number;
      let x4056: number;
      let x4057: number;
      let x4058: number;
      if (((p5 === 3) || x3913)) {
        let x4039: number;
        let x4040: number;
        if ((g11 > 0)) {
          const x4025 = g5 * p45;
          x4039 = x4025 * p45;
          x4040 = ((d45 * g5) * p45) + (d45 * x4025);
        } else {
          const x4032 = (x3806 > 0) ? 1 : 2;
          const x4033 = x4032 * x3814;
          x4039 = x4033 * x3811;
          x4040 = ((x3818 * x4032) * x3811) + (x3812 * x4033);
        }
        let x4053: number;
        let x4054: number;
        if ((g13 > 0)) {
          x4053 = g7 * p45;
          x4054 = d45 * g7;
        } else {
          let x4051: number;
          let x4052: number;
          if ((x3806 > 0)) {
            x4051 = 2 * x3814;
            x4052 = x3818 * 2;
          } else {
            x4051 = (4 * x3814) + x3811;
            x4052 = (x3818 * 4) + x3812;
          }
          x4053 = x4051;
          x4054 = x4052;
        }
        x4055 = x4039;
        x4056 = x4040;
        x4057 = x4053;
        x4058 = x4054;
      } else {
        x4055 = g5;
        x4056 = 0;
        x4057 = g7;
        x4058 = 0;
      }
      x4059 = x4055;
      x4060 = x4056;
      x4061 = x4057;
      x4062 = x4058;
    }
    x4063 = x4059;
    x4064 = x4060;
    x4065 = x4061;
    x4066 = x4062;
  }
  let x4073: number;
  let x4074: number;
  if (x3913) {
    const x4067 = g5 * p45;
    x4073 = x4067 * p45;
    x4074 = ((d45 * g5) * p45) + (d45 * x4067);
  } else {
    x4073 = x4063;
    x4074 = x4064;
  }
  let x4077: number;
  let x4078: number;
  if (x3913) {
    x4077 = g7 * p45;
    x4078 = d45 * g7;
  } else {
    x4077 = x4065;
    x4078 = x4066;
  }
  const x4079 = x3926 ? x217 : x3811;
  const x4080 = x3926 ? x219 : x3812;
  const x4084 = (x4074 * x3679) + (x3680 * x4073);
  prepareTangentScratch[220] = x4084;
  let x4132: number;
  let x4134: number;
  if (x3822) {
    x4132 = (x4078 * x3696) + (x3697 * x4077);
    x4134 = 0;
  } else {
    let x4128: number;
    let x4130: number;
    if ((p5 === 3)) {
      x4128 = (x4078 * x3696) + (x3697 * x4077);
      x4130 = (x4080 * x3728) + (x3729 * x4079);
    } else {
      let x4124: number;
      let x4126: number;
      if ((x4077 >= x4079)) {
        x4124 = ((x4078 - x4080) * x3696) + (x3697 * (x4077 - x4079));
        x4126 = (x4080 * x3728) + (x3729 * x4079);
      } else {
        let x4120: number;
        let x4122: number;
        if ((p5 === 2)) {
          x4120 = (x4078 * x3728) + (x3729 * x4077);
          x4122 = 0;
        } else {
          x4120 = 0;
          x4122 = (x4078 * x3728) + (x3729 * x4077);
        }
        x4124 = x4120;
        x4126 = x4122;
      }
      x4128 = x4124;
      x4130 = x4126;
    }
    x4132 = x4128;
    x4134 = x4130;
  }
  prepareTangentScratch[221] = x4132;
  prepareTangentScratch[222] = x4134;
  const x4143 = (x3909 * x3652) + (x3911 * x3661);
  const x4153 = (x4063 * x3652) + (x4065 * x3661);
  const x4161 = ((x3926 && (x3909 <= 0)) && (x3911 <= 0)) || (x3721 && (x4143 <= 0));
  const x4163 = x4161 ? 1e-14 : x4143;
  const x4164 = x4161 ? 0 : (((x3910 * x3652) + (x3654 * x3909)) + ((x3912 * x3661) + (x3663 * x3911)));
  prepareTangentScratch[223] = x4164;
  const x4171 = ((x3926 && (x4063 <= 0)) && (x4065 <= 0)) || (x3721 && (x4153 <= 0));
  const x4172 = x4171 ? 1e-14 : x4153;
  const x4173 = x4171 ? 0 : (((x4064 * x3652) + (x3654 * x4063)) + ((x4066 * x3661) + (x3663 * x4065)));
  prepareTangentScratch[224] = x4173;
  const x4175 = (x3725 ? 1 : 0) > 0;
  let x4187: number;
  let x4188: number;
  if (x4175) {
    let x4185: number;
    let x4186: number;
    if (((g4 <= 0) && (g6 <= 0))) {
      x4185 = 1e-14;
      x4186 = 0;
    } else {
      x4185 = (g4 * x3652) + (g6 * x3661);
      x4186 = (x3654 * g4) + (x3663 * g6);
    }
    x4187 = x4185;
    x4188 = x4186;
  } else {
    x4187 = x4163;
    x4188 = x4164;
  }
  let x4200: number;
  let x4201: number;
  if (x4175) {
    let x4198: number;
    let x4199: number;
    if (((g5 <= 0) && (g7 <= 0))) {
      x4198 = 1e-14;
      x4199 = 0;
    } else {
      x4198 = (g5 * x3652) + (g7 * x3661);
      x4199 = (x3654 * g5) + (x3663 * g7);
    }
    x4200 = x4198;
    x4201 = x4199;
  } else {
    x4200 = x4172;
    x4201 = x4173;
  }
  const x4202 = x266 * p49;
  const x4203 = d49 * x266;
  prepareTangentScratch[225] = x4203;
  const x4204 = x4187 > 0;
  const x4206 = p48 > 0;
  let x4223: number;
  if ((x4204 && x4206)) {
    const x4209 = p48 / x4187;
    const x4215 = x4209 + 1;
    x4223 = (x4203 * Math.log(x4215)) + ((((d48 / x4187) - ((x4188 / x4187) * x4209)) / x4215) * x4202);
  } else {
    x4223 = 0;
  }
  prepareTangentScratch[226] = x4223;
  const x4224 = x4200 > 0;
  let x4240: number;
  if ((x4224 && x4206)) {
    const x4226 = p48 / x4200;
    const x4232 = x4226 + 1;
    x4240 = (x4203 * Math.log(x4232)) + ((((d48 / x4200) - ((x4201 / x4200) * x4226)) / x4232) * x4202);
  } else {
    x4240 = 0;
  }
  prepareTangentScratch[227] = x4240;
  let x4244: number;
  if (x4204) {
    x4244 = x4188 + d48;
  } else {
    x4244 = 0;
  }
  prepareTangentScratch[228] = x4244;
  let x4248: number;
  if (x4224) {
    x4248 = x4201 + d48;
  } else {
    x4248 = 0;
  }
  prepareTangentScratch[229] = x4248;
  const x4251 = p[40]! + p[39]!;
  const x4254 = d[40]! + d[39]!;
  const x4261 = (x4251 * p41) / x3811;
  const x4263 = x3812 / x3811;
  const x4266 = (((x4254 * p41) + (d[41]! * x4251)) / x3811) - (x4263 * x4261);
  let x4310: number;
  let x4311: number;
  if (x3926) {
    const x4270 = (g14 > 0) ? g8 : 1;
    x4310 = p37 * x4270;
    x4311 = d37 * x4270;
  } else {
    let x4308: number;
    let x4309: number;
    if (x3822) {
      let x4278: number;
      let x4279: number;
      if ((g14 > 0)) {
        x4278 = p37 * g8;
        x4279 = d37 * g8;
      } else {
        x4278 = 0;
        x4279 = 0;
      }
      x4308 = (x4261 + x4278) + p43;
      x4309 = (x4266 + x4279) + d43;
    } else {
      let x4306: number;
      let x4307: number;
      if ((g14 > 0)) {
        x4306 = (x4261 + (p37 * g8)) + p43;
        x4307 = (x4266 + (d37 * g8)) + d43;
      } else {
        const x4297 = (x3814 * p37) / x3811;
        x4306 = (x4261 + x4297) + p43;
        x4307 = (x4266 + ((((x3818 * p37) + (d37 * x3814)) / x3811) - (x4263 * x4297))) + d43;
      }
      x4308 = x4306;
      x4309 = x4307;
    }
    x4310 = x4308;
    x4311 = x4309;
  }
  const x4318 = (x4251 * p42) / x3811;
  const x4322 = (((x4254 * p42) + (d[42]! * x4251)) / x3811) - (x4263 * x4318);
  let x4364: number;
  let x4365: number;
  if (x3926) {
    const x4326 = (g15 > 0) ? g9 : 1;
    x4364 = p37 * x4326;
    x4365 = d37 * x4326;
  } else {
    let x4362: number;
    let x4363: number;
    if (x3822) {
      let x4332: number;
      let x4333: number;
      if ((g15 > 0)) {
        x4332 = p37 * g9;
        x4333 = d37 * g9;
      } else {
        x4332 = 0;
        x4333 = 0;
      }
      x4362 = (x4318 + x4332) + p44;
      x4363 = (x4322 + x4333) + d44;
    } else {
      let x4360: number;
      let x4361: number;
      if ((g15 > 0)) {
        x4360 = (x4318 + (p37 * g9)) + p44;
        x4361 = (x4322 + (d37 * g9)) + d44;
      } else {
        const x4351 = (x3814 * p37) / x3811;
        x4360 = (x4318 + x4351) + p44;
        x4361 = (x4322 + ((((x3818 * p37) + (d37 * x3814)) / x3811) - (x4263 * x4351))) + d44;
      }
      x4362 = x4360;
      x4363 = x4361;
    }
    x4364 = x4362;
    x4365 = x4363;
  }
  const x4374 = (((x229 * x328) - (x331 * x227)) * x222) + (x224 * (x328 * x227));
  prepareTangentScratch[230] = x4374;
  const x4379 = (x1171 * x262) - (x260 * x1170);
  prepareTangentScratch[231] = x4379;
  const x4381 = x3283 + x3301;
  prepareTangentScratch[232] = x4381;
  const x4392 = ((x2447 + ((x2476 * x209) + (x211 * x2475))) / x209) - (x237 * ((x2446 + (x2475 * x209)) / x209));
  prepareTangentScratch[233] = x4392;
  const x4393 = x2666 / x222;
  const x4399 = Math.pow(x4393, x2695);
  let x4406: number;
  if ((x4393 !== 0)) {
    x4406 = (x2695 * x4399) / x4393;
  } else {
    x4406 = x2695 * Math.pow(x4393, (x2695 - 1));
  }
  let x4411: number;
  if ((x4393 > 0)) {
    x4411 = x4399 * Math.log(x4393);
  } else {
    x4411 = 0;
  }
  const x4413 = (((x2667 / x222) - ((x224 / x222) * x4393)) * x4406) + (x2696 * x4411);
  prepareTangentScratch[234] = x4413;
  const x4418 = (x2534 * x227) + (x229 * x2533);
  prepareTangentScratch[235] = x4418;
  const x4422 = (x2563 * x227) + (x229 * x2562);
  prepareTangentScratch[236] = x4422;
  let x4429: number;
  if ((x4310 > 0)) {
    x4429 = -((x4311 / x4310) * (1 / x4310));
  } else {
    x4429 = 0;
  }
  prepareTangentScratch[237] = x4429;
  let x4436: number;
  if ((x4364 > 0)) {
    x4436 = -((x4365 / x4364) * (1 / x4364));
  } else {
    x4436 = 0;
  }
  prepareTangentScratch[238] = x4436;
}

export function prepareTangent(p: Float64Array, g: Float64Array, a: Float64Array, d: Float64Array, dq: Float64Array): void {
  const d9 = d[9]!;
  const d48 = d[48]!;
  const d55 = d[55]!;
  prepareTangent1(p, g, a, d, dq);
  prepareTangent2(p, g, a, d, dq);
  prepareTangent3(p, g, a, d, dq);
  prepareTangent4(p, g, a, d, dq);
  dq.fill(0);
  dq[1] = d[1]!;
  dq[2] = d[2]!;
  dq[3] = d[7]!;
  dq[4] = d[8]!;
  dq[5] = prepareTangentScratch[3]!;
  dq[6] = prepareTangentScratch[5]!;
  dq[7] = prepareTangentScratch[230]!;
  dq[8] = prepareTangentScratch[9]!;
  dq[9] = d9;
  dq[10] = prepareTangentScratch[34]!;
  dq[12] = prepareTangentScratch[179]!;
  dq[13] = prepareTangentScratch[158]!;
  dq[14] = prepareTangentScratch[160]!;
  dq[15] = prepareTangentScratch[161]!;
  dq[16] = prepareTangentScratch[174]!;
  dq[17] = prepareTangentScratch[165]!;
  dq[18] = prepareTangentScratch[184]!;
  dq[19] = prepareTangentScratch[183]!;
  dq[20] = prepareTangentScratch[175]!;
  dq[21] = prepareTangentScratch[176]!;
  dq[22] = prepareTangentScratch[231]!;
  dq[23] = prepareTangentScratch[87]!;
  dq[24] = prepareTangentScratch[89]!;
  dq[25] = prepareTangentScratch[90]!;
  dq[26] = prepareTangentScratch[92]!;
  dq[27] = prepareTangentScratch[94]!;
  dq[28] = prepareTangentScratch[95]!;
  dq[29] = prepareTangentScratch[81]!;
  dq[30] = prepareTangentScratch[182]!;
  dq[31] = prepareTangentScratch[112]!;
  dq[32] = prepareTangentScratch[113]!;
  dq[33] = prepareTangentScratch[180]!;
  dq[34] = prepareTangentScratch[232]!;
  dq[35] = prepareTangentScratch[57]!;
  dq[36] = prepareTangentScratch[41]!;
  dq[37] = prepareTangentScratch[37]!;
  dq[38] = prepareTangentScratch[38]!;
  dq[39] = prepareTangentScratch[39]!;
  dq[40] = prepareTangentScratch[40]!;
  dq[41] = prepareTangentScratch[108]!;
  dq[42] = prepareTangentScratch[171]!;
  dq[43] = prepareTangentScratch[122]!;
  dq[44] = prepareTangentScratch[123]!;
  dq[45] = prepareTangentScratch[151]!;
  dq[46] = prepareTangentScratch[110]!;
  dq[47] = prepareTangentScratch[111]!;
  dq[48] = prepareTangentScratch[47]!;
  dq[49] = prepareTangentScratch[48]!;
  dq[50] = prepareTangentScratch[124]!;
  dq[51] = prepareTangentScratch[125]!;
  dq[52] = prepareTangentScratch[52]!;
  dq[53] = prepareTangentScratch[43]!;
  dq[54] = prepareTangentScratch[105]!;
  dq[55] = prepareTangentScratch[106]!;
  dq[56] = prepareTangentScratch[107]!;
  dq[57] = prepareTangentScratch[148]!;
  dq[58] = prepareTangentScratch[149]!;
  dq[59] = prepareTangentScratch[152]!;
  dq[60] = prepareTangentScratch[153]!;
  dq[61] = prepareTangentScratch[109]!;
  dq[62] = prepareTangentScratch[114]!;
  dq[63] = prepareTangentScratch[166]!;
  dq[64] = prepareTangentScratch[181]!;
  dq[65] = prepareTangentScratch[118]!;
  dq[66] = prepareTangentScratch[121]!;
  dq[67] = prepareTangentScratch[119]!;
  dq[68] = prepareTangentScratch[120]!;
  dq[69] = prepareTangentScratch[233]!;
  dq[70] = prepareTangentScratch[130]!;
  dq[71] = prepareTangentScratch[185]!;
  dq[72] = prepareTangentScratch[142]!;
  dq[73] = prepareTangentScratch[234]!;
  dq[74] = prepareTangentScratch[146]!;
  dq[75] = prepareTangentScratch[147]!;
  dq[76] = prepareTangentScratch[173]!;
  dq[77] = prepareTangentScratch[172]!;
  dq[78] = prepareTangentScratch[145]!;
  dq[79] = prepareTangentScratch[187]!;
  dq[80] = prepareTangentScratch[186]!;
  dq[81] = prepareTangentScratch[188]!;
  dq[82] = prepareTangentScratch[235]!;
  dq[83] = prepareTangentScratch[236]!;
  dq[84] = prepareTangentScratch[135]!;
  dq[86] = prepareTangentScratch[225]!;
  dq[87] = d48;
  dq[88] = prepareTangentScratch[224]!;
  dq[89] = prepareTangentScratch[223]!;
  dq[90] = prepareTangentScratch[227]!;
  dq[91] = prepareTangentScratch[226]!;
  dq[92] = prepareTangentScratch[229]!;
  dq[93] = prepareTangentScratch[228]!;
  dq[94] = prepareTangentScratch[201]!;
  dq[95] = prepareTangentScratch[202]!;
  dq[96] = prepareTangentScratch[203]!;
  dq[97] = d[54]!;
  dq[98] = d55;
  dq[99] = prepareTangentScratch[204]!;
  dq[100] = prepareTangentScratch[220]!;
  dq[101] = prepareTangentScratch[221]!;
  dq[102] = prepareTangentScratch[222]!;
  dq[103] = prepareTangentScratch[217]!;
  dq[104] = prepareTangentScratch[218]!;
  dq[105] = prepareTangentScratch[219]!;
  dq[106] = prepareTangentScratch[237]!;
  dq[107] = prepareTangentScratch[238]!;
}

export function evaluate(q: Float64Array, v: Float64Array, f: Float64Array): void {
  const v4 = v[4]!;
  const v5 = v[5]!;
  const v3 = v[3]!;
  const q16 = q[16]!;
  const q13 = q[13]!;
  const q14 = q[14]!;
  const q5 = q[5]!;
  const q6 = q[6]!;
  const q20 = q[20]!;
  const q10 = q[10]!;
  const q35 = q[35]!;
  const q11 = q[11]!;
  const q41 = q[41]!;
  const q42 = q[42]!;
  const q48 = q[48]!;
  const q1 = q[1]!;
  const q9 = q[9]!;
  const q56 = q[56]!;
  const q54 = q[54]!;
  const q55 = q[55]!;
  const q59 = q[59]!;
  const q60 = q[60]!;
  const q58 = q[58]!;
  const q61 = q[61]!;
  const q62 = q[62]!;
  const q63 = q[63]!;
  const q64 = q[64]!;
  const q68 = q[68]!;
  const q69 = q[69]!;
  const q70 = q[70]!;
  const q85 = q[85]!;
  const q89 = q[89]!;
  const q87 = q[87]!;
  const q91 = q[91]!;
  const q93 = q[93]!;
  const q86 = q[86]!;
  const q88 = q[88]!;
  const q90 = q[90]!;
  const q92 = q[92]!;
  const q0 = q[0]!;
  const x2 = v4 >= v5;
  let x5: number;
  if (x2) {
    x5 = v4 - v5;
  } else {
    x5 = v5 - v4;
  }
  const x6 = x2 ? v5 : v4;
  const x8 = v[1]! - x6;
  const x10 = v3 - x6;
  const x14 = (x10 - q16) - 0.001;
  const x23 = q16 + (0.5 * (x14 + Math.sqrt(((x14 * x14) - (0.004 * q16)))));
  const x25 = (x23 < x10) ? x10 : x23;
  let x39: number;
  if ((x25 > 0)) {
    x39 = q[15]! / (q13 + (0.5 * x25));
  } else {
    x39 = Math.sqrt((q13 - x25));
  }
  const x43 = (q[17]! * x39) / q14;
  const x46 = q[12]! * Math.sqrt(x43);
  const x48 = q[25]! * x25;
  let x60: number;
  if ((x48 >= (-0.5))) {
    x60 = 1 + x48;
  } else {
    x60 = (1 + (3 * x48)) / (3 + (8 * x48));
  }
  const x63 = q[28]! * x25;
  let x71: number;
  if ((x63 >= (-0.5))) {
    x71 = 1 + x63;
  } else {
    x71 = (1 + (3 * x63)) / (3 + (8 * x63));
  }
  const x77 = ((0.5 * q[24]!) * q5) / (x46 * x60);
  let x83: number;
  if ((x77 < 34)) {
    x83 = Math.exp((-x77));
  } else {
    x83 = 1.713908431e-15;
  }
  const x87 = x83 * (1 + (2 * x83));
  const x93 = (((0.5 * q[27]!) * q6) * q5) / (x46 * x71);
  let x97: number;
  if ((x93 < 34)) {
    x97 = Math.exp((-x93));
  } else {
    x97 = 1.713908431e-15;
  }
  const x104 = q[31]! + (q[32]! * x25);
  let x114: number;
  if ((x104 >= 0.0001)) {
    x114 = x104;
  } else {
    x114 = (0.0001 * (0.0002 - x104)) / (0.00030000000000000003 - (2 * x104));
  }
  const x137 = (((q[19]! + (q20 * x39)) - (q[21]! * x25)) - (((q[23]! * x87) + (q[26]! * (x97 * (1 + (2 * x97))))) * q[18]!)) + ((q[29]! * x25) * q[30]!);
  const x141 = (x137 + (q[22]! * x25)) - ((x114 * q[33]!) * x5);
  const x158 = ((((q[36]! * 1.03594e-10) / x43) + (((q[37]! + (q[38]! * x25)) + (q[39]! * x5)) * x87)) + q[40]!) / q10;
  let x166: number;
  if ((x158 >= (-0.5))) {
    x166 = 1 + x158;
  } else {
    x166 = (1 + (3 * x158)) / (3 + (8 * x158));
  }
  const x168 = q[34]! + q13;
  let x206: number;
  if ((((q35 > 1000000000000000000) && (q35 < 1e+25)) && (x8 > x168))) {
    const x183 = (1.6597727086e-23 * q35) / (q10 * q10);
    const x190 = x183 * (Math.sqrt((1 + ((2 * (x8 - x168)) / x183))) - 1);
    const x197 = (1.12 - (((0.5 * x190) * x190) / x183)) - 0.05;
    x206 = x8 - (1.12 - (0.5 * (x197 + Math.sqrt(((x197 * x197) + 0.224)))));
  } else {
    x206 = x8;
  }
  const x207 = x206 - x141;
  const x210 = (2 * x166) * q11;
  const x211 = x207 / x210;
  const x215 = ((2 * q41) - x207) / x210;
  let x240: number;
  if ((x211 > 34)) {
    x240 = x207;
  } else {
    let x239: number;
    if ((x215 > 34)) {
      x239 = ((q11 * q42) / q10) * Math.exp(((x207 - q41) / (x166 * q11)));
    } else {
      let x230: number;
      if ((x211 < (-34))) {
        x230 = 1.713908431e-15;
      } else {
        x230 = Math.log1p(Math.exp(x211));
      }
      x239 = (x210 * x230) / (1 + (((x210 * q10) / (q11 * q42)) * Math.exp(x215)));
    }
    x240 = x239;
  }
  const x244 = x39 - q14;
  const x248 = q6 - (2 * ((q[43]! * x240) + (q[44]! * x244)));
  let x258: number;
  if ((x248 >= 2e-8)) {
    x258 = x248;
  } else {
    x258 = (2e-8 * (4e-8 - x248)) / (6.000000000000001e-8 - (2 * x248));
  }
  const x265 = (1 + (q[46]! * x240)) + (q[47]! * x244);
  let x275: number;
  if ((x265 >= 0.1)) {
    x275 = x265;
  } else {
    x275 = (0.1 * (0.2 - x265)) / (0.30000000000000004 - (2 * x265));
  }
  const x276 = q[45]! * x275;
  const x278 = (0.5 * q20) / x39;
  const x284 = q5 / (q5 + (2 * Math.sqrt((q[53]! * x43))));
  const x296 = 1 + (q[52]! * x25);
  let x303: number;
  if ((x296 >= 0.1)) {
    x303 = x296;
  } else {
    x303 = (0.1 * (0.2 - x296)) / (0.30000000000000004 - (2 * x296));
  }
  const x319 = (1 + (x278 * ((q48 * x284) + (q[50]! / (q6 + q[51]!))))) - ((((((x278 * q[49]!) * q48) * x284) * x284) * x284) * x240);
  let x326: number;
  if ((x319 >= 0.1)) {
    x326 = x319;
  } else {
    x326 = (0.1 * (0.2 - x319)) / (0.30000000000000004 - (2 * x319));
  }
  const x327 = x326 / x303;
  let x356: number;
  if ((q1 === 2)) {
    const x331 = x240 / q9;
    x356 = x331 * ((q54 + (q56 * x25)) + (q55 * x331));
  } else {
    const x342 = (x240 + (2 * x141)) / q9;
    let x355: number;
    if ((q1 === 1)) {
      x355 = x342 * ((q54 + (q56 * x25)) + (q55 * x342));
    } else {
      x355 = (x342 * (q54 + (q55 * x342))) * (1 + (q56 * x25));
    }
    x356 = x355;
  }
  const x358 = 1 + x356;
  let x367: number;
  if ((x358 >= 0.2)) {
    x367 = x358;
  } else {
    x367 = (0.2 * (0.4 - x358)) / (0.6000000000000001 - (2 * x358));
  }
  const x368 = q[57]! / x367;
  let x395: number;
  if ((q59 > 0)) {
    const x372 = 1 - q60;
    const x375 = (x372 - (q59 * x240)) - 0.0001;
    x395 = 1 - (0.5 * (x375 + Math.sqrt(((x375 * x375) + (0.0004 * x372)))));
  } else {
    let x394: number;
    if ((q59 < 0)) {
      const x387 = (q60 + (q59 * x240)) - 0.0001;
      x394 = 0.5 * (x387 + Math.sqrt(((x387 * x387) + (0.0004 * q60))));
    } else {
      x394 = q60;
    }
    x395 = x394;
  }
  const x399 = ((x258 * q58) * q10) * x276;
  const x402 = ((2 * q58) / x368) * q5;
  const x404 = x240 + (2 * q11);
  const x406 = x327 * x399;
  const x412 = (2 / x395) - 1;
  const x419 = ((x404 * x412) + (x327 * x402)) + (((3 * x404) * x327) * x399);
  const x423 = x404 * (x402 + ((2 * x404) * x399));
  const x431 = (2 * x423) / (x419 + Math.sqrt(((x419 * x419) - ((2 * ((2 * x327) * ((x406 - 1) + (1 / x395)))) * x423))));
  const x434 = (x431 - x5) - q61;
  const x446 = ((2 * x431) * x5) / (((x431 + x5) + q61) + Math.sqrt(((x434 * x434) + ((4 * q61) * x431))));
  const x447 = x5 - x446;
  const x451 = 0.5 * x327;
  let x473: number;
  if (((q62 > 0) && (x447 > 1e-10))) {
    x473 = ((q5 * (x327 + (x240 / x402))) / ((q62 * x327) * q63)) * x447;
  } else {
    x473 = 583461742500000;
  }
  let x493: number;
  if ((q64 > 0)) {
    const x476 = x327 * x431;
    const x484 = 1 + (q[65]! * x25);
    let x491: number;
    if ((x484 >= 0.1)) {
      x491 = x484;
    } else {
      x491 = (0.1 * (0.2 - x484)) / (0.30000000000000004 - (2 * x484));
    }
    x493 = ((x404 - ((x404 * x476) / (x404 + x476))) / q64) / x491;
  } else {
    x493 = 583461742500000;
  }
  const x497 = 1 + ((q[66]! / x402) * x240);
  let x504: number;
  if ((x497 >= 0.1)) {
    x504 = x497;
  } else {
    x504 = (0.1 * (0.2 - x497)) / (0.30000000000000004 - (2 * x497));
  }
  const x509 = (((x402 + x431) + (((2 * x399) * x240) * (1 - ((x451 * x431) / x404)))) / (x412 + x406)) + (x504 * ((x473 * x493) / (x473 + x493)));
  let x521: number;
  if ((q68 > 0)) {
    const x513 = q[67]! * q63;
    let x518: number;
    if ((x447 > (x513 / 34))) {
      x518 = Math.exp((x513 / x447));
    } else {
      x518 = 583461742500000;
    }
    x521 = (x518 * q5) / q68;
  } else {
    x521 = 583461742500000;
  }
  const x532 = ((((x368 * q10) * (x258 / q5)) * x240) * (1 - ((x451 * x446) / x404))) / (1 + (x446 / x402));
  const x539 = ((x532 * x446) / (1 + (x532 * x276))) * (1 + (x447 / x509));
  const x542 = x539 * (1 + (x447 / x521));
  let x558: number;
  if (((q69 > 0) && (q70 > 0))) {
    let x554: number;
    if ((x447 > (q70 / 34))) {
      x554 = Math.exp((-(q70 / x447)));
    } else {
      x554 = 1.713908431e-15;
    }
    x558 = ((q69 * x447) * x554) * x539;
  } else {
    x558 = 0;
  }
  const x562 = v3 - v4;
  const x564 = q85 * x562;
  let x582: number;
  if ((q89 > 0)) {
    let x581: number;
    if (((q87 > 0) && (x562 >= q91))) {
      x581 = x564 + ((q93 - q89) + ((q93 / q86) * (x562 - q91)));
    } else {
      x581 = x564 + (q89 * Math.expm1((x562 / q86)));
    }
    x582 = x581;
  } else {
    x582 = x564;
  }
  const x586 = v3 - v5;
  const x587 = q85 * x586;
  let x603: number;
  if ((q88 > 0)) {
    let x602: number;
    if (((q87 > 0) && (x586 >= q90))) {
      x602 = x587 + ((q92 - q88) + ((q92 / q86) * (x586 - q90)));
    } else {
      x602 = x587 + (q88 * Math.expm1((x586 / q86)));
    }
    x603 = x602;
  } else {
    x603 = x587;
  }
  const x609 = (q0 * q[106]!) * (v[0]! - v4);
  const x614 = (q0 * q[107]!) * (v[2]! - v5);
  let x620: number;
  if (x2) {
    x620 = x542 + x558;
  } else {
    x620 = -x542;
  }
  let x626: number;
  if (x2) {
    x626 = -x542;
  } else {
    x626 = x542 + x558;
  }
  f.fill(0);
  f[0] = x609;
  f[2] = x614;
  f[3] = q0 * ((x582 + x603) - x558);
  f[4] = (q0 * (x620 - x582)) - x609;
  f[5] = (q0 * (x626 - x603)) - x614;
}

const evaluateJacobianScratch = new Float64Array(111);
function evaluateJacobian1(q: Float64Array, v: Float64Array, f: Float64Array, j: Float64Array): void {
  const v4 = v[4]!;
  const v5 = v[5]!;
  const v3 = v[3]!;
  const q16 = q[16]!;
  const q13 = q[13]!;
  const q17 = q[17]!;
  const q14 = q[14]!;
  const q12 = q[12]!;
  const q25 = q[25]!;
  const q28 = q[28]!;
  const q5 = q[5]!;
  const q6 = q[6]!;
  const q32 = q[32]!;
  const q33 = q[33]!;
  const q20 = q[20]!;
  const q21 = q[21]!;
  const q23 = q[23]!;
  const q26 = q[26]!;
  const q18 = q[18]!;
  const q29 = q[29]!;
  const q30 = q[30]!;
  const q22 = q[22]!;
  const q38 = q[38]!;
  const q39 = q[39]!;
  const q10 = q[10]!;
  const q35 = q[35]!;
  const q11 = q[11]!;
  const q41 = q[41]!;
  const q42 = q[42]!;
  const q43 = q[43]!;
  const q44 = q[44]!;
  const q46 = q[46]!;
  const q47 = q[47]!;
  const q45 = q[45]!;
  const q53 = q[53]!;
  const q48 = q[48]!;
  const q52 = q[52]!;
  const x2 = v4 >= v5;
  evaluateJacobianScratch[0] = x2 ? 1 : 0;
  let x7: number;
  let x8: number;
  let x9: number;
  if (x2) {
    x7 = v4 - v5;
    x8 = 1;
    x9 = -1;
  } else {
    x7 = v5 - v4;
    x8 = -1;
    x9 = 1;
  }
  evaluateJacobianScratch[1] = x7;
  evaluateJacobianScratch[2] = x8;
  evaluateJacobianScratch[3] = x9;
  const x10 = x2 ? v5 : v4;
  const x12 = x2 ? 0 : 1;
  const x13 = x2 ? 1 : 0;
  const x15 = v[1]! - x10;
  const x16 = -x12;
  const x17 = -x13;
  const x19 = v3 - x10;
  const x23 = (x19 - q16) - 0.001;
  const x26 = x12 * x23;
  const x29 = x13 * x23;
  const x35 = Math.sqrt(((x23 * x23) - (0.004 * q16)));
  let x39: number;
  if ((x35 > 0)) {
    x39 = 0.5 / x35;
  } else {
    x39 = 0;
  }
  const x51 = q16 + (0.5 * (x23 + x35));
  const x52 = x51 < x19;
  const x53 = x52 ? x19 : x51;
  evaluateJacobianScratch[4] = x53;
  const x54 = x52 ? 1 : ((1 + ((x23 + x23) * x39)) * 0.5);
  evaluateJacobianScratch[5] = x54;
  const x55 = x52 ? x16 : (((((-x26) - x26) * x39) - x12) * 0.5);
  evaluateJacobianScratch[6] = x55;
  const x56 = x52 ? x17 : (((((-x29) - x29) * x39) - x13) * 0.5);
  evaluateJacobianScratch[7] = x56;
  let x105: number;
  let x106: number;
  let x107: number;
  let x108: number;
  if ((x53 > 0)) {
    const x75 = q13 + (0.5 * x53);
    const x77 = q[15]! / x75;
    x105 = x77;
    x106 = -(((x54 * 0.5) / x75) * x77);
    x107 = -(((x55 * 0.5) / x75) * x77);
    x108 = -(((x56 * 0.5) / x75) * x77);
  } else {
    const x91 = Math.sqrt((q13 - x53));
    let x94: number;
    if ((x91 > 0)) {
      x94 = 0.5 / x91;
    } else {
      x94 = 0;
    }
    x105 = x91;
    x106 = -(x54 * x94);
    x107 = -(x55 * x94);
    x108 = -(x56 * x94);
  }
  const x115 = (q17 * x105) / q14;
  const x116 = (x106 * q17) / q14;
  const x117 = (x107 * q17) / q14;
  const x118 = (x108 * q17) / q14;
  const x119 = Math.sqrt(x115);
  let x122: number;
  if ((x119 > 0)) {
    x122 = 0.5 / x119;
  } else {
    x122 = 0;
  }
  const x127 = q12 * x119;
  const x128 = (x116 * x122) * q12;
  const x129 = (x117 * x122) * q12;
  const x130 = (x118 * x122) * q12;
  const x132 = q25 * x53;
  const x133 = x54 * q25;
  const x134 = x55 * q25;
  const x135 = x56 * q25;
  let x167: number;
  let x168: number;
  let x169: number;
  let x170: number;
  if ((x132 >= (-0.5))) {
    x167 = 1 + x132;
    x168 = x133;
    x169 = x134;
    x170 = x135;
  } else {
    const x150 = 3 + (8 * x132);
    const x151 = (1 + (3 * x132)) / x150;
    x167 = x151;
    x168 = ((x133 * 3) / x150) - (((x133 * 8) / x150) * x151);
    x169 = ((x134 * 3) / x150) - (((x134 * 8) / x150) * x151);
    x170 = ((x135 * 3) / x150) - (((x135 * 8) / x150) * x151);
  }
  const x171 = x127 * x167;
  const x182 = q28 * x53;
  const x183 = x54 * q28;
  const x184 = x55 * q28;
  const x185 = x56 * q28;
  let x214: number;
  let x215: number;
  let x216: number;
  let x217: number;
  if ((x182 >= (-0.5))) {
    x214 = 1 + x182;
    x215 = x183;
    x216 = x184;
    x217 = x185;
  } else {
    const x197 = 3 + (8 * x182);
    const x198 = (1 + (3 * x182)) / x197;
    x214 = x198;
    x215 = ((x183 * 3) / x197) - (((x183 * 8) / x197) * x198);
    x216 = ((x184 * 3) / x197) - (((x184 * 8) / x197) * x198);
    x217 = ((x185 * 3) / x197) - (((x185 * 8) / x197) * x198);
  }
  const x218 = x127 * x214;
  const x232 = ((0.5 * q[24]!) * q5) / x171;
  const x234 = (((x128 * x167) + (x168 * x127)) / x171) * x232;
  const x237 = (((x129 * x167) + (x169 * x127)) / x171) * x232;
  const x240 = (((x130 * x167) + (x170 * x127)) / x171) * x232;
  let x250: number;
  let x251: number;
  let x252: number;
  let x253: number;
  if ((x232 < 34)) {
    const x245 = Math.exp((-x232));
    x250 = x245;
    x251 = x234 * x245;
    x252 = x237 * x245;
    x253 = x240 * x245;
  } else {
    x250 = 1.713908431e-15;
    x251 = 0;
    x252 = 0;
    x253 = 0;
  }
  const x259 = 1 + (2 * x250);
  const x260 = x250 * x259;
  const x263 = (x251 * x259) + ((x251 * 2) * x250);
  const x266 = (x252 * x259) + ((x252 * 2) * x250);
  const x269 = (x253 * x259) + ((x253 * 2) * x250);
  const x275 = (((0.5 * q[27]!) * q6) * q5) / x218;
  const x277 = (((x128 * x214) + (x215 * x127)) / x218) * x275;
  const x280 = (((x129 * x214) + (x216 * x127)) / x218) * x275;
  const x283 = (((x130 * x214) + (x217 * x127)) / x218) * x275;
  let x291: number;
  let x292: number;
  let x293: number;
  let x294: number;
  if ((x275 < 34)) {
    const x287 = Math.exp((-x275));
    x291 = x287;
    x292 = x277 * x287;
    x293 = x280 * x287;
    x294 = x283 * x287;
  } else {
    x291 = 1.713908431e-15;
    x292 = 0;
    x293 = 0;
    x294 = 0;
  }
  const x299 = 1 + (2 * x291);
  const x312 = x54 * q32;
  const x313 = x55 * q32;
  const x314 = x56 * q32;
  const x316 = q[31]! + (q32 * x53);
  let x362: number;
  let x363: number;
  let x364: number;
  let x365: number;
  if ((x316 >= 0.0001)) {
    x362 = x316;
    x363 = x312;
    x364 = x313;
    x365 = x314;
  } else {
    const x336 = 0.00030000000000000003 - (2 * x316);
    const x340 = (0.0001 * (0.0002 - x316)) / x336;
    x362 = x340;
    x363 = (((x312 * 2) / x336) * x340) - ((x312 * 0.0001) / x336);
    x364 = (((x313 * 2) / x336) * x340) - ((x313 * 0.0001) / x336);
    x365 = (((x314 * 2) / x336) * x340) - ((x314 * 0.0001) / x336);
  }
  const x367 = x362 * q33;
  const x372 = (x363 * q33) * x7;
  const x375 = ((x364 * q33) * x7) + (x8 * x367);
  const x378 = ((x365 * q33) * x7) + (x9 * x367);
  const x435 = (((x106 * q20) - (x54 * q21)) - (((x263 * q23) + (((x292 * x299) + ((x292 * 2) * x291)) * q26)) * q18)) + ((x54 * q29) * q30);
  const x436 = (((x107 * q20) - (x55 * q21)) - (((x266 * q23) + (((x293 * x299) + ((x293 * 2) * x291)) * q26)) * q18)) + ((x55 * q29) * q30);
  const x437 = (((x108 * q20) - (x56 * q21)) - (((x269 * q23) + (((x294 * x299) + ((x294 * 2) * x291)) * q26)) * q18)) + ((x56 * q29) * q30);
  const x443 = ((((q[19]! + (q20 * x105)) - (q21 * x53)) - (((q23 * x260) + (q26 * (x291 * x299))) * q18)) + ((q29 * x53) * q30)) + (q22 * x53);
  const x444 = x435 + (x54 * q22);
  const x445 = x436 + (x55 * q22);
  const x446 = x437 + (x56 * q22);
  const x447 = x443 - (x367 * x7);
  evaluateJacobianScratch[8] = x447;
  const x449 = x444 - x372;
  evaluateJacobianScratch[9] = x449;
  const x451 = x445 - x375;
  evaluateJacobianScratch[10] = x451;
  const x453 = x446 - x378;
  evaluateJacobianScratch[11] = x453;
  const x465 = (q[37]! + (q38 * x53)) + (q39 * x7);
  const x481 = (q[36]! * 1.03594e-10) / x115;
  const x498 = ((x481 + (x465 * x260)) + q[40]!) / q10;
  const x499 = ((((x54 * q38) * x260) + (x263 * x465)) - ((x116 / x115) * x481)) / q10;
  const x500 = (((((x55 * q38) + (x8 * q39)) * x260) + (x266 * x465)) - ((x117 / x115) * x481)) / q10;
  const x501 = (((((x56 * q38) + (x9 * q39)) * x260) + (x269 * x465)) - ((x118 / x115) * x481)) / q10;
  let x530: number;
  let x531: number;
  let x532: number;
  let x533: number;
  if ((x498 >= (-0.5))) {
    x530 = 1 + x498;
    x531 = x499;
    x532 = x500;
    x533 = x501;
  } else {
    const x513 = 3 + (8 * x498);
    const x514 = (1 + (3 * x498)) / x513;
    x530 = x514;
    x531 = ((x499 * 3) / x513) - (((x499 * 8) / x513) * x514);
    x532 = ((x500 * 3) / x513) - (((x500 * 8) / x513) * x514);
    x533 = ((x501 * 3) / x513) - (((x501 * 8) / x513) * x514);
  }
  const x535 = q[34]! + q13;
  let x643: number;
  let x644: number;
  let x645: number;
  let x646: number;
  if ((((q35 > 1000000000000000000) && (q35 < 1e+25)) && (x15 > x535))) {
    const x547 = (1.6597727086e-23 * q35) / (q10 * q10);
    const x561 = Math.sqrt((1 + ((2 * (x15 - x535)) / x547)));
    let x564: number;
    if ((x561 > 0)) {
      x564 = 0.5 / x561;
    } else {
      x564 = 0;
    }
    const x571 = x547 * (x561 - 1);
    const x572 = ((2 / x547) * x564) * x547;
    const x573 = (((x12 * 2) / x547) * x564) * x547;
    const x575 = (((x13 * 2) / x547) * x564) * x547;
    const x577 = 0.5 * x571;
    const x598 = (((x572 * 0.5) * x571) + (x572 * x577)) / x547;
    const x599 = ((-((x573 * 0.5) * x571)) - (x573 * x577)) / x547;
    const x600 = ((-((x575 * 0.5) * x571)) - (x575 * x577)) / x547;
    const x607 = (1.12 - ((x577 * x571) / x547)) - 0.05;
    const x609 = x598 * x607;
    const x612 = x599 * x607;
    const x615 = x600 * x607;
    const x620 = Math.sqrt(((x607 * x607) + 0.224));
    let x623: number;
    if ((x620 > 0)) {
      x623 = 0.5 / x620;
    } else {
      x623 = 0;
    }
    x643 = x15 - (1.12 - (0.5 * (x607 + x620)));
    x644 = 1 + (((((-x609) - x609) * x623) - x598) * 0.5);
    x645 = (((((-x612) - x612) * x623) - x599) * 0.5) - x12;
    x646 = (((((-x615) - x615) * x623) - x600) * 0.5) - x13;
  } else {
    x643 = x15;
    x644 = 1;
    x645 = x16;
    x646 = x17;
  }
  const x647 = x643 - x447;
  const x648 = x372 - x444;
  const x650 = x645 + (x375 - x445);
  const x652 = x646 + (x378 - x446);
  const x658 = (2 * x530) * q11;
  const x659 = (x531 * 2) * q11;
  const x660 = (x532 * 2) * q11;
  const x661 = (x533 * 2) * q11;
  const x662 = x647 / x658;
  const x663 = x644 / x658;
  const x665 = x659 / x658;
  const x668 = (x648 / x658) - (x665 * x662);
  const x669 = x650 / x658;
  const x670 = x660 / x658;
  const x673 = x669 - (x670 * x662);
  const x674 = x652 / x658;
  const x675 = x661 / x658;
  const x678 = x674 - (x675 * x662);
  const x685 = ((2 * q41) - x647) / x658;
  const x690 = (x449 / x658) - (x665 * x685);
  const x694 = (-x669) - (x670 * x685);
  const x698 = (-x674) - (x675 * x685);
  let x820: number;
  let x821: number;
  let x822: number;
  let x823: number;
  let x824: number;
  if ((x662 > 34)) {
    x820 = x647;
    x821 = x644;
    x822 = x648;
    x823 = x650;
    x824 = x652;
  } else {
    let x815: number;
    let x816: number;
    let x817: number;
    let x818: number;
    let x819: number;
    if ((x685 > 34)) {
      const x703 = (q11 * q42) / q10;
      const x705 = x530 * q11;
      const x709 = (x647 - q41) / x705;
      const x726 = Math.exp(x709);
      x815 = x703 * x726;
      x816 = ((x644 / x705) * x726) * x703;
      x817 = (((x648 / x705) - (((x531 * q11) / x705) * x709)) * x726) * x703;
      x818 = (((x650 / x705) - (((x532 * q11) / x705) * x709)) * x726) * x703;
      x819 = (((x652 / x705) - (((x533 * q11) / x705) * x709)) * x726) * x703;
    } else {
      let x749: number;
      let x750: number;
      let x751: number;
      let x752: number;
      let x753: number;
      if ((x662 < (-34))) {
        x749 = 1.713908431e-15;
        x750 = 0;
        x751 = 0;
        x752 = 0;
        x753 = 0;
      } else {
        const x738 = Math.exp(x662);
        const x744 = 1 + x738;
        x749 = Math.log1p(x738);
        x750 = (x663 * x738) / x744;
        x751 = (x668 * x738) / x744;
        x752 = (x673 * x738) / x744;
        x753 = (x678 * x738) / x744;
      }
      const x769 = q11 * q42;
      const x770 = (x658 * q10) / x769;
      const x774 = Math.exp(x685);
      const x792 = 1 + (x770 * x774);
      const x793 = (x658 * x749) / x792;
      x815 = x793;
      x816 = ((x750 * x658) / x792) + ((((x663 * x774) * x770) / x792) * x793);
      x817 = (((x659 * x749) + (x751 * x658)) / x792) - ((((((x659 * q10) / x769) * x774) + ((x690 * x774) * x770)) / x792) * x793);
      x818 = (((x660 * x749) + (x752 * x658)) / x792) - ((((((x660 * q10) / x769) * x774) + ((x694 * x774) * x770)) / x792) * x793);
      x819 = (((x661 * x749) + (x753 * x658)) / x792) - ((((((x661 * q10) / x769) * x774) + ((x698 * x774) * x770)) / x792) * x793);
    }
    x820 = x815;
    x821 = x816;
    x822 = x817;
    x823 = x818;
    x824 = x819;
  }
  evaluateJacobianScratch[12] = x820;
  evaluateJacobianScratch[13] = x821;
  evaluateJacobianScratch[14] = x822;
  evaluateJacobianScratch[15] = x823;
  evaluateJacobianScratch[16] = x824;
  const x831 = x105 - q14;
  const x842 = (x821 * q43) * 2;
  const x843 = ((x822 * q43) + (x106 * q44)) * 2;
  const x844 = ((x823 * q43) + (x107 * q44)) * 2;
  const x845 = ((x824 * q43) + (x108 * q44)) * 2;
  const x846 = q6 - (2 * ((q43 * x820) + (q44 * x831)));
  const x847 = -x842;
  const x848 = -x843;
  const x849 = -x844;
  const x850 = -x845;
  let x892: number;
  let x893: number;
  let x894: number;
  let x895: number;
  let x896: number;
  if ((x846 >= 2e-8)) {
    x892 = x846;
    x893 = x847;
    x894 = x848;
    x895 = x849;
    x896 = x850;
  } else {
    const x870 = 6.000000000000001e-8 - (2 * x846);
    const x871 = (2e-8 * (4e-8 - x846)) / x870;
    x892 = x871;
    x893 = ((x842 * 2e-8) / x870) - (((x842 * 2) / x870) * x871);
    x894 = ((x843 * 2e-8) / x870) - (((x843 * 2) / x870) * x871);
    x895 = ((x844 * 2e-8) / x870) - (((x844 * 2) / x870) * x871);
    x896 = ((x845 * 2e-8) / x870) - (((x845 * 2) / x870) * x871);
  }
  evaluateJacobianScratch[17] = x892;
  evaluateJacobianScratch[18] = x893;
  evaluateJacobianScratch[19] = x894;
  evaluateJacobianScratch[20] = x895;
  evaluateJacobianScratch[21] = x896;
  const x899 = x821 * q46;
  const x909 = (1 + (q46 * x820)) + (q47 * x831);
  const x910 = (x822 * q46) + (x106 * q47);
  const x911 = (x823 * q46) + (x107 * q47);
  const x912 = (x824 * q46) + (x108 * q47);
  let x970: number;
  let x971: number;
  let x972: number;
  let x973: number;
  let x974: number;
  if ((x909 >= 0.1)) {
    x970 = x909;
    x971 = x899;
    x972 = x910;
    x973 = x911;
    x974 = x912;
  } else {
    const x936 = 0.30000000000000004 - (2 * x909);
    const x941 = (0.1 * (0.2 - x909)) / x936;
    x970 = x941;
    x971 = (((x899 * 2) / x936) * x941) - ((x899 * 0.1) / x936);
    x972 = (((x910 * 2) / x936) * x941) - ((x910 * 0.1) / x936);
    x973 = (((x911 * 2) / x936) * x941) - ((x911 * 0.1) / x936);
    x974 = (((x912 * 2) / x936) * x941) - ((x912 * 0.1) / x936);
  }
  const x976 = q45 * x970;
  evaluateJacobianScratch[22] = x976;
  const x977 = x971 * q45;
  evaluateJacobianScratch[23] = x977;
  const x978 = x972 * q45;
  evaluateJacobianScratch[24] = x978;
  const x979 = x973 * q45;
  evaluateJacobianScratch[25] = x979;
  const x980 = x974 * q45;
  evaluateJacobianScratch[26] = x980;
  const x982 = (0.5 * q20) / x105;
  evaluateJacobianScratch[27] = x982;
  const x984 = (x106 / x105) * x982;
  evaluateJacobianScratch[28] = x984;
  const x987 = (x107 / x105) * x982;
  evaluateJacobianScratch[29] = x987;
  const x990 = (x108 / x105) * x982;
  evaluateJacobianScratch[30] = x990;
  const x997 = Math.sqrt((q53 * x115));
  let x1000: number;
  if ((x997 > 0)) {
    x1000 = 0.5 / x997;
  } else {
    x1000 = 0;
  }
  const x1008 = q5 + (2 * x997);
  const x1009 = q5 / x1008;
  evaluateJacobianScratch[31] = x1009;
  const x1011 = ((((x116 * q53) * x1000) * 2) / x1008) * x1009;
  evaluateJacobianScratch[32] = x1011;
  const x1014 = ((((x117 * q53) * x1000) * 2) / x1008) * x1009;
  evaluateJacobianScratch[33] = x1014;
  const x1017 = ((((x118 * q53) * x1000) * 2) / x1008) * x1009;
  evaluateJacobianScratch[34] = x1017;
  const x1031 = (q48 * x1009) + (q[50]! / (q6 + q[51]!));
  const x1037 = (-(x984 * x1031)) - ((x1011 * q48) * x982);
  evaluateJacobianScratch[35] = x1037;
  const x1042 = (-(x987 * x1031)) - ((x1014 * q48) * x982);
  evaluateJacobianScratch[36] = x1042;
  const x1047 = (-(x990 * x1031)) - ((x1017 * q48) * x982);
  evaluateJacobianScratch[37] = x1047;
  const x1048 = 1 + (x982 * x1031);
  evaluateJacobianScratch[38] = x1048;
  const x1051 = x54 * q52;
  evaluateJacobianScratch[39] = x1051;
  const x1052 = x55 * q52;
  evaluateJacobianScratch[40] = x1052;
  const x1053 = x56 * q52;
  evaluateJacobianScratch[41] = x1053;
  const x1054 = 1 + (q52 * x53);
  evaluateJacobianScratch[42] = x1054;
  const x1055 = x1054 >= 0.1;
  evaluateJacobianScratch[43] = x1055 ? 1 : 0;
}

function evaluateJacobian2(q: Float64Array, v: Float64Array, f: Float64Array, j: Float64Array): void {
  const x1055 = evaluateJacobianScratch[43]!;
  const x1054 = evaluateJacobianScratch[42]!;
  const x1051 = evaluateJacobianScratch[39]!;
  const x1052 = evaluateJacobianScratch[40]!;
  const x1053 = evaluateJacobianScratch[41]!;
  const x982 = evaluateJacobianScratch[27]!;
  const q49 = q[49]!;
  const x984 = evaluateJacobianScratch[28]!;
  const x987 = evaluateJacobianScratch[29]!;
  const x990 = evaluateJacobianScratch[30]!;
  const q48 = q[48]!;
  const x1009 = evaluateJacobianScratch[31]!;
  const x1011 = evaluateJacobianScratch[32]!;
  const x1014 = evaluateJacobianScratch[33]!;
  const x1017 = evaluateJacobianScratch[34]!;
  const x820 = evaluateJacobianScratch[12]!;
  const x821 = evaluateJacobianScratch[13]!;
  const x822 = evaluateJacobianScratch[14]!;
  const x823 = evaluateJacobianScratch[15]!;
  const x824 = evaluateJacobianScratch[16]!;
  const x1048 = evaluateJacobianScratch[38]!;
  const x1037 = evaluateJacobianScratch[35]!;
  const x1042 = evaluateJacobianScratch[36]!;
  const x1047 = evaluateJacobianScratch[37]!;
  const q1 = q[1]!;
  const q9 = q[9]!;
  const q56 = q[56]!;
  const x53 = evaluateJacobianScratch[4]!;
  const x54 = evaluateJacobianScratch[5]!;
  const x55 = evaluateJacobianScratch[6]!;
  const x56 = evaluateJacobianScratch[7]!;
  const q54 = q[54]!;
  const q55 = q[55]!;
  const x447 = evaluateJacobianScratch[8]!;
  const x449 = evaluateJacobianScratch[9]!;
  const x451 = evaluateJacobianScratch[10]!;
  const x453 = evaluateJacobianScratch[11]!;
  const q59 = q[59]!;
  const q60 = q[60]!;
  const x892 = evaluateJacobianScratch[17]!;
  const q58 = q[58]!;
  const x893 = evaluateJacobianScratch[18]!;
  const x894 = evaluateJacobianScratch[19]!;
  const x895 = evaluateJacobianScratch[20]!;
  const x896 = evaluateJacobianScratch[21]!;
  const q10 = q[10]!;
  const x976 = evaluateJacobianScratch[22]!;
  const x977 = evaluateJacobianScratch[23]!;
  const x978 = evaluateJacobianScratch[24]!;
  const x979 = evaluateJacobianScratch[25]!;
  const x980 = evaluateJacobianScratch[26]!;
  const q5 = q[5]!;
  const q11 = q[11]!;
  const x7 = evaluateJacobianScratch[1]!;
  const x8 = evaluateJacobianScratch[2]!;
  const x9 = evaluateJacobianScratch[3]!;
  const q61 = q[61]!;
  const q62 = q[62]!;
  let x1097: number;
  let x1098: number;
  let x1099: number;
  let x1100: number;
  if (x1055) {
    x1097 = x1054;
    x1098 = x1051;
    x1099 = x1052;
    x1100 = x1053;
  } else {
    const x1071 = 0.30000000000000004 - (2 * x1054);
    const x1075 = (0.1 * (0.2 - x1054)) / x1071;
    x1097 = x1075;
    x1098 = (((x1051 * 2) / x1071) * x1075) - ((x1051 * 0.1) / x1071);
    x1099 = (((x1052 * 2) / x1071) * x1075) - ((x1052 * 0.1) / x1071);
    x1100 = (((x1053 * 2) / x1071) * x1075) - ((x1053 * 0.1) / x1071);
  }
  const x1165 = (x982 * q49) * q48;
  const x1172 = x1165 * x1009;
  const x1188 = x1172 * x1009;
  const x1201 = x1188 * x1009;
  const x1215 = x821 * x1201;
  const x1216 = ((((((-(((x984 * q49) * q48) * x1009)) - (x1011 * x1165)) * x1009) - (x1011 * x1172)) * x1009) - (x1011 * x1188)) * x820;
  const x1218 = x1216 + (x822 * x1201);
  const x1219 = ((((((-(((x987 * q49) * q48) * x1009)) - (x1014 * x1165)) * x1009) - (x1014 * x1172)) * x1009) - (x1014 * x1188)) * x820;
  const x1221 = x1219 + (x823 * x1201);
  const x1222 = ((((((-(((x990 * q49) * q48) * x1009)) - (x1017 * x1165)) * x1009) - (x1017 * x1172)) * x1009) - (x1017 * x1188)) * x820;
  const x1224 = x1222 + (x824 * x1201);
  const x1225 = x1048 - (x1201 * x820);
  const x1226 = -x1215;
  const x1228 = x1037 - x1218;
  const x1230 = x1042 - x1221;
  const x1232 = x1047 - x1224;
  let x1277: number;
  let x1278: number;
  let x1279: number;
  let x1280: number;
  let x1281: number;
  if ((x1225 >= 0.1)) {
    x1277 = x1225;
    x1278 = x1226;
    x1279 = x1228;
    x1280 = x1230;
    x1281 = x1232;
  } else {
    const x1249 = 0.30000000000000004 - (2 * x1225);
    const x1253 = (0.1 * (0.2 - x1225)) / x1249;
    x1277 = x1253;
    x1278 = ((x1215 * 0.1) / x1249) - (((x1215 * 2) / x1249) * x1253);
    x1279 = (((x1218 - x1037) * 0.1) / x1249) + (((x1228 * 2) / x1249) * x1253);
    x1280 = (((x1221 - x1042) * 0.1) / x1249) + (((x1230 * 2) / x1249) * x1253);
    x1281 = (((x1224 - x1047) * 0.1) / x1249) + (((x1232 * 2) / x1249) * x1253);
  }
  const x1282 = x1277 / x1097;
  evaluateJacobianScratch[44] = x1282;
  const x1283 = x1278 / x1097;
  evaluateJacobianScratch[45] = x1283;
  const x1287 = (x1279 / x1097) - ((x1098 / x1097) * x1282);
  evaluateJacobianScratch[46] = x1287;
  const x1291 = (x1280 / x1097) - ((x1099 / x1097) * x1282);
  evaluateJacobianScratch[47] = x1291;
  const x1295 = (x1281 / x1097) - ((x1100 / x1097) * x1282);
  evaluateJacobianScratch[48] = x1295;
  let x1415: number;
  let x1416: number;
  let x1417: number;
  let x1418: number;
  let x1419: number;
  if ((q1 === 2)) {
    const x1299 = x820 / q9;
    const x1300 = x821 / q9;
    const x1301 = x822 / q9;
    const x1302 = x823 / q9;
    const x1303 = x824 / q9;
    const x1317 = (q54 + (q56 * x53)) + (q55 * x1299);
    x1415 = x1299 * x1317;
    x1416 = (x1300 * x1317) + ((x1300 * q55) * x1299);
    x1417 = (x1301 * x1317) + (((x54 * q56) + (x1301 * q55)) * x1299);
    x1418 = (x1302 * x1317) + (((x55 * q56) + (x1302 * q55)) * x1299);
    x1419 = (x1303 * x1317) + (((x56 * q56) + (x1303 * q55)) * x1299);
  } else {
    const x1342 = (x820 + (2 * x447)) / q9;
    const x1343 = x821 / q9;
    const x1344 = (x822 + (x449 * 2)) / q9;
    const x1345 = (x823 + (x451 * 2)) / q9;
    const x1346 = (x824 + (x453 * 2)) / q9;
    let x1410: number;
    let x1411: number;
    let x1412: number;
    let x1413: number;
    let x1414: number;
    if ((q1 === 1)) {
      const x1358 = (q54 + (q56 * x53)) + (q55 * x1342);
      x1410 = x1342 * x1358;
      x1411 = (x1343 * x1358) + ((x1343 * q55) * x1342);
      x1412 = (x1344 * x1358) + (((x54 * q56) + (x1344 * q55)) * x1342);
      x1413 = (x1345 * x1358) + (((x55 * q56) + (x1345 * q55)) * x1342);
      x1414 = (x1346 * x1358) + (((x56 * q56) + (x1346 * q55)) * x1342);
    } else {
      const x1380 = q54 + (q55 * x1342);
      const x1381 = x1342 * x1380;
      const x1398 = 1 + (q56 * x53);
      x1410 = x1381 * x1398;
      x1411 = ((x1343 * x1380) + ((x1343 * q55) * x1342)) * x1398;
      x1412 = (((x1344 * x1380) + ((x1344 * q55) * x1342)) * x1398) + ((x54 * q56) * x1381);
      x1413 = (((x1345 * x1380) + ((x1345 * q55) * x1342)) * x1398) + ((x55 * q56) * x1381);
      x1414 = (((x1346 * x1380) + ((x1346 * q55) * x1342)) * x1398) + ((x56 * q56) * x1381);
    }
    x1415 = x1410;
    x1416 = x1411;
    x1417 = x1412;
    x1418 = x1413;
    x1419 = x1414;
  }
  const x1420 = 1 + x1415;
  let x1477: number;
  let x1478: number;
  let x1479: number;
  let x1480: number;
  let x1481: number;
  if ((x1420 >= 0.2)) {
    x1477 = x1420;
    x1478 = x1416;
    x1479 = x1417;
    x1480 = x1418;
    x1481 = x1419;
  } else {
    const x1443 = 0.6000000000000001 - (2 * x1420);
    const x1448 = (0.2 * (0.4 - x1420)) / x1443;
    x1477 = x1448;
    x1478 = (((x1416 * 2) / x1443) * x1448) - ((x1416 * 0.2) / x1443);
    x1479 = (((x1417 * 2) / x1443) * x1448) - ((x1417 * 0.2) / x1443);
    x1480 = (((x1418 * 2) / x1443) * x1448) - ((x1418 * 0.2) / x1443);
    x1481 = (((x1419 * 2) / x1443) * x1448) - ((x1419 * 0.2) / x1443);
  }
  const x1483 = q[57]! / x1477;
  evaluateJacobianScratch[49] = x1483;
  const x1485 = (x1478 / x1477) * x1483;
  evaluateJacobianScratch[50] = x1485;
  const x1488 = (x1479 / x1477) * x1483;
  evaluateJacobianScratch[51] = x1488;
  const x1491 = (x1480 / x1477) * x1483;
  evaluateJacobianScratch[52] = x1491;
  const x1494 = (x1481 / x1477) * x1483;
  evaluateJacobianScratch[53] = x1494;
  let x1592: number;
  let x1593: number;
  let x1594: number;
  let x1595: number;
  let x1596: number;
  if ((q59 > 0)) {
    const x1499 = 1 - q60;
    const x1501 = x821 * q59;
    const x1502 = x822 * q59;
    const x1503 = x823 * q59;
    const x1504 = x824 * q59;
    const x1510 = (x1499 - (q59 * x820)) - 0.0001;
    const x1512 = x1501 * x1510;
    const x1515 = x1502 * x1510;
    const x1518 = x1503 * x1510;
    const x1521 = x1504 * x1510;
    const x1527 = Math.sqrt(((x1510 * x1510) + (0.0004 * x1499)));
    let x1530: number;
    if ((x1527 > 0)) {
      x1530 = 0.5 / x1527;
    } else {
      x1530 = 0;
    }
    x1592 = 1 - (0.5 * (x1510 + x1527));
    x1593 = -(((((-x1512) - x1512) * x1530) - x1501) * 0.5);
    x1594 = -(((((-x1515) - x1515) * x1530) - x1502) * 0.5);
    x1595 = -(((((-x1518) - x1518) * x1530) - x1503) * 0.5);
    x1596 = -(((((-x1521) - x1521) * x1530) - x1504) * 0.5);
  } else {
    let x1587: number;
    let x1588: number;
    let x1589: number;
    let x1590: number;
    let x1591: number;
    if ((q59 < 0)) {
      const x1552 = x821 * q59;
      const x1553 = x822 * q59;
      const x1554 = x823 * q59;
      const x1555 = x824 * q59;
      const x1557 = (q60 + (q59 * x820)) - 0.0001;
      const x1559 = x1552 * x1557;
      const x1561 = x1553 * x1557;
      const x1563 = x1554 * x1557;
      const x1565 = x1555 * x1557;
      const x1569 = Math.sqrt(((x1557 * x1557) + (0.0004 * q60)));
      let x1572: number;
      if ((x1569 > 0)) {
        x1572 = 0.5 / x1569;
      } else {
        x1572 = 0;
      }
      x1587 = 0.5 * (x1557 + x1569);
      x1588 = (x1552 + ((x1559 + x1559) * x1572)) * 0.5;
      x1589 = (x1553 + ((x1561 + x1561) * x1572)) * 0.5;
      x1590 = (x1554 + ((x1563 + x1563) * x1572)) * 0.5;
      x1591 = (x1555 + ((x1565 + x1565) * x1572)) * 0.5;
    } else {
      x1587 = q60;
      x1588 = 0;
      x1589 = 0;
      x1590 = 0;
      x1591 = 0;
    }
    x1592 = x1587;
    x1593 = x1588;
    x1594 = x1589;
    x1595 = x1590;
    x1596 = x1591;
  }
  const x1603 = (x892 * q58) * q10;
  const x1608 = x1603 * x976;
  const x1611 = (((x893 * q58) * q10) * x976) + (x977 * x1603);
  const x1614 = (((x894 * q58) * q10) * x976) + (x978 * x1603);
  const x1617 = (((x895 * q58) * q10) * x976) + (x979 * x1603);
  const x1620 = (((x896 * q58) * q10) * x976) + (x980 * x1603);
  const x1622 = (2 * q58) / x1483;
  const x1639 = x1622 * q5;
  evaluateJacobianScratch[54] = x1639;
  const x1640 = ((x1485 / x1483) * x1622) * q5;
  evaluateJacobianScratch[55] = x1640;
  const x1641 = ((x1488 / x1483) * x1622) * q5;
  evaluateJacobianScratch[56] = x1641;
  const x1642 = ((x1491 / x1483) * x1622) * q5;
  evaluateJacobianScratch[57] = x1642;
  const x1643 = ((x1494 / x1483) * x1622) * q5;
  evaluateJacobianScratch[58] = x1643;
  const x1645 = x820 + (2 * q11);
  evaluateJacobianScratch[59] = x1645;
  const x1646 = 2 * x1282;
  const x1651 = x1282 * x1608;
  const x1654 = (x1283 * x1608) + (x1611 * x1282);
  const x1657 = (x1287 * x1608) + (x1614 * x1282);
  const x1660 = (x1291 * x1608) + (x1617 * x1282);
  const x1663 = (x1295 * x1608) + (x1620 * x1282);
  const x1665 = 1 / x1592;
  const x1666 = x1593 / x1592;
  const x1669 = x1594 / x1592;
  const x1672 = x1595 / x1592;
  const x1675 = x1596 / x1592;
  const x1678 = (x1651 - 1) + x1665;
  const x1696 = 2 / x1592;
  const x1697 = x1666 * x1696;
  const x1699 = x1669 * x1696;
  const x1701 = x1672 * x1696;
  const x1703 = x1675 * x1696;
  const x1705 = x1696 - 1;
  const x1741 = 3 * x1645;
  const x1746 = x1741 * x1282;
  const x1772 = ((x1645 * x1705) + (x1282 * x1639)) + (x1746 * x1608);
  const x1773 = (((x821 * x1705) - (x1697 * x1645)) + ((x1283 * x1639) + (x1640 * x1282))) + (((((x821 * 3) * x1282) + (x1283 * x1741)) * x1608) + (x1611 * x1746));
  const x1774 = (((x822 * x1705) - (x1699 * x1645)) + ((x1287 * x1639) + (x1641 * x1282))) + (((((x822 * 3) * x1282) + (x1287 * x1741)) * x1608) + (x1614 * x1746));
  const x1775 = (((x823 * x1705) - (x1701 * x1645)) + ((x1291 * x1639) + (x1642 * x1282))) + (((((x823 * 3) * x1282) + (x1291 * x1741)) * x1608) + (x1617 * x1746));
  const x1776 = (((x824 * x1705) - (x1703 * x1645)) + ((x1295 * x1639) + (x1643 * x1282))) + (((((x824 * 3) * x1282) + (x1295 * x1741)) * x1608) + (x1620 * x1746));
  const x1777 = 2 * x1645;
  const x1795 = x1639 + (x1777 * x1608);
  const x1800 = x1645 * x1795;
  const x1803 = (x821 * x1795) + ((x1640 + (((x821 * 2) * x1608) + (x1611 * x1777))) * x1645);
  const x1806 = (x822 * x1795) + ((x1641 + (((x822 * 2) * x1608) + (x1614 * x1777))) * x1645);
  const x1809 = (x823 * x1795) + ((x1642 + (((x823 * 2) * x1608) + (x1617 * x1777))) * x1645);
  const x1812 = (x824 * x1795) + ((x1643 + (((x824 * 2) * x1608) + (x1620 * x1777))) * x1645);
  const x1819 = x1773 * x1772;
  const x1821 = x1774 * x1772;
  const x1823 = x1775 * x1772;
  const x1825 = x1776 * x1772;
  const x1827 = 2 * (x1646 * x1678);
  const x1854 = Math.sqrt(((x1772 * x1772) - (x1827 * x1800)));
  let x1857: number;
  if ((x1854 > 0)) {
    x1857 = 0.5 / x1854;
  } else {
    x1857 = 0;
  }
  const x1858 = ((x1819 + x1819) - ((((((x1283 * 2) * x1678) + ((x1654 - (x1666 * x1665)) * x1646)) * 2) * x1800) + (x1803 * x1827))) * x1857;
  const x1859 = ((x1821 + x1821) - ((((((x1287 * 2) * x1678) + ((x1657 - (x1669 * x1665)) * x1646)) * 2) * x1800) + (x1806 * x1827))) * x1857;
  const x1860 = ((x1823 + x1823) - ((((((x1291 * 2) * x1678) + ((x1660 - (x1672 * x1665)) * x1646)) * 2) * x1800) + (x1809 * x1827))) * x1857;
  const x1861 = ((x1825 + x1825) - ((((((x1295 * 2) * x1678) + ((x1663 - (x1675 * x1665)) * x1646)) * 2) * x1800) + (x1812 * x1827))) * x1857;
  const x1862 = x1772 + x1854;
  const x1867 = (2 * x1800) / x1862;
  evaluateJacobianScratch[60] = x1867;
  const x1872 = ((x1803 * 2) / x1862) - (((x1773 + x1858) / x1862) * x1867);
  evaluateJacobianScratch[61] = x1872;
  const x1877 = ((x1806 * 2) / x1862) - (((x1774 + x1859) / x1862) * x1867);
  evaluateJacobianScratch[62] = x1877;
  const x1882 = ((x1809 * 2) / x1862) - (((x1775 + x1860) / x1862) * x1867);
  evaluateJacobianScratch[63] = x1882;
  const x1887 = ((x1812 * 2) / x1862) - (((x1776 + x1861) / x1862) * x1867);
  evaluateJacobianScratch[64] = x1887;
  const x1894 = (x1867 - x7) - q61;
  const x1895 = 2 * x1867;
  const x1914 = x1872 * x1894;
  const x1916 = x1877 * x1894;
  const x1918 = (x1882 - x8) * x1894;
  const x1920 = (x1887 - x9) * x1894;
  const x1923 = 4 * q61;
  const x1934 = Math.sqrt(((x1894 * x1894) + (x1923 * x1867)));
  let x1937: number;
  if ((x1934 > 0)) {
    x1937 = 0.5 / x1934;
  } else {
    x1937 = 0;
  }
  const x1942 = ((x1867 + x7) + q61) + x1934;
  const x1947 = (x1895 * x7) / x1942;
  evaluateJacobianScratch[65] = x1947;
  const x1948 = ((x1872 * 2) * x7) / x1942;
  const x1950 = ((x1872 + (((x1914 + x1914) + (x1872 * x1923)) * x1937)) / x1942) * x1947;
  const x1952 = x1948 - x1950;
  evaluateJacobianScratch[66] = x1952;
  const x1953 = ((x1877 * 2) * x7) / x1942;
  const x1955 = ((x1877 + (((x1916 + x1916) + (x1877 * x1923)) * x1937)) / x1942) * x1947;
  const x1957 = x1953 - x1955;
  evaluateJacobianScratch[67] = x1957;
  const x1958 = (((x1882 * 2) * x7) + (x8 * x1895)) / x1942;
  const x1960 = (((x1882 + x8) + (((x1918 + x1918) + (x1882 * x1923)) * x1937)) / x1942) * x1947;
  const x1962 = x1958 - x1960;
  evaluateJacobianScratch[68] = x1962;
  const x1963 = (((x1887 * 2) * x7) + (x9 * x1895)) / x1942;
  const x1965 = (((x1887 + x9) + (((x1920 + x1920) + (x1887 * x1923)) * x1937)) / x1942) * x1947;
  const x1967 = x1963 - x1965;
  evaluateJacobianScratch[69] = x1967;
  const x1968 = x7 - x1947;
  evaluateJacobianScratch[70] = x1968;
  const x1969 = x1950 - x1948;
  evaluateJacobianScratch[71] = x1969;
  const x1970 = x1955 - x1953;
  evaluateJacobianScratch[72] = x1970;
  const x1972 = x8 + (x1960 - x1958);
  evaluateJacobianScratch[73] = x1972;
  const x1974 = x9 + (x1965 - x1963);
  evaluateJacobianScratch[74] = x1974;
  const x1980 = 2 * x1608;
  const x1985 = x1980 * x820;
  const x1998 = 0.5 * x1282;
  evaluateJacobianScratch[75] = x1998;
  const x1999 = x1283 * 0.5;
  evaluateJacobianScratch[76] = x1999;
  const x2000 = x1287 * 0.5;
  evaluateJacobianScratch[77] = x2000;
  const x2001 = x1291 * 0.5;
  evaluateJacobianScratch[78] = x2001;
  const x2002 = x1295 * 0.5;
  evaluateJacobianScratch[79] = x2002;
  const x2016 = (x1998 * x1867) / x1645;
  const x2018 = x821 / x1645;
  evaluateJacobianScratch[80] = x2018;
  const x2023 = x822 / x1645;
  evaluateJacobianScratch[81] = x2023;
  const x2028 = x823 / x1645;
  evaluateJacobianScratch[82] = x2028;
  const x2033 = x824 / x1645;
  evaluateJacobianScratch[83] = x2033;
  const x2037 = 1 - x2016;
  const x2045 = ((((x1611 * 2) * x820) + (x821 * x1980)) * x2037) + (((x2018 * x2016) - (((x1999 * x1867) + (x1872 * x1998)) / x1645)) * x1985);
  const x2048 = ((((x1614 * 2) * x820) + (x822 * x1980)) * x2037) + (((x2023 * x2016) - (((x2000 * x1867) + (x1877 * x1998)) / x1645)) * x1985);
  const x2051 = ((((x1617 * 2) * x820) + (x823 * x1980)) * x2037) + (((x2028 * x2016) - (((x2001 * x1867) + (x1882 * x1998)) / x1645)) * x1985);
  const x2054 = ((((x1620 * 2) * x820) + (x824 * x1980)) * x2037) + (((x2033 * x2016) - (((x2002 * x1867) + (x1887 * x1998)) / x1645)) * x1985);
  const x2060 = x1705 + x1651;
  const x2065 = ((x1639 + x1867) + (x1985 * x2037)) / x2060;
  evaluateJacobianScratch[84] = x2065;
  const x2070 = (((x1640 + x1872) + x2045) / x2060) - (((x1654 - x1697) / x2060) * x2065);
  evaluateJacobianScratch[85] = x2070;
  const x2075 = (((x1641 + x1877) + x2048) / x2060) - (((x1657 - x1699) / x2060) * x2065);
  evaluateJacobianScratch[86] = x2075;
  const x2080 = (((x1642 + x1882) + x2051) / x2060) - (((x1660 - x1701) / x2060) * x2065);
  evaluateJacobianScratch[87] = x2080;
  const x2085 = (((x1643 + x1887) + x2054) / x2060) - (((x1663 - x1703) / x2060) * x2065);
  evaluateJacobianScratch[88] = x2085;
  const x2090 = (q62 > 0) && (x1968 > 1e-10);
  evaluateJacobianScratch[89] = x2090 ? 1 : 0;
}

function evaluateJacobian3(q: Float64Array, v: Float64Array, f: Float64Array, j: Float64Array): void {
  const x2090 = evaluateJacobianScratch[89]!;
  const x820 = evaluateJacobianScratch[12]!;
  const x1639 = evaluateJacobianScratch[54]!;
  const x821 = evaluateJacobianScratch[13]!;
  const x1640 = evaluateJacobianScratch[55]!;
  const x822 = evaluateJacobianScratch[14]!;
  const x1641 = evaluateJacobianScratch[56]!;
  const x823 = evaluateJacobianScratch[15]!;
  const x1642 = evaluateJacobianScratch[57]!;
  const x824 = evaluateJacobianScratch[16]!;
  const x1643 = evaluateJacobianScratch[58]!;
  const x1282 = evaluateJacobianScratch[44]!;
  const x1283 = evaluateJacobianScratch[45]!;
  const x1287 = evaluateJacobianScratch[46]!;
  const x1291 = evaluateJacobianScratch[47]!;
  const x1295 = evaluateJacobianScratch[48]!;
  const q5 = q[5]!;
  const q62 = q[62]!;
  const q63 = q[63]!;
  const x1968 = evaluateJacobianScratch[70]!;
  const x1969 = evaluateJacobianScratch[71]!;
  const x1970 = evaluateJacobianScratch[72]!;
  const x1972 = evaluateJacobianScratch[73]!;
  const x1974 = evaluateJacobianScratch[74]!;
  const q64 = q[64]!;
  const x1867 = evaluateJacobianScratch[60]!;
  const x1872 = evaluateJacobianScratch[61]!;
  const x1877 = evaluateJacobianScratch[62]!;
  const x1882 = evaluateJacobianScratch[63]!;
  const x1887 = evaluateJacobianScratch[64]!;
  const x1645 = evaluateJacobianScratch[59]!;
  const q65 = q[65]!;
  const x53 = evaluateJacobianScratch[4]!;
  const x54 = evaluateJacobianScratch[5]!;
  const x55 = evaluateJacobianScratch[6]!;
  const x56 = evaluateJacobianScratch[7]!;
  const x2065 = evaluateJacobianScratch[84]!;
  const x2070 = evaluateJacobianScratch[85]!;
  const x2075 = evaluateJacobianScratch[86]!;
  const x2080 = evaluateJacobianScratch[87]!;
  const x2085 = evaluateJacobianScratch[88]!;
  const q68 = q[68]!;
  const x1483 = evaluateJacobianScratch[49]!;
  const q10 = q[10]!;
  const x1485 = evaluateJacobianScratch[50]!;
  const x1488 = evaluateJacobianScratch[51]!;
  const x1491 = evaluateJacobianScratch[52]!;
  const x1494 = evaluateJacobianScratch[53]!;
  const x892 = evaluateJacobianScratch[17]!;
  const x893 = evaluateJacobianScratch[18]!;
  const x894 = evaluateJacobianScratch[19]!;
  const x895 = evaluateJacobianScratch[20]!;
  const x896 = evaluateJacobianScratch[21]!;
  const x1998 = evaluateJacobianScratch[75]!;
  const x1947 = evaluateJacobianScratch[65]!;
  const x1999 = evaluateJacobianScratch[76]!;
  const x1952 = evaluateJacobianScratch[66]!;
  const x2000 = evaluateJacobianScratch[77]!;
  const x1957 = evaluateJacobianScratch[67]!;
  const x2001 = evaluateJacobianScratch[78]!;
  const x1962 = evaluateJacobianScratch[68]!;
  const x2002 = evaluateJacobianScratch[79]!;
  const x1967 = evaluateJacobianScratch[69]!;
  const x2018 = evaluateJacobianScratch[80]!;
  const x2023 = evaluateJacobianScratch[81]!;
  const x2028 = evaluateJacobianScratch[82]!;
  const x2033 = evaluateJacobianScratch[83]!;
  const x976 = evaluateJacobianScratch[22]!;
  const x977 = evaluateJacobianScratch[23]!;
  const x978 = evaluateJacobianScratch[24]!;
  const x979 = evaluateJacobianScratch[25]!;
  const x980 = evaluateJacobianScratch[26]!;
  const q69 = q[69]!;
  const q70 = q[70]!;
  const v3 = v[3]!;
  const v4 = v[4]!;
  const q85 = q[85]!;
  const q89 = q[89]!;
  const q87 = q[87]!;
  const q91 = q[91]!;
  const q93 = q[93]!;
  const q86 = q[86]!;
  const v5 = v[5]!;
  const q88 = q[88]!;
  const q90 = q[90]!;
  const q92 = q[92]!;
  const q0 = q[0]!;
  const x2 = evaluateJacobianScratch[0]!;
  let x2168: number;
  let x2169: number;
  let x2170: number;
  let x2171: number;
  let x2172: number;
  if (x2090) {
    const x2091 = x820 / x1639;
    const x2128 = (q62 * x1282) * q63;
    const x2133 = (q5 * (x1282 + x2091)) / x2128;
    const x2155 = ((((x1283 + ((x821 / x1639) - ((x1640 / x1639) * x2091))) * q5) / x2128) - ((((x1283 * q62) * q63) / x2128) * x2133)) * x1968;
    const x2158 = ((((x1287 + ((x822 / x1639) - ((x1641 / x1639) * x2091))) * q5) / x2128) - ((((x1287 * q62) * q63) / x2128) * x2133)) * x1968;
    const x2161 = ((((x1291 + ((x823 / x1639) - ((x1642 / x1639) * x2091))) * q5) / x2128) - ((((x1291 * q62) * q63) / x2128) * x2133)) * x1968;
    const x2164 = ((((x1295 + ((x824 / x1639) - ((x1643 / x1639) * x2091))) * q5) / x2128) - ((((x1295 * q62) * q63) / x2128) * x2133)) * x1968;
    x2168 = x2133 * x1968;
    x2169 = x2155 + (x1969 * x2133);
    x2170 = x2158 + (x1970 * x2133);
    x2171 = x2161 + (x1972 * x2133);
    x2172 = x2164 + (x1974 * x2133);
  } else {
    x2168 = 583461742500000;
    x2169 = 0;
    x2170 = 0;
    x2171 = 0;
    x2172 = 0;
  }
  let x2310: number;
  let x2311: number;
  let x2312: number;
  let x2313: number;
  let x2314: number;
  if ((q64 > 0)) {
    const x2175 = x1282 * x1867;
    const x2178 = (x1283 * x1867) + (x1872 * x1282);
    const x2181 = (x1287 * x1867) + (x1877 * x1282);
    const x2184 = (x1291 * x1867) + (x1882 * x1282);
    const x2187 = (x1295 * x1867) + (x1887 * x1282);
    const x2201 = x1645 + x2175;
    const x2206 = (x1645 * x2175) / x2201;
    const x2243 = x54 * q65;
    const x2244 = x55 * q65;
    const x2245 = x56 * q65;
    const x2246 = 1 + (q65 * x53);
    let x2289: number;
    let x2290: number;
    let x2291: number;
    let x2292: number;
    if ((x2246 >= 0.1)) {
      x2289 = x2246;
      x2290 = x2243;
      x2291 = x2244;
      x2292 = x2245;
    } else {
      const x2263 = 0.30000000000000004 - (2 * x2246);
      const x2267 = (0.1 * (0.2 - x2246)) / x2263;
      x2289 = x2267;
      x2290 = (((x2243 * 2) / x2263) * x2267) - ((x2243 * 0.1) / x2263);
      x2291 = (((x2244 * 2) / x2263) * x2267) - ((x2244 * 0.1) / x2263);
      x2292 = (((x2245 * 2) / x2263) * x2267) - ((x2245 * 0.1) / x2263);
    }
    const x2293 = ((x1645 - x2206) / q64) / x2289;
    const x2299 = (((x822 + ((((x822 + x2181) / x2201) * x2206) - (((x822 * x2175) + (x2181 * x1645)) / x2201))) / q64) / x2289) - ((x2290 / x2289) * x2293);
    const x2304 = (((x823 + ((((x823 + x2184) / x2201) * x2206) - (((x823 * x2175) + (x2184 * x1645)) / x2201))) / q64) / x2289) - ((x2291 / x2289) * x2293);
    const x2309 = (((x824 + ((((x824 + x2187) / x2201) * x2206) - (((x824 * x2175) + (x2187 * x1645)) / x2201))) / q64) / x2289) - ((x2292 / x2289) * x2293);
    x2310 = x2293;
    x2311 = ((x821 + ((((x821 + x2178) / x2201) * x2206) - (((x821 * x2175) + (x2178 * x1645)) / x2201))) / q64) / x2289;
    x2312 = x2299;
    x2313 = x2304;
    x2314 = x2309;
  } else {
    x2310 = 583461742500000;
    x2311 = 0;
    x2312 = 0;
    x2313 = 0;
    x2314 = 0;
  }
  const x2316 = q[66]! / x1639;
  const x2317 = x1640 / x1639;
  const x2320 = x1641 / x1639;
  const x2323 = x1642 / x1639;
  const x2326 = x1643 / x1639;
  const x2330 = (x2317 * x2316) * x820;
  const x2332 = x821 * x2316;
  const x2333 = x2332 - x2330;
  const x2334 = (x2320 * x2316) * x820;
  const x2336 = x822 * x2316;
  const x2337 = x2336 - x2334;
  const x2338 = (x2323 * x2316) * x820;
  const x2340 = x823 * x2316;
  const x2341 = x2340 - x2338;
  const x2342 = (x2326 * x2316) * x820;
  const x2344 = x824 * x2316;
  const x2345 = x2344 - x2342;
  const x2346 = 1 + (x2316 * x820);
  let x2393: number;
  let x2394: number;
  let x2395: number;
  let x2396: number;
  let x2397: number;
  if ((x2346 >= 0.1)) {
    x2393 = x2346;
    x2394 = x2333;
    x2395 = x2337;
    x2396 = x2341;
    x2397 = x2345;
  } else {
    const x2363 = 0.30000000000000004 - (2 * x2346);
    const x2368 = (0.1 * (0.2 - x2346)) / x2363;
    x2393 = x2368;
    x2394 = (((x2330 - x2332) * 0.1) / x2363) + (((x2333 * 2) / x2363) * x2368);
    x2395 = (((x2334 - x2336) * 0.1) / x2363) + (((x2337 * 2) / x2363) * x2368);
    x2396 = (((x2338 - x2340) * 0.1) / x2363) + (((x2341 * 2) / x2363) * x2368);
    x2397 = (((x2342 - x2344) * 0.1) / x2363) + (((x2345 * 2) / x2363) * x2368);
  }
  const x2411 = x2168 + x2310;
  const x2416 = (x2168 * x2310) / x2411;
  const x2450 = x2065 + (x2393 * x2416);
  const x2451 = x2070 + ((x2394 * x2416) + (((((x2169 * x2310) + (x2311 * x2168)) / x2411) - (((x2169 + x2311) / x2411) * x2416)) * x2393));
  const x2452 = x2075 + ((x2395 * x2416) + (((((x2170 * x2310) + (x2312 * x2168)) / x2411) - (((x2170 + x2312) / x2411) * x2416)) * x2393));
  const x2453 = x2080 + ((x2396 * x2416) + (((((x2171 * x2310) + (x2313 * x2168)) / x2411) - (((x2171 + x2313) / x2411) * x2416)) * x2393));
  const x2454 = x2085 + ((x2397 * x2416) + (((((x2172 * x2310) + (x2314 * x2168)) / x2411) - (((x2172 + x2314) / x2411) * x2416)) * x2393));
  let x2498: number;
  let x2499: number;
  let x2500: number;
  let x2501: number;
  let x2502: number;
  if ((q68 > 0)) {
    const x2458 = q[67]! * q63;
    let x2483: number;
    let x2484: number;
    let x2485: number;
    let x2486: number;
    let x2487: number;
    if ((x1968 > (x2458 / 34))) {
      const x2461 = x2458 / x1968;
      const x2474 = Math.exp(x2461);
      x2483 = x2474;
      x2484 = -(((x1969 / x1968) * x2461) * x2474);
      x2485 = -(((x1970 / x1968) * x2461) * x2474);
      x2486 = -(((x1972 / x1968) * x2461) * x2474);
      x2487 = -(((x1974 / x1968) * x2461) * x2474);
    } else {
      x2483 = 583461742500000;
      x2484 = 0;
      x2485 = 0;
      x2486 = 0;
      x2487 = 0;
    }
    x2498 = (x2483 * q5) / q68;
    x2499 = (x2484 * q5) / q68;
    x2500 = (x2485 * q5) / q68;
    x2501 = (x2486 * q5) / q68;
    x2502 = (x2487 * q5) / q68;
  } else {
    x2498 = 583461742500000;
    x2499 = 0;
    x2500 = 0;
    x2501 = 0;
    x2502 = 0;
  }
  const x2503 = x1483 * q10;
  const x2512 = x892 / q5;
  const x2517 = x2503 * x2512;
  const x2534 = x2517 * x820;
  const x2560 = (x1998 * x1947) / x1645;
  const x2577 = 1 - x2560;
  const x2585 = ((((((x893 / q5) * x2503) - ((x1485 * q10) * x2512)) * x820) + (x821 * x2517)) * x2577) + (((x2018 * x2560) - (((x1999 * x1947) + (x1952 * x1998)) / x1645)) * x2534);
  const x2588 = ((((((x894 / q5) * x2503) - ((x1488 * q10) * x2512)) * x820) + (x822 * x2517)) * x2577) + (((x2023 * x2560) - (((x2000 * x1947) + (x1957 * x1998)) / x1645)) * x2534);
  const x2591 = ((((((x895 / q5) * x2503) - ((x1491 * q10) * x2512)) * x820) + (x823 * x2517)) * x2577) + (((x2028 * x2560) - (((x2001 * x1947) + (x1962 * x1998)) / x1645)) * x2534);
  const x2594 = ((((((x896 / q5) * x2503) - ((x1494 * q10) * x2512)) * x820) + (x824 * x2517)) * x2577) + (((x2033 * x2560) - (((x2002 * x1947) + (x1967 * x1998)) / x1645)) * x2534);
  const x2595 = x1947 / x1639;
  const x2612 = 1 + x2595;
  const x2613 = (x2534 * x2577) / x2612;
  const x2618 = (x2585 / x2612) - ((((x1952 / x1639) - (x2317 * x2595)) / x2612) * x2613);
  const x2623 = (x2588 / x2612) - ((((x1957 / x1639) - (x2320 * x2595)) / x2612) * x2613);
  const x2628 = (x2591 / x2612) - ((((x1962 / x1639) - (x2323 * x2595)) / x2612) * x2613);
  const x2633 = (x2594 / x2612) - ((((x1967 / x1639) - (x2326 * x2595)) / x2612) * x2613);
  const x2660 = 1 + (x2613 * x976);
  const x2661 = (x2613 * x1947) / x2660;
  const x2682 = x1968 / x2450;
  const x2703 = 1 + x2682;
  const x2704 = x2661 * x2703;
  const x2707 = (((((x2618 * x1947) + (x1952 * x2613)) / x2660) - ((((x2618 * x976) + (x977 * x2613)) / x2660) * x2661)) * x2703) + (((x1969 / x2450) - ((x2451 / x2450) * x2682)) * x2661);
  const x2710 = (((((x2623 * x1947) + (x1957 * x2613)) / x2660) - ((((x2623 * x976) + (x978 * x2613)) / x2660) * x2661)) * x2703) + (((x1970 / x2450) - ((x2452 / x2450) * x2682)) * x2661);
  const x2713 = (((((x2628 * x1947) + (x1962 * x2613)) / x2660) - ((((x2628 * x976) + (x979 * x2613)) / x2660) * x2661)) * x2703) + (((x1972 / x2450) - ((x2453 / x2450) * x2682)) * x2661);
  const x2716 = (((((x2633 * x1947) + (x1967 * x2613)) / x2660) - ((((x2633 * x976) + (x980 * x2613)) / x2660) * x2661)) * x2703) + (((x1974 / x2450) - ((x2454 / x2450) * x2682)) * x2661);
  const x2717 = x1968 / x2498;
  const x2738 = 1 + x2717;
  const x2739 = x2704 * x2738;
  const x2742 = (x2707 * x2738) + (((x1969 / x2498) - ((x2499 / x2498) * x2717)) * x2704);
  const x2745 = (x2710 * x2738) + (((x1970 / x2498) - ((x2500 / x2498) * x2717)) * x2704);
  const x2748 = (x2713 * x2738) + (((x1972 / x2498) - ((x2501 / x2498) * x2717)) * x2704);
  const x2751 = (x2716 * x2738) + (((x1974 / x2498) - ((x2502 / x2498) * x2717)) * x2704);
  let x2815: number;
  let x2816: number;
  let x2817: number;
  let x2818: number;
  let x2819: number;
  if (((q69 > 0) && (q70 > 0))) {
    let x2779: number;
    let x2780: number;
    let x2781: number;
    let x2782: number;
    let x2783: number;
    if ((x1968 > (q70 / 34))) {
      const x2760 = q70 / x1968;
      const x2774 = Math.exp((-x2760));
      x2779 = x2774;
      x2780 = ((x1969 / x1968) * x2760) * x2774;
      x2781 = ((x1970 / x1968) * x2760) * x2774;
      x2782 = ((x1972 / x1968) * x2760) * x2774;
      x2783 = ((x1974 / x1968) * x2760) * x2774;
    } else {
      x2779 = 1.713908431e-15;
      x2780 = 0;
      x2781 = 0;
      x2782 = 0;
      x2783 = 0;
    }
    const x2784 = q69 * x1968;
    const x2789 = x2784 * x2779;
    x2815 = x2789 * x2704;
    x2816 = ((((x1969 * q69) * x2779) + (x2780 * x2784)) * x2704) + (x2707 * x2789);
    x2817 = ((((x1970 * q69) * x2779) + (x2781 * x2784)) * x2704) + (x2710 * x2789);
    x2818 = ((((x1972 * q69) * x2779) + (x2782 * x2784)) * x2704) + (x2713 * x2789);
    x2819 = ((((x1974 * q69) * x2779) + (x2783 * x2784)) * x2704) + (x2716 * x2789);
  } else {
    x2815 = 0;
    x2816 = 0;
    x2817 = 0;
    x2818 = 0;
    x2819 = 0;
  }
  const x2820 = v3 - v4;
  const x2822 = q85 * x2820;
  const x2823 = -q85;
  let x2858: number;
  let x2859: number;
  let x2860: number;
  if ((q89 > 0)) {
    let x2855: number;
    let x2856: number;
    let x2857: number;
    if (((q87 > 0) && (x2820 >= q91))) {
      const x2834 = q93 / q86;
      x2855 = x2822 + ((q93 - q89) + (x2834 * (x2820 - q91)));
      x2856 = q85 + x2834;
      x2857 = x2823 - x2834;
    } else {
      const x2845 = Math.expm1((x2820 / q86));
      const x2846 = x2845 + 1;
      x2855 = x2822 + (q89 * x2845);
      x2856 = q85 + (((1 / q86) * x2846) * q89);
      x2857 = ((((-1) / q86) * x2846) * q89) - q85;
    }
    x2858 = x2855;
    x2859 = x2856;
    x2860 = x2857;
  } else {
    x2858 = x2822;
    x2859 = q85;
    x2860 = x2823;
  }
  const x2861 = v3 - v5;
  const x2862 = q85 * x2861;
  let x2895: number;
  let x2896: number;
  let x2897: number;
  if ((q88 > 0)) {
    let x2892: number;
    let x2893: number;
    let x2894: number;
    if (((q87 > 0) && (x2861 >= q90))) {
      const x2871 = q92 / q86;
      x2892 = x2862 + ((q92 - q88) + (x2871 * (x2861 - q90)));
      x2893 = q85 + x2871;
      x2894 = x2823 - x2871;
    } else {
      const x2882 = Math.expm1((x2861 / q86));
      const x2883 = x2882 + 1;
      x2892 = x2862 + (q88 * x2882);
      x2893 = q85 + (((1 / q86) * x2883) * q88);
      x2894 = ((((-1) / q86) * x2883) * q88) - q85;
    }
    x2895 = x2892;
    x2896 = x2893;
    x2897 = x2894;
  } else {
    x2895 = x2862;
    x2896 = q85;
    x2897 = x2823;
  }
  const x2900 = q0 * q[106]!;
  evaluateJacobianScratch[90] = x2900;
  const x2903 = x2900 * (v[0]! - v4);
  evaluateJacobianScratch[91] = x2903;
  const x2904 = -x2900;
  evaluateJacobianScratch[92] = x2904;
  const x2906 = q0 * q[107]!;
  evaluateJacobianScratch[93] = x2906;
  const x2909 = x2906 * (v[2]! - v5);
  evaluateJacobianScratch[94] = x2909;
  const x2910 = -x2906;
  evaluateJacobianScratch[95] = x2910;
  const x2921 = q0 * ((x2858 + x2895) - x2815);
  evaluateJacobianScratch[96] = x2921;
  const x2923 = -(x2816 * q0);
  evaluateJacobianScratch[97] = x2923;
  const x2924 = ((x2859 + x2896) - x2817) * q0;
  evaluateJacobianScratch[98] = x2924;
  const x2925 = (x2860 - x2818) * q0;
  evaluateJacobianScratch[99] = x2925;
  const x2926 = (x2897 - x2819) * q0;
  evaluateJacobianScratch[100] = x2926;
  let x2937: number;
  let x2938: number;
  let x2939: number;
  let x2940: number;
  let x2941: number;
  if (x2) {
    x2937 = x2739 + x2815;
    x2938 = x2742 + x2816;
    x2939 = x2745 + x2817;
    x2940 = x2748 + x2818;
    x2941 = x2751 + x2819;
  } else {
    x2937 = -x2739;
    x2938 = -x2742;
    x2939 = -x2745;
    x2940 = -x2748;
    x2941 = -x2751;
  }
  const x2948 = x2938 * q0;
  evaluateJacobianScratch[101] = x2948;
  const x2949 = (x2939 - x2859) * q0;
  evaluateJacobianScratch[102] = x2949;
  const x2951 = x2941 * q0;
  evaluateJacobianScratch[103] = x2951;
  const x2952 = (q0 * (x2937 - x2858)) - x2903;
  evaluateJacobianScratch[104] = x2952;
  const x2953 = ((x2940 - x2860) * q0) + x2900;
  evaluateJacobianScratch[105] = x2953;
  let x2964: number;
  let x2965: number;
  let x2966: number;
  let x2967: number;
  let x2968: number;
  if (x2) {
    x2964 = -x2739;
    x2965 = -x2742;
    x2966 = -x2745;
    x2967 = -x2748;
    x2968 = -x2751;
  } else {
    x2964 = x2739 + x2815;
    x2965 = x2742 + x2816;
    x2966 = x2745 + x2817;
    x2967 = x2748 + x2818;
    x2968 = x2751 + x2819;
  }
  const x2975 = x2965 * q0;
  evaluateJacobianScratch[106] = x2975;
  const x2976 = (x2966 - x2896) * q0;
  evaluateJacobianScratch[107] = x2976;
  const x2977 = x2967 * q0;
  evaluateJacobianScratch[108] = x2977;
  const x2979 = (q0 * (x2964 - x2895)) - x2909;
  evaluateJacobianScratch[109] = x2979;
  const x2980 = ((x2968 - x2897) * q0) + x2906;
  evaluateJacobianScratch[110] = x2980;
}

export function evaluateJacobian(q: Float64Array, v: Float64Array, f: Float64Array, j: Float64Array): void {
  evaluateJacobian1(q, v, f, j);
  evaluateJacobian2(q, v, f, j);
  evaluateJacobian3(q, v, f, j);
  j.fill(0);
  f.fill(0);
  f[0] = evaluateJacobianScratch[91]!;
  j[0] = evaluateJacobianScratch[90]!;
  j[4] = evaluateJacobianScratch[92]!;
  f[2] = evaluateJacobianScratch[94]!;
  j[14] = evaluateJacobianScratch[93]!;
  j[17] = evaluateJacobianScratch[95]!;
  f[3] = evaluateJacobianScratch[96]!;
  j[19] = evaluateJacobianScratch[97]!;
  j[21] = evaluateJacobianScratch[98]!;
  j[22] = evaluateJacobianScratch[99]!;
  j[23] = evaluateJacobianScratch[100]!;
  f[4] = evaluateJacobianScratch[104]!;
  j[24] = evaluateJacobianScratch[92]!;
  j[25] = evaluateJacobianScratch[101]!;
  j[27] = evaluateJacobianScratch[102]!;
  j[28] = evaluateJacobianScratch[105]!;
  j[29] = evaluateJacobianScratch[103]!;
  f[5] = evaluateJacobianScratch[109]!;
  j[31] = evaluateJacobianScratch[106]!;
  j[32] = evaluateJacobianScratch[95]!;
  j[33] = evaluateJacobianScratch[107]!;
  j[34] = evaluateJacobianScratch[108]!;
  j[35] = evaluateJacobianScratch[110]!;
}

const evaluateTangentScratch = new Float64Array(35);
function evaluateTangent1(q: Float64Array, v: Float64Array, d: Float64Array, df: Float64Array): void {
  const v4 = v[4]!;
  const v5 = v[5]!;
  const d4 = d[4]!;
  const d5 = d[5]!;
  const v3 = v[3]!;
  const d3 = d[3]!;
  const q16 = q[16]!;
  const q13 = q[13]!;
  const q17 = q[17]!;
  const q14 = q[14]!;
  const q12 = q[12]!;
  const q25 = q[25]!;
  const q28 = q[28]!;
  const q5 = q[5]!;
  const q6 = q[6]!;
  const q32 = q[32]!;
  const q33 = q[33]!;
  const q20 = q[20]!;
  const q21 = q[21]!;
  const q23 = q[23]!;
  const q26 = q[26]!;
  const q18 = q[18]!;
  const q29 = q[29]!;
  const q30 = q[30]!;
  const q22 = q[22]!;
  const q38 = q[38]!;
  const q39 = q[39]!;
  const q10 = q[10]!;
  const q35 = q[35]!;
  const q11 = q[11]!;
  const q41 = q[41]!;
  const q42 = q[42]!;
  const q43 = q[43]!;
  const q44 = q[44]!;
  const q46 = q[46]!;
  const q47 = q[47]!;
  const q45 = q[45]!;
  const q53 = q[53]!;
  const q48 = q[48]!;
  const q52 = q[52]!;
  const q49 = q[49]!;
  const q1 = q[1]!;
  const q9 = q[9]!;
  const q56 = q[56]!;
  const q54 = q[54]!;
  const q55 = q[55]!;
  const q59 = q[59]!;
  const q60 = q[60]!;
  const q58 = q[58]!;
  const q61 = q[61]!;
  const q62 = q[62]!;
  const q63 = q[63]!;
  const q64 = q[64]!;
  const x2 = v4 >= v5;
  evaluateTangentScratch[0] = x2 ? 1 : 0;
  let x11: number;
  let x12: number;
  if (x2) {
    x11 = v4 - v5;
    x12 = d4 - d5;
  } else {
    x11 = v5 - v4;
    x12 = d5 - d4;
  }
  const x13 = x2 ? v5 : v4;
  const x14 = x2 ? d5 : d4;
  const x16 = v[1]! - x13;
  const x19 = d[1]! - x14;
  const x21 = v3 - x13;
  const x23 = d3 - x14;
  const x27 = (x21 - q16) - 0.001;
  const x29 = x23 * x27;
  const x34 = Math.sqrt(((x27 * x27) - (0.004 * q16)));
  let x39: number;
  if ((x34 > 0)) {
    x39 = 0.5 / x34;
  } else {
    x39 = 0;
  }
  const x45 = q16 + (0.5 * (x27 + x34));
  const x46 = x45 < x21;
  const x47 = x46 ? x21 : x45;
  evaluateTangentScratch[1] = x47;
  const x48 = x46 ? x23 : ((x23 + ((x29 + x29) * x39)) * 0.5);
  evaluateTangentScratch[2] = x48;
  let x75: number;
  let x76: number;
  if ((x47 > 0)) {
    const x59 = q13 + (0.5 * x47);
    const x61 = q[15]! / x59;
    x75 = x61;
    x76 = -(((x48 * 0.5) / x59) * x61);
  } else {
    const x67 = Math.sqrt((q13 - x47));
    let x70: number;
    if ((x67 > 0)) {
      x70 = 0.5 / x67;
    } else {
      x70 = 0;
    }
    x75 = x67;
    x76 = -(x48 * x70);
  }
  const x81 = (q17 * x75) / q14;
  const x82 = (x76 * q17) / q14;
  const x83 = Math.sqrt(x81);
  let x86: number;
  if ((x83 > 0)) {
    x86 = 0.5 / x83;
  } else {
    x86 = 0;
  }
  const x89 = q12 * x83;
  const x90 = (x82 * x86) * q12;
  const x92 = q25 * x47;
  const x93 = x48 * q25;
  let x112: number;
  let x113: number;
  if ((x92 >= (-0.5))) {
    x112 = 1 + x92;
    x113 = x93;
  } else {
    const x105 = 3 + (8 * x92);
    const x106 = (1 + (3 * x92)) / x105;
    x112 = x106;
    x113 = ((x93 * 3) / x105) - (((x93 * 8) / x105) * x106);
  }
  const x114 = x89 * x112;
  const x119 = q28 * x47;
  const x120 = x48 * q28;
  let x135: number;
  let x136: number;
  if ((x119 >= (-0.5))) {
    x135 = 1 + x119;
    x136 = x120;
  } else {
    const x128 = 3 + (8 * x119);
    const x129 = (1 + (3 * x119)) / x128;
    x135 = x129;
    x136 = ((x120 * 3) / x128) - (((x120 * 8) / x128) * x129);
  }
  const x137 = x89 * x135;
  const x145 = ((0.5 * q[24]!) * q5) / x114;
  const x147 = (((x90 * x112) + (x113 * x89)) / x114) * x145;
  let x155: number;
  let x156: number;
  if ((x145 < 34)) {
    const x152 = Math.exp((-x145));
    x155 = x152;
    x156 = x147 * x152;
  } else {
    x155 = 1.713908431e-15;
    x156 = 0;
  }
  const x160 = 1 + (2 * x155);
  const x161 = x155 * x160;
  const x164 = (x156 * x160) + ((x156 * 2) * x155);
  const x170 = (((0.5 * q[27]!) * q6) * q5) / x137;
  const x172 = (((x90 * x135) + (x136 * x89)) / x137) * x170;
  let x178: number;
  let x179: number;
  if ((x170 < 34)) {
    const x176 = Math.exp((-x170));
    x178 = x176;
    x179 = x172 * x176;
  } else {
    x178 = 1.713908431e-15;
    x179 = 0;
  }
  const x182 = 1 + (2 * x178);
  const x189 = x48 * q32;
  const x191 = q[31]! + (q32 * x47);
  let x213: number;
  let x214: number;
  if ((x191 >= 0.0001)) {
    x213 = x191;
    x214 = x189;
  } else {
    const x203 = 0.00030000000000000003 - (2 * x191);
    const x205 = (0.0001 * (0.0002 - x191)) / x203;
    x213 = x205;
    x214 = (((x189 * 2) / x203) * x205) - ((x189 * 0.0001) / x203);
  }
  const x216 = x213 * q33;
  const x221 = ((x214 * q33) * x11) + (x12 * x216);
  const x254 = (((x76 * q20) - (x48 * q21)) - (((x164 * q23) + (((x179 * x182) + ((x179 * 2) * x178)) * q26)) * q18)) + ((x48 * q29) * q30);
  const x258 = ((((q[19]! + (q20 * x75)) - (q21 * x47)) - (((q23 * x161) + (q26 * (x178 * x182))) * q18)) + ((q29 * x47) * q30)) + (q22 * x47);
  const x259 = x254 + (x48 * q22);
  const x260 = x258 - (x216 * x11);
  const x262 = x259 - x221;
  const x271 = (q[37]! + (q38 * x47)) + (q39 * x11);
  const x280 = (q[36]! * 1.03594e-10) / x81;
  const x289 = ((x280 + (x271 * x161)) + q[40]!) / q10;
  const x290 = (((((x48 * q38) + (x12 * q39)) * x161) + (x164 * x271)) - ((x82 / x81) * x280)) / q10;
  let x305: number;
  let x306: number;
  if ((x289 >= (-0.5))) {
    x305 = 1 + x289;
    x306 = x290;
  } else {
    const x298 = 3 + (8 * x289);
    const x299 = (1 + (3 * x289)) / x298;
    x305 = x299;
    x306 = ((x290 * 3) / x298) - (((x290 * 8) / x298) * x299);
  }
  const x308 = q[34]! + q13;
  let x367: number;
  let x368: number;
  if ((((q35 > 1000000000000000000) && (q35 < 1e+25)) && (x16 > x308))) {
    const x320 = (1.6597727086e-23 * q35) / (q10 * q10);
    const x327 = Math.sqrt((1 + ((2 * (x16 - x308)) / x320)));
    let x330: number;
    if ((x327 > 0)) {
      x330 = 0.5 / x327;
    } else {
      x330 = 0;
    }
    const x333 = x320 * (x327 - 1);
    const x334 = (((x19 * 2) / x320) * x330) * x320;
    const x335 = 0.5 * x333;
    const x342 = (((x334 * 0.5) * x333) + (x334 * x335)) / x320;
    const x347 = (1.12 - ((x335 * x333) / x320)) - 0.05;
    const x349 = x342 * x347;
    const x354 = Math.sqrt(((x347 * x347) + 0.224));
    let x357: number;
    if ((x354 > 0)) {
      x357 = 0.5 / x354;
    } else {
      x357 = 0;
    }
    x367 = x16 - (1.12 - (0.5 * (x347 + x354)));
    x368 = x19 + (((((-x349) - x349) * x357) - x342) * 0.5);
  } else {
    x367 = x16;
    x368 = x19;
  }
  const x369 = x367 - x260;
  const x371 = x368 + (x221 - x259);
  const x375 = (2 * x305) * q11;
  const x376 = (x306 * 2) * q11;
  const x377 = x369 / x375;
  const x378 = x371 / x375;
  const x379 = x376 / x375;
  const x382 = x378 - (x379 * x377);
  const x387 = ((2 * q41) - x369) / x375;
  const x391 = (-x378) - (x379 * x387);
  let x443: number;
  let x444: number;
  if ((x377 > 34)) {
    x443 = x369;
    x444 = x371;
  } else {
    let x441: number;
    let x442: number;
    if ((x387 > 34)) {
      const x396 = (q11 * q42) / q10;
      const x398 = x305 * q11;
      const x400 = (x369 - q41) / x398;
      const x406 = Math.exp(x400);
      x441 = x396 * x406;
      x442 = (((x371 / x398) - (((x306 * q11) / x398) * x400)) * x406) * x396;
    } else {
      let x417: number;
      let x418: number;
      if ((x377 < (-34))) {
        x417 = 1.713908431e-15;
        x418 = 0;
      } else {
        const x412 = Math.exp(x377);
        x417 = Math.log1p(x412);
        x418 = (x382 * x412) / (1 + x412);
      }
      const x425 = q11 * q42;
      const x426 = (x375 * q10) / x425;
      const x428 = Math.exp(x387);
      const x434 = 1 + (x426 * x428);
      const x435 = (x375 * x417) / x434;
      x441 = x435;
      x442 = (((x376 * x417) + (x418 * x375)) / x434) - ((((((x376 * q10) / x425) * x428) + ((x391 * x428) * x426)) / x434) * x435);
    }
    x443 = x441;
    x444 = x442;
  }
  evaluateTangentScratch[3] = x443;
  evaluateTangentScratch[4] = x444;
  const x448 = x75 - q14;
  const x455 = ((x444 * q43) + (x76 * q44)) * 2;
  const x456 = q6 - (2 * ((q43 * x443) + (q44 * x448)));
  const x457 = -x455;
  let x475: number;
  let x476: number;
  if ((x456 >= 2e-8)) {
    x475 = x456;
    x476 = x457;
  } else {
    const x468 = 6.000000000000001e-8 - (2 * x456);
    const x469 = (2e-8 * (4e-8 - x456)) / x468;
    x475 = x469;
    x476 = ((x455 * 2e-8) / x468) - (((x455 * 2) / x468) * x469);
  }
  evaluateTangentScratch[5] = x475;
  evaluateTangentScratch[6] = x476;
  const x484 = (1 + (q46 * x443)) + (q47 * x448);
  const x485 = (x444 * q46) + (x76 * q47);
  let x507: number;
  let x508: number;
  if ((x484 >= 0.1)) {
    x507 = x484;
    x508 = x485;
  } else {
    const x497 = 0.30000000000000004 - (2 * x484);
    const x499 = (0.1 * (0.2 - x484)) / x497;
    x507 = x499;
    x508 = (((x485 * 2) / x497) * x499) - ((x485 * 0.1) / x497);
  }
  const x510 = q45 * x507;
  evaluateTangentScratch[7] = x510;
  const x511 = x508 * q45;
  evaluateTangentScratch[8] = x511;
  const x513 = (0.5 * q20) / x75;
  const x515 = (x76 / x75) * x513;
  const x520 = Math.sqrt((q53 * x81));
  let x523: number;
  if ((x520 > 0)) {
    x523 = 0.5 / x520;
  } else {
    x523 = 0;
  }
  const x527 = q5 + (2 * x520);
  const x528 = q5 / x527;
  const x530 = ((((x82 * q53) * x523) * 2) / x527) * x528;
  const x540 = (q48 * x528) + (q[50]! / (q6 + q[51]!));
  const x546 = (-(x515 * x540)) - ((x530 * q48) * x513);
  const x550 = x48 * q52;
  const x551 = 1 + (q52 * x47);
  let x570: number;
  let x571: number;
  if ((x551 >= 0.1)) {
    x570 = x551;
    x571 = x550;
  } else {
    const x560 = 0.30000000000000004 - (2 * x551);
    const x562 = (0.1 * (0.2 - x551)) / x560;
    x570 = x562;
    x571 = (((x550 * 2) / x560) * x562) - ((x550 * 0.1) / x560);
  }
  const x600 = (x513 * q49) * q48;
  const x603 = x600 * x528;
  const x609 = x603 * x528;
  const x614 = x609 * x528;
  const x622 = (((((((-(((x515 * q49) * q48) * x528)) - (x530 * x600)) * x528) - (x530 * x603)) * x528) - (x530 * x609)) * x443) + (x444 * x614);
  const x623 = (1 + (x513 * x540)) - (x614 * x443);
  const x625 = x546 - x622;
  let x642: number;
  let x643: number;
  if ((x623 >= 0.1)) {
    x642 = x623;
    x643 = x625;
  } else {
    const x633 = 0.30000000000000004 - (2 * x623);
    const x635 = (0.1 * (0.2 - x623)) / x633;
    x642 = x635;
    x643 = (((x622 - x546) * 0.1) / x633) + (((x625 * 2) / x633) * x635);
  }
  const x644 = x642 / x570;
  evaluateTangentScratch[9] = x644;
  const x648 = (x643 / x570) - ((x571 / x570) * x644);
  evaluateTangentScratch[10] = x648;
  let x702: number;
  let x703: number;
  if ((q1 === 2)) {
    const x652 = x443 / q9;
    const x653 = x444 / q9;
    const x662 = (q54 + (q56 * x47)) + (q55 * x652);
    x702 = x652 * x662;
    x703 = (x653 * x662) + (((x48 * q56) + (x653 * q55)) * x652);
  } else {
    const x672 = (x443 + (2 * x260)) / q9;
    const x673 = (x444 + (x262 * 2)) / q9;
    let x700: number;
    let x701: number;
    if ((q1 === 1)) {
      const x680 = (q54 + (q56 * x47)) + (q55 * x672);
      x700 = x672 * x680;
      x701 = (x673 * x680) + (((x48 * q56) + (x673 * q55)) * x672);
    } else {
      const x688 = q54 + (q55 * x672);
      const x689 = x672 * x688;
      const x695 = 1 + (q56 * x47);
      x700 = x689 * x695;
      x701 = (((x673 * x688) + ((x673 * q55) * x672)) * x695) + ((x48 * q56) * x689);
    }
    x702 = x700;
    x703 = x701;
  }
  const x704 = 1 + x702;
  let x725: number;
  let x726: number;
  if ((x704 >= 0.2)) {
    x725 = x704;
    x726 = x703;
  } else {
    const x715 = 0.6000000000000001 - (2 * x704);
    const x717 = (0.2 * (0.4 - x704)) / x715;
    x725 = x717;
    x726 = (((x703 * 2) / x715) * x717) - ((x703 * 0.2) / x715);
  }
  const x728 = q[57]! / x725;
  evaluateTangentScratch[11] = x728;
  const x730 = (x726 / x725) * x728;
  evaluateTangentScratch[12] = x730;
  let x780: number;
  let x781: number;
  if ((q59 > 0)) {
    const x735 = 1 - q60;
    const x737 = x444 * q59;
    const x740 = (x735 - (q59 * x443)) - 0.0001;
    const x742 = x737 * x740;
    const x748 = Math.sqrt(((x740 * x740) + (0.0004 * x735)));
    let x751: number;
    if ((x748 > 0)) {
      x751 = 0.5 / x748;
    } else {
      x751 = 0;
    }
    x780 = 1 - (0.5 * (x740 + x748));
    x781 = -(((((-x742) - x742) * x751) - x737) * 0.5);
  } else {
    let x778: number;
    let x779: number;
    if ((q59 < 0)) {
      const x761 = x444 * q59;
      const x763 = (q60 + (q59 * x443)) - 0.0001;
      const x765 = x761 * x763;
      const x769 = Math.sqrt(((x763 * x763) + (0.0004 * q60)));
      let x772: number;
      if ((x769 > 0)) {
        x772 = 0.5 / x769;
      } else {
        x772 = 0;
      }
      x778 = 0.5 * (x763 + x769);
      x779 = (x761 + ((x765 + x765) * x772)) * 0.5;
    } else {
      x778 = q60;
      x779 = 0;
    }
    x780 = x778;
    x781 = x779;
  }
  const x785 = (x475 * q58) * q10;
  const x787 = x785 * x510;
  const x790 = (((x476 * q58) * q10) * x510) + (x511 * x785);
  const x792 = (2 * q58) / x728;
  const x797 = x792 * q5;
  evaluateTangentScratch[13] = x797;
  const x798 = ((x730 / x728) * x792) * q5;
  evaluateTangentScratch[14] = x798;
  const x800 = x443 + (2 * q11);
  evaluateTangentScratch[15] = x800;
  const x801 = 2 * x644;
  const x803 = x644 * x787;
  const x806 = (x648 * x787) + (x790 * x644);
  const x808 = 1 / x780;
  const x809 = x781 / x780;
  const x812 = (x803 - 1) + x808;
  const x818 = 2 / x780;
  const x819 = x809 * x818;
  const x821 = x818 - 1;
  const x833 = 3 * x800;
  const x835 = x833 * x644;
  const x843 = ((x800 * x821) + (x644 * x797)) + (x835 * x787);
  const x844 = (((x444 * x821) - (x819 * x800)) + ((x648 * x797) + (x798 * x644))) + (((((x444 * 3) * x644) + (x648 * x833)) * x787) + (x790 * x835));
  const x845 = 2 * x800;
  const x851 = x797 + (x845 * x787);
  const x853 = x800 * x851;
  const x856 = (x444 * x851) + ((x798 + (((x444 * 2) * x787) + (x790 * x845))) * x800);
  const x860 = x844 * x843;
  const x862 = 2 * (x801 * x812);
  const x871 = Math.sqrt(((x843 * x843) - (x862 * x853)));
  let x874: number;
  if ((x871 > 0)) {
    x874 = 0.5 / x871;
  } else {
    x874 = 0;
  }
  const x876 = x843 + x871;
  const x877 = x844 + (((x860 + x860) - ((((((x648 * 2) * x812) + ((x806 - (x809 * x808)) * x801)) * 2) * x853) + (x856 * x862))) * x874);
  const x878 = (2 * x853) / x876;
  evaluateTangentScratch[16] = x878;
  const x883 = ((x856 * 2) / x876) - ((x877 / x876) * x878);
  evaluateTangentScratch[17] = x883;
  const x888 = (x878 - x11) - q61;
  const x889 = 2 * x878;
  const x899 = (x883 - x12) * x888;
  const x902 = 4 * q61;
  const x907 = Math.sqrt(((x888 * x888) + (x902 * x878)));
  let x910: number;
  if ((x907 > 0)) {
    x910 = 0.5 / x907;
  } else {
    x910 = 0;
  }
  const x912 = ((x878 + x11) + q61) + x907;
  const x914 = (x889 * x11) / x912;
  evaluateTangentScratch[18] = x914;
  const x915 = (((x883 * 2) * x11) + (x12 * x889)) / x912;
  const x917 = (((x883 + x12) + (((x899 + x899) + (x883 * x902)) * x910)) / x912) * x914;
  const x919 = x915 - x917;
  evaluateTangentScratch[19] = x919;
  const x920 = x11 - x914;
  evaluateTangentScratch[20] = x920;
  const x922 = x12 + (x917 - x915);
  evaluateTangentScratch[21] = x922;
  const x925 = 2 * x787;
  const x927 = x925 * x443;
  const x931 = 0.5 * x644;
  evaluateTangentScratch[22] = x931;
  const x932 = x648 * 0.5;
  evaluateTangentScratch[23] = x932;
  const x937 = (x931 * x878) / x800;
  const x939 = x444 / x800;
  evaluateTangentScratch[24] = x939;
  const x943 = 1 - x937;
  const x950 = (x798 + x883) + (((((x790 * 2) * x443) + (x444 * x925)) * x943) + (((x939 * x937) - (((x932 * x878) + (x883 * x931)) / x800)) * x927));
  const x951 = x821 + x803;
  const x953 = ((x797 + x878) + (x927 * x943)) / x951;
  evaluateTangentScratch[25] = x953;
  const x958 = (x950 / x951) - (((x806 - x819) / x951) * x953);
  evaluateTangentScratch[26] = x958;
  let x990: number;
  let x991: number;
  if (((q62 > 0) && (x920 > 1e-10))) {
    const x964 = x443 / x797;
    const x977 = (q62 * x644) * q63;
    const x979 = (q5 * (x644 + x964)) / x977;
    const x988 = (((((x648 + ((x444 / x797) - ((x798 / x797) * x964))) * q5) / x977) - ((((x648 * q62) * q63) / x977) * x979)) * x920) + (x922 * x979);
    x990 = x979 * x920;
    x991 = x988;
  } else {
    x990 = 583461742500000;
    x991 = 0;
  }
  evaluateTangentScratch[27] = x990;
  evaluateTangentScratch[28] = x991;
  const x993 = q64 > 0;
  evaluateTangentScratch[29] = x993 ? 1 : 0;
}

function evaluateTangent2(q: Float64Array, v: Float64Array, d: Float64Array, df: Float64Array): void {
  const x993 = evaluateTangentScratch[29]!;
  const x644 = evaluateTangentScratch[9]!;
  const x878 = evaluateTangentScratch[16]!;
  const x648 = evaluateTangentScratch[10]!;
  const x883 = evaluateTangentScratch[17]!;
  const x800 = evaluateTangentScratch[15]!;
  const x444 = evaluateTangentScratch[4]!;
  const q64 = q[64]!;
  const q65 = q[65]!;
  const x47 = evaluateTangentScratch[1]!;
  const x48 = evaluateTangentScratch[2]!;
  const x797 = evaluateTangentScratch[13]!;
  const x798 = evaluateTangentScratch[14]!;
  const x443 = evaluateTangentScratch[3]!;
  const x990 = evaluateTangentScratch[27]!;
  const x991 = evaluateTangentScratch[28]!;
  const x953 = evaluateTangentScratch[25]!;
  const x958 = evaluateTangentScratch[26]!;
  const q68 = q[68]!;
  const q63 = q[63]!;
  const x920 = evaluateTangentScratch[20]!;
  const x922 = evaluateTangentScratch[21]!;
  const q5 = q[5]!;
  const x728 = evaluateTangentScratch[11]!;
  const q10 = q[10]!;
  const x730 = evaluateTangentScratch[12]!;
  const x475 = evaluateTangentScratch[5]!;
  const x476 = evaluateTangentScratch[6]!;
  const x931 = evaluateTangentScratch[22]!;
  const x914 = evaluateTangentScratch[18]!;
  const x932 = evaluateTangentScratch[23]!;
  const x919 = evaluateTangentScratch[19]!;
  const x939 = evaluateTangentScratch[24]!;
  const x510 = evaluateTangentScratch[7]!;
  const x511 = evaluateTangentScratch[8]!;
  const q69 = q[69]!;
  const q70 = q[70]!;
  const v3 = v[3]!;
  const v4 = v[4]!;
  const d3 = d[3]!;
  const d4 = d[4]!;
  const q85 = q[85]!;
  const q89 = q[89]!;
  const q87 = q[87]!;
  const q86 = q[86]!;
  const v5 = v[5]!;
  const d5 = d[5]!;
  const q88 = q[88]!;
  const q0 = q[0]!;
  const x2 = evaluateTangentScratch[0]!;
  let x1045: number;
  let x1046: number;
  if (x993) {
    const x994 = x644 * x878;
    const x997 = (x648 * x878) + (x883 * x644);
    const x1002 = x800 + x994;
    const x1004 = (x800 * x994) / x1002;
    const x1017 = x48 * q65;
    const x1018 = 1 + (q65 * x47);
    let x1037: number;
    let x1038: number;
    if ((x1018 >= 0.1)) {
      x1037 = x1018;
      x1038 = x1017;
    } else {
      const x1027 = 0.30000000000000004 - (2 * x1018);
      const x1029 = (0.1 * (0.2 - x1018)) / x1027;
      x1037 = x1029;
      x1038 = (((x1017 * 2) / x1027) * x1029) - ((x1017 * 0.1) / x1027);
    }
    const x1039 = ((x800 - x1004) / q64) / x1037;
    const x1044 = (((x444 + ((((x444 + x997) / x1002) * x1004) - (((x444 * x994) + (x997 * x800)) / x1002))) / q64) / x1037) - ((x1038 / x1037) * x1039);
    x1045 = x1039;
    x1046 = x1044;
  } else {
    x1045 = 583461742500000;
    x1046 = 0;
  }
  const x1048 = q[66]! / x797;
  const x1049 = x798 / x797;
  const x1053 = (x1049 * x1048) * x443;
  const x1055 = x444 * x1048;
  const x1056 = x1055 - x1053;
  const x1057 = 1 + (x1048 * x443);
  let x1074: number;
  let x1075: number;
  if ((x1057 >= 0.1)) {
    x1074 = x1057;
    x1075 = x1056;
  } else {
    const x1065 = 0.30000000000000004 - (2 * x1057);
    const x1067 = (0.1 * (0.2 - x1057)) / x1065;
    x1074 = x1067;
    x1075 = (((x1053 - x1055) * 0.1) / x1065) + (((x1056 * 2) / x1065) * x1067);
  }
  const x1080 = x990 + x1045;
  const x1082 = (x990 * x1045) / x1080;
  const x1092 = x953 + (x1074 * x1082);
  const x1093 = x958 + ((x1075 * x1082) + (((((x991 * x1045) + (x1046 * x990)) / x1080) - (((x991 + x1046) / x1080) * x1082)) * x1074));
  let x1113: number;
  let x1114: number;
  if ((q68 > 0)) {
    const x1097 = q[67]! * q63;
    let x1107: number;
    let x1108: number;
    if ((x920 > (x1097 / 34))) {
      const x1100 = x1097 / x920;
      const x1104 = Math.exp(x1100);
      x1107 = x1104;
      x1108 = -(((x922 / x920) * x1100) * x1104);
    } else {
      x1107 = 583461742500000;
      x1108 = 0;
    }
    x1113 = (x1107 * q5) / q68;
    x1114 = (x1108 * q5) / q68;
  } else {
    x1113 = 583461742500000;
    x1114 = 0;
  }
  const x1115 = x728 * q10;
  const x1118 = x475 / q5;
  const x1120 = x1115 * x1118;
  const x1125 = x1120 * x443;
  const x1133 = (x931 * x914) / x800;
  const x1138 = 1 - x1133;
  const x1143 = ((((((x476 / q5) * x1115) - ((x730 * q10) * x1118)) * x443) + (x444 * x1120)) * x1138) + (((x939 * x1133) - (((x932 * x914) + (x919 * x931)) / x800)) * x1125);
  const x1144 = x914 / x797;
  const x1149 = 1 + x1144;
  const x1150 = (x1125 * x1138) / x1149;
  const x1155 = (x1143 / x1149) - ((((x919 / x797) - (x1049 * x1144)) / x1149) * x1150);
  const x1164 = 1 + (x1150 * x510);
  const x1165 = (x1150 * x914) / x1164;
  const x1171 = x920 / x1092;
  const x1177 = 1 + x1171;
  const x1178 = x1165 * x1177;
  const x1181 = (((((x1155 * x914) + (x919 * x1150)) / x1164) - ((((x1155 * x510) + (x511 * x1150)) / x1164) * x1165)) * x1177) + (((x922 / x1092) - ((x1093 / x1092) * x1171)) * x1165);
  const x1182 = x920 / x1113;
  const x1192 = (x1181 * (1 + x1182)) + (((x922 / x1113) - ((x1114 / x1113) * x1182)) * x1178);
  let x1221: number;
  if (((q69 > 0) && (q70 > 0))) {
    let x1208: number;
    let x1209: number;
    if ((x920 > (q70 / 34))) {
      const x1201 = q70 / x920;
      const x1206 = Math.exp((-x1201));
      x1208 = x1206;
      x1209 = ((x922 / x920) * x1201) * x1206;
    } else {
      x1208 = 1.713908431e-15;
      x1209 = 0;
    }
    const x1210 = q69 * x920;
    x1221 = ((((x922 * q69) * x1208) + (x1209 * x1210)) * x1178) + (x1181 * (x1210 * x1208));
  } else {
    x1221 = 0;
  }
  const x1222 = v3 - v4;
  const x1224 = d3 - d4;
  const x1227 = x1224 * q85;
  let x1257: number;
  if ((q89 > 0)) {
    let x1255: number;
    if (((q87 > 0) && (x1222 >= q[91]!))) {
      x1255 = x1227 + (x1224 * (q[93]! / q86));
    } else {
      x1255 = x1227 + (((x1224 / q86) * (Math.expm1((x1222 / q86)) + 1)) * q89);
    }
    x1257 = x1255;
  } else {
    x1257 = x1227;
  }
  const x1258 = v3 - v5;
  const x1260 = d3 - d5;
  const x1262 = x1260 * q85;
  let x1290: number;
  if ((q88 > 0)) {
    let x1288: number;
    if (((q87 > 0) && (x1258 >= q[90]!))) {
      x1288 = x1262 + (x1260 * (q[92]! / q86));
    } else {
      x1288 = x1262 + (((x1260 / q86) * (Math.expm1((x1258 / q86)) + 1)) * q88);
    }
    x1290 = x1288;
  } else {
    x1290 = x1262;
  }
  const x1299 = (d[0]! - d4) * (q0 * q[106]!);
  evaluateTangentScratch[30] = x1299;
  const x1307 = (d[2]! - d5) * (q0 * q[107]!);
  evaluateTangentScratch[31] = x1307;
  const x1314 = ((x1257 + x1290) - x1221) * q0;
  evaluateTangentScratch[32] = x1314;
  let x1320: number;
  if (x2) {
    x1320 = x1192 + x1221;
  } else {
    x1320 = -x1192;
  }
  const x1328 = ((x1320 - x1257) * q0) - x1299;
  evaluateTangentScratch[33] = x1328;
  let x1334: number;
  if (x2) {
    x1334 = -x1192;
  } else {
    x1334 = x1192 + x1221;
  }
  const x1342 = ((x1334 - x1290) * q0) - x1307;
  evaluateTangentScratch[34] = x1342;
}

export function evaluateTangent(q: Float64Array, v: Float64Array, d: Float64Array, df: Float64Array): void {
  evaluateTangent1(q, v, d, df);
  evaluateTangent2(q, v, d, df);
  df.fill(0);
  df[0] = evaluateTangentScratch[30]!;
  df[2] = evaluateTangentScratch[31]!;
  df[3] = evaluateTangentScratch[32]!;
  df[4] = evaluateTangentScratch[33]!;
  df[5] = evaluateTangentScratch[34]!;
}

const evaluateAdjointScratch = new Float64Array(259);
function evaluateAdjoint1(q: Float64Array, v: Float64Array, w: Float64Array, f: Float64Array, qs: Float64Array, vs: Float64Array): void {
  let x34 = 0, x35 = 0, x37 = 0, x58 = 0, x59 = 0, x69 = 0, x70 = 0, x81 = 0, x96 = 0, x112 = 0, x113 = 0, x164 = 0, x165 = 0, x182 = 0, x183 = 0, x186 = 0, x188 = 0, x189 = 0, x190 = 0, x192 = 0, x194 = 0, x197 = 0, x201 = 0, x217 = 0, x220 = 0, x222 = 0, x223 = 0, x224 = 0, x227 = 0, x230 = 0, x228 = 0, x233 = 0, x234 = 0, x235 = 0, x237 = 0, x238 = 0, x256 = 0, x257 = 0, x273 = 0, x274 = 0, x301 = 0, x302 = 0, x324 = 0, x325 = 0, x331 = 0, x338 = 0, x342 = 0, x343 = 0, x347 = 0, x350 = 0, x351 = 0, x353 = 0, x365 = 0, x366 = 0, x375 = 0, x380 = 0, x384 = 0, x387 = 0, x391 = 0, x464 = 0, x465 = 0, x467 = 0, x469 = 0, x470 = 0, x476 = 0, x478 = 0, x479 = 0, x481 = 0, x485 = 0, x491 = 0, x489 = 0, x490 = 0, x492 = 0, x502 = 0, x503 = 0, x515 = 0, x518 = 0, x516 = 0, x517 = 0, x520 = 0, x549 = 0, x554 = 0, x551 = 0, x553 = 0, x555 = 0, x556 = 0, x569 = 0, x572 = 0, x573 = 0, x577 = 0, x578 = 0, x591 = 0, x593 = 0, x594 = 0, x598 = 0, x599 = 0;
  const v4 = v[4]!;
  const v5 = v[5]!;
  const v3 = v[3]!;
  const q16 = q[16]!;
  const q13 = q[13]!;
  const q17 = q[17]!;
  const q14 = q[14]!;
  const q12 = q[12]!;
  const q25 = q[25]!;
  const q28 = q[28]!;
  const q5 = q[5]!;
  const q6 = q[6]!;
  const q32 = q[32]!;
  const q33 = q[33]!;
  const q20 = q[20]!;
  const q21 = q[21]!;
  const q23 = q[23]!;
  const q26 = q[26]!;
  const q18 = q[18]!;
  const q29 = q[29]!;
  const q30 = q[30]!;
  const q22 = q[22]!;
  const q38 = q[38]!;
  const q39 = q[39]!;
  const q10 = q[10]!;
  const q35 = q[35]!;
  const q11 = q[11]!;
  const q41 = q[41]!;
  const q42 = q[42]!;
  const q43 = q[43]!;
  const q44 = q[44]!;
  const q46 = q[46]!;
  const q47 = q[47]!;
  const q45 = q[45]!;
  const q53 = q[53]!;
  const q48 = q[48]!;
  const q52 = q[52]!;
  const q49 = q[49]!;
  const q1 = q[1]!;
  const q9 = q[9]!;
  const q56 = q[56]!;
  const q54 = q[54]!;
  const q55 = q[55]!;
  const q59 = q[59]!;
  const q60 = q[60]!;
  const q58 = q[58]!;
  const q61 = q[61]!;
  const q62 = q[62]!;
  const q63 = q[63]!;
  const q64 = q[64]!;
  const q65 = q[65]!;
  const q68 = q[68]!;
  const q67 = q[67]!;
  const q69 = q[69]!;
  const q70 = q[70]!;
  const q85 = q[85]!;
  const q89 = q[89]!;
  const q87 = q[87]!;
  const q91 = q[91]!;
  const q93 = q[93]!;
  const q86 = q[86]!;
  const q88 = q[88]!;
  const q90 = q[90]!;
  const q92 = q[92]!;
  const q0 = q[0]!;
  const q106 = q[106]!;
  const q107 = q[107]!;
  const w5 = w[5]!;
  const w4 = w[4]!;
  const w3 = w[3]!;
  const x2 = v4 >= v5;
  evaluateAdjointScratch[0] = x2 ? 1 : 0;
  let x5: number;
  if (x2) {
    x5 = v4 - v5;
  } else {
    x5 = v5 - v4;
  }
  evaluateAdjointScratch[1] = x5;
  const x6 = x2 ? v5 : v4;
  const x8 = v[1]! - x6;
  const x10 = v3 - x6;
  const x14 = (x10 - q16) - 0.001;
  evaluateAdjointScratch[2] = x14;
  const x20 = Math.sqrt(((x14 * x14) - (0.004 * q16)));
  evaluateAdjointScratch[3] = x20;
  const x23 = q16 + (0.5 * (x14 + x20));
  const x24 = x23 < x10;
  evaluateAdjointScratch[4] = x24 ? 1 : 0;
  const x25 = x24 ? x10 : x23;
  evaluateAdjointScratch[5] = x25;
  const x27 = x25 > 0;
  evaluateAdjointScratch[6] = x27 ? 1 : 0;
  let x39: number;
  if (x27) {
    x34 = q13 + (0.5 * x25);
    evaluateAdjointScratch[7] = x34;
    x35 = q[15]! / x34;
    evaluateAdjointScratch[8] = x35;
    x39 = x35;
  } else {
    x37 = Math.sqrt((q13 - x25));
    evaluateAdjointScratch[9] = x37;
    x39 = x37;
  }
  evaluateAdjointScratch[10] = x39;
  const x43 = (q17 * x39) / q14;
  evaluateAdjointScratch[11] = x43;
  const x45 = Math.sqrt(x43);
  evaluateAdjointScratch[12] = x45;
  const x46 = q12 * x45;
  evaluateAdjointScratch[13] = x46;
  const x48 = q25 * x25;
  const x50 = x48 >= (-0.5);
  evaluateAdjointScratch[14] = x50 ? 1 : 0;
  let x60: number;
  if (x50) {
    x60 = 1 + x48;
  } else {
    x58 = 3 + (8 * x48);
    evaluateAdjointScratch[15] = x58;
    x59 = (1 + (3 * x48)) / x58;
    evaluateAdjointScratch[16] = x59;
    x60 = x59;
  }
  evaluateAdjointScratch[17] = x60;
  const x61 = x46 * x60;
  evaluateAdjointScratch[18] = x61;
  const x63 = q28 * x25;
  const x64 = x63 >= (-0.5);
  evaluateAdjointScratch[19] = x64 ? 1 : 0;
  let x71: number;
  if (x64) {
    x71 = 1 + x63;
  } else {
    x69 = 3 + (8 * x63);
    evaluateAdjointScratch[20] = x69;
    x70 = (1 + (3 * x63)) / x69;
    evaluateAdjointScratch[21] = x70;
    x71 = x70;
  }
  evaluateAdjointScratch[22] = x71;
  const x72 = x46 * x71;
  evaluateAdjointScratch[23] = x72;
  const x74 = 0.5 * q[24]!;
  evaluateAdjointScratch[24] = x74;
  const x77 = (x74 * q5) / x61;
  evaluateAdjointScratch[25] = x77;
  const x79 = x77 < 34;
  evaluateAdjointScratch[26] = x79 ? 1 : 0;
  let x83: number;
  if (x79) {
    x81 = Math.exp((-x77));
    evaluateAdjointScratch[27] = x81;
    x83 = x81;
  } else {
    x83 = 1.713908431e-15;
  }
  evaluateAdjointScratch[28] = x83;
  const x86 = 1 + (2 * x83);
  evaluateAdjointScratch[29] = x86;
  const x87 = x83 * x86;
  evaluateAdjointScratch[30] = x87;
  const x89 = 0.5 * q[27]!;
  evaluateAdjointScratch[31] = x89;
  const x91 = x89 * q6;
  evaluateAdjointScratch[32] = x91;
  const x93 = (x91 * q5) / x72;
  evaluateAdjointScratch[33] = x93;
  const x94 = x93 < 34;
  evaluateAdjointScratch[34] = x94 ? 1 : 0;
  let x97: number;
  if (x94) {
    x96 = Math.exp((-x93));
    evaluateAdjointScratch[35] = x96;
    x97 = x96;
  } else {
    x97 = 1.713908431e-15;
  }
  evaluateAdjointScratch[36] = x97;
  const x99 = 1 + (2 * x97);
  evaluateAdjointScratch[37] = x99;
  const x100 = x97 * x99;
  evaluateAdjointScratch[38] = x100;
  const x104 = q[31]! + (q32 * x25);
  const x106 = x104 >= 0.0001;
  evaluateAdjointScratch[39] = x106 ? 1 : 0;
  let x114: number;
  if (x106) {
    x114 = x104;
  } else {
    x112 = 0.00030000000000000003 - (2 * x104);
    evaluateAdjointScratch[40] = x112;
    x113 = (0.0001 * (0.0002 - x104)) / x112;
    evaluateAdjointScratch[41] = x113;
    x114 = x113;
  }
  evaluateAdjointScratch[42] = x114;
  const x116 = x114 * q33;
  evaluateAdjointScratch[43] = x116;
  const x129 = (q23 * x87) + (q26 * x100);
  evaluateAdjointScratch[44] = x129;
  const x134 = q29 * x25;
  evaluateAdjointScratch[45] = x134;
  const x141 = (((((q[19]! + (q20 * x39)) - (q21 * x25)) - (x129 * q18)) + (x134 * q30)) + (q22 * x25)) - (x116 * x5);
  const x148 = (q[37]! + (q38 * x25)) + (q39 * x5);
  evaluateAdjointScratch[46] = x148;
  const x153 = (q[36]! * 1.03594e-10) / x43;
  evaluateAdjointScratch[47] = x153;
  const x158 = ((x153 + (x148 * x87)) + q[40]!) / q10;
  evaluateAdjointScratch[48] = x158;
  const x159 = x158 >= (-0.5);
  evaluateAdjointScratch[49] = x159 ? 1 : 0;
  let x166: number;
  if (x159) {
    x166 = 1 + x158;
  } else {
    x164 = 3 + (8 * x158);
    evaluateAdjointScratch[50] = x164;
    x165 = (1 + (3 * x158)) / x164;
    evaluateAdjointScratch[51] = x165;
    x166 = x165;
  }
  evaluateAdjointScratch[52] = x166;
  const x168 = q[34]! + q13;
  const x176 = ((q35 > 1000000000000000000) && (q35 < 1e+25)) && (x8 > x168);
  evaluateAdjointScratch[53] = x176 ? 1 : 0;
  let x206: number;
  if (x176) {
    x182 = q10 * q10;
    evaluateAdjointScratch[54] = x182;
    x183 = (1.6597727086e-23 * q35) / x182;
    evaluateAdjointScratch[55] = x183;
    x186 = (2 * (x8 - x168)) / x183;
    evaluateAdjointScratch[56] = x186;
    x188 = Math.sqrt((1 + x186));
    evaluateAdjointScratch[57] = x188;
    x189 = x188 - 1;
    evaluateAdjointScratch[58] = x189;
    x190 = x183 * x189;
    evaluateAdjointScratch[59] = x190;
    x192 = 0.5 * x190;
    evaluateAdjointScratch[60] = x192;
    x194 = (x192 * x190) / x183;
    evaluateAdjointScratch[61] = x194;
    x197 = (1.12 - x194) - 0.05;
    evaluateAdjointScratch[62] = x197;
    x201 = Math.sqrt(((x197 * x197) + 0.224));
    evaluateAdjointScratch[63] = x201;
    x206 = x8 - (1.12 - (0.5 * (x197 + x201)));
  } else {
    x206 = x8;
  }
  const x207 = x206 - x141;
  const x208 = 2 * x166;
  evaluateAdjointScratch[64] = x208;
  const x210 = x208 * q11;
  evaluateAdjointScratch[65] = x210;
  const x211 = x207 / x210;
  evaluateAdjointScratch[66] = x211;
  const x215 = ((2 * q41) - x207) / x210;
  evaluateAdjointScratch[67] = x215;
  const x216 = x211 > 34;
  evaluateAdjointScratch[68] = x216 ? 1 : 0;
  let x240: number;
  if (x216) {
    x240 = x207;
  } else {
    x217 = (x215 > 34) ? 1 : 0;
    evaluateAdjointScratch[69] = x217 ? 1 : 0;
    let x239: number;
    if (x217) {
      x220 = (q11 * q42) / q10;
      evaluateAdjointScratch[70] = x220;
      x222 = x166 * q11;
      evaluateAdjointScratch[71] = x222;
      x223 = (x207 - q41) / x222;
      evaluateAdjointScratch[72] = x223;
      x224 = Math.exp(x223);
      evaluateAdjointScratch[73] = x224;
      x239 = x220 * x224;
    } else {
      x227 = (x211 < (-34)) ? 1 : 0;
      evaluateAdjointScratch[74] = x227 ? 1 : 0;
      if (x227) {
        x230 = 1.713908431e-15;
      } else {
        x228 = Math.exp(x211);
        evaluateAdjointScratch[75] = x228;
        x230 = Math.log1p(x228);
      }
      evaluateAdjointScratch[76] = x230;
      x233 = q11 * q42;
      evaluateAdjointScratch[77] = x233;
      x234 = (x210 * q10) / x233;
      evaluateAdjointScratch[78] = x234;
      x235 = Math.exp(x215);
      evaluateAdjointScratch[79] = x235;
      x237 = 1 + (x234 * x235);
      evaluateAdjointScratch[80] = x237;
      x238 = (x210 * x230) / x237;
      evaluateAdjointScratch[81] = x238;
      x239 = x238;
    }
    x240 = x239;
  }
  evaluateAdjointScratch[82] = x240;
  const x244 = x39 - q14;
  evaluateAdjointScratch[83] = x244;
  const x248 = q6 - (2 * ((q43 * x240) + (q44 * x244)));
  const x250 = x248 >= 2e-8;
  evaluateAdjointScratch[84] = x250 ? 1 : 0;
  let x258: number;
  if (x250) {
    x258 = x248;
  } else {
    x256 = 6.000000000000001e-8 - (2 * x248);
    evaluateAdjointScratch[85] = x256;
    x257 = (2e-8 * (4e-8 - x248)) / x256;
    evaluateAdjointScratch[86] = x257;
    x258 = x257;
  }
  evaluateAdjointScratch[87] = x258;
  const x265 = (1 + (q46 * x240)) + (q47 * x244);
  const x267 = x265 >= 0.1;
  evaluateAdjointScratch[88] = x267 ? 1 : 0;
  let x275: number;
  if (x267) {
    x275 = x265;
  } else {
    x273 = 0.30000000000000004 - (2 * x265);
    evaluateAdjointScratch[89] = x273;
    x274 = (0.1 * (0.2 - x265)) / x273;
    evaluateAdjointScratch[90] = x274;
    x275 = x274;
  }
  evaluateAdjointScratch[91] = x275;
  const x276 = q45 * x275;
  evaluateAdjointScratch[92] = x276;
  const x278 = (0.5 * q20) / x39;
  evaluateAdjointScratch[93] = x278;
  const x281 = Math.sqrt((q53 * x43));
  evaluateAdjointScratch[94] = x281;
  const x283 = q5 + (2 * x281);
  evaluateAdjointScratch[95] = x283;
  const x284 = q5 / x283;
  evaluateAdjointScratch[96] = x284;
  const x289 = q6 + q[51]!;
  evaluateAdjointScratch[97] = x289;
  const x290 = q[50]! / x289;
  evaluateAdjointScratch[98] = x290;
  const x291 = (q48 * x284) + x290;
  evaluateAdjointScratch[99] = x291;
  const x296 = 1 + (q52 * x25);
  const x297 = x296 >= 0.1;
  evaluateAdjointScratch[100] = x297 ? 1 : 0;
  let x303: number;
  if (x297) {
    x303 = x296;
  } else {
    x301 = 0.30000000000000004 - (2 * x296);
    evaluateAdjointScratch[101] = x301;
    x302 = (0.1 * (0.2 - x296)) / x301;
    evaluateAdjointScratch[102] = x302;
    x303 = x302;
  }
  evaluateAdjointScratch[103] = x303;
  const x313 = x278 * q49;
  evaluateAdjointScratch[104] = x313;
  const x314 = x313 * q48;
  evaluateAdjointScratch[105] = x314;
  const x315 = x314 * x284;
  evaluateAdjointScratch[106] = x315;
  const x316 = x315 * x284;
  evaluateAdjointScratch[107] = x316;
  const x317 = x316 * x284;
  evaluateAdjointScratch[108] = x317;
  const x319 = (1 + (x278 * x291)) - (x317 * x240);
  const x320 = x319 >= 0.1;
  evaluateAdjointScratch[109] = x320 ? 1 : 0;
  let x326: number;
  if (x320) {
    x326 = x319;
  } else {
    x324 = 0.30000000000000004 - (2 * x319);
    evaluateAdjointScratch[110] = x324;
    x325 = (0.1 * (0.2 - x319)) / x324;
    evaluateAdjointScratch[111] = x325;
    x326 = x325;
  }
  const x327 = x326 / x303;
  evaluateAdjointScratch[112] = x327;
  const x329 = q1 === 2;
  evaluateAdjointScratch[113] = x329 ? 1 : 0;
  let x356: number;
  if (x329) {
    x331 = x240 / q9;
    evaluateAdjointScratch[114] = x331;
    x338 = (q54 + (q56 * x25)) + (q55 * x331);
    evaluateAdjointScratch[115] = x338;
    x356 = x331 * x338;
  } else {
    x342 = (x240 + (2 * x141)) / q9;
    evaluateAdjointScratch[116] = x342;
    x343 = (q1 === 1) ? 1 : 0;
    evaluateAdjointScratch[117] = x343 ? 1 : 0;
    let x355: number;
    if (x343) {
      x347 = (q54 + (q56 * x25)) + (q55 * x342);
      evaluateAdjointScratch[118] = x347;
      x355 = x342 * x347;
    } else {
      x350 = q54 + (q55 * x342);
      evaluateAdjointScratch[119] = x350;
      x351 = x342 * x350;
      evaluateAdjointScratch[120] = x351;
      x353 = 1 + (q56 * x25);
      evaluateAdjointScratch[121] = x353;
      x355 = x351 * x353;
    }
    x356 = x355;
  }
  const x358 = 1 + x356;
  const x359 = x358 >= 0.2;
  evaluateAdjointScratch[122] = x359 ? 1 : 0;
  let x367: number;
  if (x359) {
    x367 = x358;
  } else {
    x365 = 0.6000000000000001 - (2 * x358);
    evaluateAdjointScratch[123] = x365;
    x366 = (0.2 * (0.4 - x358)) / x365;
    evaluateAdjointScratch[124] = x366;
    x367 = x366;
  }
  evaluateAdjointScratch[125] = x367;
  const x368 = q[57]! / x367;
  evaluateAdjointScratch[126] = x368;
  const x371 = q59 > 0;
  evaluateAdjointScratch[127] = x371 ? 1 : 0;
  let x395: number;
  if (x371) {
    const x372 = 1 - q60;
    x375 = (x372 - (q59 * x240)) - 0.0001;
    evaluateAdjointScratch[128] = x375;
    x380 = Math.sqrt(((x375 * x375) + (0.0004 * x372)));
    evaluateAdjointScratch[129] = x380;
    x395 = 1 - (0.5 * (x375 + x380));
  } else {
    x384 = (q59 < 0) ? 1 : 0;
    evaluateAdjointScratch[130] = x384 ? 1 : 0;
    let x394: number;
    if (x384) {
      x387 = (q60 + (q59 * x240)) - 0.0001;
      evaluateAdjointScratch[131] = x387;
      x391 = Math.sqrt(((x387 * x387) + (0.0004 * q60)));
      evaluateAdjointScratch[132] = x391;
      x394 = 0.5 * (x387 + x391);
    } else {
      x394 = q60;
    }
    x395 = x394;
  }
  evaluateAdjointScratch[133] = x395;
  const x397 = x258 * q58;
  evaluateAdjointScratch[134] = x397;
  const x398 = x397 * q10;
  evaluateAdjointScratch[135] = x398;
  const x399 = x398 * x276;
  evaluateAdjointScratch[136] = x399;
  const x401 = (2 * q58) / x368;
  evaluateAdjointScratch[137] = x401;
  const x402 = x401 * q5;
  evaluateAdjointScratch[138] = x402;
  const x404 = x240 + (2 * q11);
  evaluateAdjointScratch[139] = x404;
  const x405 = 2 * x327;
  evaluateAdjointScratch[140] = x405;
  const x406 = x327 * x399;
  const x408 = 1 / x395;
  evaluateAdjointScratch[141] = x408;
  const x409 = (x406 - 1) + x408;
  evaluateAdjointScratch[142] = x409;
  const x411 = 2 / x395;
  evaluateAdjointScratch[143] = x411;
  const x412 = x411 - 1;
  evaluateAdjointScratch[144] = x412;
  const x416 = 3 * x404;
  evaluateAdjointScratch[145] = x416;
  const x417 = x416 * x327;
  evaluateAdjointScratch[146] = x417;
  const x419 = ((x404 * x412) + (x327 * x402)) + (x417 * x399);
  evaluateAdjointScratch[147] = x419;
  const x420 = 2 * x404;
  evaluateAdjointScratch[148] = x420;
  const x422 = x402 + (x420 * x399);
  evaluateAdjointScratch[149] = x422;
  const x423 = x404 * x422;
  evaluateAdjointScratch[150] = x423;
  const x426 = 2 * (x405 * x409);
  evaluateAdjointScratch[151] = x426;
  const x429 = Math.sqrt(((x419 * x419) - (x426 * x423)));
  evaluateAdjointScratch[152] = x429;
  const x430 = x419 + x429;
  const x431 = (2 * x423) / x430;
  const x434 = (x431 - x5) - q61;
  const x435 = 2 * x431;
  const x441 = 4 * q61;
  const x444 = Math.sqrt(((x434 * x434) + (x441 * x431)));
  const x445 = ((x431 + x5) + q61) + x444;
  const x446 = (x435 * x5) / x445;
  const x447 = x5 - x446;
  const x449 = 2 * x399;
  const x450 = x449 * x240;
  const x451 = 0.5 * x327;
  const x453 = (x451 * x431) / x404;
  const x454 = 1 - x453;
  const x457 = x412 + x406;
  const x458 = ((x402 + x431) + (x450 * x454)) / x457;
  const x463 = (q62 > 0) && (x447 > 1e-10);
  let x473: number;
  if (x463) {
    x464 = x240 / x402;
    x465 = x327 + x464;
    x467 = q62 * x327;
    x469 = x467 * q63;
    x470 = (q5 * x465) / x469;
    x473 = x470 * x447;
  } else {
    x473 = 583461742500000;
  }
  const x475 = q64 > 0;
  let x493: number;
  if (x475) {
    x476 = x327 * x431;
    x478 = x404 + x476;
    x479 = (x404 * x476) / x478;
    x481 = (x404 - x479) / q64;
    const x484 = 1 + (q65 * x25);
    x485 = (x484 >= 0.1) ? 1 : 0;
    if (x485) {
      x491 = x484;
    } else {
      x489 = 0.30000000000000004 - (2 * x484);
      x490 = (0.1 * (0.2 - x484)) / x489;
      x491 = x490;
    }
    x492 = x481 / x491;
    x493 = x492;
  } else {
    x493 = 583461742500000;
  }
  const x495 = q[66]! / x402;
  const x497 = 1 + (x495 * x240);
  const x498 = x497 >= 0.1;
  let x504: number;
  if (x498) {
    x504 = x497;
  } else {
    x502 = 0.30000000000000004 - (2 * x497);
    x503 = (0.1 * (0.2 - x497)) / x502;
    x504 = x503;
  }
  const x506 = x473 + x493;
  const x507 = (x473 * x493) / x506;
  const x509 = x458 + (x504 * x507);
  const x511 = q68 > 0;
  let x521: number;
  if (x511) {
    const x513 = q67 * q63;
    x515 = (x447 > (x513 / 34)) ? 1 : 0;
    if (x515) {
      x516 = x513 / x447;
      x517 = Math.exp(x516);
      x518 = x517;
    } else {
      x518 = 583461742500000;
    }
    x520 = (x518 * q5) / q68;
    x521 = x520;
  } else {
    x521 = 583461742500000;
  }
  const x522 = x368 * q10;
  const x523 = x258 / q5;
  const x524 = x522 * x523;
  const x525 = x524 * x240;
  const x527 = (x451 * x446) / x404;
  const x528 = 1 - x527;
  const x530 = x446 / x402;
  const x531 = 1 + x530;
  const x532 = (x525 * x528) / x531;
  const x535 = 1 + (x532 * x276);
  const x536 = (x532 * x446) / x535;
  const x537 = x447 / x509;
  const x538 = 1 + x537;
  const x539 = x536 * x538;
  const x540 = x447 / x521;
  const x541 = 1 + x540;
  const x542 = x539 * x541;
  const x547 = (q69 > 0) && (q70 > 0);
  let x558: number;
  if (x547) {
    x549 = (x447 > (q70 / 34)) ? 1 : 0;
    if (x549) {
      x551 = q70 / x447;
      x553 = Math.exp((-x551));
      x554 = x553;
    } else {
      x554 = 1.713908431e-15;
    }
    x555 = q69 * x447;
    x556 = x555 * x554;
    x558 = x556 * x539;
  } else {
    x558 = 0;
  }
  const x562 = v3 - v4;
  const x564 = q85 * x562;
  const x565 = q89 > 0;
  let x582: number;
  if (x565) {
    x569 = ((q87 > 0) && (x562 >= q91)) ? 1 : 0;
    let x581: number;
    if (x569) {
      x572 = q93 / q86;
      x573 = x562 - q91;
      x581 = x564 + ((q93 - q89) + (x572 * x573));
    } else {
      x577 = x562 / q86;
      x578 = Math.expm1(x577);
      x581 = x564 + (q89 * x578);
    }
    x582 = x581;
  } else {
    x582 = x564;
  }
  const x586 = v3 - v5;
  const x587 = q85 * x586;
  const x588 = q88 > 0;
  let x603: number;
  if (x588) {
    x591 = ((q87 > 0) && (x586 >= q90)) ? 1 : 0;
    let x602: number;
    if (x591) {
      x593 = q92 / q86;
      x594 = x586 - q90;
      x602 = x587 + ((q92 - q88) + (x593 * x594));
    } else {
      x598 = x586 / q86;
      x599 = Math.expm1(x598);
      x602 = x587 + (q88 * x599);
    }
    x603 = x602;
  } else {
    x603 = x587;
  }
  const x606 = q0 * q106;
  const x608 = v[0]! - v4;
  const x609 = x606 * x608;
  evaluateAdjointScratch[153] = x609;
  const x611 = q0 * q107;
  const x613 = v[2]! - v5;
  const x614 = x611 * x613;
  evaluateAdjointScratch[154] = x614;
  const x616 = (x582 + x603) - x558;
  const x617 = q0 * x616;
  evaluateAdjointScratch[155] = x617;
  let x620: number;
  if (x2) {
    x620 = x542 + x558;
  } else {
    x620 = -x542;
  }
  const x621 = x620 - x582;
  const x623 = (q0 * x621) - x609;
  evaluateAdjointScratch[156] = x623;
  let x626: number;
  if (x2) {
    x626 = -x542;
  } else {
    x626 = x542 + x558;
  }
  const x627 = x626 - x603;
  const x629 = (q0 * x627) - x614;
  evaluateAdjointScratch[157] = x629;
  const x637 = w[2]! - w5;
  const x639 = w5 * q0;
  const x641 = x2 ? (-x639) : x639;
  const x642 = x2 ? 0 : x639;
  const x644 = w[0]! - w4;
  const x647 = w4 * q0;
  let x652: number;
  let x653: number;
  if (x2) {
    x652 = x641 + x647;
    x653 = x642 + x647;
  } else {
    x652 = x641 - x647;
    x653 = x642;
  }
  const x656 = w3 * q0;
  const x658 = x653 - x656;
  const x659 = x656 - x647;
  const x660 = x656 - x639;
  const x661 = x637 * x613;
  const x662 = x637 * x611;
  evaluateAdjointScratch[158] = x662;
  const x666 = x661 * q0;
  evaluateAdjointScratch[159] = x666;
  const x667 = x644 * x608;
  const x668 = x644 * x606;
  evaluateAdjointScratch[160] = x668;
  const x671 = ((((w5 * x627) + (w4 * x621)) + (w3 * x616)) + (x661 * q107)) + (x667 * q106);
  evaluateAdjointScratch[161] = x671;
  const x672 = x667 * q0;
  evaluateAdjointScratch[162] = x672;
  let x693: number;
  let x694: number;
  let x695: number;
  let x696: number;
  let x697: number;
  if (x588) {
    let x688: number;
    let x689: number;
    let x690: number;
    let x691: number;
    let x692: number;
    if (x591) {
      const x674 = x660 * x593;
      const x676 = (x660 * x594) / q86;
      x688 = x674;
      x689 = -x674;
      x690 = x676 + x660;
      x691 = -(x676 * x593);
      x692 = x639 - x656;
    } else {
      const x685 = ((x660 * q88) * (x599 + 1)) / q86;
      x688 = x685;
      x689 = 0;
      x690 = 0;
      x691 = -(x685 * x598);
      x692 = x660 * x599;
    }
    x693 = x688;
    x694 = x689;
    x695 = x690;
    x696 = x691;
    x697 = x692;
  } else {
    x693 = 0;
    x694 = 0;
    x695 = 0;
    x696 = 0;
    x697 = 0;
  }
  evaluateAdjointScratch[163] = x694;
  evaluateAdjointScratch[164] = x695;
  evaluateAdjointScratch[165] = x697;
  const x700 = x693 + (x660 * q85);
  const x702 = (-x662) - x700;
  evaluateAdjointScratch[166] = x702;
  let x725: number;
  let x726: number;
  let x727: number;
  let x728: number;
  let x729: number;
  if (x565) {
    let x720: number;
    let x721: number;
    let x722: number;
    let x723: number;
    let x724: number;
    if (x569) {
      const x704 = x659 * x572;
      const x706 = (x659 * x573) / q86;
      x720 = x704;
      x721 = -x704;
      x722 = x706 + x659;
      x723 = x696 - (x706 * x572);
      x724 = x647 - x656;
    } else {
      const x716 = ((x659 * q89) * (x578 + 1)) / q86;
      x720 = x716;
      x721 = 0;
      x722 = 0;
      x723 = x696 - (x716 * x577);
      x724 = x659 * x578;
    }
    x725 = x720;
    x726 = x721;
    x727 = x722;
    x728 = x723;
    x729 = x724;
  } else {
    x725 = 0;
    x726 = 0;
    x727 = 0;
    x728 = x696;
    x729 = 0;
  }
  evaluateAdjointScratch[167] = x726;
  evaluateAdjointScratch[168] = x727;
  evaluateAdjointScratch[169] = x728;
  evaluateAdjointScratch[170] = x729;
  const x731 = (x660 * x586) + (x659 * x562);
  evaluateAdjointScratch[171] = x731;
  const x733 = x725 + (x659 * q85);
  const x734 = x700 + x733;
  evaluateAdjointScratch[172] = x734;
  const x736 = (-x668) - x733;
  evaluateAdjointScratch[173] = x736;
  let x752: number;
  let x753: number;
  let x754: number;
  let x755: number;
  if (x547) {
    const x737 = x658 * x539;
    const x739 = x737 * x554;
    const x740 = x737 * x555;
    const x742 = x739 * q69;
    let x750: number;
    let x751: number;
    if (x549) {
      const x745 = (x740 * x553) / x447;
      x750 = -x745;
      x751 = x742 + (x745 * x551);
    } else {
      x750 = 0;
      x751 = x742;
    }
    x752 = x658 * x556;
    x753 = x739 * x447;
    x754 = x751;
    x755 = x750;
  } else {
    x752 = 0;
    x753 = 0;
    x754 = 0;
    x755 = 0;
  }
  evaluateAdjointScratch[174] = x753;
  evaluateAdjointScratch[175] = x755;
  const x757 = x752 + (x652 * x541);
  const x759 = (x652 * x539) / x521;
  const x761 = x759 * x540;
  const x765 = (x757 * x536) / x509;
  const x766 = (x754 + x759) + x765;
  const x767 = x765 * x537;
  const x769 = (x757 * x538) / x535;
  const x770 = x769 * x536;
  const x774 = x770 * x532;
  evaluateAdjointScratch[176] = x774;
  const x779 = ((x769 * x446) - (x770 * x276)) / x531;
  const x782 = (x779 * x532) / x402;
  const x787 = x779 * x528;
  const x790 = (x779 * x525) / x404;
  const x792 = x790 * x527;
  const x799 = x787 * x240;
  const x801 = x799 * x523;
  const x803 = (x799 * x522) / q5;
  evaluateAdjointScratch[177] = x803;
  const x805 = -(x803 * x523);
  const x806 = x801 * q10;
  evaluateAdjointScratch[178] = x806;
  const x807 = x801 * x368;
  evaluateAdjointScratch[179] = x807;
  let x828: number;
  let x829: number;
  let x830: number;
  let x831: number;
  let x832: number;
  if (x511) {
    const x808 = x761 / q68;
    const x812 = x808 * q5;
    let x824: number;
    let x825: number;
    if (x515) {
      const x819 = (x812 * x517) / x447;
      x824 = -x819;
      x825 = x766 + (x819 * x516);
    } else {
      x824 = 0;
      x825 = x766;
    }
    x828 = x808 * x520;
    x829 = x805 - (x808 * x518);
    x830 = x825;
    x831 = x824 * q63;
    x832 = x824 * q67;
  } else {
    x828 = 0;
    x829 = x805;
    x830 = x766;
    x831 = 0;
    x832 = 0;
  }
  evaluateAdjointScratch[180] = x828;
  evaluateAdjointScratch[181] = x831;
  const x833 = x767 * x507;
  const x834 = -x833;
  const x837 = (x767 * x504) / x506;
  const x839 = x837 * x507;
  const x843 = x839 - (x837 * x493);
  const x846 = x839 - (x837 * x473);
  let x856: number;
  if (x498) {
    x856 = x834;
  } else {
    const x847 = x833 / x502;
    x856 = (x847 * 0.1) - ((x847 * x503) * 2);
  }
  const x859 = (x787 * x524) + (x856 * x495);
  const x860 = (x856 * x240) / x402;
  evaluateAdjointScratch[182] = x860;
  const x863 = (x782 * x530) - (x860 * x495);
  let x897: number;
  let x898: number;
  let x899: number;
  let x900: number;
  let x901: number;
  let x902: number;
  if (x475) {
    const x864 = x846 / x491;
    const x865 = x864 * x492;
    const x866 = -x865;
    let x876: number;
    if (x485) {
      x876 = x866;
    } else {
      const x867 = x865 / x489;
      x876 = (x867 * 0.1) - ((x867 * x490) * 2);
    }
    const x879 = x864 / q64;
    const x884 = x879 / x478;
    const x886 = x884 * x479;
    const x894 = x886 - (x884 * x404);
    x897 = x876 * x25;
    x898 = x876 * q65;
    x899 = -(x879 * x481);
    x900 = ((x792 + x879) + x886) - (x884 * x476);
    x901 = x894 * x431;
    x902 = x894 * x327;
  } else {
    x897 = 0;
    x898 = 0;
    x899 = 0;
    x900 = x792;
    x901 = 0;
    x902 = 0;
  }
  evaluateAdjointScratch[183] = x897;
  evaluateAdjointScratch[184] = x898;
  evaluateAdjointScratch[185] = x899;
  let x928: number;
  let x929: number;
  let x930: number;
  let x931: number;
  let x932: number;
  let x933: number;
  let x934: number;
  if (x463) {
    const x906 = (x843 * x447) / x469;
    const x907 = x906 * x470;
    const x909 = x907 * q63;
    const x921 = x906 * q5;
    const x923 = x921 / x402;
    x928 = x830 + (x843 * x470);
    x929 = x832 - (x907 * x467);
    x930 = -(x909 * x327);
    x931 = (x901 - (x909 * q62)) + x921;
    x932 = x829 + (x906 * x465);
    x933 = x859 + x923;
    x934 = x863 - (x923 * x464);
  } else {
    x928 = x830;
    x929 = x832;
    x930 = 0;
    x931 = x901;
    x932 = x829;
    x933 = x859;
    x934 = x863;
  }
  evaluateAdjointScratch[186] = x929;
  evaluateAdjointScratch[187] = x930;
  evaluateAdjointScratch[188] = x932;
  const x935 = x767 / x457;
  const x937 = x935 * x458;
  evaluateAdjointScratch[189] = x937;
  const x939 = x935 * x454;
  const x943 = (x935 * x450) / x404;
  const x946 = x900 - (x943 * x453);
  evaluateAdjointScratch[190] = x946;
  const x952 = x931 + (((x943 * x431) - (x790 * x446)) * 0.5);
  evaluateAdjointScratch[191] = x952;
  const x957 = x933 - (x939 * x449);
  evaluateAdjointScratch[192] = x957;
  const x958 = (x939 * x240) * 2;
  evaluateAdjointScratch[193] = x958;
  const x960 = x934 - x935;
  evaluateAdjointScratch[194] = x960;
  const x964 = ((((x769 * x532) - x782) - (x790 * x451)) - x928) / x445;
  const x965 = x964 * x446;
  let x969: number;
  if ((x444 > 0)) {
    x969 = 0.5 / x444;
  } else {
    x969 = 0;
  }
  const x970 = x965 * x969;
  const x979 = x970 * x434;
  const x990 = x979 + x979;
  const x991 = ((-((x970 * x431) * 4)) - x965) + x990;
  evaluateAdjointScratch[195] = x991;
  const x993 = ((x928 - x965) + (x964 * x435)) + x990;
  evaluateAdjointScratch[196] = x993;
  const x994 = ((((((x902 + (x943 * x451)) - x935) - (x970 * x441)) - x965) + ((x964 * x5) * 2)) + ((-x979) - x979)) / x430;
  evaluateAdjointScratch[197] = x994;
  const x995 = x994 * x431;
  evaluateAdjointScratch[198] = x995;
  const x996 = -x995;
  evaluateAdjointScratch[199] = x996;
  const x997 = x429 > 0;
  evaluateAdjointScratch[200] = x997 ? 1 : 0;
}

function evaluateAdjoint2(q: Float64Array, v: Float64Array, w: Float64Array, f: Float64Array, qs: Float64Array, vs: Float64Array): void {
  const x997 = evaluateAdjointScratch[200]!;
  const x429 = evaluateAdjointScratch[152]!;
  const x995 = evaluateAdjointScratch[198]!;
  const x423 = evaluateAdjointScratch[150]!;
  const x426 = evaluateAdjointScratch[151]!;
  const x419 = evaluateAdjointScratch[147]!;
  const x996 = evaluateAdjointScratch[199]!;
  const x994 = evaluateAdjointScratch[197]!;
  const x422 = evaluateAdjointScratch[149]!;
  const x946 = evaluateAdjointScratch[190]!;
  const x404 = evaluateAdjointScratch[139]!;
  const x960 = evaluateAdjointScratch[194]!;
  const x399 = evaluateAdjointScratch[136]!;
  const x420 = evaluateAdjointScratch[148]!;
  const x958 = evaluateAdjointScratch[193]!;
  const x417 = evaluateAdjointScratch[146]!;
  const x327 = evaluateAdjointScratch[112]!;
  const x416 = evaluateAdjointScratch[145]!;
  const x952 = evaluateAdjointScratch[191]!;
  const x402 = evaluateAdjointScratch[138]!;
  const x412 = evaluateAdjointScratch[144]!;
  const x937 = evaluateAdjointScratch[189]!;
  const x395 = evaluateAdjointScratch[133]!;
  const x411 = evaluateAdjointScratch[143]!;
  const x409 = evaluateAdjointScratch[142]!;
  const x405 = evaluateAdjointScratch[140]!;
  const x408 = evaluateAdjointScratch[141]!;
  const x957 = evaluateAdjointScratch[192]!;
  const q5 = q[5]!;
  const x401 = evaluateAdjointScratch[137]!;
  const x932 = evaluateAdjointScratch[188]!;
  const x368 = evaluateAdjointScratch[126]!;
  const x806 = evaluateAdjointScratch[178]!;
  const x276 = evaluateAdjointScratch[92]!;
  const x398 = evaluateAdjointScratch[135]!;
  const x774 = evaluateAdjointScratch[176]!;
  const q10 = q[10]!;
  const x397 = evaluateAdjointScratch[134]!;
  const x807 = evaluateAdjointScratch[179]!;
  const q58 = q[58]!;
  const x803 = evaluateAdjointScratch[177]!;
  const x258 = evaluateAdjointScratch[87]!;
  const x371 = evaluateAdjointScratch[127]!;
  const x380 = evaluateAdjointScratch[129]!;
  const x375 = evaluateAdjointScratch[128]!;
  const x240 = evaluateAdjointScratch[82]!;
  const q59 = q[59]!;
  const x384 = evaluateAdjointScratch[130]!;
  const x391 = evaluateAdjointScratch[132]!;
  const x387 = evaluateAdjointScratch[131]!;
  const x367 = evaluateAdjointScratch[125]!;
  const x359 = evaluateAdjointScratch[122]!;
  const x365 = evaluateAdjointScratch[123]!;
  const x366 = evaluateAdjointScratch[124]!;
  const x329 = evaluateAdjointScratch[113]!;
  const x338 = evaluateAdjointScratch[115]!;
  const x331 = evaluateAdjointScratch[114]!;
  const q55 = q[55]!;
  const x25 = evaluateAdjointScratch[5]!;
  const q56 = q[56]!;
  const x898 = evaluateAdjointScratch[184]!;
  const q9 = q[9]!;
  const x343 = evaluateAdjointScratch[117]!;
  const x347 = evaluateAdjointScratch[118]!;
  const x342 = evaluateAdjointScratch[116]!;
  const x353 = evaluateAdjointScratch[121]!;
  const x351 = evaluateAdjointScratch[120]!;
  const x350 = evaluateAdjointScratch[119]!;
  const x303 = evaluateAdjointScratch[103]!;
  const x320 = evaluateAdjointScratch[109]!;
  const x324 = evaluateAdjointScratch[110]!;
  const x325 = evaluateAdjointScratch[111]!;
  const x317 = evaluateAdjointScratch[108]!;
  const x284 = evaluateAdjointScratch[96]!;
  const x316 = evaluateAdjointScratch[107]!;
  const x315 = evaluateAdjointScratch[106]!;
  const x314 = evaluateAdjointScratch[105]!;
  const q48 = q[48]!;
  const x313 = evaluateAdjointScratch[104]!;
  const q49 = q[49]!;
  const x278 = evaluateAdjointScratch[93]!;
  const x297 = evaluateAdjointScratch[100]!;
  const x301 = evaluateAdjointScratch[101]!;
  const x302 = evaluateAdjointScratch[102]!;
  const q52 = q[52]!;
  const x291 = evaluateAdjointScratch[99]!;
  const x289 = evaluateAdjointScratch[97]!;
  const x290 = evaluateAdjointScratch[98]!;
  const x283 = evaluateAdjointScratch[95]!;
  const x281 = evaluateAdjointScratch[94]!;
  const x43 = evaluateAdjointScratch[11]!;
  const q53 = q[53]!;
  const x39 = evaluateAdjointScratch[10]!;
  const x275 = evaluateAdjointScratch[91]!;
  const q45 = q[45]!;
  const x267 = evaluateAdjointScratch[88]!;
  const x273 = evaluateAdjointScratch[89]!;
  const x274 = evaluateAdjointScratch[90]!;
  const x244 = evaluateAdjointScratch[83]!;
  const q47 = q[47]!;
  const q46 = q[46]!;
  const x250 = evaluateAdjointScratch[84]!;
  const x256 = evaluateAdjointScratch[85]!;
  const x257 = evaluateAdjointScratch[86]!;
  const q44 = q[44]!;
  const q43 = q[43]!;
  const x216 = evaluateAdjointScratch[68]!;
  const x217 = evaluateAdjointScratch[69]!;
  const x224 = evaluateAdjointScratch[73]!;
  const x220 = evaluateAdjointScratch[70]!;
  const x222 = evaluateAdjointScratch[71]!;
  const x223 = evaluateAdjointScratch[72]!;
  const q11 = q[11]!;
  const x166 = evaluateAdjointScratch[52]!;
  const q42 = q[42]!;
  const x237 = evaluateAdjointScratch[80]!;
  const x238 = evaluateAdjointScratch[81]!;
  const x235 = evaluateAdjointScratch[79]!;
  const x234 = evaluateAdjointScratch[78]!;
  const x233 = evaluateAdjointScratch[77]!;
  const x210 = evaluateAdjointScratch[65]!;
  const x230 = evaluateAdjointScratch[76]!;
  const x227 = evaluateAdjointScratch[74]!;
  const x228 = evaluateAdjointScratch[75]!;
  const x215 = evaluateAdjointScratch[67]!;
  const x211 = evaluateAdjointScratch[66]!;
  const x208 = evaluateAdjointScratch[64]!;
  const x176 = evaluateAdjointScratch[53]!;
  const x201 = evaluateAdjointScratch[63]!;
  const x197 = evaluateAdjointScratch[62]!;
  const x183 = evaluateAdjointScratch[55]!;
  const x194 = evaluateAdjointScratch[61]!;
  const x190 = evaluateAdjointScratch[59]!;
  const x192 = evaluateAdjointScratch[60]!;
  const x189 = evaluateAdjointScratch[58]!;
  const x188 = evaluateAdjointScratch[57]!;
  const x186 = evaluateAdjointScratch[56]!;
  const x182 = evaluateAdjointScratch[54]!;
  const x159 = evaluateAdjointScratch[49]!;
  const x164 = evaluateAdjointScratch[50]!;
  const x165 = evaluateAdjointScratch[51]!;
  const x158 = evaluateAdjointScratch[48]!;
  const x153 = evaluateAdjointScratch[47]!;
  const x87 = evaluateAdjointScratch[30]!;
  const x148 = evaluateAdjointScratch[46]!;
  const x5 = evaluateAdjointScratch[1]!;
  const q39 = q[39]!;
  const x993 = evaluateAdjointScratch[196]!;
  const q38 = q[38]!;
  const q22 = q[22]!;
  const q30 = q[30]!;
  const x134 = evaluateAdjointScratch[45]!;
  const q29 = q[29]!;
  const q18 = q[18]!;
  const x129 = evaluateAdjointScratch[44]!;
  const x100 = evaluateAdjointScratch[38]!;
  const q26 = q[26]!;
  const q23 = q[23]!;
  const q21 = q[21]!;
  const q20 = q[20]!;
  const x116 = evaluateAdjointScratch[43]!;
  const q33 = q[33]!;
  const x114 = evaluateAdjointScratch[42]!;
  const x106 = evaluateAdjointScratch[39]!;
  const x112 = evaluateAdjointScratch[40]!;
  const x113 = evaluateAdjointScratch[41]!;
  const q32 = q[32]!;
  const x99 = evaluateAdjointScratch[37]!;
  const x97 = evaluateAdjointScratch[36]!;
  const x94 = evaluateAdjointScratch[34]!;
  const x96 = evaluateAdjointScratch[35]!;
  const x72 = evaluateAdjointScratch[23]!;
  const x93 = evaluateAdjointScratch[33]!;
  const x91 = evaluateAdjointScratch[32]!;
  const q6 = q[6]!;
  const x89 = evaluateAdjointScratch[31]!;
  const x86 = evaluateAdjointScratch[29]!;
  const x83 = evaluateAdjointScratch[28]!;
  const x79 = evaluateAdjointScratch[26]!;
  const x81 = evaluateAdjointScratch[27]!;
  const x61 = evaluateAdjointScratch[18]!;
  const x77 = evaluateAdjointScratch[25]!;
  const x74 = evaluateAdjointScratch[24]!;
  const x71 = evaluateAdjointScratch[22]!;
  const x46 = evaluateAdjointScratch[13]!;
  const x64 = evaluateAdjointScratch[19]!;
  const x69 = evaluateAdjointScratch[20]!;
  const x70 = evaluateAdjointScratch[21]!;
  const q28 = q[28]!;
  const x60 = evaluateAdjointScratch[17]!;
  const x50 = evaluateAdjointScratch[14]!;
  const x58 = evaluateAdjointScratch[15]!;
  const x59 = evaluateAdjointScratch[16]!;
  const q25 = q[25]!;
  const x45 = evaluateAdjointScratch[12]!;
  const q12 = q[12]!;
  const q14 = q[14]!;
  const q17 = q[17]!;
  const x27 = evaluateAdjointScratch[6]!;
  const x34 = evaluateAdjointScratch[7]!;
  const x35 = evaluateAdjointScratch[8]!;
  const x37 = evaluateAdjointScratch[9]!;
  const x24 = evaluateAdjointScratch[4]!;
  const x20 = evaluateAdjointScratch[3]!;
  const x14 = evaluateAdjointScratch[2]!;
  const x734 = evaluateAdjointScratch[172]!;
  const x2 = evaluateAdjointScratch[0]!;
  const x702 = evaluateAdjointScratch[166]!;
  const x736 = evaluateAdjointScratch[173]!;
  let x999: number;
  if (x997) {
    x999 = 0.5 / x429;
  } else {
    x999 = 0;
  }
  const x1000 = x995 * x999;
  const x1004 = (x1000 * x423) * 2;
  const x1005 = x1000 * x419;
  const x1008 = (x996 - x1005) - x1005;
  const x1010 = (x1000 * x426) + (x994 * 2);
  const x1013 = x1010 * x404;
  const x1020 = x1008 * x399;
  const x1031 = (x960 + x1013) + (x1008 * x327);
  const x1033 = (((x946 + (x1010 * x422)) + ((x1013 * x399) * 2)) + ((x1020 * x327) * 3)) + (x1008 * x412);
  const x1037 = ((x937 + (x1008 * x404)) / x395) * x411;
  const x1040 = x1004 * x405;
  const x1042 = (x1040 / x395) * x408;
  const x1044 = (-x1037) - x1042;
  const x1045 = x937 + x1040;
  const x1049 = (((x1013 * x420) - x958) + (x1008 * x417)) + (x1045 * x327);
  const x1052 = x957 + x1033;
  const x1053 = x1033 * 2;
  const x1057 = (x1031 * q5) / x368;
  const x1062 = x1049 * x276;
  const x1064 = (x1049 * x398) - x774;
  const x1065 = x1062 * q10;
  const x1067 = x807 + (x1062 * x397);
  const x1069 = x803 + (x1065 * q58);
  const x1071 = (x1057 * 2) + (x1065 * x258);
  evaluateAdjointScratch[201] = x1071;
  let x1106: number;
  let x1107: number;
  let x1108: number;
  if (x371) {
    const x1073 = (x1042 + x1037) * 0.5;
    let x1076: number;
    if ((x380 > 0)) {
      x1076 = 0.5 / x380;
    } else {
      x1076 = 0;
    }
    const x1077 = x1073 * x1076;
    const x1079 = x1077 * x375;
    const x1081 = (x1073 + x1079) + x1079;
    x1106 = -(x1081 * x240);
    x1107 = x1052 - (x1081 * q59);
    x1108 = -((x1077 * 0.0004) + x1081);
  } else {
    let x1103: number;
    let x1104: number;
    let x1105: number;
    if (x384) {
      const x1090 = x1044 * 0.5;
      let x1093: number;
      if ((x391 > 0)) {
        x1093 = 0.5 / x391;
      } else {
        x1093 = 0;
      }
      const x1094 = x1090 * x1093;
      const x1096 = x1094 * x387;
      const x1098 = (x1090 + x1096) + x1096;
      x1103 = (x1094 * 0.0004) + x1098;
      x1104 = x1098 * x240;
      x1105 = x1052 + (x1098 * q59);
    } else {
      x1103 = x1044;
      x1104 = 0;
      x1105 = x1052;
    }
    x1106 = x1104;
    x1107 = x1105;
    x1108 = x1103;
  }
  evaluateAdjointScratch[202] = x1106;
  evaluateAdjointScratch[203] = x1108;
  const x1109 = (x806 - (x1057 * x401)) / x367;
  evaluateAdjointScratch[204] = x1109;
  const x1110 = x1109 * x368;
  const x1111 = -x1110;
  let x1121: number;
  if (x359) {
    x1121 = x1111;
  } else {
    const x1112 = x1110 / x365;
    x1121 = (x1112 * 0.2) - ((x1112 * x366) * 2);
  }
  let x1162: number;
  let x1163: number;
  let x1164: number;
  let x1165: number;
  let x1166: number;
  let x1167: number;
  let x1168: number;
  if (x329) {
    const x1123 = x1121 * x331;
    const x1130 = ((x1121 * x338) + (x1123 * q55)) / q9;
    x1162 = x1123 * x331;
    x1163 = x1123;
    x1164 = x1123 * x25;
    x1165 = x898 + (x1123 * q56);
    x1166 = x1107 + x1130;
    x1167 = -(x1130 * x331);
    x1168 = 0;
  } else {
    let x1152: number;
    let x1153: number;
    let x1154: number;
    let x1155: number;
    let x1156: number;
    if (x343) {
      const x1135 = x1121 * x342;
      x1152 = (x1121 * x347) + (x1135 * q55);
      x1153 = x1135 * x342;
      x1154 = x1135;
      x1155 = x1135 * x25;
      x1156 = x898 + (x1135 * q56);
    } else {
      const x1142 = x1121 * x353;
      const x1143 = x1121 * x351;
      const x1148 = x1142 * x342;
      x1152 = (x1142 * x350) + (x1148 * q55);
      x1153 = x1148 * x342;
      x1154 = x1148;
      x1155 = x1143 * x25;
      x1156 = x898 + (x1143 * q56);
    }
    const x1157 = x1152 / q9;
    x1162 = x1153;
    x1163 = x1154;
    x1164 = x1155;
    x1165 = x1156;
    x1166 = x1107 + x1157;
    x1167 = -(x1157 * x342);
    x1168 = x1157 * 2;
  }
  evaluateAdjointScratch[205] = x1162;
  evaluateAdjointScratch[206] = x1163;
  evaluateAdjointScratch[207] = x1164;
  evaluateAdjointScratch[208] = x1167;
  const x1169 = ((((x952 + (x1020 * x416)) + (x1008 * x402)) + (x1045 * x399)) + ((x1004 * x409) * 2)) / x303;
  const x1170 = x1169 * x327;
  const x1171 = -x1170;
  let x1179: number;
  if (x320) {
    x1179 = x1169;
  } else {
    const x1172 = x1169 / x324;
    x1179 = ((x1172 * x325) * 2) - (x1172 * 0.1);
  }
  const x1181 = x1179 * x240;
  const x1186 = x1181 * x284;
  const x1190 = x1186 * x284;
  const x1195 = x1190 * x284;
  const x1200 = x1195 * q48;
  const x1207 = -(x1200 * x278);
  evaluateAdjointScratch[209] = x1207;
  let x1217: number;
  if (x297) {
    x1217 = x1171;
  } else {
    const x1208 = x1170 / x301;
    x1217 = (x1208 * 0.1) - ((x1208 * x302) * 2);
  }
  const x1218 = x1217 * x25;
  evaluateAdjointScratch[210] = x1218;
  const x1223 = x1179 * x278;
  const x1224 = x1223 / x289;
  evaluateAdjointScratch[211] = x1224;
  const x1225 = x1224 * x290;
  const x1226 = -x1225;
  evaluateAdjointScratch[212] = x1226;
  const x1228 = (x1223 * x284) - (x1195 * x313);
  evaluateAdjointScratch[213] = x1228;
  const x1231 = ((((-(x1181 * x316)) - (x1186 * x315)) - (x1190 * x314)) + (x1223 * q48)) / x283;
  const x1233 = x1231 * x284;
  let x1240: number;
  if ((x281 > 0)) {
    x1240 = 0.5 / x281;
  } else {
    x1240 = 0;
  }
  const x1241 = (x1233 * 2) * x1240;
  const x1244 = -(x1241 * x43);
  evaluateAdjointScratch[214] = x1244;
  const x1247 = ((x1179 * x291) - (x1200 * q49)) / x39;
  const x1251 = x1064 * x275;
  evaluateAdjointScratch[215] = x1251;
  const x1252 = x1064 * q45;
  let x1260: number;
  if (x267) {
    x1260 = x1252;
  } else {
    const x1253 = x1252 / x273;
    x1260 = ((x1253 * x274) * 2) - (x1253 * 0.1);
  }
  const x1261 = x1260 * x244;
  evaluateAdjointScratch[216] = x1261;
  const x1262 = x1260 * q47;
  const x1263 = x1260 * x240;
  evaluateAdjointScratch[217] = x1263;
  let x1273: number;
  if (x250) {
    x1273 = x1069;
  } else {
    const x1266 = x1069 / x256;
    x1273 = ((x1266 * x257) * 2) - (x1266 * 2e-8);
  }
  const x1276 = x1273 * 2;
  const x1279 = -(x1276 * x244);
  evaluateAdjointScratch[218] = x1279;
  const x1280 = x1276 * q44;
  const x1286 = -(x1276 * x240);
  evaluateAdjointScratch[219] = x1286;
  const x1289 = ((x1166 - (x1179 * x317)) + (x1260 * q46)) - (x1276 * q43);
  let x1346: number;
  let x1347: number;
  let x1348: number;
  let x1349: number;
  let x1350: number;
  let x1351: number;
  let x1352: number;
  let x1353: number;
  let x1354: number;
  if (x216) {
    x1346 = x1289;
    x1347 = 0;
    x1348 = x1053;
    x1349 = 0;
    x1350 = x1067;
    x1351 = 0;
    x1352 = 0;
    x1353 = 0;
    x1354 = 0;
  } else {
    let x1337: number;
    let x1338: number;
    let x1339: number;
    let x1340: number;
    let x1341: number;
    let x1342: number;
    let x1343: number;
    let x1344: number;
    let x1345: number;
    if (x217) {
      const x1293 = ((x1289 * x220) * x224) / x222;
      const x1294 = x1293 * x223;
      const x1302 = (x1289 * x224) / q10;
      x1337 = -(x1294 * q11);
      x1338 = (x1053 - (x1294 * x166)) + (x1302 * q42);
      x1339 = x1293;
      x1340 = -x1293;
      x1341 = x1067 - (x1302 * x220);
      x1342 = x1302 * q11;
      x1343 = 0;
      x1344 = 0;
      x1345 = 0;
    } else {
      const x1309 = x1289 / x237;
      const x1310 = x1309 * x238;
      const x1318 = (x1310 * x235) / x233;
      const x1320 = x1318 * x234;
      const x1332 = x1309 * x210;
      let x1336: number;
      if (x227) {
        x1336 = 0;
      } else {
        x1336 = (x1332 / (1 + x228)) * x228;
      }
      x1337 = 0;
      x1338 = x1053 + (x1320 * q42);
      x1339 = 0;
      x1340 = 0;
      x1341 = x1067 - (x1318 * x210);
      x1342 = x1320 * q11;
      x1343 = -((x1310 * x234) * x235);
      x1344 = (x1309 * x230) - (x1318 * q10);
      x1345 = x1336;
    }
    x1346 = x1339;
    x1347 = x1337;
    x1348 = x1338;
    x1349 = x1340;
    x1350 = x1341;
    x1351 = x1342;
    x1352 = x1343;
    x1353 = x1344;
    x1354 = x1345;
  }
  evaluateAdjointScratch[220] = x1351;
  const x1355 = x1352 / x210;
  const x1362 = x1349 + (x1355 * 2);
  evaluateAdjointScratch[221] = x1362;
  const x1363 = x1354 / x210;
  const x1364 = (x1346 - x1355) + x1363;
  const x1367 = (x1353 - (x1355 * x215)) - (x1363 * x211);
  const x1370 = x1348 + (x1367 * x208);
  evaluateAdjointScratch[222] = x1370;
  const x1372 = x1347 + ((x1367 * q11) * 2);
  const x1374 = x1168 - x1364;
  evaluateAdjointScratch[223] = x1374;
  let x1417: number;
  let x1418: number;
  let x1419: number;
  let x1420: number;
  if (x176) {
    const x1375 = x1364 * 0.5;
    let x1378: number;
    if ((x201 > 0)) {
      x1378 = 0.5 / x201;
    } else {
      x1378 = 0;
    }
    const x1380 = (x1375 * x1378) * x197;
    const x1384 = ((x1375 + x1380) + x1380) / x183;
    const x1394 = (-(x1384 * x192)) - ((x1384 * x190) * 0.5);
    let x1400: number;
    if ((x188 > 0)) {
      x1400 = 0.5 / x188;
    } else {
      x1400 = 0;
    }
    const x1402 = ((x1394 * x183) * x1400) / x183;
    const x1406 = x1402 * 2;
    const x1409 = (((x1384 * x194) + (x1394 * x189)) - (x1402 * x186)) / x182;
    const x1412 = (x1409 * x183) * q10;
    x1417 = x1364 + x1406;
    x1418 = -x1406;
    x1419 = (x1350 - x1412) - x1412;
    x1420 = x1409 * 1.6597727086e-23;
  } else {
    x1417 = x1364;
    x1418 = 0;
    x1419 = x1350;
    x1420 = 0;
  }
  evaluateAdjointScratch[224] = x1417;
  evaluateAdjointScratch[225] = x1418;
  evaluateAdjointScratch[226] = x1420;
  let x1428: number;
  if (x159) {
    x1428 = x1372;
  } else {
    const x1421 = x1372 / x164;
    x1428 = (x1421 * 3) - ((x1421 * x165) * 8);
  }
  const x1429 = x1428 / q10;
  evaluateAdjointScratch[227] = x1429;
  const x1432 = x1419 - (x1429 * x158);
  evaluateAdjointScratch[228] = x1432;
  const x1433 = x1429 / x43;
  const x1437 = x1433 * 1.03594e-10;
  evaluateAdjointScratch[229] = x1437;
  const x1438 = x1429 * x87;
  evaluateAdjointScratch[230] = x1438;
  const x1440 = x1438 * x5;
  evaluateAdjointScratch[231] = x1440;
  const x1443 = x1438 * x25;
  evaluateAdjointScratch[232] = x1443;
  const x1446 = x1364 - x1168;
  const x1447 = x1374 * x25;
  evaluateAdjointScratch[233] = x1447;
  const x1450 = x1374 * q30;
  const x1451 = x1374 * x134;
  evaluateAdjointScratch[234] = x1451;
  const x1452 = x1450 * x25;
  evaluateAdjointScratch[235] = x1452;
  const x1455 = x1446 * q18;
  const x1456 = x1446 * x129;
  evaluateAdjointScratch[236] = x1456;
  const x1457 = x1455 * x100;
  evaluateAdjointScratch[237] = x1457;
  const x1458 = x1455 * q26;
  const x1459 = x1455 * x87;
  evaluateAdjointScratch[238] = x1459;
  const x1461 = (x1429 * x148) + (x1455 * q23);
  const x1462 = x1446 * x25;
  evaluateAdjointScratch[239] = x1462;
  const x1466 = (x1247 * 0.5) + (x1374 * x39);
  evaluateAdjointScratch[240] = x1466;
  const x1469 = x1446 * x5;
  const x1471 = (x993 + (x1438 * q39)) + (x1446 * x116);
  const x1472 = x1469 * q33;
  const x1473 = x1469 * x114;
  evaluateAdjointScratch[241] = x1473;
  let x1481: number;
  if (x106) {
    x1481 = x1472;
  } else {
    const x1474 = x1472 / x112;
    x1481 = ((x1474 * x113) * 2) - (x1474 * 0.0001);
  }
  evaluateAdjointScratch[242] = x1481;
  const x1482 = x1481 * x25;
  evaluateAdjointScratch[243] = x1482;
  const x1488 = (x1458 * x99) + ((x1458 * x97) * 2);
  let x1491: number;
  if (x94) {
    x1491 = -(x1488 * x96);
  } else {
    x1491 = 0;
  }
  const x1492 = x1491 / x72;
  const x1493 = x1492 * x93;
  const x1495 = x1492 * q5;
  const x1500 = (x1273 - x1225) + (x1495 * x89);
  evaluateAdjointScratch[244] = x1500;
  const x1501 = (x1495 * q6) * 0.5;
  evaluateAdjointScratch[245] = x1501;
  const x1505 = (x1461 * x86) + ((x1461 * x83) * 2);
  let x1508: number;
  if (x79) {
    x1508 = -(x1505 * x81);
  } else {
    x1508 = 0;
  }
  const x1509 = x1508 / x61;
  const x1510 = x1509 * x77;
  const x1514 = ((((x932 + (x1031 * x401)) + x1231) - x1233) + (x1492 * x91)) + (x1509 * x74);
  evaluateAdjointScratch[246] = x1514;
  const x1515 = (x1509 * q5) * 0.5;
  evaluateAdjointScratch[247] = x1515;
  const x1518 = x1493 * x46;
  const x1519 = -x1518;
  let x1528: number;
  if (x64) {
    x1528 = x1519;
  } else {
    const x1520 = x1518 / x69;
    x1528 = ((x1520 * x70) * 8) - (x1520 * 3);
  }
  const x1529 = x1528 * x25;
  evaluateAdjointScratch[248] = x1529;
  const x1531 = ((((((x1165 + (x1217 * q52)) + (x1438 * q38)) + (x1374 * q22)) + (x1450 * q29)) + (x1446 * q21)) + (x1481 * q32)) + (x1528 * q28);
  const x1534 = (-(x1493 * x71)) - (x1510 * x60);
  const x1535 = x1510 * x46;
  const x1536 = -x1535;
  let x1545: number;
  if (x50) {
    x1545 = x1536;
  } else {
    const x1537 = x1535 / x58;
    x1545 = ((x1537 * x59) * 8) - (x1537 * 3);
  }
  const x1546 = x1545 * x25;
  evaluateAdjointScratch[249] = x1546;
  const x1548 = x1531 + (x1545 * q25);
  const x1549 = x1534 * x45;
  evaluateAdjointScratch[250] = x1549;
  let x1553: number;
  if ((x45 > 0)) {
    x1553 = 0.5 / x45;
  } else {
    x1553 = 0;
  }
  const x1556 = (((-(x1241 * q53)) - (x1433 * x153)) + ((x1534 * q12) * x1553)) / q14;
  const x1559 = (x1280 - x1262) - (x1556 * x43);
  evaluateAdjointScratch[251] = x1559;
  const x1560 = x1556 * x39;
  evaluateAdjointScratch[252] = x1560;
  const x1562 = (((x1262 - x1280) - (x1247 * x278)) + (x1374 * q20)) + (x1556 * q17);
  let x1577: number;
  let x1578: number;
  let x1579: number;
  if (x27) {
    const x1563 = x1562 / x34;
    const x1564 = x1563 * x35;
    x1577 = x1563;
    x1578 = x1418 - x1564;
    x1579 = x1548 - (x1564 * 0.5);
  } else {
    let x1572: number;
    if ((x37 > 0)) {
      x1572 = 0.5 / x37;
    } else {
      x1572 = 0;
    }
    const x1573 = x1562 * x1572;
    x1577 = 0;
    x1578 = x1418 + x1573;
    x1579 = x1548 - x1573;
  }
  evaluateAdjointScratch[253] = x1577;
  evaluateAdjointScratch[254] = x1578;
  const x1581 = x24 ? 0 : x1579;
  const x1582 = x1581 * 0.5;
  let x1585: number;
  if ((x20 > 0)) {
    x1585 = 0.5 / x20;
  } else {
    x1585 = 0;
  }
  const x1586 = x1582 * x1585;
  const x1591 = x1586 * x14;
  const x1593 = (x1582 + x1591) + x1591;
  const x1594 = (x24 ? x1579 : 0) + x1593;
  const x1596 = (x1581 - (x1586 * 0.004)) - x1593;
  evaluateAdjointScratch[255] = x1596;
  const x1597 = x734 + x1594;
  evaluateAdjointScratch[256] = x1597;
  const x1600 = (-x1594) - x1417;
  let x1603: number;
  let x1604: number;
  if (x2) {
    x1603 = x702 + x1600;
    x1604 = x736;
  } else {
    x1603 = x702;
    x1604 = x736 + x1600;
  }
  let x1611: number;
  let x1612: number;
  if (x2) {
    x1611 = x1604 + x1471;
    x1612 = x1603 - x1471;
  } else {
    x1611 = x1604 - x1471;
    x1612 = x1603 + x1471;
  }
  evaluateAdjointScratch[257] = x1611;
  evaluateAdjointScratch[258] = x1612;
}

export function evaluateAdjoint(q: Float64Array, v: Float64Array, w: Float64Array, f: Float64Array, qs: Float64Array, vs: Float64Array): void {
  evaluateAdjoint1(q, v, w, f, qs, vs);
  evaluateAdjoint2(q, v, w, f, qs, vs);
  f.fill(0);
  qs.fill(0);
  f[0] = evaluateAdjointScratch[153]!;
  f[2] = evaluateAdjointScratch[154]!;
  f[3] = evaluateAdjointScratch[155]!;
  f[4] = evaluateAdjointScratch[156]!;
  f[5] = evaluateAdjointScratch[157]!;
  qs[0] = evaluateAdjointScratch[161]!;
  qs[5] = evaluateAdjointScratch[246]!;
  qs[6] = evaluateAdjointScratch[244]!;
  qs[9] = evaluateAdjointScratch[208]!;
  qs[10] = evaluateAdjointScratch[228]!;
  qs[11] = evaluateAdjointScratch[222]!;
  qs[12] = evaluateAdjointScratch[250]!;
  qs[13] = evaluateAdjointScratch[254]!;
  qs[14] = evaluateAdjointScratch[251]!;
  qs[15] = evaluateAdjointScratch[253]!;
  qs[16] = evaluateAdjointScratch[255]!;
  qs[17] = evaluateAdjointScratch[252]!;
  qs[18] = evaluateAdjointScratch[236]!;
  qs[19] = evaluateAdjointScratch[223]!;
  qs[20] = evaluateAdjointScratch[240]!;
  qs[21] = evaluateAdjointScratch[239]!;
  qs[22] = evaluateAdjointScratch[233]!;
  qs[23] = evaluateAdjointScratch[238]!;
  qs[24] = evaluateAdjointScratch[247]!;
  qs[25] = evaluateAdjointScratch[249]!;
  qs[26] = evaluateAdjointScratch[237]!;
  qs[27] = evaluateAdjointScratch[245]!;
  qs[28] = evaluateAdjointScratch[248]!;
  qs[29] = evaluateAdjointScratch[235]!;
  qs[30] = evaluateAdjointScratch[234]!;
  qs[31] = evaluateAdjointScratch[242]!;
  qs[32] = evaluateAdjointScratch[243]!;
  qs[33] = evaluateAdjointScratch[241]!;
  qs[34] = evaluateAdjointScratch[225]!;
  qs[35] = evaluateAdjointScratch[226]!;
  qs[36] = evaluateAdjointScratch[229]!;
  qs[37] = evaluateAdjointScratch[230]!;
  qs[38] = evaluateAdjointScratch[232]!;
  qs[39] = evaluateAdjointScratch[231]!;
  qs[40] = evaluateAdjointScratch[227]!;
  qs[41] = evaluateAdjointScratch[221]!;
  qs[42] = evaluateAdjointScratch[220]!;
  qs[43] = evaluateAdjointScratch[219]!;
  qs[44] = evaluateAdjointScratch[218]!;
  qs[45] = evaluateAdjointScratch[215]!;
  qs[46] = evaluateAdjointScratch[217]!;
  qs[47] = evaluateAdjointScratch[216]!;
  qs[48] = evaluateAdjointScratch[213]!;
  qs[49] = evaluateAdjointScratch[209]!;
  qs[50] = evaluateAdjointScratch[211]!;
  qs[51] = evaluateAdjointScratch[212]!;
  qs[52] = evaluateAdjointScratch[210]!;
  qs[53] = evaluateAdjointScratch[214]!;
  qs[54] = evaluateAdjointScratch[206]!;
  qs[55] = evaluateAdjointScratch[205]!;
  qs[56] = evaluateAdjointScratch[207]!;
  qs[57] = evaluateAdjointScratch[204]!;
  qs[58] = evaluateAdjointScratch[201]!;
  qs[59] = evaluateAdjointScratch[202]!;
  qs[60] = evaluateAdjointScratch[203]!;
  qs[61] = evaluateAdjointScratch[195]!;
  qs[62] = evaluateAdjointScratch[187]!;
  qs[63] = evaluateAdjointScratch[186]!;
  qs[64] = evaluateAdjointScratch[185]!;
  qs[65] = evaluateAdjointScratch[183]!;
  qs[66] = evaluateAdjointScratch[182]!;
  qs[67] = evaluateAdjointScratch[181]!;
  qs[68] = evaluateAdjointScratch[180]!;
  qs[69] = evaluateAdjointScratch[174]!;
  qs[70] = evaluateAdjointScratch[175]!;
  qs[85] = evaluateAdjointScratch[171]!;
  qs[86] = evaluateAdjointScratch[169]!;
  qs[88] = evaluateAdjointScratch[165]!;
  qs[89] = evaluateAdjointScratch[170]!;
  qs[90] = evaluateAdjointScratch[163]!;
  qs[91] = evaluateAdjointScratch[167]!;
  qs[92] = evaluateAdjointScratch[164]!;
  qs[93] = evaluateAdjointScratch[168]!;
  qs[106] = evaluateAdjointScratch[162]!;
  qs[107] = evaluateAdjointScratch[159]!;
  vs[0] = evaluateAdjointScratch[160]!;
  vs[1] = evaluateAdjointScratch[224]!;
  vs[2] = evaluateAdjointScratch[158]!;
  vs[3] = evaluateAdjointScratch[256]!;
  vs[4] = evaluateAdjointScratch[257]!;
  vs[5] = evaluateAdjointScratch[258]!;
}

const evaluateSecondScratch = new Float64Array(488);
function evaluateSecond1(q: Float64Array, v: Float64Array, d: Float64Array, w: Float64Array, qs: Float64Array, vs: Float64Array): void {
  let x38 = 0, x59 = 0, x61 = 0, x62 = 0, x67 = 0, x68 = 0, x70 = 0, x69 = 0, x85 = 0, x105 = 0, x106 = 0, x107 = 0, x108 = 0, x128 = 0, x129 = 0, x130 = 0, x131 = 0, x152 = 0, x176 = 0, x203 = 0, x205 = 0, x206 = 0, x208 = 0, x298 = 0, x299 = 0, x300 = 0, x301 = 0, x319 = 0, x320 = 0, x324 = 0, x325 = 0, x327 = 0, x328 = 0, x330 = 0, x329 = 0, x331 = 0, x332 = 0, x333 = 0, x334 = 0, x335 = 0, x336 = 0, x341 = 0, x342 = 0, x347 = 0, x351 = 0, x354 = 0, x355 = 0, x357 = 0, x356 = 0, x393 = 0, x396 = 0, x398 = 0, x400 = 0, x401 = 0, x402 = 0, x405 = 0, x406 = 0, x407 = 0, x411 = 0, x417 = 0, x418 = 0, x412 = 0, x415 = 0, x416 = 0, x425 = 0, x426 = 0, x427 = 0, x428 = 0, x429 = 0, x434 = 0, x435 = 0, x436 = 0, x437 = 0, x468 = 0, x469 = 0, x470 = 0, x471 = 0, x497 = 0, x499 = 0, x500 = 0, x502 = 0, x522 = 0, x560 = 0, x562 = 0, x563 = 0, x565 = 0, x633 = 0, x635 = 0, x636 = 0, x637 = 0, x652 = 0, x653 = 0, x662 = 0, x663 = 0, x672 = 0, x673 = 0, x674 = 0, x680 = 0, x681 = 0, x687 = 0, x688 = 0, x689 = 0, x692 = 0, x694 = 0, x695 = 0, x715 = 0, x717 = 0, x718 = 0, x720 = 0, x737 = 0, x740 = 0, x744 = 0, x748 = 0, x749 = 0, x751 = 0, x750 = 0, x759 = 0, x761 = 0, x763 = 0, x766 = 0, x769 = 0, x770 = 0, x772 = 0, x771 = 0, x873 = 0, x909 = 0, x964 = 0, x965 = 0, x966 = 0, x970 = 0, x971 = 0, x974 = 0, x975 = 0, x977 = 0, x979 = 0, x980 = 0, x981 = 0, x984 = 0;
  const v4 = v[4]!;
  const v5 = v[5]!;
  const d4 = d[4]!;
  const d5 = d[5]!;
  const v3 = v[3]!;
  const d3 = d[3]!;
  const q16 = q[16]!;
  const q13 = q[13]!;
  const q17 = q[17]!;
  const q14 = q[14]!;
  const q12 = q[12]!;
  const q25 = q[25]!;
  const q28 = q[28]!;
  const q5 = q[5]!;
  const q6 = q[6]!;
  const q32 = q[32]!;
  const q33 = q[33]!;
  const q20 = q[20]!;
  const q21 = q[21]!;
  const q23 = q[23]!;
  const q26 = q[26]!;
  const q18 = q[18]!;
  const q29 = q[29]!;
  const q30 = q[30]!;
  const q22 = q[22]!;
  const q38 = q[38]!;
  const q39 = q[39]!;
  const q10 = q[10]!;
  const q35 = q[35]!;
  const q11 = q[11]!;
  const q41 = q[41]!;
  const q42 = q[42]!;
  const q43 = q[43]!;
  const q44 = q[44]!;
  const q46 = q[46]!;
  const q47 = q[47]!;
  const q45 = q[45]!;
  const q53 = q[53]!;
  const q48 = q[48]!;
  const q52 = q[52]!;
  const q49 = q[49]!;
  const q1 = q[1]!;
  const q9 = q[9]!;
  const q56 = q[56]!;
  const q54 = q[54]!;
  const q55 = q[55]!;
  const q59 = q[59]!;
  const q60 = q[60]!;
  const q58 = q[58]!;
  const q61 = q[61]!;
  const q62 = q[62]!;
  const q63 = q[63]!;
  const q64 = q[64]!;
  const x2 = v4 >= v5;
  evaluateSecondScratch[0] = x2 ? 1 : 0;
  let x11: number;
  let x12: number;
  if (x2) {
    x11 = v4 - v5;
    x12 = d4 - d5;
  } else {
    x11 = v5 - v4;
    x12 = d5 - d4;
  }
  evaluateSecondScratch[1] = x11;
  evaluateSecondScratch[2] = x12;
  const x13 = x2 ? v5 : v4;
  const x14 = x2 ? d5 : d4;
  const x16 = v[1]! - x13;
  const x19 = d[1]! - x14;
  const x21 = v3 - x13;
  const x23 = d3 - x14;
  evaluateSecondScratch[3] = x23;
  const x27 = (x21 - q16) - 0.001;
  evaluateSecondScratch[4] = x27;
  const x29 = x23 * x27;
  const x30 = x29 + x29;
  evaluateSecondScratch[5] = x30;
  const x34 = Math.sqrt(((x27 * x27) - (0.004 * q16)));
  evaluateSecondScratch[6] = x34;
  const x36 = x34 > 0;
  evaluateSecondScratch[7] = x36 ? 1 : 0;
  let x39: number;
  if (x36) {
    x38 = 0.5 / x34;
    evaluateSecondScratch[8] = x38;
    x39 = x38;
  } else {
    x39 = 0;
  }
  evaluateSecondScratch[9] = x39;
  const x45 = q16 + (0.5 * (x27 + x34));
  const x46 = x45 < x21;
  evaluateSecondScratch[10] = x46 ? 1 : 0;
  const x47 = x46 ? x21 : x45;
  evaluateSecondScratch[11] = x47;
  const x48 = x46 ? x23 : ((x23 + (x30 * x39)) * 0.5);
  evaluateSecondScratch[12] = x48;
  const x49 = x47 > 0;
  evaluateSecondScratch[13] = x49 ? 1 : 0;
  let x75: number;
  let x76: number;
  if (x49) {
    x59 = q13 + (0.5 * x47);
    evaluateSecondScratch[14] = x59;
    x61 = q[15]! / x59;
    evaluateSecondScratch[15] = x61;
    x62 = (x48 * 0.5) / x59;
    evaluateSecondScratch[16] = x62;
    x75 = x61;
    x76 = -(x62 * x61);
  } else {
    x67 = Math.sqrt((q13 - x47));
    evaluateSecondScratch[17] = x67;
    x68 = (x67 > 0) ? 1 : 0;
    evaluateSecondScratch[18] = x68 ? 1 : 0;
    if (x68) {
      x69 = 0.5 / x67;
      evaluateSecondScratch[19] = x69;
      x70 = x69;
    } else {
      x70 = 0;
    }
    evaluateSecondScratch[20] = x70;
    x75 = x67;
    x76 = -(x48 * x70);
  }
  evaluateSecondScratch[21] = x75;
  evaluateSecondScratch[22] = x76;
  const x81 = (q17 * x75) / q14;
  evaluateSecondScratch[23] = x81;
  const x82 = (x76 * q17) / q14;
  evaluateSecondScratch[24] = x82;
  const x83 = Math.sqrt(x81);
  evaluateSecondScratch[25] = x83;
  const x84 = x83 > 0;
  evaluateSecondScratch[26] = x84 ? 1 : 0;
  let x86: number;
  if (x84) {
    x85 = 0.5 / x83;
    evaluateSecondScratch[27] = x85;
    x86 = x85;
  } else {
    x86 = 0;
  }
  evaluateSecondScratch[28] = x86;
  const x87 = x82 * x86;
  evaluateSecondScratch[29] = x87;
  const x89 = q12 * x83;
  evaluateSecondScratch[30] = x89;
  const x90 = x87 * q12;
  evaluateSecondScratch[31] = x90;
  const x92 = q25 * x47;
  const x93 = x48 * q25;
  const x95 = x92 >= (-0.5);
  evaluateSecondScratch[32] = x95 ? 1 : 0;
  let x112: number;
  let x113: number;
  if (x95) {
    x112 = 1 + x92;
    x113 = x93;
  } else {
    x105 = 3 + (8 * x92);
    evaluateSecondScratch[33] = x105;
    x106 = (1 + (3 * x92)) / x105;
    evaluateSecondScratch[34] = x106;
    x107 = (x93 * 3) / x105;
    evaluateSecondScratch[35] = x107;
    x108 = (x93 * 8) / x105;
    evaluateSecondScratch[36] = x108;
    x112 = x106;
    x113 = x107 - (x108 * x106);
  }
  evaluateSecondScratch[37] = x112;
  evaluateSecondScratch[38] = x113;
  const x114 = x89 * x112;
  evaluateSecondScratch[39] = x114;
  const x119 = q28 * x47;
  const x120 = x48 * q28;
  const x121 = x119 >= (-0.5);
  evaluateSecondScratch[40] = x121 ? 1 : 0;
  let x135: number;
  let x136: number;
  if (x121) {
    x135 = 1 + x119;
    x136 = x120;
  } else {
    x128 = 3 + (8 * x119);
    evaluateSecondScratch[41] = x128;
    x129 = (1 + (3 * x119)) / x128;
    evaluateSecondScratch[42] = x129;
    x130 = (x120 * 3) / x128;
    evaluateSecondScratch[43] = x130;
    x131 = (x120 * 8) / x128;
    evaluateSecondScratch[44] = x131;
    x135 = x129;
    x136 = x130 - (x131 * x129);
  }
  evaluateSecondScratch[45] = x135;
  evaluateSecondScratch[46] = x136;
  const x137 = x89 * x135;
  evaluateSecondScratch[47] = x137;
  const x142 = 0.5 * q[24]!;
  evaluateSecondScratch[48] = x142;
  const x145 = (x142 * q5) / x114;
  evaluateSecondScratch[49] = x145;
  const x146 = ((x90 * x112) + (x113 * x89)) / x114;
  evaluateSecondScratch[50] = x146;
  const x147 = x146 * x145;
  evaluateSecondScratch[51] = x147;
  const x150 = x145 < 34;
  evaluateSecondScratch[52] = x150 ? 1 : 0;
  let x155: number;
  let x156: number;
  if (x150) {
    x152 = Math.exp((-x145));
    evaluateSecondScratch[53] = x152;
    x155 = x152;
    x156 = x147 * x152;
  } else {
    x155 = 1.713908431e-15;
    x156 = 0;
  }
  evaluateSecondScratch[54] = x155;
  evaluateSecondScratch[55] = x156;
  const x159 = x156 * 2;
  evaluateSecondScratch[56] = x159;
  const x160 = 1 + (2 * x155);
  evaluateSecondScratch[57] = x160;
  const x161 = x155 * x160;
  evaluateSecondScratch[58] = x161;
  const x164 = (x156 * x160) + (x159 * x155);
  evaluateSecondScratch[59] = x164;
  const x166 = 0.5 * q[27]!;
  evaluateSecondScratch[60] = x166;
  const x168 = x166 * q6;
  evaluateSecondScratch[61] = x168;
  const x170 = (x168 * q5) / x137;
  evaluateSecondScratch[62] = x170;
  const x171 = ((x90 * x135) + (x136 * x89)) / x137;
  evaluateSecondScratch[63] = x171;
  const x172 = x171 * x170;
  evaluateSecondScratch[64] = x172;
  const x174 = x170 < 34;
  evaluateSecondScratch[65] = x174 ? 1 : 0;
  let x178: number;
  let x179: number;
  if (x174) {
    x176 = Math.exp((-x170));
    evaluateSecondScratch[66] = x176;
    x178 = x176;
    x179 = x172 * x176;
  } else {
    x178 = 1.713908431e-15;
    x179 = 0;
  }
  evaluateSecondScratch[67] = x178;
  evaluateSecondScratch[68] = x179;
  const x181 = x179 * 2;
  evaluateSecondScratch[69] = x181;
  const x182 = 1 + (2 * x178);
  evaluateSecondScratch[70] = x182;
  const x183 = x178 * x182;
  evaluateSecondScratch[71] = x183;
  const x186 = (x179 * x182) + (x181 * x178);
  evaluateSecondScratch[72] = x186;
  const x189 = x48 * q32;
  const x191 = q[31]! + (q32 * x47);
  const x193 = x191 >= 0.0001;
  evaluateSecondScratch[73] = x193 ? 1 : 0;
  let x213: number;
  let x214: number;
  if (x193) {
    x213 = x191;
    x214 = x189;
  } else {
    x203 = 0.00030000000000000003 - (2 * x191);
    evaluateSecondScratch[74] = x203;
    x205 = (0.0001 * (0.0002 - x191)) / x203;
    evaluateSecondScratch[75] = x205;
    x206 = (x189 * 0.0001) / x203;
    evaluateSecondScratch[76] = x206;
    x208 = (x189 * 2) / x203;
    evaluateSecondScratch[77] = x208;
    x213 = x205;
    x214 = (x208 * x205) - x206;
  }
  evaluateSecondScratch[78] = x213;
  evaluateSecondScratch[79] = x214;
  const x216 = x213 * q33;
  evaluateSecondScratch[80] = x216;
  const x217 = x214 * q33;
  evaluateSecondScratch[81] = x217;
  const x221 = (x217 * x11) + (x12 * x216);
  const x239 = (q23 * x161) + (q26 * x183);
  evaluateSecondScratch[82] = x239;
  const x240 = (x164 * q23) + (x186 * q26);
  evaluateSecondScratch[83] = x240;
  const x248 = q29 * x47;
  evaluateSecondScratch[84] = x248;
  const x249 = x48 * q29;
  evaluateSecondScratch[85] = x249;
  const x259 = ((((x76 * q20) - (x48 * q21)) - (x240 * q18)) + (x249 * q30)) + (x48 * q22);
  const x260 = (((((q[19]! + (q20 * x75)) - (q21 * x47)) - (x239 * q18)) + (x248 * q30)) + (q22 * x47)) - (x216 * x11);
  const x262 = x259 - x221;
  const x271 = (q[37]! + (q38 * x47)) + (q39 * x11);
  evaluateSecondScratch[86] = x271;
  const x272 = (x48 * q38) + (x12 * q39);
  evaluateSecondScratch[87] = x272;
  const x280 = (q[36]! * 1.03594e-10) / x81;
  evaluateSecondScratch[88] = x280;
  const x281 = x82 / x81;
  evaluateSecondScratch[89] = x281;
  const x289 = ((x280 + (x271 * x161)) + q[40]!) / q10;
  evaluateSecondScratch[90] = x289;
  const x290 = (((x272 * x161) + (x164 * x271)) - (x281 * x280)) / q10;
  evaluateSecondScratch[91] = x290;
  const x291 = x289 >= (-0.5);
  evaluateSecondScratch[92] = x291 ? 1 : 0;
  let x305: number;
  let x306: number;
  if (x291) {
    x305 = 1 + x289;
    x306 = x290;
  } else {
    x298 = 3 + (8 * x289);
    evaluateSecondScratch[93] = x298;
    x299 = (1 + (3 * x289)) / x298;
    evaluateSecondScratch[94] = x299;
    x300 = (x290 * 3) / x298;
    evaluateSecondScratch[95] = x300;
    x301 = (x290 * 8) / x298;
    evaluateSecondScratch[96] = x301;
    x305 = x299;
    x306 = x300 - (x301 * x299);
  }
  evaluateSecondScratch[97] = x305;
  evaluateSecondScratch[98] = x306;
  const x308 = q[34]! + q13;
  const x316 = ((q35 > 1000000000000000000) && (q35 < 1e+25)) && (x16 > x308);
  evaluateSecondScratch[99] = x316 ? 1 : 0;
  let x367: number;
  let x368: number;
  if (x316) {
    x319 = q10 * q10;
    evaluateSecondScratch[100] = x319;
    x320 = (1.6597727086e-23 * q35) / x319;
    evaluateSecondScratch[101] = x320;
    x324 = (2 * (x16 - x308)) / x320;
    evaluateSecondScratch[102] = x324;
    x325 = (x19 * 2) / x320;
    evaluateSecondScratch[103] = x325;
    x327 = Math.sqrt((1 + x324));
    evaluateSecondScratch[104] = x327;
    x328 = (x327 > 0) ? 1 : 0;
    evaluateSecondScratch[105] = x328 ? 1 : 0;
    if (x328) {
      x329 = 0.5 / x327;
      evaluateSecondScratch[106] = x329;
      x330 = x329;
    } else {
      x330 = 0;
    }
    evaluateSecondScratch[107] = x330;
    x331 = x325 * x330;
    evaluateSecondScratch[108] = x331;
    x332 = x327 - 1;
    evaluateSecondScratch[109] = x332;
    x333 = x320 * x332;
    evaluateSecondScratch[110] = x333;
    x334 = x331 * x320;
    evaluateSecondScratch[111] = x334;
    x335 = 0.5 * x333;
    evaluateSecondScratch[112] = x335;
    x336 = x334 * 0.5;
    evaluateSecondScratch[113] = x336;
    x341 = (x335 * x333) / x320;
    evaluateSecondScratch[114] = x341;
    x342 = ((x336 * x333) + (x334 * x335)) / x320;
    evaluateSecondScratch[115] = x342;
    x347 = (1.12 - x341) - 0.05;
    evaluateSecondScratch[116] = x347;
    const x349 = x342 * x347;
    x351 = (-x349) - x349;
    evaluateSecondScratch[117] = x351;
    x354 = Math.sqrt(((x347 * x347) + 0.224));
    evaluateSecondScratch[118] = x354;
    x355 = (x354 > 0) ? 1 : 0;
    evaluateSecondScratch[119] = x355 ? 1 : 0;
    if (x355) {
      x356 = 0.5 / x354;
      evaluateSecondScratch[120] = x356;
      x357 = x356;
    } else {
      x357 = 0;
    }
    evaluateSecondScratch[121] = x357;
    x367 = x16 - (1.12 - (0.5 * (x347 + x354)));
    x368 = x19 + (((x351 * x357) - x342) * 0.5);
  } else {
    x367 = x16;
    x368 = x19;
  }
  const x369 = x367 - x260;
  const x371 = x368 + (x221 - x259);
  const x372 = 2 * x305;
  evaluateSecondScratch[122] = x372;
  const x373 = x306 * 2;
  evaluateSecondScratch[123] = x373;
  const x375 = x372 * q11;
  evaluateSecondScratch[124] = x375;
  const x376 = x373 * q11;
  evaluateSecondScratch[125] = x376;
  const x377 = x369 / x375;
  evaluateSecondScratch[126] = x377;
  const x378 = x371 / x375;
  evaluateSecondScratch[127] = x378;
  const x379 = x376 / x375;
  evaluateSecondScratch[128] = x379;
  const x382 = x378 - (x379 * x377);
  evaluateSecondScratch[129] = x382;
  const x387 = ((2 * q41) - x369) / x375;
  evaluateSecondScratch[130] = x387;
  const x391 = (-x378) - (x379 * x387);
  evaluateSecondScratch[131] = x391;
  const x392 = x377 > 34;
  evaluateSecondScratch[132] = x392 ? 1 : 0;
  let x443: number;
  let x444: number;
  if (x392) {
    x443 = x369;
    x444 = x371;
  } else {
    x393 = (x387 > 34) ? 1 : 0;
    evaluateSecondScratch[133] = x393 ? 1 : 0;
    let x441: number;
    let x442: number;
    if (x393) {
      x396 = (q11 * q42) / q10;
      evaluateSecondScratch[134] = x396;
      x398 = x305 * q11;
      evaluateSecondScratch[135] = x398;
      x400 = (x369 - q41) / x398;
      evaluateSecondScratch[136] = x400;
      x401 = x371 / x398;
      evaluateSecondScratch[137] = x401;
      x402 = (x306 * q11) / x398;
      evaluateSecondScratch[138] = x402;
      x405 = x401 - (x402 * x400);
      evaluateSecondScratch[139] = x405;
      x406 = Math.exp(x400);
      evaluateSecondScratch[140] = x406;
      x407 = x405 * x406;
      evaluateSecondScratch[141] = x407;
      x441 = x396 * x406;
      x442 = x407 * x396;
    } else {
      x411 = (x377 < (-34)) ? 1 : 0;
      evaluateSecondScratch[142] = x411 ? 1 : 0;
      if (x411) {
        x417 = 1.713908431e-15;
        x418 = 0;
      } else {
        x412 = Math.exp(x377);
        evaluateSecondScratch[143] = x412;
        x415 = 1 + x412;
        evaluateSecondScratch[144] = x415;
        x416 = (x382 * x412) / x415;
        evaluateSecondScratch[145] = x416;
        x417 = Math.log1p(x412);
        x418 = x416;
      }
      evaluateSecondScratch[146] = x417;
      evaluateSecondScratch[147] = x418;
      x425 = q11 * q42;
      evaluateSecondScratch[148] = x425;
      x426 = (x375 * q10) / x425;
      evaluateSecondScratch[149] = x426;
      x427 = (x376 * q10) / x425;
      evaluateSecondScratch[150] = x427;
      x428 = Math.exp(x387);
      evaluateSecondScratch[151] = x428;
      x429 = x391 * x428;
      evaluateSecondScratch[152] = x429;
      x434 = 1 + (x426 * x428);
      evaluateSecondScratch[153] = x434;
      x435 = (x375 * x417) / x434;
      evaluateSecondScratch[154] = x435;
      x436 = ((x376 * x417) + (x418 * x375)) / x434;
      evaluateSecondScratch[155] = x436;
      x437 = ((x427 * x428) + (x429 * x426)) / x434;
      evaluateSecondScratch[156] = x437;
      x441 = x435;
      x442 = x436 - (x437 * x435);
    }
    x443 = x441;
    x444 = x442;
  }
  evaluateSecondScratch[157] = x443;
  evaluateSecondScratch[158] = x444;
  const x448 = x75 - q14;
  evaluateSecondScratch[159] = x448;
  const x455 = ((x444 * q43) + (x76 * q44)) * 2;
  const x456 = q6 - (2 * ((q43 * x443) + (q44 * x448)));
  const x457 = -x455;
  const x459 = x456 >= 2e-8;
  evaluateSecondScratch[160] = x459 ? 1 : 0;
  let x475: number;
  let x476: number;
  if (x459) {
    x475 = x456;
    x476 = x457;
  } else {
    x468 = 6.000000000000001e-8 - (2 * x456);
    evaluateSecondScratch[161] = x468;
    x469 = (2e-8 * (4e-8 - x456)) / x468;
    evaluateSecondScratch[162] = x469;
    x470 = (x455 * 2e-8) / x468;
    evaluateSecondScratch[163] = x470;
    x471 = (x455 * 2) / x468;
    evaluateSecondScratch[164] = x471;
    x475 = x469;
    x476 = x470 - (x471 * x469);
  }
  evaluateSecondScratch[165] = x475;
  evaluateSecondScratch[166] = x476;
  const x484 = (1 + (q46 * x443)) + (q47 * x448);
  const x485 = (x444 * q46) + (x76 * q47);
  const x487 = x484 >= 0.1;
  evaluateSecondScratch[167] = x487 ? 1 : 0;
  let x507: number;
  let x508: number;
  if (x487) {
    x507 = x484;
    x508 = x485;
  } else {
    x497 = 0.30000000000000004 - (2 * x484);
    evaluateSecondScratch[168] = x497;
    x499 = (0.1 * (0.2 - x484)) / x497;
    evaluateSecondScratch[169] = x499;
    x500 = (x485 * 0.1) / x497;
    evaluateSecondScratch[170] = x500;
    x502 = (x485 * 2) / x497;
    evaluateSecondScratch[171] = x502;
    x507 = x499;
    x508 = (x502 * x499) - x500;
  }
  evaluateSecondScratch[172] = x507;
  evaluateSecondScratch[173] = x508;
  const x510 = q45 * x507;
  evaluateSecondScratch[174] = x510;
  const x511 = x508 * q45;
  evaluateSecondScratch[175] = x511;
  const x513 = (0.5 * q20) / x75;
  evaluateSecondScratch[176] = x513;
  const x514 = x76 / x75;
  evaluateSecondScratch[177] = x514;
  const x515 = x514 * x513;
  evaluateSecondScratch[178] = x515;
  const x519 = x82 * q53;
  evaluateSecondScratch[179] = x519;
  const x520 = Math.sqrt((q53 * x81));
  evaluateSecondScratch[180] = x520;
  const x521 = x520 > 0;
  evaluateSecondScratch[181] = x521 ? 1 : 0;
  let x523: number;
  if (x521) {
    x522 = 0.5 / x520;
    evaluateSecondScratch[182] = x522;
    x523 = x522;
  } else {
    x523 = 0;
  }
  evaluateSecondScratch[183] = x523;
  const x527 = q5 + (2 * x520);
  evaluateSecondScratch[184] = x527;
  const x528 = q5 / x527;
  evaluateSecondScratch[185] = x528;
  const x529 = ((x519 * x523) * 2) / x527;
  evaluateSecondScratch[186] = x529;
  const x530 = x529 * x528;
  evaluateSecondScratch[187] = x530;
  const x534 = x530 * q48;
  evaluateSecondScratch[188] = x534;
  const x537 = q6 + q[51]!;
  evaluateSecondScratch[189] = x537;
  const x539 = q[50]! / x537;
  evaluateSecondScratch[190] = x539;
  const x540 = (q48 * x528) + x539;
  evaluateSecondScratch[191] = x540;
  const x546 = (-(x515 * x540)) - (x534 * x513);
  const x550 = x48 * q52;
  const x551 = 1 + (q52 * x47);
  const x552 = x551 >= 0.1;
  evaluateSecondScratch[192] = x552 ? 1 : 0;
  let x570: number;
  let x571: number;
  if (x552) {
    x570 = x551;
    x571 = x550;
  } else {
    x560 = 0.30000000000000004 - (2 * x551);
    evaluateSecondScratch[193] = x560;
    x562 = (0.1 * (0.2 - x551)) / x560;
    evaluateSecondScratch[194] = x562;
    x563 = (x550 * 0.1) / x560;
    evaluateSecondScratch[195] = x563;
    x565 = (x550 * 2) / x560;
    evaluateSecondScratch[196] = x565;
    x570 = x562;
    x571 = (x565 * x562) - x563;
  }
  evaluateSecondScratch[197] = x570;
  const x592 = x571 / x570;
  evaluateSecondScratch[198] = x592;
  const x597 = x513 * q49;
  evaluateSecondScratch[199] = x597;
  const x598 = x515 * q49;
  evaluateSecondScratch[200] = x598;
  const x600 = x597 * q48;
  evaluateSecondScratch[201] = x600;
  const x601 = x598 * q48;
  evaluateSecondScratch[202] = x601;
  const x603 = x600 * x528;
  evaluateSecondScratch[203] = x603;
  const x608 = (-(x601 * x528)) - (x530 * x600);
  evaluateSecondScratch[204] = x608;
  const x609 = x603 * x528;
  evaluateSecondScratch[205] = x609;
  const x613 = (x608 * x528) - (x530 * x603);
  evaluateSecondScratch[206] = x613;
  const x614 = x609 * x528;
  evaluateSecondScratch[207] = x614;
  const x618 = (x613 * x528) - (x530 * x609);
  evaluateSecondScratch[208] = x618;
  const x622 = (x618 * x443) + (x444 * x614);
  const x623 = (1 + (x513 * x540)) - (x614 * x443);
  const x625 = x546 - x622;
  const x626 = x623 >= 0.1;
  evaluateSecondScratch[209] = x626 ? 1 : 0;
  let x642: number;
  let x643: number;
  if (x626) {
    x642 = x623;
    x643 = x625;
  } else {
    x633 = 0.30000000000000004 - (2 * x623);
    evaluateSecondScratch[210] = x633;
    x635 = (0.1 * (0.2 - x623)) / x633;
    evaluateSecondScratch[211] = x635;
    x636 = ((x622 - x546) * 0.1) / x633;
    evaluateSecondScratch[212] = x636;
    x637 = (x625 * 2) / x633;
    evaluateSecondScratch[213] = x637;
    x642 = x635;
    x643 = x636 + (x637 * x635);
  }
  const x644 = x642 / x570;
  evaluateSecondScratch[214] = x644;
  const x645 = x643 / x570;
  evaluateSecondScratch[215] = x645;
  const x648 = x645 - (x592 * x644);
  evaluateSecondScratch[216] = x648;
  const x650 = q1 === 2;
  evaluateSecondScratch[217] = x650 ? 1 : 0;
  let x702: number;
  let x703: number;
  if (x650) {
    x652 = x443 / q9;
    evaluateSecondScratch[218] = x652;
    x653 = x444 / q9;
    evaluateSecondScratch[219] = x653;
    x662 = (q54 + (q56 * x47)) + (q55 * x652);
    evaluateSecondScratch[220] = x662;
    x663 = (x48 * q56) + (x653 * q55);
    evaluateSecondScratch[221] = x663;
    x702 = x652 * x662;
    x703 = (x653 * x662) + (x663 * x652);
  } else {
    x672 = (x443 + (2 * x260)) / q9;
    evaluateSecondScratch[222] = x672;
    x673 = (x444 + (x262 * 2)) / q9;
    evaluateSecondScratch[223] = x673;
    x674 = (q1 === 1) ? 1 : 0;
    evaluateSecondScratch[224] = x674 ? 1 : 0;
    let x700: number;
    let x701: number;
    if (x674) {
      x680 = (q54 + (q56 * x47)) + (q55 * x672);
      evaluateSecondScratch[225] = x680;
      x681 = (x48 * q56) + (x673 * q55);
      evaluateSecondScratch[226] = x681;
      x700 = x672 * x680;
      x701 = (x673 * x680) + (x681 * x672);
    } else {
      x687 = x673 * q55;
      evaluateSecondScratch[227] = x687;
      x688 = q54 + (q55 * x672);
      evaluateSecondScratch[228] = x688;
      x689 = x672 * x688;
      evaluateSecondScratch[229] = x689;
      x692 = (x673 * x688) + (x687 * x672);
      evaluateSecondScratch[230] = x692;
      x694 = x48 * q56;
      evaluateSecondScratch[231] = x694;
      x695 = 1 + (q56 * x47);
      evaluateSecondScratch[232] = x695;
      x700 = x689 * x695;
      x701 = (x692 * x695) + (x694 * x689);
    }
    x702 = x700;
    x703 = x701;
  }
  const x704 = 1 + x702;
  const x705 = x704 >= 0.2;
  evaluateSecondScratch[233] = x705 ? 1 : 0;
  let x725: number;
  let x726: number;
  if (x705) {
    x725 = x704;
    x726 = x703;
  } else {
    x715 = 0.6000000000000001 - (2 * x704);
    evaluateSecondScratch[234] = x715;
    x717 = (0.2 * (0.4 - x704)) / x715;
    evaluateSecondScratch[235] = x717;
    x718 = (x703 * 0.2) / x715;
    evaluateSecondScratch[236] = x718;
    x720 = (x703 * 2) / x715;
    evaluateSecondScratch[237] = x720;
    x725 = x717;
    x726 = (x720 * x717) - x718;
  }
  evaluateSecondScratch[238] = x725;
  const x728 = q[57]! / x725;
  evaluateSecondScratch[239] = x728;
  const x729 = x726 / x725;
  evaluateSecondScratch[240] = x729;
  const x730 = x729 * x728;
  evaluateSecondScratch[241] = x730;
  const x733 = q59 > 0;
  evaluateSecondScratch[242] = x733 ? 1 : 0;
  let x780: number;
  let x781: number;
  if (x733) {
    const x735 = 1 - q60;
    x737 = x444 * q59;
    evaluateSecondScratch[243] = x737;
    x740 = (x735 - (q59 * x443)) - 0.0001;
    evaluateSecondScratch[244] = x740;
    const x742 = x737 * x740;
    x744 = (-x742) - x742;
    evaluateSecondScratch[245] = x744;
    x748 = Math.sqrt(((x740 * x740) + (0.0004 * x735)));
    evaluateSecondScratch[246] = x748;
    x749 = (x748 > 0) ? 1 : 0;
    evaluateSecondScratch[247] = x749 ? 1 : 0;
    if (x749) {
      x750 = 0.5 / x748;
      evaluateSecondScratch[248] = x750;
      x751 = x750;
    } else {
      x751 = 0;
    }
    evaluateSecondScratch[249] = x751;
    x780 = 1 - (0.5 * (x740 + x748));
    x781 = -(((x744 * x751) - x737) * 0.5);
  } else {
    x759 = (q59 < 0) ? 1 : 0;
    evaluateSecondScratch[250] = x759 ? 1 : 0;
    let x778: number;
    let x779: number;
    if (x759) {
      x761 = x444 * q59;
      evaluateSecondScratch[251] = x761;
      x763 = (q60 + (q59 * x443)) - 0.0001;
      evaluateSecondScratch[252] = x763;
      const x765 = x761 * x763;
      x766 = x765 + x765;
      evaluateSecondScratch[253] = x766;
      x769 = Math.sqrt(((x763 * x763) + (0.0004 * q60)));
      evaluateSecondScratch[254] = x769;
      x770 = (x769 > 0) ? 1 : 0;
      evaluateSecondScratch[255] = x770 ? 1 : 0;
      if (x770) {
        x771 = 0.5 / x769;
        evaluateSecondScratch[256] = x771;
        x772 = x771;
      } else {
        x772 = 0;
      }
      evaluateSecondScratch[257] = x772;
      x778 = 0.5 * (x763 + x769);
      x779 = (x761 + (x766 * x772)) * 0.5;
    } else {
      x778 = q60;
      x779 = 0;
    }
    x780 = x778;
    x781 = x779;
  }
  evaluateSecondScratch[258] = x780;
  const x783 = x475 * q58;
  evaluateSecondScratch[259] = x783;
  const x784 = x476 * q58;
  evaluateSecondScratch[260] = x784;
  const x785 = x783 * q10;
  evaluateSecondScratch[261] = x785;
  const x786 = x784 * q10;
  evaluateSecondScratch[262] = x786;
  const x787 = x785 * x510;
  evaluateSecondScratch[263] = x787;
  const x790 = (x786 * x510) + (x511 * x785);
  evaluateSecondScratch[264] = x790;
  const x792 = (2 * q58) / x728;
  evaluateSecondScratch[265] = x792;
  const x793 = x730 / x728;
  evaluateSecondScratch[266] = x793;
  const x795 = x793 * x792;
  evaluateSecondScratch[267] = x795;
  const x797 = x792 * q5;
  evaluateSecondScratch[268] = x797;
  const x798 = x795 * q5;
  evaluateSecondScratch[269] = x798;
  const x800 = x443 + (2 * q11);
  evaluateSecondScratch[270] = x800;
  const x801 = 2 * x644;
  evaluateSecondScratch[271] = x801;
  const x802 = x648 * 2;
  evaluateSecondScratch[272] = x802;
  const x803 = x644 * x787;
  const x806 = (x648 * x787) + (x790 * x644);
  const x808 = 1 / x780;
  evaluateSecondScratch[273] = x808;
  const x809 = x781 / x780;
  evaluateSecondScratch[274] = x809;
  const x812 = (x803 - 1) + x808;
  evaluateSecondScratch[275] = x812;
  const x813 = x806 - (x809 * x808);
  evaluateSecondScratch[276] = x813;
  const x818 = 2 / x780;
  evaluateSecondScratch[277] = x818;
  const x819 = x809 * x818;
  evaluateSecondScratch[278] = x819;
  const x821 = x818 - 1;
  evaluateSecondScratch[279] = x821;
  const x833 = 3 * x800;
  evaluateSecondScratch[280] = x833;
  const x834 = x444 * 3;
  evaluateSecondScratch[281] = x834;
  const x835 = x833 * x644;
  evaluateSecondScratch[282] = x835;
  const x838 = (x834 * x644) + (x648 * x833);
  evaluateSecondScratch[283] = x838;
  const x843 = ((x800 * x821) + (x644 * x797)) + (x835 * x787);
  evaluateSecondScratch[284] = x843;
  const x844 = (((x444 * x821) - (x819 * x800)) + ((x648 * x797) + (x798 * x644))) + ((x838 * x787) + (x790 * x835));
  evaluateSecondScratch[285] = x844;
  const x845 = 2 * x800;
  evaluateSecondScratch[286] = x845;
  const x846 = x444 * 2;
  evaluateSecondScratch[287] = x846;
  const x851 = x797 + (x845 * x787);
  evaluateSecondScratch[288] = x851;
  const x852 = x798 + ((x846 * x787) + (x790 * x845));
  evaluateSecondScratch[289] = x852;
  const x853 = x800 * x851;
  evaluateSecondScratch[290] = x853;
  const x856 = (x444 * x851) + (x852 * x800);
  evaluateSecondScratch[291] = x856;
  const x860 = x844 * x843;
  const x862 = 2 * (x801 * x812);
  evaluateSecondScratch[292] = x862;
  const x863 = ((x802 * x812) + (x813 * x801)) * 2;
  evaluateSecondScratch[293] = x863;
  const x870 = (x860 + x860) - ((x863 * x853) + (x856 * x862));
  evaluateSecondScratch[294] = x870;
  const x871 = Math.sqrt(((x843 * x843) - (x862 * x853)));
  evaluateSecondScratch[295] = x871;
  const x872 = x871 > 0;
  evaluateSecondScratch[296] = x872 ? 1 : 0;
  let x874: number;
  if (x872) {
    x873 = 0.5 / x871;
    evaluateSecondScratch[297] = x873;
    x874 = x873;
  } else {
    x874 = 0;
  }
  evaluateSecondScratch[298] = x874;
  const x876 = x843 + x871;
  evaluateSecondScratch[299] = x876;
  const x878 = (2 * x853) / x876;
  evaluateSecondScratch[300] = x878;
  const x879 = (x856 * 2) / x876;
  evaluateSecondScratch[301] = x879;
  const x880 = (x844 + (x870 * x874)) / x876;
  evaluateSecondScratch[302] = x880;
  const x883 = x879 - (x880 * x878);
  evaluateSecondScratch[303] = x883;
  const x886 = x883 - x12;
  evaluateSecondScratch[304] = x886;
  const x888 = (x878 - x11) - q61;
  evaluateSecondScratch[305] = x888;
  const x889 = 2 * x878;
  evaluateSecondScratch[306] = x889;
  const x890 = x883 * 2;
  evaluateSecondScratch[307] = x890;
  const x899 = x886 * x888;
  const x902 = 4 * q61;
  evaluateSecondScratch[308] = x902;
  const x906 = (x899 + x899) + (x883 * x902);
  evaluateSecondScratch[309] = x906;
  const x907 = Math.sqrt(((x888 * x888) + (x902 * x878)));
  evaluateSecondScratch[310] = x907;
  const x908 = x907 > 0;
  evaluateSecondScratch[311] = x908 ? 1 : 0;
  let x910: number;
  if (x908) {
    x909 = 0.5 / x907;
    evaluateSecondScratch[312] = x909;
    x910 = x909;
  } else {
    x910 = 0;
  }
  evaluateSecondScratch[313] = x910;
  const x912 = ((x878 + x11) + q61) + x907;
  evaluateSecondScratch[314] = x912;
  const x914 = (x889 * x11) / x912;
  evaluateSecondScratch[315] = x914;
  const x915 = ((x890 * x11) + (x12 * x889)) / x912;
  evaluateSecondScratch[316] = x915;
  const x916 = ((x883 + x12) + (x906 * x910)) / x912;
  evaluateSecondScratch[317] = x916;
  const x917 = x916 * x914;
  const x919 = x915 - x917;
  evaluateSecondScratch[318] = x919;
  const x920 = x11 - x914;
  evaluateSecondScratch[319] = x920;
  const x922 = x12 + (x917 - x915);
  evaluateSecondScratch[320] = x922;
  const x925 = 2 * x787;
  evaluateSecondScratch[321] = x925;
  const x926 = x790 * 2;
  evaluateSecondScratch[322] = x926;
  const x927 = x925 * x443;
  evaluateSecondScratch[323] = x927;
  const x930 = (x926 * x443) + (x444 * x925);
  evaluateSecondScratch[324] = x930;
  const x931 = 0.5 * x644;
  evaluateSecondScratch[325] = x931;
  const x932 = x648 * 0.5;
  evaluateSecondScratch[326] = x932;
  const x937 = (x931 * x878) / x800;
  evaluateSecondScratch[327] = x937;
  const x938 = ((x932 * x878) + (x883 * x931)) / x800;
  evaluateSecondScratch[328] = x938;
  const x939 = x444 / x800;
  evaluateSecondScratch[329] = x939;
  const x943 = 1 - x937;
  evaluateSecondScratch[330] = x943;
  const x944 = (x939 * x937) - x938;
  evaluateSecondScratch[331] = x944;
  const x951 = x821 + x803;
  evaluateSecondScratch[332] = x951;
  const x953 = ((x797 + x878) + (x927 * x943)) / x951;
  evaluateSecondScratch[333] = x953;
  const x954 = ((x798 + x883) + ((x930 * x943) + (x944 * x927))) / x951;
  evaluateSecondScratch[334] = x954;
  const x955 = (x806 - x819) / x951;
  evaluateSecondScratch[335] = x955;
  const x958 = x954 - (x955 * x953);
  evaluateSecondScratch[336] = x958;
  const x963 = (q62 > 0) && (x920 > 1e-10);
  evaluateSecondScratch[337] = x963 ? 1 : 0;
  let x990: number;
  let x991: number;
  if (x963) {
    x964 = x443 / x797;
    evaluateSecondScratch[338] = x964;
    x965 = x444 / x797;
    evaluateSecondScratch[339] = x965;
    x966 = x798 / x797;
    evaluateSecondScratch[340] = x966;
    x970 = x644 + x964;
    evaluateSecondScratch[341] = x970;
    x971 = x648 + (x965 - (x966 * x964));
    evaluateSecondScratch[342] = x971;
    x974 = q62 * x644;
    evaluateSecondScratch[343] = x974;
    x975 = x648 * q62;
    evaluateSecondScratch[344] = x975;
    x977 = x974 * q63;
    evaluateSecondScratch[345] = x977;
    x979 = (q5 * x970) / x977;
    evaluateSecondScratch[346] = x979;
    x980 = (x971 * q5) / x977;
    evaluateSecondScratch[347] = x980;
    x981 = (x975 * q63) / x977;
    evaluateSecondScratch[348] = x981;
    x984 = x980 - (x981 * x979);
    evaluateSecondScratch[349] = x984;
    x990 = x979 * x920;
    x991 = (x984 * x920) + (x922 * x979);
  } else {
    x990 = 583461742500000;
    x991 = 0;
  }
  evaluateSecondScratch[350] = x990;
  evaluateSecondScratch[351] = x991;
  const x993 = q64 > 0;
  evaluateSecondScratch[352] = x993 ? 1 : 0;
}

function evaluateSecond2(q: Float64Array, v: Float64Array, d: Float64Array, w: Float64Array, qs: Float64Array, vs: Float64Array): void {
  let x994 = 0, x997 = 0, x1002 = 0, x1004 = 0, x1005 = 0, x1006 = 0, x1013 = 0, x1014 = 0, x1019 = 0, x1037 = 0, x1027 = 0, x1029 = 0, x1030 = 0, x1032 = 0, x1039 = 0, x1040 = 0, x1041 = 0, x1065 = 0, x1067 = 0, x1068 = 0, x1069 = 0, x1099 = 0, x1107 = 0, x1108 = 0, x1100 = 0, x1101 = 0, x1102 = 0, x1104 = 0, x1111 = 0, x1112 = 0, x1199 = 0, x1208 = 0, x1209 = 0, x1201 = 0, x1202 = 0, x1203 = 0, x1206 = 0, x1210 = 0, x1211 = 0, x1212 = 0, x1215 = 0, x1234 = 0, x1238 = 0, x1245 = 0, x1246 = 0, x1248 = 0, x1249 = 0, x1268 = 0, x1271 = 0, x1278 = 0, x1279 = 0, x1281 = 0, x1282 = 0;
  const x993 = evaluateSecondScratch[352]!;
  const x644 = evaluateSecondScratch[214]!;
  const x878 = evaluateSecondScratch[300]!;
  const x648 = evaluateSecondScratch[216]!;
  const x883 = evaluateSecondScratch[303]!;
  const x800 = evaluateSecondScratch[270]!;
  const x444 = evaluateSecondScratch[158]!;
  const q64 = q[64]!;
  const q65 = q[65]!;
  const x47 = evaluateSecondScratch[11]!;
  const x48 = evaluateSecondScratch[12]!;
  const x797 = evaluateSecondScratch[268]!;
  const x798 = evaluateSecondScratch[269]!;
  const x443 = evaluateSecondScratch[157]!;
  const x990 = evaluateSecondScratch[350]!;
  const x991 = evaluateSecondScratch[351]!;
  const x953 = evaluateSecondScratch[333]!;
  const x958 = evaluateSecondScratch[336]!;
  const q68 = q[68]!;
  const q67 = q[67]!;
  const q63 = q[63]!;
  const x920 = evaluateSecondScratch[319]!;
  const x922 = evaluateSecondScratch[320]!;
  const q5 = q[5]!;
  const x728 = evaluateSecondScratch[239]!;
  const q10 = q[10]!;
  const x730 = evaluateSecondScratch[241]!;
  const x475 = evaluateSecondScratch[165]!;
  const x476 = evaluateSecondScratch[166]!;
  const x931 = evaluateSecondScratch[325]!;
  const x914 = evaluateSecondScratch[315]!;
  const x932 = evaluateSecondScratch[326]!;
  const x919 = evaluateSecondScratch[318]!;
  const x939 = evaluateSecondScratch[329]!;
  const x510 = evaluateSecondScratch[174]!;
  const x511 = evaluateSecondScratch[175]!;
  const q69 = q[69]!;
  const q70 = q[70]!;
  const v3 = v[3]!;
  const v4 = v[4]!;
  const d3 = d[3]!;
  const d4 = d[4]!;
  const q85 = q[85]!;
  const q89 = q[89]!;
  const q87 = q[87]!;
  const q86 = q[86]!;
  const v5 = v[5]!;
  const d5 = d[5]!;
  const q88 = q[88]!;
  const x2 = evaluateSecondScratch[0]!;
  const w5 = w[5]!;
  const q0 = q[0]!;
  const w4 = w[4]!;
  const w3 = w[3]!;
  const x963 = evaluateSecondScratch[337]!;
  const x979 = evaluateSecondScratch[346]!;
  const x984 = evaluateSecondScratch[349]!;
  const x981 = evaluateSecondScratch[348]!;
  const x977 = evaluateSecondScratch[345]!;
  const x980 = evaluateSecondScratch[347]!;
  const x975 = evaluateSecondScratch[344]!;
  const x974 = evaluateSecondScratch[343]!;
  const q62 = q[62]!;
  const x971 = evaluateSecondScratch[342]!;
  const x970 = evaluateSecondScratch[341]!;
  const x964 = evaluateSecondScratch[338]!;
  const x966 = evaluateSecondScratch[340]!;
  const x965 = evaluateSecondScratch[339]!;
  const x955 = evaluateSecondScratch[335]!;
  const x951 = evaluateSecondScratch[332]!;
  const x954 = evaluateSecondScratch[334]!;
  const x927 = evaluateSecondScratch[323]!;
  const x944 = evaluateSecondScratch[331]!;
  const x943 = evaluateSecondScratch[330]!;
  const x930 = evaluateSecondScratch[324]!;
  const x937 = evaluateSecondScratch[327]!;
  const x938 = evaluateSecondScratch[328]!;
  const x925 = evaluateSecondScratch[321]!;
  const x926 = evaluateSecondScratch[322]!;
  let x1045: number;
  let x1046: number;
  if (x993) {
    x994 = x644 * x878;
    x997 = (x648 * x878) + (x883 * x644);
    x1002 = x800 + x994;
    x1004 = (x800 * x994) / x1002;
    x1005 = ((x444 * x994) + (x997 * x800)) / x1002;
    x1006 = (x444 + x997) / x1002;
    x1013 = (x800 - x1004) / q64;
    x1014 = (x444 + ((x1006 * x1004) - x1005)) / q64;
    const x1017 = x48 * q65;
    const x1018 = 1 + (q65 * x47);
    x1019 = (x1018 >= 0.1) ? 1 : 0;
    let x1038: number;
    if (x1019) {
      x1037 = x1018;
      x1038 = x1017;
    } else {
      x1027 = 0.30000000000000004 - (2 * x1018);
      x1029 = (0.1 * (0.2 - x1018)) / x1027;
      x1030 = (x1017 * 0.1) / x1027;
      x1032 = (x1017 * 2) / x1027;
      x1037 = x1029;
      x1038 = (x1032 * x1029) - x1030;
    }
    x1039 = x1013 / x1037;
    x1040 = x1014 / x1037;
    x1041 = x1038 / x1037;
    x1045 = x1039;
    x1046 = x1040 - (x1041 * x1039);
  } else {
    x1045 = 583461742500000;
    x1046 = 0;
  }
  const x1048 = q[66]! / x797;
  const x1049 = x798 / x797;
  const x1050 = x1049 * x1048;
  const x1053 = x1050 * x443;
  const x1055 = x444 * x1048;
  const x1056 = x1055 - x1053;
  const x1057 = 1 + (x1048 * x443);
  const x1058 = x1057 >= 0.1;
  let x1074: number;
  let x1075: number;
  if (x1058) {
    x1074 = x1057;
    x1075 = x1056;
  } else {
    x1065 = 0.30000000000000004 - (2 * x1057);
    x1067 = (0.1 * (0.2 - x1057)) / x1065;
    x1068 = ((x1053 - x1055) * 0.1) / x1065;
    x1069 = (x1056 * 2) / x1065;
    x1074 = x1067;
    x1075 = x1068 + (x1069 * x1067);
  }
  const x1080 = x990 + x1045;
  const x1082 = (x990 * x1045) / x1080;
  const x1083 = ((x991 * x1045) + (x1046 * x990)) / x1080;
  const x1084 = (x991 + x1046) / x1080;
  const x1087 = x1083 - (x1084 * x1082);
  const x1092 = x953 + (x1074 * x1082);
  const x1095 = q68 > 0;
  let x1113: number;
  let x1114: number;
  if (x1095) {
    const x1097 = q67 * q63;
    x1099 = (x920 > (x1097 / 34)) ? 1 : 0;
    if (x1099) {
      x1100 = x1097 / x920;
      x1101 = x922 / x920;
      x1102 = x1101 * x1100;
      x1104 = Math.exp(x1100);
      x1107 = x1104;
      x1108 = -(x1102 * x1104);
    } else {
      x1107 = 583461742500000;
      x1108 = 0;
    }
    x1111 = (x1107 * q5) / q68;
    x1112 = (x1108 * q5) / q68;
    x1113 = x1111;
    x1114 = x1112;
  } else {
    x1113 = 583461742500000;
    x1114 = 0;
  }
  const x1115 = x728 * q10;
  const x1116 = x730 * q10;
  const x1118 = x475 / q5;
  const x1119 = x476 / q5;
  const x1120 = x1115 * x1118;
  const x1124 = (x1119 * x1115) - (x1116 * x1118);
  const x1125 = x1120 * x443;
  const x1128 = (x1124 * x443) + (x444 * x1120);
  const x1133 = (x931 * x914) / x800;
  const x1134 = ((x932 * x914) + (x919 * x931)) / x800;
  const x1138 = 1 - x1133;
  const x1139 = (x939 * x1133) - x1134;
  const x1144 = x914 / x797;
  const x1145 = x919 / x797;
  const x1149 = 1 + x1144;
  const x1150 = (x1125 * x1138) / x1149;
  const x1151 = ((x1128 * x1138) + (x1139 * x1125)) / x1149;
  const x1152 = (x1145 - (x1049 * x1144)) / x1149;
  const x1155 = x1151 - (x1152 * x1150);
  const x1164 = 1 + (x1150 * x510);
  const x1165 = (x1150 * x914) / x1164;
  const x1166 = ((x1155 * x914) + (x919 * x1150)) / x1164;
  const x1167 = ((x1155 * x510) + (x511 * x1150)) / x1164;
  const x1170 = x1166 - (x1167 * x1165);
  const x1171 = x920 / x1092;
  const x1172 = x922 / x1092;
  const x1173 = (x958 + ((x1075 * x1082) + (x1087 * x1074))) / x1092;
  const x1176 = x1172 - (x1173 * x1171);
  const x1177 = 1 + x1171;
  const x1178 = x1165 * x1177;
  const x1181 = (x1170 * x1177) + (x1176 * x1165);
  const x1182 = x920 / x1113;
  const x1183 = x922 / x1113;
  const x1184 = x1114 / x1113;
  const x1187 = x1183 - (x1184 * x1182);
  const x1188 = 1 + x1182;
  const x1192 = (x1181 * x1188) + (x1187 * x1178);
  const x1197 = (q69 > 0) && (q70 > 0);
  let x1221: number;
  if (x1197) {
    x1199 = (x920 > (q70 / 34)) ? 1 : 0;
    if (x1199) {
      x1201 = q70 / x920;
      x1202 = x922 / x920;
      x1203 = x1202 * x1201;
      x1206 = Math.exp((-x1201));
      x1208 = x1206;
      x1209 = x1203 * x1206;
    } else {
      x1208 = 1.713908431e-15;
      x1209 = 0;
    }
    x1210 = q69 * x920;
    x1211 = x922 * q69;
    x1212 = x1210 * x1208;
    x1215 = (x1211 * x1208) + (x1209 * x1210);
    x1221 = (x1215 * x1178) + (x1181 * x1212);
  } else {
    x1221 = 0;
  }
  const x1222 = v3 - v4;
  const x1224 = d3 - d4;
  const x1227 = x1224 * q85;
  const x1229 = q89 > 0;
  let x1257: number;
  if (x1229) {
    x1234 = ((q87 > 0) && (x1222 >= q[91]!)) ? 1 : 0;
    let x1255: number;
    if (x1234) {
      x1238 = q[93]! / q86;
      x1255 = x1227 + (x1224 * x1238);
    } else {
      x1245 = x1222 / q86;
      x1246 = x1224 / q86;
      x1248 = Math.expm1(x1245) + 1;
      x1249 = x1246 * x1248;
      x1255 = x1227 + (x1249 * q89);
    }
    x1257 = x1255;
  } else {
    x1257 = x1227;
  }
  const x1258 = v3 - v5;
  const x1260 = d3 - d5;
  const x1262 = x1260 * q85;
  const x1264 = q88 > 0;
  let x1290: number;
  if (x1264) {
    x1268 = ((q87 > 0) && (x1258 >= q[90]!)) ? 1 : 0;
    let x1288: number;
    if (x1268) {
      x1271 = q[92]! / q86;
      x1288 = x1262 + (x1260 * x1271);
    } else {
      x1278 = x1258 / q86;
      x1279 = x1260 / q86;
      x1281 = Math.expm1(x1278) + 1;
      x1282 = x1279 * x1281;
      x1288 = x1262 + (x1282 * q88);
    }
    x1290 = x1288;
  } else {
    x1290 = x1262;
  }
  let x1320: number;
  if (x2) {
    x1320 = x1192 + x1221;
  } else {
    x1320 = -x1192;
  }
  let x1334: number;
  if (x2) {
    x1334 = -x1192;
  } else {
    x1334 = x1192 + x1221;
  }
  const x1351 = w5 * q0;
  const x1354 = x2 ? (-x1351) : x1351;
  const x1355 = x2 ? 0 : x1351;
  const x1358 = w4 * q0;
  let x1365: number;
  let x1366: number;
  if (x2) {
    x1365 = x1354 + x1358;
    x1366 = x1355 + x1358;
  } else {
    x1365 = x1354 - x1358;
    x1366 = x1355;
  }
  const x1367 = w3 * q0;
  const x1371 = x1366 - x1367;
  const x1372 = x1367 - x1358;
  const x1373 = x1367 - x1351;
  const x1374 = (w[2]! - w5) * (d[2]! - d5);
  const x1377 = x1374 * q0;
  evaluateSecondScratch[353] = x1377;
  const x1378 = (w[0]! - w4) * (d[0]! - d4);
  const x1380 = ((((w5 * (x1334 - x1290)) + (w4 * (x1320 - x1257))) + (w3 * ((x1257 + x1290) - x1221))) + (x1374 * q[107]!)) + (x1378 * q[106]!);
  evaluateSecondScratch[354] = x1380;
  const x1381 = x1378 * q0;
  evaluateSecondScratch[355] = x1381;
  let x1402: number;
  let x1403: number;
  let x1404: number;
  let x1405: number;
  if (x1264) {
    let x1398: number;
    let x1399: number;
    let x1400: number;
    let x1401: number;
    if (x1268) {
      const x1383 = (x1373 * x1260) / q86;
      x1398 = x1383;
      x1399 = -(x1383 * x1271);
      x1400 = 0;
      x1401 = 0;
    } else {
      const x1386 = x1373 * q88;
      const x1394 = ((x1386 * x1279) * x1281) / q86;
      x1398 = 0;
      x1399 = (-(((x1386 * x1281) / q86) * x1279)) - (x1394 * x1278);
      x1400 = x1373 * x1282;
      x1401 = x1394;
    }
    x1402 = x1398;
    x1403 = x1399;
    x1404 = x1400;
    x1405 = x1401;
  } else {
    x1402 = 0;
    x1403 = 0;
    x1404 = 0;
    x1405 = 0;
  }
  evaluateSecondScratch[356] = x1402;
  evaluateSecondScratch[357] = x1404;
  evaluateSecondScratch[358] = x1405;
  const x1407 = -x1405;
  evaluateSecondScratch[359] = x1407;
  let x1430: number;
  let x1431: number;
  let x1432: number;
  let x1433: number;
  if (x1229) {
    let x1426: number;
    let x1427: number;
    let x1428: number;
    let x1429: number;
    if (x1234) {
      const x1409 = (x1372 * x1224) / q86;
      x1426 = x1409;
      x1427 = x1403 - (x1409 * x1238);
      x1428 = 0;
      x1429 = 0;
    } else {
      const x1413 = x1372 * q89;
      const x1422 = ((x1413 * x1246) * x1248) / q86;
      x1426 = 0;
      x1427 = (x1403 - (((x1413 * x1248) / q86) * x1246)) - (x1422 * x1245);
      x1428 = x1372 * x1249;
      x1429 = x1422;
    }
    x1430 = x1426;
    x1431 = x1427;
    x1432 = x1428;
    x1433 = x1429;
  } else {
    x1430 = 0;
    x1431 = x1403;
    x1432 = 0;
    x1433 = 0;
  }
  evaluateSecondScratch[360] = x1430;
  evaluateSecondScratch[361] = x1431;
  evaluateSecondScratch[362] = x1432;
  evaluateSecondScratch[363] = x1433;
  const x1435 = (x1373 * x1260) + (x1372 * x1224);
  evaluateSecondScratch[364] = x1435;
  const x1436 = x1405 + x1433;
  evaluateSecondScratch[365] = x1436;
  const x1437 = -x1433;
  evaluateSecondScratch[366] = x1437;
  let x1475: number;
  let x1476: number;
  let x1477: number;
  let x1478: number;
  let x1479: number;
  let x1480: number;
  if (x1197) {
    const x1439 = x1371 * x1181;
    const x1440 = x1371 * x1178;
    const x1442 = x1440 * x1210;
    const x1444 = x1440 * x1208;
    const x1447 = (x1440 * x1209) + (x1439 * x1208);
    const x1449 = (x1440 * x1211) + (x1439 * x1210);
    const x1450 = x1444 * q69;
    const x1454 = x1447 * q69;
    let x1472: number;
    let x1473: number;
    let x1474: number;
    if (x1199) {
      const x1455 = x1442 * x1206;
      const x1463 = (x1455 * x1201) / x920;
      const x1468 = ((x1455 * x1202) - ((x1449 + (x1442 * x1203)) * x1206)) / x920;
      x1472 = x1450 + x1463;
      x1473 = (x1454 - (x1463 * x1202)) - (x1468 * x1201);
      x1474 = x1468;
    } else {
      x1472 = x1450;
      x1473 = x1454;
      x1474 = 0;
    }
    x1475 = x1371 * x1212;
    x1476 = x1371 * x1215;
    x1477 = x1472;
    x1478 = (x1444 * x922) + (x1447 * x920);
    x1479 = x1473;
    x1480 = x1474;
  } else {
    x1475 = 0;
    x1476 = 0;
    x1477 = 0;
    x1478 = 0;
    x1479 = 0;
    x1480 = 0;
  }
  evaluateSecondScratch[367] = x1478;
  evaluateSecondScratch[368] = x1480;
  const x1481 = x1365 * x1178;
  const x1483 = x1476 + (x1365 * x1187);
  const x1485 = x1475 + (x1365 * x1188);
  const x1493 = (x1481 * x1182) / x1113;
  const x1497 = x1481 / x1113;
  const x1502 = ((x1365 * x1181) - (x1481 * x1184)) / x1113;
  const x1506 = ((x1493 * x1184) - (x1497 * x1183)) - (x1502 * x1182);
  const x1507 = x1485 * x1165;
  const x1509 = x1485 * x1177;
  const x1521 = (x1507 * x1171) / x1092;
  const x1525 = x1507 / x1092;
  const x1526 = (x1477 + x1497) + x1525;
  const x1530 = (((x1485 * x1170) + (x1483 * x1165)) - (x1507 * x1173)) / x1092;
  const x1531 = (x1479 + x1502) + x1530;
  const x1534 = ((x1521 * x1173) - (x1525 * x1172)) - (x1530 * x1171);
  const x1541 = (x1509 * x1165) / x1164;
  const x1545 = x1509 / x1164;
  const x1549 = (((x1485 * x1176) + (x1483 * x1177)) - (x1509 * x1167)) / x1164;
  const x1552 = ((x1541 * x1167) - (x1545 * x1166)) - (x1549 * x1165);
  const x1553 = x1541 * x1150;
  evaluateSecondScratch[369] = x1553;
  const x1557 = x1541 * x510;
  const x1564 = (x1552 * x1150) - (x1541 * x1155);
  evaluateSecondScratch[370] = x1564;
  const x1568 = x1545 * x914;
  const x1575 = x1557 - x1568;
  const x1579 = (x1575 * x1150) / x1149;
  const x1582 = (x1568 - x1557) / x1149;
  const x1586 = (((((x1552 * x510) - (x1541 * x511)) + (x1545 * x919)) + (x1549 * x914)) + (x1575 * x1152)) / x1149;
  const x1596 = x1579 / x797;
  const x1597 = (x1545 * x1150) + x1596;
  evaluateSecondScratch[371] = x1597;
  const x1600 = ((((-(x1579 * x1152)) - (x1582 * x1151)) - (x1586 * x1150)) - (x1579 * x1049)) / x797;
  const x1605 = x1582 * x1125;
  const x1607 = x1582 * x1138;
  const x1610 = (x1582 * x1139) + (x1586 * x1138);
  const x1618 = x1605 / x800;
  const x1622 = ((x1605 * x939) - ((x1582 * x1128) + (x1586 * x1125))) / x800;
  const x1625 = (x1618 * x1134) - (x1622 * x1133);
  const x1626 = x1618 * x931;
  evaluateSecondScratch[372] = x1626;
  const x1628 = x1597 - x1626;
  evaluateSecondScratch[373] = x1628;
  const x1639 = ((((x1545 * x1155) + (x1549 * x1150)) + x1600) - (x1618 * x932)) + (x1622 * x931);
  evaluateSecondScratch[374] = x1639;
  const x1642 = x1607 * x443;
  const x1645 = (x1607 * x444) + (x1610 * x443);
  const x1651 = x1642 * x1118;
  const x1656 = (x1642 * x1119) + (x1645 * x1118);
  const x1659 = (x1642 * x1115) / q5;
  evaluateSecondScratch[375] = x1659;
  const x1662 = ((x1645 * x1115) - (x1642 * x1116)) / q5;
  evaluateSecondScratch[376] = x1662;
  const x1665 = (-(x1659 * x1119)) - (x1662 * x1118);
  const x1666 = x1651 * q10;
  evaluateSecondScratch[377] = x1666;
  const x1670 = x1656 * q10;
  evaluateSecondScratch[378] = x1670;
  const x1672 = (x1656 * x728) - (x1651 * x730);
  evaluateSecondScratch[379] = x1672;
  let x1710: number;
  let x1711: number;
  let x1712: number;
  let x1713: number;
  let x1714: number;
  let x1715: number;
  if (x1095) {
    const x1673 = x1493 / q68;
    const x1677 = x1506 / q68;
    const x1681 = x1673 * q5;
    const x1686 = x1677 * q5;
    let x1705: number;
    let x1706: number;
    let x1707: number;
    if (x1099) {
      const x1689 = x1681 * x1104;
      const x1696 = (x1689 * x1100) / x920;
      const x1701 = (((x1686 + (x1681 * x1102)) * x1104) + (x1689 * x1101)) / x920;
      x1705 = x1526 + x1696;
      x1706 = (x1531 - (x1696 * x1101)) - (x1701 * x1100);
      x1707 = x1701;
    } else {
      x1705 = x1526;
      x1706 = x1531;
      x1707 = 0;
    }
    x1710 = (x1673 * x1112) - (x1677 * x1111);
    x1711 = (x1665 - (x1673 * x1108)) + (x1677 * x1107);
    x1712 = x1705;
    x1713 = x1706;
    x1714 = x1707 * q63;
    x1715 = x1707 * q67;
  } else {
    x1710 = 0;
    x1711 = x1665;
    x1712 = x1526;
    x1713 = x1531;
    x1714 = 0;
    x1715 = 0;
  }
  evaluateSecondScratch[380] = x1710;
  evaluateSecondScratch[381] = x1714;
  const x1716 = x1521 * x1074;
  const x1720 = x1521 * x1082;
  const x1721 = -x1720;
  const x1725 = (x1534 * x1082) - (x1521 * x1087);
  const x1731 = (x1716 * x1082) / x1080;
  const x1734 = x1716 / x1080;
  const x1739 = (((x1534 * x1074) - (x1521 * x1075)) + (x1716 * x1084)) / x1080;
  const x1742 = ((x1734 * x1083) - (x1731 * x1084)) - (x1739 * x1082);
  const x1743 = x1734 * x990;
  const x1745 = x1731 - x1743;
  const x1751 = x1731 - (x1734 * x1045);
  const x1756 = (x1742 - (x1734 * x1046)) + (x1739 * x1045);
  const x1758 = (x1742 - (x1734 * x991)) + (x1739 * x990);
  let x1786: number;
  let x1787: number;
  let x1788: number;
  let x1789: number;
  if (x1058) {
    x1786 = x1725;
    x1787 = x1721;
    x1788 = 0;
    x1789 = 0;
  } else {
    const x1764 = (x1720 * x1067) / x1065;
    const x1768 = x1720 / x1065;
    const x1773 = (x1725 - (x1720 * x1069)) / x1065;
    const x1781 = x1768 * 0.1;
    x1786 = (((x1773 * x1067) - ((x1764 * x1069) + (x1768 * x1068))) * 2) - (x1773 * 0.1);
    x1787 = -(x1764 * 2);
    x1788 = -x1781;
    x1789 = x1781;
  }
  const x1790 = x1789 + x1787;
  const x1792 = x1788 - x1787;
  const x1794 = (x1607 * x1120) + (x1790 * x1048);
  const x1796 = x1792 * x443;
  const x1802 = (((x1607 * x1124) + (x1610 * x1120)) + (x1792 * x1050)) + (x1786 * x1048);
  const x1807 = ((x1796 * x1048) - (x1579 * x1144)) / x797;
  const x1811 = (((x1790 * x444) + (x1786 * x443)) + (x1796 * x1049)) / x797;
  evaluateSecondScratch[382] = x1811;
  const x1814 = (((-(x1596 * x1145)) - (x1600 * x1144)) - (x1807 * x1049)) - (x1811 * x1048);
  let x1914: number;
  let x1915: number;
  let x1916: number;
  let x1917: number;
  let x1918: number;
  let x1919: number;
  let x1920: number;
  let x1921: number;
  let x1922: number;
  let x1923: number;
  if (x993) {
    const x1815 = x1743 - x1731;
    const x1819 = (x1815 * x1039) / x1037;
    const x1822 = x1745 / x1037;
    const x1826 = (x1758 + (x1815 * x1041)) / x1037;
    const x1829 = ((-(x1819 * x1041)) - (x1822 * x1040)) - (x1826 * x1039);
    let x1855: number;
    let x1856: number;
    if (x1019) {
      x1855 = x1829;
      x1856 = x1819;
    } else {
      const x1834 = (x1819 * x1029) / x1027;
      const x1837 = x1819 / x1027;
      const x1842 = (x1829 + (x1819 * x1032)) / x1027;
      x1855 = (((x1842 * x1029) - ((x1837 * x1030) - (x1834 * x1032))) * 2) - (x1842 * 0.1);
      x1856 = (x1834 * 2) - (x1837 * 0.1);
    }
    const x1862 = x1822 / q64;
    const x1865 = x1826 / q64;
    const x1876 = (x1862 * x1004) / x1002;
    const x1879 = x1862 / x1002;
    const x1884 = ((x1862 * x1006) - x1865) / x1002;
    const x1887 = ((x1879 * x1005) - (x1876 * x1006)) - (x1884 * x1004);
    const x1892 = x1876 - (x1879 * x800);
    const x1905 = (x1887 - (x1879 * x444)) + (x1884 * x800);
    x1914 = x1856 * q65;
    x1915 = (x1856 * x48) + (x1855 * x47);
    x1916 = x1855 * q65;
    x1917 = (-(x1862 * x1014)) - (x1865 * x1013);
    x1918 = ((x1794 + x1862) + x1876) - (x1879 * x994);
    x1919 = (((x1625 + x1865) + x1887) - (x1879 * x997)) + (x1884 * x994);
    x1920 = x1892 * x644;
    x1921 = (x1892 * x883) + (x1905 * x878);
    x1922 = x1892 * x878;
    x1923 = (x1892 * x648) + (x1905 * x644);
  } else {
    x1914 = 0;
    x1915 = 0;
    x1916 = 0;
    x1917 = 0;
    x1918 = x1794;
    x1919 = x1625;
    x1920 = 0;
    x1921 = 0;
    x1922 = 0;
    x1923 = 0;
  }
  evaluateSecondScratch[383] = x1914;
  evaluateSecondScratch[384] = x1915;
  evaluateSecondScratch[385] = x1916;
  evaluateSecondScratch[386] = x1917;
  let x1999: number;
  let x2000: number;
  let x2001: number;
  let x2002: number;
  let x2003: number;
  let x2004: number;
  let x2005: number;
  let x2006: number;
  let x2007: number;
  let x2008: number;
  let x2009: number;
  if (x963) {
    const x1927 = x1751 * x920;
    const x1940 = (x1927 * x979) / x977;
    const x1944 = x1927 / x977;
    const x1948 = (((x1751 * x922) + (x1756 * x920)) - (x1927 * x981)) / x977;
    const x1951 = ((x1940 * x981) - (x1944 * x980)) - (x1948 * x979);
    const x1952 = x1940 * q63;
    const x1957 = x1951 * q63;
    const x1969 = x1944 * q5;
    const x1974 = x1948 * q5;
    const x1983 = (x1969 * x964) / x797;
    const x1989 = x1969 / x797;
    const x1994 = (x1974 - (x1969 * x966)) / x797;
    x1999 = x1712 + (x1751 * x979);
    x2000 = (x1713 + (x1751 * x984)) + (x1756 * x979);
    x2001 = (x1715 - (x1940 * x975)) + (x1951 * x974);
    x2002 = (x1922 - (x1952 * q62)) + x1969;
    x2003 = (x1957 * x644) - (x1952 * x648);
    x2004 = (x1921 + (x1957 * q62)) + x1974;
    x2005 = (x1711 + (x1944 * x971)) + (x1948 * x970);
    x2006 = x1807 - x1983;
    x2007 = ((x1814 + (x1983 * x966)) - (x1989 * x965)) - (x1994 * x964);
    x2008 = x1918 + x1989;
    x2009 = x1802 + x1994;
  } else {
    x1999 = x1712;
    x2000 = x1713;
    x2001 = x1715;
    x2002 = x1922;
    x2003 = 0;
    x2004 = x1921;
    x2005 = x1711;
    x2006 = x1807;
    x2007 = x1814;
    x2008 = x1918;
    x2009 = x1802;
  }
  evaluateSecondScratch[387] = x1999;
  evaluateSecondScratch[388] = x2000;
  evaluateSecondScratch[389] = x2001;
  evaluateSecondScratch[390] = x2003;
  evaluateSecondScratch[391] = x2005;
  const x2013 = (x1521 * x953) / x951;
  evaluateSecondScratch[392] = x2013;
  const x2016 = x1521 / x951;
  const x2021 = (x1534 + (x1521 * x955)) / x951;
  evaluateSecondScratch[393] = x2021;
  const x2024 = ((x2016 * x954) - (x2013 * x955)) - (x2021 * x953);
  evaluateSecondScratch[394] = x2024;
  const x2026 = x2016 * x927;
  const x2030 = x2016 * x943;
  const x2035 = (x2021 * x943) - (x2016 * x944);
  const x2045 = ((x1605 * x1133) - (x2026 * x937)) / x800;
  const x2050 = x2026 / x800;
  const x2054 = (((x2016 * x930) - (x2021 * x927)) - (x2026 * x939)) / x800;
  const x2057 = ((x1919 - (x2045 * x939)) - (x2050 * x938)) - (x2054 * x937);
  evaluateSecondScratch[395] = x2057;
  const x2069 = (x1923 + (x2050 * x932)) + (x2054 * x931);
  evaluateSecondScratch[396] = x2069;
  const x2071 = x2002 + (((x2050 * x878) - (x1618 * x914)) * 0.5);
  evaluateSecondScratch[397] = x2071;
  const x2073 = x2004 + (((((x1622 * x914) - (x1618 * x919)) + (x2050 * x883)) + (x2054 * x878)) * 0.5);
  evaluateSecondScratch[398] = x2073;
  const x2076 = (x2008 + x2045) - (x2030 * x925);
  evaluateSecondScratch[399] = x2076;
  const x2087 = (x2009 - (x2030 * x926)) + (x2035 * x925);
  evaluateSecondScratch[400] = x2087;
  const x2088 = (x2030 * x443) * 2;
  evaluateSecondScratch[401] = x2088;
  const x2090 = ((x2035 * x443) - (x2030 * x444)) * 2;
  evaluateSecondScratch[402] = x2090;
  const x2091 = x2006 - x2016;
  evaluateSecondScratch[403] = x2091;
  const x2092 = (x1920 + (x2050 * x931)) - x2016;
  evaluateSecondScratch[404] = x2092;
  const x2093 = x2007 + x2021;
  evaluateSecondScratch[405] = x2093;
}

function evaluateSecond3(q: Float64Array, v: Float64Array, d: Float64Array, w: Float64Array, qs: Float64Array, vs: Float64Array): void {
  const x2069 = evaluateSecondScratch[396]!;
  const x2021 = evaluateSecondScratch[393]!;
  const x1639 = evaluateSecondScratch[374]!;
  const x2000 = evaluateSecondScratch[388]!;
  const x1628 = evaluateSecondScratch[373]!;
  const x1999 = evaluateSecondScratch[387]!;
  const x1626 = evaluateSecondScratch[372]!;
  const x1597 = evaluateSecondScratch[371]!;
  const x914 = evaluateSecondScratch[315]!;
  const x916 = evaluateSecondScratch[317]!;
  const x912 = evaluateSecondScratch[314]!;
  const x915 = evaluateSecondScratch[316]!;
  const x910 = evaluateSecondScratch[313]!;
  const x906 = evaluateSecondScratch[309]!;
  const x908 = evaluateSecondScratch[311]!;
  const x907 = evaluateSecondScratch[310]!;
  const x909 = evaluateSecondScratch[312]!;
  const x902 = evaluateSecondScratch[308]!;
  const x2092 = evaluateSecondScratch[404]!;
  const x883 = evaluateSecondScratch[303]!;
  const x878 = evaluateSecondScratch[300]!;
  const x888 = evaluateSecondScratch[305]!;
  const x886 = evaluateSecondScratch[304]!;
  const x12 = evaluateSecondScratch[2]!;
  const x11 = evaluateSecondScratch[1]!;
  const x890 = evaluateSecondScratch[307]!;
  const x889 = evaluateSecondScratch[306]!;
  const x880 = evaluateSecondScratch[302]!;
  const x876 = evaluateSecondScratch[299]!;
  const x879 = evaluateSecondScratch[301]!;
  const x874 = evaluateSecondScratch[298]!;
  const x870 = evaluateSecondScratch[294]!;
  const x872 = evaluateSecondScratch[296]!;
  const x871 = evaluateSecondScratch[295]!;
  const x873 = evaluateSecondScratch[297]!;
  const x862 = evaluateSecondScratch[292]!;
  const x856 = evaluateSecondScratch[291]!;
  const x853 = evaluateSecondScratch[290]!;
  const x863 = evaluateSecondScratch[293]!;
  const x843 = evaluateSecondScratch[284]!;
  const x844 = evaluateSecondScratch[285]!;
  const x800 = evaluateSecondScratch[270]!;
  const x852 = evaluateSecondScratch[289]!;
  const x2057 = evaluateSecondScratch[395]!;
  const x851 = evaluateSecondScratch[288]!;
  const x2076 = evaluateSecondScratch[399]!;
  const x444 = evaluateSecondScratch[158]!;
  const x2091 = evaluateSecondScratch[403]!;
  const x2093 = evaluateSecondScratch[405]!;
  const x845 = evaluateSecondScratch[286]!;
  const x2088 = evaluateSecondScratch[401]!;
  const x790 = evaluateSecondScratch[264]!;
  const x787 = evaluateSecondScratch[263]!;
  const x846 = evaluateSecondScratch[287]!;
  const x2090 = evaluateSecondScratch[402]!;
  const x835 = evaluateSecondScratch[282]!;
  const x838 = evaluateSecondScratch[283]!;
  const x833 = evaluateSecondScratch[280]!;
  const x2071 = evaluateSecondScratch[397]!;
  const x648 = evaluateSecondScratch[216]!;
  const x644 = evaluateSecondScratch[214]!;
  const x834 = evaluateSecondScratch[281]!;
  const x2073 = evaluateSecondScratch[398]!;
  const x798 = evaluateSecondScratch[269]!;
  const x797 = evaluateSecondScratch[268]!;
  const x2013 = evaluateSecondScratch[392]!;
  const x819 = evaluateSecondScratch[278]!;
  const x821 = evaluateSecondScratch[279]!;
  const x2024 = evaluateSecondScratch[394]!;
  const x818 = evaluateSecondScratch[277]!;
  const x809 = evaluateSecondScratch[274]!;
  const x780 = evaluateSecondScratch[258]!;
  const x801 = evaluateSecondScratch[271]!;
  const x813 = evaluateSecondScratch[276]!;
  const x812 = evaluateSecondScratch[275]!;
  const x802 = evaluateSecondScratch[272]!;
  const x808 = evaluateSecondScratch[273]!;
  const x2087 = evaluateSecondScratch[400]!;
  const q5 = q[5]!;
  const x795 = evaluateSecondScratch[267]!;
  const x2005 = evaluateSecondScratch[391]!;
  const x792 = evaluateSecondScratch[265]!;
  const x793 = evaluateSecondScratch[266]!;
  const x728 = evaluateSecondScratch[239]!;
  const x1666 = evaluateSecondScratch[377]!;
  const x1670 = evaluateSecondScratch[378]!;
  const x785 = evaluateSecondScratch[261]!;
  const x1553 = evaluateSecondScratch[369]!;
  const x511 = evaluateSecondScratch[175]!;
  const x510 = evaluateSecondScratch[174]!;
  const x786 = evaluateSecondScratch[262]!;
  const x1564 = evaluateSecondScratch[370]!;
  const q10 = q[10]!;
  const x784 = evaluateSecondScratch[260]!;
  const x1672 = evaluateSecondScratch[379]!;
  const x783 = evaluateSecondScratch[259]!;
  const q58 = q[58]!;
  const x1659 = evaluateSecondScratch[375]!;
  const x476 = evaluateSecondScratch[166]!;
  const x1662 = evaluateSecondScratch[376]!;
  const x475 = evaluateSecondScratch[165]!;
  const x733 = evaluateSecondScratch[242]!;
  const x751 = evaluateSecondScratch[249]!;
  const x744 = evaluateSecondScratch[245]!;
  const x749 = evaluateSecondScratch[247]!;
  const x748 = evaluateSecondScratch[246]!;
  const x750 = evaluateSecondScratch[248]!;
  const x740 = evaluateSecondScratch[244]!;
  const x737 = evaluateSecondScratch[243]!;
  const q59 = q[59]!;
  const x443 = evaluateSecondScratch[157]!;
  const x759 = evaluateSecondScratch[250]!;
  const x772 = evaluateSecondScratch[257]!;
  const x766 = evaluateSecondScratch[253]!;
  const x770 = evaluateSecondScratch[255]!;
  const x769 = evaluateSecondScratch[254]!;
  const x771 = evaluateSecondScratch[256]!;
  const x763 = evaluateSecondScratch[252]!;
  const x761 = evaluateSecondScratch[251]!;
  const x729 = evaluateSecondScratch[240]!;
  const x725 = evaluateSecondScratch[238]!;
  const x705 = evaluateSecondScratch[233]!;
  const x717 = evaluateSecondScratch[235]!;
  const x720 = evaluateSecondScratch[237]!;
  const x715 = evaluateSecondScratch[234]!;
  const x718 = evaluateSecondScratch[236]!;
  const x650 = evaluateSecondScratch[217]!;
  const x652 = evaluateSecondScratch[218]!;
  const x663 = evaluateSecondScratch[221]!;
  const x662 = evaluateSecondScratch[220]!;
  const x653 = evaluateSecondScratch[219]!;
  const q55 = q[55]!;
  const q56 = q[56]!;
  const x1914 = evaluateSecondScratch[383]!;
  const x48 = evaluateSecondScratch[12]!;
  const x47 = evaluateSecondScratch[11]!;
  const x1916 = evaluateSecondScratch[385]!;
  const q9 = q[9]!;
  const x674 = evaluateSecondScratch[224]!;
  const x672 = evaluateSecondScratch[222]!;
  const x681 = evaluateSecondScratch[226]!;
  const x680 = evaluateSecondScratch[225]!;
  const x673 = evaluateSecondScratch[223]!;
  const x689 = evaluateSecondScratch[229]!;
  const x694 = evaluateSecondScratch[231]!;
  const x695 = evaluateSecondScratch[232]!;
  const x692 = evaluateSecondScratch[230]!;
  const x687 = evaluateSecondScratch[227]!;
  const x688 = evaluateSecondScratch[228]!;
  const x592 = evaluateSecondScratch[198]!;
  const x570 = evaluateSecondScratch[197]!;
  const x645 = evaluateSecondScratch[215]!;
  const x626 = evaluateSecondScratch[209]!;
  const x635 = evaluateSecondScratch[211]!;
  const x637 = evaluateSecondScratch[213]!;
  const x633 = evaluateSecondScratch[210]!;
  const x636 = evaluateSecondScratch[212]!;
  const x614 = evaluateSecondScratch[207]!;
  const x618 = evaluateSecondScratch[208]!;
  const x609 = evaluateSecondScratch[205]!;
  const x530 = evaluateSecondScratch[187]!;
  const x528 = evaluateSecondScratch[185]!;
  const x613 = evaluateSecondScratch[206]!;
  const x603 = evaluateSecondScratch[203]!;
  const x608 = evaluateSecondScratch[204]!;
  const x600 = evaluateSecondScratch[201]!;
  const x601 = evaluateSecondScratch[202]!;
  const q48 = q[48]!;
  const x598 = evaluateSecondScratch[200]!;
  const x597 = evaluateSecondScratch[199]!;
  const q49 = q[49]!;
  const x515 = evaluateSecondScratch[178]!;
  const x513 = evaluateSecondScratch[176]!;
  const x552 = evaluateSecondScratch[192]!;
  const x562 = evaluateSecondScratch[194]!;
  const x565 = evaluateSecondScratch[196]!;
  const x560 = evaluateSecondScratch[193]!;
  const x563 = evaluateSecondScratch[195]!;
  const q52 = q[52]!;
  const x534 = evaluateSecondScratch[188]!;
  const x540 = evaluateSecondScratch[191]!;
  const x537 = evaluateSecondScratch[189]!;
  const x539 = evaluateSecondScratch[190]!;
  const x529 = evaluateSecondScratch[186]!;
  const x527 = evaluateSecondScratch[184]!;
  const x523 = evaluateSecondScratch[183]!;
  const x519 = evaluateSecondScratch[179]!;
  const x521 = evaluateSecondScratch[181]!;
  const x520 = evaluateSecondScratch[180]!;
  const x522 = evaluateSecondScratch[182]!;
  const q53 = q[53]!;
  const x82 = evaluateSecondScratch[24]!;
  const x81 = evaluateSecondScratch[23]!;
  const x514 = evaluateSecondScratch[177]!;
  const x75 = evaluateSecondScratch[21]!;
  const q45 = q[45]!;
  const x508 = evaluateSecondScratch[173]!;
  const x507 = evaluateSecondScratch[172]!;
  const x487 = evaluateSecondScratch[167]!;
  const x499 = evaluateSecondScratch[169]!;
  const x502 = evaluateSecondScratch[171]!;
  const x497 = evaluateSecondScratch[168]!;
  const x500 = evaluateSecondScratch[170]!;
  const q47 = q[47]!;
  const x76 = evaluateSecondScratch[22]!;
  const x448 = evaluateSecondScratch[159]!;
  const q46 = q[46]!;
  const x459 = evaluateSecondScratch[160]!;
  const x469 = evaluateSecondScratch[162]!;
  const x471 = evaluateSecondScratch[164]!;
  const x468 = evaluateSecondScratch[161]!;
  const x470 = evaluateSecondScratch[163]!;
  const q44 = q[44]!;
  const q43 = q[43]!;
  const x392 = evaluateSecondScratch[132]!;
  const x393 = evaluateSecondScratch[133]!;
  const x396 = evaluateSecondScratch[134]!;
  const x407 = evaluateSecondScratch[141]!;
  const x406 = evaluateSecondScratch[140]!;
  const x405 = evaluateSecondScratch[139]!;
  const x400 = evaluateSecondScratch[136]!;
  const x402 = evaluateSecondScratch[138]!;
  const x398 = evaluateSecondScratch[135]!;
  const x401 = evaluateSecondScratch[137]!;
  const q11 = q[11]!;
  const x306 = evaluateSecondScratch[98]!;
  const x305 = evaluateSecondScratch[97]!;
  const q42 = q[42]!;
  const x435 = evaluateSecondScratch[154]!;
  const x437 = evaluateSecondScratch[156]!;
  const x434 = evaluateSecondScratch[153]!;
  const x436 = evaluateSecondScratch[155]!;
  const x426 = evaluateSecondScratch[149]!;
  const x429 = evaluateSecondScratch[152]!;
  const x428 = evaluateSecondScratch[151]!;
  const x427 = evaluateSecondScratch[150]!;
  const x391 = evaluateSecondScratch[131]!;
  const x425 = evaluateSecondScratch[148]!;
  const x376 = evaluateSecondScratch[125]!;
  const x375 = evaluateSecondScratch[124]!;
  const x418 = evaluateSecondScratch[147]!;
  const x417 = evaluateSecondScratch[146]!;
  const x411 = evaluateSecondScratch[142]!;
  const x415 = evaluateSecondScratch[144]!;
  const x416 = evaluateSecondScratch[145]!;
  const x412 = evaluateSecondScratch[143]!;
  const x382 = evaluateSecondScratch[129]!;
  const x387 = evaluateSecondScratch[130]!;
  const x379 = evaluateSecondScratch[128]!;
  const x377 = evaluateSecondScratch[126]!;
  const x378 = evaluateSecondScratch[127]!;
  const x2100 = x1999 + (x1626 - x1597);
  const x2104 = (x2100 * x914) / x912;
  const x2107 = (x1628 - x1999) / x912;
  const x2111 = ((x1639 - x2000) + (x2100 * x916)) / x912;
  const x2114 = ((-(x2104 * x916)) - (x2107 * x915)) - (x2111 * x914);
  const x2115 = x2104 * x910;
  const x2116 = x2104 * x906;
  let x2121: number;
  if (x908) {
    x2121 = x2114 - ((x2116 / x907) * x909);
  } else {
    x2121 = x2114;
  }
  let x2123: number;
  if (x908) {
    x2123 = 0.5 / x907;
  } else {
    x2123 = 0;
  }
  const x2124 = x2121 * x2123;
  const x2133 = x2115 + x2115;
  const x2136 = x2124 * x888;
  const x2138 = ((x2133 * x886) + x2136) + x2136;
  const x2156 = ((((x2115 * x883) + (x2124 * x878)) * 4) + x2114) - x2138;
  evaluateSecondScratch[406] = x2156;
  const x2157 = (((x2092 + (x2115 * x902)) + x2104) + ((x2107 * x11) * 2)) + (x2133 * x888);
  const x2159 = (((x2000 + x2114) + (x2107 * x890)) + (x2111 * x889)) - x2138;
  evaluateSecondScratch[407] = x2159;
  const x2166 = (x2157 * x878) / x876;
  const x2170 = x2157 / x876;
  const x2174 = ((((((x2069 + x2021) + (x2124 * x902)) + x2114) + (((x2107 * x12) + (x2111 * x11)) * 2)) + x2138) - (x2157 * x880)) / x876;
  const x2177 = ((x2166 * x880) - (x2170 * x879)) - (x2174 * x878);
  const x2178 = x2166 * x874;
  const x2180 = x2166 * x870;
  let x2187: number;
  if (x872) {
    x2187 = x2177 + ((x2180 / x871) * x873);
  } else {
    x2187 = x2177;
  }
  let x2189: number;
  if (x872) {
    x2189 = 0.5 / x871;
  } else {
    x2189 = 0;
  }
  const x2190 = x2187 * x2189;
  const x2202 = (x2178 * x853) * 2;
  const x2203 = ((x2178 * x856) - (x2190 * x853)) * 2;
  const x2204 = (-x2178) - x2178;
  const x2205 = x2204 * x843;
  const x2206 = x2205 - x2166;
  const x2209 = x2190 * x843;
  const x2211 = ((x2177 + (x2204 * x844)) + x2209) + x2209;
  const x2213 = (x2178 * x862) + (x2170 * 2);
  const x2215 = ((x2178 * x863) - (x2190 * x862)) + (x2174 * 2);
  const x2216 = x2213 * x800;
  const x2225 = (x2213 * x444) + (x2215 * x800);
  const x2245 = x2206 * x787;
  const x2249 = (x2206 * x790) + (x2211 * x787);
  const x2265 = (((x2057 + (x2213 * x852)) + (x2215 * x851)) + (((x2216 * x790) + (x2225 * x787)) * 2)) + (((x2245 * x648) + (x2249 * x644)) * 3);
  const x2267 = (x2091 + x2216) + (x2206 * x644);
  const x2277 = ((x2093 + x2225) + (x2206 * x648)) + (x2211 * x644);
  const x2278 = x2166 - x2205;
  const x2280 = (x2278 * x800) - x2013;
  const x2284 = (((x2076 + (x2213 * x851)) + ((x2216 * x787) * 2)) + ((x2245 * x644) * 3)) + (x2206 * x821);
  const x2288 = (x2265 + (x2278 * x819)) + (x2211 * x821);
  const x2297 = x2202 * x801;
  const x2304 = (x2202 * x802) + (x2203 * x801);
  const x2305 = x2013 + x2297;
  const x2313 = ((x2280 * x818) - (x2297 * x808)) / x780;
  const x2316 = (-(((((x2024 + (x2206 * x444)) + (x2211 * x800)) + (x2280 * x809)) / x780) * x818)) - (x2313 * x809);
  const x2318 = ((x2304 - (x2297 * x809)) / x780) * x808;
  const x2320 = x2316 - x2318;
  const x2321 = x2024 + x2304;
  const x2323 = (((x2216 * x845) - x2088) + (x2206 * x835)) + (x2305 * x644);
  const x2333 = (((((x2090 + (x2216 * x846)) + (x2225 * x845)) + (x2206 * x838)) + (x2211 * x835)) + (x2305 * x648)) + (x2321 * x644);
  const x2335 = (((x2071 + (x2245 * x833)) + (x2206 * x797)) + (x2305 * x787)) + ((x2202 * x812) * 2);
  const x2337 = ((((((x2073 + (x2245 * x834)) + (x2249 * x833)) + (x2206 * x798)) + (x2211 * x797)) + (x2305 * x790)) + (x2321 * x787)) + (((x2202 * x813) + (x2203 * x812)) * 2);
  const x2338 = x2087 + x2288;
  const x2339 = x2288 * 2;
  const x2340 = x2267 * q5;
  const x2349 = (x2340 * x792) / x728;
  const x2350 = x2349 - x1666;
  const x2354 = ((x2277 * q5) + (x2340 * x793)) / x728;
  const x2360 = (x2323 * x785) - x1553;
  const x2362 = x2323 * x510;
  const x2366 = (x2323 * x511) + (x2333 * x510);
  const x2368 = (x1564 + (x2323 * x786)) + (x2333 * x785);
  const x2369 = x2362 * q10;
  const x2372 = x2366 * q10;
  const x2374 = (x1672 + (x2362 * x784)) + (x2366 * x783);
  const x2376 = x1659 + (x2369 * q58);
  const x2380 = x1662 + (x2372 * q58);
  const x2382 = ((x2354 * 2) + (x2369 * x476)) + (x2372 * x475);
  evaluateSecondScratch[408] = x2382;
  let x2455: number;
  let x2456: number;
  let x2457: number;
  let x2458: number;
  if (x733) {
    const x2385 = x2313 * 0.5;
    const x2387 = (x2318 - x2316) * 0.5;
    const x2388 = x2385 * x751;
    const x2390 = x2385 * x744;
    let x2397: number;
    if (x749) {
      x2397 = x2387 + ((x2390 / x748) * x750);
    } else {
      x2397 = x2387;
    }
    let x2399: number;
    if (x749) {
      x2399 = 0.5 / x748;
    } else {
      x2399 = 0;
    }
    const x2400 = x2397 * x2399;
    const x2402 = x2388 + x2388;
    const x2404 = x2385 + (x2402 * x740);
    const x2407 = x2400 * x740;
    const x2409 = ((x2387 + (x2402 * x737)) + x2407) + x2407;
    x2455 = x2284 + (x2404 * q59);
    x2456 = (x2404 * x444) - (x2409 * x443);
    x2457 = x2338 - (x2409 * q59);
    x2458 = -((x2400 * 0.0004) + x2409);
  } else {
    let x2451: number;
    let x2452: number;
    let x2453: number;
    let x2454: number;
    if (x759) {
      const x2422 = x2313 * 0.5;
      const x2423 = x2320 * 0.5;
      const x2424 = x2422 * x772;
      const x2425 = x2422 * x766;
      let x2430: number;
      if (x770) {
        x2430 = x2423 - ((x2425 / x769) * x771);
      } else {
        x2430 = x2423;
      }
      let x2432: number;
      if (x770) {
        x2432 = 0.5 / x769;
      } else {
        x2432 = 0;
      }
      const x2433 = x2430 * x2432;
      const x2435 = x2424 + x2424;
      const x2437 = x2422 + (x2435 * x763);
      const x2440 = x2433 * x763;
      const x2442 = ((x2423 + (x2435 * x761)) + x2440) + x2440;
      x2451 = (x2433 * 0.0004) + x2442;
      x2452 = x2284 + (x2437 * q59);
      x2453 = (x2437 * x444) + (x2442 * x443);
      x2454 = x2338 + (x2442 * q59);
    } else {
      x2451 = x2320;
      x2452 = x2284;
      x2453 = 0;
      x2454 = x2338;
    }
    x2455 = x2452;
    x2456 = x2453;
    x2457 = x2454;
    x2458 = x2451;
  }
  evaluateSecondScratch[409] = x2456;
  evaluateSecondScratch[410] = x2458;
  const x2462 = (x2350 * x728) / x725;
  const x2465 = (((x1670 - (x2349 * x793)) - (x2354 * x792)) + (x2350 * x729)) / x725;
  evaluateSecondScratch[411] = x2465;
  const x2468 = (-(x2462 * x729)) - (x2465 * x728);
  let x2494: number;
  let x2495: number;
  if (x705) {
    x2494 = x2468;
    x2495 = x2462;
  } else {
    const x2473 = (x2462 * x717) / x715;
    const x2476 = x2462 / x715;
    const x2481 = (x2468 + (x2462 * x720)) / x715;
    x2494 = (((x2481 * x717) - ((x2476 * x718) - (x2473 * x720))) * 2) - (x2481 * 0.2);
    x2495 = (x2473 * 2) - (x2476 * 0.2);
  }
  let x2597: number;
  let x2598: number;
  let x2599: number;
  let x2600: number;
  let x2601: number;
  let x2602: number;
  let x2603: number;
  let x2604: number;
  let x2605: number;
  let x2606: number;
  if (x650) {
    const x2496 = x2495 * x652;
    const x2503 = (x2495 * x653) + (x2494 * x652);
    const x2518 = ((x2495 * x662) + (x2496 * q55)) / q9;
    const x2522 = (((x2495 * x663) + (x2494 * x662)) + (x2503 * q55)) / q9;
    x2597 = (x2496 * x653) + (x2503 * x652);
    x2598 = x2503;
    x2599 = x1914 + (x2496 * q56);
    x2600 = (x2496 * x48) + (x2503 * x47);
    x2601 = x1916 + (x2503 * q56);
    x2602 = x2455 + x2518;
    x2603 = (-(x2518 * x653)) - (x2522 * x652);
    x2604 = x2457 + x2522;
    x2605 = 0;
    x2606 = 0;
  } else {
    let x2579: number;
    let x2580: number;
    let x2581: number;
    let x2582: number;
    let x2583: number;
    let x2584: number;
    let x2585: number;
    if (x674) {
      const x2527 = x2495 * x672;
      const x2534 = (x2495 * x673) + (x2494 * x672);
      x2579 = ((x2495 * x681) + (x2494 * x680)) + (x2534 * q55);
      x2580 = (x2495 * x680) + (x2527 * q55);
      x2581 = (x2527 * x673) + (x2534 * x672);
      x2582 = x2534;
      x2583 = x1914 + (x2527 * q56);
      x2584 = (x2527 * x48) + (x2534 * x47);
      x2585 = x1916 + (x2534 * q56);
    } else {
      const x2549 = x2495 * x689;
      const x2551 = x2495 * x695;
      const x2554 = (x2495 * x694) + (x2494 * x695);
      const x2556 = (x2495 * x692) + (x2494 * x689);
      const x2564 = x2551 * x672;
      const x2571 = (x2551 * x673) + (x2554 * x672);
      x2579 = ((x2551 * x687) + (x2554 * x688)) + (x2571 * q55);
      x2580 = (x2551 * x688) + (x2564 * q55);
      x2581 = (x2564 * x673) + (x2571 * x672);
      x2582 = x2571;
      x2583 = x1914 + (x2549 * q56);
      x2584 = (x2549 * x48) + (x2556 * x47);
      x2585 = x1916 + (x2556 * q56);
    }
    const x2586 = x2580 / q9;
    const x2589 = x2579 / q9;
    x2597 = x2581;
    x2598 = x2582;
    x2599 = x2583;
    x2600 = x2584;
    x2601 = x2585;
    x2602 = x2455 + x2586;
    x2603 = (-(x2586 * x673)) - (x2589 * x672);
    x2604 = x2457 + x2589;
    x2605 = x2586 * 2;
    x2606 = x2589 * 2;
  }
  evaluateSecondScratch[412] = x2597;
  evaluateSecondScratch[413] = x2598;
  evaluateSecondScratch[414] = x2600;
  evaluateSecondScratch[415] = x2603;
  evaluateSecondScratch[416] = x2605;
  evaluateSecondScratch[417] = x2606;
  const x2613 = x2335 / x570;
  const x2616 = (x2337 - (x2335 * x592)) / x570;
  let x2642: number;
  let x2643: number;
  let x2644: number;
  let x2645: number;
  if (x626) {
    x2642 = x2616;
    x2643 = x2613;
    x2644 = 0;
    x2645 = 0;
  } else {
    const x2623 = (x2613 * x635) / x633;
    const x2626 = x2613 / x633;
    const x2630 = (x2616 + (x2613 * x637)) / x633;
    const x2637 = x2626 * 0.1;
    x2642 = (((x2630 * x635) - ((-(x2623 * x637)) - (x2626 * x636))) * 2) - (x2630 * 0.1);
    x2643 = x2623 * 2;
    x2644 = x2637;
    x2645 = -x2637;
  }
  const x2646 = x2645 + x2643;
  const x2648 = x2644 - x2643;
  const x2653 = x2648 * x443;
  const x2658 = (x2648 * x444) - (x2642 * x443);
  const x2667 = x2653 * x528;
  const x2670 = (x2658 * x528) - (x2653 * x530);
  const x2679 = x2667 * x528;
  const x2683 = (x2670 * x528) - (x2667 * x530);
  const x2692 = x2679 * x528;
  const x2698 = (x2683 * x528) - (x2679 * x530);
  const x2701 = x2692 * q48;
  const x2705 = x2698 * q48;
  const x2714 = (x2705 * x513) - (x2701 * x515);
  evaluateSecondScratch[418] = x2714;
  const x2715 = (x2335 * x644) / x570;
  const x2716 = -x2715;
  const x2719 = ((-(x2613 * x645)) - (x2616 * x644)) + (x2715 * x592);
  let x2746: number;
  let x2747: number;
  if (x552) {
    x2746 = x2719;
    x2747 = x2716;
  } else {
    const x2725 = (x2715 * x562) / x560;
    const x2729 = x2715 / x560;
    const x2733 = (x2719 - (x2715 * x565)) / x560;
    x2746 = (((x2733 * x562) - ((x2725 * x565) - (x2729 * x563))) * 2) - (x2733 * 0.1);
    x2747 = (x2729 * 0.1) - (x2725 * 2);
  }
  const x2749 = x2599 + (x2747 * q52);
  evaluateSecondScratch[419] = x2749;
  const x2752 = (x2747 * x48) + (x2746 * x47);
  evaluateSecondScratch[420] = x2752;
  const x2754 = x2601 + (x2746 * q52);
  evaluateSecondScratch[421] = x2754;
  const x2756 = x2646 * x513;
  const x2763 = (-(x2701 * q49)) - (x2646 * x540);
  const x2769 = (x2642 * x513) - (x2646 * x515);
  const x2770 = x2769 / x537;
  evaluateSecondScratch[422] = x2770;
  const x2771 = x2770 * x539;
  const x2772 = -x2771;
  evaluateSecondScratch[423] = x2772;
  const x2775 = (((-(x2653 * x609)) - (x2667 * x603)) - (x2679 * x600)) - (x2756 * q48);
  const x2780 = (((x2698 * x597) - (x2692 * x598)) - (x2756 * x530)) + (x2769 * x528);
  evaluateSecondScratch[424] = x2780;
  const x2782 = ((((((x2653 * x613) + (x2658 * x609)) + (x2667 * x608)) + (x2670 * x603)) - (x2679 * x601)) + (x2683 * x600)) + (x2769 * q48);
  const x2786 = (x2775 * x528) / x527;
  const x2789 = (x2782 + (x2775 * x529)) / x527;
  const x2793 = (-(x2786 * x529)) - (x2789 * x528);
  const x2794 = (((x2005 + (x2267 * x795)) + (x2277 * x792)) + x2789) + x2793;
  evaluateSecondScratch[425] = x2794;
  const x2795 = x2786 * 2;
  const x2796 = x2793 * 2;
  const x2797 = x2795 * x523;
  const x2798 = x2795 * x519;
  let x2803: number;
  if (x521) {
    x2803 = x2796 - ((x2798 / x520) * x522);
  } else {
    x2803 = x2796;
  }
  let x2805: number;
  if (x521) {
    x2805 = 0.5 / x520;
  } else {
    x2805 = 0;
  }
  const x2806 = x2803 * x2805;
  const x2807 = x2797 * q53;
  evaluateSecondScratch[426] = x2807;
  const x2810 = (x2797 * x82) + (x2806 * x81);
  evaluateSecondScratch[427] = x2810;
  const x2811 = x2806 * q53;
  evaluateSecondScratch[428] = x2811;
  const x2815 = (x2763 * x513) / x75;
  const x2818 = ((((x2705 * q49) - (x2646 * x534)) + (x2642 * x540)) + (x2763 * x514)) / x75;
  const x2822 = x2818 * 0.5;
  evaluateSecondScratch[429] = x2822;
  const x2823 = x2360 * q45;
  const x2826 = (x2360 * x508) + (x2368 * x507);
  evaluateSecondScratch[430] = x2826;
  const x2827 = x2368 * q45;
  let x2853: number;
  let x2854: number;
  if (x487) {
    x2853 = x2827;
    x2854 = x2823;
  } else {
    const x2832 = (x2823 * x499) / x497;
    const x2835 = x2823 / x497;
    const x2840 = (x2827 + (x2823 * x502)) / x497;
    x2853 = (((x2840 * x499) - ((x2835 * x500) - (x2832 * x502))) * 2) - (x2840 * 0.1);
    x2854 = (x2832 * 2) - (x2835 * 0.1);
  }
  const x2859 = (x2854 * x76) + (x2853 * x448);
  evaluateSecondScratch[431] = x2859;
  const x2860 = x2853 * q47;
  const x2865 = (x2854 * x444) + (x2853 * x443);
  evaluateSecondScratch[432] = x2865;
  let x2895: number;
  let x2896: number;
  let x2897: number;
  if (x459) {
    x2895 = x2380;
    x2896 = x2376;
    x2897 = 0;
  } else {
    const x2874 = (x2376 * x469) / x468;
    const x2878 = x2376 / x468;
    const x2882 = (x2380 - (x2376 * x471)) / x468;
    x2895 = (((x2882 * x469) - ((x2874 * x471) - (x2878 * x470))) * 2) - (x2882 * 2e-8);
    x2896 = 0;
    x2897 = (x2878 * 2e-8) - (x2874 * 2);
  }
  const x2900 = x2895 - x2771;
  evaluateSecondScratch[433] = x2900;
  const x2902 = (x2897 - x2896) * 2;
  const x2903 = x2895 * 2;
  const x2906 = (x2815 + (x2854 * q47)) + (x2902 * q44);
  evaluateSecondScratch[434] = x2906;
  const x2910 = (x2902 * x76) - (x2903 * x448);
  evaluateSecondScratch[435] = x2910;
  const x2911 = x2903 * q44;
  const x2914 = ((-(x2815 * x514)) - (x2818 * x513)) + (x2860 - x2911);
  evaluateSecondScratch[436] = x2914;
  const x2915 = x2911 - x2860;
  evaluateSecondScratch[437] = x2915;
  const x2917 = ((x2602 + (x2648 * x614)) + (x2854 * q46)) + (x2902 * q43);
  const x2921 = (x2902 * x444) - (x2903 * x443);
  evaluateSecondScratch[438] = x2921;
  const x2924 = (((x2604 + (x2648 * x618)) - (x2642 * x614)) + (x2853 * q46)) - (x2903 * q43);
  let x3058: number;
  let x3059: number;
  let x3060: number;
  let x3061: number;
  let x3062: number;
  let x3063: number;
  let x3064: number;
  let x3065: number;
  let x3066: number;
  let x3067: number;
  let x3068: number;
  let x3069: number;
  let x3070: number;
  let x3071: number;
  if (x392) {
    x3058 = x2924;
    x3059 = x2917;
    x3060 = 0;
    x3061 = x2339;
    x3062 = 0;
    x3063 = 0;
    x3064 = x2374;
    x3065 = 0;
    x3066 = 0;
    x3067 = 0;
    x3068 = 0;
    x3069 = 0;
    x3070 = 0;
    x3071 = 0;
  } else {
    let x3044: number;
    let x3045: number;
    let x3046: number;
    let x3047: number;
    let x3048: number;
    let x3049: number;
    let x3050: number;
    let x3051: number;
    let x3052: number;
    let x3053: number;
    let x3054: number;
    let x3055: number;
    let x3056: number;
    let x3057: number;
    if (x393) {
      const x2925 = x2917 * x396;
      const x2930 = x2925 * x406;
      const x2940 = (x2930 * x400) / x398;
      const x2944 = x2930 / x398;
      const x2948 = ((((x2924 * x396) + (x2925 * x405)) * x406) - (x2930 * x402)) / x398;
      const x2951 = ((x2940 * x402) - (x2944 * x401)) - (x2948 * x400);
      const x2961 = ((x2917 * x407) + (x2924 * x406)) / q10;
      x3044 = x2944;
      x3045 = -(x2940 * q11);
      x3046 = ((x2339 - (x2940 * x306)) + (x2951 * x305)) + (x2961 * q42);
      x3047 = x2951 * q11;
      x3048 = x2948;
      x3049 = -x2948;
      x3050 = x2374 - (x2961 * x396);
      x3051 = x2961 * q11;
      x3052 = 0;
      x3053 = 0;
      x3054 = 0;
      x3055 = 0;
      x3056 = 0;
      x3057 = 0;
    } else {
      const x2974 = (x2917 * x435) / x434;
      const x2978 = x2917 / x434;
      const x2982 = (x2924 - (x2917 * x437)) / x434;
      const x2985 = ((x2974 * x437) - (x2978 * x436)) - (x2982 * x435);
      const x2986 = x2974 * x426;
      const x3004 = (x2974 * x428) / x425;
      const x3008 = ((x2985 * x428) - (x2974 * x429)) / x425;
      const x3011 = (x3004 * x427) - (x3008 * x426);
      const x3023 = x2978 * x375;
      const x3032 = (x2978 * x376) + (x2982 * x375);
      let x3042: number;
      let x3043: number;
      if (x411) {
        x3042 = 0;
        x3043 = 0;
      } else {
        const x3033 = x3023 / x415;
        x3042 = x3033 * x412;
        x3043 = (((x3032 / x415) - (x3033 * x416)) + (x3033 * x382)) * x412;
      }
      x3044 = 0;
      x3045 = 0;
      x3046 = x2339 + (x3011 * q42);
      x3047 = 0;
      x3048 = 0;
      x3049 = 0;
      x3050 = (x2374 - (x3004 * x376)) + (x3008 * x375);
      x3051 = x3011 * q11;
      x3052 = -(x2986 * x428);
      x3053 = (((x2985 * x426) - (x2974 * x427)) - (x2986 * x391)) * x428;
      x3054 = (x2978 * x417) - (x3004 * q10);
      x3055 = ((x3008 * q10) + (x2978 * x418)) + (x2982 * x417);
      x3056 = x3042;
      x3057 = x3043;
    }
    x3058 = x3048;
    x3059 = x3044;
    x3060 = x3045;
    x3061 = x3046;
    x3062 = x3047;
    x3063 = x3049;
    x3064 = x3050;
    x3065 = x3051;
    x3066 = x3052;
    x3067 = x3053;
    x3068 = x3054;
    x3069 = x3055;
    x3070 = x3056;
    x3071 = x3057;
  }
  evaluateSecondScratch[439] = x3060;
  evaluateSecondScratch[440] = x3061;
  evaluateSecondScratch[441] = x3062;
  evaluateSecondScratch[442] = x3064;
  evaluateSecondScratch[443] = x3065;
  const x3078 = (x3067 - (x3066 * x379)) / x375;
  const x3083 = x3058 - x3078;
  evaluateSecondScratch[444] = x3083;
  const x3085 = x3063 + (x3078 * 2);
  evaluateSecondScratch[445] = x3085;
  const x3093 = x3071 - (x3070 * x379);
  evaluateSecondScratch[446] = x3093;
  const x3094 = ((-(x3066 * x387)) - (x3070 * x377)) / x375;
  const x3095 = x3068 + x3094;
  evaluateSecondScratch[447] = x3095;
  const x3098 = (x3069 - (x3078 * x387)) - (x3094 * x379);
  evaluateSecondScratch[448] = x3098;
  const x3099 = (x3070 - x3066) / x375;
  const x3100 = x3059 + x3099;
  evaluateSecondScratch[449] = x3100;
  const x3101 = x3099 * x378;
  evaluateSecondScratch[450] = x3101;
}

function evaluateSecond4(q: Float64Array, v: Float64Array, d: Float64Array, w: Float64Array, qs: Float64Array, vs: Float64Array): void {
  const x3098 = evaluateSecondScratch[448]!;
  const x3101 = evaluateSecondScratch[450]!;
  const x3093 = evaluateSecondScratch[446]!;
  const x375 = evaluateSecondScratch[124]!;
  const x3083 = evaluateSecondScratch[444]!;
  const x377 = evaluateSecondScratch[126]!;
  const x3095 = evaluateSecondScratch[447]!;
  const q11 = q[11]!;
  const x373 = evaluateSecondScratch[123]!;
  const x3061 = evaluateSecondScratch[440]!;
  const x372 = evaluateSecondScratch[122]!;
  const x3060 = evaluateSecondScratch[439]!;
  const x3062 = evaluateSecondScratch[441]!;
  const x2606 = evaluateSecondScratch[417]!;
  const x316 = evaluateSecondScratch[99]!;
  const x3100 = evaluateSecondScratch[449]!;
  const x357 = evaluateSecondScratch[121]!;
  const x351 = evaluateSecondScratch[117]!;
  const x355 = evaluateSecondScratch[119]!;
  const x354 = evaluateSecondScratch[118]!;
  const x356 = evaluateSecondScratch[120]!;
  const x347 = evaluateSecondScratch[116]!;
  const x342 = evaluateSecondScratch[115]!;
  const x320 = evaluateSecondScratch[101]!;
  const x341 = evaluateSecondScratch[114]!;
  const x335 = evaluateSecondScratch[112]!;
  const x334 = evaluateSecondScratch[111]!;
  const x333 = evaluateSecondScratch[110]!;
  const x336 = evaluateSecondScratch[113]!;
  const x331 = evaluateSecondScratch[108]!;
  const x332 = evaluateSecondScratch[109]!;
  const x330 = evaluateSecondScratch[107]!;
  const x325 = evaluateSecondScratch[103]!;
  const x328 = evaluateSecondScratch[105]!;
  const x327 = evaluateSecondScratch[104]!;
  const x329 = evaluateSecondScratch[106]!;
  const x324 = evaluateSecondScratch[102]!;
  const x319 = evaluateSecondScratch[100]!;
  const q10 = q[10]!;
  const x3064 = evaluateSecondScratch[442]!;
  const x291 = evaluateSecondScratch[92]!;
  const x299 = evaluateSecondScratch[94]!;
  const x301 = evaluateSecondScratch[96]!;
  const x298 = evaluateSecondScratch[93]!;
  const x300 = evaluateSecondScratch[95]!;
  const x290 = evaluateSecondScratch[91]!;
  const x289 = evaluateSecondScratch[90]!;
  const x280 = evaluateSecondScratch[88]!;
  const x281 = evaluateSecondScratch[89]!;
  const x81 = evaluateSecondScratch[23]!;
  const x2807 = evaluateSecondScratch[426]!;
  const x2811 = evaluateSecondScratch[428]!;
  const x271 = evaluateSecondScratch[86]!;
  const x164 = evaluateSecondScratch[59]!;
  const x161 = evaluateSecondScratch[58]!;
  const x272 = evaluateSecondScratch[87]!;
  const x12 = evaluateSecondScratch[2]!;
  const x11 = evaluateSecondScratch[1]!;
  const q39 = q[39]!;
  const x2159 = evaluateSecondScratch[407]!;
  const q38 = q[38]!;
  const x2749 = evaluateSecondScratch[419]!;
  const x48 = evaluateSecondScratch[12]!;
  const x47 = evaluateSecondScratch[11]!;
  const x2754 = evaluateSecondScratch[421]!;
  const x2605 = evaluateSecondScratch[416]!;
  const q22 = q[22]!;
  const q30 = q[30]!;
  const x249 = evaluateSecondScratch[85]!;
  const x248 = evaluateSecondScratch[84]!;
  const q29 = q[29]!;
  const q18 = q[18]!;
  const x240 = evaluateSecondScratch[83]!;
  const x239 = evaluateSecondScratch[82]!;
  const q26 = q[26]!;
  const x186 = evaluateSecondScratch[72]!;
  const x183 = evaluateSecondScratch[71]!;
  const q23 = q[23]!;
  const q21 = q[21]!;
  const q20 = q[20]!;
  const x2906 = evaluateSecondScratch[434]!;
  const x76 = evaluateSecondScratch[22]!;
  const x2822 = evaluateSecondScratch[429]!;
  const x75 = evaluateSecondScratch[21]!;
  const x2914 = evaluateSecondScratch[436]!;
  const x217 = evaluateSecondScratch[81]!;
  const x216 = evaluateSecondScratch[80]!;
  const q33 = q[33]!;
  const x214 = evaluateSecondScratch[79]!;
  const x213 = evaluateSecondScratch[78]!;
  const x193 = evaluateSecondScratch[73]!;
  const x205 = evaluateSecondScratch[75]!;
  const x208 = evaluateSecondScratch[77]!;
  const x203 = evaluateSecondScratch[74]!;
  const x206 = evaluateSecondScratch[76]!;
  const q32 = q[32]!;
  const x178 = evaluateSecondScratch[67]!;
  const x181 = evaluateSecondScratch[69]!;
  const x182 = evaluateSecondScratch[70]!;
  const x179 = evaluateSecondScratch[68]!;
  const x174 = evaluateSecondScratch[65]!;
  const x176 = evaluateSecondScratch[66]!;
  const x172 = evaluateSecondScratch[64]!;
  const x170 = evaluateSecondScratch[62]!;
  const x171 = evaluateSecondScratch[63]!;
  const x137 = evaluateSecondScratch[47]!;
  const q5 = q[5]!;
  const x168 = evaluateSecondScratch[61]!;
  const x2794 = evaluateSecondScratch[425]!;
  const q6 = q[6]!;
  const x166 = evaluateSecondScratch[60]!;
  const x2900 = evaluateSecondScratch[433]!;
  const x155 = evaluateSecondScratch[54]!;
  const x159 = evaluateSecondScratch[56]!;
  const x160 = evaluateSecondScratch[57]!;
  const x156 = evaluateSecondScratch[55]!;
  const x150 = evaluateSecondScratch[52]!;
  const x152 = evaluateSecondScratch[53]!;
  const x147 = evaluateSecondScratch[51]!;
  const x145 = evaluateSecondScratch[49]!;
  const x146 = evaluateSecondScratch[50]!;
  const x114 = evaluateSecondScratch[39]!;
  const x142 = evaluateSecondScratch[48]!;
  const x89 = evaluateSecondScratch[30]!;
  const x136 = evaluateSecondScratch[46]!;
  const x135 = evaluateSecondScratch[45]!;
  const x90 = evaluateSecondScratch[31]!;
  const x121 = evaluateSecondScratch[40]!;
  const x129 = evaluateSecondScratch[42]!;
  const x131 = evaluateSecondScratch[44]!;
  const x128 = evaluateSecondScratch[41]!;
  const x130 = evaluateSecondScratch[43]!;
  const q28 = q[28]!;
  const x113 = evaluateSecondScratch[38]!;
  const x112 = evaluateSecondScratch[37]!;
  const x95 = evaluateSecondScratch[32]!;
  const x106 = evaluateSecondScratch[34]!;
  const x108 = evaluateSecondScratch[36]!;
  const x105 = evaluateSecondScratch[33]!;
  const x107 = evaluateSecondScratch[35]!;
  const q25 = q[25]!;
  const q12 = q[12]!;
  const x87 = evaluateSecondScratch[29]!;
  const x83 = evaluateSecondScratch[25]!;
  const x86 = evaluateSecondScratch[28]!;
  const x82 = evaluateSecondScratch[24]!;
  const x84 = evaluateSecondScratch[26]!;
  const x85 = evaluateSecondScratch[27]!;
  const q14 = q[14]!;
  const x2915 = evaluateSecondScratch[437]!;
  const q17 = q[17]!;
  const x49 = evaluateSecondScratch[13]!;
  const x61 = evaluateSecondScratch[15]!;
  const x62 = evaluateSecondScratch[16]!;
  const x59 = evaluateSecondScratch[14]!;
  const x70 = evaluateSecondScratch[20]!;
  const x68 = evaluateSecondScratch[18]!;
  const x67 = evaluateSecondScratch[17]!;
  const x69 = evaluateSecondScratch[19]!;
  const x46 = evaluateSecondScratch[10]!;
  const x39 = evaluateSecondScratch[9]!;
  const x30 = evaluateSecondScratch[5]!;
  const x36 = evaluateSecondScratch[7]!;
  const x34 = evaluateSecondScratch[6]!;
  const x38 = evaluateSecondScratch[8]!;
  const x23 = evaluateSecondScratch[3]!;
  const x27 = evaluateSecondScratch[4]!;
  const x1436 = evaluateSecondScratch[365]!;
  const x2 = evaluateSecondScratch[0]!;
  const x1405 = evaluateSecondScratch[358]!;
  const x1437 = evaluateSecondScratch[366]!;
  const x1433 = evaluateSecondScratch[363]!;
  const x1407 = evaluateSecondScratch[359]!;
  const x3104 = x3093 / x375;
  const x3105 = x3083 + x3104;
  const x3108 = (x3098 - x3101) - (x3104 * x377);
  const x3114 = (x3061 + (x3095 * x373)) + (x3108 * x372);
  evaluateSecondScratch[451] = x3114;
  const x3116 = x3060 + ((x3095 * q11) * 2);
  const x3118 = x3062 + ((x3108 * q11) * 2);
  const x3121 = x2606 - x3105;
  evaluateSecondScratch[452] = x3121;
  let x3202: number;
  let x3203: number;
  let x3204: number;
  let x3205: number;
  if (x316) {
    const x3122 = x3100 * 0.5;
    const x3123 = x3105 * 0.5;
    const x3125 = x3122 * x357;
    const x3126 = x3122 * x351;
    let x3131: number;
    if (x355) {
      x3131 = x3123 - ((x3126 / x354) * x356);
    } else {
      x3131 = x3123;
    }
    let x3133: number;
    if (x355) {
      x3133 = 0.5 / x354;
    } else {
      x3133 = 0;
    }
    const x3136 = (-x3125) - x3125;
    const x3141 = (x3131 * x3133) * x347;
    const x3145 = ((x3136 * x347) - x3122) / x320;
    const x3148 = (((x3123 + (x3136 * x342)) + x3141) + x3141) / x320;
    const x3164 = (x3145 * x335) + ((x3145 * x333) * 0.5);
    const x3166 = ((x3145 * x336) - (x3148 * x335)) + (((x3145 * x334) - (x3148 * x333)) * 0.5);
    const x3167 = x3164 * x320;
    const x3172 = x3166 * x320;
    const x3174 = x3167 * x325;
    let x3179: number;
    if (x328) {
      x3179 = x3172 - ((x3174 / x327) * x329);
    } else {
      x3179 = x3172;
    }
    let x3181: number;
    if (x328) {
      x3181 = 0.5 / x327;
    } else {
      x3181 = 0;
    }
    const x3187 = (x3179 * x3181) / x320;
    const x3190 = (((((x3148 * x341) - (x3145 * x342)) + (x3164 * x331)) + (x3166 * x332)) - (((x3167 * x330) / x320) * x325)) - (x3187 * x324);
    const x3191 = x3187 * 2;
    const x3194 = x3190 / x319;
    const x3197 = (x3194 * x320) * q10;
    x3202 = x3105 + x3191;
    x3203 = -x3191;
    x3204 = (x3064 - x3197) - x3197;
    x3205 = x3194 * 1.6597727086e-23;
  } else {
    x3202 = x3105;
    x3203 = 0;
    x3204 = x3064;
    x3205 = 0;
  }
  evaluateSecondScratch[453] = x3202;
  evaluateSecondScratch[454] = x3203;
  evaluateSecondScratch[455] = x3205;
  let x3231: number;
  let x3232: number;
  if (x291) {
    x3231 = x3116;
    x3232 = x3118;
  } else {
    const x3212 = (x3116 * x299) / x298;
    const x3216 = x3116 / x298;
    const x3220 = (x3118 - (x3116 * x301)) / x298;
    x3231 = (x3216 * 3) - (x3212 * 8);
    x3232 = ((((x3212 * x301) - (x3216 * x300)) - (x3220 * x299)) * 8) + (x3220 * 3);
  }
  const x3233 = x3231 / q10;
  const x3237 = x3232 / q10;
  evaluateSecondScratch[456] = x3237;
  const x3240 = (x3204 - (x3233 * x290)) - (x3237 * x289);
  evaluateSecondScratch[457] = x3240;
  const x3247 = (x3233 * x280) / x81;
  const x3253 = (x3237 - (x3233 * x281)) / x81;
  const x3257 = x3253 * 1.03594e-10;
  evaluateSecondScratch[458] = x3257;
  const x3260 = x3233 * x161;
  const x3263 = (x3233 * x164) + (x3237 * x161);
  evaluateSecondScratch[459] = x3263;
  const x3268 = (x3260 * x12) + (x3263 * x11);
  evaluateSecondScratch[460] = x3268;
  const x3275 = (x3260 * x48) + (x3263 * x47);
  evaluateSecondScratch[461] = x3275;
  const x3278 = x2605 - x3100;
  const x3280 = x3100 - x2605;
  const x3281 = x3105 - x2606;
  const x3286 = (x3278 * x48) + (x3121 * x47);
  evaluateSecondScratch[462] = x3286;
  const x3289 = x3278 * q30;
  const x3291 = x3121 * q30;
  const x3293 = (x3278 * x249) + (x3121 * x248);
  evaluateSecondScratch[463] = x3293;
  const x3298 = (x3289 * x48) + (x3291 * x47);
  evaluateSecondScratch[464] = x3298;
  const x3301 = x3280 * q18;
  const x3303 = x3281 * q18;
  const x3305 = (x3280 * x240) + (x3281 * x239);
  evaluateSecondScratch[465] = x3305;
  const x3306 = x3301 * q26;
  const x3309 = (x3301 * x186) + (x3303 * x183);
  evaluateSecondScratch[466] = x3309;
  const x3310 = x3303 * q26;
  const x3312 = (x3233 * x271) + (x3301 * q23);
  const x3315 = (x3301 * x164) + (x3303 * x161);
  evaluateSecondScratch[467] = x3315;
  const x3317 = ((x3233 * x272) + (x3237 * x271)) + (x3303 * q23);
  const x3322 = (x3280 * x48) + (x3281 * x47);
  evaluateSecondScratch[468] = x3322;
  const x3330 = (x2822 + (x3278 * x76)) + (x3121 * x75);
  evaluateSecondScratch[469] = x3330;
  const x3334 = x3280 * x11;
  const x3338 = (x3280 * x12) + (x3281 * x11);
  const x3340 = ((x2159 + (x3263 * q39)) + (x3280 * x217)) + (x3281 * x216);
  const x3341 = x3334 * q33;
  const x3343 = x3338 * q33;
  const x3345 = (x3334 * x214) + (x3338 * x213);
  evaluateSecondScratch[470] = x3345;
  let x3371: number;
  let x3372: number;
  if (x193) {
    x3371 = x3343;
    x3372 = x3341;
  } else {
    const x3350 = (x3341 * x205) / x203;
    const x3353 = x3341 / x203;
    const x3358 = (x3343 + (x3341 * x208)) / x203;
    x3371 = (((x3358 * x205) - ((x3353 * x206) - (x3350 * x208))) * 2) - (x3358 * 0.0001);
    x3372 = (x3350 * 2) - (x3353 * 0.0001);
  }
  evaluateSecondScratch[471] = x3371;
  const x3377 = (x3372 * x48) + (x3371 * x47);
  evaluateSecondScratch[472] = x3377;
  const x3389 = (x3306 * x182) + ((x3306 * x178) * 2);
  const x3391 = ((x3306 * x181) + (x3310 * x182)) + (((x3306 * x179) + (x3310 * x178)) * 2);
  let x3397: number;
  let x3398: number;
  if (x174) {
    x3397 = x3389 * x176;
    x3398 = -((x3391 + (x3389 * x172)) * x176);
  } else {
    x3397 = 0;
    x3398 = 0;
  }
  const x3402 = (x3397 * x170) / x137;
  const x3405 = (x3398 + (x3397 * x171)) / x137;
  const x3408 = (-(x3402 * x171)) - (x3405 * x170);
  const x3409 = x3405 * q5;
  const x3414 = x2900 + (x3409 * x166);
  evaluateSecondScratch[473] = x3414;
  const x3415 = (x3409 * q6) * 0.5;
  evaluateSecondScratch[474] = x3415;
  const x3425 = (x3312 * x160) + ((x3312 * x155) * 2);
  const x3427 = ((x3312 * x159) + (x3317 * x160)) + (((x3312 * x156) + (x3317 * x155)) * 2);
  let x3433: number;
  let x3434: number;
  if (x150) {
    x3433 = x3425 * x152;
    x3434 = -((x3427 + (x3425 * x147)) * x152);
  } else {
    x3433 = 0;
    x3434 = 0;
  }
  const x3438 = (x3433 * x145) / x114;
  const x3441 = (x3434 + (x3433 * x146)) / x114;
  const x3444 = (-(x3438 * x146)) - (x3441 * x145);
  const x3447 = (x2794 + (x3405 * x168)) + (x3441 * x142);
  evaluateSecondScratch[475] = x3447;
  const x3448 = (x3441 * q5) * 0.5;
  evaluateSecondScratch[476] = x3448;
  const x3449 = x3402 * x89;
  const x3456 = (x3402 * x90) + (x3408 * x89);
  let x3482: number;
  let x3483: number;
  if (x121) {
    x3482 = x3449;
    x3483 = x3456;
  } else {
    const x3463 = (x3449 * x129) / x128;
    const x3467 = x3449 / x128;
    const x3471 = (x3456 - (x3449 * x131)) / x128;
    x3482 = (x3467 * 3) - (x3463 * 8);
    x3483 = ((((x3463 * x131) - (x3467 * x130)) - (x3471 * x129)) * 8) + (x3471 * 3);
  }
  const x3488 = (x3482 * x48) + (x3483 * x47);
  evaluateSecondScratch[477] = x3488;
  const x3491 = x3438 * x89;
  const x3495 = (x3402 * x135) + (x3438 * x112);
  const x3498 = (((x3402 * x136) + (x3408 * x135)) + (x3438 * x113)) + (x3444 * x112);
  const x3500 = (x3438 * x90) + (x3444 * x89);
  let x3526: number;
  let x3527: number;
  if (x95) {
    x3526 = x3491;
    x3527 = x3500;
  } else {
    const x3507 = (x3491 * x106) / x105;
    const x3511 = x3491 / x105;
    const x3515 = (x3500 - (x3491 * x108)) / x105;
    x3526 = (x3511 * 3) - (x3507 * 8);
    x3527 = ((((x3507 * x108) - (x3511 * x107)) - (x3515 * x106)) * 8) + (x3515 * 3);
  }
  const x3529 = ((((((x2749 + (x3260 * q38)) + (x3278 * q22)) + (x3289 * q29)) + (x3280 * q21)) + (x3372 * q32)) + (x3482 * q28)) + (x3526 * q25);
  const x3532 = (x3526 * x48) + (x3527 * x47);
  evaluateSecondScratch[478] = x3532;
  const x3534 = ((((((x2754 + (x3263 * q38)) + (x3121 * q22)) + (x3291 * q29)) + (x3281 * q21)) + (x3371 * q32)) + (x3483 * q28)) + (x3527 * q25);
  const x3535 = x3495 * q12;
  const x3538 = (x3495 * x87) + (x3498 * x83);
  evaluateSecondScratch[479] = x3538;
  const x3539 = x3498 * q12;
  const x3542 = x3535 * x82;
  let x3547: number;
  if (x84) {
    x3547 = x3539 - ((x3542 / x83) * x85);
  } else {
    x3547 = x3539;
  }
  let x3549: number;
  if (x84) {
    x3549 = 0.5 / x83;
  } else {
    x3549 = 0;
  }
  const x3552 = ((x2807 - x3247) + (x3535 * x86)) / q14;
  const x3556 = (((x2811 + (x3247 * x281)) - (x3253 * x280)) + (x3547 * x3549)) / q14;
  const x3559 = (x2915 - (x3552 * x82)) - (x3556 * x81);
  evaluateSecondScratch[480] = x3559;
  const x3561 = (x2906 + (x3278 * q20)) + (x3552 * q17);
  const x3564 = (x3552 * x76) + (x3556 * x75);
  evaluateSecondScratch[481] = x3564;
  const x3566 = (x2914 + (x3121 * q20)) + (x3556 * q17);
  let x3605: number;
  let x3606: number;
  let x3607: number;
  let x3608: number;
  if (x49) {
    const x3573 = (x3561 * x61) / x59;
    const x3577 = (x3566 - (x3561 * x62)) / x59;
    const x3580 = (x3573 * x62) - (x3577 * x61);
    x3605 = x3577;
    x3606 = x3203 + x3580;
    x3607 = x3529 - (x3573 * 0.5);
    x3608 = x3534 + (x3580 * 0.5);
  } else {
    const x3591 = x3561 * x48;
    let x3598: number;
    if (x68) {
      x3598 = x3566 + ((x3591 / x67) * x69);
    } else {
      x3598 = x3566;
    }
    let x3600: number;
    if (x68) {
      x3600 = 0.5 / x67;
    } else {
      x3600 = 0;
    }
    const x3601 = x3598 * x3600;
    x3605 = 0;
    x3606 = x3203 + x3601;
    x3607 = x3529 - (x3561 * x70);
    x3608 = x3534 - x3601;
  }
  evaluateSecondScratch[482] = x3605;
  evaluateSecondScratch[483] = x3606;
  const x3610 = x46 ? 0 : x3608;
  const x3612 = (x46 ? 0 : x3607) * 0.5;
  const x3613 = x3610 * 0.5;
  const x3614 = x3612 * x39;
  const x3615 = x3612 * x30;
  let x3620: number;
  if (x36) {
    x3620 = x3613 - ((x3615 / x34) * x38);
  } else {
    x3620 = x3613;
  }
  let x3622: number;
  if (x36) {
    x3622 = 0.5 / x34;
  } else {
    x3622 = 0;
  }
  const x3623 = x3620 * x3622;
  const x3631 = x3623 * x27;
  const x3633 = ((x3613 + ((x3614 + x3614) * x23)) + x3631) + x3631;
  const x3634 = (x46 ? x3608 : 0) + x3633;
  const x3636 = (x3610 - (x3623 * 0.004)) - x3633;
  evaluateSecondScratch[484] = x3636;
  const x3637 = x1436 + x3634;
  evaluateSecondScratch[485] = x3637;
  const x3640 = (-x3634) - x3202;
  let x3643: number;
  let x3644: number;
  if (x2) {
    x3643 = x3640 - x1405;
    x3644 = x1437;
  } else {
    x3643 = x1407;
    x3644 = x3640 - x1433;
  }
  let x3651: number;
  let x3652: number;
  if (x2) {
    x3651 = x3644 + x3340;
    x3652 = x3643 - x3340;
  } else {
    x3651 = x3644 - x3340;
    x3652 = x3643 + x3340;
  }
  evaluateSecondScratch[486] = x3651;
  evaluateSecondScratch[487] = x3652;
}

export function evaluateSecond(q: Float64Array, v: Float64Array, d: Float64Array, w: Float64Array, qs: Float64Array, vs: Float64Array): void {
  evaluateSecond1(q, v, d, w, qs, vs);
  evaluateSecond2(q, v, d, w, qs, vs);
  evaluateSecond3(q, v, d, w, qs, vs);
  evaluateSecond4(q, v, d, w, qs, vs);
  qs.fill(0);
  vs.fill(0);
  qs[0] = evaluateSecondScratch[354]!;
  qs[5] = evaluateSecondScratch[475]!;
  qs[6] = evaluateSecondScratch[473]!;
  qs[9] = evaluateSecondScratch[415]!;
  qs[10] = evaluateSecondScratch[457]!;
  qs[11] = evaluateSecondScratch[451]!;
  qs[12] = evaluateSecondScratch[479]!;
  qs[13] = evaluateSecondScratch[483]!;
  qs[14] = evaluateSecondScratch[480]!;
  qs[15] = evaluateSecondScratch[482]!;
  qs[16] = evaluateSecondScratch[484]!;
  qs[17] = evaluateSecondScratch[481]!;
  qs[18] = evaluateSecondScratch[465]!;
  qs[19] = evaluateSecondScratch[452]!;
  qs[20] = evaluateSecondScratch[469]!;
  qs[21] = evaluateSecondScratch[468]!;
  qs[22] = evaluateSecondScratch[462]!;
  qs[23] = evaluateSecondScratch[467]!;
  qs[24] = evaluateSecondScratch[476]!;
  qs[25] = evaluateSecondScratch[478]!;
  qs[26] = evaluateSecondScratch[466]!;
  qs[27] = evaluateSecondScratch[474]!;
  qs[28] = evaluateSecondScratch[477]!;
  qs[29] = evaluateSecondScratch[464]!;
  qs[30] = evaluateSecondScratch[463]!;
  qs[31] = evaluateSecondScratch[471]!;
  qs[32] = evaluateSecondScratch[472]!;
  qs[33] = evaluateSecondScratch[470]!;
  qs[34] = evaluateSecondScratch[454]!;
  qs[35] = evaluateSecondScratch[455]!;
  qs[36] = evaluateSecondScratch[458]!;
  qs[37] = evaluateSecondScratch[459]!;
  qs[38] = evaluateSecondScratch[461]!;
  qs[39] = evaluateSecondScratch[460]!;
  qs[40] = evaluateSecondScratch[456]!;
  qs[41] = evaluateSecondScratch[445]!;
  qs[42] = evaluateSecondScratch[443]!;
  qs[43] = evaluateSecondScratch[438]!;
  qs[44] = evaluateSecondScratch[435]!;
  qs[45] = evaluateSecondScratch[430]!;
  qs[46] = evaluateSecondScratch[432]!;
  qs[47] = evaluateSecondScratch[431]!;
  qs[48] = evaluateSecondScratch[424]!;
  qs[49] = evaluateSecondScratch[418]!;
  qs[50] = evaluateSecondScratch[422]!;
  qs[51] = evaluateSecondScratch[423]!;
  qs[52] = evaluateSecondScratch[420]!;
  qs[53] = evaluateSecondScratch[427]!;
  qs[54] = evaluateSecondScratch[413]!;
  qs[55] = evaluateSecondScratch[412]!;
  qs[56] = evaluateSecondScratch[414]!;
  qs[57] = evaluateSecondScratch[411]!;
  qs[58] = evaluateSecondScratch[408]!;
  qs[59] = evaluateSecondScratch[409]!;
  qs[60] = evaluateSecondScratch[410]!;
  qs[61] = evaluateSecondScratch[406]!;
  qs[62] = evaluateSecondScratch[390]!;
  qs[63] = evaluateSecondScratch[389]!;
  qs[64] = evaluateSecondScratch[386]!;
  qs[65] = evaluateSecondScratch[384]!;
  qs[66] = evaluateSecondScratch[382]!;
  qs[67] = evaluateSecondScratch[381]!;
  qs[68] = evaluateSecondScratch[380]!;
  qs[69] = evaluateSecondScratch[367]!;
  qs[70] = evaluateSecondScratch[368]!;
  qs[85] = evaluateSecondScratch[364]!;
  qs[86] = evaluateSecondScratch[361]!;
  qs[88] = evaluateSecondScratch[357]!;
  qs[89] = evaluateSecondScratch[362]!;
  qs[92] = evaluateSecondScratch[356]!;
  qs[93] = evaluateSecondScratch[360]!;
  qs[106] = evaluateSecondScratch[355]!;
  qs[107] = evaluateSecondScratch[353]!;
  vs[1] = evaluateSecondScratch[453]!;
  vs[3] = evaluateSecondScratch[485]!;
  vs[4] = evaluateSecondScratch[486]!;
  vs[5] = evaluateSecondScratch[487]!;
}

export function store(q: Float64Array, v: Float64Array, f: Float64Array): void {
  const v4 = v[4]!;
  const v5 = v[5]!;
  const v1 = v[1]!;
  const v3 = v[3]!;
  const q16 = q[16]!;
  const q13 = q[13]!;
  const q14 = q[14]!;
  const q20 = q[20]!;
  const q5 = q[5]!;
  const q6 = q[6]!;
  const q35 = q[35]!;
  const q10 = q[10]!;
  const q3 = q[3]!;
  const q2 = q[2]!;
  const q72 = q[72]!;
  const q7 = q[7]!;
  const q11 = q[11]!;
  const q71 = q[71]!;
  const q9 = q[9]!;
  const q77 = q[77]!;
  const q78 = q[78]!;
  const q83 = q[83]!;
  const q84 = q[84]!;
  const q82 = q[82]!;
  const q103 = q[103]!;
  const q94 = q[94]!;
  const q97 = q[97]!;
  const q104 = q[104]!;
  const q95 = q[95]!;
  const q98 = q[98]!;
  const q105 = q[105]!;
  const q96 = q[96]!;
  const q99 = q[99]!;
  const q100 = q[100]!;
  const q101 = q[101]!;
  const q102 = q[102]!;
  const q0 = q[0]!;
  const x2 = v4 >= v5;
  let x5: number;
  if (x2) {
    x5 = v4 - v5;
  } else {
    x5 = v5 - v4;
  }
  const x6 = x2 ? v5 : v4;
  const x8 = v1 - x6;
  const x10 = v3 - x6;
  const x14 = (x10 - q16) - 0.001;
  const x23 = q16 + (0.5 * (x14 + Math.sqrt(((x14 * x14) - (0.004 * q16)))));
  const x25 = (x23 < x10) ? x10 : x23;
  let x38: number;
  let x39: number;
  if ((x25 > 0)) {
    x38 = (q13 * q13) / (q13 + x25);
    x39 = q[15]! / (q13 + (0.5 * x25));
  } else {
    const x36 = q13 - x25;
    x38 = x36;
    x39 = Math.sqrt(x36);
  }
  const x43 = (q[17]! * x39) / q14;
  const x45 = 0.5 * q20;
  const x65 = 1 + ((x45 / x39) * ((q[48]! * (q5 / (q5 + (2 * Math.sqrt((q[53]! * x43)))))) + (q[50]! / (q6 + q[51]!))));
  const x68 = 1 + (q[52]! * x25);
  let x79: number;
  if ((x68 >= 0.1)) {
    x79 = x68;
  } else {
    x79 = (0.1 * (0.2 - x68)) / (0.30000000000000004 - (2 * x68));
  }
  let x86: number;
  if ((x65 >= 0.1)) {
    x86 = x65;
  } else {
    x86 = (0.1 * (0.2 - x65)) / (0.30000000000000004 - (2 * x65));
  }
  const x105 = (x86 / x79) * q[73]!;
  const x107 = q[34]! + q13;
  let x147: number;
  if ((((q35 > 1000000000000000000) && (q35 < 1e+25)) && (x8 > x107))) {
    const x124 = (1.6597727086e-23 * q35) / (q10 * q10);
    const x131 = x124 * (Math.sqrt((1 + ((2 * (x8 - x107)) / x124))) - 1);
    const x138 = (1.12 - (((0.5 * x131) * x131) / x124)) - 0.05;
    x147 = x8 - (1.12 - (0.5 * (x138 + Math.sqrt(((x138 * x138) + 0.224)))));
  } else {
    x147 = x8;
  }
  const x149 = q3 >= 0;
  let x563: number;
  let x564: number;
  let x565: number;
  if ((x149 && (q2 === 0))) {
    let x155: number;
    if ((x25 < 0)) {
      x155 = x10;
    } else {
      x155 = q13 - x38;
    }
    const x158 = (x147 - q72) - q13;
    const x160 = x158 - (q20 * x39);
    const x162 = (x147 - x155) - q72;
    let x237: number;
    let x238: number;
    let x239: number;
    if ((x162 <= 0)) {
      x237 = q7 * x162;
      x238 = 0;
      x239 = 0;
    } else {
      let x234: number;
      let x235: number;
      let x236: number;
      if ((x160 <= 0)) {
        x234 = (q7 * q20) * (Math.sqrt(((x45 * x45) + x162)) - x45);
        x235 = 0;
        x236 = 0;
      } else {
        const x173 = x160 / x105;
        let x231: number;
        let x232: number;
        let x233: number;
        if ((x173 <= x5)) {
          const x181 = ((-0.6666666666666666) * q7) * x160;
          let x188: number;
          if ((q3 < 0.5)) {
            x188 = 0.4 * x181;
          } else {
            let x187: number;
            if ((q3 === 0.5)) {
              x187 = 0.5 * x181;
            } else {
              x187 = 0;
            }
            x188 = x187;
          }
          x231 = q7 * (x158 - (x173 / 3));
          x232 = x181;
          x233 = x188;
        } else {
          const x190 = (2 * x173) - x5;
          const x192 = 3 * x190;
          const x193 = (x5 * x5) / x192;
          const x196 = (0.25 * q7) * x105;
          const x203 = ((-2) * x196) * (x190 + x193);
          let x230: number;
          if ((q3 > 0.5)) {
            x230 = x196 * (((2 * x5) - x190) - (3 * x193));
          } else {
            let x229: number;
            if ((q3 < 0.5)) {
              x229 = x196 * ((x5 - x190) - (((x5 / x192) / x190) * ((((8 * x173) * x173) - ((6 * x173) * x5)) + ((1.2 * x5) * x5))));
            } else {
              x229 = 0.5 * x203;
            }
            x230 = x229;
          }
          x231 = q7 * (x158 - (0.5 * (x5 - x193)));
          x232 = x203;
          x233 = x230;
        }
        x234 = x231;
        x235 = x232;
        x236 = x233;
      }
      x237 = x234;
      x238 = x235;
      x239 = x236;
    }
    x563 = x237;
    x564 = -(x237 + x238);
    x565 = x239;
  } else {
    let x560: number;
    let x561: number;
    let x562: number;
    if (x149) {
      const x244 = q[12]! * Math.sqrt(x43);
      const x246 = q[25]! * x25;
      let x255: number;
      if ((x246 >= (-0.5))) {
        x255 = 1 + x246;
      } else {
        x255 = (1 + (3 * x246)) / (3 + (8 * x246));
      }
      const x258 = q[28]! * x25;
      let x266: number;
      if ((x258 >= (-0.5))) {
        x266 = 1 + x258;
      } else {
        x266 = (1 + (3 * x258)) / (3 + (8 * x258));
      }
      const x271 = ((0.5 * q[24]!) * q5) / (x244 * x255);
      let x277: number;
      if ((x271 < 34)) {
        x277 = Math.exp((-x271));
      } else {
        x277 = 1.713908431e-15;
      }
      const x280 = x277 * (1 + (2 * x277));
      const x285 = (((0.5 * q[27]!) * q6) * q5) / (x244 * x266);
      let x289: number;
      if ((x285 < 34)) {
        x289 = Math.exp((-x285));
      } else {
        x289 = 1.713908431e-15;
      }
      const x296 = q[31]! + (q[32]! * x25);
      let x306: number;
      if ((x296 >= 0.0001)) {
        x306 = x296;
      } else {
        x306 = (0.0001 * (0.0002 - x296)) / (0.00030000000000000003 - (2 * x296));
      }
      const x328 = (((q[19]! + (q20 * x39)) - (q[21]! * x25)) - (((q[23]! * x280) + (q[26]! * (x289 * (1 + (2 * x289))))) * q[18]!)) + ((q[29]! * x25) * q[30]!);
      const x332 = (x328 + (q[22]! * x25)) - ((x306 * q[33]!) * x5);
      const x347 = ((((q[36]! * 1.03594e-10) / x43) + (((q[37]! + (q[38]! * x25)) + (q[39]! * x5)) * x280)) + q[40]!) / q10;
      let x355: number;
      if ((x347 >= (-0.5))) {
        x355 = 1 + x347;
      } else {
        x355 = (1 + (3 * x347)) / (3 + (8 * x347));
      }
      let x358: number;
      if ((x25 < 0)) {
        x358 = x25;
      } else {
        x358 = q13 - x38;
      }
      const x359 = x147 - x358;
      const x363 = (q11 * x355) * q[74]!;
      const x367 = ((x147 - x332) - q[75]!) / x363;
      let x374: number;
      if ((x367 > 34)) {
        x374 = x367;
      } else {
        let x373: number;
        if ((x367 < (-34))) {
          x373 = 1.713908431e-15;
        } else {
          x373 = Math.log1p(Math.exp(x367));
        }
        x374 = x373;
      }
      const x375 = x363 * x374;
      const x376 = q2 === 3;
      let x410: number;
      if (x376) {
        const x384 = ((x359 - q71) / (100000000 * q9)) * q[76]!;
        let x393: number;
        if ((x384 >= 34)) {
          x393 = q77 * 583461742500000;
        } else {
          let x391: number;
          if ((x384 <= (-34))) {
            x391 = 1.713908431e-15;
          } else {
            x391 = Math.exp(x384);
          }
          x393 = q77 * x391;
        }
        const x394 = 0.001 * q9;
        const x396 = (q77 - x393) - x394;
        const x406 = 1.03594e-10 / (q77 - (0.5 * (x396 + Math.sqrt(((x396 * x396) + ((4 * x394) * q77))))));
        x410 = q7 * (x406 / (q10 + x406));
      } else {
        x410 = q7;
      }
      const x411 = q2 === 1;
      let x424: number;
      if (x411) {
        x424 = q71;
      } else {
        const x414 = (q71 - x359) - 0.02;
        x424 = q71 - (0.5 * (x414 + Math.sqrt(((x414 * x414) + (0.08 * Math.abs(q71))))));
      }
      const x426 = (x359 - x424) - x375;
      let x436: number;
      if ((x426 <= 0)) {
        x436 = (x411 || (q20 !== 0)) ? x426 : 0;
      } else {
        x436 = q20 * (Math.sqrt(((x45 * x45) + x426)) - x45);
      }
      const x439 = x410 * ((x424 - q71) + x436);
      let x460: number;
      if (x376) {
        const x442 = 4 * ((x332 - q71) - q13);
        let x447: number;
        if ((x442 >= 0)) {
          x447 = x375 + x442;
        } else {
          x447 = x375 + 1e-20;
        }
        const x456 = 1.03594e-10 / (1.9e-9 / (1 + Math.pow((x447 / (200000000 * q9)), 0.7)));
        x460 = q7 * (x456 / (q10 + x456));
      } else {
        x460 = q7;
      }
      let x490: number;
      if (x376) {
        const x461 = q20 <= 0;
        let x468: number;
        if (x461) {
          x468 = (0.25 * q78) * q11;
        } else {
          x468 = ((q78 * q11) * q20) * q20;
        }
        let x471: number;
        if (x461) {
          x471 = q14;
        } else {
          x471 = (2 * q20) * q14;
        }
        const x478 = x375 - (q11 * Math.log((1 + (((x471 + x375) * x375) / x468))));
        const x479 = x478 - 0.001;
        let x489: number;
        if ((q[4]! >= 3.3)) {
          x489 = 0.5 * (x479 + Math.sqrt(((x479 * x479) + (x375 * 0.004))));
        } else {
          x489 = x478;
        }
        x490 = x489;
      } else {
        x490 = x375;
      }
      const x491 = x490 / x105;
      const x493 = (x491 - x5) - 0.02;
      let x505: number;
      if (x411) {
        x505 = Math.min(x491, x5);
      } else {
        x505 = ((2 * x491) * x5) / (((x491 + x5) + 0.02) + Math.sqrt(((x493 * x493) + (0.08 * x491))));
      }
      const x506 = x105 * x505;
      const x510 = x490 - (0.5 * x506);
      const x511 = x510 + 1e-20;
      const x513 = (x506 * x505) / (12 * x511);
      const x516 = x460 * (x510 + (x105 * x513));
      const x521 = (x460 * (1 - x105)) * ((0.5 * x505) - x513);
      let x558: number;
      if ((q3 > 0.5)) {
        x558 = -(x460 * (((x490 / 2) + (x506 / 4)) - ((x506 * x506) / (24 * x511))));
      } else {
        let x557: number;
        if ((q3 < 0.5)) {
          const x540 = (2 * x506) * x506;
          const x555 = (((-0.5) * x460) / (x511 * x511)) * ((x490 * ((x540 / 3) + (x490 * (x490 - ((4 * x506) / 3))))) - ((x540 * x506) / 15));
          x557 = x555;
        } else {
          x557 = (-0.5) * x516;
        }
        x558 = x557;
      }
      x560 = (x439 + x516) - x521;
      x561 = x521 - x439;
      x562 = (-x516) - x558;
    } else {
      x560 = 0;
      x561 = 0;
      x562 = 0;
    }
    x563 = x560;
    x564 = x561;
    x565 = x562;
  }
  const x568 = -((x563 + x564) + x565);
  const x571 = v1 - v4;
  const x572 = q[80]! * x571;
  const x573 = q2 === 1;
  let x610: number;
  if (x573) {
    let x589: number;
    if ((x571 < 0)) {
      x589 = -(((q83 * 0.5) * q84) * (Math.sqrt((1 - ((4 * x571) / q84))) - 1));
    } else {
      x589 = q83 * x571;
    }
    x610 = x572 + x589;
  } else {
    let x609: number;
    if ((q2 > 1)) {
      const x592 = x571 + 0.02;
      const x597 = 0.5 * (x592 - Math.sqrt(((x592 * x592) + 0.08)));
      x609 = x572 + (q83 * ((x571 - x597) - ((0.5 * q84) * (Math.sqrt((1 - ((4 * x597) / q84))) - 1))));
    } else {
      x609 = x572;
    }
    x610 = x609;
  }
  const x613 = v1 - v5;
  const x614 = q[79]! * x613;
  let x650: number;
  if (x573) {
    let x629: number;
    if ((x613 < 0)) {
      x629 = -(((q82 * 0.5) * q84) * (Math.sqrt((1 - ((4 * x613) / q84))) - 1));
    } else {
      x629 = q82 * x613;
    }
    x650 = x614 + x629;
  } else {
    let x649: number;
    if ((q2 > 1)) {
      const x632 = x613 + 0.02;
      const x637 = 0.5 * (x632 - Math.sqrt(((x632 * x632) + 0.08)));
      x649 = x614 + (q82 * ((x613 - x637) - ((0.5 * q84) * (Math.sqrt((1 - ((4 * x637) / q84))) - 1))));
    } else {
      x649 = x614;
    }
    x650 = x649;
  }
  const x653 = q[81]! * (v1 - v3);
  const x657 = v3 - v4;
  let x711: number;
  if ((x657 < 0)) {
    let x670: number;
    if ((q103 > 0)) {
      const x663 = 1 - q97;
      x670 = ((q94 * q103) / x663) * (1 - Math.pow((1 - (x657 / q94)), x663));
    } else {
      x670 = 0;
    }
    let x682: number;
    if ((q104 > 0)) {
      const x675 = 1 - q98;
      x682 = ((q95 * q104) / x675) * (1 - Math.pow((1 - (x657 / q95)), x675));
    } else {
      x682 = 0;
    }
    let x695: number;
    if ((q105 > 0)) {
      const x688 = 1 - q99;
      x695 = ((q96 * q105) / x688) * (1 - Math.pow((1 - (x657 / q96)), x688));
    } else {
      x695 = 0;
    }
    x711 = (x670 + x682) + x695;
  } else {
    const x710 = x657 * (((q103 + q104) + q105) + ((0.5 * ((((q103 * q97) / q94) + ((q104 * q98) / q95)) + ((q105 * q99) / q96))) * x657));
    x711 = x710;
  }
  const x715 = v3 - v5;
  let x763: number;
  if ((x715 < 0)) {
    let x726: number;
    if ((q100 > 0)) {
      const x719 = 1 - q97;
      x726 = ((q94 * q100) / x719) * (1 - Math.pow((1 - (x715 / q94)), x719));
    } else {
      x726 = 0;
    }
    let x736: number;
    if ((q101 > 0)) {
      const x729 = 1 - q98;
      x736 = ((q95 * q101) / x729) * (1 - Math.pow((1 - (x715 / q95)), x729));
    } else {
      x736 = 0;
    }
    let x747: number;
    if ((q102 > 0)) {
      const x740 = 1 - q99;
      x747 = ((q96 * q102) / x740) * (1 - Math.pow((1 - (x715 / q96)), x740));
    } else {
      x747 = 0;
    }
    x763 = (x726 + x736) + x747;
  } else {
    const x762 = x715 * (((q100 + q101) + q102) + ((0.5 * ((((q100 * q97) / q94) + ((q101 * q98) / q95)) + ((q102 * q99) / q96))) * x715));
    x763 = x762;
  }
  f.fill(0);
  f[1] = q0 * (((x563 + x610) + x650) + x653);
  f[3] = q0 * (((x564 - x653) + x711) + x763);
  f[4] = q0 * (((x2 ? x565 : x568) - x610) - x711);
  f[5] = q0 * (((x2 ? x568 : x565) - x650) - x763);
}

const storeJacobianScratch = new Float64Array(108);
function storeJacobian1(q: Float64Array, v: Float64Array, f: Float64Array, j: Float64Array): void {
  const v4 = v[4]!;
  const v5 = v[5]!;
  const v1 = v[1]!;
  const v3 = v[3]!;
  const q16 = q[16]!;
  const q13 = q[13]!;
  const q17 = q[17]!;
  const q14 = q[14]!;
  const q20 = q[20]!;
  const q53 = q[53]!;
  const q5 = q[5]!;
  const q48 = q[48]!;
  const q6 = q[6]!;
  const q52 = q[52]!;
  const q73 = q[73]!;
  const q35 = q[35]!;
  const q10 = q[10]!;
  const q3 = q[3]!;
  const q2 = q[2]!;
  const x2 = v4 >= v5;
  storeJacobianScratch[0] = x2 ? 1 : 0;
  let x7: number;
  let x8: number;
  let x9: number;
  if (x2) {
    x7 = v4 - v5;
    x8 = 1;
    x9 = -1;
  } else {
    x7 = v5 - v4;
    x8 = -1;
    x9 = 1;
  }
  storeJacobianScratch[1] = x7;
  storeJacobianScratch[2] = x8;
  storeJacobianScratch[3] = x9;
  const x10 = x2 ? v5 : v4;
  const x12 = x2 ? 0 : 1;
  const x13 = x2 ? 1 : 0;
  const x15 = v1 - x10;
  const x16 = -x12;
  storeJacobianScratch[4] = x16;
  const x17 = -x13;
  storeJacobianScratch[5] = x17;
  const x19 = v3 - x10;
  storeJacobianScratch[6] = x19;
  const x23 = (x19 - q16) - 0.001;
  const x26 = x12 * x23;
  const x29 = x13 * x23;
  const x35 = Math.sqrt(((x23 * x23) - (0.004 * q16)));
  let x39: number;
  if ((x35 > 0)) {
    x39 = 0.5 / x35;
  } else {
    x39 = 0;
  }
  const x51 = q16 + (0.5 * (x23 + x35));
  const x52 = x51 < x19;
  const x53 = x52 ? x19 : x51;
  storeJacobianScratch[7] = x53;
  const x54 = x52 ? 1 : ((1 + ((x23 + x23) * x39)) * 0.5);
  storeJacobianScratch[8] = x54;
  const x55 = x52 ? x16 : (((((-x26) - x26) * x39) - x12) * 0.5);
  storeJacobianScratch[9] = x55;
  const x56 = x52 ? x17 : (((((-x29) - x29) * x39) - x13) * 0.5);
  storeJacobianScratch[10] = x56;
  let x101: number;
  let x102: number;
  let x103: number;
  let x104: number;
  let x105: number;
  let x106: number;
  let x107: number;
  let x108: number;
  if ((x53 > 0)) {
    const x60 = q13 + x53;
    const x61 = (q13 * q13) / x60;
    const x75 = q13 + (0.5 * x53);
    const x77 = q[15]! / x75;
    x101 = x61;
    x102 = -((x54 / x60) * x61);
    x103 = -((x55 / x60) * x61);
    x104 = -((x56 / x60) * x61);
    x105 = x77;
    x106 = -(((x54 * 0.5) / x75) * x77);
    x107 = -(((x55 * 0.5) / x75) * x77);
    x108 = -(((x56 * 0.5) / x75) * x77);
  } else {
    const x87 = q13 - x53;
    const x91 = Math.sqrt(x87);
    let x94: number;
    if ((x91 > 0)) {
      x94 = 0.5 / x91;
    } else {
      x94 = 0;
    }
    x101 = x87;
    x102 = -x54;
    x103 = -x55;
    x104 = -x56;
    x105 = x91;
    x106 = -(x54 * x94);
    x107 = -(x55 * x94);
    x108 = -(x56 * x94);
  }
  storeJacobianScratch[11] = x101;
  storeJacobianScratch[12] = x102;
  storeJacobianScratch[13] = x103;
  storeJacobianScratch[14] = x104;
  storeJacobianScratch[15] = x105;
  storeJacobianScratch[16] = x106;
  storeJacobianScratch[17] = x107;
  storeJacobianScratch[18] = x108;
  const x115 = (q17 * x105) / q14;
  storeJacobianScratch[19] = x115;
  const x116 = (x106 * q17) / q14;
  storeJacobianScratch[20] = x116;
  const x117 = (x107 * q17) / q14;
  storeJacobianScratch[21] = x117;
  const x118 = (x108 * q17) / q14;
  storeJacobianScratch[22] = x118;
  const x120 = 0.5 * q20;
  storeJacobianScratch[23] = x120;
  const x121 = x120 / x105;
  const x136 = Math.sqrt((q53 * x115));
  let x139: number;
  if ((x136 > 0)) {
    x139 = 0.5 / x136;
  } else {
    x139 = 0;
  }
  const x149 = q5 + (2 * x136);
  const x150 = q5 / x149;
  const x173 = (q48 * x150) + (q[50]! / (q6 + q[51]!));
  const x175 = ((x106 / x105) * x121) * x173;
  const x177 = ((((((x116 * q53) * x139) * 2) / x149) * x150) * q48) * x121;
  const x179 = (-x175) - x177;
  const x180 = ((x107 / x105) * x121) * x173;
  const x182 = ((((((x117 * q53) * x139) * 2) / x149) * x150) * q48) * x121;
  const x184 = (-x180) - x182;
  const x185 = ((x108 / x105) * x121) * x173;
  const x187 = ((((((x118 * q53) * x139) * 2) / x149) * x150) * q48) * x121;
  const x189 = (-x185) - x187;
  const x190 = 1 + (x121 * x173);
  const x193 = x54 * q52;
  const x194 = x55 * q52;
  const x195 = x56 * q52;
  const x196 = 1 + (q52 * x53);
  let x242: number;
  let x243: number;
  let x244: number;
  let x245: number;
  if ((x196 >= 0.1)) {
    x242 = x196;
    x243 = x193;
    x244 = x194;
    x245 = x195;
  } else {
    const x216 = 0.30000000000000004 - (2 * x196);
    const x220 = (0.1 * (0.2 - x196)) / x216;
    x242 = x220;
    x243 = (((x193 * 2) / x216) * x220) - ((x193 * 0.1) / x216);
    x244 = (((x194 * 2) / x216) * x220) - ((x194 * 0.1) / x216);
    x245 = (((x195 * 2) / x216) * x220) - ((x195 * 0.1) / x216);
  }
  let x282: number;
  let x283: number;
  let x284: number;
  let x285: number;
  if ((x190 >= 0.1)) {
    x282 = x190;
    x283 = x179;
    x284 = x184;
    x285 = x189;
  } else {
    const x259 = 0.30000000000000004 - (2 * x190);
    const x263 = (0.1 * (0.2 - x190)) / x259;
    x282 = x263;
    x283 = (((x177 + x175) * 0.1) / x259) + (((x179 * 2) / x259) * x263);
    x284 = (((x182 + x180) * 0.1) / x259) + (((x184 * 2) / x259) * x263);
    x285 = (((x187 + x185) * 0.1) / x259) + (((x189 * 2) / x259) * x263);
  }
  const x286 = x282 / x242;
  const x424 = x286 * q73;
  storeJacobianScratch[24] = x424;
  const x425 = ((x283 / x242) - ((x243 / x242) * x286)) * q73;
  storeJacobianScratch[25] = x425;
  const x426 = ((x284 / x242) - ((x244 / x242) * x286)) * q73;
  storeJacobianScratch[26] = x426;
  const x427 = ((x285 / x242) - ((x245 / x242) * x286)) * q73;
  storeJacobianScratch[27] = x427;
  const x429 = q[34]! + q13;
  let x538: number;
  let x539: number;
  let x540: number;
  let x541: number;
  if ((((q35 > 1000000000000000000) && (q35 < 1e+25)) && (x15 > x429))) {
    const x442 = (1.6597727086e-23 * q35) / (q10 * q10);
    const x456 = Math.sqrt((1 + ((2 * (x15 - x429)) / x442)));
    let x459: number;
    if ((x456 > 0)) {
      x459 = 0.5 / x456;
    } else {
      x459 = 0;
    }
    const x466 = x442 * (x456 - 1);
    const x467 = ((2 / x442) * x459) * x442;
    const x468 = (((x12 * 2) / x442) * x459) * x442;
    const x470 = (((x13 * 2) / x442) * x459) * x442;
    const x472 = 0.5 * x466;
    const x493 = (((x467 * 0.5) * x466) + (x467 * x472)) / x442;
    const x494 = ((-((x468 * 0.5) * x466)) - (x468 * x472)) / x442;
    const x495 = ((-((x470 * 0.5) * x466)) - (x470 * x472)) / x442;
    const x502 = (1.12 - ((x472 * x466) / x442)) - 0.05;
    const x504 = x493 * x502;
    const x507 = x494 * x502;
    const x510 = x495 * x502;
    const x515 = Math.sqrt(((x502 * x502) + 0.224));
    let x518: number;
    if ((x515 > 0)) {
      x518 = 0.5 / x515;
    } else {
      x518 = 0;
    }
    x538 = x15 - (1.12 - (0.5 * (x502 + x515)));
    x539 = 1 + (((((-x504) - x504) * x518) - x493) * 0.5);
    x540 = (((((-x507) - x507) * x518) - x494) * 0.5) - x12;
    x541 = (((((-x510) - x510) * x518) - x495) * 0.5) - x13;
  } else {
    x538 = x15;
    x539 = 1;
    x540 = x16;
    x541 = x17;
  }
  storeJacobianScratch[28] = x538;
  storeJacobianScratch[29] = x539;
  storeJacobianScratch[30] = x540;
  storeJacobianScratch[31] = x541;
  const x543 = q3 >= 0;
  storeJacobianScratch[32] = x543 ? 1 : 0;
  const x546 = x543 && (q2 === 0);
  storeJacobianScratch[33] = x546 ? 1 : 0;
}

function storeJacobian2(q: Float64Array, v: Float64Array, f: Float64Array, j: Float64Array): void {
  const x115 = storeJacobianScratch[19]!;
  const x116 = storeJacobianScratch[20]!;
  const x117 = storeJacobianScratch[21]!;
  const x118 = storeJacobianScratch[22]!;
  const q12 = q[12]!;
  const q25 = q[25]!;
  const x53 = storeJacobianScratch[7]!;
  const x54 = storeJacobianScratch[8]!;
  const x55 = storeJacobianScratch[9]!;
  const x56 = storeJacobianScratch[10]!;
  const q28 = q[28]!;
  const q5 = q[5]!;
  const q6 = q[6]!;
  const q32 = q[32]!;
  const q33 = q[33]!;
  const x7 = storeJacobianScratch[1]!;
  const x8 = storeJacobianScratch[2]!;
  const x9 = storeJacobianScratch[3]!;
  const q20 = q[20]!;
  const x105 = storeJacobianScratch[15]!;
  const x106 = storeJacobianScratch[16]!;
  const x107 = storeJacobianScratch[17]!;
  const x108 = storeJacobianScratch[18]!;
  const q21 = q[21]!;
  const q23 = q[23]!;
  const q26 = q[26]!;
  const q18 = q[18]!;
  const q29 = q[29]!;
  const q30 = q[30]!;
  const q22 = q[22]!;
  const q38 = q[38]!;
  const q39 = q[39]!;
  const q10 = q[10]!;
  const q13 = q[13]!;
  const x101 = storeJacobianScratch[11]!;
  const x102 = storeJacobianScratch[12]!;
  const x103 = storeJacobianScratch[13]!;
  const x104 = storeJacobianScratch[14]!;
  const x538 = storeJacobianScratch[28]!;
  const x540 = storeJacobianScratch[30]!;
  const x541 = storeJacobianScratch[31]!;
  const q11 = q[11]!;
  const q74 = q[74]!;
  const x539 = storeJacobianScratch[29]!;
  const q2 = q[2]!;
  const q71 = q[71]!;
  const q9 = q[9]!;
  const q76 = q[76]!;
  const q77 = q[77]!;
  const q7 = q[7]!;
  const x120 = storeJacobianScratch[23]!;
  const q78 = q[78]!;
  const q14 = q[14]!;
  const x424 = storeJacobianScratch[24]!;
  const x425 = storeJacobianScratch[25]!;
  const x426 = storeJacobianScratch[26]!;
  const x427 = storeJacobianScratch[27]!;
  const x1005 = Math.sqrt(x115);
  let x1008: number;
  if ((x1005 > 0)) {
    x1008 = 0.5 / x1005;
  } else {
    x1008 = 0;
  }
  const x1013 = q12 * x1005;
  const x1014 = (x116 * x1008) * q12;
  const x1015 = (x117 * x1008) * q12;
  const x1016 = (x118 * x1008) * q12;
  const x1018 = q25 * x53;
  const x1019 = x54 * q25;
  const x1020 = x55 * q25;
  const x1021 = x56 * q25;
  let x1051: number;
  let x1052: number;
  let x1053: number;
  let x1054: number;
  if ((x1018 >= (-0.5))) {
    x1051 = 1 + x1018;
    x1052 = x1019;
    x1053 = x1020;
    x1054 = x1021;
  } else {
    const x1034 = 3 + (8 * x1018);
    const x1035 = (1 + (3 * x1018)) / x1034;
    x1051 = x1035;
    x1052 = ((x1019 * 3) / x1034) - (((x1019 * 8) / x1034) * x1035);
    x1053 = ((x1020 * 3) / x1034) - (((x1020 * 8) / x1034) * x1035);
    x1054 = ((x1021 * 3) / x1034) - (((x1021 * 8) / x1034) * x1035);
  }
  const x1055 = x1013 * x1051;
  const x1066 = q28 * x53;
  const x1067 = x54 * q28;
  const x1068 = x55 * q28;
  const x1069 = x56 * q28;
  let x1098: number;
  let x1099: number;
  let x1100: number;
  let x1101: number;
  if ((x1066 >= (-0.5))) {
    x1098 = 1 + x1066;
    x1099 = x1067;
    x1100 = x1068;
    x1101 = x1069;
  } else {
    const x1081 = 3 + (8 * x1066);
    const x1082 = (1 + (3 * x1066)) / x1081;
    x1098 = x1082;
    x1099 = ((x1067 * 3) / x1081) - (((x1067 * 8) / x1081) * x1082);
    x1100 = ((x1068 * 3) / x1081) - (((x1068 * 8) / x1081) * x1082);
    x1101 = ((x1069 * 3) / x1081) - (((x1069 * 8) / x1081) * x1082);
  }
  const x1102 = x1013 * x1098;
  const x1115 = ((0.5 * q[24]!) * q5) / x1055;
  const x1117 = (((x1014 * x1051) + (x1052 * x1013)) / x1055) * x1115;
  const x1120 = (((x1015 * x1051) + (x1053 * x1013)) / x1055) * x1115;
  const x1123 = (((x1016 * x1051) + (x1054 * x1013)) / x1055) * x1115;
  let x1133: number;
  let x1134: number;
  let x1135: number;
  let x1136: number;
  if ((x1115 < 34)) {
    const x1128 = Math.exp((-x1115));
    x1133 = x1128;
    x1134 = x1117 * x1128;
    x1135 = x1120 * x1128;
    x1136 = x1123 * x1128;
  } else {
    x1133 = 1.713908431e-15;
    x1134 = 0;
    x1135 = 0;
    x1136 = 0;
  }
  const x1141 = 1 + (2 * x1133);
  const x1142 = x1133 * x1141;
  const x1145 = (x1134 * x1141) + ((x1134 * 2) * x1133);
  const x1148 = (x1135 * x1141) + ((x1135 * 2) * x1133);
  const x1151 = (x1136 * x1141) + ((x1136 * 2) * x1133);
  const x1156 = (((0.5 * q[27]!) * q6) * q5) / x1102;
  const x1158 = (((x1014 * x1098) + (x1099 * x1013)) / x1102) * x1156;
  const x1161 = (((x1015 * x1098) + (x1100 * x1013)) / x1102) * x1156;
  const x1164 = (((x1016 * x1098) + (x1101 * x1013)) / x1102) * x1156;
  let x1172: number;
  let x1173: number;
  let x1174: number;
  let x1175: number;
  if ((x1156 < 34)) {
    const x1168 = Math.exp((-x1156));
    x1172 = x1168;
    x1173 = x1158 * x1168;
    x1174 = x1161 * x1168;
    x1175 = x1164 * x1168;
  } else {
    x1172 = 1.713908431e-15;
    x1173 = 0;
    x1174 = 0;
    x1175 = 0;
  }
  const x1180 = 1 + (2 * x1172);
  const x1193 = x54 * q32;
  const x1194 = x55 * q32;
  const x1195 = x56 * q32;
  const x1197 = q[31]! + (q32 * x53);
  let x1243: number;
  let x1244: number;
  let x1245: number;
  let x1246: number;
  if ((x1197 >= 0.0001)) {
    x1243 = x1197;
    x1244 = x1193;
    x1245 = x1194;
    x1246 = x1195;
  } else {
    const x1217 = 0.00030000000000000003 - (2 * x1197);
    const x1221 = (0.0001 * (0.0002 - x1197)) / x1217;
    x1243 = x1221;
    x1244 = (((x1193 * 2) / x1217) * x1221) - ((x1193 * 0.0001) / x1217);
    x1245 = (((x1194 * 2) / x1217) * x1221) - ((x1194 * 0.0001) / x1217);
    x1246 = (((x1195 * 2) / x1217) * x1221) - ((x1195 * 0.0001) / x1217);
  }
  const x1248 = x1243 * q33;
  const x1253 = (x1244 * q33) * x7;
  const x1256 = ((x1245 * q33) * x7) + (x8 * x1248);
  const x1259 = ((x1246 * q33) * x7) + (x9 * x1248);
  const x1315 = (((x106 * q20) - (x54 * q21)) - (((x1145 * q23) + (((x1173 * x1180) + ((x1173 * 2) * x1172)) * q26)) * q18)) + ((x54 * q29) * q30);
  const x1316 = (((x107 * q20) - (x55 * q21)) - (((x1148 * q23) + (((x1174 * x1180) + ((x1174 * 2) * x1172)) * q26)) * q18)) + ((x55 * q29) * q30);
  const x1317 = (((x108 * q20) - (x56 * q21)) - (((x1151 * q23) + (((x1175 * x1180) + ((x1175 * 2) * x1172)) * q26)) * q18)) + ((x56 * q29) * q30);
  const x1323 = ((((q[19]! + (q20 * x105)) - (q21 * x53)) - (((q23 * x1142) + (q26 * (x1172 * x1180))) * q18)) + ((q29 * x53) * q30)) + (q22 * x53);
  const x1324 = x1315 + (x54 * q22);
  const x1325 = x1316 + (x55 * q22);
  const x1326 = x1317 + (x56 * q22);
  const x1327 = x1323 - (x1248 * x7);
  const x1329 = x1324 - x1253;
  const x1331 = x1325 - x1256;
  const x1333 = x1326 - x1259;
  const x1345 = (q[37]! + (q38 * x53)) + (q39 * x7);
  const x1361 = (q[36]! * 1.03594e-10) / x115;
  const x1377 = ((x1361 + (x1345 * x1142)) + q[40]!) / q10;
  const x1378 = ((((x54 * q38) * x1142) + (x1145 * x1345)) - ((x116 / x115) * x1361)) / q10;
  const x1379 = (((((x55 * q38) + (x8 * q39)) * x1142) + (x1148 * x1345)) - ((x117 / x115) * x1361)) / q10;
  const x1380 = (((((x56 * q38) + (x9 * q39)) * x1142) + (x1151 * x1345)) - ((x118 / x115) * x1361)) / q10;
  let x1409: number;
  let x1410: number;
  let x1411: number;
  let x1412: number;
  if ((x1377 >= (-0.5))) {
    x1409 = 1 + x1377;
    x1410 = x1378;
    x1411 = x1379;
    x1412 = x1380;
  } else {
    const x1392 = 3 + (8 * x1377);
    const x1393 = (1 + (3 * x1377)) / x1392;
    x1409 = x1393;
    x1410 = ((x1378 * 3) / x1392) - (((x1378 * 8) / x1392) * x1393);
    x1411 = ((x1379 * 3) / x1392) - (((x1379 * 8) / x1392) * x1393);
    x1412 = ((x1380 * 3) / x1392) - (((x1380 * 8) / x1392) * x1393);
  }
  let x1418: number;
  let x1419: number;
  let x1420: number;
  let x1421: number;
  if ((x53 < 0)) {
    x1418 = x53;
    x1419 = x54;
    x1420 = x55;
    x1421 = x56;
  } else {
    x1418 = q13 - x101;
    x1419 = -x102;
    x1420 = -x103;
    x1421 = -x104;
  }
  const x1422 = x538 - x1418;
  const x1425 = x540 - x1420;
  const x1427 = x541 - x1421;
  const x1434 = (q11 * x1409) * q74;
  const x1435 = (x1410 * q11) * q74;
  const x1436 = (x1411 * q11) * q74;
  const x1437 = (x1412 * q11) * q74;
  const x1446 = ((x538 - x1327) - q[75]!) / x1434;
  const x1447 = x539 / x1434;
  const x1452 = ((x1253 - x1324) / x1434) - ((x1435 / x1434) * x1446);
  const x1457 = ((x540 + (x1256 - x1325)) / x1434) - ((x1436 / x1434) * x1446);
  const x1462 = ((x541 + (x1259 - x1326)) / x1434) - ((x1437 / x1434) * x1446);
  let x1482: number;
  let x1483: number;
  let x1484: number;
  let x1485: number;
  let x1486: number;
  if ((x1446 > 34)) {
    x1482 = x1446;
    x1483 = x1447;
    x1484 = x1452;
    x1485 = x1457;
    x1486 = x1462;
  } else {
    let x1477: number;
    let x1478: number;
    let x1479: number;
    let x1480: number;
    let x1481: number;
    if ((x1446 < (-34))) {
      x1477 = 1.713908431e-15;
      x1478 = 0;
      x1479 = 0;
      x1480 = 0;
      x1481 = 0;
    } else {
      const x1466 = Math.exp(x1446);
      const x1472 = 1 + x1466;
      x1477 = Math.log1p(x1466);
      x1478 = (x1447 * x1466) / x1472;
      x1479 = (x1452 * x1466) / x1472;
      x1480 = (x1457 * x1466) / x1472;
      x1481 = (x1462 * x1466) / x1472;
    }
    x1482 = x1477;
    x1483 = x1478;
    x1484 = x1479;
    x1485 = x1480;
    x1486 = x1481;
  }
  const x1487 = x1434 * x1482;
  const x1488 = x1483 * x1434;
  const x1491 = (x1435 * x1482) + (x1484 * x1434);
  const x1494 = (x1436 * x1482) + (x1485 * x1434);
  const x1497 = (x1437 * x1482) + (x1486 * x1434);
  const x1498 = q2 === 3;
  let x1630: number;
  let x1631: number;
  let x1632: number;
  let x1633: number;
  let x1634: number;
  if (x1498) {
    const x1503 = 100000000 * q9;
    const x1511 = ((x1422 - q71) / x1503) * q76;
    const x1512 = (x539 / x1503) * q76;
    const x1513 = (x1419 / x1503) * q76;
    const x1515 = (x1425 / x1503) * q76;
    const x1516 = (x1427 / x1503) * q76;
    let x1538: number;
    let x1539: number;
    let x1540: number;
    let x1541: number;
    let x1542: number;
    if ((x1511 >= 34)) {
      x1538 = q77 * 583461742500000;
      x1539 = 0;
      x1540 = 0;
      x1541 = 0;
      x1542 = 0;
    } else {
      let x1528: number;
      let x1529: number;
      let x1530: number;
      let x1531: number;
      let x1532: number;
      if ((x1511 <= (-34))) {
        x1528 = 1.713908431e-15;
        x1529 = 0;
        x1530 = 0;
        x1531 = 0;
        x1532 = 0;
      } else {
        const x1522 = Math.exp(x1511);
        x1528 = x1522;
        x1529 = x1512 * x1522;
        x1530 = -(x1513 * x1522);
        x1531 = x1515 * x1522;
        x1532 = x1516 * x1522;
      }
      x1538 = q77 * x1528;
      x1539 = x1529 * q77;
      x1540 = x1530 * q77;
      x1541 = x1531 * q77;
      x1542 = x1532 * q77;
    }
    const x1543 = 0.001 * q9;
    const x1549 = (q77 - x1538) - x1543;
    const x1551 = x1539 * x1549;
    const x1554 = x1540 * x1549;
    const x1557 = x1541 * x1549;
    const x1560 = x1542 * x1549;
    const x1567 = Math.sqrt(((x1549 * x1549) + ((4 * x1543) * q77)));
    let x1570: number;
    if ((x1567 > 0)) {
      x1570 = 0.5 / x1567;
    } else {
      x1570 = 0;
    }
    const x1585 = q77 - (0.5 * (x1549 + x1567));
    const x1590 = 1.03594e-10 / x1585;
    const x1607 = q10 + x1590;
    const x1608 = x1590 / x1607;
    const x1609 = (((((((-x1551) - x1551) * x1570) - x1539) * 0.5) / x1585) * x1590) / x1607;
    const x1613 = (((((((-x1554) - x1554) * x1570) - x1540) * 0.5) / x1585) * x1590) / x1607;
    const x1617 = (((((((-x1557) - x1557) * x1570) - x1541) * 0.5) / x1585) * x1590) / x1607;
    const x1621 = (((((((-x1560) - x1560) * x1570) - x1542) * 0.5) / x1585) * x1590) / x1607;
    x1630 = q7 * x1608;
    x1631 = (x1609 - (x1609 * x1608)) * q7;
    x1632 = (x1613 - (x1613 * x1608)) * q7;
    x1633 = (x1617 - (x1617 * x1608)) * q7;
    x1634 = (x1621 - (x1621 * x1608)) * q7;
  } else {
    x1630 = q7;
    x1631 = 0;
    x1632 = 0;
    x1633 = 0;
    x1634 = 0;
  }
  const x1635 = q2 === 1;
  storeJacobianScratch[34] = x1635 ? 1 : 0;
  let x1679: number;
  let x1680: number;
  let x1681: number;
  let x1682: number;
  let x1683: number;
  if (x1635) {
    x1679 = q71;
    x1680 = 0;
    x1681 = 0;
    x1682 = 0;
    x1683 = 0;
  } else {
    const x1638 = x1420 - x540;
    const x1639 = x1421 - x541;
    const x1641 = (q71 - x1422) - 0.02;
    const x1643 = x539 * x1641;
    const x1646 = x1419 * x1641;
    const x1648 = x1638 * x1641;
    const x1650 = x1639 * x1641;
    const x1656 = Math.sqrt(((x1641 * x1641) + (0.08 * Math.abs(q71))));
    let x1659: number;
    if ((x1656 > 0)) {
      x1659 = 0.5 / x1656;
    } else {
      x1659 = 0;
    }
    x1679 = q71 - (0.5 * (x1641 + x1656));
    x1680 = -(((((-x1643) - x1643) * x1659) - x539) * 0.5);
    x1681 = -((x1419 + ((x1646 + x1646) * x1659)) * 0.5);
    x1682 = -((x1638 + ((x1648 + x1648) * x1659)) * 0.5);
    x1683 = -((x1639 + ((x1650 + x1650) * x1659)) * 0.5);
  }
  const x1693 = (x1422 - x1679) - x1487;
  const x1695 = (x539 - x1680) - x1488;
  const x1697 = ((-x1419) - x1681) - x1491;
  const x1699 = (x1425 - x1682) - x1494;
  const x1701 = (x1427 - x1683) - x1497;
  let x1726: number;
  let x1727: number;
  let x1728: number;
  let x1729: number;
  let x1730: number;
  if ((x1693 <= 0)) {
    const x1704 = x1635 || (q20 !== 0);
    x1726 = x1704 ? x1693 : 0;
    x1727 = x1704 ? x1695 : 0;
    x1728 = x1704 ? x1697 : 0;
    x1729 = x1704 ? x1699 : 0;
    x1730 = x1704 ? x1701 : 0;
  } else {
    const x1712 = Math.sqrt(((x120 * x120) + x1693));
    let x1715: number;
    if ((x1712 > 0)) {
      x1715 = 0.5 / x1712;
    } else {
      x1715 = 0;
    }
    x1726 = q20 * (x1712 - x120);
    x1727 = (x1695 * x1715) * q20;
    x1728 = (x1697 * x1715) * q20;
    x1729 = (x1699 * x1715) * q20;
    x1730 = (x1701 * x1715) * q20;
  }
  const x1732 = (x1679 - q71) + x1726;
  const x1737 = x1630 * x1732;
  storeJacobianScratch[35] = x1737;
  const x1740 = (x1631 * x1732) + ((x1680 + x1727) * x1630);
  storeJacobianScratch[36] = x1740;
  const x1743 = (x1632 * x1732) + ((x1681 + x1728) * x1630);
  storeJacobianScratch[37] = x1743;
  const x1746 = (x1633 * x1732) + ((x1682 + x1729) * x1630);
  storeJacobianScratch[38] = x1746;
  const x1749 = (x1634 * x1732) + ((x1683 + x1730) * x1630);
  storeJacobianScratch[39] = x1749;
  let x1857: number;
  let x1858: number;
  let x1859: number;
  let x1860: number;
  let x1861: number;
  if (x1498) {
    const x1752 = 4 * ((x1327 - q71) - q13);
    const x1753 = x1329 * 4;
    const x1754 = x1331 * 4;
    const x1755 = x1333 * 4;
    let x1763: number;
    let x1764: number;
    let x1765: number;
    let x1766: number;
    if ((x1752 >= 0)) {
      x1763 = x1487 + x1752;
      x1764 = x1491 + x1753;
      x1765 = x1494 + x1754;
      x1766 = x1497 + x1755;
    } else {
      x1763 = x1487 + 1e-20;
      x1764 = x1491;
      x1765 = x1494;
      x1766 = x1497;
    }
    const x1768 = 200000000 * q9;
    const x1769 = x1763 / x1768;
    const x1775 = Math.pow(x1769, 0.7);
    const x1776 = x1769 !== 0;
    let x1782: number;
    if (x1776) {
      x1782 = (0.7 * x1775) / x1769;
    } else {
      x1782 = 0.7 * Math.pow(x1769, (-0.30000000000000004));
    }
    let x1788: number;
    if (x1776) {
      x1788 = (0.7 * x1775) / x1769;
    } else {
      x1788 = 0.7 * Math.pow(x1769, (-0.30000000000000004));
    }
    let x1794: number;
    if (x1776) {
      x1794 = (0.7 * x1775) / x1769;
    } else {
      x1794 = 0.7 * Math.pow(x1769, (-0.30000000000000004));
    }
    let x1800: number;
    if (x1776) {
      x1800 = (0.7 * x1775) / x1769;
    } else {
      x1800 = 0.7 * Math.pow(x1769, (-0.30000000000000004));
    }
    const x1802 = 1 + x1775;
    const x1804 = 1.9e-9 / x1802;
    const x1817 = 1.03594e-10 / x1804;
    const x1834 = q10 + x1817;
    const x1835 = x1817 / x1834;
    const x1836 = ((((((x1488 / x1768) * x1782) / x1802) * x1804) / x1804) * x1817) / x1834;
    const x1840 = ((((((x1764 / x1768) * x1788) / x1802) * x1804) / x1804) * x1817) / x1834;
    const x1844 = ((((((x1765 / x1768) * x1794) / x1802) * x1804) / x1804) * x1817) / x1834;
    const x1848 = ((((((x1766 / x1768) * x1800) / x1802) * x1804) / x1804) * x1817) / x1834;
    x1857 = q7 * x1835;
    x1858 = (x1836 - (x1836 * x1835)) * q7;
    x1859 = (x1840 - (x1840 * x1835)) * q7;
    x1860 = (x1844 - (x1844 * x1835)) * q7;
    x1861 = (x1848 - (x1848 * x1835)) * q7;
  } else {
    x1857 = q7;
    x1858 = 0;
    x1859 = 0;
    x1860 = 0;
    x1861 = 0;
  }
  storeJacobianScratch[40] = x1857;
  storeJacobianScratch[41] = x1858;
  storeJacobianScratch[42] = x1859;
  storeJacobianScratch[43] = x1860;
  storeJacobianScratch[44] = x1861;
  let x1958: number;
  let x1959: number;
  let x1960: number;
  let x1961: number;
  let x1962: number;
  if (x1498) {
    const x1862 = q20 <= 0;
    let x1869: number;
    if (x1862) {
      x1869 = (0.25 * q78) * q11;
    } else {
      x1869 = ((q78 * q11) * q20) * q20;
    }
    let x1872: number;
    if (x1862) {
      x1872 = q14;
    } else {
      x1872 = (2 * q20) * q14;
    }
    const x1873 = x1872 + x1487;
    const x1892 = 1 + ((x1873 * x1487) / x1869);
    const x1903 = x1487 - (q11 * Math.log(x1892));
    const x1905 = x1488 - (((((x1488 * x1487) + (x1488 * x1873)) / x1869) / x1892) * q11);
    const x1907 = x1491 - (((((x1491 * x1487) + (x1491 * x1873)) / x1869) / x1892) * q11);
    const x1909 = x1494 - (((((x1494 * x1487) + (x1494 * x1873)) / x1869) / x1892) * q11);
    const x1911 = x1497 - (((((x1497 * x1487) + (x1497 * x1873)) / x1869) / x1892) * q11);
    const x1912 = x1903 - 0.001;
    let x1953: number;
    let x1954: number;
    let x1955: number;
    let x1956: number;
    let x1957: number;
    if ((q[4]! >= 3.3)) {
      const x1917 = x1905 * x1912;
      const x1919 = x1907 * x1912;
      const x1921 = x1909 * x1912;
      const x1923 = x1911 * x1912;
      const x1935 = Math.sqrt(((x1912 * x1912) + (x1487 * 0.004)));
      let x1938: number;
      if ((x1935 > 0)) {
        x1938 = 0.5 / x1935;
      } else {
        x1938 = 0;
      }
      x1953 = 0.5 * (x1912 + x1935);
      x1954 = (x1905 + (((x1917 + x1917) + (x1488 * 0.004)) * x1938)) * 0.5;
      x1955 = (x1907 + (((x1919 + x1919) + (x1491 * 0.004)) * x1938)) * 0.5;
      x1956 = (x1909 + (((x1921 + x1921) + (x1494 * 0.004)) * x1938)) * 0.5;
      x1957 = (x1911 + (((x1923 + x1923) + (x1497 * 0.004)) * x1938)) * 0.5;
    } else {
      x1953 = x1903;
      x1954 = x1905;
      x1955 = x1907;
      x1956 = x1909;
      x1957 = x1911;
    }
    x1958 = x1953;
    x1959 = x1954;
    x1960 = x1955;
    x1961 = x1956;
    x1962 = x1957;
  } else {
    x1958 = x1487;
    x1959 = x1488;
    x1960 = x1491;
    x1961 = x1494;
    x1962 = x1497;
  }
  storeJacobianScratch[45] = x1958;
  storeJacobianScratch[46] = x1959;
  storeJacobianScratch[47] = x1960;
  storeJacobianScratch[48] = x1961;
  storeJacobianScratch[49] = x1962;
  const x1963 = x1958 / x424;
  storeJacobianScratch[50] = x1963;
  const x1964 = x1959 / x424;
  storeJacobianScratch[51] = x1964;
  const x1969 = (x1960 / x424) - ((x425 / x424) * x1963);
  storeJacobianScratch[52] = x1969;
  const x1974 = (x1961 / x424) - ((x426 / x424) * x1963);
  storeJacobianScratch[53] = x1974;
  const x1979 = (x1962 / x424) - ((x427 / x424) * x1963);
  storeJacobianScratch[54] = x1979;
  const x1982 = x1974 - x8;
  storeJacobianScratch[55] = x1982;
  const x1984 = x1979 - x9;
  storeJacobianScratch[56] = x1984;
  const x1985 = (x1963 - x7) - 0.02;
  storeJacobianScratch[57] = x1985;
}

function storeJacobian3(q: Float64Array, v: Float64Array, f: Float64Array, j: Float64Array): void {
  const x1635 = storeJacobianScratch[34]!;
  const x1963 = storeJacobianScratch[50]!;
  const x7 = storeJacobianScratch[1]!;
  const x1964 = storeJacobianScratch[51]!;
  const x1969 = storeJacobianScratch[52]!;
  const x1974 = storeJacobianScratch[53]!;
  const x8 = storeJacobianScratch[2]!;
  const x1979 = storeJacobianScratch[54]!;
  const x9 = storeJacobianScratch[3]!;
  const x1985 = storeJacobianScratch[57]!;
  const x1982 = storeJacobianScratch[55]!;
  const x1984 = storeJacobianScratch[56]!;
  const x424 = storeJacobianScratch[24]!;
  const x425 = storeJacobianScratch[25]!;
  const x426 = storeJacobianScratch[26]!;
  const x427 = storeJacobianScratch[27]!;
  const x1958 = storeJacobianScratch[45]!;
  const x1959 = storeJacobianScratch[46]!;
  const x1960 = storeJacobianScratch[47]!;
  const x1961 = storeJacobianScratch[48]!;
  const x1962 = storeJacobianScratch[49]!;
  const x1857 = storeJacobianScratch[40]!;
  const x1858 = storeJacobianScratch[41]!;
  const x1859 = storeJacobianScratch[42]!;
  const x1860 = storeJacobianScratch[43]!;
  const x1861 = storeJacobianScratch[44]!;
  const x1737 = storeJacobianScratch[35]!;
  const x1740 = storeJacobianScratch[36]!;
  const x1743 = storeJacobianScratch[37]!;
  const x1746 = storeJacobianScratch[38]!;
  const x1749 = storeJacobianScratch[39]!;
  const q3 = q[3]!;
  let x2067: number;
  let x2068: number;
  let x2069: number;
  let x2070: number;
  let x2071: number;
  if (x1635) {
    const x1987 = x1963 <= x7;
    x2067 = Math.min(x1963, x7);
    x2068 = x1987 ? x1964 : 0;
    x2069 = x1987 ? x1969 : 0;
    x2070 = (x1987 ? x1974 : 0) + (x1987 ? 0 : x8);
    x2071 = (x1987 ? x1979 : 0) + (x1987 ? 0 : x9);
  } else {
    const x1996 = 2 * x1963;
    const x2015 = x1964 * x1985;
    const x2017 = x1969 * x1985;
    const x2019 = x1982 * x1985;
    const x2021 = x1984 * x1985;
    const x2033 = Math.sqrt(((x1985 * x1985) + (0.08 * x1963)));
    let x2036: number;
    if ((x2033 > 0)) {
      x2036 = 0.5 / x2033;
    } else {
      x2036 = 0;
    }
    const x2041 = ((x1963 + x7) + 0.02) + x2033;
    const x2046 = (x1996 * x7) / x2041;
    const x2061 = ((((x1974 * 2) * x7) + (x8 * x1996)) / x2041) - ((((x1974 + x8) + (((x2019 + x2019) + (x1974 * 0.08)) * x2036)) / x2041) * x2046);
    const x2066 = ((((x1979 * 2) * x7) + (x9 * x1996)) / x2041) - ((((x1979 + x9) + (((x2021 + x2021) + (x1979 * 0.08)) * x2036)) / x2041) * x2046);
    x2067 = x2046;
    x2068 = (((x1964 * 2) * x7) / x2041) - (((x1964 + (((x2015 + x2015) + (x1964 * 0.08)) * x2036)) / x2041) * x2046);
    x2069 = (((x1969 * 2) * x7) / x2041) - (((x1969 + (((x2017 + x2017) + (x1969 * 0.08)) * x2036)) / x2041) * x2046);
    x2070 = x2061;
    x2071 = x2066;
  }
  const x2072 = x424 * x2067;
  const x2073 = x2068 * x424;
  const x2076 = (x425 * x2067) + (x2069 * x424);
  const x2079 = (x426 * x2067) + (x2070 * x424);
  const x2082 = (x427 * x2067) + (x2071 * x424);
  const x2101 = x1958 - (0.5 * x2072);
  const x2103 = x1959 - (x2073 * 0.5);
  const x2105 = x1960 - (x2076 * 0.5);
  const x2107 = x1961 - (x2079 * 0.5);
  const x2109 = x1962 - (x2082 * 0.5);
  const x2110 = x2101 + 1e-20;
  const x2112 = 12 * x2110;
  const x2117 = (x2072 * x2067) / x2112;
  const x2118 = ((x2073 * x2067) + (x2068 * x2072)) / x2112;
  const x2120 = ((x2103 * 12) / x2112) * x2117;
  const x2123 = ((x2076 * x2067) + (x2069 * x2072)) / x2112;
  const x2125 = ((x2105 * 12) / x2112) * x2117;
  const x2128 = ((x2079 * x2067) + (x2070 * x2072)) / x2112;
  const x2130 = ((x2107 * 12) / x2112) * x2117;
  const x2133 = ((x2082 * x2067) + (x2071 * x2072)) / x2112;
  const x2135 = ((x2109 * 12) / x2112) * x2117;
  const x2149 = x2101 + (x424 * x2117);
  const x2154 = x1857 * x2149;
  const x2157 = (x1858 * x2149) + ((x2103 + ((x2118 - x2120) * x424)) * x1857);
  const x2160 = (x1859 * x2149) + ((x2105 + ((x425 * x2117) + ((x2123 - x2125) * x424))) * x1857);
  const x2163 = (x1860 * x2149) + ((x2107 + ((x426 * x2117) + ((x2128 - x2130) * x424))) * x1857);
  const x2166 = (x1861 * x2149) + ((x2109 + ((x427 * x2117) + ((x2133 - x2135) * x424))) * x1857);
  const x2167 = 1 - x424;
  const x2171 = x1857 * x2167;
  const x2190 = (0.5 * x2067) - x2117;
  const x2199 = x2171 * x2190;
  const x2202 = ((x1858 * x2167) * x2190) + (((x2068 * 0.5) + (x2120 - x2118)) * x2171);
  const x2205 = (((x1859 * x2167) - (x425 * x1857)) * x2190) + (((x2069 * 0.5) + (x2125 - x2123)) * x2171);
  const x2208 = (((x1860 * x2167) - (x426 * x1857)) * x2190) + (((x2070 * 0.5) + (x2130 - x2128)) * x2171);
  const x2211 = (((x1861 * x2167) - (x427 * x1857)) * x2190) + (((x2071 * 0.5) + (x2135 - x2133)) * x2171);
  const x2217 = (x1737 + x2154) - x2199;
  storeJacobianScratch[58] = x2217;
  const x2219 = (x1740 + x2157) - x2202;
  storeJacobianScratch[59] = x2219;
  const x2221 = (x1743 + x2160) - x2205;
  storeJacobianScratch[60] = x2221;
  const x2223 = (x1746 + x2163) - x2208;
  storeJacobianScratch[61] = x2223;
  const x2225 = (x1749 + x2166) - x2211;
  storeJacobianScratch[62] = x2225;
  const x2226 = x2199 - x1737;
  storeJacobianScratch[63] = x2226;
  const x2228 = x2202 - x1740;
  storeJacobianScratch[64] = x2228;
  const x2230 = x2205 - x1743;
  storeJacobianScratch[65] = x2230;
  const x2232 = x2208 - x1746;
  storeJacobianScratch[66] = x2232;
  const x2234 = x2211 - x1749;
  storeJacobianScratch[67] = x2234;
  let x2485: number;
  let x2486: number;
  let x2487: number;
  let x2488: number;
  let x2489: number;
  if ((q3 > 0.5)) {
    const x2262 = x2073 * x2072;
    const x2264 = x2076 * x2072;
    const x2266 = x2079 * x2072;
    const x2268 = x2082 * x2072;
    const x2271 = 24 * x2110;
    const x2276 = (x2072 * x2072) / x2271;
    const x2297 = ((x1958 / 2) + (x2072 / 4)) - x2276;
    const x2309 = (x1858 * x2297) + ((((x1959 * 0.5) + (x2073 * 0.25)) + ((((x2103 * 24) / x2271) * x2276) - ((x2262 + x2262) / x2271))) * x1857);
    const x2312 = (x1859 * x2297) + ((((x1960 * 0.5) + (x2076 * 0.25)) + ((((x2105 * 24) / x2271) * x2276) - ((x2264 + x2264) / x2271))) * x1857);
    const x2315 = (x1860 * x2297) + ((((x1961 * 0.5) + (x2079 * 0.25)) + ((((x2107 * 24) / x2271) * x2276) - ((x2266 + x2266) / x2271))) * x1857);
    const x2318 = (x1861 * x2297) + ((((x1962 * 0.5) + (x2082 * 0.25)) + ((((x2109 * 24) / x2271) * x2276) - ((x2268 + x2268) / x2271))) * x1857);
    x2485 = -(x1857 * x2297);
    x2486 = -x2309;
    x2487 = -x2312;
    x2488 = -x2315;
    x2489 = -x2318;
  } else {
    let x2480: number;
    let x2481: number;
    let x2482: number;
    let x2483: number;
    let x2484: number;
    if ((q3 < 0.5)) {
      const x2325 = 2 * x2072;
      const x2330 = x2325 * x2072;
      const x2333 = ((x2073 * 2) * x2072) + (x2073 * x2325);
      const x2336 = ((x2076 * 2) * x2072) + (x2076 * x2325);
      const x2339 = ((x2079 * 2) * x2072) + (x2079 * x2325);
      const x2342 = ((x2082 * 2) * x2072) + (x2082 * x2325);
      const x2358 = x1958 - ((4 * x2072) / 3);
      const x2380 = (x2330 / 3) + (x1958 * x2358);
      const x2388 = (x1959 * x2380) + (((x2333 * 0.3333333333333333) + ((x1959 * x2358) + ((x1959 - ((x2073 * 4) * 0.3333333333333333)) * x1958))) * x1958);
      const x2391 = (x1960 * x2380) + (((x2336 * 0.3333333333333333) + ((x1960 * x2358) + ((x1960 - ((x2076 * 4) * 0.3333333333333333)) * x1958))) * x1958);
      const x2394 = (x1961 * x2380) + (((x2339 * 0.3333333333333333) + ((x1961 * x2358) + ((x1961 - ((x2079 * 4) * 0.3333333333333333)) * x1958))) * x1958);
      const x2397 = (x1962 * x2380) + (((x2342 * 0.3333333333333333) + ((x1962 * x2358) + ((x1962 - ((x2082 * 4) * 0.3333333333333333)) * x1958))) * x1958);
      const x2418 = (x1958 * x2380) - ((x2330 * x2072) / 15);
      const x2432 = x2110 * x2110;
      const x2433 = x2103 * x2110;
      const x2435 = x2105 * x2110;
      const x2437 = x2107 * x2110;
      const x2439 = x2109 * x2110;
      const x2441 = ((-0.5) * x1857) / x2432;
      const x2465 = ((((x1858 * (-0.5)) / x2432) - (((x2433 + x2433) / x2432) * x2441)) * x2418) + ((x2388 - (((x2333 * x2072) + (x2073 * x2330)) * 0.06666666666666667)) * x2441);
      const x2468 = ((((x1859 * (-0.5)) / x2432) - (((x2435 + x2435) / x2432) * x2441)) * x2418) + ((x2391 - (((x2336 * x2072) + (x2076 * x2330)) * 0.06666666666666667)) * x2441);
      const x2471 = ((((x1860 * (-0.5)) / x2432) - (((x2437 + x2437) / x2432) * x2441)) * x2418) + ((x2394 - (((x2339 * x2072) + (x2079 * x2330)) * 0.06666666666666667)) * x2441);
      const x2474 = ((((x1861 * (-0.5)) / x2432) - (((x2439 + x2439) / x2432) * x2441)) * x2418) + ((x2397 - (((x2342 * x2072) + (x2082 * x2330)) * 0.06666666666666667)) * x2441);
      x2480 = x2441 * x2418;
      x2481 = x2465;
      x2482 = x2468;
      x2483 = x2471;
      x2484 = x2474;
    } else {
      x2480 = (-0.5) * x2154;
      x2481 = x2157 * (-0.5);
      x2482 = x2160 * (-0.5);
      x2483 = x2163 * (-0.5);
      x2484 = x2166 * (-0.5);
    }
    x2485 = x2480;
    x2486 = x2481;
    x2487 = x2482;
    x2488 = x2483;
    x2489 = x2484;
  }
  const x2490 = (-x2154) - x2485;
  storeJacobianScratch[68] = x2490;
  const x2492 = (-x2157) - x2486;
  storeJacobianScratch[69] = x2492;
  const x2494 = (-x2160) - x2487;
  storeJacobianScratch[70] = x2494;
  const x2496 = (-x2163) - x2488;
  storeJacobianScratch[71] = x2496;
  const x2498 = (-x2166) - x2489;
  storeJacobianScratch[72] = x2498;
}

function storeJacobian4(q: Float64Array, v: Float64Array, f: Float64Array, j: Float64Array): void {
  const x2514 = storeJacobianScratch[73]!;
  const x2519 = storeJacobianScratch[78]!;
  const x2515 = storeJacobianScratch[74]!;
  const x2520 = storeJacobianScratch[79]!;
  const x2516 = storeJacobianScratch[75]!;
  const x2521 = storeJacobianScratch[80]!;
  const x2517 = storeJacobianScratch[76]!;
  const x2522 = storeJacobianScratch[81]!;
  const x2518 = storeJacobianScratch[77]!;
  const x2523 = storeJacobianScratch[82]!;
  const x2524 = storeJacobianScratch[83]!;
  const x2525 = storeJacobianScratch[84]!;
  const x2526 = storeJacobianScratch[85]!;
  const x2527 = storeJacobianScratch[86]!;
  const x2528 = storeJacobianScratch[87]!;
  const v1 = v[1]!;
  const v4 = v[4]!;
  const q80 = q[80]!;
  const q2 = q[2]!;
  const q83 = q[83]!;
  const q84 = q[84]!;
  const v5 = v[5]!;
  const q79 = q[79]!;
  const q82 = q[82]!;
  const v3 = v[3]!;
  const q81 = q[81]!;
  const q103 = q[103]!;
  const q94 = q[94]!;
  const q97 = q[97]!;
  const q104 = q[104]!;
  const q95 = q[95]!;
  const q98 = q[98]!;
  const q105 = q[105]!;
  const q96 = q[96]!;
  const q99 = q[99]!;
  const q100 = q[100]!;
  const q101 = q[101]!;
  const q102 = q[102]!;
  const q0 = q[0]!;
  const x2 = storeJacobianScratch[0]!;
  const x2539 = -((x2514 + x2519) + x2524);
  const x2540 = -((x2515 + x2520) + x2525);
  const x2541 = -((x2516 + x2521) + x2526);
  const x2542 = -((x2517 + x2522) + x2527);
  const x2543 = -((x2518 + x2523) + x2528);
  const x2544 = v1 - v4;
  const x2546 = q80 * x2544;
  const x2547 = -q80;
  const x2548 = q2 === 1;
  let x2650: number;
  let x2651: number;
  let x2652: number;
  if (x2548) {
    let x2582: number;
    let x2583: number;
    let x2584: number;
    if ((x2544 < 0)) {
      const x2555 = (q83 * 0.5) * q84;
      const x2565 = Math.sqrt((1 - ((4 * x2544) / q84)));
      let x2568: number;
      if ((x2565 > 0)) {
        x2568 = 0.5 / x2565;
      } else {
        x2568 = 0;
      }
      x2582 = -(x2555 * (x2565 - 1));
      x2583 = ((4 / q84) * x2568) * x2555;
      x2584 = (((-4) / q84) * x2568) * x2555;
    } else {
      x2582 = q83 * x2544;
      x2583 = q83;
      x2584 = -q83;
    }
    x2650 = x2546 + x2582;
    x2651 = q80 + x2583;
    x2652 = x2584 - q80;
  } else {
    let x2647: number;
    let x2648: number;
    let x2649: number;
    if ((q2 > 1)) {
      const x2589 = x2544 + 0.02;
      const x2595 = Math.sqrt(((x2589 * x2589) + 0.08));
      let x2598: number;
      if ((x2595 > 0)) {
        x2598 = 0.5 / x2595;
      } else {
        x2598 = 0;
      }
      const x2606 = 0.5 * (x2589 - x2595);
      const x2607 = (1 - ((x2589 + x2589) * x2598)) * 0.5;
      const x2608 = ((-1) - (((-x2589) - x2589) * x2598)) * 0.5;
      const x2614 = 0.5 * q84;
      const x2624 = Math.sqrt((1 - ((4 * x2606) / q84)));
      let x2627: number;
      if ((x2624 > 0)) {
        x2627 = 0.5 / x2624;
      } else {
        x2627 = 0;
      }
      x2647 = x2546 + (q83 * ((x2544 - x2606) - (x2614 * (x2624 - 1))));
      x2648 = q80 + (((1 - x2607) + ((((x2607 * 4) / q84) * x2627) * x2614)) * q83);
      x2649 = ((((-1) - x2608) + ((((x2608 * 4) / q84) * x2627) * x2614)) * q83) - q80;
    } else {
      x2647 = x2546;
      x2648 = q80;
      x2649 = x2547;
    }
    x2650 = x2647;
    x2651 = x2648;
    x2652 = x2649;
  }
  const x2653 = v1 - v5;
  const x2655 = q79 * x2653;
  const x2656 = -q79;
  let x2756: number;
  let x2757: number;
  let x2758: number;
  if (x2548) {
    let x2688: number;
    let x2689: number;
    let x2690: number;
    if ((x2653 < 0)) {
      const x2662 = (q82 * 0.5) * q84;
      const x2671 = Math.sqrt((1 - ((4 * x2653) / q84)));
      let x2674: number;
      if ((x2671 > 0)) {
        x2674 = 0.5 / x2671;
      } else {
        x2674 = 0;
      }
      x2688 = -(x2662 * (x2671 - 1));
      x2689 = ((4 / q84) * x2674) * x2662;
      x2690 = (((-4) / q84) * x2674) * x2662;
    } else {
      x2688 = q82 * x2653;
      x2689 = q82;
      x2690 = -q82;
    }
    x2756 = x2655 + x2688;
    x2757 = q79 + x2689;
    x2758 = x2690 - q79;
  } else {
    let x2753: number;
    let x2754: number;
    let x2755: number;
    if ((q2 > 1)) {
      const x2695 = x2653 + 0.02;
      const x2701 = Math.sqrt(((x2695 * x2695) + 0.08));
      let x2704: number;
      if ((x2701 > 0)) {
        x2704 = 0.5 / x2701;
      } else {
        x2704 = 0;
      }
      const x2712 = 0.5 * (x2695 - x2701);
      const x2713 = (1 - ((x2695 + x2695) * x2704)) * 0.5;
      const x2714 = ((-1) - (((-x2695) - x2695) * x2704)) * 0.5;
      const x2720 = 0.5 * q84;
      const x2730 = Math.sqrt((1 - ((4 * x2712) / q84)));
      let x2733: number;
      if ((x2730 > 0)) {
        x2733 = 0.5 / x2730;
      } else {
        x2733 = 0;
      }
      x2753 = x2655 + (q82 * ((x2653 - x2712) - (x2720 * (x2730 - 1))));
      x2754 = q79 + (((1 - x2713) + ((((x2713 * 4) / q84) * x2733) * x2720)) * q82);
      x2755 = ((((-1) - x2714) + ((((x2714 * 4) / q84) * x2733) * x2720)) * q82) - q79;
    } else {
      x2753 = x2655;
      x2754 = q79;
      x2755 = x2656;
    }
    x2756 = x2753;
    x2757 = x2754;
    x2758 = x2755;
  }
  const x2761 = q81 * (v1 - v3);
  const x2763 = v3 - v4;
  let x2904: number;
  let x2905: number;
  let x2906: number;
  if ((x2763 < 0)) {
    let x2800: number;
    let x2801: number;
    let x2802: number;
    if ((q103 > 0)) {
      const x2770 = 1 - q97;
      const x2771 = (q94 * q103) / x2770;
      const x2775 = 1 - (x2763 / q94);
      const x2778 = Math.pow(x2775, x2770);
      const x2779 = x2775 !== 0;
      let x2785: number;
      if (x2779) {
        x2785 = (x2770 * x2778) / x2775;
      } else {
        x2785 = x2770 * Math.pow(x2775, (x2770 - 1));
      }
      let x2793: number;
      if (x2779) {
        x2793 = (x2770 * x2778) / x2775;
      } else {
        x2793 = x2770 * Math.pow(x2775, (x2770 - 1));
      }
      x2800 = x2771 * (1 - x2778);
      x2801 = ((1 / q94) * x2785) * x2771;
      x2802 = (((-1) / q94) * x2793) * x2771;
    } else {
      x2800 = 0;
      x2801 = 0;
      x2802 = 0;
    }
    let x2838: number;
    let x2839: number;
    let x2840: number;
    if ((q104 > 0)) {
      const x2808 = 1 - q98;
      const x2809 = (q95 * q104) / x2808;
      const x2813 = 1 - (x2763 / q95);
      const x2816 = Math.pow(x2813, x2808);
      const x2817 = x2813 !== 0;
      let x2823: number;
      if (x2817) {
        x2823 = (x2808 * x2816) / x2813;
      } else {
        x2823 = x2808 * Math.pow(x2813, (x2808 - 1));
      }
      let x2831: number;
      if (x2817) {
        x2831 = (x2808 * x2816) / x2813;
      } else {
        x2831 = x2808 * Math.pow(x2813, (x2808 - 1));
      }
      x2838 = x2809 * (1 - x2816);
      x2839 = ((1 / q95) * x2823) * x2809;
      x2840 = (((-1) / q95) * x2831) * x2809;
    } else {
      x2838 = 0;
      x2839 = 0;
      x2840 = 0;
    }
    let x2879: number;
    let x2880: number;
    let x2881: number;
    if ((q105 > 0)) {
      const x2849 = 1 - q99;
      const x2850 = (q96 * q105) / x2849;
      const x2854 = 1 - (x2763 / q96);
      const x2857 = Math.pow(x2854, x2849);
      const x2858 = x2854 !== 0;
      let x2864: number;
      if (x2858) {
        x2864 = (x2849 * x2857) / x2854;
      } else {
        x2864 = x2849 * Math.pow(x2854, (x2849 - 1));
      }
      let x2872: number;
      if (x2858) {
        x2872 = (x2849 * x2857) / x2854;
      } else {
        x2872 = x2849 * Math.pow(x2854, (x2849 - 1));
      }
      x2879 = x2850 * (1 - x2857);
      x2880 = ((1 / q96) * x2864) * x2850;
      x2881 = (((-1) / q96) * x2872) * x2850;
    } else {
      x2879 = 0;
      x2880 = 0;
      x2881 = 0;
    }
    x2904 = (x2800 + x2838) + x2879;
    x2905 = (x2801 + x2839) + x2880;
    x2906 = (x2802 + x2840) + x2881;
  } else {
    const x2896 = (0.5 * ((((q103 * q97) / q94) + ((q104 * q98) / q95)) + ((q105 * q99) / q96))) * x2763;
    const x2898 = ((q103 + q104) + q105) + x2896;
    x2904 = x2763 * x2898;
    x2905 = x2898 + x2896;
    x2906 = (-x2898) - x2896;
  }
  const x2907 = v3 - v5;
  let x3042: number;
  let x3043: number;
  let x3044: number;
  if ((x2907 < 0)) {
    let x2942: number;
    let x2943: number;
    let x2944: number;
    if ((q100 > 0)) {
      const x2912 = 1 - q97;
      const x2913 = (q94 * q100) / x2912;
      const x2917 = 1 - (x2907 / q94);
      const x2920 = Math.pow(x2917, x2912);
      const x2921 = x2917 !== 0;
      let x2927: number;
      if (x2921) {
        x2927 = (x2912 * x2920) / x2917;
      } else {
        x2927 = x2912 * Math.pow(x2917, (x2912 - 1));
      }
      let x2935: number;
      if (x2921) {
        x2935 = (x2912 * x2920) / x2917;
      } else {
        x2935 = x2912 * Math.pow(x2917, (x2912 - 1));
      }
      x2942 = x2913 * (1 - x2920);
      x2943 = ((1 / q94) * x2927) * x2913;
      x2944 = (((-1) / q94) * x2935) * x2913;
    } else {
      x2942 = 0;
      x2943 = 0;
      x2944 = 0;
    }
    let x2978: number;
    let x2979: number;
    let x2980: number;
    if ((q101 > 0)) {
      const x2948 = 1 - q98;
      const x2949 = (q95 * q101) / x2948;
      const x2953 = 1 - (x2907 / q95);
      const x2956 = Math.pow(x2953, x2948);
      const x2957 = x2953 !== 0;
      let x2963: number;
      if (x2957) {
        x2963 = (x2948 * x2956) / x2953;
      } else {
        x2963 = x2948 * Math.pow(x2953, (x2948 - 1));
      }
      let x2971: number;
      if (x2957) {
        x2971 = (x2948 * x2956) / x2953;
      } else {
        x2971 = x2948 * Math.pow(x2953, (x2948 - 1));
      }
      x2978 = x2949 * (1 - x2956);
      x2979 = ((1 / q95) * x2963) * x2949;
      x2980 = (((-1) / q95) * x2971) * x2949;
    } else {
      x2978 = 0;
      x2979 = 0;
      x2980 = 0;
    }
    let x3017: number;
    let x3018: number;
    let x3019: number;
    if ((q102 > 0)) {
      const x2987 = 1 - q99;
      const x2988 = (q96 * q102) / x2987;
      const x2992 = 1 - (x2907 / q96);
      const x2995 = Math.pow(x2992, x2987);
      const x2996 = x2992 !== 0;
      let x3002: number;
      if (x2996) {
        x3002 = (x2987 * x2995) / x2992;
      } else {
        x3002 = x2987 * Math.pow(x2992, (x2987 - 1));
      }
      let x3010: number;
      if (x2996) {
        x3010 = (x2987 * x2995) / x2992;
      } else {
        x3010 = x2987 * Math.pow(x2992, (x2987 - 1));
      }
      x3017 = x2988 * (1 - x2995);
      x3018 = ((1 / q96) * x3002) * x2988;
      x3019 = (((-1) / q96) * x3010) * x2988;
    } else {
      x3017 = 0;
      x3018 = 0;
      x3019 = 0;
    }
    x3042 = (x2942 + x2978) + x3017;
    x3043 = (x2943 + x2979) + x3018;
    x3044 = (x2944 + x2980) + x3019;
  } else {
    const x3034 = (0.5 * ((((q100 * q97) / q94) + ((q101 * q98) / q95)) + ((q102 * q99) / q96))) * x2907;
    const x3036 = ((q100 + q101) + q102) + x3034;
    x3042 = x2907 * x3036;
    x3043 = x3036 + x3034;
    x3044 = (-x3036) - x3034;
  }
  const x3055 = q0 * (((x2514 + x2650) + x2756) + x2761);
  storeJacobianScratch[88] = x3055;
  const x3056 = (((x2515 + x2651) + x2757) + q81) * q0;
  storeJacobianScratch[89] = x3056;
  const x3057 = (x2516 - q81) * q0;
  storeJacobianScratch[90] = x3057;
  const x3058 = (x2517 + x2652) * q0;
  storeJacobianScratch[91] = x3058;
  const x3059 = (x2518 + x2758) * q0;
  storeJacobianScratch[92] = x3059;
  const x3069 = q0 * (((x2519 - x2761) + x2904) + x3042);
  storeJacobianScratch[93] = x3069;
  const x3070 = (x2520 - q81) * q0;
  storeJacobianScratch[94] = x3070;
  const x3071 = (((x2521 + q81) + x2905) + x3043) * q0;
  storeJacobianScratch[95] = x3071;
  const x3072 = (x2522 + x2906) * q0;
  storeJacobianScratch[96] = x3072;
  const x3073 = (x2523 + x3044) * q0;
  storeJacobianScratch[97] = x3073;
  const x3089 = q0 * (((x2 ? x2524 : x2539) - x2650) - x2904);
  storeJacobianScratch[98] = x3089;
  const x3090 = ((x2 ? x2525 : x2540) - x2651) * q0;
  storeJacobianScratch[99] = x3090;
  const x3091 = ((x2 ? x2526 : x2541) - x2905) * q0;
  storeJacobianScratch[100] = x3091;
  const x3092 = (((x2 ? x2527 : x2542) - x2652) - x2906) * q0;
  storeJacobianScratch[101] = x3092;
  const x3093 = (x2 ? x2528 : x2543) * q0;
  storeJacobianScratch[102] = x3093;
  const x3109 = q0 * (((x2 ? x2539 : x2524) - x2756) - x3042);
  storeJacobianScratch[103] = x3109;
  const x3110 = ((x2 ? x2540 : x2525) - x2757) * q0;
  storeJacobianScratch[104] = x3110;
  const x3111 = ((x2 ? x2541 : x2526) - x3043) * q0;
  storeJacobianScratch[105] = x3111;
  const x3112 = (x2 ? x2542 : x2527) * q0;
  storeJacobianScratch[106] = x3112;
  const x3113 = (((x2 ? x2543 : x2528) - x2758) - x3044) * q0;
  storeJacobianScratch[107] = x3113;
}

export function storeJacobian(q: Float64Array, v: Float64Array, f: Float64Array, j: Float64Array): void {
  const q13 = q[13]!;
  const q72 = q[72]!;
  const q20 = q[20]!;
  const q7 = q[7]!;
  const q3 = q[3]!;
  storeJacobian1(q, v, f, j);
  let x2514: number;
  let x2515: number;
  let x2516: number;
  let x2517: number;
  let x2518: number;
  let x2519: number;
  let x2520: number;
  let x2521: number;
  let x2522: number;
  let x2523: number;
  let x2524: number;
  let x2525: number;
  let x2526: number;
  let x2527: number;
  let x2528: number;
  if (storeJacobianScratch[33]!) {
    let x552: number;
    let x553: number;
    let x554: number;
    let x555: number;
    if ((storeJacobianScratch[7]! < 0)) {
      x552 = storeJacobianScratch[6]!;
      x553 = 1;
      x554 = storeJacobianScratch[4]!;
      x555 = storeJacobianScratch[5]!;
    } else {
      x552 = q13 - storeJacobianScratch[11]!;
      x553 = -storeJacobianScratch[12]!;
      x554 = -storeJacobianScratch[13]!;
      x555 = -storeJacobianScratch[14]!;
    }
    const x558 = (storeJacobianScratch[28]! - q72) - q13;
    const x560 = storeJacobianScratch[16]! * q20;
    const x563 = x558 - (q20 * storeJacobianScratch[15]!);
    const x566 = storeJacobianScratch[30]! - (storeJacobianScratch[17]! * q20);
    const x568 = storeJacobianScratch[31]! - (storeJacobianScratch[18]! * q20);
    const x572 = storeJacobianScratch[30]! - x554;
    const x574 = storeJacobianScratch[31]! - x555;
    const x575 = (storeJacobianScratch[28]! - x552) - q72;
    let x980: number;
    let x981: number;
    let x982: number;
    let x983: number;
    let x984: number;
    let x985: number;
    let x986: number;
    let x987: number;
    let x988: number;
    let x989: number;
    let x990: number;
    let x991: number;
    let x992: number;
    let x993: number;
    let x994: number;
    if ((x575 <= 0)) {
      x980 = q7 * x575;
      x981 = storeJacobianScratch[29]! * q7;
      x982 = -(x553 * q7);
      x983 = x572 * q7;
      x984 = x574 * q7;
      x985 = 0;
      x986 = 0;
      x987 = 0;
      x988 = 0;
      x989 = 0;
      x990 = 0;
      x991 = 0;
      x992 = 0;
      x993 = 0;
      x994 = 0;
    } else {
      let x965: number;
      let x966: number;
      let x967: number;
      let x968: number;
      let x969: number;
      let x970: number;
      let x971: number;
      let x972: number;
      let x973: number;
      let x974: number;
      let x975: number;
      let x976: number;
      let x977: number;
      let x978: number;
      let x979: number;
      if ((x563 <= 0)) {
        const x585 = q7 * q20;
        const x588 = Math.sqrt(((storeJacobianScratch[23]! * storeJacobianScratch[23]!) + x575));
        let x591: number;
        if ((x588 > 0)) {
          x591 = 0.5 / x588;
        } else {
          x591 = 0;
        }
        x965 = x585 * (x588 - storeJacobianScratch[23]!);
        x966 = (storeJacobianScratch[29]! * x591) * x585;
        x967 = -((x553 * x591) * x585);
        x968 = (x572 * x591) * x585;
        x969 = (x574 * x591) * x585;
        x970 = 0;
        x971 = 0;
        x972 = 0;
        x973 = 0;
        x974 = 0;
        x975 = 0;
        x976 = 0;
        x977 = 0;
        x978 = 0;
        x979 = 0;
      } else {
        const x604 = x563 / storeJacobianScratch[24]!;
        const x605 = storeJacobianScratch[29]! / storeJacobianScratch[24]!;
        const x611 = (-(x560 / storeJacobianScratch[24]!)) - ((storeJacobianScratch[25]! / storeJacobianScratch[24]!) * x604);
        const x616 = (x566 / storeJacobianScratch[24]!) - ((storeJacobianScratch[26]! / storeJacobianScratch[24]!) * x604);
        const x621 = (x568 / storeJacobianScratch[24]!) - ((storeJacobianScratch[27]! / storeJacobianScratch[24]!) * x604);
        let x950: number;
        let x951: number;
        let x952: number;
        let x953: number;
        let x954: number;
        let x955: number;
        let x956: number;
        let x957: number;
        let x958: number;
        let x959: number;
        let x960: number;
        let x961: number;
        let x962: number;
        let x963: number;
        let x964: number;
        if ((x604 <= storeJacobianScratch[1]!)) {
          const x645 = (-0.6666666666666666) * q7;
          const x646 = x645 * x563;
          const x647 = storeJacobianScratch[29]! * x645;
          const x648 = x560 * x645;
          const x650 = x566 * x645;
          const x651 = x568 * x645;
          let x672: number;
          let x673: number;
          let x674: number;
          let x675: number;
          let x676: number;
          if ((q3 < 0.5)) {
            x672 = 0.4 * x646;
            x673 = x647 * 0.4;
            x674 = -(x648 * 0.4);
            x675 = x650 * 0.4;
            x676 = x651 * 0.4;
          } else {
            let x667: number;
            let x668: number;
            let x669: number;
            let x670: number;
            let x671: number;
            if ((q3 === 0.5)) {
              x667 = 0.5 * x646;
              x668 = x647 * 0.5;
              x669 = -(x648 * 0.5);
              x670 = x650 * 0.5;
              x671 = x651 * 0.5;
            } else {
              x667 = 0;
              x668 = 0;
              x669 = 0;
              x670 = 0;
              x671 = 0;
            }
            x672 = x667;
            x673 = x668;
            x674 = x669;
            x675 = x670;
            x676 = x671;
          }
          x950 = q7 * (x558 - (x604 / 3));
          x951 = (storeJacobianScratch[29]! - (x605 * 0.3333333333333333)) * q7;
          x952 = -((x611 * 0.3333333333333333) * q7);
          x953 = (storeJacobianScratch[30]! - (x616 * 0.3333333333333333)) * q7;
          x954 = (storeJacobianScratch[31]! - (x621 * 0.3333333333333333)) * q7;
          x955 = x646;
          x956 = x647;
          x957 = -x648;
          x958 = x650;
          x959 = x651;
          x960 = x672;
          x961 = x673;
          x962 = x674;
          x963 = x675;
          x964 = x676;
        } else {
          const x678 = x605 * 2;
          const x679 = x611 * 2;
          const x680 = x616 * 2;
          const x681 = x621 * 2;
          const x682 = (2 * x604) - storeJacobianScratch[1]!;
          const x684 = x680 - storeJacobianScratch[2]!;
          const x686 = x681 - storeJacobianScratch[3]!;
          const x688 = storeJacobianScratch[2]! * storeJacobianScratch[1]!;
          const x690 = storeJacobianScratch[3]! * storeJacobianScratch[1]!;
          const x692 = 3 * x682;
          const x697 = (storeJacobianScratch[1]! * storeJacobianScratch[1]!) / x692;
          const x698 = (x678 * 3) / x692;
          const x699 = x698 * x697;
          const x701 = (x679 * 3) / x692;
          const x702 = x701 * x697;
          const x704 = (x688 + x688) / x692;
          const x705 = (x684 * 3) / x692;
          const x706 = x705 * x697;
          const x708 = x704 - x706;
          const x709 = (x690 + x690) / x692;
          const x710 = (x686 * 3) / x692;
          const x711 = x710 * x697;
          const x713 = x709 - x711;
          const x715 = 0.25 * q7;
          const x716 = x715 * storeJacobianScratch[24]!;
          const x717 = storeJacobianScratch[25]! * x715;
          const x718 = storeJacobianScratch[26]! * x715;
          const x719 = storeJacobianScratch[27]! * x715;
          const x745 = (-2) * x716;
          const x749 = x682 + x697;
          const x754 = x745 * x749;
          const x755 = (x678 - x699) * x745;
          const x758 = ((x717 * (-2)) * x749) + ((x679 - x702) * x745);
          const x761 = ((x718 * (-2)) * x749) + ((x684 + x708) * x745);
          const x764 = ((x719 * (-2)) * x749) + ((x686 + x713) * x745);
          let x945: number;
          let x946: number;
          let x947: number;
          let x948: number;
          let x949: number;
          if ((q3 > 0.5)) {
            const x783 = ((2 * storeJacobianScratch[1]!) - x682) - (3 * x697);
            x945 = x716 * x783;
            x946 = ((x699 * 3) - x678) * x716;
            x947 = (x717 * x783) + (((x702 * 3) - x679) * x716);
            x948 = (x718 * x783) + ((((storeJacobianScratch[2]! * 2) + (storeJacobianScratch[2]! - x680)) - (x708 * 3)) * x716);
            x949 = (x719 * x783) + ((((storeJacobianScratch[3]! * 2) + (storeJacobianScratch[3]! - x681)) - (x713 * 3)) * x716);
          } else {
            let x940: number;
            let x941: number;
            let x942: number;
            let x943: number;
            let x944: number;
            if ((q3 < 0.5)) {
              const x803 = 8 * x604;
              const x822 = 6 * x604;
              const x846 = 1.2 * storeJacobianScratch[1]!;
              const x856 = ((x803 * x604) - (x822 * storeJacobianScratch[1]!)) + (x846 * storeJacobianScratch[1]!);
              const x857 = ((((x616 * 8) * x604) + (x616 * x803)) - (((x616 * 6) * storeJacobianScratch[1]!) + (storeJacobianScratch[2]! * x822))) + (((storeJacobianScratch[2]! * 1.2) * storeJacobianScratch[1]!) + (storeJacobianScratch[2]! * x846));
              const x858 = ((((x621 * 8) * x604) + (x621 * x803)) - (((x621 * 6) * storeJacobianScratch[1]!) + (storeJacobianScratch[3]! * x822))) + (((storeJacobianScratch[3]! * 1.2) * storeJacobianScratch[1]!) + (storeJacobianScratch[3]! * x846));
              const x866 = storeJacobianScratch[1]! / x692;
              const x879 = x866 / x682;
              const x905 = (((-((x698 * x866) / x682)) - ((x678 / x682) * x879)) * x856) + (((((x605 * 8) * x604) + (x605 * x803)) - ((x605 * 6) * storeJacobianScratch[1]!)) * x879);
              const x908 = (((-((x701 * x866) / x682)) - ((x679 / x682) * x879)) * x856) + (((((x611 * 8) * x604) + (x611 * x803)) - ((x611 * 6) * storeJacobianScratch[1]!)) * x879);
              const x915 = (storeJacobianScratch[1]! - x682) - (x879 * x856);
              const x921 = (storeJacobianScratch[2]! + (storeJacobianScratch[2]! - x680)) - ((((((storeJacobianScratch[2]! / x692) - (x705 * x866)) / x682) - ((x684 / x682) * x879)) * x856) + (x857 * x879));
              const x923 = (storeJacobianScratch[3]! + (storeJacobianScratch[3]! - x681)) - ((((((storeJacobianScratch[3]! / x692) - (x710 * x866)) / x682) - ((x686 / x682) * x879)) * x856) + (x858 * x879));
              x940 = x716 * x915;
              x941 = ((-x678) - x905) * x716;
              x942 = (x717 * x915) + (((-x679) - x908) * x716);
              x943 = (x718 * x915) + (x921 * x716);
              x944 = (x719 * x915) + (x923 * x716);
            } else {
              x940 = 0.5 * x754;
              x941 = x755 * 0.5;
              x942 = x758 * 0.5;
              x943 = x761 * 0.5;
              x944 = x764 * 0.5;
            }
            x945 = x940;
            x946 = x941;
            x947 = x942;
            x948 = x943;
            x949 = x944;
          }
          x950 = q7 * (x558 - (0.5 * (storeJacobianScratch[1]! - x697)));
          x951 = (storeJacobianScratch[29]! - (x699 * 0.5)) * q7;
          x952 = -((x702 * 0.5) * q7);
          x953 = (storeJacobianScratch[30]! - ((storeJacobianScratch[2]! + (x706 - x704)) * 0.5)) * q7;
          x954 = (storeJacobianScratch[31]! - ((storeJacobianScratch[3]! + (x711 - x709)) * 0.5)) * q7;
          x955 = x754;
          x956 = x755;
          x957 = x758;
          x958 = x761;
          x959 = x764;
          x960 = x945;
          x961 = x946;
          x962 = x947;
          x963 = x948;
          x964 = x949;
        }
        x965 = x950;
        x966 = x951;
        x967 = x952;
        x968 = x953;
        x969 = x954;
        x970 = x955;
        x971 = x956;
        x972 = x957;
        x973 = x958;
        x974 = x959;
        x975 = x960;
        x976 = x961;
        x977 = x962;
        x978 = x963;
        x979 = x964;
      }
      x980 = x965;
      x981 = x966;
      x982 = x967;
      x983 = x968;
      x984 = x969;
      x985 = x970;
      x986 = x971;
      x987 = x972;
      x988 = x973;
      x989 = x974;
      x990 = x975;
      x991 = x976;
      x992 = x977;
      x993 = x978;
      x994 = x979;
    }
    x2514 = x980;
    x2515 = x981;
    x2516 = x982;
    x2517 = x983;
    x2518 = x984;
    x2519 = -(x980 + x985);
    x2520 = -(x981 + x986);
    x2521 = -(x982 + x987);
    x2522 = -(x983 + x988);
    x2523 = -(x984 + x989);
    x2524 = x990;
    x2525 = x991;
    x2526 = x992;
    x2527 = x993;
    x2528 = x994;
  } else {
    let x2499: number;
    let x2500: number;
    let x2501: number;
    let x2502: number;
    let x2503: number;
    let x2504: number;
    let x2505: number;
    let x2506: number;
    let x2507: number;
    let x2508: number;
    let x2509: number;
    let x2510: number;
    let x2511: number;
    let x2512: number;
    let x2513: number;
    if (storeJacobianScratch[32]!) {
      storeJacobian2(q, v, f, j);
      storeJacobian3(q, v, f, j);
      x2499 = storeJacobianScratch[58]!;
      x2500 = storeJacobianScratch[59]!;
      x2501 = storeJacobianScratch[60]!;
      x2502 = storeJacobianScratch[61]!;
      x2503 = storeJacobianScratch[62]!;
      x2504 = storeJacobianScratch[63]!;
      x2505 = storeJacobianScratch[64]!;
      x2506 = storeJacobianScratch[65]!;
      x2507 = storeJacobianScratch[66]!;
      x2508 = storeJacobianScratch[67]!;
      x2509 = storeJacobianScratch[68]!;
      x2510 = storeJacobianScratch[69]!;
      x2511 = storeJacobianScratch[70]!;
      x2512 = storeJacobianScratch[71]!;
      x2513 = storeJacobianScratch[72]!;
    } else {
      x2499 = 0;
      x2500 = 0;
      x2501 = 0;
      x2502 = 0;
      x2503 = 0;
      x2504 = 0;
      x2505 = 0;
      x2506 = 0;
      x2507 = 0;
      x2508 = 0;
      x2509 = 0;
      x2510 = 0;
      x2511 = 0;
      x2512 = 0;
      x2513 = 0;
    }
    x2514 = x2499;
    x2515 = x2500;
    x2516 = x2501;
    x2517 = x2502;
    x2518 = x2503;
    x2519 = x2504;
    x2520 = x2505;
    x2521 = x2506;
    x2522 = x2507;
    x2523 = x2508;
    x2524 = x2509;
    x2525 = x2510;
    x2526 = x2511;
    x2527 = x2512;
    x2528 = x2513;
  }
  storeJacobianScratch[73] = x2514;
  storeJacobianScratch[74] = x2515;
  storeJacobianScratch[75] = x2516;
  storeJacobianScratch[76] = x2517;
  storeJacobianScratch[77] = x2518;
  storeJacobianScratch[78] = x2519;
  storeJacobianScratch[79] = x2520;
  storeJacobianScratch[80] = x2521;
  storeJacobianScratch[81] = x2522;
  storeJacobianScratch[82] = x2523;
  storeJacobianScratch[83] = x2524;
  storeJacobianScratch[84] = x2525;
  storeJacobianScratch[85] = x2526;
  storeJacobianScratch[86] = x2527;
  storeJacobianScratch[87] = x2528;
  storeJacobian4(q, v, f, j);
  f.fill(0);
  j.fill(0);
  f[1] = storeJacobianScratch[88]!;
  j[7] = storeJacobianScratch[89]!;
  j[9] = storeJacobianScratch[90]!;
  j[10] = storeJacobianScratch[91]!;
  j[11] = storeJacobianScratch[92]!;
  f[3] = storeJacobianScratch[93]!;
  j[19] = storeJacobianScratch[94]!;
  j[21] = storeJacobianScratch[95]!;
  j[22] = storeJacobianScratch[96]!;
  j[23] = storeJacobianScratch[97]!;
  f[4] = storeJacobianScratch[98]!;
  j[25] = storeJacobianScratch[99]!;
  j[27] = storeJacobianScratch[100]!;
  j[28] = storeJacobianScratch[101]!;
  j[29] = storeJacobianScratch[102]!;
  f[5] = storeJacobianScratch[103]!;
  j[31] = storeJacobianScratch[104]!;
  j[33] = storeJacobianScratch[105]!;
  j[34] = storeJacobianScratch[106]!;
  j[35] = storeJacobianScratch[107]!;
}

const storeTangentScratch = new Float64Array(33);
function storeTangent1(q: Float64Array, v: Float64Array, d: Float64Array, df: Float64Array): void {
  const v4 = v[4]!;
  const v5 = v[5]!;
  const d4 = d[4]!;
  const d5 = d[5]!;
  const v1 = v[1]!;
  const d1 = d[1]!;
  const v3 = v[3]!;
  const d3 = d[3]!;
  const q16 = q[16]!;
  const q13 = q[13]!;
  const q17 = q[17]!;
  const q14 = q[14]!;
  const q20 = q[20]!;
  const q53 = q[53]!;
  const q5 = q[5]!;
  const q48 = q[48]!;
  const q6 = q[6]!;
  const q52 = q[52]!;
  const q73 = q[73]!;
  const q35 = q[35]!;
  const q10 = q[10]!;
  const q3 = q[3]!;
  const q2 = q[2]!;
  const x2 = v4 >= v5;
  storeTangentScratch[0] = x2 ? 1 : 0;
  let x11: number;
  let x12: number;
  if (x2) {
    x11 = v4 - v5;
    x12 = d4 - d5;
  } else {
    x11 = v5 - v4;
    x12 = d5 - d4;
  }
  storeTangentScratch[1] = x11;
  storeTangentScratch[2] = x12;
  const x13 = x2 ? v5 : v4;
  const x14 = x2 ? d5 : d4;
  const x16 = v1 - x13;
  const x19 = d1 - x14;
  const x21 = v3 - x13;
  storeTangentScratch[3] = x21;
  const x23 = d3 - x14;
  storeTangentScratch[4] = x23;
  const x27 = (x21 - q16) - 0.001;
  const x29 = x23 * x27;
  const x34 = Math.sqrt(((x27 * x27) - (0.004 * q16)));
  let x39: number;
  if ((x34 > 0)) {
    x39 = 0.5 / x34;
  } else {
    x39 = 0;
  }
  const x45 = q16 + (0.5 * (x27 + x34));
  const x46 = x45 < x21;
  const x47 = x46 ? x21 : x45;
  storeTangentScratch[5] = x47;
  const x48 = x46 ? x23 : ((x23 + ((x29 + x29) * x39)) * 0.5);
  storeTangentScratch[6] = x48;
  let x73: number;
  let x74: number;
  let x75: number;
  let x76: number;
  if ((x47 > 0)) {
    const x52 = q13 + x47;
    const x53 = (q13 * q13) / x52;
    const x59 = q13 + (0.5 * x47);
    const x61 = q[15]! / x59;
    x73 = x53;
    x74 = -((x48 / x52) * x53);
    x75 = x61;
    x76 = -(((x48 * 0.5) / x59) * x61);
  } else {
    const x65 = q13 - x47;
    const x67 = Math.sqrt(x65);
    let x70: number;
    if ((x67 > 0)) {
      x70 = 0.5 / x67;
    } else {
      x70 = 0;
    }
    x73 = x65;
    x74 = -x48;
    x75 = x67;
    x76 = -(x48 * x70);
  }
  storeTangentScratch[7] = x73;
  storeTangentScratch[8] = x74;
  storeTangentScratch[9] = x75;
  storeTangentScratch[10] = x76;
  const x81 = (q17 * x75) / q14;
  storeTangentScratch[11] = x81;
  const x82 = (x76 * q17) / q14;
  storeTangentScratch[12] = x82;
  const x84 = 0.5 * q20;
  storeTangentScratch[13] = x84;
  const x85 = x84 / x75;
  const x92 = Math.sqrt((q53 * x81));
  let x95: number;
  if ((x92 > 0)) {
    x95 = 0.5 / x92;
  } else {
    x95 = 0;
  }
  const x101 = q5 + (2 * x92);
  const x102 = q5 / x101;
  const x115 = (q48 * x102) + (q[50]! / (q6 + q[51]!));
  const x117 = ((x76 / x75) * x85) * x115;
  const x119 = ((((((x82 * q53) * x95) * 2) / x101) * x102) * q48) * x85;
  const x121 = (-x117) - x119;
  const x123 = 1 + (x85 * x115);
  const x126 = x48 * q52;
  const x127 = 1 + (q52 * x47);
  let x149: number;
  let x150: number;
  if ((x127 >= 0.1)) {
    x149 = x127;
    x150 = x126;
  } else {
    const x139 = 0.30000000000000004 - (2 * x127);
    const x141 = (0.1 * (0.2 - x127)) / x139;
    x149 = x141;
    x150 = (((x126 * 2) / x139) * x141) - ((x126 * 0.1) / x139);
  }
  let x167: number;
  let x168: number;
  if ((x123 >= 0.1)) {
    x167 = x123;
    x168 = x121;
  } else {
    const x158 = 0.30000000000000004 - (2 * x123);
    const x160 = (0.1 * (0.2 - x123)) / x158;
    x167 = x160;
    x168 = (((x119 + x117) * 0.1) / x158) + (((x121 * 2) / x158) * x160);
  }
  const x169 = x167 / x149;
  const x227 = x169 * q73;
  storeTangentScratch[14] = x227;
  const x228 = ((x168 / x149) - ((x150 / x149) * x169)) * q73;
  storeTangentScratch[15] = x228;
  const x230 = q[34]! + q13;
  let x290: number;
  let x291: number;
  if ((((q35 > 1000000000000000000) && (q35 < 1e+25)) && (x16 > x230))) {
    const x243 = (1.6597727086e-23 * q35) / (q10 * q10);
    const x250 = Math.sqrt((1 + ((2 * (x16 - x230)) / x243)));
    let x253: number;
    if ((x250 > 0)) {
      x253 = 0.5 / x250;
    } else {
      x253 = 0;
    }
    const x256 = x243 * (x250 - 1);
    const x257 = (((x19 * 2) / x243) * x253) * x243;
    const x258 = 0.5 * x256;
    const x265 = (((x257 * 0.5) * x256) + (x257 * x258)) / x243;
    const x270 = (1.12 - ((x258 * x256) / x243)) - 0.05;
    const x272 = x265 * x270;
    const x277 = Math.sqrt(((x270 * x270) + 0.224));
    let x280: number;
    if ((x277 > 0)) {
      x280 = 0.5 / x277;
    } else {
      x280 = 0;
    }
    x290 = x16 - (1.12 - (0.5 * (x270 + x277)));
    x291 = x19 + (((((-x272) - x272) * x280) - x265) * 0.5);
  } else {
    x290 = x16;
    x291 = x19;
  }
  storeTangentScratch[16] = x290;
  storeTangentScratch[17] = x291;
  const x293 = q3 >= 0;
  storeTangentScratch[18] = x293 ? 1 : 0;
  const x296 = x293 && (q2 === 0);
  storeTangentScratch[19] = x296 ? 1 : 0;
}

function storeTangent2(q: Float64Array, v: Float64Array, d: Float64Array, df: Float64Array): void {
  const x296 = storeTangentScratch[19]!;
  const x47 = storeTangentScratch[5]!;
  const x21 = storeTangentScratch[3]!;
  const x23 = storeTangentScratch[4]!;
  const q13 = q[13]!;
  const x73 = storeTangentScratch[7]!;
  const x74 = storeTangentScratch[8]!;
  const x290 = storeTangentScratch[16]!;
  const q72 = q[72]!;
  const q20 = q[20]!;
  const x75 = storeTangentScratch[9]!;
  const x76 = storeTangentScratch[10]!;
  const x291 = storeTangentScratch[17]!;
  const q7 = q[7]!;
  const x84 = storeTangentScratch[13]!;
  const x227 = storeTangentScratch[14]!;
  const x228 = storeTangentScratch[15]!;
  const x11 = storeTangentScratch[1]!;
  const q3 = q[3]!;
  const x12 = storeTangentScratch[2]!;
  const x293 = storeTangentScratch[18]!;
  const x81 = storeTangentScratch[11]!;
  const x82 = storeTangentScratch[12]!;
  const q12 = q[12]!;
  const q25 = q[25]!;
  const x48 = storeTangentScratch[6]!;
  const q28 = q[28]!;
  const q5 = q[5]!;
  const q6 = q[6]!;
  const q32 = q[32]!;
  const q33 = q[33]!;
  const q21 = q[21]!;
  const q23 = q[23]!;
  const q26 = q[26]!;
  const q18 = q[18]!;
  const q29 = q[29]!;
  const q30 = q[30]!;
  const q22 = q[22]!;
  const q38 = q[38]!;
  const q39 = q[39]!;
  const q10 = q[10]!;
  const q11 = q[11]!;
  const q74 = q[74]!;
  const q2 = q[2]!;
  const q71 = q[71]!;
  const q9 = q[9]!;
  const q76 = q[76]!;
  const q77 = q[77]!;
  const q78 = q[78]!;
  const q14 = q[14]!;
  const v1 = v[1]!;
  const v4 = v[4]!;
  const d1 = d[1]!;
  const d4 = d[4]!;
  const q83 = q[83]!;
  const q84 = q[84]!;
  const v5 = v[5]!;
  const d5 = d[5]!;
  let x1168: number;
  let x1170: number;
  let x1172: number;
  if (x296) {
    let x300: number;
    let x301: number;
    if ((x47 < 0)) {
      x300 = x21;
      x301 = x23;
    } else {
      x300 = q13 - x73;
      x301 = -x74;
    }
    const x307 = ((x290 - q72) - q13) - (q20 * x75);
    const x309 = x291 - (x76 * q20);
    const x312 = x291 - x301;
    const x313 = (x290 - x300) - q72;
    let x486: number;
    let x488: number;
    let x490: number;
    if ((x313 <= 0)) {
      x486 = x312 * q7;
      x488 = 0;
      x490 = 0;
    } else {
      let x480: number;
      let x482: number;
      let x484: number;
      if ((x307 <= 0)) {
        const x322 = Math.sqrt(((x84 * x84) + x313));
        let x325: number;
        if ((x322 > 0)) {
          x325 = 0.5 / x322;
        } else {
          x325 = 0;
        }
        x480 = (x312 * x325) * (q7 * q20);
        x482 = 0;
        x484 = 0;
      } else {
        const x330 = x307 / x227;
        const x335 = (x309 / x227) - ((x228 / x227) * x330);
        let x474: number;
        let x476: number;
        let x478: number;
        if ((x330 <= x11)) {
          const x349 = x309 * ((-0.6666666666666666) * q7);
          let x360: number;
          if ((q3 < 0.5)) {
            x360 = x349 * 0.4;
          } else {
            let x358: number;
            if ((q3 === 0.5)) {
              x358 = x349 * 0.5;
            } else {
              x358 = 0;
            }
            x360 = x358;
          }
          x474 = (x291 - (x335 * 0.3333333333333333)) * q7;
          x476 = x349;
          x478 = x360;
        } else {
          const x362 = x335 * 2;
          const x363 = (2 * x330) - x11;
          const x365 = x362 - x12;
          const x367 = x12 * x11;
          const x369 = 3 * x363;
          const x371 = (x11 * x11) / x369;
          const x372 = (x367 + x367) / x369;
          const x373 = (x365 * 3) / x369;
          const x374 = x373 * x371;
          const x376 = x372 - x374;
          const x378 = 0.25 * q7;
          const x379 = x378 * x227;
          const x380 = x228 * x378;
          const x399 = ((x380 * (-2)) * (x363 + x371)) + ((x365 + x376) * ((-2) * x379));
          let x472: number;
          if ((q3 > 0.5)) {
            x472 = (x380 * (((2 * x11) - x363) - (3 * x371))) + ((((x12 * 2) + (x12 - x362)) - (x376 * 3)) * x379);
          } else {
            let x470: number;
            if ((q3 < 0.5)) {
              const x417 = 8 * x330;
              const x424 = 6 * x330;
              const x434 = 1.2 * x11;
              const x440 = ((x417 * x330) - (x424 * x11)) + (x434 * x11);
              const x445 = x11 / x369;
              const x450 = x445 / x363;
              const x458 = (((((x335 * 8) * x330) + (x335 * x417)) - (((x335 * 6) * x11) + (x12 * x424))) + (((x12 * 1.2) * x11) + (x12 * x434))) * x450;
              const x466 = (x380 * ((x11 - x363) - (x450 * x440))) + (((x12 + (x12 - x362)) - ((((((x12 / x369) - (x373 * x445)) / x363) - ((x365 / x363) * x450)) * x440) + x458)) * x379);
              x470 = x466;
            } else {
              x470 = x399 * 0.5;
            }
            x472 = x470;
          }
          x474 = (x291 - ((x12 + (x374 - x372)) * 0.5)) * q7;
          x476 = x399;
          x478 = x472;
        }
        x480 = x474;
        x482 = x476;
        x484 = x478;
      }
      x486 = x480;
      x488 = x482;
      x490 = x484;
    }
    x1168 = x486;
    x1170 = -(x486 + x488);
    x1172 = x490;
  } else {
    let x1162: number;
    let x1164: number;
    let x1166: number;
    if (x293) {
      const x495 = Math.sqrt(x81);
      let x498: number;
      if ((x495 > 0)) {
        x498 = 0.5 / x495;
      } else {
        x498 = 0;
      }
      const x501 = q12 * x495;
      const x502 = (x82 * x498) * q12;
      const x504 = q25 * x47;
      const x505 = x48 * q25;
      let x521: number;
      let x522: number;
      if ((x504 >= (-0.5))) {
        x521 = 1 + x504;
        x522 = x505;
      } else {
        const x514 = 3 + (8 * x504);
        const x515 = (1 + (3 * x504)) / x514;
        x521 = x515;
        x522 = ((x505 * 3) / x514) - (((x505 * 8) / x514) * x515);
      }
      const x523 = x501 * x521;
      const x528 = q28 * x47;
      const x529 = x48 * q28;
      let x544: number;
      let x545: number;
      if ((x528 >= (-0.5))) {
        x544 = 1 + x528;
        x545 = x529;
      } else {
        const x537 = 3 + (8 * x528);
        const x538 = (1 + (3 * x528)) / x537;
        x544 = x538;
        x545 = ((x529 * 3) / x537) - (((x529 * 8) / x537) * x538);
      }
      const x546 = x501 * x544;
      const x553 = ((0.5 * q[24]!) * q5) / x523;
      const x555 = (((x502 * x521) + (x522 * x501)) / x523) * x553;
      let x563: number;
      let x564: number;
      if ((x553 < 34)) {
        const x560 = Math.exp((-x553));
        x563 = x560;
        x564 = x555 * x560;
      } else {
        x563 = 1.713908431e-15;
        x564 = 0;
      }
      const x567 = 1 + (2 * x563);
      const x568 = x563 * x567;
      const x571 = (x564 * x567) + ((x564 * 2) * x563);
      const x576 = (((0.5 * q[27]!) * q6) * q5) / x546;
      const x578 = (((x502 * x544) + (x545 * x501)) / x546) * x576;
      let x584: number;
      let x585: number;
      if ((x576 < 34)) {
        const x582 = Math.exp((-x576));
        x584 = x582;
        x585 = x578 * x582;
      } else {
        x584 = 1.713908431e-15;
        x585 = 0;
      }
      const x588 = 1 + (2 * x584);
      const x595 = x48 * q32;
      const x597 = q[31]! + (q32 * x47);
      let x619: number;
      let x620: number;
      if ((x597 >= 0.0001)) {
        x619 = x597;
        x620 = x595;
      } else {
        const x609 = 0.00030000000000000003 - (2 * x597);
        const x611 = (0.0001 * (0.0002 - x597)) / x609;
        x619 = x611;
        x620 = (((x595 * 2) / x609) * x611) - ((x595 * 0.0001) / x609);
      }
      const x622 = x619 * q33;
      const x627 = ((x620 * q33) * x11) + (x12 * x622);
      const x659 = (((x76 * q20) - (x48 * q21)) - (((x571 * q23) + (((x585 * x588) + ((x585 * 2) * x584)) * q26)) * q18)) + ((x48 * q29) * q30);
      const x663 = ((((q[19]! + (q20 * x75)) - (q21 * x47)) - (((q23 * x568) + (q26 * (x584 * x588))) * q18)) + ((q29 * x47) * q30)) + (q22 * x47);
      const x664 = x659 + (x48 * q22);
      const x665 = x663 - (x622 * x11);
      const x667 = x664 - x627;
      const x676 = (q[37]! + (q38 * x47)) + (q39 * x11);
      const x685 = (q[36]! * 1.03594e-10) / x81;
      const x693 = ((x685 + (x676 * x568)) + q[40]!) / q10;
      const x694 = (((((x48 * q38) + (x12 * q39)) * x568) + (x571 * x676)) - ((x82 / x81) * x685)) / q10;
      let x709: number;
      let x710: number;
      if ((x693 >= (-0.5))) {
        x709 = 1 + x693;
        x710 = x694;
      } else {
        const x702 = 3 + (8 * x693);
        const x703 = (1 + (3 * x693)) / x702;
        x709 = x703;
        x710 = ((x694 * 3) / x702) - (((x694 * 8) / x702) * x703);
      }
      let x714: number;
      let x715: number;
      if ((x47 < 0)) {
        x714 = x47;
        x715 = x48;
      } else {
        x714 = q13 - x73;
        x715 = -x74;
      }
      const x716 = x290 - x714;
      const x718 = x291 - x715;
      const x723 = (q11 * x709) * q74;
      const x724 = (x710 * q11) * q74;
      const x730 = ((x290 - x665) - q[75]!) / x723;
      const x735 = ((x291 + (x627 - x664)) / x723) - ((x724 / x723) * x730);
      let x746: number;
      let x747: number;
      if ((x730 > 34)) {
        x746 = x730;
        x747 = x735;
      } else {
        let x744: number;
        let x745: number;
        if ((x730 < (-34))) {
          x744 = 1.713908431e-15;
          x745 = 0;
        } else {
          const x739 = Math.exp(x730);
          x744 = Math.log1p(x739);
          x745 = (x735 * x739) / (1 + x739);
        }
        x746 = x744;
        x747 = x745;
      }
      const x748 = x723 * x746;
      const x751 = (x724 * x746) + (x747 * x723);
      const x752 = q2 === 3;
      let x812: number;
      let x813: number;
      if (x752) {
        const x757 = 100000000 * q9;
        const x761 = ((x716 - q71) / x757) * q76;
        const x762 = (x718 / x757) * q76;
        let x774: number;
        let x775: number;
        if ((x761 >= 34)) {
          x774 = q77 * 583461742500000;
          x775 = 0;
        } else {
          let x770: number;
          let x771: number;
          if ((x761 <= (-34))) {
            x770 = 1.713908431e-15;
            x771 = 0;
          } else {
            const x768 = Math.exp(x761);
            x770 = x768;
            x771 = x762 * x768;
          }
          x774 = q77 * x770;
          x775 = x771 * q77;
        }
        const x776 = 0.001 * q9;
        const x779 = (q77 - x774) - x776;
        const x781 = x775 * x779;
        const x788 = Math.sqrt(((x779 * x779) + ((4 * x776) * q77)));
        let x791: number;
        if ((x788 > 0)) {
          x791 = 0.5 / x788;
        } else {
          x791 = 0;
        }
        const x797 = q77 - (0.5 * (x779 + x788));
        const x799 = 1.03594e-10 / x797;
        const x804 = q10 + x799;
        const x805 = x799 / x804;
        const x806 = (((((((-x781) - x781) * x791) - x775) * 0.5) / x797) * x799) / x804;
        x812 = q7 * x805;
        x813 = (x806 - (x806 * x805)) * q7;
      } else {
        x812 = q7;
        x813 = 0;
      }
      const x814 = q2 === 1;
      let x837: number;
      let x838: number;
      if (x814) {
        x837 = q71;
        x838 = 0;
      } else {
        const x816 = x715 - x291;
        const x818 = (q71 - x716) - 0.02;
        const x820 = x816 * x818;
        const x826 = Math.sqrt(((x818 * x818) + (0.08 * Math.abs(q71))));
        let x829: number;
        if ((x826 > 0)) {
          x829 = 0.5 / x826;
        } else {
          x829 = 0;
        }
        x837 = q71 - (0.5 * (x818 + x826));
        x838 = -((x816 + ((x820 + x820) * x829)) * 0.5);
      }
      const x842 = (x716 - x837) - x748;
      const x844 = (x718 - x838) - x751;
      let x860: number;
      let x861: number;
      if ((x842 <= 0)) {
        const x847 = x814 || (q20 !== 0);
        x860 = x847 ? x842 : 0;
        x861 = x847 ? x844 : 0;
      } else {
        const x852 = Math.sqrt(((x84 * x84) + x842));
        let x855: number;
        if ((x852 > 0)) {
          x855 = 0.5 / x852;
        } else {
          x855 = 0;
        }
        x860 = q20 * (x852 - x84);
        x861 = (x844 * x855) * q20;
      }
      const x868 = (x813 * ((x837 - q71) + x860)) + ((x838 + x861) * x812);
      let x913: number;
      let x914: number;
      if (x752) {
        const x871 = 4 * ((x665 - q71) - q13);
        const x872 = x667 * 4;
        let x878: number;
        let x879: number;
        if ((x871 >= 0)) {
          x878 = x748 + x871;
          x879 = x751 + x872;
        } else {
          x878 = x748 + 1e-20;
          x879 = x751;
        }
        const x881 = 200000000 * q9;
        const x882 = x878 / x881;
        const x885 = Math.pow(x882, 0.7);
        let x892: number;
        if ((x882 !== 0)) {
          x892 = (0.7 * x885) / x882;
        } else {
          x892 = 0.7 * Math.pow(x882, (-0.30000000000000004));
        }
        const x894 = 1 + x885;
        const x896 = 1.9e-9 / x894;
        const x900 = 1.03594e-10 / x896;
        const x905 = q10 + x900;
        const x906 = x900 / x905;
        const x907 = ((((((x879 / x881) * x892) / x894) * x896) / x896) * x900) / x905;
        x913 = q7 * x906;
        x914 = (x907 - (x907 * x906)) * q7;
      } else {
        x913 = q7;
        x914 = 0;
      }
      let x963: number;
      let x964: number;
      if (x752) {
        const x915 = q20 <= 0;
        let x922: number;
        if (x915) {
          x922 = (0.25 * q78) * q11;
        } else {
          x922 = ((q78 * q11) * q20) * q20;
        }
        let x925: number;
        if (x915) {
          x925 = q14;
        } else {
          x925 = (2 * q20) * q14;
        }
        const x926 = x925 + x748;
        const x933 = 1 + ((x926 * x748) / x922);
        const x938 = x748 - (q11 * Math.log(x933));
        const x940 = x751 - (((((x751 * x748) + (x751 * x926)) / x922) / x933) * q11);
        const x941 = x938 - 0.001;
        let x961: number;
        let x962: number;
        if ((q[4]! >= 3.3)) {
          const x946 = x940 * x941;
          const x952 = Math.sqrt(((x941 * x941) + (x748 * 0.004)));
          let x955: number;
          if ((x952 > 0)) {
            x955 = 0.5 / x952;
          } else {
            x955 = 0;
          }
          x961 = 0.5 * (x941 + x952);
          x962 = (x940 + (((x946 + x946) + (x751 * 0.004)) * x955)) * 0.5;
        } else {
          x961 = x938;
          x962 = x940;
        }
        x963 = x961;
        x964 = x962;
      } else {
        x963 = x748;
        x964 = x751;
      }
      const x965 = x963 / x227;
      const x970 = (x964 / x227) - ((x228 / x227) * x965);
      const x973 = x970 - x12;
      const x974 = (x965 - x11) - 0.02;
      let x1009: number;
      let x1010: number;
      if (x814) {
        const x976 = x965 <= x11;
        x1009 = Math.min(x965, x11);
        x1010 = (x976 ? x970 : 0) + (x976 ? 0 : x12);
      } else {
        const x980 = 2 * x965;
        const x990 = x973 * x974;
        const x996 = Math.sqrt(((x974 * x974) + (0.08 * x965)));
        let x999: number;
        if ((x996 > 0)) {
          x999 = 0.5 / x996;
        } else {
          x999 = 0;
        }
        const x1001 = ((x965 + x11) + 0.02) + x996;
        const x1003 = (x980 * x11) / x1001;
        const x1008 = ((((x970 * 2) * x11) + (x12 * x980)) / x1001) - ((((x970 + x12) + (((x990 + x990) + (x970 * 0.08)) * x999)) / x1001) * x1003);
        x1009 = x1003;
        x1010 = x1008;
      }
      const x1011 = x227 * x1009;
      const x1014 = (x228 * x1009) + (x1010 * x227);
      const x1021 = x963 - (0.5 * x1011);
      const x1023 = x964 - (x1014 * 0.5);
      const x1024 = x1021 + 1e-20;
      const x1026 = 12 * x1024;
      const x1028 = (x1011 * x1009) / x1026;
      const x1029 = ((x1014 * x1009) + (x1010 * x1011)) / x1026;
      const x1031 = ((x1023 * 12) / x1026) * x1028;
      const x1043 = (x914 * (x1021 + (x227 * x1028))) + ((x1023 + ((x228 * x1028) + ((x1029 - x1031) * x227))) * x913);
      const x1044 = 1 - x227;
      const x1059 = (((x914 * x1044) - (x228 * x913)) * ((0.5 * x1009) - x1028)) + (((x1010 * 0.5) + (x1031 - x1029)) * (x913 * x1044));
      let x1157: number;
      if ((q3 > 0.5)) {
        const x1080 = x1014 * x1011;
        const x1083 = 24 * x1024;
        const x1085 = (x1011 * x1011) / x1083;
        const x1097 = (x914 * (((x963 / 2) + (x1011 / 4)) - x1085)) + ((((x964 * 0.5) + (x1014 * 0.25)) + ((((x1023 * 24) / x1083) * x1085) - ((x1080 + x1080) / x1083))) * x913);
        x1157 = -x1097;
      } else {
        let x1155: number;
        if ((q3 < 0.5)) {
          const x1101 = 2 * x1011;
          const x1103 = x1101 * x1011;
          const x1106 = ((x1014 * 2) * x1011) + (x1014 * x1101);
          const x1113 = x963 - ((4 * x1011) / 3);
          const x1120 = (x1103 / 3) + (x963 * x1113);
          const x1125 = (x964 * x1120) + (((x1106 * 0.3333333333333333) + ((x964 * x1113) + ((x964 - ((x1014 * 4) * 0.3333333333333333)) * x963))) * x963);
          const x1139 = x1024 * x1024;
          const x1140 = x1023 * x1024;
          const x1142 = ((-0.5) * x913) / x1139;
          const x1151 = ((((x914 * (-0.5)) / x1139) - (((x1140 + x1140) / x1139) * x1142)) * ((x963 * x1120) - ((x1103 * x1011) / 15))) + ((x1125 - (((x1106 * x1011) + (x1014 * x1103)) * 0.06666666666666667)) * x1142);
          x1155 = x1151;
        } else {
          x1155 = x1043 * (-0.5);
        }
        x1157 = x1155;
      }
      x1162 = (x868 + x1043) - x1059;
      x1164 = x1059 - x868;
      x1166 = (-x1043) - x1157;
    } else {
      x1162 = 0;
      x1164 = 0;
      x1166 = 0;
    }
    x1168 = x1162;
    x1170 = x1164;
    x1172 = x1166;
  }
  storeTangentScratch[20] = x1168;
  storeTangentScratch[21] = x1170;
  storeTangentScratch[22] = x1172;
  const x1178 = -((x1168 + x1170) + x1172);
  storeTangentScratch[23] = x1178;
  const x1179 = v1 - v4;
  const x1181 = d1 - d4;
  const x1184 = x1181 * q[80]!;
  const x1185 = q2 === 1;
  storeTangentScratch[24] = x1185 ? 1 : 0;
  let x1262: number;
  if (x1185) {
    let x1214: number;
    if ((x1179 < 0)) {
      const x1200 = Math.sqrt((1 - ((4 * x1179) / q84)));
      let x1203: number;
      if ((x1200 > 0)) {
        x1203 = 0.5 / x1200;
      } else {
        x1203 = 0;
      }
      x1214 = (((x1181 * 4) / q84) * x1203) * ((q83 * 0.5) * q84);
    } else {
      x1214 = x1181 * q83;
    }
    x1262 = x1184 + x1214;
  } else {
    let x1260: number;
    if ((q2 > 1)) {
      const x1218 = x1179 + 0.02;
      const x1220 = x1181 * x1218;
      const x1223 = Math.sqrt(((x1218 * x1218) + 0.08));
      let x1226: number;
      if ((x1223 > 0)) {
        x1226 = 0.5 / x1223;
      } else {
        x1226 = 0;
      }
      const x1232 = (x1181 - ((x1220 + x1220) * x1226)) * 0.5;
      const x1243 = Math.sqrt((1 - ((4 * (0.5 * (x1218 - x1223))) / q84)));
      let x1246: number;
      if ((x1243 > 0)) {
        x1246 = 0.5 / x1243;
      } else {
        x1246 = 0;
      }
      x1260 = x1184 + (((x1181 - x1232) + ((((x1232 * 4) / q84) * x1246) * (0.5 * q84))) * q83);
    } else {
      x1260 = x1184;
    }
    x1262 = x1260;
  }
  storeTangentScratch[25] = x1262;
  const x1263 = v1 - v5;
  storeTangentScratch[26] = x1263;
  const x1265 = d1 - d5;
  storeTangentScratch[27] = x1265;
  const x1268 = x1265 * q[79]!;
  storeTangentScratch[28] = x1268;
}

function storeTangent3(q: Float64Array, v: Float64Array, d: Float64Array, df: Float64Array): void {
  const x1185 = storeTangentScratch[24]!;
  const x1263 = storeTangentScratch[26]!;
  const q82 = q[82]!;
  const q84 = q[84]!;
  const x1265 = storeTangentScratch[27]!;
  const x1268 = storeTangentScratch[28]!;
  const q2 = q[2]!;
  const d1 = d[1]!;
  const d3 = d[3]!;
  const v3 = v[3]!;
  const v4 = v[4]!;
  const d4 = d[4]!;
  const q103 = q[103]!;
  const q94 = q[94]!;
  const q97 = q[97]!;
  const q104 = q[104]!;
  const q95 = q[95]!;
  const q98 = q[98]!;
  const q105 = q[105]!;
  const q96 = q[96]!;
  const q99 = q[99]!;
  const v5 = v[5]!;
  const d5 = d[5]!;
  const q100 = q[100]!;
  const q101 = q[101]!;
  const q102 = q[102]!;
  const x1168 = storeTangentScratch[20]!;
  const x1262 = storeTangentScratch[25]!;
  const q0 = q[0]!;
  const x1170 = storeTangentScratch[21]!;
  const x2 = storeTangentScratch[0]!;
  const x1172 = storeTangentScratch[22]!;
  const x1178 = storeTangentScratch[23]!;
  let x1344: number;
  if (x1185) {
    let x1296: number;
    if ((x1263 < 0)) {
      const x1282 = Math.sqrt((1 - ((4 * x1263) / q84)));
      let x1285: number;
      if ((x1282 > 0)) {
        x1285 = 0.5 / x1282;
      } else {
        x1285 = 0;
      }
      x1296 = (((x1265 * 4) / q84) * x1285) * ((q82 * 0.5) * q84);
    } else {
      x1296 = x1265 * q82;
    }
    x1344 = x1268 + x1296;
  } else {
    let x1342: number;
    if ((q2 > 1)) {
      const x1300 = x1263 + 0.02;
      const x1302 = x1265 * x1300;
      const x1305 = Math.sqrt(((x1300 * x1300) + 0.08));
      let x1308: number;
      if ((x1305 > 0)) {
        x1308 = 0.5 / x1305;
      } else {
        x1308 = 0;
      }
      const x1314 = (x1265 - ((x1302 + x1302) * x1308)) * 0.5;
      const x1325 = Math.sqrt((1 - ((4 * (0.5 * (x1300 - x1305))) / q84)));
      let x1328: number;
      if ((x1325 > 0)) {
        x1328 = 0.5 / x1325;
      } else {
        x1328 = 0;
      }
      x1342 = x1268 + (((x1265 - x1314) + ((((x1314 * 4) / q84) * x1328) * (0.5 * q84))) * q82);
    } else {
      x1342 = x1268;
    }
    x1344 = x1342;
  }
  const x1350 = (d1 - d3) * q[81]!;
  const x1351 = v3 - v4;
  const x1352 = d3 - d4;
  let x1455: number;
  if ((x1351 < 0)) {
    let x1379: number;
    if ((q103 > 0)) {
      const x1359 = 1 - q97;
      const x1363 = 1 - (x1351 / q94);
      const x1365 = Math.pow(x1363, x1359);
      let x1372: number;
      if ((x1363 !== 0)) {
        x1372 = (x1359 * x1365) / x1363;
      } else {
        x1372 = x1359 * Math.pow(x1363, (x1359 - 1));
      }
      x1379 = ((x1352 / q94) * x1372) * ((q94 * q103) / x1359);
    } else {
      x1379 = 0;
    }
    let x1405: number;
    if ((q104 > 0)) {
      const x1385 = 1 - q98;
      const x1389 = 1 - (x1351 / q95);
      const x1391 = Math.pow(x1389, x1385);
      let x1398: number;
      if ((x1389 !== 0)) {
        x1398 = (x1385 * x1391) / x1389;
      } else {
        x1398 = x1385 * Math.pow(x1389, (x1385 - 1));
      }
      x1405 = ((x1352 / q95) * x1398) * ((q95 * q104) / x1385);
    } else {
      x1405 = 0;
    }
    let x1433: number;
    if ((q105 > 0)) {
      const x1413 = 1 - q99;
      const x1417 = 1 - (x1351 / q96);
      const x1419 = Math.pow(x1417, x1413);
      let x1426: number;
      if ((x1417 !== 0)) {
        x1426 = (x1413 * x1419) / x1417;
      } else {
        x1426 = x1413 * Math.pow(x1417, (x1413 - 1));
      }
      x1433 = ((x1352 / q96) * x1426) * ((q96 * q105) / x1413);
    } else {
      x1433 = 0;
    }
    x1455 = (x1379 + x1405) + x1433;
  } else {
    const x1446 = 0.5 * ((((q103 * q97) / q94) + ((q104 * q98) / q95)) + ((q105 * q99) / q96));
    x1455 = (x1352 * (((q103 + q104) + q105) + (x1446 * x1351))) + ((x1352 * x1446) * x1351);
  }
  const x1456 = v3 - v5;
  const x1457 = d3 - d5;
  let x1554: number;
  if ((x1456 < 0)) {
    let x1482: number;
    if ((q100 > 0)) {
      const x1462 = 1 - q97;
      const x1466 = 1 - (x1456 / q94);
      const x1468 = Math.pow(x1466, x1462);
      let x1475: number;
      if ((x1466 !== 0)) {
        x1475 = (x1462 * x1468) / x1466;
      } else {
        x1475 = x1462 * Math.pow(x1466, (x1462 - 1));
      }
      x1482 = ((x1457 / q94) * x1475) * ((q94 * q100) / x1462);
    } else {
      x1482 = 0;
    }
    let x1506: number;
    if ((q101 > 0)) {
      const x1486 = 1 - q98;
      const x1490 = 1 - (x1456 / q95);
      const x1492 = Math.pow(x1490, x1486);
      let x1499: number;
      if ((x1490 !== 0)) {
        x1499 = (x1486 * x1492) / x1490;
      } else {
        x1499 = x1486 * Math.pow(x1490, (x1486 - 1));
      }
      x1506 = ((x1457 / q95) * x1499) * ((q95 * q101) / x1486);
    } else {
      x1506 = 0;
    }
    let x1532: number;
    if ((q102 > 0)) {
      const x1512 = 1 - q99;
      const x1516 = 1 - (x1456 / q96);
      const x1518 = Math.pow(x1516, x1512);
      let x1525: number;
      if ((x1516 !== 0)) {
        x1525 = (x1512 * x1518) / x1516;
      } else {
        x1525 = x1512 * Math.pow(x1516, (x1512 - 1));
      }
      x1532 = ((x1457 / q96) * x1525) * ((q96 * q102) / x1512);
    } else {
      x1532 = 0;
    }
    x1554 = (x1482 + x1506) + x1532;
  } else {
    const x1545 = 0.5 * ((((q100 * q97) / q94) + ((q101 * q98) / q95)) + ((q102 * q99) / q96));
    x1554 = (x1457 * (((q100 + q101) + q102) + (x1545 * x1456))) + ((x1457 * x1545) * x1456);
  }
  const x1563 = (((x1168 + x1262) + x1344) + x1350) * q0;
  storeTangentScratch[29] = x1563;
  const x1572 = (((x1170 - x1350) + x1455) + x1554) * q0;
  storeTangentScratch[30] = x1572;
  const x1582 = (((x2 ? x1172 : x1178) - x1262) - x1455) * q0;
  storeTangentScratch[31] = x1582;
  const x1592 = (((x2 ? x1178 : x1172) - x1344) - x1554) * q0;
  storeTangentScratch[32] = x1592;
}

export function storeTangent(q: Float64Array, v: Float64Array, d: Float64Array, df: Float64Array): void {
  storeTangent1(q, v, d, df);
  storeTangent2(q, v, d, df);
  storeTangent3(q, v, d, df);
  df.fill(0);
  df[1] = storeTangentScratch[29]!;
  df[3] = storeTangentScratch[30]!;
  df[4] = storeTangentScratch[31]!;
  df[5] = storeTangentScratch[32]!;
}

const storeAdjointScratch = new Float64Array(383);
function storeAdjoint1(q: Float64Array, v: Float64Array, w: Float64Array, f: Float64Array, qs: Float64Array, vs: Float64Array): void {
  let x30 = 0, x31 = 0, x34 = 0, x35 = 0, x37 = 0, x77 = 0, x78 = 0, x84 = 0, x85 = 0, x123 = 0, x124 = 0, x127 = 0, x129 = 0, x130 = 0, x131 = 0, x133 = 0, x135 = 0, x138 = 0, x142 = 0, x153 = 0, x160 = 0, x162 = 0, x163 = 0, x166 = 0, x167 = 0, x170 = 0, x171 = 0, x173 = 0, x174 = 0, x176 = 0, x180 = 0, x182 = 0, x185 = 0, x190 = 0, x192 = 0, x193 = 0, x195 = 0, x196 = 0, x199 = 0, x201 = 0, x202 = 0, x204 = 0, x208 = 0, x210 = 0, x212 = 0, x215 = 0, x219 = 0, x221 = 0, x223 = 0, x224 = 0, x226 = 0, x243 = 0, x244 = 0, x248 = 0, x255 = 0, x253 = 0, x254 = 0, x256 = 0, x259 = 0, x266 = 0, x264 = 0, x265 = 0, x267 = 0, x269 = 0, x271 = 0, x273 = 0, x277 = 0, x275 = 0, x279 = 0, x280 = 0, x282 = 0, x283 = 0, x285 = 0, x286 = 0, x289 = 0, x288 = 0, x291 = 0, x292 = 0, x298 = 0, x306 = 0, x304 = 0, x305 = 0, x308 = 0, x320 = 0, x325 = 0, x339 = 0, x343 = 0, x347 = 0, x348 = 0, x355 = 0, x353 = 0, x354 = 0, x356 = 0, x361 = 0, x363 = 0, x367 = 0, x368 = 0, x374 = 0, x370 = 0, x371 = 0, x375 = 0, x376 = 0, x410 = 0, x381 = 0, x382 = 0, x385 = 0, x389 = 0, x391 = 0, x390 = 0, x396 = 0, x399 = 0, x402 = 0, x405 = 0, x406 = 0, x407 = 0, x408 = 0, x411 = 0, x414 = 0, x420 = 0, x427 = 0, x429 = 0, x433 = 0, x434 = 0, x438 = 0, x460 = 0, x443 = 0, x449 = 0, x450 = 0, x453 = 0, x454 = 0, x455 = 0, x456 = 0, x457 = 0, x458 = 0, x490 = 0, x461 = 0, x468 = 0, x463 = 0, x465 = 0, x466 = 0, x469 = 0, x472 = 0, x474 = 0, x475 = 0, x476 = 0, x479 = 0, x482 = 0, x486 = 0, x491 = 0, x493 = 0, x505 = 0, x495 = 0, x502 = 0, x503 = 0, x504 = 0, x506 = 0, x511 = 0, x512 = 0, x513 = 0, x515 = 0, x517 = 0, x518 = 0, x520 = 0, x526 = 0, x533 = 0, x534 = 0, x535 = 0, x538 = 0, x539 = 0, x540 = 0, x544 = 0, x546 = 0, x551 = 0, x553 = 0, x554 = 0, x574 = 0, x576 = 0, x579 = 0, x582 = 0, x584 = 0, x585 = 0, x591 = 0, x592 = 0, x595 = 0, x599 = 0, x601 = 0, x603 = 0, x604 = 0, x606 = 0, x615 = 0, x617 = 0, x619 = 0, x622 = 0, x624 = 0, x625 = 0, x631 = 0, x632 = 0, x635 = 0, x639 = 0, x641 = 0, x643 = 0, x644 = 0, x646 = 0, x661 = 0, x663 = 0, x664 = 0, x665 = 0, x666 = 0, x667 = 0, x668 = 0, x673 = 0, x675 = 0, x676 = 0, x677 = 0, x678 = 0, x679 = 0, x680 = 0, x686 = 0, x688 = 0, x689 = 0, x690 = 0, x691 = 0, x692 = 0, x693 = 0, x698 = 0, x700 = 0, x703 = 0, x707 = 0, x709 = 0, x717 = 0, x719 = 0, x720 = 0, x721 = 0, x722 = 0, x723 = 0, x724 = 0, x727 = 0, x729 = 0, x730 = 0, x731 = 0, x732 = 0, x733 = 0, x734 = 0, x738 = 0, x740 = 0, x741 = 0, x742 = 0, x743 = 0, x744 = 0, x745 = 0, x750 = 0, x752 = 0, x755 = 0, x759 = 0, x761 = 0;
  const v4 = v[4]!;
  const v5 = v[5]!;
  const v1 = v[1]!;
  const v3 = v[3]!;
  const q16 = q[16]!;
  const q13 = q[13]!;
  const q17 = q[17]!;
  const q14 = q[14]!;
  const q20 = q[20]!;
  const q53 = q[53]!;
  const q5 = q[5]!;
  const q48 = q[48]!;
  const q6 = q[6]!;
  const q52 = q[52]!;
  const q73 = q[73]!;
  const q35 = q[35]!;
  const q10 = q[10]!;
  const q3 = q[3]!;
  const q2 = q[2]!;
  const q72 = q[72]!;
  const q7 = q[7]!;
  const q12 = q[12]!;
  const q25 = q[25]!;
  const q28 = q[28]!;
  const q32 = q[32]!;
  const q33 = q[33]!;
  const q21 = q[21]!;
  const q23 = q[23]!;
  const q26 = q[26]!;
  const q18 = q[18]!;
  const q29 = q[29]!;
  const q30 = q[30]!;
  const q22 = q[22]!;
  const q38 = q[38]!;
  const q39 = q[39]!;
  const q11 = q[11]!;
  const q74 = q[74]!;
  const q71 = q[71]!;
  const q9 = q[9]!;
  const q76 = q[76]!;
  const q77 = q[77]!;
  const q78 = q[78]!;
  const q80 = q[80]!;
  const q83 = q[83]!;
  const q84 = q[84]!;
  const q79 = q[79]!;
  const q82 = q[82]!;
  const q81 = q[81]!;
  const q103 = q[103]!;
  const q94 = q[94]!;
  const q97 = q[97]!;
  const q104 = q[104]!;
  const q95 = q[95]!;
  const q98 = q[98]!;
  const q105 = q[105]!;
  const q96 = q[96]!;
  const q99 = q[99]!;
  const q100 = q[100]!;
  const q101 = q[101]!;
  const q102 = q[102]!;
  const q0 = q[0]!;
  const w5 = w[5]!;
  const w4 = w[4]!;
  const w3 = w[3]!;
  const w1 = w[1]!;
  const x2 = v4 >= v5;
  storeAdjointScratch[0] = x2 ? 1 : 0;
  let x5: number;
  if (x2) {
    x5 = v4 - v5;
  } else {
    x5 = v5 - v4;
  }
  storeAdjointScratch[1] = x5;
  const x6 = x2 ? v5 : v4;
  const x8 = v1 - x6;
  const x10 = v3 - x6;
  const x14 = (x10 - q16) - 0.001;
  storeAdjointScratch[2] = x14;
  const x20 = Math.sqrt(((x14 * x14) - (0.004 * q16)));
  storeAdjointScratch[3] = x20;
  const x23 = q16 + (0.5 * (x14 + x20));
  const x24 = x23 < x10;
  storeAdjointScratch[4] = x24 ? 1 : 0;
  const x25 = x24 ? x10 : x23;
  storeAdjointScratch[5] = x25;
  const x27 = x25 > 0;
  storeAdjointScratch[6] = x27 ? 1 : 0;
  let x38: number;
  let x39: number;
  if (x27) {
    x30 = q13 + x25;
    storeAdjointScratch[7] = x30;
    x31 = (q13 * q13) / x30;
    storeAdjointScratch[8] = x31;
    x34 = q13 + (0.5 * x25);
    storeAdjointScratch[9] = x34;
    x35 = q[15]! / x34;
    storeAdjointScratch[10] = x35;
    x38 = x31;
    x39 = x35;
  } else {
    const x36 = q13 - x25;
    x37 = Math.sqrt(x36);
    storeAdjointScratch[11] = x37;
    x38 = x36;
    x39 = x37;
  }
  storeAdjointScratch[12] = x39;
  const x43 = (q17 * x39) / q14;
  storeAdjointScratch[13] = x43;
  const x45 = 0.5 * q20;
  storeAdjointScratch[14] = x45;
  const x46 = x45 / x39;
  storeAdjointScratch[15] = x46;
  const x51 = Math.sqrt((q53 * x43));
  storeAdjointScratch[16] = x51;
  const x53 = q5 + (2 * x51);
  storeAdjointScratch[17] = x53;
  const x54 = q5 / x53;
  storeAdjointScratch[18] = x54;
  const x61 = q6 + q[51]!;
  storeAdjointScratch[19] = x61;
  const x62 = q[50]! / x61;
  storeAdjointScratch[20] = x62;
  const x63 = (q48 * x54) + x62;
  storeAdjointScratch[21] = x63;
  const x65 = 1 + (x46 * x63);
  const x68 = 1 + (q52 * x25);
  const x70 = x68 >= 0.1;
  storeAdjointScratch[22] = x70 ? 1 : 0;
  let x79: number;
  if (x70) {
    x79 = x68;
  } else {
    x77 = 0.30000000000000004 - (2 * x68);
    storeAdjointScratch[23] = x77;
    x78 = (0.1 * (0.2 - x68)) / x77;
    storeAdjointScratch[24] = x78;
    x79 = x78;
  }
  storeAdjointScratch[25] = x79;
  const x80 = x65 >= 0.1;
  storeAdjointScratch[26] = x80 ? 1 : 0;
  let x86: number;
  if (x80) {
    x86 = x65;
  } else {
    x84 = 0.30000000000000004 - (2 * x65);
    storeAdjointScratch[27] = x84;
    x85 = (0.1 * (0.2 - x65)) / x84;
    storeAdjointScratch[28] = x85;
    x86 = x85;
  }
  const x87 = x86 / x79;
  storeAdjointScratch[29] = x87;
  const x105 = x87 * q73;
  storeAdjointScratch[30] = x105;
  const x107 = q[34]! + q13;
  const x115 = ((q35 > 1000000000000000000) && (q35 < 1e+25)) && (x8 > x107);
  storeAdjointScratch[31] = x115 ? 1 : 0;
  let x147: number;
  if (x115) {
    x123 = q10 * q10;
    storeAdjointScratch[32] = x123;
    x124 = (1.6597727086e-23 * q35) / x123;
    storeAdjointScratch[33] = x124;
    x127 = (2 * (x8 - x107)) / x124;
    storeAdjointScratch[34] = x127;
    x129 = Math.sqrt((1 + x127));
    storeAdjointScratch[35] = x129;
    x130 = x129 - 1;
    storeAdjointScratch[36] = x130;
    x131 = x124 * x130;
    storeAdjointScratch[37] = x131;
    x133 = 0.5 * x131;
    storeAdjointScratch[38] = x133;
    x135 = (x133 * x131) / x124;
    storeAdjointScratch[39] = x135;
    x138 = (1.12 - x135) - 0.05;
    storeAdjointScratch[40] = x138;
    x142 = Math.sqrt(((x138 * x138) + 0.224));
    storeAdjointScratch[41] = x142;
    x147 = x8 - (1.12 - (0.5 * (x138 + x142)));
  } else {
    x147 = x8;
  }
  const x149 = q3 >= 0;
  storeAdjointScratch[42] = x149 ? 1 : 0;
  const x152 = x149 && (q2 === 0);
  storeAdjointScratch[43] = x152 ? 1 : 0;
  let x563: number;
  let x564: number;
  let x565: number;
  if (x152) {
    x153 = (x25 < 0) ? 1 : 0;
    storeAdjointScratch[44] = x153 ? 1 : 0;
    let x155: number;
    if (x153) {
      x155 = x10;
    } else {
      x155 = q13 - x38;
    }
    const x158 = (x147 - q72) - q13;
    x160 = x158 - (q20 * x39);
    storeAdjointScratch[45] = x160;
    x162 = (x147 - x155) - q72;
    storeAdjointScratch[46] = x162;
    x163 = (x162 <= 0) ? 1 : 0;
    storeAdjointScratch[47] = x163 ? 1 : 0;
    let x237: number;
    let x238: number;
    let x239: number;
    if (x163) {
      x237 = q7 * x162;
      x238 = 0;
      x239 = 0;
    } else {
      x166 = (x160 <= 0) ? 1 : 0;
      storeAdjointScratch[48] = x166 ? 1 : 0;
      let x234: number;
      let x235: number;
      let x236: number;
      if (x166) {
        x167 = q7 * q20;
        storeAdjointScratch[49] = x167;
        x170 = Math.sqrt(((x45 * x45) + x162));
        storeAdjointScratch[50] = x170;
        x171 = x170 - x45;
        storeAdjointScratch[51] = x171;
        x234 = x167 * x171;
        x235 = 0;
        x236 = 0;
      } else {
        x173 = x160 / x105;
        storeAdjointScratch[52] = x173;
        x174 = (x173 <= x5) ? 1 : 0;
        storeAdjointScratch[53] = x174 ? 1 : 0;
        let x231: number;
        let x232: number;
        let x233: number;
        if (x174) {
          x176 = x158 - (x173 / 3);
          storeAdjointScratch[54] = x176;
          x180 = (-0.6666666666666666) * q7;
          storeAdjointScratch[55] = x180;
          const x181 = x180 * x160;
          x182 = (q3 < 0.5) ? 1 : 0;
          storeAdjointScratch[56] = x182 ? 1 : 0;
          let x188: number;
          if (x182) {
            x188 = 0.4 * x181;
          } else {
            x185 = (q3 === 0.5) ? 1 : 0;
            storeAdjointScratch[57] = x185 ? 1 : 0;
            let x187: number;
            if (x185) {
              x187 = 0.5 * x181;
            } else {
              x187 = 0;
            }
            x188 = x187;
          }
          x231 = q7 * x176;
          x232 = x181;
          x233 = x188;
        } else {
          x190 = (2 * x173) - x5;
          storeAdjointScratch[58] = x190;
          x192 = 3 * x190;
          storeAdjointScratch[59] = x192;
          x193 = (x5 * x5) / x192;
          storeAdjointScratch[60] = x193;
          x195 = 0.25 * q7;
          storeAdjointScratch[61] = x195;
          x196 = x195 * x105;
          storeAdjointScratch[62] = x196;
          x199 = x158 - (0.5 * (x5 - x193));
          storeAdjointScratch[63] = x199;
          x201 = (-2) * x196;
          storeAdjointScratch[64] = x201;
          x202 = x190 + x193;
          storeAdjointScratch[65] = x202;
          const x203 = x201 * x202;
          x204 = (q3 > 0.5) ? 1 : 0;
          storeAdjointScratch[66] = x204 ? 1 : 0;
          let x230: number;
          if (x204) {
            x208 = ((2 * x5) - x190) - (3 * x193);
            storeAdjointScratch[67] = x208;
            x230 = x196 * x208;
          } else {
            x210 = (q3 < 0.5) ? 1 : 0;
            storeAdjointScratch[68] = x210 ? 1 : 0;
            let x229: number;
            if (x210) {
              x212 = 8 * x173;
              storeAdjointScratch[69] = x212;
              x215 = 6 * x173;
              storeAdjointScratch[70] = x215;
              x219 = 1.2 * x5;
              storeAdjointScratch[71] = x219;
              x221 = ((x212 * x173) - (x215 * x5)) + (x219 * x5);
              storeAdjointScratch[72] = x221;
              x223 = x5 / x192;
              storeAdjointScratch[73] = x223;
              x224 = x223 / x190;
              storeAdjointScratch[74] = x224;
              x226 = (x5 - x190) - (x224 * x221);
              storeAdjointScratch[75] = x226;
              x229 = x196 * x226;
            } else {
              x229 = 0.5 * x203;
            }
            x230 = x229;
          }
          x231 = q7 * x199;
          x232 = x203;
          x233 = x230;
        }
        x234 = x231;
        x235 = x232;
        x236 = x233;
      }
      x237 = x234;
      x238 = x235;
      x239 = x236;
    }
    x563 = x237;
    x564 = -(x237 + x238);
    x565 = x239;
  } else {
    let x560: number;
    let x561: number;
    let x562: number;
    if (x149) {
      x243 = Math.sqrt(x43);
      storeAdjointScratch[76] = x243;
      x244 = q12 * x243;
      storeAdjointScratch[77] = x244;
      const x246 = q25 * x25;
      x248 = (x246 >= (-0.5)) ? 1 : 0;
      storeAdjointScratch[78] = x248 ? 1 : 0;
      if (x248) {
        x255 = 1 + x246;
      } else {
        x253 = 3 + (8 * x246);
        storeAdjointScratch[79] = x253;
        x254 = (1 + (3 * x246)) / x253;
        storeAdjointScratch[80] = x254;
        x255 = x254;
      }
      storeAdjointScratch[81] = x255;
      x256 = x244 * x255;
      storeAdjointScratch[82] = x256;
      const x258 = q28 * x25;
      x259 = (x258 >= (-0.5)) ? 1 : 0;
      storeAdjointScratch[83] = x259 ? 1 : 0;
      if (x259) {
        x266 = 1 + x258;
      } else {
        x264 = 3 + (8 * x258);
        storeAdjointScratch[84] = x264;
        x265 = (1 + (3 * x258)) / x264;
        storeAdjointScratch[85] = x265;
        x266 = x265;
      }
      storeAdjointScratch[86] = x266;
      x267 = x244 * x266;
      storeAdjointScratch[87] = x267;
      x269 = 0.5 * q[24]!;
      storeAdjointScratch[88] = x269;
      x271 = (x269 * q5) / x256;
      storeAdjointScratch[89] = x271;
      x273 = (x271 < 34) ? 1 : 0;
      storeAdjointScratch[90] = x273 ? 1 : 0;
      if (x273) {
        x275 = Math.exp((-x271));
        storeAdjointScratch[91] = x275;
        x277 = x275;
      } else {
        x277 = 1.713908431e-15;
      }
      storeAdjointScratch[92] = x277;
      x279 = 1 + (2 * x277);
      storeAdjointScratch[93] = x279;
      x280 = x277 * x279;
      storeAdjointScratch[94] = x280;
      x282 = 0.5 * q[27]!;
      storeAdjointScratch[95] = x282;
      x283 = x282 * q6;
      storeAdjointScratch[96] = x283;
      x285 = (x283 * q5) / x267;
      storeAdjointScratch[97] = x285;
      x286 = (x285 < 34) ? 1 : 0;
      storeAdjointScratch[98] = x286 ? 1 : 0;
      if (x286) {
        x288 = Math.exp((-x285));
        storeAdjointScratch[99] = x288;
        x289 = x288;
      } else {
        x289 = 1.713908431e-15;
      }
      storeAdjointScratch[100] = x289;
      x291 = 1 + (2 * x289);
      storeAdjointScratch[101] = x291;
      x292 = x289 * x291;
      storeAdjointScratch[102] = x292;
      const x296 = q[31]! + (q32 * x25);
      x298 = (x296 >= 0.0001) ? 1 : 0;
      storeAdjointScratch[103] = x298 ? 1 : 0;
      if (x298) {
        x306 = x296;
      } else {
        x304 = 0.00030000000000000003 - (2 * x296);
        storeAdjointScratch[104] = x304;
        x305 = (0.0001 * (0.0002 - x296)) / x304;
        storeAdjointScratch[105] = x305;
        x306 = x305;
      }
      storeAdjointScratch[106] = x306;
      x308 = x306 * q33;
      storeAdjointScratch[107] = x308;
      x320 = (q23 * x280) + (q26 * x292);
      storeAdjointScratch[108] = x320;
      x325 = q29 * x25;
      storeAdjointScratch[109] = x325;
      const x332 = (((((q[19]! + (q20 * x39)) - (q21 * x25)) - (x320 * q18)) + (x325 * q30)) + (q22 * x25)) - (x308 * x5);
      x339 = (q[37]! + (q38 * x25)) + (q39 * x5);
      storeAdjointScratch[110] = x339;
      x343 = (q[36]! * 1.03594e-10) / x43;
      storeAdjointScratch[111] = x343;
      x347 = ((x343 + (x339 * x280)) + q[40]!) / q10;
      storeAdjointScratch[112] = x347;
      x348 = (x347 >= (-0.5)) ? 1 : 0;
      storeAdjointScratch[113] = x348 ? 1 : 0;
      if (x348) {
        x355 = 1 + x347;
      } else {
        x353 = 3 + (8 * x347);
        storeAdjointScratch[114] = x353;
        x354 = (1 + (3 * x347)) / x353;
        storeAdjointScratch[115] = x354;
        x355 = x354;
      }
      storeAdjointScratch[116] = x355;
      x356 = (x25 < 0) ? 1 : 0;
      storeAdjointScratch[117] = x356 ? 1 : 0;
      let x358: number;
      if (x356) {
        x358 = x25;
      } else {
        x358 = q13 - x38;
      }
      const x359 = x147 - x358;
      x361 = q11 * x355;
      storeAdjointScratch[118] = x361;
      x363 = x361 * q74;
      storeAdjointScratch[119] = x363;
      x367 = ((x147 - x332) - q[75]!) / x363;
      storeAdjointScratch[120] = x367;
      x368 = (x367 > 34) ? 1 : 0;
      storeAdjointScratch[121] = x368 ? 1 : 0;
      if (x368) {
        x374 = x367;
      } else {
        x370 = (x367 < (-34)) ? 1 : 0;
        storeAdjointScratch[122] = x370 ? 1 : 0;
        let x373: number;
        if (x370) {
          x373 = 1.713908431e-15;
        } else {
          x371 = Math.exp(x367);
          storeAdjointScratch[123] = x371;
          x373 = Math.log1p(x371);
        }
        x374 = x373;
      }
      storeAdjointScratch[124] = x374;
      x375 = x363 * x374;
      storeAdjointScratch[125] = x375;
      x376 = (q2 === 3) ? 1 : 0;
      storeAdjointScratch[126] = x376 ? 1 : 0;
      if (x376) {
        x381 = 100000000 * q9;
        storeAdjointScratch[127] = x381;
        x382 = (x359 - q71) / x381;
        storeAdjointScratch[128] = x382;
        const x384 = x382 * q76;
        x385 = (x384 >= 34) ? 1 : 0;
        storeAdjointScratch[129] = x385 ? 1 : 0;
        let x393: number;
        if (x385) {
          x393 = q77 * 583461742500000;
        } else {
          x389 = (x384 <= (-34)) ? 1 : 0;
          storeAdjointScratch[130] = x389 ? 1 : 0;
          if (x389) {
            x391 = 1.713908431e-15;
          } else {
            x390 = Math.exp(x384);
            storeAdjointScratch[131] = x390;
            x391 = x390;
          }
          storeAdjointScratch[132] = x391;
          x393 = q77 * x391;
        }
        const x394 = 0.001 * q9;
        x396 = (q77 - x393) - x394;
        storeAdjointScratch[133] = x396;
        x399 = 4 * x394;
        storeAdjointScratch[134] = x399;
        x402 = Math.sqrt(((x396 * x396) + (x399 * q77)));
        storeAdjointScratch[135] = x402;
        x405 = q77 - (0.5 * (x396 + x402));
        storeAdjointScratch[136] = x405;
        x406 = 1.03594e-10 / x405;
        storeAdjointScratch[137] = x406;
        x407 = q10 + x406;
        storeAdjointScratch[138] = x407;
        x408 = x406 / x407;
        storeAdjointScratch[139] = x408;
        x410 = q7 * x408;
      } else {
        x410 = q7;
      }
      storeAdjointScratch[140] = x410;
      x411 = (q2 === 1) ? 1 : 0;
      storeAdjointScratch[141] = x411 ? 1 : 0;
      let x424: number;
      if (x411) {
        x424 = q71;
      } else {
        x414 = (q71 - x359) - 0.02;
        storeAdjointScratch[142] = x414;
        x420 = Math.sqrt(((x414 * x414) + (0.08 * Math.abs(q71))));
        storeAdjointScratch[143] = x420;
        x424 = q71 - (0.5 * (x414 + x420));
      }
      const x426 = (x359 - x424) - x375;
      x427 = (x426 <= 0) ? 1 : 0;
      storeAdjointScratch[144] = x427 ? 1 : 0;
      let x436: number;
      if (x427) {
        x429 = (x411 || (q20 !== 0)) ? 1 : 0;
        storeAdjointScratch[145] = x429 ? 1 : 0;
        x436 = x429 ? x426 : 0;
      } else {
        x433 = Math.sqrt(((x45 * x45) + x426));
        storeAdjointScratch[146] = x433;
        x434 = x433 - x45;
        storeAdjointScratch[147] = x434;
        x436 = q20 * x434;
      }
      x438 = (x424 - q71) + x436;
      storeAdjointScratch[148] = x438;
      const x439 = x410 * x438;
      if (x376) {
        const x442 = 4 * ((x332 - q71) - q13);
        x443 = (x442 >= 0) ? 1 : 0;
        storeAdjointScratch[149] = x443 ? 1 : 0;
        let x447: number;
        if (x443) {
          x447 = x375 + x442;
        } else {
          x447 = x375 + 1e-20;
        }
        x449 = 200000000 * q9;
        storeAdjointScratch[150] = x449;
        x450 = x447 / x449;
        storeAdjointScratch[151] = x450;
        x453 = Math.pow(x450, 0.7);
        storeAdjointScratch[152] = x453;
        x454 = 1 + x453;
        storeAdjointScratch[153] = x454;
        x455 = 1.9e-9 / x454;
        storeAdjointScratch[154] = x455;
        x456 = 1.03594e-10 / x455;
        storeAdjointScratch[155] = x456;
        x457 = q10 + x456;
        storeAdjointScratch[156] = x457;
        x458 = x456 / x457;
        storeAdjointScratch[157] = x458;
        x460 = q7 * x458;
      } else {
        x460 = q7;
      }
      storeAdjointScratch[158] = x460;
      if (x376) {
        x461 = (q20 <= 0) ? 1 : 0;
        storeAdjointScratch[159] = x461 ? 1 : 0;
        if (x461) {
          x463 = 0.25 * q78;
          storeAdjointScratch[160] = x463;
          x468 = x463 * q11;
        } else {
          x465 = q78 * q11;
          storeAdjointScratch[161] = x465;
          x466 = x465 * q20;
          storeAdjointScratch[162] = x466;
          x468 = x466 * q20;
        }
        storeAdjointScratch[163] = x468;
        let x471: number;
        if (x461) {
          x471 = q14;
        } else {
          x469 = 2 * q20;
          storeAdjointScratch[164] = x469;
          x471 = x469 * q14;
        }
        x472 = x471 + x375;
        storeAdjointScratch[165] = x472;
        x474 = (x472 * x375) / x468;
        storeAdjointScratch[166] = x474;
        x475 = 1 + x474;
        storeAdjointScratch[167] = x475;
        x476 = Math.log(x475);
        storeAdjointScratch[168] = x476;
        const x478 = x375 - (q11 * x476);
        x479 = x478 - 0.001;
        storeAdjointScratch[169] = x479;
        x482 = (q[4]! >= 3.3) ? 1 : 0;
        storeAdjointScratch[170] = x482 ? 1 : 0;
        let x489: number;
        if (x482) {
          x486 = Math.sqrt(((x479 * x479) + (x375 * 0.004)));
          storeAdjointScratch[171] = x486;
          x489 = 0.5 * (x479 + x486);
        } else {
          x489 = x478;
        }
        x490 = x489;
      } else {
        x490 = x375;
      }
      storeAdjointScratch[172] = x490;
      x491 = x490 / x105;
      storeAdjointScratch[173] = x491;
      x493 = (x491 - x5) - 0.02;
      storeAdjointScratch[174] = x493;
      if (x411) {
        x505 = Math.min(x491, x5);
      } else {
        x495 = 2 * x491;
        storeAdjointScratch[175] = x495;
        x502 = Math.sqrt(((x493 * x493) + (0.08 * x491)));
        storeAdjointScratch[176] = x502;
        x503 = ((x491 + x5) + 0.02) + x502;
        storeAdjointScratch[177] = x503;
        x504 = (x495 * x5) / x503;
        storeAdjointScratch[178] = x504;
        x505 = x504;
      }
      storeAdjointScratch[179] = x505;
      x506 = x105 * x505;
      storeAdjointScratch[180] = x506;
      const x510 = x490 - (0.5 * x506);
      x511 = x510 + 1e-20;
      storeAdjointScratch[181] = x511;
      x512 = 12 * x511;
      storeAdjointScratch[182] = x512;
      x513 = (x506 * x505) / x512;
      storeAdjointScratch[183] = x513;
      x515 = x510 + (x105 * x513);
      storeAdjointScratch[184] = x515;
      const x516 = x460 * x515;
      x517 = 1 - x105;
      storeAdjointScratch[185] = x517;
      x518 = x460 * x517;
      storeAdjointScratch[186] = x518;
      x520 = (0.5 * x505) - x513;
      storeAdjointScratch[187] = x520;
      const x521 = x518 * x520;
      x526 = (q3 > 0.5) ? 1 : 0;
      storeAdjointScratch[188] = x526 ? 1 : 0;
      let x558: number;
      if (x526) {
        x533 = 24 * x511;
        storeAdjointScratch[189] = x533;
        x534 = (x506 * x506) / x533;
        storeAdjointScratch[190] = x534;
        x535 = ((x490 / 2) + (x506 / 4)) - x534;
        storeAdjointScratch[191] = x535;
        x558 = -(x460 * x535);
      } else {
        x538 = (q3 < 0.5) ? 1 : 0;
        storeAdjointScratch[192] = x538 ? 1 : 0;
        let x557: number;
        if (x538) {
          x539 = 2 * x506;
          storeAdjointScratch[193] = x539;
          x540 = x539 * x506;
          storeAdjointScratch[194] = x540;
          x544 = x490 - ((4 * x506) / 3);
          storeAdjointScratch[195] = x544;
          x546 = (x540 / 3) + (x490 * x544);
          storeAdjointScratch[196] = x546;
          x551 = (x490 * x546) - ((x540 * x506) / 15);
          storeAdjointScratch[197] = x551;
          x553 = x511 * x511;
          storeAdjointScratch[198] = x553;
          x554 = ((-0.5) * x460) / x553;
          storeAdjointScratch[199] = x554;
          x557 = x554 * x551;
        } else {
          x557 = (-0.5) * x516;
        }
        x558 = x557;
      }
      x560 = (x439 + x516) - x521;
      x561 = x521 - x439;
      x562 = (-x516) - x558;
    } else {
      x560 = 0;
      x561 = 0;
      x562 = 0;
    }
    x563 = x560;
    x564 = x561;
    x565 = x562;
  }
  const x568 = -((x563 + x564) + x565);
  const x571 = v1 - v4;
  storeAdjointScratch[200] = x571;
  const x572 = q80 * x571;
  const x573 = q2 === 1;
  storeAdjointScratch[201] = x573 ? 1 : 0;
  let x610: number;
  if (x573) {
    x574 = (x571 < 0) ? 1 : 0;
    storeAdjointScratch[202] = x574 ? 1 : 0;
    let x589: number;
    if (x574) {
      x576 = q83 * 0.5;
      storeAdjointScratch[203] = x576;
      x579 = x576 * q84;
      storeAdjointScratch[204] = x579;
      x582 = (4 * x571) / q84;
      storeAdjointScratch[205] = x582;
      x584 = Math.sqrt((1 - x582));
      storeAdjointScratch[206] = x584;
      x585 = x584 - 1;
      storeAdjointScratch[207] = x585;
      x589 = -(x579 * x585);
    } else {
      x589 = q83 * x571;
    }
    x610 = x572 + x589;
  } else {
    x591 = (q2 > 1) ? 1 : 0;
    storeAdjointScratch[208] = x591 ? 1 : 0;
    let x609: number;
    if (x591) {
      x592 = x571 + 0.02;
      storeAdjointScratch[209] = x592;
      x595 = Math.sqrt(((x592 * x592) + 0.08));
      storeAdjointScratch[210] = x595;
      const x597 = 0.5 * (x592 - x595);
      x599 = 0.5 * q84;
      storeAdjointScratch[211] = x599;
      x601 = (4 * x597) / q84;
      storeAdjointScratch[212] = x601;
      x603 = Math.sqrt((1 - x601));
      storeAdjointScratch[213] = x603;
      x604 = x603 - 1;
      storeAdjointScratch[214] = x604;
      x606 = (x571 - x597) - (x599 * x604);
      storeAdjointScratch[215] = x606;
      x609 = x572 + (q83 * x606);
    } else {
      x609 = x572;
    }
    x610 = x609;
  }
  const x613 = v1 - v5;
  storeAdjointScratch[216] = x613;
  const x614 = q79 * x613;
  let x650: number;
  if (x573) {
    x615 = (x613 < 0) ? 1 : 0;
    storeAdjointScratch[217] = x615 ? 1 : 0;
    let x629: number;
    if (x615) {
      x617 = q82 * 0.5;
      storeAdjointScratch[218] = x617;
      x619 = x617 * q84;
      storeAdjointScratch[219] = x619;
      x622 = (4 * x613) / q84;
      storeAdjointScratch[220] = x622;
      x624 = Math.sqrt((1 - x622));
      storeAdjointScratch[221] = x624;
      x625 = x624 - 1;
      storeAdjointScratch[222] = x625;
      x629 = -(x619 * x625);
    } else {
      x629 = q82 * x613;
    }
    x650 = x614 + x629;
  } else {
    x631 = (q2 > 1) ? 1 : 0;
    storeAdjointScratch[223] = x631 ? 1 : 0;
    let x649: number;
    if (x631) {
      x632 = x613 + 0.02;
      storeAdjointScratch[224] = x632;
      x635 = Math.sqrt(((x632 * x632) + 0.08));
      storeAdjointScratch[225] = x635;
      const x637 = 0.5 * (x632 - x635);
      x639 = 0.5 * q84;
      storeAdjointScratch[226] = x639;
      x641 = (4 * x637) / q84;
      storeAdjointScratch[227] = x641;
      x643 = Math.sqrt((1 - x641));
      storeAdjointScratch[228] = x643;
      x644 = x643 - 1;
      storeAdjointScratch[229] = x644;
      x646 = (x613 - x637) - (x639 * x644);
      storeAdjointScratch[230] = x646;
      x649 = x614 + (q82 * x646);
    } else {
      x649 = x614;
    }
    x650 = x649;
  }
  const x652 = v1 - v3;
  storeAdjointScratch[231] = x652;
  const x653 = q81 * x652;
  const x657 = v3 - v4;
  storeAdjointScratch[232] = x657;
  const x658 = x657 < 0;
  storeAdjointScratch[233] = x658 ? 1 : 0;
  let x711: number;
  if (x658) {
    x661 = (q103 > 0) ? 1 : 0;
    storeAdjointScratch[234] = x661 ? 1 : 0;
    let x670: number;
    if (x661) {
      x663 = 1 - q97;
      storeAdjointScratch[235] = x663;
      x664 = (q94 * q103) / x663;
      storeAdjointScratch[236] = x664;
      x665 = x657 / q94;
      storeAdjointScratch[237] = x665;
      x666 = 1 - x665;
      storeAdjointScratch[238] = x666;
      x667 = Math.pow(x666, x663);
      storeAdjointScratch[239] = x667;
      x668 = 1 - x667;
      storeAdjointScratch[240] = x668;
      x670 = x664 * x668;
    } else {
      x670 = 0;
    }
    x673 = (q104 > 0) ? 1 : 0;
    storeAdjointScratch[241] = x673 ? 1 : 0;
    let x682: number;
    if (x673) {
      x675 = 1 - q98;
      storeAdjointScratch[242] = x675;
      x676 = (q95 * q104) / x675;
      storeAdjointScratch[243] = x676;
      x677 = x657 / q95;
      storeAdjointScratch[244] = x677;
      x678 = 1 - x677;
      storeAdjointScratch[245] = x678;
      x679 = Math.pow(x678, x675);
      storeAdjointScratch[246] = x679;
      x680 = 1 - x679;
      storeAdjointScratch[247] = x680;
      x682 = x676 * x680;
    } else {
      x682 = 0;
    }
    x686 = (q105 > 0) ? 1 : 0;
    storeAdjointScratch[248] = x686 ? 1 : 0;
    let x695: number;
    if (x686) {
      x688 = 1 - q99;
      storeAdjointScratch[249] = x688;
      x689 = (q96 * q105) / x688;
      storeAdjointScratch[250] = x689;
      x690 = x657 / q96;
      storeAdjointScratch[251] = x690;
      x691 = 1 - x690;
      storeAdjointScratch[252] = x691;
      x692 = Math.pow(x691, x688);
      storeAdjointScratch[253] = x692;
      x693 = 1 - x692;
      storeAdjointScratch[254] = x693;
      x695 = x689 * x693;
    } else {
      x695 = 0;
    }
    x711 = (x670 + x682) + x695;
  } else {
    x698 = (q103 * q97) / q94;
    storeAdjointScratch[255] = x698;
    x700 = (q104 * q98) / q95;
    storeAdjointScratch[256] = x700;
    x703 = (q105 * q99) / q96;
    storeAdjointScratch[257] = x703;
    x707 = 0.5 * ((x698 + x700) + x703);
    storeAdjointScratch[258] = x707;
    x709 = ((q103 + q104) + q105) + (x707 * x657);
    storeAdjointScratch[259] = x709;
    x711 = x657 * x709;
  }
  const x715 = v3 - v5;
  storeAdjointScratch[260] = x715;
  const x716 = x715 < 0;
  storeAdjointScratch[261] = x716 ? 1 : 0;
  let x763: number;
  if (x716) {
    x717 = (q100 > 0) ? 1 : 0;
    storeAdjointScratch[262] = x717 ? 1 : 0;
    let x726: number;
    if (x717) {
      x719 = 1 - q97;
      storeAdjointScratch[263] = x719;
      x720 = (q94 * q100) / x719;
      storeAdjointScratch[264] = x720;
      x721 = x715 / q94;
      storeAdjointScratch[265] = x721;
      x722 = 1 - x721;
      storeAdjointScratch[266] = x722;
      x723 = Math.pow(x722, x719);
      storeAdjointScratch[267] = x723;
      x724 = 1 - x723;
      storeAdjointScratch[268] = x724;
      x726 = x720 * x724;
    } else {
      x726 = 0;
    }
    x727 = (q101 > 0) ? 1 : 0;
    storeAdjointScratch[269] = x727 ? 1 : 0;
    let x736: number;
    if (x727) {
      x729 = 1 - q98;
      storeAdjointScratch[270] = x729;
      x730 = (q95 * q101) / x729;
      storeAdjointScratch[271] = x730;
      x731 = x715 / q95;
      storeAdjointScratch[272] = x731;
      x732 = 1 - x731;
      storeAdjointScratch[273] = x732;
      x733 = Math.pow(x732, x729);
      storeAdjointScratch[274] = x733;
      x734 = 1 - x733;
      storeAdjointScratch[275] = x734;
      x736 = x730 * x734;
    } else {
      x736 = 0;
    }
    x738 = (q102 > 0) ? 1 : 0;
    storeAdjointScratch[276] = x738 ? 1 : 0;
    let x747: number;
    if (x738) {
      x740 = 1 - q99;
      storeAdjointScratch[277] = x740;
      x741 = (q96 * q102) / x740;
      storeAdjointScratch[278] = x741;
      x742 = x715 / q96;
      storeAdjointScratch[279] = x742;
      x743 = 1 - x742;
      storeAdjointScratch[280] = x743;
      x744 = Math.pow(x743, x740);
      storeAdjointScratch[281] = x744;
      x745 = 1 - x744;
      storeAdjointScratch[282] = x745;
      x747 = x741 * x745;
    } else {
      x747 = 0;
    }
    x763 = (x726 + x736) + x747;
  } else {
    x750 = (q100 * q97) / q94;
    storeAdjointScratch[283] = x750;
    x752 = (q101 * q98) / q95;
    storeAdjointScratch[284] = x752;
    x755 = (q102 * q99) / q96;
    storeAdjointScratch[285] = x755;
    x759 = 0.5 * ((x750 + x752) + x755);
    storeAdjointScratch[286] = x759;
    x761 = ((q100 + q101) + q102) + (x759 * x715);
    storeAdjointScratch[287] = x761;
    x763 = x715 * x761;
  }
  const x767 = ((x563 + x610) + x650) + x653;
  const x768 = q0 * x767;
  storeAdjointScratch[288] = x768;
  const x771 = ((x564 - x653) + x711) + x763;
  const x772 = q0 * x771;
  storeAdjointScratch[289] = x772;
  const x775 = ((x2 ? x565 : x568) - x610) - x711;
  const x776 = q0 * x775;
  storeAdjointScratch[290] = x776;
  const x779 = ((x2 ? x568 : x565) - x650) - x763;
  const x780 = q0 * x779;
  storeAdjointScratch[291] = x780;
  const x788 = w5 * q0;
  storeAdjointScratch[292] = x788;
  const x790 = x2 ? x788 : 0;
  const x791 = x2 ? 0 : x788;
  const x794 = w4 * q0;
  storeAdjointScratch[293] = x794;
  let x798: number;
  let x799: number;
  if (x2) {
    x798 = x791 + x794;
    x799 = x790;
  } else {
    x798 = x791;
    x799 = x790 + x794;
  }
  storeAdjointScratch[294] = x798;
  storeAdjointScratch[295] = x799;
  const x802 = w3 * q0;
  storeAdjointScratch[296] = x802;
  const x803 = x802 - x788;
  storeAdjointScratch[297] = x803;
  const x804 = x802 - x794;
  storeAdjointScratch[298] = x804;
  const x807 = (((w5 * x779) + (w4 * x775)) + (w3 * x771)) + (w1 * x767);
  storeAdjointScratch[299] = x807;
  const x808 = w1 * q0;
  storeAdjointScratch[300] = x808;
  const x809 = x808 - x802;
  storeAdjointScratch[301] = x809;
  const x810 = x808 - x788;
  storeAdjointScratch[302] = x810;
  const x811 = x808 - x794;
  storeAdjointScratch[303] = x811;
}

function storeAdjoint2(q: Float64Array, v: Float64Array, w: Float64Array, f: Float64Array, qs: Float64Array, vs: Float64Array): void {
  const x716 = storeAdjointScratch[261]!;
  const x738 = storeAdjointScratch[276]!;
  const x803 = storeAdjointScratch[297]!;
  const x745 = storeAdjointScratch[282]!;
  const x741 = storeAdjointScratch[278]!;
  const x743 = storeAdjointScratch[280]!;
  const x740 = storeAdjointScratch[277]!;
  const x744 = storeAdjointScratch[281]!;
  const q96 = q[96]!;
  const x742 = storeAdjointScratch[279]!;
  const q102 = q[102]!;
  const x727 = storeAdjointScratch[269]!;
  const x734 = storeAdjointScratch[275]!;
  const x730 = storeAdjointScratch[271]!;
  const x732 = storeAdjointScratch[273]!;
  const x729 = storeAdjointScratch[270]!;
  const x733 = storeAdjointScratch[274]!;
  const q95 = q[95]!;
  const x731 = storeAdjointScratch[272]!;
  const q101 = q[101]!;
  const x717 = storeAdjointScratch[262]!;
  const x724 = storeAdjointScratch[268]!;
  const x720 = storeAdjointScratch[264]!;
  const x722 = storeAdjointScratch[266]!;
  const x719 = storeAdjointScratch[263]!;
  const x723 = storeAdjointScratch[267]!;
  const q94 = q[94]!;
  const x721 = storeAdjointScratch[265]!;
  const q100 = q[100]!;
  const x761 = storeAdjointScratch[287]!;
  const x715 = storeAdjointScratch[260]!;
  const x759 = storeAdjointScratch[286]!;
  const x755 = storeAdjointScratch[285]!;
  const q99 = q[99]!;
  const x752 = storeAdjointScratch[284]!;
  const q98 = q[98]!;
  const x750 = storeAdjointScratch[283]!;
  const q97 = q[97]!;
  const x658 = storeAdjointScratch[233]!;
  const x686 = storeAdjointScratch[248]!;
  const x804 = storeAdjointScratch[298]!;
  const x693 = storeAdjointScratch[254]!;
  const x689 = storeAdjointScratch[250]!;
  const x691 = storeAdjointScratch[252]!;
  const x688 = storeAdjointScratch[249]!;
  const x692 = storeAdjointScratch[253]!;
  const x690 = storeAdjointScratch[251]!;
  const q105 = q[105]!;
  const x673 = storeAdjointScratch[241]!;
  const x680 = storeAdjointScratch[247]!;
  const x676 = storeAdjointScratch[243]!;
  const x678 = storeAdjointScratch[245]!;
  const x675 = storeAdjointScratch[242]!;
  const x679 = storeAdjointScratch[246]!;
  const x677 = storeAdjointScratch[244]!;
  const q104 = q[104]!;
  const x661 = storeAdjointScratch[234]!;
  const x668 = storeAdjointScratch[240]!;
  const x664 = storeAdjointScratch[236]!;
  const x666 = storeAdjointScratch[238]!;
  const x663 = storeAdjointScratch[235]!;
  const x667 = storeAdjointScratch[239]!;
  const x665 = storeAdjointScratch[237]!;
  const q103 = q[103]!;
  const x709 = storeAdjointScratch[259]!;
  const x657 = storeAdjointScratch[232]!;
  const x707 = storeAdjointScratch[258]!;
  const x703 = storeAdjointScratch[257]!;
  const x700 = storeAdjointScratch[256]!;
  const x698 = storeAdjointScratch[255]!;
  const x809 = storeAdjointScratch[301]!;
  const x652 = storeAdjointScratch[231]!;
  const q81 = q[81]!;
  const x573 = storeAdjointScratch[201]!;
  const x615 = storeAdjointScratch[217]!;
  const x788 = storeAdjointScratch[292]!;
  const x808 = storeAdjointScratch[300]!;
  const x625 = storeAdjointScratch[222]!;
  const x619 = storeAdjointScratch[219]!;
  const x624 = storeAdjointScratch[221]!;
  const q84 = q[84]!;
  const x622 = storeAdjointScratch[220]!;
  const x617 = storeAdjointScratch[218]!;
  const x810 = storeAdjointScratch[302]!;
  const x613 = storeAdjointScratch[216]!;
  const q82 = q[82]!;
  const x631 = storeAdjointScratch[223]!;
  const x646 = storeAdjointScratch[230]!;
  const x644 = storeAdjointScratch[229]!;
  const x639 = storeAdjointScratch[226]!;
  const x643 = storeAdjointScratch[228]!;
  const x641 = storeAdjointScratch[227]!;
  const x635 = storeAdjointScratch[225]!;
  const x632 = storeAdjointScratch[224]!;
  const q79 = q[79]!;
  const x574 = storeAdjointScratch[202]!;
  const x794 = storeAdjointScratch[293]!;
  const x585 = storeAdjointScratch[207]!;
  const x579 = storeAdjointScratch[204]!;
  const x584 = storeAdjointScratch[206]!;
  const x582 = storeAdjointScratch[205]!;
  const x576 = storeAdjointScratch[203]!;
  const x811 = storeAdjointScratch[303]!;
  const x571 = storeAdjointScratch[200]!;
  const q83 = q[83]!;
  const x591 = storeAdjointScratch[208]!;
  const x606 = storeAdjointScratch[215]!;
  const x604 = storeAdjointScratch[214]!;
  const x599 = storeAdjointScratch[211]!;
  const x603 = storeAdjointScratch[213]!;
  const x601 = storeAdjointScratch[212]!;
  const x595 = storeAdjointScratch[210]!;
  const x592 = storeAdjointScratch[209]!;
  const q80 = q[80]!;
  const x798 = storeAdjointScratch[294]!;
  const x799 = storeAdjointScratch[295]!;
  const x802 = storeAdjointScratch[296]!;
  let x937: number;
  let x938: number;
  let x939: number;
  let x940: number;
  let x941: number;
  let x942: number;
  let x943: number;
  let x944: number;
  let x945: number;
  let x946: number;
  if (x716) {
    let x841: number;
    let x842: number;
    let x843: number;
    let x844: number;
    if (x738) {
      const x813 = x803 * x741;
      let x821: number;
      if ((x743 !== 0)) {
        x821 = (x740 * x744) / x743;
      } else {
        x821 = x740 * Math.pow(x743, (x740 - 1));
      }
      let x827: number;
      if ((x743 > 0)) {
        x827 = x744 * Math.log(x743);
      } else {
        x827 = 0;
      }
      const x830 = (x813 * x821) / q96;
      const x833 = (x803 * x745) / x740;
      x841 = x830;
      x842 = (x833 * q102) - (x830 * x742);
      x843 = (x833 * x741) + (x813 * x827);
      x844 = x833 * q96;
    } else {
      x841 = 0;
      x842 = 0;
      x843 = 0;
      x844 = 0;
    }
    let x875: number;
    let x876: number;
    let x877: number;
    let x878: number;
    if (x727) {
      const x846 = x803 * x730;
      let x854: number;
      if ((x732 !== 0)) {
        x854 = (x729 * x733) / x732;
      } else {
        x854 = x729 * Math.pow(x732, (x729 - 1));
      }
      let x860: number;
      if ((x732 > 0)) {
        x860 = x733 * Math.log(x732);
      } else {
        x860 = 0;
      }
      const x863 = (x846 * x854) / q95;
      const x867 = (x803 * x734) / x729;
      x875 = x841 + x863;
      x876 = (x867 * q101) - (x863 * x731);
      x877 = (x867 * x730) + (x846 * x860);
      x878 = x867 * q95;
    } else {
      x875 = x841;
      x876 = 0;
      x877 = 0;
      x878 = 0;
    }
    let x909: number;
    let x910: number;
    let x911: number;
    let x912: number;
    if (x717) {
      const x880 = x803 * x720;
      let x888: number;
      if ((x722 !== 0)) {
        x888 = (x719 * x723) / x722;
      } else {
        x888 = x719 * Math.pow(x722, (x719 - 1));
      }
      let x894: number;
      if ((x722 > 0)) {
        x894 = x723 * Math.log(x722);
      } else {
        x894 = 0;
      }
      const x897 = (x880 * x888) / q94;
      const x901 = (x803 * x724) / x719;
      x909 = x875 + x897;
      x910 = (x901 * q100) - (x897 * x721);
      x911 = (x901 * x720) + (x880 * x894);
      x912 = x901 * q94;
    } else {
      x909 = x875;
      x910 = 0;
      x911 = 0;
      x912 = 0;
    }
    x937 = x909;
    x938 = x842;
    x939 = x843;
    x940 = x844;
    x941 = x876;
    x942 = x877;
    x943 = x878;
    x944 = x910;
    x945 = x911;
    x946 = x912;
  } else {
    const x914 = x803 * x715;
    const x918 = (x914 * x715) * 0.5;
    const x919 = x918 / q96;
    const x925 = x918 / q95;
    const x931 = x918 / q94;
    x937 = (x803 * x761) + (x914 * x759);
    x938 = -(x919 * x755);
    x939 = x919 * q102;
    x940 = x914 + (x919 * q99);
    x941 = -(x925 * x752);
    x942 = x925 * q101;
    x943 = x914 + (x925 * q98);
    x944 = -(x931 * x750);
    x945 = x931 * q100;
    x946 = x914 + (x931 * q97);
  }
  storeAdjointScratch[304] = x940;
  storeAdjointScratch[305] = x943;
  storeAdjointScratch[306] = x946;
  let x1085: number;
  let x1086: number;
  let x1087: number;
  let x1088: number;
  let x1089: number;
  let x1090: number;
  let x1091: number;
  let x1092: number;
  let x1093: number;
  let x1094: number;
  if (x658) {
    let x979: number;
    let x980: number;
    let x981: number;
    let x982: number;
    if (x686) {
      const x949 = x804 * x689;
      let x957: number;
      if ((x691 !== 0)) {
        x957 = (x688 * x692) / x691;
      } else {
        x957 = x688 * Math.pow(x691, (x688 - 1));
      }
      let x963: number;
      if ((x691 > 0)) {
        x963 = x692 * Math.log(x691);
      } else {
        x963 = 0;
      }
      const x966 = (x949 * x957) / q96;
      const x970 = (x804 * x693) / x688;
      x979 = x966;
      x980 = (x938 - (x966 * x690)) + (x970 * q105);
      x981 = x939 + ((x970 * x689) + (x949 * x963));
      x982 = x970 * q96;
    } else {
      x979 = 0;
      x980 = x938;
      x981 = x939;
      x982 = 0;
    }
    let x1015: number;
    let x1016: number;
    let x1017: number;
    let x1018: number;
    if (x673) {
      const x984 = x804 * x676;
      let x992: number;
      if ((x678 !== 0)) {
        x992 = (x675 * x679) / x678;
      } else {
        x992 = x675 * Math.pow(x678, (x675 - 1));
      }
      let x998: number;
      if ((x678 > 0)) {
        x998 = x679 * Math.log(x678);
      } else {
        x998 = 0;
      }
      const x1001 = (x984 * x992) / q95;
      const x1006 = (x804 * x680) / x675;
      x1015 = x979 + x1001;
      x1016 = (x941 - (x1001 * x677)) + (x1006 * q104);
      x1017 = x942 + ((x1006 * x676) + (x984 * x998));
      x1018 = x1006 * q95;
    } else {
      x1015 = x979;
      x1016 = x941;
      x1017 = x942;
      x1018 = 0;
    }
    let x1051: number;
    let x1052: number;
    let x1053: number;
    let x1054: number;
    if (x661) {
      const x1020 = x804 * x664;
      let x1028: number;
      if ((x666 !== 0)) {
        x1028 = (x663 * x667) / x666;
      } else {
        x1028 = x663 * Math.pow(x666, (x663 - 1));
      }
      let x1034: number;
      if ((x666 > 0)) {
        x1034 = x667 * Math.log(x666);
      } else {
        x1034 = 0;
      }
      const x1037 = (x1020 * x1028) / q94;
      const x1042 = (x804 * x668) / x663;
      x1051 = x1015 + x1037;
      x1052 = (x944 - (x1037 * x665)) + (x1042 * q103);
      x1053 = x945 + ((x1042 * x664) + (x1020 * x1034));
      x1054 = x1042 * q94;
    } else {
      x1051 = x1015;
      x1052 = x944;
      x1053 = x945;
      x1054 = 0;
    }
    x1085 = x1051;
    x1086 = x980;
    x1087 = x981;
    x1088 = x982;
    x1089 = x1016;
    x1090 = x1017;
    x1091 = x1018;
    x1092 = x1052;
    x1093 = x1053;
    x1094 = x1054;
  } else {
    const x1056 = x804 * x657;
    const x1060 = (x1056 * x657) * 0.5;
    const x1061 = x1060 / q96;
    const x1069 = x1060 / q95;
    const x1077 = x1060 / q94;
    x1085 = (x804 * x709) + (x1056 * x707);
    x1086 = x938 - (x1061 * x703);
    x1087 = x939 + (x1061 * q105);
    x1088 = x1056 + (x1061 * q99);
    x1089 = x941 - (x1069 * x700);
    x1090 = x942 + (x1069 * q104);
    x1091 = x1056 + (x1069 * q98);
    x1092 = x944 - (x1077 * x698);
    x1093 = x945 + (x1077 * q103);
    x1094 = x1056 + (x1077 * q97);
  }
  storeAdjointScratch[307] = x1086;
  storeAdjointScratch[308] = x1087;
  storeAdjointScratch[309] = x1088;
  storeAdjointScratch[310] = x1089;
  storeAdjointScratch[311] = x1090;
  storeAdjointScratch[312] = x1091;
  storeAdjointScratch[313] = x1092;
  storeAdjointScratch[314] = x1093;
  storeAdjointScratch[315] = x1094;
  const x1097 = x809 * x652;
  storeAdjointScratch[316] = x1097;
  const x1098 = x809 * q81;
  const x1100 = (x937 + x1085) - x1098;
  storeAdjointScratch[317] = x1100;
  let x1159: number;
  let x1160: number;
  let x1161: number;
  if (x573) {
    let x1121: number;
    let x1122: number;
    let x1123: number;
    if (x615) {
      const x1101 = x788 - x808;
      const x1102 = x1101 * x625;
      let x1106: number;
      if ((x624 > 0)) {
        x1106 = 0.5 / x624;
      } else {
        x1106 = 0;
      }
      const x1109 = ((x1101 * x619) * x1106) / q84;
      x1121 = (x1109 * x622) + (x1102 * x617);
      x1122 = -(x1109 * 4);
      x1123 = (x1102 * q84) * 0.5;
    } else {
      x1121 = 0;
      x1122 = x810 * q82;
      x1123 = x810 * x613;
    }
    x1159 = x1121;
    x1160 = x1122;
    x1161 = x1123;
  } else {
    let x1156: number;
    let x1157: number;
    let x1158: number;
    if (x631) {
      const x1125 = x810 * q82;
      let x1133: number;
      if ((x643 > 0)) {
        x1133 = 0.5 / x643;
      } else {
        x1133 = 0;
      }
      const x1136 = ((x1125 * x639) * x1133) / q84;
      const x1144 = ((x1136 * 4) - x1125) * 0.5;
      let x1148: number;
      if ((x635 > 0)) {
        x1148 = 0.5 / x635;
      } else {
        x1148 = 0;
      }
      const x1151 = (x1144 * x1148) * x632;
      x1156 = x810 * x646;
      x1157 = (-(x1136 * x641)) - ((x1125 * x644) * 0.5);
      x1158 = x1125 + ((x1144 - x1151) - x1151);
    } else {
      x1156 = 0;
      x1157 = 0;
      x1158 = 0;
    }
    x1159 = x1157;
    x1160 = x1158;
    x1161 = x1156;
  }
  storeAdjointScratch[318] = x1161;
  const x1162 = x810 * x613;
  storeAdjointScratch[319] = x1162;
  const x1164 = x1160 + (x810 * q79);
  const x1167 = (-x937) - x1164;
  storeAdjointScratch[320] = x1167;
  let x1228: number;
  let x1229: number;
  let x1230: number;
  if (x573) {
    let x1189: number;
    let x1190: number;
    let x1191: number;
    if (x574) {
      const x1168 = x794 - x808;
      const x1169 = x1168 * x585;
      let x1173: number;
      if ((x584 > 0)) {
        x1173 = 0.5 / x584;
      } else {
        x1173 = 0;
      }
      const x1176 = ((x1168 * x579) * x1173) / q84;
      x1189 = (x1159 + (x1176 * x582)) + (x1169 * x576);
      x1190 = -(x1176 * 4);
      x1191 = (x1169 * q84) * 0.5;
    } else {
      x1189 = x1159;
      x1190 = x811 * q83;
      x1191 = x811 * x571;
    }
    x1228 = x1189;
    x1229 = x1190;
    x1230 = x1191;
  } else {
    let x1225: number;
    let x1226: number;
    let x1227: number;
    if (x591) {
      const x1193 = x811 * q83;
      let x1201: number;
      if ((x603 > 0)) {
        x1201 = 0.5 / x603;
      } else {
        x1201 = 0;
      }
      const x1204 = ((x1193 * x599) * x1201) / q84;
      const x1213 = ((x1204 * 4) - x1193) * 0.5;
      let x1217: number;
      if ((x595 > 0)) {
        x1217 = 0.5 / x595;
      } else {
        x1217 = 0;
      }
      const x1220 = (x1213 * x1217) * x592;
      x1225 = x811 * x606;
      x1226 = (x1159 - (x1204 * x601)) - ((x1193 * x604) * 0.5);
      x1227 = x1193 + ((x1213 - x1220) - x1220);
    } else {
      x1225 = 0;
      x1226 = x1159;
      x1227 = 0;
    }
    x1228 = x1226;
    x1229 = x1227;
    x1230 = x1225;
  }
  storeAdjointScratch[321] = x1228;
  storeAdjointScratch[322] = x1230;
  const x1231 = x811 * x571;
  storeAdjointScratch[323] = x1231;
  const x1233 = x1229 + (x811 * q80);
  const x1234 = (x1098 + x1164) + x1233;
  storeAdjointScratch[324] = x1234;
  const x1236 = (-x1085) - x1233;
  storeAdjointScratch[325] = x1236;
  const x1238 = x798 - x799;
  storeAdjointScratch[326] = x1238;
  const x1239 = x808 - x799;
  storeAdjointScratch[327] = x1239;
  const x1240 = x802 - x799;
  storeAdjointScratch[328] = x1240;
}

function storeAdjoint3(q: Float64Array, v: Float64Array, w: Float64Array, f: Float64Array, qs: Float64Array, vs: Float64Array): void {
  const x152 = storeAdjointScratch[43]!;
  const x799 = storeAdjointScratch[295]!;
  const x802 = storeAdjointScratch[296]!;
  const x1239 = storeAdjointScratch[327]!;
  const x163 = storeAdjointScratch[47]!;
  const x162 = storeAdjointScratch[46]!;
  const q7 = q[7]!;
  const x166 = storeAdjointScratch[48]!;
  const x171 = storeAdjointScratch[51]!;
  const x167 = storeAdjointScratch[49]!;
  const x170 = storeAdjointScratch[50]!;
  const x45 = storeAdjointScratch[14]!;
  const q20 = q[20]!;
  const x174 = storeAdjointScratch[53]!;
  const x182 = storeAdjointScratch[56]!;
  const x1238 = storeAdjointScratch[326]!;
  const x185 = storeAdjointScratch[57]!;
  const x160 = storeAdjointScratch[45]!;
  const x180 = storeAdjointScratch[55]!;
  const x176 = storeAdjointScratch[54]!;
  const x204 = storeAdjointScratch[66]!;
  const x208 = storeAdjointScratch[67]!;
  const x196 = storeAdjointScratch[62]!;
  const x210 = storeAdjointScratch[68]!;
  const x226 = storeAdjointScratch[75]!;
  const x221 = storeAdjointScratch[72]!;
  const x224 = storeAdjointScratch[74]!;
  const x190 = storeAdjointScratch[58]!;
  const x192 = storeAdjointScratch[59]!;
  const x223 = storeAdjointScratch[73]!;
  const x5 = storeAdjointScratch[1]!;
  const x219 = storeAdjointScratch[71]!;
  const x215 = storeAdjointScratch[70]!;
  const x173 = storeAdjointScratch[52]!;
  const x212 = storeAdjointScratch[69]!;
  const x202 = storeAdjointScratch[65]!;
  const x201 = storeAdjointScratch[64]!;
  const x199 = storeAdjointScratch[63]!;
  const x105 = storeAdjointScratch[30]!;
  const x195 = storeAdjointScratch[61]!;
  const x193 = storeAdjointScratch[60]!;
  const x39 = storeAdjointScratch[12]!;
  const x153 = storeAdjointScratch[44]!;
  const x149 = storeAdjointScratch[42]!;
  const x798 = storeAdjointScratch[294]!;
  const x526 = storeAdjointScratch[188]!;
  const x535 = storeAdjointScratch[191]!;
  const x460 = storeAdjointScratch[158]!;
  const x533 = storeAdjointScratch[189]!;
  const x534 = storeAdjointScratch[190]!;
  const x506 = storeAdjointScratch[180]!;
  const x538 = storeAdjointScratch[192]!;
  const x551 = storeAdjointScratch[197]!;
  const x554 = storeAdjointScratch[199]!;
  const x553 = storeAdjointScratch[198]!;
  const x511 = storeAdjointScratch[181]!;
  const x540 = storeAdjointScratch[194]!;
  const x546 = storeAdjointScratch[196]!;
  const x490 = storeAdjointScratch[172]!;
  const x544 = storeAdjointScratch[195]!;
  const x539 = storeAdjointScratch[193]!;
  const x808 = storeAdjointScratch[300]!;
  const x1240 = storeAdjointScratch[328]!;
  const x520 = storeAdjointScratch[187]!;
  const x518 = storeAdjointScratch[186]!;
  const x517 = storeAdjointScratch[185]!;
  const x515 = storeAdjointScratch[184]!;
  const x513 = storeAdjointScratch[183]!;
  const x512 = storeAdjointScratch[182]!;
  const x505 = storeAdjointScratch[179]!;
  const x411 = storeAdjointScratch[141]!;
  const x491 = storeAdjointScratch[173]!;
  const x503 = storeAdjointScratch[177]!;
  const x504 = storeAdjointScratch[178]!;
  const x502 = storeAdjointScratch[176]!;
  const x493 = storeAdjointScratch[174]!;
  const x495 = storeAdjointScratch[175]!;
  const x376 = storeAdjointScratch[126]!;
  const x482 = storeAdjointScratch[170]!;
  const x486 = storeAdjointScratch[171]!;
  const x479 = storeAdjointScratch[169]!;
  const x476 = storeAdjointScratch[168]!;
  const q11 = q[11]!;
  const x475 = storeAdjointScratch[167]!;
  const x468 = storeAdjointScratch[163]!;
  const x474 = storeAdjointScratch[166]!;
  const x375 = storeAdjointScratch[125]!;
  const x472 = storeAdjointScratch[165]!;
  const x461 = storeAdjointScratch[159]!;
  const q14 = q[14]!;
  const x469 = storeAdjointScratch[164]!;
  const x463 = storeAdjointScratch[160]!;
  const x466 = storeAdjointScratch[162]!;
  const x465 = storeAdjointScratch[161]!;
  const q78 = q[78]!;
  const x458 = storeAdjointScratch[157]!;
  const x457 = storeAdjointScratch[156]!;
  const x455 = storeAdjointScratch[154]!;
  const x456 = storeAdjointScratch[155]!;
  const x454 = storeAdjointScratch[153]!;
  const x450 = storeAdjointScratch[151]!;
  const x453 = storeAdjointScratch[152]!;
  const x449 = storeAdjointScratch[150]!;
  const x443 = storeAdjointScratch[149]!;
  const x438 = storeAdjointScratch[148]!;
  const x410 = storeAdjointScratch[140]!;
  const x427 = storeAdjointScratch[144]!;
  const x429 = storeAdjointScratch[145]!;
  const x434 = storeAdjointScratch[147]!;
  const x433 = storeAdjointScratch[146]!;
  const x420 = storeAdjointScratch[143]!;
  const q71 = q[71]!;
  const x414 = storeAdjointScratch[142]!;
  const x408 = storeAdjointScratch[139]!;
  const x407 = storeAdjointScratch[138]!;
  const x405 = storeAdjointScratch[136]!;
  const x406 = storeAdjointScratch[137]!;
  const x402 = storeAdjointScratch[135]!;
  const q77 = q[77]!;
  const x399 = storeAdjointScratch[134]!;
  const x396 = storeAdjointScratch[133]!;
  const x385 = storeAdjointScratch[129]!;
  const x391 = storeAdjointScratch[132]!;
  const x389 = storeAdjointScratch[130]!;
  const x390 = storeAdjointScratch[131]!;
  const q76 = q[76]!;
  const x382 = storeAdjointScratch[128]!;
  const x381 = storeAdjointScratch[127]!;
  const x374 = storeAdjointScratch[124]!;
  const x363 = storeAdjointScratch[119]!;
  const x368 = storeAdjointScratch[121]!;
  const x370 = storeAdjointScratch[122]!;
  const x371 = storeAdjointScratch[123]!;
  const x367 = storeAdjointScratch[120]!;
  const q74 = q[74]!;
  const x361 = storeAdjointScratch[118]!;
  const x355 = storeAdjointScratch[116]!;
  const x356 = storeAdjointScratch[117]!;
  const x348 = storeAdjointScratch[113]!;
  const x353 = storeAdjointScratch[114]!;
  const x354 = storeAdjointScratch[115]!;
  const q10 = q[10]!;
  const x347 = storeAdjointScratch[112]!;
  const x43 = storeAdjointScratch[13]!;
  const x343 = storeAdjointScratch[111]!;
  const x280 = storeAdjointScratch[94]!;
  const x339 = storeAdjointScratch[110]!;
  const q39 = q[39]!;
  const x25 = storeAdjointScratch[5]!;
  const q38 = q[38]!;
  const q22 = q[22]!;
  const q30 = q[30]!;
  const x325 = storeAdjointScratch[109]!;
  const q29 = q[29]!;
  const q18 = q[18]!;
  const x320 = storeAdjointScratch[108]!;
  const x292 = storeAdjointScratch[102]!;
  const q26 = q[26]!;
  const q23 = q[23]!;
  const q21 = q[21]!;
  const x308 = storeAdjointScratch[107]!;
  const q33 = q[33]!;
  const x306 = storeAdjointScratch[106]!;
  const x298 = storeAdjointScratch[103]!;
  const x304 = storeAdjointScratch[104]!;
  const x305 = storeAdjointScratch[105]!;
  const q32 = q[32]!;
  const x291 = storeAdjointScratch[101]!;
  const x289 = storeAdjointScratch[100]!;
  const x286 = storeAdjointScratch[98]!;
  const x288 = storeAdjointScratch[99]!;
  const x267 = storeAdjointScratch[87]!;
  const x285 = storeAdjointScratch[97]!;
  const q5 = q[5]!;
  const x283 = storeAdjointScratch[96]!;
  const q6 = q[6]!;
  const x282 = storeAdjointScratch[95]!;
  const x279 = storeAdjointScratch[93]!;
  const x277 = storeAdjointScratch[92]!;
  const x273 = storeAdjointScratch[90]!;
  const x275 = storeAdjointScratch[91]!;
  const x256 = storeAdjointScratch[82]!;
  const x271 = storeAdjointScratch[89]!;
  const x269 = storeAdjointScratch[88]!;
  const x266 = storeAdjointScratch[86]!;
  const x244 = storeAdjointScratch[77]!;
  const x259 = storeAdjointScratch[83]!;
  const x264 = storeAdjointScratch[84]!;
  const x265 = storeAdjointScratch[85]!;
  const q28 = q[28]!;
  const x255 = storeAdjointScratch[81]!;
  const x248 = storeAdjointScratch[78]!;
  const x253 = storeAdjointScratch[79]!;
  const x254 = storeAdjointScratch[80]!;
  const q25 = q[25]!;
  const x243 = storeAdjointScratch[76]!;
  const q12 = q[12]!;
  const x115 = storeAdjointScratch[31]!;
  const x142 = storeAdjointScratch[41]!;
  const x138 = storeAdjointScratch[40]!;
  const x124 = storeAdjointScratch[33]!;
  const x135 = storeAdjointScratch[39]!;
  const x131 = storeAdjointScratch[37]!;
  const x133 = storeAdjointScratch[38]!;
  const x130 = storeAdjointScratch[36]!;
  const x129 = storeAdjointScratch[35]!;
  const x127 = storeAdjointScratch[34]!;
  const x123 = storeAdjointScratch[32]!;
  const q73 = q[73]!;
  const x87 = storeAdjointScratch[29]!;
  const x79 = storeAdjointScratch[25]!;
  const x80 = storeAdjointScratch[26]!;
  const x84 = storeAdjointScratch[27]!;
  const x85 = storeAdjointScratch[28]!;
  const x70 = storeAdjointScratch[22]!;
  const x77 = storeAdjointScratch[23]!;
  const x78 = storeAdjointScratch[24]!;
  const q52 = q[52]!;
  const x63 = storeAdjointScratch[21]!;
  const x46 = storeAdjointScratch[15]!;
  const x61 = storeAdjointScratch[19]!;
  const x62 = storeAdjointScratch[20]!;
  const x54 = storeAdjointScratch[18]!;
  const q48 = q[48]!;
  const x53 = storeAdjointScratch[17]!;
  const x51 = storeAdjointScratch[16]!;
  const q53 = q[53]!;
  const q17 = q[17]!;
  const x27 = storeAdjointScratch[6]!;
  const x34 = storeAdjointScratch[9]!;
  const x35 = storeAdjointScratch[10]!;
  const x30 = storeAdjointScratch[7]!;
  const x31 = storeAdjointScratch[8]!;
  const q13 = q[13]!;
  const x37 = storeAdjointScratch[11]!;
  const x24 = storeAdjointScratch[4]!;
  const x20 = storeAdjointScratch[3]!;
  const x14 = storeAdjointScratch[2]!;
  const x1100 = storeAdjointScratch[317]!;
  const x1234 = storeAdjointScratch[324]!;
  let x1939: number;
  let x1940: number;
  let x1941: number;
  let x1942: number;
  let x1943: number;
  let x1944: number;
  let x1945: number;
  let x1946: number;
  let x1947: number;
  let x1948: number;
  let x1949: number;
  let x1950: number;
  let x1951: number;
  let x1952: number;
  let x1953: number;
  let x1954: number;
  let x1955: number;
  let x1956: number;
  let x1957: number;
  let x1958: number;
  let x1959: number;
  let x1960: number;
  let x1961: number;
  let x1962: number;
  let x1963: number;
  let x1964: number;
  let x1965: number;
  let x1966: number;
  let x1967: number;
  let x1968: number;
  let x1969: number;
  let x1970: number;
  let x1971: number;
  let x1972: number;
  let x1973: number;
  let x1974: number;
  let x1975: number;
  let x1976: number;
  let x1977: number;
  let x1978: number;
  let x1979: number;
  let x1980: number;
  let x1981: number;
  let x1982: number;
  let x1983: number;
  let x1984: number;
  if (x152) {
    const x1241 = x799 - x802;
    const x1242 = x1239 + x1241;
    let x1379: number;
    let x1380: number;
    let x1381: number;
    let x1382: number;
    let x1383: number;
    let x1384: number;
    let x1385: number;
    let x1386: number;
    if (x163) {
      x1379 = x1242 * x162;
      x1380 = x1242 * q7;
      x1381 = 0;
      x1382 = 0;
      x1383 = 0;
      x1384 = 0;
      x1385 = 0;
      x1386 = 0;
    } else {
      let x1371: number;
      let x1372: number;
      let x1373: number;
      let x1374: number;
      let x1375: number;
      let x1376: number;
      let x1377: number;
      let x1378: number;
      if (x166) {
        const x1245 = x1242 * x171;
        const x1246 = x1242 * x167;
        let x1250: number;
        if ((x170 > 0)) {
          x1250 = 0.5 / x170;
        } else {
          x1250 = 0;
        }
        const x1251 = x1246 * x1250;
        const x1252 = x1251 * x45;
        x1371 = (x1252 - x1246) + x1252;
        x1372 = x1251;
        x1373 = x1245 * q20;
        x1374 = x1245 * q7;
        x1375 = 0;
        x1376 = 0;
        x1377 = 0;
        x1378 = 0;
      } else {
        let x1360: number;
        let x1361: number;
        let x1362: number;
        let x1363: number;
        let x1364: number;
        let x1365: number;
        if (x174) {
          let x1262: number;
          if (x182) {
            x1262 = x1241 + (x1238 * 0.4);
          } else {
            let x1261: number;
            if (x185) {
              x1261 = x1241 + (x1238 * 0.5);
            } else {
              x1261 = x1241;
            }
            x1262 = x1261;
          }
          const x1268 = x1242 * q7;
          x1360 = x1262 * x180;
          x1361 = ((x1262 * x160) * (-0.6666666666666666)) + (x1242 * x176);
          x1362 = x1268;
          x1363 = -(x1268 * 0.3333333333333333);
          x1364 = 0;
          x1365 = 0;
        } else {
          let x1323: number;
          let x1324: number;
          let x1325: number;
          let x1326: number;
          let x1327: number;
          let x1328: number;
          let x1329: number;
          if (x204) {
            const x1274 = x1238 * x196;
            x1323 = x1238 * x208;
            x1324 = -(x1274 * 3);
            x1325 = -x1274;
            x1326 = x1274 * 2;
            x1327 = 0;
            x1328 = 0;
            x1329 = x1241;
          } else {
            let x1317: number;
            let x1318: number;
            let x1319: number;
            let x1320: number;
            let x1321: number;
            let x1322: number;
            if (x210) {
              const x1280 = x1238 * x196;
              const x1284 = x1280 * x224;
              const x1286 = (x1280 * x221) / x190;
              const x1290 = x1286 / x192;
              const x1296 = x1284 * x5;
              x1317 = x1238 * x226;
              x1318 = (x1286 * x224) - x1280;
              x1319 = (((x1280 - x1290) - (x1284 * x219)) - (x1296 * 1.2)) + (x1284 * x215);
              x1320 = x1290 * x223;
              x1321 = ((x1296 * 6) - (x1284 * x212)) - ((x1284 * x173) * 8);
              x1322 = x1241;
            } else {
              x1317 = 0;
              x1318 = 0;
              x1319 = 0;
              x1320 = 0;
              x1321 = 0;
              x1322 = x1241 + (x1238 * 0.5);
            }
            x1323 = x1317;
            x1324 = 0;
            x1325 = x1318;
            x1326 = x1319;
            x1327 = x1320;
            x1328 = x1321;
            x1329 = x1322;
          }
          const x1331 = x1329 * x201;
          const x1335 = x1323 + ((x1329 * x202) * (-2));
          const x1337 = x1242 * q7;
          const x1339 = x1337 * 0.5;
          const x1347 = ((x1324 + x1331) + x1339) / x192;
          const x1352 = (x1325 + x1331) + ((x1327 - (x1347 * x193)) * 3);
          const x1353 = x1347 * x5;
          x1360 = 0;
          x1361 = (x1242 * x199) + ((x1335 * x105) * 0.25);
          x1362 = x1337;
          x1363 = x1328 + (x1352 * 2);
          x1364 = (((x1326 - x1339) + x1353) + x1353) - x1352;
          x1365 = x1335 * x195;
        }
        const x1366 = x1363 / x105;
        x1371 = 0;
        x1372 = 0;
        x1373 = x1361;
        x1374 = 0;
        x1375 = x1360 + x1366;
        x1376 = x1362;
        x1377 = x1364;
        x1378 = x1365 - (x1366 * x173);
      }
      x1379 = x1373;
      x1380 = x1372;
      x1381 = x1371;
      x1382 = x1374;
      x1383 = x1375;
      x1384 = x1376;
      x1385 = x1377;
      x1386 = x1378;
    }
    const x1387 = -x1380;
    const x1388 = x1384 + x1383;
    const x1395 = -x1388;
    let x1399: number;
    let x1400: number;
    let x1401: number;
    if (x153) {
      x1399 = x1387;
      x1400 = x1395;
      x1401 = 0;
    } else {
      x1399 = 0;
      x1400 = x1395 - x1380;
      x1401 = x1380;
    }
    x1939 = x1379;
    x1940 = x1381;
    x1941 = x1382 - (x1383 * x39);
    x1942 = x1385;
    x1943 = x1386;
    x1944 = x1387 - x1388;
    x1945 = x1380 + x1388;
    x1946 = -(x1383 * q20);
    x1947 = x1400;
    x1948 = x1399;
    x1949 = x1401;
    x1950 = 0;
    x1951 = 0;
    x1952 = 0;
    x1953 = 0;
    x1954 = 0;
    x1955 = 0;
    x1956 = 0;
    x1957 = 0;
    x1958 = 0;
    x1959 = 0;
    x1960 = 0;
    x1961 = 0;
    x1962 = 0;
    x1963 = 0;
    x1964 = 0;
    x1965 = 0;
    x1966 = 0;
    x1967 = 0;
    x1968 = 0;
    x1969 = 0;
    x1970 = 0;
    x1971 = 0;
    x1972 = 0;
    x1973 = 0;
    x1974 = 0;
    x1975 = 0;
    x1976 = 0;
    x1977 = 0;
    x1978 = 0;
    x1979 = 0;
    x1980 = 0;
    x1981 = 0;
    x1982 = 0;
    x1983 = 0;
    x1984 = 0;
  } else {
    let x1895: number;
    let x1896: number;
    let x1897: number;
    let x1898: number;
    let x1899: number;
    let x1900: number;
    let x1901: number;
    let x1902: number;
    let x1903: number;
    let x1904: number;
    let x1905: number;
    let x1906: number;
    let x1907: number;
    let x1908: number;
    let x1909: number;
    let x1910: number;
    let x1911: number;
    let x1912: number;
    let x1913: number;
    let x1914: number;
    let x1915: number;
    let x1916: number;
    let x1917: number;
    let x1918: number;
    let x1919: number;
    let x1920: number;
    let x1921: number;
    let x1922: number;
    let x1923: number;
    let x1924: number;
    let x1925: number;
    let x1926: number;
    let x1927: number;
    let x1928: number;
    let x1929: number;
    let x1930: number;
    let x1931: number;
    let x1932: number;
    let x1933: number;
    let x1934: number;
    let x1935: number;
    let x1936: number;
    let x1937: number;
    let x1938: number;
    if (x149) {
      const x1402 = x799 - x798;
      let x1459: number;
      let x1460: number;
      let x1461: number;
      let x1462: number;
      let x1463: number;
      if (x526) {
        const x1404 = x1238 * x460;
        const x1406 = x1404 / x533;
        const x1411 = x1406 * x506;
        x1459 = x1238 * x535;
        x1460 = (x1406 * x534) * 24;
        x1461 = ((-x1411) - x1411) + (x1404 * 0.25);
        x1462 = x1404 * 0.5;
        x1463 = 0;
      } else {
        let x1454: number;
        let x1455: number;
        let x1456: number;
        let x1457: number;
        let x1458: number;
        if (x538) {
          const x1418 = x1402 * x554;
          const x1419 = (x1402 * x551) / x553;
          const x1422 = (x1419 * x554) * x511;
          const x1428 = x1418 * 0.06666666666666667;
          const x1435 = x1418 * x490;
          const x1438 = x1435 * x490;
          const x1447 = (x1435 * 0.3333333333333333) - (x1428 * x506);
          x1454 = (-x1422) - x1422;
          x1455 = x1419 * (-0.5);
          x1456 = (((-(x1428 * x540)) - ((x1438 * 0.3333333333333333) * 4)) + (x1447 * x539)) + ((x1447 * x506) * 2);
          x1457 = ((x1418 * x546) + (x1435 * x544)) + x1438;
          x1458 = 0;
        } else {
          x1454 = 0;
          x1455 = 0;
          x1456 = 0;
          x1457 = 0;
          x1458 = x1402 * (-0.5);
        }
        x1459 = x1455;
        x1460 = x1454;
        x1461 = x1456;
        x1462 = x1457;
        x1463 = x1458;
      }
      const x1467 = x1240 + (x799 - x808);
      const x1468 = (x799 - x802) + x1239;
      const x1469 = (x1463 + x1402) + x1239;
      const x1470 = x1467 * x520;
      const x1471 = x1467 * x518;
      const x1479 = (x1459 + (x1470 * x517)) + (x1469 * x515);
      const x1480 = x1469 * x460;
      const x1485 = ((x1480 * x105) - x1471) / x512;
      const x1491 = x1480 + (x1460 - ((x1485 * x513) * 12));
      const x1498 = (x1461 - (x1491 * 0.5)) + (x1485 * x505);
      const x1504 = ((x1471 * 0.5) + (x1485 * x506)) + (x1498 * x105);
      let x1527: number;
      let x1528: number;
      let x1529: number;
      if (x411) {
        const x1505 = x491 <= x5;
        x1527 = x1505 ? x1504 : 0;
        x1528 = x1505 ? 0 : x1504;
        x1529 = 0;
      } else {
        const x1508 = x1504 / x503;
        const x1509 = x1508 * x504;
        let x1513: number;
        if ((x502 > 0)) {
          x1513 = 0.5 / x502;
        } else {
          x1513 = 0;
        }
        const x1514 = x1509 * x1513;
        const x1518 = x1514 * x493;
        x1527 = ((-(x1514 * 0.08)) - x1509) + ((x1508 * x5) * 2);
        x1528 = (x1508 * x495) - x1509;
        x1529 = (-x1518) - x1518;
      }
      const x1533 = (x1527 + x1529) / x105;
      const x1534 = (x1462 + x1491) + x1533;
      let x1593: number;
      let x1594: number;
      let x1595: number;
      let x1596: number;
      let x1597: number;
      if (x376) {
        let x1547: number;
        let x1548: number;
        let x1549: number;
        if (x482) {
          const x1538 = x1534 * 0.5;
          let x1541: number;
          if ((x486 > 0)) {
            x1541 = 0.5 / x486;
          } else {
            x1541 = 0;
          }
          const x1542 = x1538 * x1541;
          const x1544 = x1542 * x479;
          x1547 = (x1538 + x1544) + x1544;
          x1548 = x1542 * 0.004;
          x1549 = 0;
        } else {
          x1547 = 0;
          x1548 = 0;
          x1549 = x1534;
        }
        const x1550 = x1549 + x1547;
        const x1553 = x1550 * x476;
        const x1559 = ((x1550 * q11) / x475) / x468;
        const x1561 = x1559 * x474;
        const x1563 = x1559 * x375;
        const x1564 = -x1563;
        let x1575: number;
        let x1576: number;
        if (x461) {
          x1575 = x1564;
          x1576 = 0;
        } else {
          x1575 = -(x1563 * x469);
          x1576 = -((x1563 * q14) * 2);
        }
        let x1590: number;
        let x1591: number;
        let x1592: number;
        if (x461) {
          x1590 = (x1561 * x463) - x1553;
          x1591 = (x1561 * q11) * 0.25;
          x1592 = x1576;
        } else {
          const x1581 = x1561 * q20;
          const x1584 = x1581 * q20;
          x1590 = (x1584 * q78) - x1553;
          x1591 = x1584 * q11;
          x1592 = (x1576 + (x1561 * x466)) + (x1581 * x465);
        }
        x1593 = ((x1548 + x1550) - (x1559 * x472)) - x1563;
        x1594 = x1590;
        x1595 = x1575;
        x1596 = x1592;
        x1597 = x1591;
      } else {
        x1593 = x1534;
        x1594 = 0;
        x1595 = 0;
        x1596 = 0;
        x1597 = 0;
      }
      let x1630: number;
      let x1631: number;
      let x1632: number;
      let x1633: number;
      let x1634: number;
      let x1635: number;
      if (x376) {
        const x1600 = (x1479 * q7) / x457;
        const x1601 = x1600 * x458;
        let x1617: number;
        if ((x450 !== 0)) {
          x1617 = (0.7 * x453) / x450;
        } else {
          x1617 = 0.7 * Math.pow(x450, (-0.30000000000000004));
        }
        const x1619 = ((((((x1600 - x1601) / x455) * x456) / x454) * x455) * x1617) / x449;
        let x1626: number;
        let x1627: number;
        if (x443) {
          x1626 = x1593 + x1619;
          x1627 = x1619;
        } else {
          x1626 = x1593 + x1619;
          x1627 = 0;
        }
        const x1628 = x1627 * 4;
        x1630 = x1479 * x458;
        x1631 = -x1601;
        x1632 = -((x1619 * x450) * 200000000);
        x1633 = x1626;
        x1634 = -x1628;
        x1635 = x1628;
      } else {
        x1630 = x1479;
        x1631 = 0;
        x1632 = 0;
        x1633 = x1593;
        x1634 = 0;
        x1635 = 0;
      }
      const x1636 = x1468 * x438;
      const x1637 = x1468 * x410;
      const x1639 = x1634 - x1637;
      let x1652: number;
      let x1653: number;
      let x1654: number;
      if (x427) {
        x1652 = x429 ? x1637 : 0;
        x1653 = x1596;
        x1654 = 0;
      } else {
        const x1643 = x1637 * q20;
        let x1647: number;
        if ((x433 > 0)) {
          x1647 = 0.5 / x433;
        } else {
          x1647 = 0;
        }
        const x1648 = x1643 * x1647;
        const x1649 = x1648 * x45;
        x1652 = x1648;
        x1653 = x1596 + (x1637 * x434);
        x1654 = (x1649 - x1643) + x1649;
      }
      const x1656 = x1633 - x1652;
      const x1657 = x1637 - x1652;
      let x1678: number;
      let x1679: number;
      if (x411) {
        x1678 = x1639 + x1657;
        x1679 = x1652;
      } else {
        const x1661 = (x1652 - x1637) * 0.5;
        let x1664: number;
        if ((x420 > 0)) {
          x1664 = 0.5 / x420;
        } else {
          x1664 = 0;
        }
        const x1665 = x1661 * x1664;
        const x1672 = x1665 * x414;
        const x1674 = (x1661 + x1672) + x1672;
        x1678 = ((x1639 + x1657) + ((x1665 * 0.08) * ((q71 < 0) ? (-1) : 1))) + x1674;
        x1679 = x1652 - x1674;
      }
      let x1733: number;
      let x1734: number;
      let x1735: number;
      let x1736: number;
      let x1737: number;
      let x1738: number;
      let x1739: number;
      if (x376) {
        const x1683 = (x1636 * q7) / x407;
        const x1684 = x1683 * x408;
        const x1689 = ((x1683 - x1684) / x405) * x406;
        const x1691 = x1689 * 0.5;
        let x1694: number;
        if ((x402 > 0)) {
          x1694 = 0.5 / x402;
        } else {
          x1694 = 0;
        }
        const x1695 = x1691 * x1694;
        const x1700 = x1695 * x396;
        const x1702 = (x1691 + x1700) + x1700;
        const x1705 = ((x1695 * x399) - x1689) + x1702;
        let x1719: number;
        let x1720: number;
        if (x385) {
          x1719 = x1705 - (x1702 * 583461742500000);
          x1720 = 0;
        } else {
          const x1714 = x1702 * q77;
          let x1718: number;
          if (x389) {
            x1718 = 0;
          } else {
            x1718 = -(x1714 * x390);
          }
          x1719 = x1705 - (x1702 * x391);
          x1720 = x1718;
        }
        const x1723 = (x1720 * q76) / x381;
        x1733 = x1630 + (x1636 * x408);
        x1734 = x1631 - x1684;
        x1735 = x1719;
        x1736 = (x1632 + ((((x1695 * q77) * 4) - x1702) * 0.001)) - ((x1723 * x382) * 100000000);
        x1737 = x1720 * x382;
        x1738 = x1679 + x1723;
        x1739 = x1678 - x1723;
      } else {
        x1733 = x1630 + x1636;
        x1734 = x1631;
        x1735 = 0;
        x1736 = x1632;
        x1737 = 0;
        x1738 = x1679;
        x1739 = x1678;
      }
      const x1741 = x1656 * x363;
      let x1746: number;
      if (x368) {
        x1746 = x1741;
      } else {
        let x1745: number;
        if (x370) {
          x1745 = 0;
        } else {
          x1745 = (x1741 / (1 + x371)) * x371;
        }
        x1746 = x1745;
      }
      const x1747 = x1746 / x363;
      const x1750 = (x1656 * x374) - (x1747 * x367);
      const x1752 = x1635 - x1747;
      const x1753 = x1750 * q74;
      const x1757 = x1753 * q11;
      const x1759 = -x1738;
      let x1761: number;
      let x1762: number;
      let x1763: number;
      if (x356) {
        x1761 = x1759;
        x1762 = x1634;
        x1763 = 0;
      } else {
        x1761 = 0;
        x1762 = x1634 - x1738;
        x1763 = x1738;
      }
      let x1771: number;
      if (x348) {
        x1771 = x1757;
      } else {
        const x1764 = x1757 / x353;
        x1771 = (x1764 * 3) - ((x1764 * x354) * 8);
      }
      const x1772 = x1771 / q10;
      const x1776 = x1772 / x43;
      const x1780 = x1772 * x280;
      const x1788 = x1747 - x1635;
      const x1792 = x1752 * q30;
      const x1797 = x1788 * q18;
      const x1800 = x1797 * q26;
      const x1803 = (x1772 * x339) + (x1797 * q23);
      const x1810 = x1788 * x5;
      const x1813 = x1810 * q33;
      let x1822: number;
      if (x298) {
        x1822 = x1813;
      } else {
        const x1815 = x1813 / x304;
        x1822 = ((x1815 * x305) * 2) - (x1815 * 0.0001);
      }
      const x1829 = (x1800 * x291) + ((x1800 * x289) * 2);
      let x1832: number;
      if (x286) {
        x1832 = -(x1829 * x288);
      } else {
        x1832 = 0;
      }
      const x1833 = x1832 / x267;
      const x1834 = x1833 * x285;
      const x1836 = x1833 * q5;
      const x1844 = (x1803 * x279) + ((x1803 * x277) * 2);
      let x1847: number;
      if (x273) {
        x1847 = -(x1844 * x275);
      } else {
        x1847 = 0;
      }
      const x1848 = x1847 / x256;
      const x1849 = x1848 * x271;
      const x1857 = x1834 * x244;
      const x1858 = -x1857;
      let x1867: number;
      if (x259) {
        x1867 = x1858;
      } else {
        const x1859 = x1857 / x264;
        x1867 = ((x1859 * x265) * 8) - (x1859 * 3);
      }
      const x1873 = (-(x1834 * x266)) - (x1849 * x255);
      const x1874 = x1849 * x244;
      const x1875 = -x1874;
      let x1884: number;
      if (x248) {
        x1884 = x1875;
      } else {
        const x1876 = x1874 / x253;
        x1884 = ((x1876 * x254) * 8) - (x1876 * 3);
      }
      const x1887 = ((((((x1761 + (x1780 * q38)) + (x1752 * q22)) + (x1792 * q29)) + (x1788 * q21)) + (x1822 * q32)) + (x1867 * q28)) + (x1884 * q25);
      let x1892: number;
      if ((x243 > 0)) {
        x1892 = 0.5 / x243;
      } else {
        x1892 = 0;
      }
      x1895 = (((x1480 * x513) - (x1470 * x460)) + (x1498 * x505)) - (x1533 * x491);
      x1896 = ((x1528 - x1529) + (x1780 * q39)) + (x1788 * x308);
      x1897 = x1594 + (x1753 * x355);
      x1898 = x1595;
      x1899 = x1653 + (x1752 * x39);
      x1900 = x1597;
      x1901 = x1733;
      x1902 = x1734 - (x1772 * x347);
      x1903 = x1736;
      x1904 = x1762;
      x1905 = x1739;
      x1906 = x1654;
      x1907 = x1735;
      x1908 = x1737;
      x1909 = -x1747;
      x1910 = x1747 + x1738;
      x1911 = x1750 * x361;
      x1912 = x1887;
      x1913 = x1763;
      x1914 = x1772;
      x1915 = ((x1873 * q12) * x1892) - (x1776 * x343);
      x1916 = x1776 * 1.03594e-10;
      x1917 = x1780 * x5;
      x1918 = x1780;
      x1919 = x1780 * x25;
      x1920 = x1752 * x25;
      x1921 = x1752 * x325;
      x1922 = x1792 * x25;
      x1923 = x1788 * x320;
      x1924 = x1797 * x292;
      x1925 = x1797 * x280;
      x1926 = x1788 * x25;
      x1927 = x1752;
      x1928 = x1752 * q20;
      x1929 = x1810 * x306;
      x1930 = x1822;
      x1931 = x1822 * x25;
      x1932 = (x1833 * x283) + (x1848 * x269);
      x1933 = x1836 * x282;
      x1934 = (x1836 * q6) * 0.5;
      x1935 = (x1848 * q5) * 0.5;
      x1936 = x1867 * x25;
      x1937 = x1884 * x25;
      x1938 = x1873 * x243;
    } else {
      x1895 = 0;
      x1896 = 0;
      x1897 = 0;
      x1898 = 0;
      x1899 = 0;
      x1900 = 0;
      x1901 = 0;
      x1902 = 0;
      x1903 = 0;
      x1904 = 0;
      x1905 = 0;
      x1906 = 0;
      x1907 = 0;
      x1908 = 0;
      x1909 = 0;
      x1910 = 0;
      x1911 = 0;
      x1912 = 0;
      x1913 = 0;
      x1914 = 0;
      x1915 = 0;
      x1916 = 0;
      x1917 = 0;
      x1918 = 0;
      x1919 = 0;
      x1920 = 0;
      x1921 = 0;
      x1922 = 0;
      x1923 = 0;
      x1924 = 0;
      x1925 = 0;
      x1926 = 0;
      x1927 = 0;
      x1928 = 0;
      x1929 = 0;
      x1930 = 0;
      x1931 = 0;
      x1932 = 0;
      x1933 = 0;
      x1934 = 0;
      x1935 = 0;
      x1936 = 0;
      x1937 = 0;
      x1938 = 0;
    }
    x1939 = x1901;
    x1940 = x1906;
    x1941 = x1899;
    x1942 = x1896;
    x1943 = x1895;
    x1944 = 0;
    x1945 = x1910;
    x1946 = x1928;
    x1947 = x1904;
    x1948 = 0;
    x1949 = x1913;
    x1950 = x1897;
    x1951 = x1898;
    x1952 = x1900;
    x1953 = x1902;
    x1954 = x1903;
    x1955 = x1905;
    x1956 = x1907;
    x1957 = x1908;
    x1958 = x1909;
    x1959 = x1911;
    x1960 = x1912;
    x1961 = x1914;
    x1962 = x1915;
    x1963 = x1916;
    x1964 = x1917;
    x1965 = x1918;
    x1966 = x1919;
    x1967 = x1920;
    x1968 = x1921;
    x1969 = x1922;
    x1970 = x1923;
    x1971 = x1924;
    x1972 = x1925;
    x1973 = x1926;
    x1974 = x1927;
    x1975 = x1929;
    x1976 = x1930;
    x1977 = x1931;
    x1978 = x1932;
    x1979 = x1933;
    x1980 = x1934;
    x1981 = x1935;
    x1982 = x1936;
    x1983 = x1937;
    x1984 = x1938;
  }
  storeAdjointScratch[329] = x1939;
  storeAdjointScratch[330] = x1942;
  storeAdjointScratch[331] = x1944;
  storeAdjointScratch[332] = x1950;
  storeAdjointScratch[333] = x1952;
  storeAdjointScratch[334] = x1954;
  storeAdjointScratch[335] = x1955;
  storeAdjointScratch[336] = x1956;
  storeAdjointScratch[337] = x1957;
  storeAdjointScratch[338] = x1958;
  storeAdjointScratch[339] = x1959;
  storeAdjointScratch[340] = x1961;
  storeAdjointScratch[341] = x1963;
  storeAdjointScratch[342] = x1964;
  storeAdjointScratch[343] = x1965;
  storeAdjointScratch[344] = x1966;
  storeAdjointScratch[345] = x1967;
  storeAdjointScratch[346] = x1968;
  storeAdjointScratch[347] = x1969;
  storeAdjointScratch[348] = x1970;
  storeAdjointScratch[349] = x1971;
  storeAdjointScratch[350] = x1972;
  storeAdjointScratch[351] = x1973;
  storeAdjointScratch[352] = x1974;
  storeAdjointScratch[353] = x1975;
  storeAdjointScratch[354] = x1976;
  storeAdjointScratch[355] = x1977;
  storeAdjointScratch[356] = x1980;
  storeAdjointScratch[357] = x1981;
  storeAdjointScratch[358] = x1982;
  storeAdjointScratch[359] = x1983;
  storeAdjointScratch[360] = x1984;
  let x2028: number;
  let x2029: number;
  let x2030: number;
  let x2031: number;
  if (x115) {
    const x1986 = x1945 * 0.5;
    let x1989: number;
    if ((x142 > 0)) {
      x1989 = 0.5 / x142;
    } else {
      x1989 = 0;
    }
    const x1991 = (x1986 * x1989) * x138;
    const x1995 = ((x1986 + x1991) + x1991) / x124;
    const x2005 = (-(x1995 * x133)) - ((x1995 * x131) * 0.5);
    let x2011: number;
    if ((x129 > 0)) {
      x2011 = 0.5 / x129;
    } else {
      x2011 = 0;
    }
    const x2013 = ((x2005 * x124) * x2011) / x124;
    const x2017 = x2013 * 2;
    const x2020 = (((x1995 * x135) + (x2005 * x130)) - (x2013 * x127)) / x123;
    const x2023 = (x2020 * x124) * q10;
    x2028 = x1945 + x2017;
    x2029 = -x2017;
    x2030 = (x1953 - x2023) - x2023;
    x2031 = x2020 * 1.6597727086e-23;
  } else {
    x2028 = x1945;
    x2029 = 0;
    x2030 = x1953;
    x2031 = 0;
  }
  storeAdjointScratch[361] = x2029;
  storeAdjointScratch[362] = x2030;
  storeAdjointScratch[363] = x2031;
  const x2032 = x1947 + x2029;
  const x2034 = x1943 * x87;
  storeAdjointScratch[364] = x2034;
  const x2035 = (x1943 * q73) / x79;
  const x2036 = x2035 * x87;
  const x2037 = -x2036;
  let x2045: number;
  if (x80) {
    x2045 = x2035;
  } else {
    const x2038 = x2035 / x84;
    x2045 = ((x2038 * x85) * 2) - (x2038 * 0.1);
  }
  let x2055: number;
  if (x70) {
    x2055 = x2037;
  } else {
    const x2046 = x2036 / x77;
    x2055 = (x2046 * 0.1) - ((x2046 * x78) * 2);
  }
  const x2056 = x2055 * x25;
  storeAdjointScratch[365] = x2056;
  const x2058 = x1960 + (x2055 * q52);
  const x2060 = x2045 * x46;
  const x2061 = x2060 / x61;
  storeAdjointScratch[366] = x2061;
  const x2062 = x2061 * x62;
  const x2063 = -x2062;
  storeAdjointScratch[367] = x2063;
  const x2064 = x1979 - x2062;
  storeAdjointScratch[368] = x2064;
  const x2065 = x2060 * x54;
  storeAdjointScratch[369] = x2065;
  const x2067 = (x2060 * q48) / x53;
  const x2069 = x2067 * x54;
  const x2071 = (x1978 + x2067) - x2069;
  storeAdjointScratch[370] = x2071;
  let x2076: number;
  if ((x51 > 0)) {
    x2076 = 0.5 / x51;
  } else {
    x2076 = 0;
  }
  const x2077 = (x2069 * 2) * x2076;
  const x2080 = -(x2077 * x43);
  storeAdjointScratch[371] = x2080;
  const x2084 = (x2045 * x63) / x39;
  const x2090 = x1941 + ((x1940 + x2084) * 0.5);
  storeAdjointScratch[372] = x2090;
  const x2091 = (x1962 - (x2077 * q53)) / q14;
  const x2094 = x1951 - (x2091 * x43);
  storeAdjointScratch[373] = x2094;
  const x2095 = x2091 * x39;
  storeAdjointScratch[374] = x2095;
  const x2097 = (x1946 - (x2084 * x46)) + (x2091 * q17);
  let x2121: number;
  let x2122: number;
  let x2123: number;
  if (x27) {
    const x2098 = x2097 / x34;
    const x2099 = x2098 * x35;
    const x2105 = x1949 / x30;
    const x2106 = x2105 * x31;
    const x2110 = x2105 * q13;
    x2121 = x2098;
    x2122 = (((x2032 - x2099) - x2106) + x2110) + x2110;
    x2123 = (x2058 - (x2099 * 0.5)) - x2106;
  } else {
    let x2115: number;
    if ((x37 > 0)) {
      x2115 = 0.5 / x37;
    } else {
      x2115 = 0;
    }
    const x2117 = x1949 + (x2097 * x2115);
    x2121 = 0;
    x2122 = x2032 + x2117;
    x2123 = x2058 - x2117;
  }
  storeAdjointScratch[375] = x2121;
  storeAdjointScratch[376] = x2122;
  let x2125: number;
  let x2126: number;
  if (x24) {
    x2125 = x1948 + x2123;
    x2126 = 0;
  } else {
    x2125 = x1948;
    x2126 = x2123;
  }
  const x2127 = x2126 * 0.5;
  let x2130: number;
  if ((x20 > 0)) {
    x2130 = 0.5 / x20;
  } else {
    x2130 = 0;
  }
  const x2131 = x2127 * x2130;
  const x2136 = x2131 * x14;
  const x2138 = (x2127 + x2136) + x2136;
  const x2139 = x2125 + x2138;
  const x2141 = (x2126 - (x2131 * 0.004)) - x2138;
  storeAdjointScratch[377] = x2141;
  const x2142 = x1100 + x2139;
  storeAdjointScratch[378] = x2142;
  const x2144 = x1234 + x2028;
  storeAdjointScratch[379] = x2144;
  const x2146 = (-x2139) - x2028;
  storeAdjointScratch[380] = x2146;
}

function storeAdjoint4(q: Float64Array, v: Float64Array, w: Float64Array, f: Float64Array, qs: Float64Array, vs: Float64Array): void {
  const x2 = storeAdjointScratch[0]!;
  const x1167 = storeAdjointScratch[320]!;
  const x2146 = storeAdjointScratch[380]!;
  const x1236 = storeAdjointScratch[325]!;
  const x1942 = storeAdjointScratch[330]!;
  let x2149: number;
  let x2150: number;
  if (x2) {
    x2149 = x1167 + x2146;
    x2150 = x1236;
  } else {
    x2149 = x1167;
    x2150 = x1236 + x2146;
  }
  let x2157: number;
  let x2158: number;
  if (x2) {
    x2157 = x2150 + x1942;
    x2158 = x2149 - x1942;
  } else {
    x2157 = x2150 - x1942;
    x2158 = x2149 + x1942;
  }
  storeAdjointScratch[381] = x2157;
  storeAdjointScratch[382] = x2158;
}

export function storeAdjoint(q: Float64Array, v: Float64Array, w: Float64Array, f: Float64Array, qs: Float64Array, vs: Float64Array): void {
  storeAdjoint1(q, v, w, f, qs, vs);
  storeAdjoint2(q, v, w, f, qs, vs);
  storeAdjoint3(q, v, w, f, qs, vs);
  storeAdjoint4(q, v, w, f, qs, vs);
  f.fill(0);
  qs.fill(0);
  vs.fill(0);
  f[1] = storeAdjointScratch[288]!;
  f[3] = storeAdjointScratch[289]!;
  f[4] = storeAdjointScratch[290]!;
  f[5] = storeAdjointScratch[291]!;
  qs[0] = storeAdjointScratch[299]!;
  qs[5] = storeAdjointScratch[370]!;
  qs[6] = storeAdjointScratch[368]!;
  qs[7] = storeAdjointScratch[329]!;
  qs[9] = storeAdjointScratch[334]!;
  qs[10] = storeAdjointScratch[362]!;
  qs[11] = storeAdjointScratch[332]!;
  qs[12] = storeAdjointScratch[360]!;
  qs[13] = storeAdjointScratch[376]!;
  qs[14] = storeAdjointScratch[373]!;
  qs[15] = storeAdjointScratch[375]!;
  qs[16] = storeAdjointScratch[377]!;
  qs[17] = storeAdjointScratch[374]!;
  qs[18] = storeAdjointScratch[348]!;
  qs[19] = storeAdjointScratch[352]!;
  qs[20] = storeAdjointScratch[372]!;
  qs[21] = storeAdjointScratch[351]!;
  qs[22] = storeAdjointScratch[345]!;
  qs[23] = storeAdjointScratch[350]!;
  qs[24] = storeAdjointScratch[357]!;
  qs[25] = storeAdjointScratch[359]!;
  qs[26] = storeAdjointScratch[349]!;
  qs[27] = storeAdjointScratch[356]!;
  qs[28] = storeAdjointScratch[358]!;
  qs[29] = storeAdjointScratch[347]!;
  qs[30] = storeAdjointScratch[346]!;
  qs[31] = storeAdjointScratch[354]!;
  qs[32] = storeAdjointScratch[355]!;
  qs[33] = storeAdjointScratch[353]!;
  qs[34] = storeAdjointScratch[361]!;
  qs[35] = storeAdjointScratch[363]!;
  qs[36] = storeAdjointScratch[341]!;
  qs[37] = storeAdjointScratch[343]!;
  qs[38] = storeAdjointScratch[344]!;
  qs[39] = storeAdjointScratch[342]!;
  qs[40] = storeAdjointScratch[340]!;
  qs[48] = storeAdjointScratch[369]!;
  qs[50] = storeAdjointScratch[366]!;
  qs[51] = storeAdjointScratch[367]!;
  qs[52] = storeAdjointScratch[365]!;
  qs[53] = storeAdjointScratch[371]!;
  qs[71] = storeAdjointScratch[335]!;
  qs[72] = storeAdjointScratch[331]!;
  qs[73] = storeAdjointScratch[364]!;
  qs[74] = storeAdjointScratch[339]!;
  qs[75] = storeAdjointScratch[338]!;
  qs[76] = storeAdjointScratch[337]!;
  qs[77] = storeAdjointScratch[336]!;
  qs[78] = storeAdjointScratch[333]!;
  qs[79] = storeAdjointScratch[319]!;
  qs[80] = storeAdjointScratch[323]!;
  qs[81] = storeAdjointScratch[316]!;
  qs[82] = storeAdjointScratch[318]!;
  qs[83] = storeAdjointScratch[322]!;
  qs[84] = storeAdjointScratch[321]!;
  qs[94] = storeAdjointScratch[313]!;
  qs[95] = storeAdjointScratch[310]!;
  qs[96] = storeAdjointScratch[307]!;
  qs[97] = storeAdjointScratch[314]!;
  qs[98] = storeAdjointScratch[311]!;
  qs[99] = storeAdjointScratch[308]!;
  qs[100] = storeAdjointScratch[306]!;
  qs[101] = storeAdjointScratch[305]!;
  qs[102] = storeAdjointScratch[304]!;
  qs[103] = storeAdjointScratch[315]!;
  qs[104] = storeAdjointScratch[312]!;
  qs[105] = storeAdjointScratch[309]!;
  vs[1] = storeAdjointScratch[379]!;
  vs[3] = storeAdjointScratch[378]!;
  vs[4] = storeAdjointScratch[381]!;
  vs[5] = storeAdjointScratch[382]!;
}

const storeSecondScratch = new Float64Array(554);
function storeSecond1(q: Float64Array, v: Float64Array, d: Float64Array, w: Float64Array, qs: Float64Array, vs: Float64Array): void {
  let x38 = 0, x52 = 0, x53 = 0, x54 = 0, x59 = 0, x61 = 0, x62 = 0, x67 = 0, x68 = 0, x70 = 0, x69 = 0, x94 = 0, x139 = 0, x141 = 0, x142 = 0, x144 = 0, x158 = 0, x160 = 0, x161 = 0, x162 = 0, x242 = 0, x243 = 0, x247 = 0, x248 = 0, x250 = 0, x251 = 0, x253 = 0, x252 = 0, x254 = 0, x255 = 0, x256 = 0, x257 = 0, x258 = 0, x259 = 0, x264 = 0, x265 = 0, x270 = 0, x274 = 0, x277 = 0, x278 = 0, x280 = 0, x279 = 0;
  const v4 = v[4]!;
  const v5 = v[5]!;
  const d4 = d[4]!;
  const d5 = d[5]!;
  const v1 = v[1]!;
  const d1 = d[1]!;
  const v3 = v[3]!;
  const d3 = d[3]!;
  const q16 = q[16]!;
  const q13 = q[13]!;
  const q17 = q[17]!;
  const q14 = q[14]!;
  const q20 = q[20]!;
  const q53 = q[53]!;
  const q5 = q[5]!;
  const q48 = q[48]!;
  const q6 = q[6]!;
  const q52 = q[52]!;
  const q73 = q[73]!;
  const q35 = q[35]!;
  const q10 = q[10]!;
  const q3 = q[3]!;
  const q2 = q[2]!;
  const x2 = v4 >= v5;
  storeSecondScratch[0] = x2 ? 1 : 0;
  let x11: number;
  let x12: number;
  if (x2) {
    x11 = v4 - v5;
    x12 = d4 - d5;
  } else {
    x11 = v5 - v4;
    x12 = d5 - d4;
  }
  storeSecondScratch[1] = x11;
  storeSecondScratch[2] = x12;
  const x13 = x2 ? v5 : v4;
  const x14 = x2 ? d5 : d4;
  const x16 = v1 - x13;
  const x19 = d1 - x14;
  const x21 = v3 - x13;
  storeSecondScratch[3] = x21;
  const x23 = d3 - x14;
  storeSecondScratch[4] = x23;
  const x27 = (x21 - q16) - 0.001;
  storeSecondScratch[5] = x27;
  const x29 = x23 * x27;
  const x30 = x29 + x29;
  storeSecondScratch[6] = x30;
  const x34 = Math.sqrt(((x27 * x27) - (0.004 * q16)));
  storeSecondScratch[7] = x34;
  const x36 = x34 > 0;
  storeSecondScratch[8] = x36 ? 1 : 0;
  let x39: number;
  if (x36) {
    x38 = 0.5 / x34;
    storeSecondScratch[9] = x38;
    x39 = x38;
  } else {
    x39 = 0;
  }
  storeSecondScratch[10] = x39;
  const x45 = q16 + (0.5 * (x27 + x34));
  const x46 = x45 < x21;
  storeSecondScratch[11] = x46 ? 1 : 0;
  const x47 = x46 ? x21 : x45;
  storeSecondScratch[12] = x47;
  const x48 = x46 ? x23 : ((x23 + (x30 * x39)) * 0.5);
  storeSecondScratch[13] = x48;
  const x49 = x47 > 0;
  storeSecondScratch[14] = x49 ? 1 : 0;
  let x73: number;
  let x74: number;
  let x75: number;
  let x76: number;
  if (x49) {
    x52 = q13 + x47;
    storeSecondScratch[15] = x52;
    x53 = (q13 * q13) / x52;
    storeSecondScratch[16] = x53;
    x54 = x48 / x52;
    storeSecondScratch[17] = x54;
    x59 = q13 + (0.5 * x47);
    storeSecondScratch[18] = x59;
    x61 = q[15]! / x59;
    storeSecondScratch[19] = x61;
    x62 = (x48 * 0.5) / x59;
    storeSecondScratch[20] = x62;
    x73 = x53;
    x74 = -(x54 * x53);
    x75 = x61;
    x76 = -(x62 * x61);
  } else {
    const x65 = q13 - x47;
    x67 = Math.sqrt(x65);
    storeSecondScratch[21] = x67;
    x68 = (x67 > 0) ? 1 : 0;
    storeSecondScratch[22] = x68 ? 1 : 0;
    if (x68) {
      x69 = 0.5 / x67;
      storeSecondScratch[23] = x69;
      x70 = x69;
    } else {
      x70 = 0;
    }
    storeSecondScratch[24] = x70;
    x73 = x65;
    x74 = -x48;
    x75 = x67;
    x76 = -(x48 * x70);
  }
  storeSecondScratch[25] = x73;
  storeSecondScratch[26] = x74;
  storeSecondScratch[27] = x75;
  storeSecondScratch[28] = x76;
  const x81 = (q17 * x75) / q14;
  storeSecondScratch[29] = x81;
  const x82 = (x76 * q17) / q14;
  storeSecondScratch[30] = x82;
  const x84 = 0.5 * q20;
  storeSecondScratch[31] = x84;
  const x85 = x84 / x75;
  storeSecondScratch[32] = x85;
  const x86 = x76 / x75;
  storeSecondScratch[33] = x86;
  const x87 = x86 * x85;
  storeSecondScratch[34] = x87;
  const x91 = x82 * q53;
  storeSecondScratch[35] = x91;
  const x92 = Math.sqrt((q53 * x81));
  storeSecondScratch[36] = x92;
  const x93 = x92 > 0;
  storeSecondScratch[37] = x93 ? 1 : 0;
  let x95: number;
  if (x93) {
    x94 = 0.5 / x92;
    storeSecondScratch[38] = x94;
    x95 = x94;
  } else {
    x95 = 0;
  }
  storeSecondScratch[39] = x95;
  const x101 = q5 + (2 * x92);
  storeSecondScratch[40] = x101;
  const x102 = q5 / x101;
  storeSecondScratch[41] = x102;
  const x103 = ((x91 * x95) * 2) / x101;
  storeSecondScratch[42] = x103;
  const x104 = x103 * x102;
  storeSecondScratch[43] = x104;
  const x108 = x104 * q48;
  storeSecondScratch[44] = x108;
  const x112 = q6 + q[51]!;
  storeSecondScratch[45] = x112;
  const x114 = q[50]! / x112;
  storeSecondScratch[46] = x114;
  const x115 = (q48 * x102) + x114;
  storeSecondScratch[47] = x115;
  const x117 = x87 * x115;
  const x119 = x108 * x85;
  const x121 = (-x117) - x119;
  const x123 = 1 + (x85 * x115);
  const x126 = x48 * q52;
  const x127 = 1 + (q52 * x47);
  const x129 = x127 >= 0.1;
  storeSecondScratch[48] = x129 ? 1 : 0;
  let x149: number;
  let x150: number;
  if (x129) {
    x149 = x127;
    x150 = x126;
  } else {
    x139 = 0.30000000000000004 - (2 * x127);
    storeSecondScratch[49] = x139;
    x141 = (0.1 * (0.2 - x127)) / x139;
    storeSecondScratch[50] = x141;
    x142 = (x126 * 0.1) / x139;
    storeSecondScratch[51] = x142;
    x144 = (x126 * 2) / x139;
    storeSecondScratch[52] = x144;
    x149 = x141;
    x150 = (x144 * x141) - x142;
  }
  storeSecondScratch[53] = x149;
  const x151 = x123 >= 0.1;
  storeSecondScratch[54] = x151 ? 1 : 0;
  let x167: number;
  let x168: number;
  if (x151) {
    x167 = x123;
    x168 = x121;
  } else {
    x158 = 0.30000000000000004 - (2 * x123);
    storeSecondScratch[55] = x158;
    x160 = (0.1 * (0.2 - x123)) / x158;
    storeSecondScratch[56] = x160;
    x161 = ((x119 + x117) * 0.1) / x158;
    storeSecondScratch[57] = x161;
    x162 = (x121 * 2) / x158;
    storeSecondScratch[58] = x162;
    x167 = x160;
    x168 = x161 + (x162 * x160);
  }
  const x169 = x167 / x149;
  storeSecondScratch[59] = x169;
  const x170 = x168 / x149;
  storeSecondScratch[60] = x170;
  const x171 = x150 / x149;
  storeSecondScratch[61] = x171;
  const x174 = x170 - (x171 * x169);
  storeSecondScratch[62] = x174;
  const x227 = x169 * q73;
  storeSecondScratch[63] = x227;
  const x228 = x174 * q73;
  storeSecondScratch[64] = x228;
  const x230 = q[34]! + q13;
  const x238 = ((q35 > 1000000000000000000) && (q35 < 1e+25)) && (x16 > x230);
  storeSecondScratch[65] = x238 ? 1 : 0;
  let x290: number;
  let x291: number;
  if (x238) {
    x242 = q10 * q10;
    storeSecondScratch[66] = x242;
    x243 = (1.6597727086e-23 * q35) / x242;
    storeSecondScratch[67] = x243;
    x247 = (2 * (x16 - x230)) / x243;
    storeSecondScratch[68] = x247;
    x248 = (x19 * 2) / x243;
    storeSecondScratch[69] = x248;
    x250 = Math.sqrt((1 + x247));
    storeSecondScratch[70] = x250;
    x251 = (x250 > 0) ? 1 : 0;
    storeSecondScratch[71] = x251 ? 1 : 0;
    if (x251) {
      x252 = 0.5 / x250;
      storeSecondScratch[72] = x252;
      x253 = x252;
    } else {
      x253 = 0;
    }
    storeSecondScratch[73] = x253;
    x254 = x248 * x253;
    storeSecondScratch[74] = x254;
    x255 = x250 - 1;
    storeSecondScratch[75] = x255;
    x256 = x243 * x255;
    storeSecondScratch[76] = x256;
    x257 = x254 * x243;
    storeSecondScratch[77] = x257;
    x258 = 0.5 * x256;
    storeSecondScratch[78] = x258;
    x259 = x257 * 0.5;
    storeSecondScratch[79] = x259;
    x264 = (x258 * x256) / x243;
    storeSecondScratch[80] = x264;
    x265 = ((x259 * x256) + (x257 * x258)) / x243;
    storeSecondScratch[81] = x265;
    x270 = (1.12 - x264) - 0.05;
    storeSecondScratch[82] = x270;
    const x272 = x265 * x270;
    x274 = (-x272) - x272;
    storeSecondScratch[83] = x274;
    x277 = Math.sqrt(((x270 * x270) + 0.224));
    storeSecondScratch[84] = x277;
    x278 = (x277 > 0) ? 1 : 0;
    storeSecondScratch[85] = x278 ? 1 : 0;
    if (x278) {
      x279 = 0.5 / x277;
      storeSecondScratch[86] = x279;
      x280 = x279;
    } else {
      x280 = 0;
    }
    storeSecondScratch[87] = x280;
    x290 = x16 - (1.12 - (0.5 * (x270 + x277)));
    x291 = x19 + (((x274 * x280) - x265) * 0.5);
  } else {
    x290 = x16;
    x291 = x19;
  }
  storeSecondScratch[88] = x290;
  storeSecondScratch[89] = x291;
  const x293 = q3 >= 0;
  storeSecondScratch[90] = x293 ? 1 : 0;
  const x296 = x293 && (q2 === 0);
  storeSecondScratch[91] = x296 ? 1 : 0;
}

function storeSecond2(q: Float64Array, v: Float64Array, d: Float64Array, w: Float64Array, qs: Float64Array, vs: Float64Array): void {
  let x297 = 0, x309 = 0, x312 = 0, x314 = 0, x318 = 0, x319 = 0, x322 = 0, x323 = 0, x325 = 0, x324 = 0, x326 = 0, x330 = 0, x331 = 0, x332 = 0, x335 = 0, x336 = 0, x343 = 0, x347 = 0, x350 = 0, x354 = 0, x363 = 0, x369 = 0, x371 = 0, x372 = 0, x373 = 0, x378 = 0, x379 = 0, x380 = 0, x388 = 0, x392 = 0, x393 = 0, x394 = 0, x395 = 0, x400 = 0, x408 = 0, x410 = 0, x415 = 0, x417 = 0, x418 = 0, x424 = 0, x425 = 0, x434 = 0, x435 = 0, x440 = 0, x441 = 0, x445 = 0, x446 = 0, x450 = 0, x451 = 0, x452 = 0, x455 = 0, x460 = 0, x462 = 0, x495 = 0, x496 = 0, x498 = 0, x497 = 0, x499 = 0, x501 = 0, x502 = 0, x507 = 0, x521 = 0, x522 = 0, x514 = 0, x515 = 0, x516 = 0, x517 = 0, x523 = 0, x530 = 0, x544 = 0, x545 = 0, x537 = 0, x538 = 0, x539 = 0, x540 = 0, x546 = 0, x551 = 0, x553 = 0, x554 = 0, x555 = 0, x558 = 0, x563 = 0, x564 = 0, x560 = 0, x566 = 0, x567 = 0, x568 = 0, x571 = 0, x573 = 0, x574 = 0, x576 = 0, x577 = 0, x578 = 0, x580 = 0, x584 = 0, x585 = 0, x582 = 0, x587 = 0, x588 = 0, x589 = 0, x592 = 0, x599 = 0, x619 = 0, x620 = 0, x609 = 0, x611 = 0, x612 = 0, x614 = 0, x622 = 0, x623 = 0, x644 = 0, x645 = 0, x653 = 0, x654 = 0, x676 = 0, x677 = 0, x685 = 0, x686 = 0, x693 = 0, x694 = 0, x695 = 0, x709 = 0, x710 = 0, x702 = 0, x703 = 0, x704 = 0, x705 = 0, x711 = 0, x720 = 0, x721 = 0, x723 = 0, x724 = 0, x730 = 0, x731 = 0, x732 = 0, x735 = 0, x736 = 0, x746 = 0, x747 = 0, x738 = 0, x739 = 0, x742 = 0, x743 = 0, x748 = 0, x751 = 0, x752 = 0, x812 = 0, x813 = 0, x757 = 0, x758 = 0, x759 = 0, x762 = 0, x763 = 0, x775 = 0, x767 = 0, x770 = 0, x771 = 0, x768 = 0, x779 = 0, x783 = 0, x785 = 0, x788 = 0, x789 = 0, x791 = 0, x790 = 0, x797 = 0, x799 = 0, x800 = 0, x804 = 0, x805 = 0, x806 = 0, x809 = 0, x814 = 0, x816 = 0, x818 = 0, x821 = 0, x826 = 0, x827 = 0, x829 = 0, x828 = 0, x844 = 0, x845 = 0, x847 = 0, x852 = 0, x853 = 0, x855 = 0, x854 = 0, x856 = 0, x857 = 0, x863 = 0, x864 = 0, x913 = 0, x914 = 0, x873 = 0, x881 = 0, x882 = 0, x883 = 0, x885 = 0, x886 = 0, x892 = 0, x888 = 0, x894 = 0, x896 = 0, x897 = 0, x900 = 0, x901 = 0, x905 = 0, x906 = 0, x907 = 0, x910 = 0, x963 = 0, x964 = 0, x915 = 0, x922 = 0, x917 = 0, x919 = 0, x920 = 0, x923 = 0, x926 = 0, x931 = 0, x932 = 0, x933 = 0, x934 = 0, x935 = 0, x940 = 0, x941 = 0, x944 = 0, x951 = 0, x952 = 0, x953 = 0, x955 = 0, x954 = 0, x965 = 0, x966 = 0, x967 = 0, x973 = 0, x974 = 0, x1009 = 0, x1010 = 0, x976 = 0, x980 = 0, x981 = 0, x995 = 0, x996 = 0, x997 = 0, x999 = 0, x998 = 0, x1001 = 0, x1003 = 0, x1004 = 0, x1005 = 0, x1011 = 0, x1014 = 0, x1023 = 0, x1024 = 0, x1026 = 0, x1028 = 0, x1029 = 0, x1030 = 0, x1033 = 0, x1038 = 0, x1039 = 0, x1044 = 0, x1046 = 0, x1050 = 0, x1053 = 0, x1055 = 0, x1070 = 0, x1083 = 0, x1085 = 0, x1086 = 0, x1087 = 0, x1091 = 0, x1093 = 0, x1100 = 0, x1101 = 0, x1102 = 0, x1103 = 0, x1106 = 0, x1113 = 0, x1115 = 0, x1120 = 0, x1121 = 0, x1134 = 0, x1136 = 0, x1139 = 0, x1142 = 0, x1143 = 0, x1144 = 0, x1147 = 0, x1186 = 0, x1189 = 0, x1192 = 0, x1196 = 0, x1197 = 0, x1200 = 0, x1201 = 0, x1203 = 0, x1202 = 0, x1204 = 0, x1217 = 0, x1218 = 0, x1221 = 0, x1223 = 0, x1224 = 0, x1226 = 0, x1225 = 0, x1236 = 0, x1239 = 0, x1240 = 0, x1243 = 0, x1244 = 0, x1246 = 0, x1245 = 0, x1247 = 0, x1254 = 0;
  const x296 = storeSecondScratch[91]!;
  const x47 = storeSecondScratch[12]!;
  const x21 = storeSecondScratch[3]!;
  const x23 = storeSecondScratch[4]!;
  const q13 = q[13]!;
  const x73 = storeSecondScratch[25]!;
  const x74 = storeSecondScratch[26]!;
  const x290 = storeSecondScratch[88]!;
  const q72 = q[72]!;
  const q20 = q[20]!;
  const x75 = storeSecondScratch[27]!;
  const x76 = storeSecondScratch[28]!;
  const x291 = storeSecondScratch[89]!;
  const q7 = q[7]!;
  const x84 = storeSecondScratch[31]!;
  const x227 = storeSecondScratch[63]!;
  const x228 = storeSecondScratch[64]!;
  const x11 = storeSecondScratch[1]!;
  const q3 = q[3]!;
  const x12 = storeSecondScratch[2]!;
  const x293 = storeSecondScratch[90]!;
  const x81 = storeSecondScratch[29]!;
  const x82 = storeSecondScratch[30]!;
  const q12 = q[12]!;
  const q25 = q[25]!;
  const x48 = storeSecondScratch[13]!;
  const q28 = q[28]!;
  const q5 = q[5]!;
  const q6 = q[6]!;
  const q32 = q[32]!;
  const q33 = q[33]!;
  const q21 = q[21]!;
  const q23 = q[23]!;
  const q26 = q[26]!;
  const q18 = q[18]!;
  const q29 = q[29]!;
  const q30 = q[30]!;
  const q22 = q[22]!;
  const q38 = q[38]!;
  const q39 = q[39]!;
  const q10 = q[10]!;
  const q11 = q[11]!;
  const q74 = q[74]!;
  const q2 = q[2]!;
  const q71 = q[71]!;
  const q9 = q[9]!;
  const q76 = q[76]!;
  const q77 = q[77]!;
  const q78 = q[78]!;
  const q14 = q[14]!;
  const v1 = v[1]!;
  const v4 = v[4]!;
  const d1 = d[1]!;
  const d4 = d[4]!;
  const q83 = q[83]!;
  const q84 = q[84]!;
  const v5 = v[5]!;
  const d5 = d[5]!;
  let x1168: number;
  let x1170: number;
  let x1172: number;
  if (x296) {
    x297 = (x47 < 0) ? 1 : 0;
    storeSecondScratch[92] = x297 ? 1 : 0;
    let x300: number;
    let x301: number;
    if (x297) {
      x300 = x21;
      x301 = x23;
    } else {
      x300 = q13 - x73;
      x301 = -x74;
    }
    const x307 = ((x290 - q72) - q13) - (q20 * x75);
    x309 = x291 - (x76 * q20);
    storeSecondScratch[93] = x309;
    x312 = x291 - x301;
    storeSecondScratch[94] = x312;
    const x313 = (x290 - x300) - q72;
    x314 = (x313 <= 0) ? 1 : 0;
    storeSecondScratch[95] = x314 ? 1 : 0;
    let x486: number;
    let x488: number;
    let x490: number;
    if (x314) {
      x486 = x312 * q7;
      x488 = 0;
      x490 = 0;
    } else {
      x318 = (x307 <= 0) ? 1 : 0;
      storeSecondScratch[96] = x318 ? 1 : 0;
      let x480: number;
      let x482: number;
      let x484: number;
      if (x318) {
        x319 = q7 * q20;
        storeSecondScratch[97] = x319;
        x322 = Math.sqrt(((x84 * x84) + x313));
        storeSecondScratch[98] = x322;
        x323 = (x322 > 0) ? 1 : 0;
        storeSecondScratch[99] = x323 ? 1 : 0;
        if (x323) {
          x324 = 0.5 / x322;
          storeSecondScratch[100] = x324;
          x325 = x324;
        } else {
          x325 = 0;
        }
        storeSecondScratch[101] = x325;
        x326 = x312 * x325;
        storeSecondScratch[102] = x326;
        x480 = x326 * x319;
        x482 = 0;
        x484 = 0;
      } else {
        x330 = x307 / x227;
        storeSecondScratch[103] = x330;
        x331 = x309 / x227;
        storeSecondScratch[104] = x331;
        x332 = x228 / x227;
        storeSecondScratch[105] = x332;
        x335 = x331 - (x332 * x330);
        storeSecondScratch[106] = x335;
        x336 = (x330 <= x11) ? 1 : 0;
        storeSecondScratch[107] = x336 ? 1 : 0;
        let x474: number;
        let x476: number;
        let x478: number;
        if (x336) {
          x343 = x291 - (x335 * 0.3333333333333333);
          storeSecondScratch[108] = x343;
          x347 = (-0.6666666666666666) * q7;
          storeSecondScratch[109] = x347;
          const x349 = x309 * x347;
          x350 = (q3 < 0.5) ? 1 : 0;
          storeSecondScratch[110] = x350 ? 1 : 0;
          let x360: number;
          if (x350) {
            x360 = x349 * 0.4;
          } else {
            x354 = (q3 === 0.5) ? 1 : 0;
            storeSecondScratch[111] = x354 ? 1 : 0;
            let x358: number;
            if (x354) {
              x358 = x349 * 0.5;
            } else {
              x358 = 0;
            }
            x360 = x358;
          }
          x474 = x343 * q7;
          x476 = x349;
          x478 = x360;
        } else {
          const x362 = x335 * 2;
          x363 = (2 * x330) - x11;
          storeSecondScratch[112] = x363;
          const x365 = x362 - x12;
          const x367 = x12 * x11;
          x369 = 3 * x363;
          storeSecondScratch[113] = x369;
          x371 = (x11 * x11) / x369;
          storeSecondScratch[114] = x371;
          x372 = (x367 + x367) / x369;
          storeSecondScratch[115] = x372;
          x373 = (x365 * 3) / x369;
          storeSecondScratch[116] = x373;
          const x374 = x373 * x371;
          const x376 = x372 - x374;
          x378 = 0.25 * q7;
          storeSecondScratch[117] = x378;
          x379 = x378 * x227;
          storeSecondScratch[118] = x379;
          x380 = x228 * x378;
          storeSecondScratch[119] = x380;
          x388 = x291 - ((x12 + (x374 - x372)) * 0.5);
          storeSecondScratch[120] = x388;
          x392 = (-2) * x379;
          storeSecondScratch[121] = x392;
          x393 = x380 * (-2);
          storeSecondScratch[122] = x393;
          x394 = x363 + x371;
          storeSecondScratch[123] = x394;
          x395 = x365 + x376;
          storeSecondScratch[124] = x395;
          const x399 = (x393 * x394) + (x395 * x392);
          x400 = (q3 > 0.5) ? 1 : 0;
          storeSecondScratch[125] = x400 ? 1 : 0;
          let x472: number;
          if (x400) {
            x408 = ((2 * x11) - x363) - (3 * x371);
            storeSecondScratch[126] = x408;
            x410 = ((x12 * 2) + (x12 - x362)) - (x376 * 3);
            storeSecondScratch[127] = x410;
            x472 = (x380 * x408) + (x410 * x379);
          } else {
            x415 = (q3 < 0.5) ? 1 : 0;
            storeSecondScratch[128] = x415 ? 1 : 0;
            let x470: number;
            if (x415) {
              x417 = 8 * x330;
              storeSecondScratch[129] = x417;
              x418 = x335 * 8;
              storeSecondScratch[130] = x418;
              x424 = 6 * x330;
              storeSecondScratch[131] = x424;
              x425 = x335 * 6;
              storeSecondScratch[132] = x425;
              x434 = 1.2 * x11;
              storeSecondScratch[133] = x434;
              x435 = x12 * 1.2;
              storeSecondScratch[134] = x435;
              x440 = ((x417 * x330) - (x424 * x11)) + (x434 * x11);
              storeSecondScratch[135] = x440;
              x441 = (((x418 * x330) + (x335 * x417)) - ((x425 * x11) + (x12 * x424))) + ((x435 * x11) + (x12 * x434));
              storeSecondScratch[136] = x441;
              x445 = x11 / x369;
              storeSecondScratch[137] = x445;
              x446 = x12 / x369;
              storeSecondScratch[138] = x446;
              x450 = x445 / x363;
              storeSecondScratch[139] = x450;
              x451 = (x446 - (x373 * x445)) / x363;
              storeSecondScratch[140] = x451;
              x452 = x365 / x363;
              storeSecondScratch[141] = x452;
              x455 = x451 - (x452 * x450);
              storeSecondScratch[142] = x455;
              x460 = (x11 - x363) - (x450 * x440);
              storeSecondScratch[143] = x460;
              x462 = (x12 + (x12 - x362)) - ((x455 * x440) + (x441 * x450));
              storeSecondScratch[144] = x462;
              x470 = (x380 * x460) + (x462 * x379);
            } else {
              x470 = x399 * 0.5;
            }
            x472 = x470;
          }
          x474 = x388 * q7;
          x476 = x399;
          x478 = x472;
        }
        x480 = x474;
        x482 = x476;
        x484 = x478;
      }
      x486 = x480;
      x488 = x482;
      x490 = x484;
    }
    x1168 = x486;
    x1170 = -(x486 + x488);
    x1172 = x490;
  } else {
    let x1162: number;
    let x1164: number;
    let x1166: number;
    if (x293) {
      x495 = Math.sqrt(x81);
      storeSecondScratch[145] = x495;
      x496 = (x495 > 0) ? 1 : 0;
      storeSecondScratch[146] = x496 ? 1 : 0;
      if (x496) {
        x497 = 0.5 / x495;
        storeSecondScratch[147] = x497;
        x498 = x497;
      } else {
        x498 = 0;
      }
      storeSecondScratch[148] = x498;
      x499 = x82 * x498;
      storeSecondScratch[149] = x499;
      x501 = q12 * x495;
      storeSecondScratch[150] = x501;
      x502 = x499 * q12;
      storeSecondScratch[151] = x502;
      const x504 = q25 * x47;
      const x505 = x48 * q25;
      x507 = (x504 >= (-0.5)) ? 1 : 0;
      storeSecondScratch[152] = x507 ? 1 : 0;
      if (x507) {
        x521 = 1 + x504;
        x522 = x505;
      } else {
        x514 = 3 + (8 * x504);
        storeSecondScratch[153] = x514;
        x515 = (1 + (3 * x504)) / x514;
        storeSecondScratch[154] = x515;
        x516 = (x505 * 3) / x514;
        storeSecondScratch[155] = x516;
        x517 = (x505 * 8) / x514;
        storeSecondScratch[156] = x517;
        x521 = x515;
        x522 = x516 - (x517 * x515);
      }
      storeSecondScratch[157] = x521;
      storeSecondScratch[158] = x522;
      x523 = x501 * x521;
      storeSecondScratch[159] = x523;
      const x528 = q28 * x47;
      const x529 = x48 * q28;
      x530 = (x528 >= (-0.5)) ? 1 : 0;
      storeSecondScratch[160] = x530 ? 1 : 0;
      if (x530) {
        x544 = 1 + x528;
        x545 = x529;
      } else {
        x537 = 3 + (8 * x528);
        storeSecondScratch[161] = x537;
        x538 = (1 + (3 * x528)) / x537;
        storeSecondScratch[162] = x538;
        x539 = (x529 * 3) / x537;
        storeSecondScratch[163] = x539;
        x540 = (x529 * 8) / x537;
        storeSecondScratch[164] = x540;
        x544 = x538;
        x545 = x539 - (x540 * x538);
      }
      storeSecondScratch[165] = x544;
      storeSecondScratch[166] = x545;
      x546 = x501 * x544;
      storeSecondScratch[167] = x546;
      x551 = 0.5 * q[24]!;
      storeSecondScratch[168] = x551;
      x553 = (x551 * q5) / x523;
      storeSecondScratch[169] = x553;
      x554 = ((x502 * x521) + (x522 * x501)) / x523;
      storeSecondScratch[170] = x554;
      x555 = x554 * x553;
      storeSecondScratch[171] = x555;
      x558 = (x553 < 34) ? 1 : 0;
      storeSecondScratch[172] = x558 ? 1 : 0;
      if (x558) {
        x560 = Math.exp((-x553));
        storeSecondScratch[173] = x560;
        x563 = x560;
        x564 = x555 * x560;
      } else {
        x563 = 1.713908431e-15;
        x564 = 0;
      }
      storeSecondScratch[174] = x563;
      storeSecondScratch[175] = x564;
      x566 = x564 * 2;
      storeSecondScratch[176] = x566;
      x567 = 1 + (2 * x563);
      storeSecondScratch[177] = x567;
      x568 = x563 * x567;
      storeSecondScratch[178] = x568;
      x571 = (x564 * x567) + (x566 * x563);
      storeSecondScratch[179] = x571;
      x573 = 0.5 * q[27]!;
      storeSecondScratch[180] = x573;
      x574 = x573 * q6;
      storeSecondScratch[181] = x574;
      x576 = (x574 * q5) / x546;
      storeSecondScratch[182] = x576;
      x577 = ((x502 * x544) + (x545 * x501)) / x546;
      storeSecondScratch[183] = x577;
      x578 = x577 * x576;
      storeSecondScratch[184] = x578;
      x580 = (x576 < 34) ? 1 : 0;
      storeSecondScratch[185] = x580 ? 1 : 0;
      if (x580) {
        x582 = Math.exp((-x576));
        storeSecondScratch[186] = x582;
        x584 = x582;
        x585 = x578 * x582;
      } else {
        x584 = 1.713908431e-15;
        x585 = 0;
      }
      storeSecondScratch[187] = x584;
      storeSecondScratch[188] = x585;
      x587 = x585 * 2;
      storeSecondScratch[189] = x587;
      x588 = 1 + (2 * x584);
      storeSecondScratch[190] = x588;
      x589 = x584 * x588;
      storeSecondScratch[191] = x589;
      x592 = (x585 * x588) + (x587 * x584);
      storeSecondScratch[192] = x592;
      const x595 = x48 * q32;
      const x597 = q[31]! + (q32 * x47);
      x599 = (x597 >= 0.0001) ? 1 : 0;
      storeSecondScratch[193] = x599 ? 1 : 0;
      if (x599) {
        x619 = x597;
        x620 = x595;
      } else {
        x609 = 0.00030000000000000003 - (2 * x597);
        storeSecondScratch[194] = x609;
        x611 = (0.0001 * (0.0002 - x597)) / x609;
        storeSecondScratch[195] = x611;
        x612 = (x595 * 0.0001) / x609;
        storeSecondScratch[196] = x612;
        x614 = (x595 * 2) / x609;
        storeSecondScratch[197] = x614;
        x619 = x611;
        x620 = (x614 * x611) - x612;
      }
      storeSecondScratch[198] = x619;
      storeSecondScratch[199] = x620;
      x622 = x619 * q33;
      storeSecondScratch[200] = x622;
      x623 = x620 * q33;
      storeSecondScratch[201] = x623;
      const x627 = (x623 * x11) + (x12 * x622);
      x644 = (q23 * x568) + (q26 * x589);
      storeSecondScratch[202] = x644;
      x645 = (x571 * q23) + (x592 * q26);
      storeSecondScratch[203] = x645;
      x653 = q29 * x47;
      storeSecondScratch[204] = x653;
      x654 = x48 * q29;
      storeSecondScratch[205] = x654;
      const x664 = ((((x76 * q20) - (x48 * q21)) - (x645 * q18)) + (x654 * q30)) + (x48 * q22);
      const x665 = (((((q[19]! + (q20 * x75)) - (q21 * x47)) - (x644 * q18)) + (x653 * q30)) + (q22 * x47)) - (x622 * x11);
      const x667 = x664 - x627;
      x676 = (q[37]! + (q38 * x47)) + (q39 * x11);
      storeSecondScratch[206] = x676;
      x677 = (x48 * q38) + (x12 * q39);
      storeSecondScratch[207] = x677;
      x685 = (q[36]! * 1.03594e-10) / x81;
      storeSecondScratch[208] = x685;
      x686 = x82 / x81;
      storeSecondScratch[209] = x686;
      x693 = ((x685 + (x676 * x568)) + q[40]!) / q10;
      storeSecondScratch[210] = x693;
      x694 = (((x677 * x568) + (x571 * x676)) - (x686 * x685)) / q10;
      storeSecondScratch[211] = x694;
      x695 = (x693 >= (-0.5)) ? 1 : 0;
      storeSecondScratch[212] = x695 ? 1 : 0;
      if (x695) {
        x709 = 1 + x693;
        x710 = x694;
      } else {
        x702 = 3 + (8 * x693);
        storeSecondScratch[213] = x702;
        x703 = (1 + (3 * x693)) / x702;
        storeSecondScratch[214] = x703;
        x704 = (x694 * 3) / x702;
        storeSecondScratch[215] = x704;
        x705 = (x694 * 8) / x702;
        storeSecondScratch[216] = x705;
        x709 = x703;
        x710 = x704 - (x705 * x703);
      }
      storeSecondScratch[217] = x709;
      storeSecondScratch[218] = x710;
      x711 = (x47 < 0) ? 1 : 0;
      storeSecondScratch[219] = x711 ? 1 : 0;
      let x714: number;
      let x715: number;
      if (x711) {
        x714 = x47;
        x715 = x48;
      } else {
        x714 = q13 - x73;
        x715 = -x74;
      }
      const x716 = x290 - x714;
      const x718 = x291 - x715;
      x720 = q11 * x709;
      storeSecondScratch[220] = x720;
      x721 = x710 * q11;
      storeSecondScratch[221] = x721;
      x723 = x720 * q74;
      storeSecondScratch[222] = x723;
      x724 = x721 * q74;
      storeSecondScratch[223] = x724;
      x730 = ((x290 - x665) - q[75]!) / x723;
      storeSecondScratch[224] = x730;
      x731 = (x291 + (x627 - x664)) / x723;
      storeSecondScratch[225] = x731;
      x732 = x724 / x723;
      storeSecondScratch[226] = x732;
      x735 = x731 - (x732 * x730);
      storeSecondScratch[227] = x735;
      x736 = (x730 > 34) ? 1 : 0;
      storeSecondScratch[228] = x736 ? 1 : 0;
      if (x736) {
        x746 = x730;
        x747 = x735;
      } else {
        x738 = (x730 < (-34)) ? 1 : 0;
        storeSecondScratch[229] = x738 ? 1 : 0;
        let x744: number;
        let x745: number;
        if (x738) {
          x744 = 1.713908431e-15;
          x745 = 0;
        } else {
          x739 = Math.exp(x730);
          storeSecondScratch[230] = x739;
          x742 = 1 + x739;
          storeSecondScratch[231] = x742;
          x743 = (x735 * x739) / x742;
          storeSecondScratch[232] = x743;
          x744 = Math.log1p(x739);
          x745 = x743;
        }
        x746 = x744;
        x747 = x745;
      }
      storeSecondScratch[233] = x746;
      storeSecondScratch[234] = x747;
      x748 = x723 * x746;
      storeSecondScratch[235] = x748;
      x751 = (x724 * x746) + (x747 * x723);
      storeSecondScratch[236] = x751;
      x752 = (q2 === 3) ? 1 : 0;
      storeSecondScratch[237] = x752 ? 1 : 0;
      if (x752) {
        x757 = 100000000 * q9;
        storeSecondScratch[238] = x757;
        x758 = (x716 - q71) / x757;
        storeSecondScratch[239] = x758;
        x759 = x718 / x757;
        storeSecondScratch[240] = x759;
        const x761 = x758 * q76;
        x762 = x759 * q76;
        storeSecondScratch[241] = x762;
        x763 = (x761 >= 34) ? 1 : 0;
        storeSecondScratch[242] = x763 ? 1 : 0;
        let x774: number;
        if (x763) {
          x774 = q77 * 583461742500000;
          x775 = 0;
        } else {
          x767 = (x761 <= (-34)) ? 1 : 0;
          storeSecondScratch[243] = x767 ? 1 : 0;
          if (x767) {
            x770 = 1.713908431e-15;
            x771 = 0;
          } else {
            x768 = Math.exp(x761);
            storeSecondScratch[244] = x768;
            x770 = x768;
            x771 = x762 * x768;
          }
          storeSecondScratch[245] = x770;
          storeSecondScratch[246] = x771;
          x774 = q77 * x770;
          x775 = x771 * q77;
        }
        storeSecondScratch[247] = x775;
        const x776 = 0.001 * q9;
        x779 = (q77 - x774) - x776;
        storeSecondScratch[248] = x779;
        const x781 = x775 * x779;
        x783 = (-x781) - x781;
        storeSecondScratch[249] = x783;
        x785 = 4 * x776;
        storeSecondScratch[250] = x785;
        x788 = Math.sqrt(((x779 * x779) + (x785 * q77)));
        storeSecondScratch[251] = x788;
        x789 = (x788 > 0) ? 1 : 0;
        storeSecondScratch[252] = x789 ? 1 : 0;
        if (x789) {
          x790 = 0.5 / x788;
          storeSecondScratch[253] = x790;
          x791 = x790;
        } else {
          x791 = 0;
        }
        storeSecondScratch[254] = x791;
        x797 = q77 - (0.5 * (x779 + x788));
        storeSecondScratch[255] = x797;
        x799 = 1.03594e-10 / x797;
        storeSecondScratch[256] = x799;
        x800 = (((x783 * x791) - x775) * 0.5) / x797;
        storeSecondScratch[257] = x800;
        x804 = q10 + x799;
        storeSecondScratch[258] = x804;
        x805 = x799 / x804;
        storeSecondScratch[259] = x805;
        x806 = (x800 * x799) / x804;
        storeSecondScratch[260] = x806;
        x809 = x806 - (x806 * x805);
        storeSecondScratch[261] = x809;
        x812 = q7 * x805;
        x813 = x809 * q7;
      } else {
        x812 = q7;
        x813 = 0;
      }
      storeSecondScratch[262] = x812;
      storeSecondScratch[263] = x813;
      x814 = (q2 === 1) ? 1 : 0;
      storeSecondScratch[264] = x814 ? 1 : 0;
      let x837: number;
      let x838: number;
      if (x814) {
        x837 = q71;
        x838 = 0;
      } else {
        x816 = x715 - x291;
        storeSecondScratch[265] = x816;
        x818 = (q71 - x716) - 0.02;
        storeSecondScratch[266] = x818;
        const x820 = x816 * x818;
        x821 = x820 + x820;
        storeSecondScratch[267] = x821;
        x826 = Math.sqrt(((x818 * x818) + (0.08 * Math.abs(q71))));
        storeSecondScratch[268] = x826;
        x827 = (x826 > 0) ? 1 : 0;
        storeSecondScratch[269] = x827 ? 1 : 0;
        if (x827) {
          x828 = 0.5 / x826;
          storeSecondScratch[270] = x828;
          x829 = x828;
        } else {
          x829 = 0;
        }
        storeSecondScratch[271] = x829;
        x837 = q71 - (0.5 * (x818 + x826));
        x838 = -((x816 + (x821 * x829)) * 0.5);
      }
      const x842 = (x716 - x837) - x748;
      x844 = (x718 - x838) - x751;
      storeSecondScratch[272] = x844;
      x845 = (x842 <= 0) ? 1 : 0;
      storeSecondScratch[273] = x845 ? 1 : 0;
      let x860: number;
      let x861: number;
      if (x845) {
        x847 = (x814 || (q20 !== 0)) ? 1 : 0;
        storeSecondScratch[274] = x847 ? 1 : 0;
        x860 = x847 ? x842 : 0;
        x861 = x847 ? x844 : 0;
      } else {
        x852 = Math.sqrt(((x84 * x84) + x842));
        storeSecondScratch[275] = x852;
        x853 = (x852 > 0) ? 1 : 0;
        storeSecondScratch[276] = x853 ? 1 : 0;
        if (x853) {
          x854 = 0.5 / x852;
          storeSecondScratch[277] = x854;
          x855 = x854;
        } else {
          x855 = 0;
        }
        storeSecondScratch[278] = x855;
        x856 = x844 * x855;
        storeSecondScratch[279] = x856;
        x857 = x852 - x84;
        storeSecondScratch[280] = x857;
        x860 = q20 * x857;
        x861 = x856 * q20;
      }
      x863 = (x837 - q71) + x860;
      storeSecondScratch[281] = x863;
      x864 = x838 + x861;
      storeSecondScratch[282] = x864;
      const x868 = (x813 * x863) + (x864 * x812);
      if (x752) {
        const x871 = 4 * ((x665 - q71) - q13);
        const x872 = x667 * 4;
        x873 = (x871 >= 0) ? 1 : 0;
        storeSecondScratch[283] = x873 ? 1 : 0;
        let x878: number;
        let x879: number;
        if (x873) {
          x878 = x748 + x871;
          x879 = x751 + x872;
        } else {
          x878 = x748 + 1e-20;
          x879 = x751;
        }
        x881 = 200000000 * q9;
        storeSecondScratch[284] = x881;
        x882 = x878 / x881;
        storeSecondScratch[285] = x882;
        x883 = x879 / x881;
        storeSecondScratch[286] = x883;
        x885 = Math.pow(x882, 0.7);
        storeSecondScratch[287] = x885;
        x886 = (x882 !== 0) ? 1 : 0;
        storeSecondScratch[288] = x886 ? 1 : 0;
        if (x886) {
          x888 = (0.7 * x885) / x882;
          storeSecondScratch[289] = x888;
          x892 = x888;
        } else {
          x892 = 0.7 * Math.pow(x882, (-0.30000000000000004));
        }
        storeSecondScratch[290] = x892;
        x894 = 1 + x885;
        storeSecondScratch[291] = x894;
        x896 = 1.9e-9 / x894;
        storeSecondScratch[292] = x896;
        x897 = (x883 * x892) / x894;
        storeSecondScratch[293] = x897;
        x900 = 1.03594e-10 / x896;
        storeSecondScratch[294] = x900;
        x901 = (x897 * x896) / x896;
        storeSecondScratch[295] = x901;
        x905 = q10 + x900;
        storeSecondScratch[296] = x905;
        x906 = x900 / x905;
        storeSecondScratch[297] = x906;
        x907 = (x901 * x900) / x905;
        storeSecondScratch[298] = x907;
        x910 = x907 - (x907 * x906);
        storeSecondScratch[299] = x910;
        x913 = q7 * x906;
        x914 = x910 * q7;
      } else {
        x913 = q7;
        x914 = 0;
      }
      storeSecondScratch[300] = x913;
      storeSecondScratch[301] = x914;
      if (x752) {
        x915 = (q20 <= 0) ? 1 : 0;
        storeSecondScratch[302] = x915 ? 1 : 0;
        if (x915) {
          x917 = 0.25 * q78;
          storeSecondScratch[303] = x917;
          x922 = x917 * q11;
        } else {
          x919 = q78 * q11;
          storeSecondScratch[304] = x919;
          x920 = x919 * q20;
          storeSecondScratch[305] = x920;
          x922 = x920 * q20;
        }
        storeSecondScratch[306] = x922;
        let x925: number;
        if (x915) {
          x925 = q14;
        } else {
          x923 = 2 * q20;
          storeSecondScratch[307] = x923;
          x925 = x923 * q14;
        }
        x926 = x925 + x748;
        storeSecondScratch[308] = x926;
        x931 = (x926 * x748) / x922;
        storeSecondScratch[309] = x931;
        x932 = ((x751 * x748) + (x751 * x926)) / x922;
        storeSecondScratch[310] = x932;
        x933 = 1 + x931;
        storeSecondScratch[311] = x933;
        x934 = Math.log(x933);
        storeSecondScratch[312] = x934;
        x935 = x932 / x933;
        storeSecondScratch[313] = x935;
        const x938 = x748 - (q11 * x934);
        x940 = x751 - (x935 * q11);
        storeSecondScratch[314] = x940;
        x941 = x938 - 0.001;
        storeSecondScratch[315] = x941;
        x944 = (q[4]! >= 3.3) ? 1 : 0;
        storeSecondScratch[316] = x944 ? 1 : 0;
        let x961: number;
        let x962: number;
        if (x944) {
          const x946 = x940 * x941;
          x951 = (x946 + x946) + (x751 * 0.004);
          storeSecondScratch[317] = x951;
          x952 = Math.sqrt(((x941 * x941) + (x748 * 0.004)));
          storeSecondScratch[318] = x952;
          x953 = (x952 > 0) ? 1 : 0;
          storeSecondScratch[319] = x953 ? 1 : 0;
          if (x953) {
            x954 = 0.5 / x952;
            storeSecondScratch[320] = x954;
            x955 = x954;
          } else {
            x955 = 0;
          }
          storeSecondScratch[321] = x955;
          x961 = 0.5 * (x941 + x952);
          x962 = (x940 + (x951 * x955)) * 0.5;
        } else {
          x961 = x938;
          x962 = x940;
        }
        x963 = x961;
        x964 = x962;
      } else {
        x963 = x748;
        x964 = x751;
      }
      storeSecondScratch[322] = x963;
      storeSecondScratch[323] = x964;
      x965 = x963 / x227;
      storeSecondScratch[324] = x965;
      x966 = x964 / x227;
      storeSecondScratch[325] = x966;
      x967 = x228 / x227;
      storeSecondScratch[326] = x967;
      const x970 = x966 - (x967 * x965);
      x973 = x970 - x12;
      storeSecondScratch[327] = x973;
      x974 = (x965 - x11) - 0.02;
      storeSecondScratch[328] = x974;
      if (x814) {
        x976 = (x965 <= x11) ? 1 : 0;
        storeSecondScratch[329] = x976 ? 1 : 0;
        x1009 = Math.min(x965, x11);
        x1010 = (x976 ? x970 : 0) + (x976 ? 0 : x12);
      } else {
        x980 = 2 * x965;
        storeSecondScratch[330] = x980;
        x981 = x970 * 2;
        storeSecondScratch[331] = x981;
        const x990 = x973 * x974;
        x995 = (x990 + x990) + (x970 * 0.08);
        storeSecondScratch[332] = x995;
        x996 = Math.sqrt(((x974 * x974) + (0.08 * x965)));
        storeSecondScratch[333] = x996;
        x997 = (x996 > 0) ? 1 : 0;
        storeSecondScratch[334] = x997 ? 1 : 0;
        if (x997) {
          x998 = 0.5 / x996;
          storeSecondScratch[335] = x998;
          x999 = x998;
        } else {
          x999 = 0;
        }
        storeSecondScratch[336] = x999;
        x1001 = ((x965 + x11) + 0.02) + x996;
        storeSecondScratch[337] = x1001;
        x1003 = (x980 * x11) / x1001;
        storeSecondScratch[338] = x1003;
        x1004 = ((x981 * x11) + (x12 * x980)) / x1001;
        storeSecondScratch[339] = x1004;
        x1005 = ((x970 + x12) + (x995 * x999)) / x1001;
        storeSecondScratch[340] = x1005;
        x1009 = x1003;
        x1010 = x1004 - (x1005 * x1003);
      }
      storeSecondScratch[341] = x1009;
      storeSecondScratch[342] = x1010;
      x1011 = x227 * x1009;
      storeSecondScratch[343] = x1011;
      x1014 = (x228 * x1009) + (x1010 * x227);
      storeSecondScratch[344] = x1014;
      const x1021 = x963 - (0.5 * x1011);
      x1023 = x964 - (x1014 * 0.5);
      storeSecondScratch[345] = x1023;
      x1024 = x1021 + 1e-20;
      storeSecondScratch[346] = x1024;
      x1026 = 12 * x1024;
      storeSecondScratch[347] = x1026;
      x1028 = (x1011 * x1009) / x1026;
      storeSecondScratch[348] = x1028;
      x1029 = ((x1014 * x1009) + (x1010 * x1011)) / x1026;
      storeSecondScratch[349] = x1029;
      x1030 = (x1023 * 12) / x1026;
      storeSecondScratch[350] = x1030;
      const x1031 = x1030 * x1028;
      x1033 = x1029 - x1031;
      storeSecondScratch[351] = x1033;
      x1038 = x1021 + (x227 * x1028);
      storeSecondScratch[352] = x1038;
      x1039 = x1023 + ((x228 * x1028) + (x1033 * x227));
      storeSecondScratch[353] = x1039;
      const x1043 = (x914 * x1038) + (x1039 * x913);
      x1044 = 1 - x227;
      storeSecondScratch[354] = x1044;
      x1046 = x913 * x1044;
      storeSecondScratch[355] = x1046;
      x1050 = (x914 * x1044) - (x228 * x913);
      storeSecondScratch[356] = x1050;
      x1053 = (0.5 * x1009) - x1028;
      storeSecondScratch[357] = x1053;
      x1055 = (x1010 * 0.5) + (x1031 - x1029);
      storeSecondScratch[358] = x1055;
      const x1059 = (x1050 * x1053) + (x1055 * x1046);
      x1070 = (q3 > 0.5) ? 1 : 0;
      storeSecondScratch[359] = x1070 ? 1 : 0;
      let x1157: number;
      if (x1070) {
        const x1080 = x1014 * x1011;
        x1083 = 24 * x1024;
        storeSecondScratch[360] = x1083;
        x1085 = (x1011 * x1011) / x1083;
        storeSecondScratch[361] = x1085;
        x1086 = (x1080 + x1080) / x1083;
        storeSecondScratch[362] = x1086;
        x1087 = (x1023 * 24) / x1083;
        storeSecondScratch[363] = x1087;
        x1091 = ((x963 / 2) + (x1011 / 4)) - x1085;
        storeSecondScratch[364] = x1091;
        x1093 = ((x964 * 0.5) + (x1014 * 0.25)) + ((x1087 * x1085) - x1086);
        storeSecondScratch[365] = x1093;
        x1157 = -((x914 * x1091) + (x1093 * x913));
      } else {
        x1100 = (q3 < 0.5) ? 1 : 0;
        storeSecondScratch[366] = x1100 ? 1 : 0;
        let x1155: number;
        if (x1100) {
          x1101 = 2 * x1011;
          storeSecondScratch[367] = x1101;
          x1102 = x1014 * 2;
          storeSecondScratch[368] = x1102;
          x1103 = x1101 * x1011;
          storeSecondScratch[369] = x1103;
          x1106 = (x1102 * x1011) + (x1014 * x1101);
          storeSecondScratch[370] = x1106;
          x1113 = x963 - ((4 * x1011) / 3);
          storeSecondScratch[371] = x1113;
          x1115 = x964 - ((x1014 * 4) * 0.3333333333333333);
          storeSecondScratch[372] = x1115;
          x1120 = (x1103 / 3) + (x963 * x1113);
          storeSecondScratch[373] = x1120;
          x1121 = (x1106 * 0.3333333333333333) + ((x964 * x1113) + (x1115 * x963));
          storeSecondScratch[374] = x1121;
          x1134 = (x963 * x1120) - ((x1103 * x1011) / 15);
          storeSecondScratch[375] = x1134;
          x1136 = ((x964 * x1120) + (x1121 * x963)) - (((x1106 * x1011) + (x1014 * x1103)) * 0.06666666666666667);
          storeSecondScratch[376] = x1136;
          x1139 = x1024 * x1024;
          storeSecondScratch[377] = x1139;
          const x1140 = x1023 * x1024;
          x1142 = ((-0.5) * x913) / x1139;
          storeSecondScratch[378] = x1142;
          x1143 = (x914 * (-0.5)) / x1139;
          storeSecondScratch[379] = x1143;
          x1144 = (x1140 + x1140) / x1139;
          storeSecondScratch[380] = x1144;
          x1147 = x1143 - (x1144 * x1142);
          storeSecondScratch[381] = x1147;
          x1155 = (x1147 * x1134) + (x1136 * x1142);
        } else {
          x1155 = x1043 * (-0.5);
        }
        x1157 = x1155;
      }
      x1162 = (x868 + x1043) - x1059;
      x1164 = x1059 - x868;
      x1166 = (-x1043) - x1157;
    } else {
      x1162 = 0;
      x1164 = 0;
      x1166 = 0;
    }
    x1168 = x1162;
    x1170 = x1164;
    x1172 = x1166;
  }
  storeSecondScratch[382] = x1168;
  storeSecondScratch[383] = x1170;
  storeSecondScratch[384] = x1172;
  const x1178 = -((x1168 + x1170) + x1172);
  storeSecondScratch[385] = x1178;
  const x1179 = v1 - v4;
  const x1181 = d1 - d4;
  storeSecondScratch[386] = x1181;
  const x1184 = x1181 * q[80]!;
  const x1185 = q2 === 1;
  storeSecondScratch[387] = x1185 ? 1 : 0;
  let x1262: number;
  if (x1185) {
    x1186 = (x1179 < 0) ? 1 : 0;
    storeSecondScratch[388] = x1186 ? 1 : 0;
    let x1214: number;
    if (x1186) {
      x1189 = q83 * 0.5;
      storeSecondScratch[389] = x1189;
      x1192 = x1189 * q84;
      storeSecondScratch[390] = x1192;
      x1196 = (4 * x1179) / q84;
      storeSecondScratch[391] = x1196;
      x1197 = (x1181 * 4) / q84;
      storeSecondScratch[392] = x1197;
      x1200 = Math.sqrt((1 - x1196));
      storeSecondScratch[393] = x1200;
      x1201 = (x1200 > 0) ? 1 : 0;
      storeSecondScratch[394] = x1201 ? 1 : 0;
      if (x1201) {
        x1202 = 0.5 / x1200;
        storeSecondScratch[395] = x1202;
        x1203 = x1202;
      } else {
        x1203 = 0;
      }
      storeSecondScratch[396] = x1203;
      x1204 = x1197 * x1203;
      storeSecondScratch[397] = x1204;
      x1214 = x1204 * x1192;
    } else {
      x1214 = x1181 * q83;
    }
    x1262 = x1184 + x1214;
  } else {
    x1217 = (q2 > 1) ? 1 : 0;
    storeSecondScratch[398] = x1217 ? 1 : 0;
    let x1260: number;
    if (x1217) {
      x1218 = x1179 + 0.02;
      storeSecondScratch[399] = x1218;
      const x1220 = x1181 * x1218;
      x1221 = x1220 + x1220;
      storeSecondScratch[400] = x1221;
      x1223 = Math.sqrt(((x1218 * x1218) + 0.08));
      storeSecondScratch[401] = x1223;
      x1224 = (x1223 > 0) ? 1 : 0;
      storeSecondScratch[402] = x1224 ? 1 : 0;
      if (x1224) {
        x1225 = 0.5 / x1223;
        storeSecondScratch[403] = x1225;
        x1226 = x1225;
      } else {
        x1226 = 0;
      }
      storeSecondScratch[404] = x1226;
      const x1232 = (x1181 - (x1221 * x1226)) * 0.5;
      x1236 = 0.5 * q84;
      storeSecondScratch[405] = x1236;
      x1239 = (4 * (0.5 * (x1218 - x1223))) / q84;
      storeSecondScratch[406] = x1239;
      x1240 = (x1232 * 4) / q84;
      storeSecondScratch[407] = x1240;
      x1243 = Math.sqrt((1 - x1239));
      storeSecondScratch[408] = x1243;
      x1244 = (x1243 > 0) ? 1 : 0;
      storeSecondScratch[409] = x1244 ? 1 : 0;
      if (x1244) {
        x1245 = 0.5 / x1243;
        storeSecondScratch[410] = x1245;
        x1246 = x1245;
      } else {
        x1246 = 0;
      }
      storeSecondScratch[411] = x1246;
      x1247 = x1240 * x1246;
      storeSecondScratch[412] = x1247;
      x1254 = (x1181 - x1232) + (x1247 * x1236);
      storeSecondScratch[413] = x1254;
      x1260 = x1184 + (x1254 * q83);
    } else {
      x1260 = x1184;
    }
    x1262 = x1260;
  }
  storeSecondScratch[414] = x1262;
  const x1263 = v1 - v5;
  storeSecondScratch[415] = x1263;
  const x1265 = d1 - d5;
  storeSecondScratch[416] = x1265;
  const x1268 = x1265 * q[79]!;
  storeSecondScratch[417] = x1268;
}

function storeSecond3(q: Float64Array, v: Float64Array, d: Float64Array, w: Float64Array, qs: Float64Array, vs: Float64Array): void {
  let x1269 = 0, x1272 = 0, x1274 = 0, x1278 = 0, x1279 = 0, x1282 = 0, x1283 = 0, x1285 = 0, x1284 = 0, x1286 = 0, x1299 = 0, x1300 = 0, x1303 = 0, x1305 = 0, x1306 = 0, x1308 = 0, x1307 = 0, x1318 = 0, x1321 = 0, x1322 = 0, x1325 = 0, x1326 = 0, x1328 = 0, x1327 = 0, x1329 = 0, x1336 = 0, x1355 = 0, x1359 = 0, x1360 = 0, x1361 = 0, x1362 = 0, x1363 = 0, x1365 = 0, x1366 = 0, x1372 = 0, x1368 = 0, x1369 = 0, x1370 = 0, x1373 = 0, x1381 = 0, x1385 = 0, x1386 = 0, x1387 = 0, x1388 = 0, x1389 = 0, x1391 = 0, x1392 = 0, x1398 = 0, x1394 = 0, x1395 = 0, x1396 = 0, x1399 = 0, x1409 = 0, x1413 = 0, x1414 = 0, x1415 = 0, x1416 = 0, x1417 = 0, x1419 = 0, x1420 = 0, x1426 = 0, x1422 = 0, x1423 = 0, x1424 = 0, x1427 = 0, x1437 = 0, x1439 = 0, x1442 = 0, x1446 = 0, x1448 = 0, x1460 = 0, x1462 = 0, x1463 = 0, x1464 = 0, x1465 = 0, x1466 = 0, x1468 = 0, x1469 = 0, x1475 = 0, x1471 = 0, x1472 = 0, x1473 = 0, x1476 = 0, x1484 = 0, x1486 = 0, x1487 = 0, x1488 = 0, x1489 = 0, x1490 = 0, x1492 = 0, x1493 = 0, x1499 = 0, x1495 = 0, x1496 = 0, x1497 = 0, x1500 = 0, x1510 = 0, x1512 = 0, x1513 = 0, x1514 = 0, x1515 = 0, x1516 = 0, x1518 = 0, x1519 = 0, x1525 = 0, x1521 = 0, x1522 = 0, x1523 = 0, x1526 = 0, x1536 = 0, x1538 = 0, x1541 = 0, x1545 = 0, x1547 = 0;
  const x1185 = storeSecondScratch[387]!;
  const x1263 = storeSecondScratch[415]!;
  const q82 = q[82]!;
  const q84 = q[84]!;
  const x1265 = storeSecondScratch[416]!;
  const x1268 = storeSecondScratch[417]!;
  const q2 = q[2]!;
  const d1 = d[1]!;
  const d3 = d[3]!;
  const v3 = v[3]!;
  const v4 = v[4]!;
  const d4 = d[4]!;
  const q103 = q[103]!;
  const q94 = q[94]!;
  const q97 = q[97]!;
  const q104 = q[104]!;
  const q95 = q[95]!;
  const q98 = q[98]!;
  const q105 = q[105]!;
  const q96 = q[96]!;
  const q99 = q[99]!;
  const v5 = v[5]!;
  const d5 = d[5]!;
  const q100 = q[100]!;
  const q101 = q[101]!;
  const q102 = q[102]!;
  const x1168 = storeSecondScratch[382]!;
  const x1262 = storeSecondScratch[414]!;
  const x1170 = storeSecondScratch[383]!;
  const x2 = storeSecondScratch[0]!;
  const x1172 = storeSecondScratch[384]!;
  const x1178 = storeSecondScratch[385]!;
  const w5 = w[5]!;
  const q0 = q[0]!;
  const w4 = w[4]!;
  const w3 = w[3]!;
  const w1 = w[1]!;
  let x1344: number;
  if (x1185) {
    x1269 = (x1263 < 0) ? 1 : 0;
    let x1296: number;
    if (x1269) {
      x1272 = q82 * 0.5;
      x1274 = x1272 * q84;
      x1278 = (4 * x1263) / q84;
      x1279 = (x1265 * 4) / q84;
      x1282 = Math.sqrt((1 - x1278));
      x1283 = (x1282 > 0) ? 1 : 0;
      if (x1283) {
        x1284 = 0.5 / x1282;
        x1285 = x1284;
      } else {
        x1285 = 0;
      }
      x1286 = x1279 * x1285;
      x1296 = x1286 * x1274;
    } else {
      x1296 = x1265 * q82;
    }
    x1344 = x1268 + x1296;
  } else {
    x1299 = (q2 > 1) ? 1 : 0;
    let x1342: number;
    if (x1299) {
      x1300 = x1263 + 0.02;
      const x1302 = x1265 * x1300;
      x1303 = x1302 + x1302;
      x1305 = Math.sqrt(((x1300 * x1300) + 0.08));
      x1306 = (x1305 > 0) ? 1 : 0;
      if (x1306) {
        x1307 = 0.5 / x1305;
        x1308 = x1307;
      } else {
        x1308 = 0;
      }
      const x1314 = (x1265 - (x1303 * x1308)) * 0.5;
      x1318 = 0.5 * q84;
      x1321 = (4 * (0.5 * (x1300 - x1305))) / q84;
      x1322 = (x1314 * 4) / q84;
      x1325 = Math.sqrt((1 - x1321));
      x1326 = (x1325 > 0) ? 1 : 0;
      if (x1326) {
        x1327 = 0.5 / x1325;
        x1328 = x1327;
      } else {
        x1328 = 0;
      }
      x1329 = x1322 * x1328;
      x1336 = (x1265 - x1314) + (x1329 * x1318);
      x1342 = x1268 + (x1336 * q82);
    } else {
      x1342 = x1268;
    }
    x1344 = x1342;
  }
  const x1347 = d1 - d3;
  const x1350 = x1347 * q[81]!;
  const x1351 = v3 - v4;
  const x1352 = d3 - d4;
  const x1353 = x1351 < 0;
  let x1455: number;
  if (x1353) {
    x1355 = (q103 > 0) ? 1 : 0;
    let x1379: number;
    if (x1355) {
      x1359 = 1 - q97;
      x1360 = (q94 * q103) / x1359;
      x1361 = x1351 / q94;
      x1362 = x1352 / q94;
      x1363 = 1 - x1361;
      x1365 = Math.pow(x1363, x1359);
      x1366 = (x1363 !== 0) ? 1 : 0;
      if (x1366) {
        x1368 = (x1359 * x1365) / x1363;
        x1372 = x1368;
      } else {
        x1369 = x1359 - 1;
        x1370 = Math.pow(x1363, x1369);
        x1372 = x1359 * x1370;
      }
      x1373 = x1362 * x1372;
      x1379 = x1373 * x1360;
    } else {
      x1379 = 0;
    }
    x1381 = (q104 > 0) ? 1 : 0;
    let x1405: number;
    if (x1381) {
      x1385 = 1 - q98;
      x1386 = (q95 * q104) / x1385;
      x1387 = x1351 / q95;
      x1388 = x1352 / q95;
      x1389 = 1 - x1387;
      x1391 = Math.pow(x1389, x1385);
      x1392 = (x1389 !== 0) ? 1 : 0;
      if (x1392) {
        x1394 = (x1385 * x1391) / x1389;
        x1398 = x1394;
      } else {
        x1395 = x1385 - 1;
        x1396 = Math.pow(x1389, x1395);
        x1398 = x1385 * x1396;
      }
      x1399 = x1388 * x1398;
      x1405 = x1399 * x1386;
    } else {
      x1405 = 0;
    }
    x1409 = (q105 > 0) ? 1 : 0;
    let x1433: number;
    if (x1409) {
      x1413 = 1 - q99;
      x1414 = (q96 * q105) / x1413;
      x1415 = x1351 / q96;
      x1416 = x1352 / q96;
      x1417 = 1 - x1415;
      x1419 = Math.pow(x1417, x1413);
      x1420 = (x1417 !== 0) ? 1 : 0;
      if (x1420) {
        x1422 = (x1413 * x1419) / x1417;
        x1426 = x1422;
      } else {
        x1423 = x1413 - 1;
        x1424 = Math.pow(x1417, x1423);
        x1426 = x1413 * x1424;
      }
      x1427 = x1416 * x1426;
      x1433 = x1427 * x1414;
    } else {
      x1433 = 0;
    }
    x1455 = (x1379 + x1405) + x1433;
  } else {
    x1437 = (q103 * q97) / q94;
    x1439 = (q104 * q98) / q95;
    x1442 = (q105 * q99) / q96;
    x1446 = 0.5 * ((x1437 + x1439) + x1442);
    x1448 = x1352 * x1446;
    x1455 = (x1352 * (((q103 + q104) + q105) + (x1446 * x1351))) + (x1448 * x1351);
  }
  const x1456 = v3 - v5;
  const x1457 = d3 - d5;
  const x1458 = x1456 < 0;
  let x1554: number;
  if (x1458) {
    x1460 = (q100 > 0) ? 1 : 0;
    let x1482: number;
    if (x1460) {
      x1462 = 1 - q97;
      x1463 = (q94 * q100) / x1462;
      x1464 = x1456 / q94;
      x1465 = x1457 / q94;
      x1466 = 1 - x1464;
      x1468 = Math.pow(x1466, x1462);
      x1469 = (x1466 !== 0) ? 1 : 0;
      if (x1469) {
        x1471 = (x1462 * x1468) / x1466;
        x1475 = x1471;
      } else {
        x1472 = x1462 - 1;
        x1473 = Math.pow(x1466, x1472);
        x1475 = x1462 * x1473;
      }
      x1476 = x1465 * x1475;
      x1482 = x1476 * x1463;
    } else {
      x1482 = 0;
    }
    x1484 = (q101 > 0) ? 1 : 0;
    let x1506: number;
    if (x1484) {
      x1486 = 1 - q98;
      x1487 = (q95 * q101) / x1486;
      x1488 = x1456 / q95;
      x1489 = x1457 / q95;
      x1490 = 1 - x1488;
      x1492 = Math.pow(x1490, x1486);
      x1493 = (x1490 !== 0) ? 1 : 0;
      if (x1493) {
        x1495 = (x1486 * x1492) / x1490;
        x1499 = x1495;
      } else {
        x1496 = x1486 - 1;
        x1497 = Math.pow(x1490, x1496);
        x1499 = x1486 * x1497;
      }
      x1500 = x1489 * x1499;
      x1506 = x1500 * x1487;
    } else {
      x1506 = 0;
    }
    x1510 = (q102 > 0) ? 1 : 0;
    let x1532: number;
    if (x1510) {
      x1512 = 1 - q99;
      x1513 = (q96 * q102) / x1512;
      x1514 = x1456 / q96;
      x1515 = x1457 / q96;
      x1516 = 1 - x1514;
      x1518 = Math.pow(x1516, x1512);
      x1519 = (x1516 !== 0) ? 1 : 0;
      if (x1519) {
        x1521 = (x1512 * x1518) / x1516;
        x1525 = x1521;
      } else {
        x1522 = x1512 - 1;
        x1523 = Math.pow(x1516, x1522);
        x1525 = x1512 * x1523;
      }
      x1526 = x1515 * x1525;
      x1532 = x1526 * x1513;
    } else {
      x1532 = 0;
    }
    x1554 = (x1482 + x1506) + x1532;
  } else {
    x1536 = (q100 * q97) / q94;
    x1538 = (q101 * q98) / q95;
    x1541 = (q102 * q99) / q96;
    x1545 = 0.5 * ((x1536 + x1538) + x1541);
    x1547 = x1457 * x1545;
    x1554 = (x1457 * (((q100 + q101) + q102) + (x1545 * x1456))) + (x1547 * x1456);
  }
  const x1599 = w5 * q0;
  const x1602 = x2 ? x1599 : 0;
  const x1603 = x2 ? 0 : x1599;
  const x1604 = w4 * q0;
  let x1610: number;
  let x1611: number;
  if (x2) {
    x1610 = x1603 + x1604;
    x1611 = x1602;
  } else {
    x1610 = x1603;
    x1611 = x1602 + x1604;
  }
  storeSecondScratch[418] = x1610;
  storeSecondScratch[419] = x1611;
  const x1612 = w3 * q0;
  storeSecondScratch[420] = x1612;
  const x1614 = ((w5 * (((x2 ? x1178 : x1172) - x1344) - x1554)) + (w4 * (((x2 ? x1172 : x1178) - x1262) - x1455))) + (w3 * (((x1170 - x1350) + x1455) + x1554));
  const x1615 = x1612 - x1599;
  const x1616 = x1612 - x1604;
  const x1618 = w1 * q0;
  storeSecondScratch[421] = x1618;
  const x1620 = x1614 + (w1 * (((x1168 + x1262) + x1344) + x1350));
  storeSecondScratch[422] = x1620;
  const x1622 = x1618 - x1599;
  const x1623 = x1618 - x1604;
  storeSecondScratch[423] = x1623;
  let x1830: number;
  let x1831: number;
  let x1832: number;
  let x1833: number;
  let x1834: number;
  let x1835: number;
  let x1836: number;
  let x1837: number;
  let x1838: number;
  let x1839: number;
  if (x1458) {
    let x1679: number;
    let x1680: number;
    let x1681: number;
    let x1682: number;
    if (x1510) {
      const x1624 = x1615 * x1513;
      const x1627 = x1624 * x1515;
      let x1645: number;
      let x1646: number;
      let x1647: number;
      if (x1519) {
        const x1628 = x1627 / x1516;
        x1645 = -(x1628 * x1521);
        x1646 = x1628 * x1518;
        x1647 = x1628 * x1512;
      } else {
        const x1634 = x1627 * x1512;
        let x1642: number;
        if ((x1516 > 0)) {
          x1642 = x1523 * Math.log(x1516);
        } else {
          x1642 = 0;
        }
        x1645 = x1634 * (x1522 * Math.pow(x1516, (x1522 - 1)));
        x1646 = (x1627 * x1523) + (x1634 * x1642);
        x1647 = 0;
      }
      let x1653: number;
      if (x1519) {
        x1653 = (x1512 * x1518) / x1516;
      } else {
        x1653 = x1512 * Math.pow(x1516, (x1512 - 1));
      }
      let x1659: number;
      if ((x1516 > 0)) {
        x1659 = x1518 * Math.log(x1516);
      } else {
        x1659 = 0;
      }
      const x1666 = (x1645 + (x1647 * x1653)) / q96;
      const x1671 = (x1615 * x1526) / x1512;
      x1679 = ((x1666 * x1514) - (((x1624 * x1525) / q96) * x1515)) + (x1671 * q102);
      x1680 = -x1666;
      x1681 = (x1671 * x1513) - (x1646 + (x1647 * x1659));
      x1682 = x1671 * q96;
    } else {
      x1679 = 0;
      x1680 = 0;
      x1681 = 0;
      x1682 = 0;
    }
    let x1739: number;
    let x1740: number;
    let x1741: number;
    let x1742: number;
    if (x1484) {
      const x1683 = x1615 * x1487;
      const x1686 = x1683 * x1489;
      let x1704: number;
      let x1705: number;
      let x1706: number;
      if (x1493) {
        const x1687 = x1686 / x1490;
        x1704 = -(x1687 * x1495);
        x1705 = x1687 * x1492;
        x1706 = x1687 * x1486;
      } else {
        const x1693 = x1686 * x1486;
        let x1701: number;
        if ((x1490 > 0)) {
          x1701 = x1497 * Math.log(x1490);
        } else {
          x1701 = 0;
        }
        x1704 = x1693 * (x1496 * Math.pow(x1490, (x1496 - 1)));
        x1705 = (x1686 * x1497) + (x1693 * x1701);
        x1706 = 0;
      }
      let x1712: number;
      if (x1493) {
        x1712 = (x1486 * x1492) / x1490;
      } else {
        x1712 = x1486 * Math.pow(x1490, (x1486 - 1));
      }
      let x1718: number;
      if ((x1490 > 0)) {
        x1718 = x1492 * Math.log(x1490);
      } else {
        x1718 = 0;
      }
      const x1725 = (x1704 + (x1706 * x1712)) / q95;
      const x1731 = (x1615 * x1500) / x1486;
      x1739 = ((x1725 * x1488) - (((x1683 * x1499) / q95) * x1489)) + (x1731 * q101);
      x1740 = x1680 - x1725;
      x1741 = (x1731 * x1487) - (x1705 + (x1706 * x1718));
      x1742 = x1731 * q95;
    } else {
      x1739 = 0;
      x1740 = x1680;
      x1741 = 0;
      x1742 = 0;
    }
    let x1799: number;
    let x1800: number;
    let x1801: number;
    let x1802: number;
    if (x1460) {
      const x1743 = x1615 * x1463;
      const x1746 = x1743 * x1465;
      let x1764: number;
      let x1765: number;
      let x1766: number;
      if (x1469) {
        const x1747 = x1746 / x1466;
        x1764 = -(x1747 * x1471);
        x1765 = x1747 * x1468;
        x1766 = x1747 * x1462;
      } else {
        const x1753 = x1746 * x1462;
        let x1761: number;
        if ((x1466 > 0)) {
          x1761 = x1473 * Math.log(x1466);
        } else {
          x1761 = 0;
        }
        x1764 = x1753 * (x1472 * Math.pow(x1466, (x1472 - 1)));
        x1765 = (x1746 * x1473) + (x1753 * x1761);
        x1766 = 0;
      }
      let x1772: number;
      if (x1469) {
        x1772 = (x1462 * x1468) / x1466;
      } else {
        x1772 = x1462 * Math.pow(x1466, (x1462 - 1));
      }
      let x1778: number;
      if ((x1466 > 0)) {
        x1778 = x1468 * Math.log(x1466);
      } else {
        x1778 = 0;
      }
      const x1785 = (x1764 + (x1766 * x1772)) / q94;
      const x1791 = (x1615 * x1476) / x1462;
      x1799 = ((x1785 * x1464) - (((x1743 * x1475) / q94) * x1465)) + (x1791 * q100);
      x1800 = x1740 - x1785;
      x1801 = (x1791 * x1463) - (x1765 + (x1766 * x1778));
      x1802 = x1791 * q94;
    } else {
      x1799 = 0;
      x1800 = x1740;
      x1801 = 0;
      x1802 = 0;
    }
    x1830 = x1679;
    x1831 = x1800;
    x1832 = x1681;
    x1833 = x1682;
    x1834 = x1739;
    x1835 = x1741;
    x1836 = x1742;
    x1837 = x1799;
    x1838 = x1801;
    x1839 = x1802;
  } else {
    const x1805 = x1615 * x1457;
    const x1811 = (((x1615 * x1456) * x1457) + (x1805 * x1456)) * 0.5;
    const x1812 = x1811 / q96;
    const x1818 = x1811 / q95;
    const x1824 = x1811 / q94;
    x1830 = -(x1812 * x1541);
    x1831 = (x1615 * x1547) + (x1805 * x1545);
    x1832 = x1812 * q102;
    x1833 = x1805 + (x1812 * q99);
    x1834 = -(x1818 * x1538);
    x1835 = x1818 * q101;
    x1836 = x1805 + (x1818 * q98);
    x1837 = -(x1824 * x1536);
    x1838 = x1824 * q100;
    x1839 = x1805 + (x1824 * q97);
  }
  storeSecondScratch[424] = x1833;
  storeSecondScratch[425] = x1836;
  storeSecondScratch[426] = x1839;
  let x2059: number;
  let x2060: number;
  let x2061: number;
  let x2062: number;
  let x2063: number;
  let x2064: number;
  let x2065: number;
  let x2066: number;
  let x2067: number;
  let x2068: number;
  if (x1353) {
    let x1898: number;
    let x1899: number;
    let x1900: number;
    let x1901: number;
    if (x1409) {
      const x1841 = x1616 * x1414;
      const x1844 = x1841 * x1416;
      let x1862: number;
      let x1863: number;
      let x1864: number;
      if (x1420) {
        const x1845 = x1844 / x1417;
        x1862 = -(x1845 * x1422);
        x1863 = x1845 * x1419;
        x1864 = x1845 * x1413;
      } else {
        const x1851 = x1844 * x1413;
        let x1859: number;
        if ((x1417 > 0)) {
          x1859 = x1424 * Math.log(x1417);
        } else {
          x1859 = 0;
        }
        x1862 = x1851 * (x1423 * Math.pow(x1417, (x1423 - 1)));
        x1863 = (x1844 * x1424) + (x1851 * x1859);
        x1864 = 0;
      }
      let x1870: number;
      if (x1420) {
        x1870 = (x1413 * x1419) / x1417;
      } else {
        x1870 = x1413 * Math.pow(x1417, (x1413 - 1));
      }
      let x1876: number;
      if ((x1417 > 0)) {
        x1876 = x1419 * Math.log(x1417);
      } else {
        x1876 = 0;
      }
      const x1884 = (x1862 + (x1864 * x1870)) / q96;
      const x1889 = (x1616 * x1427) / x1413;
      x1898 = ((x1830 - (((x1841 * x1426) / q96) * x1416)) + (x1884 * x1415)) + (x1889 * q105);
      x1899 = -x1884;
      x1900 = x1832 + ((x1889 * x1414) - (x1863 + (x1864 * x1876)));
      x1901 = x1889 * q96;
    } else {
      x1898 = x1830;
      x1899 = 0;
      x1900 = x1832;
      x1901 = 0;
    }
    let x1960: number;
    let x1961: number;
    let x1962: number;
    let x1963: number;
    if (x1381) {
      const x1902 = x1616 * x1386;
      const x1905 = x1902 * x1388;
      let x1923: number;
      let x1924: number;
      let x1925: number;
      if (x1392) {
        const x1906 = x1905 / x1389;
        x1923 = -(x1906 * x1394);
        x1924 = x1906 * x1391;
        x1925 = x1906 * x1385;
      } else {
        const x1912 = x1905 * x1385;
        let x1920: number;
        if ((x1389 > 0)) {
          x1920 = x1396 * Math.log(x1389);
        } else {
          x1920 = 0;
        }
        x1923 = x1912 * (x1395 * Math.pow(x1389, (x1395 - 1)));
        x1924 = (x1905 * x1396) + (x1912 * x1920);
        x1925 = 0;
      }
      let x1931: number;
      if (x1392) {
        x1931 = (x1385 * x1391) / x1389;
      } else {
        x1931 = x1385 * Math.pow(x1389, (x1385 - 1));
      }
      let x1937: number;
      if ((x1389 > 0)) {
        x1937 = x1391 * Math.log(x1389);
      } else {
        x1937 = 0;
      }
      const x1945 = (x1923 + (x1925 * x1931)) / q95;
      const x1951 = (x1616 * x1399) / x1385;
      x1960 = ((x1834 - (((x1902 * x1398) / q95) * x1388)) + (x1945 * x1387)) + (x1951 * q104);
      x1961 = x1899 - x1945;
      x1962 = x1835 + ((x1951 * x1386) - (x1924 + (x1925 * x1937)));
      x1963 = x1951 * q95;
    } else {
      x1960 = x1834;
      x1961 = x1899;
      x1962 = x1835;
      x1963 = 0;
    }
    let x2022: number;
    let x2023: number;
    let x2024: number;
    let x2025: number;
    if (x1355) {
      const x1964 = x1616 * x1360;
      const x1967 = x1964 * x1362;
      let x1985: number;
      let x1986: number;
      let x1987: number;
      if (x1366) {
        const x1968 = x1967 / x1363;
        x1985 = -(x1968 * x1368);
        x1986 = x1968 * x1365;
        x1987 = x1968 * x1359;
      } else {
        const x1974 = x1967 * x1359;
        let x1982: number;
        if ((x1363 > 0)) {
          x1982 = x1370 * Math.log(x1363);
        } else {
          x1982 = 0;
        }
        x1985 = x1974 * (x1369 * Math.pow(x1363, (x1369 - 1)));
        x1986 = (x1967 * x1370) + (x1974 * x1982);
        x1987 = 0;
      }
      let x1993: number;
      if (x1366) {
        x1993 = (x1359 * x1365) / x1363;
      } else {
        x1993 = x1359 * Math.pow(x1363, (x1359 - 1));
      }
      let x1999: number;
      if ((x1363 > 0)) {
        x1999 = x1365 * Math.log(x1363);
      } else {
        x1999 = 0;
      }
      const x2007 = (x1985 + (x1987 * x1993)) / q94;
      const x2013 = (x1616 * x1373) / x1359;
      x2022 = ((x1837 - (((x1964 * x1372) / q94) * x1362)) + (x2007 * x1361)) + (x2013 * q103);
      x2023 = x1961 - x2007;
      x2024 = x1838 + ((x2013 * x1360) - (x1986 + (x1987 * x1999)));
      x2025 = x2013 * q94;
    } else {
      x2022 = x1837;
      x2023 = x1961;
      x2024 = x1838;
      x2025 = 0;
    }
    x2059 = x1898;
    x2060 = x2023;
    x2061 = x1900;
    x2062 = x1901;
    x2063 = x1960;
    x2064 = x1962;
    x2065 = x1963;
    x2066 = x2022;
    x2067 = x2024;
    x2068 = x2025;
  } else {
    const x2028 = x1616 * x1352;
    const x2034 = (((x1616 * x1351) * x1352) + (x2028 * x1351)) * 0.5;
    const x2035 = x2034 / q96;
    const x2043 = x2034 / q95;
    const x2051 = x2034 / q94;
    x2059 = x1830 - (x2035 * x1442);
    x2060 = (x1616 * x1448) + (x2028 * x1446);
    x2061 = x1832 + (x2035 * q105);
    x2062 = x2028 + (x2035 * q99);
    x2063 = x1834 - (x2043 * x1439);
    x2064 = x1835 + (x2043 * q104);
    x2065 = x2028 + (x2043 * q98);
    x2066 = x1837 - (x2051 * x1437);
    x2067 = x1838 + (x2051 * q103);
    x2068 = x2028 + (x2051 * q97);
  }
  storeSecondScratch[427] = x2059;
  storeSecondScratch[428] = x2061;
  storeSecondScratch[429] = x2062;
  storeSecondScratch[430] = x2063;
  storeSecondScratch[431] = x2064;
  storeSecondScratch[432] = x2065;
  storeSecondScratch[433] = x2066;
  storeSecondScratch[434] = x2067;
  storeSecondScratch[435] = x2068;
  const x2069 = x1831 + x2060;
  storeSecondScratch[436] = x2069;
  const x2070 = -x2060;
  storeSecondScratch[437] = x2070;
  const x2071 = (x1618 - x1612) * x1347;
  storeSecondScratch[438] = x2071;
  let x2157: number;
  let x2158: number;
  let x2159: number;
  if (x1185) {
    let x2099: number;
    let x2100: number;
    let x2101: number;
    if (x1269) {
      const x2072 = x1622 * x1274;
      const x2073 = x1622 * x1286;
      const x2075 = x2072 * x1279;
      let x2079: number;
      if (x1283) {
        x2079 = -((x2075 / x1282) * x1284);
      } else {
        x2079 = 0;
      }
      let x2081: number;
      if (x1283) {
        x2081 = 0.5 / x1282;
      } else {
        x2081 = 0;
      }
      const x2087 = (x2079 * x2081) / q84;
      x2099 = ((x2087 * x1278) - (((x2072 * x1285) / q84) * x1279)) + (x2073 * x1272);
      x2100 = -(x2087 * 4);
      x2101 = (x2073 * q84) * 0.5;
    } else {
      x2099 = 0;
      x2100 = 0;
      x2101 = x1622 * x1265;
    }
    x2157 = x2099;
    x2158 = x2100;
    x2159 = x2101;
  } else {
    let x2154: number;
    let x2155: number;
    let x2156: number;
    if (x1299) {
      const x2102 = x1622 * q82;
      const x2104 = x2102 * x1318;
      const x2107 = x2104 * x1322;
      let x2111: number;
      if (x1326) {
        x2111 = -((x2107 / x1325) * x1327);
      } else {
        x2111 = 0;
      }
      let x2113: number;
      if (x1326) {
        x2113 = 0.5 / x1325;
      } else {
        x2113 = 0;
      }
      const x2116 = (x2104 * x1328) / q84;
      const x2119 = (x2111 * x2113) / q84;
      const x2131 = ((x2116 * 4) - x2102) * 0.5;
      const x2132 = (x2119 * 4) * 0.5;
      const x2135 = x2131 * x1308;
      const x2137 = x2131 * x1303;
      let x2144: number;
      if (x1306) {
        x2144 = x2132 + ((x2137 / x1305) * x1307);
      } else {
        x2144 = x2132;
      }
      let x2146: number;
      if (x1306) {
        x2146 = 0.5 / x1305;
      } else {
        x2146 = 0;
      }
      const x2151 = (x2144 * x2146) * x1300;
      x2154 = x1622 * x1336;
      x2155 = ((x2119 * x1321) - (x2116 * x1322)) + ((x2102 * x1329) * 0.5);
      x2156 = (((((-x2135) - x2135) * x1265) - x2132) + x2151) + x2151;
    } else {
      x2154 = 0;
      x2155 = 0;
      x2156 = 0;
    }
    x2157 = x2155;
    x2158 = x2156;
    x2159 = x2154;
  }
  storeSecondScratch[439] = x2157;
  storeSecondScratch[440] = x2158;
  storeSecondScratch[441] = x2159;
  const x2160 = x1622 * x1265;
  storeSecondScratch[442] = x2160;
  const x2162 = (-x1831) - x2158;
  storeSecondScratch[443] = x2162;
}

function storeSecond4(q: Float64Array, v: Float64Array, d: Float64Array, w: Float64Array, qs: Float64Array, vs: Float64Array): void {
  const x1185 = storeSecondScratch[387]!;
  const x1186 = storeSecondScratch[388]!;
  const x1623 = storeSecondScratch[423]!;
  const x1192 = storeSecondScratch[390]!;
  const x1204 = storeSecondScratch[397]!;
  const x1203 = storeSecondScratch[396]!;
  const x1197 = storeSecondScratch[392]!;
  const x1201 = storeSecondScratch[394]!;
  const x1200 = storeSecondScratch[393]!;
  const x1202 = storeSecondScratch[395]!;
  const q84 = q[84]!;
  const x2157 = storeSecondScratch[439]!;
  const x1196 = storeSecondScratch[391]!;
  const x1189 = storeSecondScratch[389]!;
  const x1181 = storeSecondScratch[386]!;
  const x1217 = storeSecondScratch[398]!;
  const q83 = q[83]!;
  const x1254 = storeSecondScratch[413]!;
  const x1236 = storeSecondScratch[405]!;
  const x1247 = storeSecondScratch[412]!;
  const x1246 = storeSecondScratch[411]!;
  const x1240 = storeSecondScratch[407]!;
  const x1244 = storeSecondScratch[409]!;
  const x1243 = storeSecondScratch[408]!;
  const x1245 = storeSecondScratch[410]!;
  const x1239 = storeSecondScratch[406]!;
  const x1226 = storeSecondScratch[404]!;
  const x1221 = storeSecondScratch[400]!;
  const x1224 = storeSecondScratch[402]!;
  const x1223 = storeSecondScratch[401]!;
  const x1225 = storeSecondScratch[403]!;
  const x1218 = storeSecondScratch[399]!;
  const x2158 = storeSecondScratch[440]!;
  const x2070 = storeSecondScratch[437]!;
  const x1610 = storeSecondScratch[418]!;
  const x1611 = storeSecondScratch[419]!;
  const x1618 = storeSecondScratch[421]!;
  const x1612 = storeSecondScratch[420]!;
  let x2250: number;
  let x2251: number;
  let x2252: number;
  if (x1185) {
    let x2191: number;
    let x2192: number;
    let x2193: number;
    if (x1186) {
      const x2163 = x1623 * x1192;
      const x2164 = x1623 * x1204;
      const x2166 = x2163 * x1197;
      let x2170: number;
      if (x1201) {
        x2170 = -((x2166 / x1200) * x1202);
      } else {
        x2170 = 0;
      }
      let x2172: number;
      if (x1201) {
        x2172 = 0.5 / x1200;
      } else {
        x2172 = 0;
      }
      const x2179 = (x2170 * x2172) / q84;
      x2191 = ((x2157 - (((x2163 * x1203) / q84) * x1197)) + (x2179 * x1196)) + (x2164 * x1189);
      x2192 = -(x2179 * 4);
      x2193 = (x2164 * q84) * 0.5;
    } else {
      x2191 = x2157;
      x2192 = 0;
      x2193 = x1623 * x1181;
    }
    x2250 = x2191;
    x2251 = x2192;
    x2252 = x2193;
  } else {
    let x2247: number;
    let x2248: number;
    let x2249: number;
    if (x1217) {
      const x2194 = x1623 * q83;
      const x2196 = x2194 * x1236;
      const x2199 = x2196 * x1240;
      let x2203: number;
      if (x1244) {
        x2203 = -((x2199 / x1243) * x1245);
      } else {
        x2203 = 0;
      }
      let x2205: number;
      if (x1244) {
        x2205 = 0.5 / x1243;
      } else {
        x2205 = 0;
      }
      const x2208 = (x2196 * x1246) / q84;
      const x2212 = (x2203 * x2205) / q84;
      const x2224 = ((x2208 * 4) - x2194) * 0.5;
      const x2225 = (x2212 * 4) * 0.5;
      const x2228 = x2224 * x1226;
      const x2230 = x2224 * x1221;
      let x2237: number;
      if (x1224) {
        x2237 = x2225 + ((x2230 / x1223) * x1225);
      } else {
        x2237 = x2225;
      }
      let x2239: number;
      if (x1224) {
        x2239 = 0.5 / x1223;
      } else {
        x2239 = 0;
      }
      const x2244 = (x2237 * x2239) * x1218;
      x2247 = x1623 * x1254;
      x2248 = ((x2157 - (x2208 * x1240)) + (x2212 * x1239)) + ((x2194 * x1247) * 0.5);
      x2249 = (((((-x2228) - x2228) * x1181) - x2225) + x2244) + x2244;
    } else {
      x2247 = 0;
      x2248 = x2157;
      x2249 = 0;
    }
    x2250 = x2248;
    x2251 = x2249;
    x2252 = x2247;
  }
  storeSecondScratch[444] = x2250;
  storeSecondScratch[445] = x2252;
  const x2253 = x1623 * x1181;
  storeSecondScratch[446] = x2253;
  const x2254 = x2158 + x2251;
  storeSecondScratch[447] = x2254;
  const x2256 = x2070 - x2251;
  storeSecondScratch[448] = x2256;
  const x2258 = x1610 - x1611;
  storeSecondScratch[449] = x2258;
  const x2259 = x1618 - x1611;
  storeSecondScratch[450] = x2259;
  const x2260 = x1612 - x1611;
  storeSecondScratch[451] = x2260;
}

function storeSecond5(q: Float64Array, v: Float64Array, d: Float64Array, w: Float64Array, qs: Float64Array, vs: Float64Array): void {
  const x1611 = storeSecondScratch[419]!;
  const x1610 = storeSecondScratch[418]!;
  const x1070 = storeSecondScratch[359]!;
  const x2258 = storeSecondScratch[449]!;
  const x913 = storeSecondScratch[300]!;
  const x1093 = storeSecondScratch[365]!;
  const x1091 = storeSecondScratch[364]!;
  const x914 = storeSecondScratch[301]!;
  const x1085 = storeSecondScratch[361]!;
  const x1087 = storeSecondScratch[363]!;
  const x1083 = storeSecondScratch[360]!;
  const x1086 = storeSecondScratch[362]!;
  const x1011 = storeSecondScratch[343]!;
  const x1014 = storeSecondScratch[344]!;
  const x1100 = storeSecondScratch[366]!;
  const x1142 = storeSecondScratch[378]!;
  const x1136 = storeSecondScratch[376]!;
  const x1134 = storeSecondScratch[375]!;
  const x1147 = storeSecondScratch[381]!;
  const x1144 = storeSecondScratch[380]!;
  const x1139 = storeSecondScratch[377]!;
  const x1143 = storeSecondScratch[379]!;
  const x1024 = storeSecondScratch[346]!;
  const x1023 = storeSecondScratch[345]!;
  const x1103 = storeSecondScratch[369]!;
  const x1106 = storeSecondScratch[370]!;
  const x963 = storeSecondScratch[322]!;
  const x1121 = storeSecondScratch[374]!;
  const x1120 = storeSecondScratch[373]!;
  const x964 = storeSecondScratch[323]!;
  const x1115 = storeSecondScratch[372]!;
  const x1113 = storeSecondScratch[371]!;
  const x1101 = storeSecondScratch[367]!;
  const x1102 = storeSecondScratch[368]!;
  const x1612 = storeSecondScratch[420]!;
  const x1618 = storeSecondScratch[421]!;
  const x2260 = storeSecondScratch[451]!;
  const x2259 = storeSecondScratch[450]!;
  const x1046 = storeSecondScratch[355]!;
  const x1055 = storeSecondScratch[358]!;
  const x1053 = storeSecondScratch[357]!;
  const x1050 = storeSecondScratch[356]!;
  const x228 = storeSecondScratch[64]!;
  const x1044 = storeSecondScratch[354]!;
  const x1039 = storeSecondScratch[353]!;
  const x1038 = storeSecondScratch[352]!;
  const x227 = storeSecondScratch[63]!;
  const x1033 = storeSecondScratch[351]!;
  const x1028 = storeSecondScratch[348]!;
  const x1030 = storeSecondScratch[350]!;
  const x1026 = storeSecondScratch[347]!;
  const x1029 = storeSecondScratch[349]!;
  const x1010 = storeSecondScratch[342]!;
  const x1009 = storeSecondScratch[341]!;
  const x814 = storeSecondScratch[264]!;
  const x976 = storeSecondScratch[329]!;
  const x1003 = storeSecondScratch[338]!;
  const x1005 = storeSecondScratch[340]!;
  const x1001 = storeSecondScratch[337]!;
  const x1004 = storeSecondScratch[339]!;
  const x999 = storeSecondScratch[336]!;
  const x995 = storeSecondScratch[332]!;
  const x997 = storeSecondScratch[334]!;
  const x996 = storeSecondScratch[333]!;
  const x998 = storeSecondScratch[335]!;
  const x974 = storeSecondScratch[328]!;
  const x973 = storeSecondScratch[327]!;
  const x12 = storeSecondScratch[2]!;
  const x11 = storeSecondScratch[1]!;
  const x981 = storeSecondScratch[331]!;
  const x980 = storeSecondScratch[330]!;
  const x965 = storeSecondScratch[324]!;
  const x967 = storeSecondScratch[326]!;
  const x966 = storeSecondScratch[325]!;
  const x752 = storeSecondScratch[237]!;
  const x944 = storeSecondScratch[316]!;
  const x955 = storeSecondScratch[321]!;
  const x951 = storeSecondScratch[317]!;
  const x953 = storeSecondScratch[319]!;
  const x952 = storeSecondScratch[318]!;
  const x954 = storeSecondScratch[320]!;
  const x941 = storeSecondScratch[315]!;
  const x940 = storeSecondScratch[314]!;
  const q11 = q[11]!;
  const x935 = storeSecondScratch[313]!;
  const x934 = storeSecondScratch[312]!;
  const x933 = storeSecondScratch[311]!;
  const x922 = storeSecondScratch[306]!;
  const x932 = storeSecondScratch[310]!;
  const x931 = storeSecondScratch[309]!;
  const x926 = storeSecondScratch[308]!;
  const x751 = storeSecondScratch[236]!;
  const x748 = storeSecondScratch[235]!;
  const x915 = storeSecondScratch[302]!;
  const q14 = q[14]!;
  const x923 = storeSecondScratch[307]!;
  const x917 = storeSecondScratch[303]!;
  const q20 = q[20]!;
  const x920 = storeSecondScratch[305]!;
  const x919 = storeSecondScratch[304]!;
  const q78 = q[78]!;
  const q7 = q[7]!;
  const x910 = storeSecondScratch[299]!;
  const x906 = storeSecondScratch[297]!;
  const x907 = storeSecondScratch[298]!;
  const x905 = storeSecondScratch[296]!;
  const x900 = storeSecondScratch[294]!;
  const x901 = storeSecondScratch[295]!;
  const x896 = storeSecondScratch[292]!;
  const x897 = storeSecondScratch[293]!;
  const x894 = storeSecondScratch[291]!;
  const x892 = storeSecondScratch[290]!;
  const x883 = storeSecondScratch[286]!;
  const x886 = storeSecondScratch[288]!;
  const x882 = storeSecondScratch[285]!;
  const x888 = storeSecondScratch[289]!;
  const x885 = storeSecondScratch[287]!;
  const x881 = storeSecondScratch[284]!;
  const x873 = storeSecondScratch[283]!;
  const x812 = storeSecondScratch[262]!;
  const x864 = storeSecondScratch[282]!;
  const x863 = storeSecondScratch[281]!;
  const x813 = storeSecondScratch[263]!;
  const x845 = storeSecondScratch[273]!;
  const x847 = storeSecondScratch[274]!;
  const x856 = storeSecondScratch[279]!;
  const x857 = storeSecondScratch[280]!;
  const x855 = storeSecondScratch[278]!;
  const x844 = storeSecondScratch[272]!;
  const x853 = storeSecondScratch[276]!;
  const x852 = storeSecondScratch[275]!;
  const x854 = storeSecondScratch[277]!;
  const x84 = storeSecondScratch[31]!;
  const x829 = storeSecondScratch[271]!;
  const x821 = storeSecondScratch[267]!;
  const x827 = storeSecondScratch[269]!;
  const x826 = storeSecondScratch[268]!;
  const x828 = storeSecondScratch[270]!;
  const q71 = q[71]!;
  const x818 = storeSecondScratch[266]!;
  const x816 = storeSecondScratch[265]!;
  const x809 = storeSecondScratch[261]!;
  const x805 = storeSecondScratch[259]!;
  const x806 = storeSecondScratch[260]!;
  const x804 = storeSecondScratch[258]!;
  const x799 = storeSecondScratch[256]!;
  const x800 = storeSecondScratch[257]!;
  const x797 = storeSecondScratch[255]!;
  const x791 = storeSecondScratch[254]!;
  const x783 = storeSecondScratch[249]!;
  const x789 = storeSecondScratch[252]!;
  const x788 = storeSecondScratch[251]!;
  const x790 = storeSecondScratch[253]!;
  const q77 = q[77]!;
  const x785 = storeSecondScratch[250]!;
  const x779 = storeSecondScratch[248]!;
  const x775 = storeSecondScratch[247]!;
  const x763 = storeSecondScratch[242]!;
  const x771 = storeSecondScratch[246]!;
  const x770 = storeSecondScratch[245]!;
  const x767 = storeSecondScratch[243]!;
  const x768 = storeSecondScratch[244]!;
  const x762 = storeSecondScratch[241]!;
  const q76 = q[76]!;
  const x759 = storeSecondScratch[240]!;
  const x758 = storeSecondScratch[239]!;
  const x757 = storeSecondScratch[238]!;
  const x723 = storeSecondScratch[222]!;
  const x747 = storeSecondScratch[234]!;
  const x746 = storeSecondScratch[233]!;
  const x724 = storeSecondScratch[223]!;
  const x736 = storeSecondScratch[228]!;
  const x738 = storeSecondScratch[229]!;
  const x742 = storeSecondScratch[231]!;
  const x743 = storeSecondScratch[232]!;
  const x739 = storeSecondScratch[230]!;
  const x735 = storeSecondScratch[227]!;
  const x730 = storeSecondScratch[224]!;
  const x732 = storeSecondScratch[226]!;
  const x731 = storeSecondScratch[225]!;
  const q74 = q[74]!;
  const x721 = storeSecondScratch[221]!;
  const x720 = storeSecondScratch[220]!;
  const x710 = storeSecondScratch[218]!;
  const x709 = storeSecondScratch[217]!;
  const x711 = storeSecondScratch[219]!;
  const x695 = storeSecondScratch[212]!;
  const x703 = storeSecondScratch[214]!;
  const x705 = storeSecondScratch[216]!;
  const x702 = storeSecondScratch[213]!;
  const x704 = storeSecondScratch[215]!;
  const q10 = q[10]!;
  const x694 = storeSecondScratch[211]!;
  const x693 = storeSecondScratch[210]!;
  const x685 = storeSecondScratch[208]!;
  const x686 = storeSecondScratch[209]!;
  const x81 = storeSecondScratch[29]!;
  const x676 = storeSecondScratch[206]!;
  const x571 = storeSecondScratch[179]!;
  const x568 = storeSecondScratch[178]!;
  const x677 = storeSecondScratch[207]!;
  const q39 = q[39]!;
  const q38 = q[38]!;
  const x48 = storeSecondScratch[13]!;
  const x47 = storeSecondScratch[12]!;
  const q22 = q[22]!;
  const q30 = q[30]!;
  const x654 = storeSecondScratch[205]!;
  const x653 = storeSecondScratch[204]!;
  const q29 = q[29]!;
  const q18 = q[18]!;
  const x645 = storeSecondScratch[203]!;
  const x644 = storeSecondScratch[202]!;
  const q26 = q[26]!;
  const x592 = storeSecondScratch[192]!;
  const x589 = storeSecondScratch[191]!;
  const q23 = q[23]!;
  const q21 = q[21]!;
  const x76 = storeSecondScratch[28]!;
  const x75 = storeSecondScratch[27]!;
  const x623 = storeSecondScratch[201]!;
  const x622 = storeSecondScratch[200]!;
  const q33 = q[33]!;
  const x620 = storeSecondScratch[199]!;
  const x619 = storeSecondScratch[198]!;
  const x599 = storeSecondScratch[193]!;
  const x611 = storeSecondScratch[195]!;
  const x614 = storeSecondScratch[197]!;
  const x609 = storeSecondScratch[194]!;
  const x612 = storeSecondScratch[196]!;
  const q32 = q[32]!;
  const x584 = storeSecondScratch[187]!;
  const x587 = storeSecondScratch[189]!;
  const x588 = storeSecondScratch[190]!;
  const x585 = storeSecondScratch[188]!;
  const x2554 = x1611 - x1610;
  let x2700: number;
  let x2701: number;
  let x2702: number;
  let x2703: number;
  let x2704: number;
  let x2705: number;
  let x2706: number;
  let x2707: number;
  let x2708: number;
  if (x1070) {
    const x2555 = x2258 * x913;
    const x2558 = x2258 * x914;
    const x2564 = (x2555 * x1085) / x1083;
    const x2567 = x2555 / x1083;
    const x2572 = ((x2555 * x1087) - x2558) / x1083;
    const x2578 = (-x2567) - x2567;
    const x2581 = x2572 * x1011;
    x2700 = x2258 * x1093;
    x2701 = x2258 * x1091;
    x2702 = x2564 * 24;
    x2703 = (((x2567 * x1086) - (x2564 * x1087)) - (x2572 * x1085)) * 24;
    x2704 = (x2578 * x1011) + (x2555 * 0.25);
    x2705 = (((x2578 * x1014) + x2581) + x2581) + (x2558 * 0.25);
    x2706 = x2555 * 0.5;
    x2707 = x2558 * 0.5;
    x2708 = 0;
  } else {
    let x2691: number;
    let x2692: number;
    let x2693: number;
    let x2694: number;
    let x2695: number;
    let x2696: number;
    let x2697: number;
    let x2698: number;
    let x2699: number;
    if (x1100) {
      const x2590 = x2554 * x1142;
      const x2592 = x2554 * x1134;
      const x2593 = x2554 * x1147;
      const x2600 = (x2592 * x1142) / x1139;
      const x2604 = x2592 / x1139;
      const x2608 = ((x2554 * x1136) - (x2592 * x1144)) / x1139;
      const x2612 = (-x2600) - x2600;
      const x2615 = (((x2600 * x1144) - (x2604 * x1143)) - (x2608 * x1142)) * x1024;
      const x2622 = x2590 * 0.06666666666666667;
      const x2624 = x2593 * 0.06666666666666667;
      const x2640 = x2590 * x963;
      const x2647 = (x2590 * x964) + (x2593 * x963);
      const x2648 = x2640 * x963;
      const x2657 = (x2640 * x964) + (x2647 * x963);
      const x2673 = (x2640 * 0.3333333333333333) - (x2622 * x1011);
      const x2675 = ((-(x2622 * x1014)) - (x2624 * x1011)) + (x2647 * 0.3333333333333333);
      const x2689 = (((((-(x2622 * x1106)) - (x2624 * x1103)) - ((x2657 * 0.3333333333333333) * 4)) + (x2673 * x1102)) + (x2675 * x1101)) + (((x2673 * x1014) + (x2675 * x1011)) * 2);
      x2691 = x2612 * x1024;
      x2692 = ((x2612 * x1023) + x2615) + x2615;
      x2693 = x2604 * (-0.5);
      x2694 = x2608 * (-0.5);
      x2695 = (((-(x2622 * x1103)) - ((x2648 * 0.3333333333333333) * 4)) + (x2673 * x1101)) + ((x2673 * x1011) * 2);
      x2696 = x2689;
      x2697 = ((((x2590 * x1121) + (x2593 * x1120)) + (x2640 * x1115)) + (x2647 * x1113)) + x2657;
      x2698 = ((x2590 * x1120) + (x2640 * x1113)) + x2648;
      x2699 = 0;
    } else {
      x2691 = 0;
      x2692 = 0;
      x2693 = 0;
      x2694 = 0;
      x2695 = 0;
      x2696 = 0;
      x2697 = 0;
      x2698 = 0;
      x2699 = x2554 * (-0.5);
    }
    x2700 = x2694;
    x2701 = x2693;
    x2702 = x2691;
    x2703 = x2692;
    x2704 = x2695;
    x2705 = x2696;
    x2706 = x2698;
    x2707 = x2697;
    x2708 = x2699;
  }
  const x2712 = x2260 + (x1611 - x1618);
  const x2713 = (x1611 - x1612) + x2259;
  const x2714 = (x2708 + x2554) + x2259;
  const x2715 = x2712 * x1046;
  const x2716 = x2712 * x1055;
  const x2717 = x2712 * x1053;
  const x2718 = x2712 * x1050;
  const x2737 = x2714 * x913;
  const x2739 = ((x2700 - (x2717 * x228)) + (x2716 * x1044)) + (x2714 * x1039);
  const x2741 = (x2701 + (x2717 * x1044)) + (x2714 * x1038);
  const x2742 = x2714 * x914;
  const x2744 = x2737 * x227;
  const x2757 = x2715 - x2744;
  const x2761 = (x2757 * x1028) / x1026;
  const x2764 = (x2744 - x2715) / x1026;
  const x2768 = ((((x2737 * x228) - x2718) + (x2742 * x227)) + (x2757 * x1030)) / x1026;
  const x2773 = (x2702 + x2737) + (x2761 * 12);
  const x2776 = x2742 + (x2703 + ((((-(x2761 * x1030)) - (x2764 * x1029)) - (x2768 * x1028)) * 12));
  const x2792 = (x2704 - (x2773 * 0.5)) + (x2764 * x1009);
  const x2796 = ((x2705 - (x2776 * 0.5)) + (x2764 * x1010)) + (x2768 * x1009);
  const x2800 = ((x2715 * 0.5) + (x2764 * x1011)) + (x2792 * x227);
  const x2810 = ((((x2718 * 0.5) + (x2764 * x1014)) + (x2768 * x1011)) + (x2792 * x228)) + (x2796 * x227);
  let x2868: number;
  let x2869: number;
  let x2870: number;
  let x2871: number;
  let x2872: number;
  if (x814) {
    x2868 = x976 ? x2800 : 0;
    x2869 = x976 ? x2810 : 0;
    x2870 = x976 ? 0 : x2810;
    x2871 = 0;
    x2872 = 0;
  } else {
    const x2820 = (x2800 * x1003) / x1001;
    const x2824 = x2800 / x1001;
    const x2828 = (x2810 - (x2800 * x1005)) / x1001;
    const x2831 = ((x2820 * x1005) - (x2824 * x1004)) - (x2828 * x1003);
    const x2832 = x2820 * x999;
    const x2834 = x2820 * x995;
    let x2841: number;
    if (x997) {
      x2841 = x2831 + ((x2834 / x996) * x998);
    } else {
      x2841 = x2831;
    }
    let x2843: number;
    if (x997) {
      x2843 = 0.5 / x996;
    } else {
      x2843 = 0;
    }
    const x2844 = x2841 * x2843;
    const x2848 = (-x2832) - x2832;
    const x2851 = x2844 * x974;
    x2868 = ((-(x2832 * 0.08)) - x2820) + ((x2824 * x11) * 2);
    x2869 = ((x2844 * 0.08) + x2831) + (((x2824 * x12) + (x2828 * x11)) * 2);
    x2870 = (x2831 + (x2824 * x981)) + (x2828 * x980);
    x2871 = x2848 * x974;
    x2872 = ((x2848 * x973) + x2851) + x2851;
  }
  const x2873 = x2868 + x2871;
  const x2883 = (x2873 * x965) / x227;
  const x2885 = (((x2737 * x1028) - (x2717 * x913)) + (x2792 * x1009)) - x2883;
  storeSecondScratch[452] = x2885;
  const x2888 = (((((x2737 * x1033) - ((x2717 * x914) + (x2716 * x913))) + (x2742 * x1028)) + (x2792 * x1010)) + (x2796 * x1009)) + (x2883 * x967);
  const x2889 = x2873 / x227;
  const x2890 = (x2706 + x2773) + x2889;
  const x2894 = ((x2869 + x2872) - (x2873 * x967)) / x227;
  const x2895 = (x2707 + x2776) + x2894;
  const x2898 = (x2888 - (x2889 * x966)) - (x2894 * x965);
  storeSecondScratch[453] = x2898;
  let x2990: number;
  let x2991: number;
  let x2992: number;
  let x2993: number;
  let x2994: number;
  let x2995: number;
  if (x752) {
    let x2921: number;
    let x2922: number;
    let x2923: number;
    let x2924: number;
    let x2925: number;
    if (x944) {
      const x2899 = x2890 * 0.5;
      const x2900 = x2895 * 0.5;
      const x2901 = x2899 * x955;
      const x2902 = x2899 * x951;
      let x2907: number;
      if (x953) {
        x2907 = x2900 - ((x2902 / x952) * x954);
      } else {
        x2907 = x2900;
      }
      let x2909: number;
      if (x953) {
        x2909 = 0.5 / x952;
      } else {
        x2909 = 0;
      }
      const x2910 = x2907 * x2909;
      const x2913 = x2901 + x2901;
      const x2918 = x2910 * x941;
      x2921 = x2899 + (x2913 * x941);
      x2922 = ((x2900 + (x2913 * x940)) + x2918) + x2918;
      x2923 = x2901 * 0.004;
      x2924 = x2910 * 0.004;
      x2925 = 0;
    } else {
      x2921 = x2890;
      x2922 = 0;
      x2923 = 0;
      x2924 = 0;
      x2925 = x2895;
    }
    const x2926 = x2925 + x2922;
    const x2937 = (-(x2921 * x935)) - (x2926 * x934);
    const x2940 = (x2921 * q11) / x933;
    const x2947 = x2940 / x922;
    const x2951 = ((x2940 * x935) - ((x2926 * q11) / x933)) / x922;
    const x2954 = (x2947 * x932) - (x2951 * x931);
    const x2958 = x2947 * x751;
    const x2965 = (x2951 * x748) - x2958;
    let x2972: number;
    let x2973: number;
    if (x915) {
      x2972 = x2965;
      x2973 = 0;
    } else {
      x2972 = x2965 * x923;
      x2973 = (x2965 * q14) * 2;
    }
    let x2987: number;
    let x2988: number;
    let x2989: number;
    if (x915) {
      x2987 = x2937 + (x2954 * x917);
      x2988 = (x2954 * q11) * 0.25;
      x2989 = x2973;
    } else {
      const x2978 = x2954 * q20;
      const x2981 = x2978 * q20;
      x2987 = x2937 + (x2981 * q78);
      x2988 = x2981 * q11;
      x2989 = (x2973 + (x2954 * x920)) + (x2978 * x919);
    }
    x2990 = ((x2923 + x2921) - (x2947 * x926)) - (x2947 * x748);
    x2991 = (((x2924 + x2926) - x2958) + (x2951 * x926)) + x2965;
    x2992 = x2987;
    x2993 = x2972;
    x2994 = x2989;
    x2995 = x2988;
  } else {
    x2990 = x2890;
    x2991 = x2895;
    x2992 = 0;
    x2993 = 0;
    x2994 = 0;
    x2995 = 0;
  }
  storeSecondScratch[454] = x2993;
  storeSecondScratch[455] = x2995;
  let x3076: number;
  let x3077: number;
  let x3078: number;
  let x3079: number;
  let x3080: number;
  let x3081: number;
  let x3082: number;
  let x3083: number;
  if (x752) {
    const x2996 = x2741 * q7;
    const x3008 = (x2996 - (x2996 * x906)) / x905;
    const x3011 = ((x2739 * q7) - (x2996 * x907)) / x905;
    const x3014 = (-(x3008 * x907)) - (x3011 * x906);
    const x3019 = (x3008 * x900) / x896;
    const x3029 = (x3019 * x896) / x894;
    const x3035 = (-(x3029 * x897)) - (((((-(x3019 * x901)) - ((((x3011 + x3014) + (x3008 * x901)) / x896) * x900)) + (x3019 * x897)) / x894) * x896);
    const x3037 = x3029 * x883;
    let x3048: number;
    let x3049: number;
    if (x886) {
      const x3038 = x3037 / x882;
      x3048 = -(x3038 * x888);
      x3049 = x3035 + (x3038 * 0.7);
    } else {
      x3048 = (x3037 * 0.7) * ((-0.30000000000000004) * Math.pow(x882, (-1.3)));
      x3049 = x3035;
    }
    let x3054: number;
    if (x886) {
      x3054 = (0.7 * x885) / x882;
    } else {
      x3054 = 0.7 * Math.pow(x882, (-0.30000000000000004));
    }
    const x3057 = (x3029 * x892) / x881;
    const x3060 = (x3048 + (x3049 * x3054)) / x881;
    let x3069: number;
    let x3070: number;
    let x3071: number;
    let x3072: number;
    if (x873) {
      x3069 = x2990 + x3057;
      x3070 = x3057;
      x3071 = x2991 + x3060;
      x3072 = x3060;
    } else {
      x3069 = x2990 + x3057;
      x3070 = 0;
      x3071 = x2991 + x3060;
      x3072 = 0;
    }
    const x3074 = x3072 * 4;
    x3076 = (x2741 * x910) + (x2739 * x906);
    x3077 = x3014;
    x3078 = ((-(x3057 * x883)) - (x3060 * x882)) * 200000000;
    x3079 = x3069;
    x3080 = x3071;
    x3081 = x3070 * 4;
    x3082 = -x3074;
    x3083 = x3074;
  } else {
    x3076 = x2739;
    x3077 = 0;
    x3078 = 0;
    x3079 = x2990;
    x3080 = x2991;
    x3081 = 0;
    x3082 = 0;
    x3083 = 0;
  }
  const x3084 = x2713 * x812;
  const x3085 = x2713 * x864;
  const x3086 = x2713 * x863;
  const x3087 = x2713 * x813;
  const x3089 = x3082 - x3087;
  let x3112: number;
  let x3113: number;
  let x3114: number;
  let x3115: number;
  if (x845) {
    x3112 = x847 ? x3087 : 0;
    x3113 = x847 ? x3084 : 0;
    x3114 = x2994;
    x3115 = 0;
  } else {
    const x3092 = x3084 * q20;
    const x3097 = x3087 * q20;
    const x3100 = x3092 * x844;
    let x3105: number;
    if (x853) {
      x3105 = x3097 - ((x3100 / x852) * x854);
    } else {
      x3105 = x3097;
    }
    let x3107: number;
    if (x853) {
      x3107 = 0.5 / x852;
    } else {
      x3107 = 0;
    }
    const x3108 = x3105 * x3107;
    const x3109 = x3108 * x84;
    x3112 = x3108;
    x3113 = x3092 * x855;
    x3114 = (x2994 + (x3084 * x856)) + (x3087 * x857);
    x3115 = (x3109 - x3097) + x3109;
  }
  storeSecondScratch[456] = x3115;
  const x3117 = x3079 - x3113;
  const x3119 = x3080 - x3112;
  const x3121 = x3087 - x3112;
  let x3156: number;
  let x3157: number;
  let x3158: number;
  let x3159: number;
  if (x814) {
    x3156 = x3089 + x3121;
    x3157 = 0;
    x3158 = 0;
    x3159 = x3112;
  } else {
    const x3126 = (x3113 - x3084) * 0.5;
    const x3127 = (x3112 - x3087) * 0.5;
    const x3128 = x3126 * x829;
    const x3129 = x3126 * x821;
    let x3134: number;
    if (x827) {
      x3134 = x3127 - ((x3129 / x826) * x828);
    } else {
      x3134 = x3127;
    }
    let x3136: number;
    if (x827) {
      x3136 = 0.5 / x826;
    } else {
      x3136 = 0;
    }
    const x3137 = x3134 * x3136;
    const x3144 = x3128 + x3128;
    const x3146 = x3126 + (x3144 * x818);
    const x3149 = x3137 * x818;
    const x3151 = ((x3127 + (x3144 * x816)) + x3149) + x3149;
    x3156 = ((x3089 + x3121) + ((x3137 * 0.08) * ((q71 < 0) ? (-1) : 1))) + x3151;
    x3157 = x3146;
    x3158 = -x3146;
    x3159 = x3112 - x3151;
  }
  let x3263: number;
  let x3264: number;
  let x3265: number;
  let x3266: number;
  let x3267: number;
  let x3268: number;
  let x3269: number;
  let x3270: number;
  if (x752) {
    const x3160 = x3086 * q7;
    const x3173 = (x3160 - (x3160 * x805)) / x804;
    const x3176 = ((x3085 * q7) - (x3160 * x806)) / x804;
    const x3179 = (-(x3173 * x806)) - (x3176 * x805);
    const x3185 = (x3173 * x799) / x797;
    const x3186 = x3185 * x800;
    const x3189 = (((x3176 + x3179) + (x3173 * x800)) / x797) * x799;
    const x3193 = x3185 * 0.5;
    const x3194 = (x3189 + x3186) * 0.5;
    const x3196 = x3193 * x791;
    const x3197 = x3193 * x783;
    let x3202: number;
    if (x789) {
      x3202 = x3194 - ((x3197 / x788) * x790);
    } else {
      x3202 = x3194;
    }
    let x3204: number;
    if (x789) {
      x3204 = 0.5 / x788;
    } else {
      x3204 = 0;
    }
    const x3205 = x3202 * x3204;
    const x3211 = (-x3196) - x3196;
    const x3213 = (x3211 * x779) - x3193;
    const x3216 = x3205 * x779;
    const x3218 = ((x3194 + (x3211 * x775)) + x3216) + x3216;
    const x3221 = (((-x3186) - x3189) + (x3205 * x785)) + x3218;
    let x3241: number;
    let x3242: number;
    let x3243: number;
    if (x763) {
      x3241 = x3221 - (x3218 * 583461742500000);
      x3242 = 0;
      x3243 = 0;
    } else {
      const x3227 = x3213 * q77;
      const x3233 = x3218 * q77;
      let x3239: number;
      let x3240: number;
      if (x767) {
        x3239 = 0;
        x3240 = 0;
      } else {
        x3239 = x3227 * x768;
        x3240 = ((x3227 * x762) - x3233) * x768;
      }
      x3241 = (x3221 + (x3213 * x771)) - (x3218 * x770);
      x3242 = x3239;
      x3243 = x3240;
    }
    const x3249 = (x3242 * q76) / x757;
    const x3253 = (x3243 * q76) / x757;
    x3263 = (x3076 + (x3086 * x809)) + (x3085 * x805);
    x3264 = x3077 + x3179;
    x3265 = x3241;
    x3266 = (x3078 + ((((x3205 * q77) * 4) - x3218) * 0.001)) + (((-(x3249 * x759)) - (x3253 * x758)) * 100000000);
    x3267 = (x3242 * x759) + (x3243 * x758);
    x3268 = x3113 + x3249;
    x3269 = x3159 + x3253;
    x3270 = x3156 - x3253;
  } else {
    x3263 = x3076 + x3085;
    x3264 = x3077;
    x3265 = 0;
    x3266 = x3078;
    x3267 = 0;
    x3268 = x3113;
    x3269 = x3159;
    x3270 = x3156;
  }
  storeSecondScratch[457] = x3263;
  storeSecondScratch[458] = x3265;
  storeSecondScratch[459] = x3266;
  storeSecondScratch[460] = x3267;
  storeSecondScratch[461] = x3270;
  const x3271 = x3117 * x723;
  const x3278 = (x3117 * x724) + (x3119 * x723);
  let x3290: number;
  let x3291: number;
  if (x736) {
    x3290 = x3278;
    x3291 = x3271;
  } else {
    let x3288: number;
    let x3289: number;
    if (x738) {
      x3288 = 0;
      x3289 = 0;
    } else {
      const x3279 = x3271 / x742;
      x3288 = x3279 * x739;
      x3289 = (((x3278 / x742) - (x3279 * x743)) + (x3279 * x735)) * x739;
    }
    x3290 = x3289;
    x3291 = x3288;
  }
  const x3298 = (x3291 * x730) / x723;
  const x3300 = (x3117 * x746) - x3298;
  const x3304 = x3291 / x723;
  const x3308 = (x3290 - (x3291 * x732)) / x723;
  const x3311 = ((((x3117 * x747) + (x3119 * x746)) + (x3298 * x732)) - (x3304 * x731)) - (x3308 * x730);
  const x3312 = -x3308;
  storeSecondScratch[462] = x3312;
  const x3315 = x3083 - x3308;
  storeSecondScratch[463] = x3315;
  const x3316 = x3300 * q74;
  const x3318 = x3311 * q74;
  const x3320 = (x3300 * x721) + (x3311 * x720);
  storeSecondScratch[464] = x3320;
  const x3321 = x3316 * q11;
  const x3325 = (x2992 + (x3316 * x710)) + (x3318 * x709);
  storeSecondScratch[465] = x3325;
  const x3326 = x3318 * q11;
  const x3327 = (x3158 + x3304) + x3268;
  storeSecondScratch[466] = x3327;
  const x3329 = x3157 - x3268;
  const x3330 = x3308 + x3269;
  storeSecondScratch[467] = x3330;
  const x3331 = -x3269;
  let x3334: number;
  let x3335: number;
  let x3336: number;
  let x3337: number;
  let x3338: number;
  if (x711) {
    x3334 = x3331;
    x3335 = x3329;
    x3336 = 0;
    x3337 = x3082;
    x3338 = 0;
  } else {
    x3334 = 0;
    x3335 = 0;
    x3336 = x3268 - x3157;
    x3337 = x3082 - x3269;
    x3338 = x3269;
  }
  storeSecondScratch[468] = x3336;
  storeSecondScratch[469] = x3337;
  storeSecondScratch[470] = x3338;
  let x3364: number;
  let x3365: number;
  if (x695) {
    x3364 = x3321;
    x3365 = x3326;
  } else {
    const x3345 = (x3321 * x703) / x702;
    const x3349 = x3321 / x702;
    const x3353 = (x3326 - (x3321 * x705)) / x702;
    x3364 = (x3349 * 3) - (x3345 * 8);
    x3365 = ((((x3345 * x705) - (x3349 * x704)) - (x3353 * x703)) * 8) + (x3353 * 3);
  }
  const x3366 = x3364 / q10;
  const x3370 = x3365 / q10;
  storeSecondScratch[471] = x3370;
  const x3373 = (x3264 - (x3366 * x694)) - (x3370 * x693);
  storeSecondScratch[472] = x3373;
  const x3380 = (x3366 * x685) / x81;
  storeSecondScratch[473] = x3380;
  const x3384 = (x3370 - (x3366 * x686)) / x81;
  const x3387 = (x3380 * x686) - (x3384 * x685);
  storeSecondScratch[474] = x3387;
  const x3388 = x3384 * 1.03594e-10;
  storeSecondScratch[475] = x3388;
  const x3391 = x3366 * x568;
  const x3394 = (x3366 * x571) + (x3370 * x568);
  storeSecondScratch[476] = x3394;
  const x3399 = (x3391 * x12) + (x3394 * x11);
  storeSecondScratch[477] = x3399;
  const x3406 = (x3391 * x48) + (x3394 * x47);
  storeSecondScratch[478] = x3406;
  const x3409 = x3081 - x3304;
  const x3411 = x3304 - x3081;
  const x3412 = x3308 - x3083;
  const x3417 = (x3409 * x48) + (x3315 * x47);
  storeSecondScratch[479] = x3417;
  const x3420 = x3409 * q30;
  const x3422 = x3315 * q30;
  const x3424 = (x3409 * x654) + (x3315 * x653);
  storeSecondScratch[480] = x3424;
  const x3429 = (x3420 * x48) + (x3422 * x47);
  storeSecondScratch[481] = x3429;
  const x3432 = x3411 * q18;
  const x3434 = x3412 * q18;
  const x3436 = (x3411 * x645) + (x3412 * x644);
  storeSecondScratch[482] = x3436;
  const x3437 = x3432 * q26;
  const x3440 = (x3432 * x592) + (x3434 * x589);
  storeSecondScratch[483] = x3440;
  const x3441 = x3434 * q26;
  const x3443 = (x3366 * x676) + (x3432 * q23);
  storeSecondScratch[484] = x3443;
  const x3446 = (x3432 * x571) + (x3434 * x568);
  storeSecondScratch[485] = x3446;
  const x3448 = ((x3366 * x677) + (x3370 * x676)) + (x3434 * q23);
  storeSecondScratch[486] = x3448;
  const x3453 = (x3411 * x48) + (x3412 * x47);
  storeSecondScratch[487] = x3453;
  const x3456 = x3409 * q20;
  storeSecondScratch[488] = x3456;
  const x3460 = (x3114 + (x3409 * x76)) + (x3315 * x75);
  storeSecondScratch[489] = x3460;
  const x3461 = x3315 * q20;
  storeSecondScratch[490] = x3461;
  const x3463 = x3411 * x11;
  const x3467 = (x3411 * x12) + (x3412 * x11);
  const x3469 = (((x2870 - x2872) + (x3394 * q39)) + (x3411 * x623)) + (x3412 * x622);
  storeSecondScratch[491] = x3469;
  const x3470 = x3463 * q33;
  const x3472 = x3467 * q33;
  const x3474 = (x3463 * x620) + (x3467 * x619);
  storeSecondScratch[492] = x3474;
  let x3500: number;
  let x3501: number;
  if (x599) {
    x3500 = x3472;
    x3501 = x3470;
  } else {
    const x3479 = (x3470 * x611) / x609;
    const x3482 = x3470 / x609;
    const x3487 = (x3472 + (x3470 * x614)) / x609;
    x3500 = (((x3487 * x611) - ((x3482 * x612) - (x3479 * x614))) * 2) - (x3487 * 0.0001);
    x3501 = (x3479 * 2) - (x3482 * 0.0001);
  }
  storeSecondScratch[493] = x3500;
  const x3503 = ((((x3335 + (x3391 * q38)) + (x3409 * q22)) + (x3420 * q29)) + (x3411 * q21)) + (x3501 * q32);
  storeSecondScratch[494] = x3503;
  const x3506 = (x3501 * x48) + (x3500 * x47);
  storeSecondScratch[495] = x3506;
  const x3508 = ((((x3334 + (x3394 * q38)) + (x3315 * q22)) + (x3422 * q29)) + (x3412 * q21)) + (x3500 * q32);
  storeSecondScratch[496] = x3508;
  const x3509 = x3437 * x584;
  storeSecondScratch[497] = x3509;
  const x3511 = x3437 * x588;
  storeSecondScratch[498] = x3511;
  const x3514 = (x3437 * x587) + (x3441 * x588);
  storeSecondScratch[499] = x3514;
  const x3516 = (x3437 * x585) + (x3441 * x584);
  storeSecondScratch[500] = x3516;
}

function storeSecond6(q: Float64Array, v: Float64Array, d: Float64Array, w: Float64Array, qs: Float64Array, vs: Float64Array): void {
  const x3509 = storeSecondScratch[497]!;
  const x3511 = storeSecondScratch[498]!;
  const x3516 = storeSecondScratch[500]!;
  const x3514 = storeSecondScratch[499]!;
  const x580 = storeSecondScratch[185]!;
  const x582 = storeSecondScratch[186]!;
  const x578 = storeSecondScratch[184]!;
  const x576 = storeSecondScratch[182]!;
  const x577 = storeSecondScratch[183]!;
  const x546 = storeSecondScratch[167]!;
  const q5 = q[5]!;
  const x574 = storeSecondScratch[181]!;
  const q6 = q[6]!;
  const x573 = storeSecondScratch[180]!;
  const x3443 = storeSecondScratch[484]!;
  const x563 = storeSecondScratch[174]!;
  const x566 = storeSecondScratch[176]!;
  const x567 = storeSecondScratch[177]!;
  const x564 = storeSecondScratch[175]!;
  const x3448 = storeSecondScratch[486]!;
  const x558 = storeSecondScratch[172]!;
  const x560 = storeSecondScratch[173]!;
  const x555 = storeSecondScratch[171]!;
  const x553 = storeSecondScratch[169]!;
  const x554 = storeSecondScratch[170]!;
  const x523 = storeSecondScratch[159]!;
  const x551 = storeSecondScratch[168]!;
  const x501 = storeSecondScratch[150]!;
  const x545 = storeSecondScratch[166]!;
  const x544 = storeSecondScratch[165]!;
  const x502 = storeSecondScratch[151]!;
  const x530 = storeSecondScratch[160]!;
  const x538 = storeSecondScratch[162]!;
  const x540 = storeSecondScratch[164]!;
  const x537 = storeSecondScratch[161]!;
  const x539 = storeSecondScratch[163]!;
  const q28 = q[28]!;
  const x3503 = storeSecondScratch[494]!;
  const x48 = storeSecondScratch[13]!;
  const x47 = storeSecondScratch[12]!;
  const x3508 = storeSecondScratch[496]!;
  const x522 = storeSecondScratch[158]!;
  const x521 = storeSecondScratch[157]!;
  const x507 = storeSecondScratch[152]!;
  const x515 = storeSecondScratch[154]!;
  const x517 = storeSecondScratch[156]!;
  const x514 = storeSecondScratch[153]!;
  const x516 = storeSecondScratch[155]!;
  const q25 = q[25]!;
  const q12 = q[12]!;
  const x499 = storeSecondScratch[149]!;
  const x495 = storeSecondScratch[145]!;
  const x498 = storeSecondScratch[148]!;
  const x3380 = storeSecondScratch[473]!;
  const x82 = storeSecondScratch[30]!;
  const x496 = storeSecondScratch[146]!;
  const x497 = storeSecondScratch[147]!;
  const x3387 = storeSecondScratch[474]!;
  const x3518 = x3511 + (x3509 * 2);
  const x3520 = x3514 + (x3516 * 2);
  let x3526: number;
  let x3527: number;
  if (x580) {
    x3526 = x3518 * x582;
    x3527 = -((x3520 + (x3518 * x578)) * x582);
  } else {
    x3526 = 0;
    x3527 = 0;
  }
  const x3531 = (x3526 * x576) / x546;
  const x3534 = (x3527 + (x3526 * x577)) / x546;
  const x3537 = (-(x3531 * x577)) - (x3534 * x576);
  const x3538 = x3534 * q5;
  const x3541 = x3538 * x573;
  storeSecondScratch[501] = x3541;
  const x3542 = (x3538 * q6) * 0.5;
  storeSecondScratch[502] = x3542;
  const x3552 = (x3443 * x567) + ((x3443 * x563) * 2);
  const x3554 = ((x3443 * x566) + (x3448 * x567)) + (((x3443 * x564) + (x3448 * x563)) * 2);
  let x3560: number;
  let x3561: number;
  if (x558) {
    x3560 = x3552 * x560;
    x3561 = -((x3554 + (x3552 * x555)) * x560);
  } else {
    x3560 = 0;
    x3561 = 0;
  }
  const x3565 = (x3560 * x553) / x523;
  const x3568 = (x3561 + (x3560 * x554)) / x523;
  const x3571 = (-(x3565 * x554)) - (x3568 * x553);
  const x3574 = (x3534 * x574) + (x3568 * x551);
  storeSecondScratch[503] = x3574;
  const x3575 = (x3568 * q5) * 0.5;
  storeSecondScratch[504] = x3575;
  const x3576 = x3531 * x501;
  const x3583 = (x3531 * x502) + (x3537 * x501);
  let x3609: number;
  let x3610: number;
  if (x530) {
    x3609 = x3576;
    x3610 = x3583;
  } else {
    const x3590 = (x3576 * x538) / x537;
    const x3594 = x3576 / x537;
    const x3598 = (x3583 - (x3576 * x540)) / x537;
    x3609 = (x3594 * 3) - (x3590 * 8);
    x3610 = ((((x3590 * x540) - (x3594 * x539)) - (x3598 * x538)) * 8) + (x3598 * 3);
  }
  const x3615 = (x3609 * x48) + (x3610 * x47);
  storeSecondScratch[505] = x3615;
  const x3618 = x3565 * x501;
  const x3622 = (x3531 * x544) + (x3565 * x521);
  const x3625 = (((x3531 * x545) + (x3537 * x544)) + (x3565 * x522)) + (x3571 * x521);
  const x3627 = (x3565 * x502) + (x3571 * x501);
  let x3653: number;
  let x3654: number;
  if (x507) {
    x3653 = x3618;
    x3654 = x3627;
  } else {
    const x3634 = (x3618 * x515) / x514;
    const x3638 = x3618 / x514;
    const x3642 = (x3627 - (x3618 * x517)) / x514;
    x3653 = (x3638 * 3) - (x3634 * 8);
    x3654 = ((((x3634 * x517) - (x3638 * x516)) - (x3642 * x515)) * 8) + (x3642 * 3);
  }
  const x3656 = (x3503 + (x3609 * q28)) + (x3653 * q25);
  storeSecondScratch[506] = x3656;
  const x3659 = (x3653 * x48) + (x3654 * x47);
  storeSecondScratch[507] = x3659;
  const x3661 = (x3508 + (x3610 * q28)) + (x3654 * q25);
  storeSecondScratch[508] = x3661;
  const x3662 = x3622 * q12;
  const x3665 = (x3622 * x499) + (x3625 * x495);
  storeSecondScratch[509] = x3665;
  const x3666 = x3625 * q12;
  const x3668 = (x3662 * x498) - x3380;
  storeSecondScratch[510] = x3668;
  const x3669 = x3662 * x82;
  let x3674: number;
  if (x496) {
    x3674 = x3666 - ((x3669 / x495) * x497);
  } else {
    x3674 = x3666;
  }
  let x3676: number;
  if (x496) {
    x3676 = 0.5 / x495;
  } else {
    x3676 = 0;
  }
  const x3678 = x3387 + (x3674 * x3676);
  storeSecondScratch[511] = x3678;
}

function storeSecond7(q: Float64Array, v: Float64Array, d: Float64Array, w: Float64Array, qs: Float64Array, vs: Float64Array): void {
  const x238 = storeSecondScratch[65]!;
  const x3732 = storeSecondScratch[514]!;
  const x3737 = storeSecondScratch[518]!;
  const x280 = storeSecondScratch[87]!;
  const x274 = storeSecondScratch[83]!;
  const x278 = storeSecondScratch[85]!;
  const x277 = storeSecondScratch[84]!;
  const x279 = storeSecondScratch[86]!;
  const x270 = storeSecondScratch[82]!;
  const x265 = storeSecondScratch[81]!;
  const x243 = storeSecondScratch[67]!;
  const x264 = storeSecondScratch[80]!;
  const x258 = storeSecondScratch[78]!;
  const x257 = storeSecondScratch[77]!;
  const x256 = storeSecondScratch[76]!;
  const x259 = storeSecondScratch[79]!;
  const x254 = storeSecondScratch[74]!;
  const x255 = storeSecondScratch[75]!;
  const x253 = storeSecondScratch[73]!;
  const x248 = storeSecondScratch[69]!;
  const x251 = storeSecondScratch[71]!;
  const x250 = storeSecondScratch[70]!;
  const x252 = storeSecondScratch[72]!;
  const x247 = storeSecondScratch[68]!;
  const x242 = storeSecondScratch[66]!;
  const q10 = q[10]!;
  const x3747 = storeSecondScratch[526]!;
  const x3740 = storeSecondScratch[521]!;
  const x3734 = storeSecondScratch[516]!;
  const q73 = q[73]!;
  const x174 = storeSecondScratch[62]!;
  const x3735 = storeSecondScratch[517]!;
  const x169 = storeSecondScratch[59]!;
  const x171 = storeSecondScratch[61]!;
  const x149 = storeSecondScratch[53]!;
  const x170 = storeSecondScratch[60]!;
  const x151 = storeSecondScratch[54]!;
  const x160 = storeSecondScratch[56]!;
  const x162 = storeSecondScratch[58]!;
  const x158 = storeSecondScratch[55]!;
  const x161 = storeSecondScratch[57]!;
  const x129 = storeSecondScratch[48]!;
  const x141 = storeSecondScratch[50]!;
  const x144 = storeSecondScratch[52]!;
  const x139 = storeSecondScratch[49]!;
  const x142 = storeSecondScratch[51]!;
  const q52 = q[52]!;
  const x3755 = storeSecondScratch[528]!;
  const x48 = storeSecondScratch[13]!;
  const x47 = storeSecondScratch[12]!;
  const x3754 = storeSecondScratch[527]!;
  const x85 = storeSecondScratch[32]!;
  const x108 = storeSecondScratch[44]!;
  const x115 = storeSecondScratch[47]!;
  const x87 = storeSecondScratch[34]!;
  const x112 = storeSecondScratch[45]!;
  const x114 = storeSecondScratch[46]!;
  const x3775 = storeSecondScratch[532]!;
  const q48 = q[48]!;
  const x104 = storeSecondScratch[43]!;
  const x102 = storeSecondScratch[41]!;
  const x103 = storeSecondScratch[42]!;
  const x101 = storeSecondScratch[40]!;
  const x3774 = storeSecondScratch[531]!;
  const x95 = storeSecondScratch[39]!;
  const x91 = storeSecondScratch[35]!;
  const x93 = storeSecondScratch[37]!;
  const x92 = storeSecondScratch[36]!;
  const x94 = storeSecondScratch[38]!;
  const q53 = q[53]!;
  const x3757 = storeSecondScratch[529]!;
  const x82 = storeSecondScratch[30]!;
  const x81 = storeSecondScratch[29]!;
  const x3758 = storeSecondScratch[530]!;
  const x86 = storeSecondScratch[33]!;
  const x75 = storeSecondScratch[27]!;
  const x3738 = storeSecondScratch[519]!;
  const x3739 = storeSecondScratch[520]!;
  const x3730 = storeSecondScratch[512]!;
  const x3731 = storeSecondScratch[513]!;
  const q14 = q[14]!;
  const x3745 = storeSecondScratch[525]!;
  const q17 = q[17]!;
  const x76 = storeSecondScratch[28]!;
  const x49 = storeSecondScratch[14]!;
  const x61 = storeSecondScratch[19]!;
  const x62 = storeSecondScratch[20]!;
  const x59 = storeSecondScratch[18]!;
  const x3742 = storeSecondScratch[523]!;
  const x53 = storeSecondScratch[16]!;
  const x54 = storeSecondScratch[17]!;
  const x3743 = storeSecondScratch[524]!;
  const x52 = storeSecondScratch[15]!;
  const q13 = q[13]!;
  const x70 = storeSecondScratch[24]!;
  const x68 = storeSecondScratch[22]!;
  const x67 = storeSecondScratch[21]!;
  const x69 = storeSecondScratch[23]!;
  const x46 = storeSecondScratch[11]!;
  const x3741 = storeSecondScratch[522]!;
  const x39 = storeSecondScratch[10]!;
  const x30 = storeSecondScratch[6]!;
  const x36 = storeSecondScratch[8]!;
  const x34 = storeSecondScratch[7]!;
  const x38 = storeSecondScratch[9]!;
  const x23 = storeSecondScratch[4]!;
  const x27 = storeSecondScratch[5]!;
  const x2069 = storeSecondScratch[436]!;
  const x2254 = storeSecondScratch[447]!;
  const x2 = storeSecondScratch[0]!;
  const x2162 = storeSecondScratch[443]!;
  const x2256 = storeSecondScratch[448]!;
  const x3733 = storeSecondScratch[515]!;
  let x3862: number;
  let x3863: number;
  let x3864: number;
  let x3865: number;
  if (x238) {
    const x3782 = x3732 * 0.5;
    const x3783 = x3737 * 0.5;
    const x3785 = x3782 * x280;
    const x3786 = x3782 * x274;
    let x3791: number;
    if (x278) {
      x3791 = x3783 - ((x3786 / x277) * x279);
    } else {
      x3791 = x3783;
    }
    let x3793: number;
    if (x278) {
      x3793 = 0.5 / x277;
    } else {
      x3793 = 0;
    }
    const x3796 = (-x3785) - x3785;
    const x3801 = (x3791 * x3793) * x270;
    const x3805 = ((x3796 * x270) - x3782) / x243;
    const x3808 = (((x3783 + (x3796 * x265)) + x3801) + x3801) / x243;
    const x3824 = (x3805 * x258) + ((x3805 * x256) * 0.5);
    const x3826 = ((x3805 * x259) - (x3808 * x258)) + (((x3805 * x257) - (x3808 * x256)) * 0.5);
    const x3827 = x3824 * x243;
    const x3832 = x3826 * x243;
    const x3834 = x3827 * x248;
    let x3839: number;
    if (x251) {
      x3839 = x3832 - ((x3834 / x250) * x252);
    } else {
      x3839 = x3832;
    }
    let x3841: number;
    if (x251) {
      x3841 = 0.5 / x250;
    } else {
      x3841 = 0;
    }
    const x3847 = (x3839 * x3841) / x243;
    const x3850 = (((((x3808 * x264) - (x3805 * x265)) + (x3824 * x254)) + (x3826 * x255)) - (((x3827 * x253) / x243) * x248)) - (x3847 * x247);
    const x3851 = x3847 * 2;
    const x3854 = x3850 / x242;
    const x3857 = (x3854 * x243) * q10;
    x3862 = x3737 + x3851;
    x3863 = -x3851;
    x3864 = (x3747 - x3857) - x3857;
    x3865 = x3854 * 1.6597727086e-23;
  } else {
    x3862 = x3737;
    x3863 = 0;
    x3864 = x3747;
    x3865 = 0;
  }
  storeSecondScratch[533] = x3863;
  storeSecondScratch[534] = x3864;
  storeSecondScratch[535] = x3865;
  const x3866 = x3740 + x3863;
  const x3867 = x3734 * q73;
  const x3871 = (x3734 * x174) + (x3735 * x169);
  storeSecondScratch[536] = x3871;
  const x3878 = (x3867 * x169) / x149;
  const x3879 = -x3878;
  const x3882 = x3867 / x149;
  const x3886 = ((x3735 * q73) - (x3867 * x171)) / x149;
  const x3889 = ((x3878 * x171) - (x3882 * x170)) - (x3886 * x169);
  let x3911: number;
  let x3912: number;
  let x3913: number;
  if (x151) {
    x3911 = x3886;
    x3912 = x3882;
    x3913 = 0;
  } else {
    const x3893 = (x3882 * x160) / x158;
    const x3896 = x3882 / x158;
    const x3900 = (x3886 + (x3882 * x162)) / x158;
    x3911 = (((x3900 * x160) - ((-(x3893 * x162)) - (x3896 * x161))) * 2) - (x3900 * 0.1);
    x3912 = x3893 * 2;
    x3913 = x3896 * 0.1;
  }
  let x3940: number;
  let x3941: number;
  if (x129) {
    x3940 = x3889;
    x3941 = x3879;
  } else {
    const x3919 = (x3878 * x141) / x139;
    const x3923 = x3878 / x139;
    const x3927 = (x3889 - (x3878 * x144)) / x139;
    x3940 = (((x3927 * x141) - ((x3919 * x144) - (x3923 * x142))) * 2) - (x3927 * 0.1);
    x3941 = (x3923 * 0.1) - (x3919 * 2);
  }
  const x3943 = x3755 + (x3941 * q52);
  const x3946 = (x3941 * x48) + (x3940 * x47);
  storeSecondScratch[537] = x3946;
  const x3948 = x3754 + (x3940 * q52);
  const x3950 = x3913 - x3912;
  const x3951 = x3950 * x85;
  const x3953 = x3950 * x115;
  const x3958 = (x3950 * x87) + (x3911 * x85);
  const x3959 = x3958 / x112;
  storeSecondScratch[538] = x3959;
  const x3960 = x3959 * x114;
  const x3961 = -x3960;
  storeSecondScratch[539] = x3961;
  const x3962 = x3775 - x3960;
  storeSecondScratch[540] = x3962;
  const x3963 = x3951 * q48;
  const x3966 = (x3951 * x104) + (x3958 * x102);
  storeSecondScratch[541] = x3966;
  const x3971 = (x3963 * x102) / x101;
  const x3974 = ((x3958 * q48) + (x3963 * x103)) / x101;
  const x3978 = (-(x3971 * x103)) - (x3974 * x102);
  const x3979 = (x3774 + x3974) + x3978;
  storeSecondScratch[542] = x3979;
  const x3980 = x3971 * 2;
  const x3981 = x3978 * 2;
  const x3982 = x3980 * x95;
  const x3983 = x3980 * x91;
  let x3988: number;
  if (x93) {
    x3988 = x3981 - ((x3983 / x92) * x94);
  } else {
    x3988 = x3981;
  }
  let x3990: number;
  if (x93) {
    x3990 = 0.5 / x92;
  } else {
    x3990 = 0;
  }
  const x3991 = x3988 * x3990;
  const x3996 = (x3982 * x82) + (x3991 * x81);
  storeSecondScratch[543] = x3996;
  const x4002 = (x3953 * x85) / x75;
  const x4007 = (((x3950 * x108) + (x3911 * x115)) + (x3953 * x86)) / x75;
  const x4013 = x3731 + ((x3730 + x4007) * 0.5);
  storeSecondScratch[544] = x4013;
  const x4014 = (x3757 + (x3982 * q53)) / q14;
  const x4018 = (x3758 + (x3991 * q53)) / q14;
  const x4021 = (x3745 - (x4014 * x82)) - (x4018 * x81);
  storeSecondScratch[545] = x4021;
  const x4023 = (x3738 + x4002) + (x4014 * q17);
  const x4026 = (x4014 * x76) + (x4018 * x75);
  storeSecondScratch[546] = x4026;
  const x4028 = ((x3739 - (x4002 * x86)) - (x4007 * x85)) + (x4018 * q17);
  let x4090: number;
  let x4091: number;
  let x4092: number;
  let x4093: number;
  if (x49) {
    const x4035 = (x4023 * x61) / x59;
    const x4039 = (x4028 - (x4023 * x62)) / x59;
    const x4042 = (x4035 * x62) - (x4039 * x61);
    const x4055 = (x3742 * x53) / x52;
    const x4060 = (x3743 - (x3742 * x54)) / x52;
    const x4063 = (x4055 * x54) - (x4060 * x53);
    const x4066 = x4060 * q13;
    x4090 = x4039;
    x4091 = (((x3866 + x4042) + x4063) + x4066) + x4066;
    x4092 = (x3943 - (x4035 * 0.5)) - x4055;
    x4093 = (x3948 + (x4042 * 0.5)) + x4063;
  } else {
    const x4073 = x4023 * x48;
    let x4080: number;
    if (x68) {
      x4080 = x4028 + ((x4073 / x67) * x69);
    } else {
      x4080 = x4028;
    }
    let x4082: number;
    if (x68) {
      x4082 = 0.5 / x67;
    } else {
      x4082 = 0;
    }
    const x4084 = x3743 + (x4080 * x4082);
    x4090 = 0;
    x4091 = x3866 + x4084;
    x4092 = (x3943 - (x4023 * x70)) - x3742;
    x4093 = x3948 - x4084;
  }
  storeSecondScratch[547] = x4090;
  storeSecondScratch[548] = x4091;
  let x4095: number;
  let x4096: number;
  let x4097: number;
  if (x46) {
    x4095 = x3741 + x4093;
    x4096 = 0;
    x4097 = 0;
  } else {
    x4095 = x3741;
    x4096 = x4093;
    x4097 = x4092;
  }
  const x4098 = x4097 * 0.5;
  const x4099 = x4096 * 0.5;
  const x4100 = x4098 * x39;
  const x4101 = x4098 * x30;
  let x4106: number;
  if (x36) {
    x4106 = x4099 - ((x4101 / x34) * x38);
  } else {
    x4106 = x4099;
  }
  let x4108: number;
  if (x36) {
    x4108 = 0.5 / x34;
  } else {
    x4108 = 0;
  }
  const x4109 = x4106 * x4108;
  const x4117 = x4109 * x27;
  const x4119 = ((x4099 + ((x4100 + x4100) * x23)) + x4117) + x4117;
  const x4120 = x4095 + x4119;
  const x4122 = (x4096 - (x4109 * 0.004)) - x4119;
  storeSecondScratch[549] = x4122;
  const x4123 = x2069 + x4120;
  storeSecondScratch[550] = x4123;
  const x4125 = x2254 + x3862;
  storeSecondScratch[551] = x4125;
  const x4127 = (-x4120) - x3862;
  let x4130: number;
  let x4131: number;
  if (x2) {
    x4130 = x2162 + x4127;
    x4131 = x2256;
  } else {
    x4130 = x2162;
    x4131 = x2256 + x4127;
  }
  let x4138: number;
  let x4139: number;
  if (x2) {
    x4138 = x4131 + x3733;
    x4139 = x4130 - x3733;
  } else {
    x4138 = x4131 - x3733;
    x4139 = x4130 + x3733;
  }
  storeSecondScratch[552] = x4138;
  storeSecondScratch[553] = x4139;
}

export function storeSecond(q: Float64Array, v: Float64Array, d: Float64Array, w: Float64Array, qs: Float64Array, vs: Float64Array): void {
  const q7 = q[7]!;
  const q20 = q[20]!;
  storeSecond1(q, v, d, w, qs, vs);
  storeSecond2(q, v, d, w, qs, vs);
  storeSecond3(q, v, d, w, qs, vs);
  storeSecond4(q, v, d, w, qs, vs);
  let x3729: number;
  let x3730: number;
  let x3731: number;
  let x3732: number;
  let x3733: number;
  let x3734: number;
  let x3735: number;
  let x3736: number;
  let x3737: number;
  let x3738: number;
  let x3739: number;
  let x3740: number;
  let x3741: number;
  let x3742: number;
  let x3743: number;
  let x3744: number;
  let x3745: number;
  let x3746: number;
  let x3747: number;
  let x3748: number;
  let x3749: number;
  let x3750: number;
  let x3751: number;
  let x3752: number;
  let x3753: number;
  let x3754: number;
  let x3755: number;
  let x3756: number;
  let x3757: number;
  let x3758: number;
  let x3759: number;
  let x3760: number;
  let x3761: number;
  let x3762: number;
  let x3763: number;
  let x3764: number;
  let x3765: number;
  let x3766: number;
  let x3767: number;
  let x3768: number;
  let x3769: number;
  let x3770: number;
  let x3771: number;
  let x3772: number;
  let x3773: number;
  let x3774: number;
  let x3775: number;
  let x3776: number;
  let x3777: number;
  let x3778: number;
  let x3779: number;
  let x3780: number;
  if (storeSecondScratch[91]!) {
    const x2261 = storeSecondScratch[419]! - storeSecondScratch[420]!;
    const x2262 = storeSecondScratch[450]! + x2261;
    let x2520: number;
    let x2521: number;
    let x2522: number;
    let x2523: number;
    let x2524: number;
    let x2525: number;
    let x2526: number;
    let x2527: number;
    let x2528: number;
    let x2529: number;
    let x2530: number;
    if (storeSecondScratch[95]!) {
      x2520 = x2262 * q7;
      x2521 = x2262 * storeSecondScratch[94]!;
      x2522 = 0;
      x2523 = 0;
      x2524 = 0;
      x2525 = 0;
      x2526 = 0;
      x2527 = 0;
      x2528 = 0;
      x2529 = 0;
      x2530 = 0;
    } else {
      let x2509: number;
      let x2510: number;
      let x2511: number;
      let x2512: number;
      let x2513: number;
      let x2514: number;
      let x2515: number;
      let x2516: number;
      let x2517: number;
      let x2518: number;
      let x2519: number;
      if (storeSecondScratch[96]!) {
        const x2265 = x2262 * storeSecondScratch[97]!;
        const x2266 = x2262 * storeSecondScratch[102]!;
        const x2268 = x2265 * storeSecondScratch[94]!;
        let x2272: number;
        if (storeSecondScratch[99]!) {
          x2272 = -((x2268 / storeSecondScratch[98]!) * storeSecondScratch[100]!);
        } else {
          x2272 = 0;
        }
        let x2274: number;
        if (storeSecondScratch[99]!) {
          x2274 = 0.5 / storeSecondScratch[98]!;
        } else {
          x2274 = 0;
        }
        const x2275 = x2272 * x2274;
        const x2276 = x2275 * storeSecondScratch[31]!;
        x2509 = x2265 * storeSecondScratch[101]!;
        x2510 = x2275;
        x2511 = x2276 + x2276;
        x2512 = x2266 * q20;
        x2513 = x2266 * q7;
        x2514 = 0;
        x2515 = 0;
        x2516 = 0;
        x2517 = 0;
        x2518 = 0;
        x2519 = 0;
      } else {
        let x2480: number;
        let x2481: number;
        let x2482: number;
        let x2483: number;
        let x2484: number;
        let x2485: number;
        let x2486: number;
        let x2487: number;
        if (storeSecondScratch[107]!) {
          let x2285: number;
          if (storeSecondScratch[110]!) {
            x2285 = x2261 + (storeSecondScratch[449]! * 0.4);
          } else {
            let x2284: number;
            if (storeSecondScratch[111]!) {
              x2284 = x2261 + (storeSecondScratch[449]! * 0.5);
            } else {
              x2284 = x2261;
            }
            x2285 = x2284;
          }
          const x2289 = x2262 * q7;
          x2480 = x2285 * storeSecondScratch[109]!;
          x2481 = ((x2285 * storeSecondScratch[93]!) * (-0.6666666666666666)) + (x2262 * storeSecondScratch[108]!);
          x2482 = x2289;
          x2483 = -(x2289 * 0.3333333333333333);
          x2484 = 0;
          x2485 = 0;
          x2486 = 0;
          x2487 = 0;
        } else {
          let x2407: number;
          let x2408: number;
          let x2409: number;
          let x2410: number;
          let x2411: number;
          let x2412: number;
          let x2413: number;
          let x2414: number;
          let x2415: number;
          let x2416: number;
          let x2417: number;
          let x2418: number;
          let x2419: number;
          if (storeSecondScratch[125]!) {
            const x2295 = storeSecondScratch[449]! * storeSecondScratch[118]!;
            const x2298 = storeSecondScratch[449]! * storeSecondScratch[119]!;
            x2407 = storeSecondScratch[449]! * storeSecondScratch[127]!;
            x2408 = storeSecondScratch[449]! * storeSecondScratch[126]!;
            x2409 = -(x2295 * 3);
            x2410 = -(x2298 * 3);
            x2411 = -x2295;
            x2412 = -x2298;
            x2413 = x2298 * 2;
            x2414 = 0;
            x2415 = 0;
            x2416 = 0;
            x2417 = 0;
            x2418 = 0;
            x2419 = x2261;
          } else {
            let x2396: number;
            let x2397: number;
            let x2398: number;
            let x2399: number;
            let x2400: number;
            let x2401: number;
            let x2402: number;
            let x2403: number;
            let x2404: number;
            let x2405: number;
            let x2406: number;
            if (storeSecondScratch[128]!) {
              const x2306 = storeSecondScratch[449]! * storeSecondScratch[118]!;
              const x2309 = storeSecondScratch[449]! * storeSecondScratch[119]!;
              const x2312 = x2306 * storeSecondScratch[139]!;
              const x2316 = x2306 * storeSecondScratch[135]!;
              const x2318 = x2306 * storeSecondScratch[142]!;
              const x2323 = x2309 * storeSecondScratch[139]!;
              const x2325 = (-x2318) - x2323;
              const x2329 = (x2316 * storeSecondScratch[139]!) / storeSecondScratch[112]!;
              const x2332 = x2316 / storeSecondScratch[112]!;
              const x2337 = (((-(x2306 * storeSecondScratch[136]!)) - (x2309 * storeSecondScratch[135]!)) + (x2316 * storeSecondScratch[141]!)) / storeSecondScratch[112]!;
              const x2348 = (x2337 + (x2332 * storeSecondScratch[116]!)) / storeSecondScratch[113]!;
              const x2353 = (((x2332 * storeSecondScratch[140]!) - (x2329 * storeSecondScratch[141]!)) - (x2337 * storeSecondScratch[139]!)) - x2309;
              const x2354 = x2312 * storeSecondScratch[2]!;
              const x2364 = (((x2348 + x2309) - (x2312 * storeSecondScratch[134]!)) + (x2325 * storeSecondScratch[133]!)) + (((x2325 * storeSecondScratch[1]!) - x2354) * 1.2);
              const x2365 = x2323 + x2318;
              const x2388 = (((x2354 + (x2365 * storeSecondScratch[1]!)) * 6) - (x2312 * storeSecondScratch[130]!)) + (x2325 * storeSecondScratch[129]!);
              const x2391 = (((x2312 * storeSecondScratch[1]!) * 6) - (x2312 * storeSecondScratch[129]!)) - ((x2312 * storeSecondScratch[103]!) * 8);
              x2396 = storeSecondScratch[449]! * storeSecondScratch[144]!;
              x2397 = storeSecondScratch[449]! * storeSecondScratch[143]!;
              x2398 = x2329;
              x2399 = x2353;
              x2400 = x2332 * storeSecondScratch[137]!;
              x2401 = ((x2332 / storeSecondScratch[113]!) * storeSecondScratch[138]!) - (x2348 * storeSecondScratch[137]!);
              x2402 = (x2364 + (x2312 * storeSecondScratch[132]!)) + (x2365 * storeSecondScratch[131]!);
              x2403 = -x2306;
              x2404 = x2391;
              x2405 = x2388 + (((x2325 * storeSecondScratch[103]!) - (x2312 * storeSecondScratch[106]!)) * 8);
              x2406 = x2261;
            } else {
              x2396 = 0;
              x2397 = 0;
              x2398 = 0;
              x2399 = 0;
              x2400 = 0;
              x2401 = 0;
              x2402 = 0;
              x2403 = 0;
              x2404 = 0;
              x2405 = 0;
              x2406 = x2261 + (storeSecondScratch[449]! * 0.5);
            }
            x2407 = x2396;
            x2408 = x2397;
            x2409 = 0;
            x2410 = 0;
            x2411 = x2403;
            x2412 = x2399;
            x2413 = x2402;
            x2414 = x2398;
            x2415 = x2400;
            x2416 = x2401;
            x2417 = x2404;
            x2418 = x2405;
            x2419 = x2406;
          }
          const x2420 = x2419 * storeSecondScratch[121]!;
          const x2423 = x2419 * storeSecondScratch[122]!;
          const x2425 = x2409 + x2420;
          const x2429 = x2408 + ((x2419 * storeSecondScratch[123]!) * (-2));
          const x2431 = x2407 + ((x2419 * storeSecondScratch[124]!) * (-2));
          const x2432 = x2262 * q7;
          const x2435 = x2432 * 0.5;
          const x2446 = (-x2435) - x2425;
          const x2451 = (x2415 + (x2446 * storeSecondScratch[114]!)) / storeSecondScratch[113]!;
          const x2455 = (x2435 + x2425) / storeSecondScratch[113]!;
          const x2459 = ((x2410 + x2423) + (x2446 * storeSecondScratch[116]!)) / storeSecondScratch[113]!;
          const x2462 = ((x2416 - (x2451 * storeSecondScratch[116]!)) - (x2455 * storeSecondScratch[115]!)) - (x2459 * storeSecondScratch[114]!);
          const x2466 = (x2412 + x2423) + (x2462 * 3);
          const x2470 = x2459 * storeSecondScratch[1]!;
          x2480 = 0;
          x2481 = (x2262 * storeSecondScratch[120]!) + (((x2429 * storeSecondScratch[64]!) + (x2431 * storeSecondScratch[63]!)) * 0.25);
          x2482 = x2432;
          x2483 = x2417 + ((x2411 + ((x2414 + x2420) + (x2451 * 3))) * 2);
          x2484 = (((x2413 + ((x2455 + x2455) * storeSecondScratch[2]!)) + x2470) + x2470) - x2466;
          x2485 = x2418 + (x2466 * 2);
          x2486 = x2429 * storeSecondScratch[117]!;
          x2487 = x2431 * storeSecondScratch[117]!;
        }
        const x2494 = (x2483 * storeSecondScratch[103]!) / storeSecondScratch[63]!;
        const x2500 = x2483 / storeSecondScratch[63]!;
        const x2505 = (x2485 - (x2483 * storeSecondScratch[105]!)) / storeSecondScratch[63]!;
        const x2508 = ((x2487 + (x2494 * storeSecondScratch[105]!)) - (x2500 * storeSecondScratch[104]!)) - (x2505 * storeSecondScratch[103]!);
        x2509 = 0;
        x2510 = 0;
        x2511 = 0;
        x2512 = x2481;
        x2513 = 0;
        x2514 = x2480 + x2500;
        x2515 = x2482;
        x2516 = x2484;
        x2517 = x2486 - x2494;
        x2518 = x2508;
        x2519 = x2505;
      }
      x2520 = x2509;
      x2521 = x2512;
      x2522 = x2510;
      x2523 = x2511;
      x2524 = x2513;
      x2525 = x2514;
      x2526 = x2515;
      x2527 = x2516;
      x2528 = x2517;
      x2529 = x2518;
      x2530 = x2519;
    }
    const x2531 = -x2522;
    const x2536 = -x2530;
    let x2550: number;
    let x2551: number;
    let x2552: number;
    let x2553: number;
    if (storeSecondScratch[92]!) {
      x2550 = x2531;
      x2551 = 0;
      x2552 = x2536;
      x2553 = 0;
    } else {
      x2550 = 0;
      x2551 = x2520;
      x2552 = x2536 - x2522;
      x2553 = x2522;
    }
    x3729 = x2521;
    x3730 = x2523;
    x3731 = (x2524 - (x2525 * storeSecondScratch[28]!)) - (x2530 * storeSecondScratch[27]!);
    x3732 = (x2526 + x2520) + x2525;
    x3733 = x2527;
    x3734 = x2528;
    x3735 = x2529;
    x3736 = x2531 - x2530;
    x3737 = x2522 + x2530;
    x3738 = -(x2525 * q20);
    x3739 = -(x2530 * q20);
    x3740 = x2552;
    x3741 = x2550;
    x3742 = x2551;
    x3743 = x2553;
    x3744 = 0;
    x3745 = 0;
    x3746 = 0;
    x3747 = 0;
    x3748 = 0;
    x3749 = 0;
    x3750 = 0;
    x3751 = 0;
    x3752 = 0;
    x3753 = 0;
    x3754 = 0;
    x3755 = 0;
    x3756 = 0;
    x3757 = 0;
    x3758 = 0;
    x3759 = 0;
    x3760 = 0;
    x3761 = 0;
    x3762 = 0;
    x3763 = 0;
    x3764 = 0;
    x3765 = 0;
    x3766 = 0;
    x3767 = 0;
    x3768 = 0;
    x3769 = 0;
    x3770 = 0;
    x3771 = 0;
    x3772 = 0;
    x3773 = 0;
    x3774 = 0;
    x3775 = 0;
    x3776 = 0;
    x3777 = 0;
    x3778 = 0;
    x3779 = 0;
    x3780 = 0;
  } else {
    let x3679: number;
    let x3680: number;
    let x3681: number;
    let x3682: number;
    let x3683: number;
    let x3684: number;
    let x3685: number;
    let x3686: number;
    let x3687: number;
    let x3688: number;
    let x3689: number;
    let x3690: number;
    let x3691: number;
    let x3692: number;
    let x3693: number;
    let x3694: number;
    let x3695: number;
    let x3696: number;
    let x3697: number;
    let x3698: number;
    let x3699: number;
    let x3700: number;
    let x3701: number;
    let x3702: number;
    let x3703: number;
    let x3704: number;
    let x3705: number;
    let x3706: number;
    let x3707: number;
    let x3708: number;
    let x3709: number;
    let x3710: number;
    let x3711: number;
    let x3712: number;
    let x3713: number;
    let x3714: number;
    let x3715: number;
    let x3716: number;
    let x3717: number;
    let x3718: number;
    let x3719: number;
    let x3720: number;
    let x3721: number;
    let x3722: number;
    let x3723: number;
    let x3724: number;
    let x3725: number;
    let x3726: number;
    let x3727: number;
    let x3728: number;
    if (storeSecondScratch[90]!) {
      storeSecond5(q, v, d, w, qs, vs);
      storeSecond6(q, v, d, w, qs, vs);
      x3679 = storeSecondScratch[452]!;
      x3680 = storeSecondScratch[453]!;
      x3681 = storeSecondScratch[491]!;
      x3682 = storeSecondScratch[465]!;
      x3683 = storeSecondScratch[454]!;
      x3684 = storeSecondScratch[489]!;
      x3685 = storeSecondScratch[455]!;
      x3686 = storeSecondScratch[457]!;
      x3687 = storeSecondScratch[472]!;
      x3688 = storeSecondScratch[459]!;
      x3689 = storeSecondScratch[469]!;
      x3690 = storeSecondScratch[461]!;
      x3691 = storeSecondScratch[456]!;
      x3692 = storeSecondScratch[466]!;
      x3693 = storeSecondScratch[458]!;
      x3694 = storeSecondScratch[460]!;
      x3695 = storeSecondScratch[462]!;
      x3696 = storeSecondScratch[467]!;
      x3697 = storeSecondScratch[464]!;
      x3698 = storeSecondScratch[508]!;
      x3699 = storeSecondScratch[506]!;
      x3700 = storeSecondScratch[468]!;
      x3701 = storeSecondScratch[470]!;
      x3702 = storeSecondScratch[471]!;
      x3703 = storeSecondScratch[510]!;
      x3704 = storeSecondScratch[511]!;
      x3705 = storeSecondScratch[475]!;
      x3706 = storeSecondScratch[477]!;
      x3707 = storeSecondScratch[476]!;
      x3708 = storeSecondScratch[478]!;
      x3709 = storeSecondScratch[479]!;
      x3710 = storeSecondScratch[480]!;
      x3711 = storeSecondScratch[481]!;
      x3712 = storeSecondScratch[482]!;
      x3713 = storeSecondScratch[483]!;
      x3714 = storeSecondScratch[485]!;
      x3715 = storeSecondScratch[487]!;
      x3716 = storeSecondScratch[463]!;
      x3717 = storeSecondScratch[488]!;
      x3718 = storeSecondScratch[490]!;
      x3719 = storeSecondScratch[492]!;
      x3720 = storeSecondScratch[493]!;
      x3721 = storeSecondScratch[495]!;
      x3722 = storeSecondScratch[503]!;
      x3723 = storeSecondScratch[501]!;
      x3724 = storeSecondScratch[502]!;
      x3725 = storeSecondScratch[504]!;
      x3726 = storeSecondScratch[505]!;
      x3727 = storeSecondScratch[507]!;
      x3728 = storeSecondScratch[509]!;
    } else {
      x3679 = 0;
      x3680 = 0;
      x3681 = 0;
      x3682 = 0;
      x3683 = 0;
      x3684 = 0;
      x3685 = 0;
      x3686 = 0;
      x3687 = 0;
      x3688 = 0;
      x3689 = 0;
      x3690 = 0;
      x3691 = 0;
      x3692 = 0;
      x3693 = 0;
      x3694 = 0;
      x3695 = 0;
      x3696 = 0;
      x3697 = 0;
      x3698 = 0;
      x3699 = 0;
      x3700 = 0;
      x3701 = 0;
      x3702 = 0;
      x3703 = 0;
      x3704 = 0;
      x3705 = 0;
      x3706 = 0;
      x3707 = 0;
      x3708 = 0;
      x3709 = 0;
      x3710 = 0;
      x3711 = 0;
      x3712 = 0;
      x3713 = 0;
      x3714 = 0;
      x3715 = 0;
      x3716 = 0;
      x3717 = 0;
      x3718 = 0;
      x3719 = 0;
      x3720 = 0;
      x3721 = 0;
      x3722 = 0;
      x3723 = 0;
      x3724 = 0;
      x3725 = 0;
      x3726 = 0;
      x3727 = 0;
      x3728 = 0;
    }
    x3729 = x3686;
    x3730 = x3691;
    x3731 = x3684;
    x3732 = x3692;
    x3733 = x3681;
    x3734 = x3679;
    x3735 = x3680;
    x3736 = 0;
    x3737 = x3696;
    x3738 = x3717;
    x3739 = x3718;
    x3740 = x3689;
    x3741 = 0;
    x3742 = x3700;
    x3743 = x3701;
    x3744 = x3682;
    x3745 = x3683;
    x3746 = x3685;
    x3747 = x3687;
    x3748 = x3688;
    x3749 = x3690;
    x3750 = x3693;
    x3751 = x3694;
    x3752 = x3695;
    x3753 = x3697;
    x3754 = x3698;
    x3755 = x3699;
    x3756 = x3702;
    x3757 = x3703;
    x3758 = x3704;
    x3759 = x3705;
    x3760 = x3706;
    x3761 = x3707;
    x3762 = x3708;
    x3763 = x3709;
    x3764 = x3710;
    x3765 = x3711;
    x3766 = x3712;
    x3767 = x3713;
    x3768 = x3714;
    x3769 = x3715;
    x3770 = x3716;
    x3771 = x3719;
    x3772 = x3720;
    x3773 = x3721;
    x3774 = x3722;
    x3775 = x3723;
    x3776 = x3724;
    x3777 = x3725;
    x3778 = x3726;
    x3779 = x3727;
    x3780 = x3728;
  }
  storeSecondScratch[512] = x3730;
  storeSecondScratch[513] = x3731;
  storeSecondScratch[514] = x3732;
  storeSecondScratch[515] = x3733;
  storeSecondScratch[516] = x3734;
  storeSecondScratch[517] = x3735;
  storeSecondScratch[518] = x3737;
  storeSecondScratch[519] = x3738;
  storeSecondScratch[520] = x3739;
  storeSecondScratch[521] = x3740;
  storeSecondScratch[522] = x3741;
  storeSecondScratch[523] = x3742;
  storeSecondScratch[524] = x3743;
  storeSecondScratch[525] = x3745;
  storeSecondScratch[526] = x3747;
  storeSecondScratch[527] = x3754;
  storeSecondScratch[528] = x3755;
  storeSecondScratch[529] = x3757;
  storeSecondScratch[530] = x3758;
  storeSecondScratch[531] = x3774;
  storeSecondScratch[532] = x3775;
  storeSecond7(q, v, d, w, qs, vs);
  qs.fill(0);
  vs.fill(0);
  qs[0] = storeSecondScratch[422]!;
  qs[5] = storeSecondScratch[542]!;
  qs[6] = storeSecondScratch[540]!;
  qs[7] = x3729;
  qs[9] = x3748;
  qs[10] = storeSecondScratch[534]!;
  qs[11] = x3744;
  qs[12] = x3780;
  qs[13] = storeSecondScratch[548]!;
  qs[14] = storeSecondScratch[545]!;
  qs[15] = storeSecondScratch[547]!;
  qs[16] = storeSecondScratch[549]!;
  qs[17] = storeSecondScratch[546]!;
  qs[18] = x3766;
  qs[19] = x3770;
  qs[20] = storeSecondScratch[544]!;
  qs[21] = x3769;
  qs[22] = x3763;
  qs[23] = x3768;
  qs[24] = x3777;
  qs[25] = x3779;
  qs[26] = x3767;
  qs[27] = x3776;
  qs[28] = x3778;
  qs[29] = x3765;
  qs[30] = x3764;
  qs[31] = x3772;
  qs[32] = x3773;
  qs[33] = x3771;
  qs[34] = storeSecondScratch[533]!;
  qs[35] = storeSecondScratch[535]!;
  qs[36] = x3759;
  qs[37] = x3761;
  qs[38] = x3762;
  qs[39] = x3760;
  qs[40] = x3756;
  qs[48] = storeSecondScratch[541]!;
  qs[50] = storeSecondScratch[538]!;
  qs[51] = storeSecondScratch[539]!;
  qs[52] = storeSecondScratch[537]!;
  qs[53] = storeSecondScratch[543]!;
  qs[71] = x3749;
  qs[72] = x3736;
  qs[73] = storeSecondScratch[536]!;
  qs[74] = x3753;
  qs[75] = x3752;
  qs[76] = x3751;
  qs[77] = x3750;
  qs[78] = x3746;
  qs[79] = storeSecondScratch[442]!;
  qs[80] = storeSecondScratch[446]!;
  qs[81] = storeSecondScratch[438]!;
  qs[82] = storeSecondScratch[441]!;
  qs[83] = storeSecondScratch[445]!;
  qs[84] = storeSecondScratch[444]!;
  qs[94] = storeSecondScratch[433]!;
  qs[95] = storeSecondScratch[430]!;
  qs[96] = storeSecondScratch[427]!;
  qs[97] = storeSecondScratch[434]!;
  qs[98] = storeSecondScratch[431]!;
  qs[99] = storeSecondScratch[428]!;
  qs[100] = storeSecondScratch[426]!;
  qs[101] = storeSecondScratch[425]!;
  qs[102] = storeSecondScratch[424]!;
  qs[103] = storeSecondScratch[435]!;
  qs[104] = storeSecondScratch[432]!;
  qs[105] = storeSecondScratch[429]!;
  vs[1] = storeSecondScratch[551]!;
  vs[3] = storeSecondScratch[550]!;
  vs[4] = storeSecondScratch[552]!;
  vs[5] = storeSecondScratch[553]!;
}

export const code: GeneratedCode = {
  card: [
    'sign', 'mobmod', 'capmod', 'binunit', 'paramchk', 'acm', 'calcacm', 'xpart', 'version', 'tox', 'toxm', 'tnom', 'lint',
    'll', 'llc', 'lln', 'lw', 'lwc', 'lwn', 'lwl', 'lwlc', 'wint', 'wl', 'wlc', 'wln', 'ww', 'wwc', 'wwn', 'wwl', 'wwlc',
    'dlc', 'dwc', 'xl', 'xw', 'cgso', 'cgdo', 'cgbo', 'rsh', 'hdif', 'ldif', 'ld', 'rd', 'rs', 'rdc', 'rsc', 'wmlt', 'js',
    'jsw', 'ijth', 'nj', 'xti', 'cj', 'cjsw', 'cjswg', 'mj', 'mjsw', 'mjswg', 'pb', 'pbsw', 'pbswg', 'tcj', 'tcjsw', 'tcjswg',
    'tpb', 'tpbsw', 'tpbswg', 'toxmGiven', 'llcGiven', 'lwcGiven', 'lwlcGiven', 'wlcGiven', 'wwcGiven', 'wwlcGiven',
    'dlcGiven', 'dwcGiven', 'cgsoGiven', 'cgdoGiven', 'cgboGiven', 'cfGiven', 'cjswgGiven', 'mjswgGiven', 'pbswgGiven',
    'dsubGiven', 'nchGiven', 'gamma1Given', 'gamma2Given', 'vbxGiven', 'k1Given', 'k2Given', 'vfbGiven', 'vth0Given',
    'u0Given', 'ucGiven', 'uc1Given', 'cdsc', 'lcdsc', 'wcdsc', 'pcdsc', 'cdscb', 'lcdscb', 'wcdscb', 'pcdscb', 'cdscd',
    'lcdscd', 'wcdscd', 'pcdscd', 'cit', 'lcit', 'wcit', 'pcit', 'nfactor', 'lnfactor', 'wnfactor', 'pnfactor', 'xj', 'lxj',
    'wxj', 'pxj', 'vsat', 'lvsat', 'wvsat', 'pvsat', 'at', 'lat', 'wat', 'pat', 'a0', 'la0', 'wa0', 'pa0', 'ags', 'lags',
    'wags', 'pags', 'a1', 'la1', 'wa1', 'pa1', 'a2', 'la2', 'wa2', 'pa2', 'keta', 'lketa', 'wketa', 'pketa', 'nsub', 'lnsub',
    'wnsub', 'pnsub', 'nch', 'lnch', 'wnch', 'pnch', 'ngate', 'lngate', 'wngate', 'pngate', 'gamma1', 'lgamma1', 'wgamma1',
    'pgamma1', 'gamma2', 'lgamma2', 'wgamma2', 'pgamma2', 'vbx', 'lvbx', 'wvbx', 'pvbx', 'vbm', 'lvbm', 'wvbm', 'pvbm', 'xt',
    'lxt', 'wxt', 'pxt', 'vfb', 'lvfb', 'wvfb', 'pvfb', 'k1', 'lk1', 'wk1', 'pk1', 'kt1', 'lkt1', 'wkt1', 'pkt1', 'kt1l',
    'lkt1l', 'wkt1l', 'pkt1l', 'k2', 'lk2', 'wk2', 'pk2', 'kt2', 'lkt2', 'wkt2', 'pkt2', 'k3', 'lk3', 'wk3', 'pk3', 'k3b',
    'lk3b', 'wk3b', 'pk3b', 'w0', 'lw0', 'ww0', 'pw0', 'nlx', 'lnlx', 'wnlx', 'pnlx', 'dvt0', 'ldvt0', 'wdvt0', 'pdvt0',
    'dvt1', 'ldvt1', 'wdvt1', 'pdvt1', 'dvt2', 'ldvt2', 'wdvt2', 'pdvt2', 'dvt0w', 'ldvt0w', 'wdvt0w', 'pdvt0w', 'dvt1w',
    'ldvt1w', 'wdvt1w', 'pdvt1w', 'dvt2w', 'ldvt2w', 'wdvt2w', 'pdvt2w', 'drout', 'ldrout', 'wdrout', 'pdrout', 'dsub',
    'ldsub', 'wdsub', 'pdsub', 'vth0', 'lvth0', 'wvth0', 'pvth0', 'ua', 'lua', 'wua', 'pua', 'ua1', 'lua1', 'wua1', 'pua1',
    'ub', 'lub', 'wub', 'pub', 'ub1', 'lub1', 'wub1', 'pub1', 'uc', 'luc', 'wuc', 'puc', 'uc1', 'luc1', 'wuc1', 'puc1', 'u0',
    'lu0', 'wu0', 'pu0', 'ute', 'lute', 'wute', 'pute', 'voff', 'lvoff', 'wvoff', 'pvoff', 'delta', 'ldelta', 'wdelta',
    'pdelta', 'rdsw', 'lrdsw', 'wrdsw', 'prdsw', 'prwg', 'lprwg', 'wprwg', 'pprwg', 'prwb', 'lprwb', 'wprwb', 'pprwb', 'prt',
    'lprt', 'wprt', 'pprt', 'eta0', 'leta0', 'weta0', 'peta0', 'etab', 'letab', 'wetab', 'petab', 'pclm', 'lpclm', 'wpclm',
    'ppclm', 'pdiblc1', 'lpdiblc1', 'wpdiblc1', 'ppdiblc1', 'pdiblc2', 'lpdiblc2', 'wpdiblc2', 'ppdiblc2', 'pdiblcb',
    'lpdiblcb', 'wpdiblcb', 'ppdiblcb', 'pscbe1', 'lpscbe1', 'wpscbe1', 'ppscbe1', 'pscbe2', 'lpscbe2', 'wpscbe2', 'ppscbe2',
    'pvag', 'lpvag', 'wpvag', 'ppvag', 'wr', 'lwr', 'wwr', 'pwr', 'dwg', 'ldwg', 'wdwg', 'pdwg', 'dwb', 'ldwb', 'wdwb', 'pdwb',
    'b0', 'lb0', 'wb0', 'pb0', 'b1', 'lb1', 'wb1', 'pb1', 'alpha0', 'lalpha0', 'walpha0', 'palpha0', 'alpha1', 'lalpha1',
    'walpha1', 'palpha1', 'beta0', 'lbeta0', 'wbeta0', 'pbeta0', 'cgsl', 'lcgsl', 'wcgsl', 'pcgsl', 'cgdl', 'lcgdl', 'wcgdl',
    'pcgdl', 'ckappa', 'lckappa', 'wckappa', 'pckappa', 'cf', 'lcf', 'wcf', 'pcf', 'clc', 'lclc', 'wclc', 'pclc', 'cle',
    'lcle', 'wcle', 'pcle', 'vfbcv', 'lvfbcv', 'wvfbcv', 'pvfbcv', 'acde', 'lacde', 'wacde', 'pacde', 'moin', 'lmoin', 'wmoin',
    'pmoin', 'noff', 'lnoff', 'wnoff', 'pnoff', 'voffcv', 'lvoffcv', 'wvoffcv', 'pvoffcv',
  ],
  geometry: [
    'l', 'w', 'm', 'geo', 'ad', 'as', 'pd', 'ps', 'nrd', 'nrs', 'adGiven', 'asGiven', 'pdGiven', 'psGiven', 'nrdGiven',
    'nrsGiven', 'delvto', 'mulu0',
  ],
  ambient: [
    'temperature', 'gmin',
  ],
  prepared: [
    'm', 'mobmod', 'capmod', 'xpart', 'version', 'leff', 'weff', 'coxWLcv', 'weffCV', 'tox', 'cox', 'vtm', 'lengthFactor',
    'phi', 'sqrtPhi', 'phis3', 'vbsc', 'xdep0', 'vbiMinusPhi', 'vthBase', 'k1ox', 'k2ox', 'kt2', 'dvt0', 'dvt1', 'dvt2',
    'dvt0w', 'dvt1w', 'dvt2w', 'k3b', 'narrowWidth', 'eta0', 'etab', 'thetaDibl', 'vfb', 'ngate', 'nfactor', 'cdsc', 'cdscb',
    'cdscd', 'cit', 'voff', 'cdep0', 'dwg', 'dwb', 'rds0', 'prwg', 'prwb', 'a0', 'ags', 'b0', 'b1', 'keta', 'xj', 'ua', 'ub',
    'uc', 'u0', 'vsat', 'a1', 'a2', 'delta', 'pclm', 'litl', 'thetaRout', 'pdiblcb', 'pvag', 'pscbe1', 'pscbe2', 'impact',
    'beta0', 'vfbzb', 'vfbcv', 'abulkFactor', 'noff', 'voffcv', 'acde', 'ldeb', 'moin', 'cgso', 'cgdo', 'cgbo', 'cgsl', 'cgdl',
    'ckappa', 'gmin', 'nvtm', 'ijth', 'isSource', 'isDrain', 'vjsm', 'vjdm', 'ijsm', 'ijdm', 'phib', 'phibsw', 'phibswg', 'mj',
    'mjsw', 'mjswg', 'cbs', 'cbssw', 'cbsswg', 'cbd', 'cbdsw', 'cbdswg', 'gDrain', 'gSource',
  ],
  nodes: [
    'd', 'g', 's', 'b', 'di', 'si',
  ],
  prepare, prepareTangent,
  evaluate: { value: evaluate, jacobian: evaluateJacobian, tangent: evaluateTangent, adjoint: evaluateAdjoint, second: evaluateSecond },
  store: { value: store, jacobian: storeJacobian, tangent: storeTangent, adjoint: storeAdjoint, second: storeSecond },
};
