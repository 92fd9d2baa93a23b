import { cNumber } from './c-number.ts';

/** Steps of a table: rows of values. */
export type Steps = readonly (readonly (readonly number[])[])[];

/** Eight digits and a two-digit exponent, as Xyce prints. */
export function xyceNumber(value: number): string {
  return cNumber(value, 8);
}

export function writeXyceTable(names: readonly string[], steps: Steps, style: { index: boolean; gap?: string; separator?: string }): string {
  const separator = style.separator ?? '   ';
  const footer = steps.length > 1 ? 'Parameter Sweep' : 'Simulation';
  const body = steps.map((rows) => rows.map((row, index) => [...(style.index ? [String(index)] : []), ...row.map(xyceNumber)].join(separator)).join('\n')).join(`\n${style.gap ?? ''}`);
  return `${[...(style.index ? ['Index'] : []), ...names].join(separator)}\n${body}\nEnd of Xyce(TM) ${footer}\n`;
}

export function writeXyceTecplot(names: readonly string[], steps: Steps): string {
  const header = ` TITLE = " Xyce Frequency Domain data, fixture.cir", \n\tVARIABLES = ${names.map((name) => `" ${name}" \n`).join('')}DATASETAUXDATA TEMP = "2.70e+01 "\n`;
  const zones = steps.map((rows, step) => `ZONE F=POINT   T= "  R1 = ${step + 1}.00e+03" \nAUXDATA R1 = " ${step + 1}.00e+03" \n${rows.map((row) => row.map(xyceNumber).join('   ')).join('\n')}\n`);
  return `${header}${zones.join('')}End of Xyce(TM) Parameter Sweep\n`;
}

/** The first value of each row is the sweep; complex rows hold pairs after it. */
export function writeXyceProbe(names: readonly string[], steps: Steps, complex: boolean): string {
  return steps.map((rows, step) => {
    const points = rows.map((row) => {
      const values = complex ? names.map((_, index) => `${xyceNumber(row[1 + index * 2]!)}/${xyceNumber(row[2 + index * 2]!)}`) : row.slice(1).map(xyceNumber);
      return `#C ${xyceNumber(row[0]!)} ${names.length}\n${values.map((value, index) => `${value}:${index + 1}   `).join('')}\n`;
    });
    return `#H\nSOURCE='Xyce' VERSION='7.0'\nTITLE='* it's a fixture'\nSUBTITLE='Step param TEMP = ${step}.0e+01'\n`
      + `TIME='00:00:00 AM' DATE='Jan 01, 2024' TEMPERATURE='${xyceNumber(step * 10)}'\nANALYSIS='${complex ? 'AC' : 'DC'} Sweep' SERIALNO='12345'\n`
      + `ALLVALUES='NO' COMPLEXVALUES='${complex ? 'YES' : 'NO'}' NODES='${names.length}'\nSWEEPVAR='${complex ? 'FREQ' : 'v1'}' SWEEPMODE='VAR_STEP'\n`
      + `#N\n${names.map((name) => `'${name}'`).join(' ')} \n${points.join('')}#;\n`;
  }).join('');
}
