import type { StandInTools } from './types.ts';

export const tools: StandInTools = {
  statements(text, comment) {
    const joined: string[] = [];
    for (const line of text.split('\n')) {
      if (line.trim() === '' || comment.test(line)) continue;
      if (line.startsWith('+')) joined[joined.length - 1] += ` ${line.slice(1).trim()}`;
      else joined.push(line.trim());
    }
    return joined.map((line) => line.toLowerCase().replaceAll(/\s*=\s*/g, '='));
  },
  pairs(words, text = []) {
    return Object.fromEntries(words.map((word) => {
      const [name, value, ...rest] = word.split('=');
      if (name === undefined || value === undefined || value === '' || rest.length > 0) throw new Error(`"${word}" is not name=value`);
      if (!text.includes(name)) tools.number(value);
      return [name, value];
    }));
  },
  number(text) {
    if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) throw new Error(`"${text}" is not a plain number`);
    return Number(text);
  },
  scientific(value, digits) {
    return value.toExponential(digits).replace(/e([+-])(\d)$/, 'e$10$2');
  },
  columnsOf: (result) => [...result.columns],
  rawFile(raw) {
    const points = raw.real[0]?.length ?? 0;
    const [first = '', ...others] = raw.variables.map(([name, type], at) => `${at}\t${name}\t${type}`);
    const list = raw.style === 'spectre' ? `Variables:\t${[first, ...others.map((line) => `\t\t${line}`)].join('\n')}` : `Variables:\n${[first, ...others].map((line) => `\t${line}`).join('\n')}`;
    const flags = raw.imaginary === undefined ? 'real' : 'complex';
    const head = [
      `${raw.head}Plotname: ${raw.plotName}`, `Flags: ${flags}`, `No. Variables: ${raw.variables.length}`,
      `No. Points: ${raw.style === 'xyce' ? String(points).padEnd(18) : points}`, list, raw.encoding === 'ascii' ? 'Values:' : 'Binary:', '',
    ].join('\n');
    const numbers = Array.from({ length: points }, (_, point) => raw.real.map((column, at) => [column[point] as number, ...(raw.imaginary === undefined ? [] : [raw.imaginary[at]?.[point] as number])]));
    if (raw.encoding === 'ascii') {
      const rows = numbers.map((row, point) => `${point}\t${row.map((value) => value.map((part) => tools.scientific(part, 15)).join(',')).join('\n\t')}\n`);
      return Buffer.from(`${head}${rows.join('\n')}\n`, 'latin1');
    }
    const flat = numbers.flat(2);
    const body = Buffer.alloc(flat.length * 8);
    for (const [at, value] of flat.entries()) {
      if (raw.encoding === 'binary') body.writeDoubleLE(value, at * 8);
      else body.writeDoubleBE(value, at * 8);
    }
    return Buffer.concat([Buffer.from(head, 'latin1'), body]);
  },
};
