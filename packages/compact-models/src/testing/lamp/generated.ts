// Written by tools/differentiate from equations.ts beside it: npm run differentiate. Not to be edited.
/* oxlint-disable */
import type { GeneratedCode } from '../../model.ts';

export function prepare(p: Float64Array, g: Float64Array, a: Float64Array, q: Float64Array): void {
  const g0 = g[0]!;
  const p2 = p[2]!;
  const p3 = p[3]!;
  let x11: number;
  if ((p2 > 0)) {
    x11 = g0 / p2;
  } else {
    x11 = 0;
  }
  let x15: number;
  if ((p3 > 0)) {
    x15 = g0 / p3;
  } else {
    x15 = 0;
  }
  q[0] = p[0]! * g0;
  q[1] = p[1]! * 0.00008617333262;
  q[2] = a[0]!;
  q[3] = x11;
  q[4] = x15;
  q[5] = (p[4]! + (0.1 * p[5]!)) * g0;
  q[6] = p[7]!;
  q[7] = p[8]!;
  q[8] = a[1]!;
}

export function prepareTangent(p: Float64Array, g: Float64Array, a: Float64Array, d: Float64Array, dq: Float64Array): void {
  const g0 = g[0]!;
  const p2 = p[2]!;
  const p3 = p[3]!;
  let x19: number;
  if ((p2 > 0)) {
    x19 = -((d[2]! / p2) * (g0 / p2));
  } else {
    x19 = 0;
  }
  let x28: number;
  if ((p3 > 0)) {
    x28 = -((d[3]! / p3) * (g0 / p3));
  } else {
    x28 = 0;
  }
  dq.fill(0);
  dq[0] = d[0]! * g0;
  dq[1] = d[1]! * 0.00008617333262;
  dq[3] = x19;
  dq[4] = x28;
  dq[5] = (d[4]! + (d[5]! * 0.1)) * g0;
  dq[6] = d[7]!;
  dq[7] = d[8]!;
}

export function evaluate(q: Float64Array, v: Float64Array, f: Float64Array): void {
  const v2 = v[2]!;
  const v3 = v[3]!;
  const x2 = v2 - v[1]!;
  const x20 = ((q[0]! * Math.exp((0.02 * v3))) * (Math.exp((x2 / (q[1]! * (q[2]! + v3)))) - 1)) + (q[8]! * x2);
  const x23 = v[0]! - v2;
  const x24 = q[3]! * x23;
  f[0] = x24;
  f[1] = -x20;
  f[2] = x20 - x24;
  f[3] = ((q[4]! * v3) - (x20 * x2)) - (x24 * x23);
}

export function evaluateJacobian(q: Float64Array, v: Float64Array, f: Float64Array, j: Float64Array): void {
  const v2 = v[2]!;
  const v3 = v[3]!;
  const q0 = q[0]!;
  const q1 = q[1]!;
  const q8 = q[8]!;
  const q3 = q[3]!;
  const q4 = q[4]!;
  const x2 = v2 - v[1]!;
  const x10 = Math.exp((0.02 * v3));
  const x13 = q0 * x10;
  const x16 = q1 * (q[2]! + v3);
  const x17 = x2 / x16;
  const x23 = Math.exp(x17);
  const x28 = x23 - 1;
  const x30 = (((-1) / x16) * x23) * x13;
  const x32 = ((0.02 * x10) * q0) * x28;
  const x33 = (((q1 / x16) * x17) * x23) * x13;
  const x35 = x32 - x33;
  const x39 = (x13 * x28) + (q8 * x2);
  const x40 = x30 - q8;
  const x41 = (((1 / x16) * x23) * x13) + q8;
  const x43 = v[0]! - v2;
  const x45 = q3 * x43;
  const x46 = -q3;
  const x67 = x45 + x45;
  j.fill(0);
  f[0] = x45;
  j[0] = q3;
  j[2] = x46;
  f[1] = -x39;
  j[5] = q8 - x30;
  j[6] = -x41;
  j[7] = x33 - x32;
  f[2] = x39 - x45;
  j[8] = x46;
  j[9] = x40;
  j[10] = x41 + q3;
  j[11] = x35;
  f[3] = ((q4 * v3) - (x39 * x2)) - (x45 * x43);
  j[12] = -x67;
  j[13] = x39 - (x40 * x2);
  j[14] = x67 - ((x41 * x2) + x39);
  j[15] = q4 - (x35 * x2);
}

