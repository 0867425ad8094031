const sizes = [1, 2, 4, 8];
const units = [
  '一',
  '1',
  '年',
  '億萬',
  '1,',
  '1.',
  '百分之',
  '113年',
  '9月',
  '第1、',
  '約',
  '半',
  '3至',
  '1-',
  '(1',
  '3 ',
  ' 1\n',
  '二三十',
];

/** A table of the time for 1, 2, 4 and 8 MB of each unit repeated. */
export function hostile(read: (text: string) => unknown): string[] {
  const rows = units.map((unit) => {
    read(unit.repeat(20_000));
    const times = sizes.map((size) => time(read, unit.repeat(Math.floor((size * 1e6) / Buffer.byteLength(unit)))));
    return `| \`${unit.replaceAll('\n', '\\n')}\` | ${times.map((ms) => ms.toFixed(0)).join(' | ')} | ${((times[3] ?? 0) / (times[0] ?? 1)).toFixed(1)} |`;
  });
  return ['| repeated | 1 MB | 2 MB | 4 MB | 8 MB | 8 to 1 |', '| --- | ---: | ---: | ---: | ---: | ---: |', ...rows];
}

function time(read: (text: string) => unknown, text: string): number {
  const start = performance.now();
  read(text);
  return performance.now() - start;
}