export function evaluateTangent(q: Float64Array, v: Float64Array, d: Float64Array, df: Float64Array): void {
  const v2 = v[2]!;
  const d2 = d[2]!;
  const v3 = v[3]!;
  const d3 = d[3]!;
  const q0 = q[0]!;
  const q1 = q[1]!;
  const q8 = q[8]!;
  const q3 = q[3]!;
  const x2 = v2 - v[1]!;
  const x6 = d2 - d[1]!;
  const x14 = Math.exp((0.02 * v3));
  const x17 = q0 * x14;
  const x20 = q1 * (q[2]! + v3);
  const x22 = x2 / x20;
  const x28 = Math.exp(x22);
  const x31 = x28 - 1;
  const x40 = (((((d3 * 0.02) * x14) * q0) * x31) + ((((x6 / x20) - (((d3 * q1) / x20) * x22)) * x28) * x17)) + (x6 * q8);
  const x42 = v[0]! - v2;
  const x45 = d[0]! - d2;
  const x48 = x45 * q3;
  df[0] = x48;
  df[1] = -x40;
  df[2] = x40 - x48;
  df[3] = ((d3 * q[4]!) - ((x40 * x2) + (x6 * ((x17 * x31) + (q8 * x2))))) - ((x48 * x42) + (x45 * (q3 * x42)));
}

export function evaluateAdjoint(q: Float64Array, v: Float64Array, w: Float64Array, f: Float64Array, qs: Float64Array, vs: Float64Array): void {
  const v2 = v[2]!;
  const v3 = v[3]!;
  const q0 = q[0]!;
  const q1 = q[1]!;
  const q8 = q[8]!;
  const q3 = q[3]!;
  const q4 = q[4]!;
  const w3 = w[3]!;
  const w2 = w[2]!;
  const x2 = v2 - v[1]!;
  const x5 = q[2]! + v3;
  const x9 = Math.exp((0.02 * v3));
  const x10 = q0 * x9;
  const x12 = q1 * x5;
  const x13 = x2 / x12;
  const x14 = Math.exp(x13);
  const x16 = x14 - 1;
  const x20 = (x10 * x16) + (q8 * x2);
  const x23 = v[0]! - v2;
  const x24 = q3 * x23;
  const x41 = w3 * x24;
  const x51 = (w[0]! - (w3 * x23)) - w2;
  const x53 = (w2 - (w3 * x2)) - w[1]!;
  const x55 = x51 * q3;
  const x61 = x53 * x16;
  const x64 = ((x53 * x10) * x14) / x12;
  const x65 = ((x53 * q8) - (w3 * x20)) + x64;
  const x66 = x64 * x13;
  const x70 = x66 * q1;
  qs.fill(0);
  f[0] = x24;
  f[1] = -x20;
  f[2] = x20 - x24;
  f[3] = ((q4 * v3) - (x20 * x2)) - (x24 * x23);
  qs[0] = x61 * x9;
  qs[1] = -(x66 * x5);
  qs[2] = -x70;
  qs[3] = x51 * x23;
  qs[4] = w3 * v3;
  qs[8] = x53 * x2;
  vs[0] = x55 - x41;
  vs[1] = -x65;
  vs[2] = (x41 - x55) + x65;
  vs[3] = ((w3 * q4) + (((x61 * q0) * x9) * 0.02)) - x70;
}

export function evaluateSecond(q: Float64Array, v: Float64Array, d: Float64Array, w: Float64Array, qs: Float64Array, vs: Float64Array): void {
  const v2 = v[2]!;
  const d2 = d[2]!;
  const v3 = v[3]!;
  const d3 = d[3]!;
  const q0 = q[0]!;
  const q1 = q[1]!;
  const q8 = q[8]!;
  const q3 = q[3]!;
  const w3 = w[3]!;
  const w2 = w[2]!;
  const x2 = v2 - v[1]!;
  const x6 = d2 - d[1]!;
  const x9 = q[2]! + v3;
  const x13 = d3 * 0.02;
  const x14 = Math.exp((0.02 * v3));
  const x15 = x13 * x14;
  const x17 = q0 * x14;
  const x18 = x15 * q0;
  const x20 = q1 * x9;
  const x22 = x2 / x20;
  const x23 = x6 / x20;
  const x24 = (d3 * q1) / x20;
  const x27 = x23 - (x24 * x22);
  const x28 = Math.exp(x22);
  const x29 = x27 * x28;
  const x31 = x28 - 1;
  const x42 = v[0]! - v2;
  const x45 = d[0]! - d2;
  const x76 = w3 * x45;
  const x81 = w3 * (x45 * q3);
  const x83 = w3 * x6;
  const x94 = (w2 - (w3 * x2)) - w[1]!;
  const x99 = x76 * q3;
  const x110 = x94 * x17;
  const x112 = x94 * x31;
  const x116 = (x94 * x29) - (x83 * x31);
  const x120 = x110 * x28;
  const x130 = (x120 * x22) / x20;
  const x138 = (((((x94 * x18) - (x83 * x17)) + (x110 * x27)) * x28) - (x120 * x24)) / x20;
  const x139 = ((-(w3 * (((x18 * x31) + (x29 * x17)) + (x6 * q8)))) - (x83 * q8)) + x138;
  const x142 = ((x130 * x24) - ((x120 / x20) * x23)) - (x138 * x22);
  const x147 = x142 * q1;
  qs.fill(0);
  qs[0] = (x112 * x15) + (x116 * x14);
  qs[1] = (x142 * x9) - (x130 * d3);
  qs[2] = x147;
  qs[3] = (((w[0]! - (w3 * x42)) - w2) * x45) - (x76 * x42);
  qs[4] = w3 * d3;
  qs[8] = (x94 * x6) - (x83 * x2);
  vs[0] = (-x81) - x99;
  vs[1] = -x139;
  vs[2] = (x99 + x81) + x139;
  vs[3] = ((((x116 * q0) + ((x112 * q0) * x13)) * x14) * 0.02) + x147;
}

export function store(q: Float64Array, v: Float64Array, f: Float64Array): void {
  const v3 = v[3]!;
  const x2 = v[2]! - v[1]!;
  const x29 = (q[5]! * (x2 + ((0.2 * x2) * x2))) + (q[6]! * (((q[0]! * Math.exp((0.02 * v3))) * (Math.exp((x2 / (q[1]! * (q[2]! + v3)))) - 1)) + (q[8]! * x2)));
  f.fill(0);
  f[1] = -x29;
  f[2] = x29;
  f[3] = q[7]! * v3;
}

export function storeJacobian(q: Float64Array, v: Float64Array, f: Float64Array, j: Float64Array): void {
  const q5 = q[5]!;
  const v3 = v[3]!;
  const q0 = q[0]!;
  const q1 = q[1]!;
  const q8 = q[8]!;
  const q6 = q[6]!;
  const q7 = q[7]!;
  const x2 = v[2]! - v[1]!;
  const x6 = 0.2 * x2;
  const x25 = Math.exp((0.02 * v3));
  const x28 = q0 * x25;
  const x31 = q1 * (q[2]! + v3);
  const x32 = x2 / x31;
  const x38 = Math.exp(x32);
  const x43 = x38 - 1;
  const x61 = ((((0.02 * x25) * q0) * x43) - ((((q1 / x31) * x32) * x38) * x28)) * q6;
  const x62 = (q5 * (x2 + (x6 * x2))) + (q6 * ((x28 * x43) + (q8 * x2)));
  const x63 = (((-1) + (((-0.2) * x2) - x6)) * q5) + ((((((-1) / x31) * x38) * x28) - q8) * q6);
  const x64 = ((1 + (x6 + x6)) * q5) + (((((1 / x31) * x38) * x28) + q8) * q6);
  f.fill(0);
  j.fill(0);
  f[1] = -x62;
  j[5] = -x63;
  j[6] = -x64;
  j[7] = -x61;
  f[2] = x62;
  j[9] = x63;
  j[10] = x64;
  j[11] = x61;
  f[3] = q7 * v3;
  j[15] = q7;
}

export function storeTangent(q: Float64Array, v: Float64Array, d: Float64Array, df: Float64Array): void {
  const v3 = v[3]!;
  const d3 = d[3]!;
  const q0 = q[0]!;
  const q1 = q[1]!;
  const x2 = v[2]! - v[1]!;
  const x6 = d[2]! - d[1]!;
  const x26 = Math.exp((0.02 * v3));
  const x32 = q1 * (q[2]! + v3);
  const x34 = x2 / x32;
  const x40 = Math.exp(x34);
  const x52 = (((((d3 * 0.02) * x26) * q0) * (x40 - 1)) + ((((x6 / x32) - (((d3 * q1) / x32) * x34)) * x40) * (q0 * x26))) + (x6 * q[8]!);
  const x57 = ((x6 + (((x6 * 0.2) * x2) + (x6 * (0.2 * x2)))) * q[5]!) + (x52 * q[6]!);
  df.fill(0);
  df[1] = -x57;
  df[2] = x57;
  df[3] = d3 * q[7]!;
}

export function storeAdjoint(q: Float64Array, v: Float64Array, w: Float64Array, f: Float64Array, qs: Float64Array, vs: Float64Array): void {
  const q5 = q[5]!;
  const v3 = v[3]!;
  const q0 = q[0]!;
  const q1 = q[1]!;
  const q8 = q[8]!;
  const q6 = q[6]!;
  const q7 = q[7]!;
  const w3 = w[3]!;
  const x2 = v[2]! - v[1]!;
  const x5 = 0.2 * x2;
  const x7 = x2 + (x5 * x2);
  const x12 = q[2]! + v3;
  const x16 = Math.exp((0.02 * v3));
  const x17 = q0 * x16;
  const x19 = q1 * x12;
  const x20 = x2 / x19;
  const x21 = Math.exp(x20);
  const x23 = x21 - 1;
  const x27 = (x17 * x23) + (q8 * x2);
  const x29 = (q5 * x7) + (q6 * x27);
  const x41 = w[2]! - w[1]!;
  const x43 = x41 * q6;
  const x46 = x43 * x23;
  const x49 = ((x43 * x17) * x21) / x19;
  const x51 = x49 * x20;
  const x55 = x51 * q1;
  const x64 = x41 * q5;
  const x70 = ((((x43 * q8) + x49) + x64) + (x64 * x5)) + ((x64 * x2) * 0.2);
  f.fill(0);
  qs.fill(0);
  vs.fill(0);
  f[1] = -x29;
  f[2] = x29;
  f[3] = q7 * v3;
  qs[0] = x46 * x16;
  qs[1] = -(x51 * x12);
  qs[2] = -x55;
  qs[5] = x41 * x7;
  qs[6] = x41 * x27;
  qs[7] = w3 * v3;
  qs[8] = x43 * x2;
  vs[1] = -x70;
  vs[2] = x70;
  vs[3] = ((w3 * q7) + (((x46 * q0) * x16) * 0.02)) - x55;
}

export function storeSecond(q: Float64Array, v: Float64Array, d: Float64Array, w: Float64Array, qs: Float64Array, vs: Float64Array): void {
  const v3 = v[3]!;
  const d3 = d[3]!;
  const q0 = q[0]!;
  const q1 = q[1]!;
  const x2 = v[2]! - v[1]!;
  const x6 = d[2]! - d[1]!;
  const x9 = x6 * 0.2;
  const x21 = q[2]! + v3;
  const x25 = d3 * 0.02;
  const x26 = Math.exp((0.02 * v3));
  const x27 = x25 * x26;
  const x29 = q0 * x26;
  const x30 = x27 * q0;
  const x32 = q1 * x21;
  const x34 = x2 / x32;
  const x35 = x6 / x32;
  const x36 = (d3 * q1) / x32;
  const x39 = x35 - (x36 * x34);
  const x40 = Math.exp(x34);
  const x41 = x39 * x40;
  const x43 = x40 - 1;
  const x70 = w[2]! - w[1]!;
  const x71 = x70 * q[6]!;
  const x74 = x71 * x29;
  const x75 = x71 * x41;
  const x76 = x71 * x43;
  const x78 = x74 * x40;
  const x88 = (x78 * x34) / x32;
  const x96 = ((((x71 * x30) + (x74 * x39)) * x40) - (x78 * x36)) / x32;
  const x99 = ((x88 * x36) - ((x78 / x32) * x35)) - (x96 * x34);
  const x104 = x99 * q1;
  const x115 = x70 * q[5]!;
  const x121 = (x96 + (x115 * x9)) + ((x115 * x6) * 0.2);
  qs.fill(0);
  vs.fill(0);
  qs[0] = (x76 * x27) + (x75 * x26);
  qs[1] = (x99 * x21) - (x88 * d3);
  qs[2] = x104;
  qs[5] = x70 * (x6 + ((x9 * x2) + (x6 * (0.2 * x2))));
  qs[6] = x70 * (((x30 * x43) + (x41 * x29)) + (x6 * q[8]!));
  qs[7] = w[3]! * d3;
  qs[8] = x71 * x6;
  vs[1] = -x121;
  vs[2] = x121;
  vs[3] = ((((x75 * q0) + ((x76 * q0) * x25)) * x26) * 0.02) + x104;
}

export const code: GeneratedCode = {
  card: [
    'is', 'n', 'rs', 'rth', 'cj', 'cjsw', 'cjswGiven', 'tt', 'cth',
  ],
  geometry: [
    'area',
  ],
  ambient: [
    'temperature', 'gmin',
  ],
  prepared: [
    'is', 'nk', 'temperature', 'gs', 'gth', 'cj', 'tt', 'cth', 'gmin',
  ],
  nodes: [
    'a', 'c', 'ai', 'dt',
  ],
  prepare, prepareTangent,
  evaluate: { value: evaluate, jacobian: evaluateJacobian, tangent: evaluateTangent, adjoint: evaluateAdjoint, second: evaluateSecond },
  store: { value: store, jacobian: storeJacobian, tangent: storeTangent, adjoint: storeAdjoint, second: storeSecond },
};
