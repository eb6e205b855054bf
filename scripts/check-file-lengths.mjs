// Keeps files short (CONTRIBUTING.md): none over 300 lines, tests 400, and the median of src at most 60.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src/*.ts', 'test/*.ts'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean);
const sized = files.map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }));
const tooLong = sized.filter(({ file, lines }) => lines > (file.endsWith('.spec.ts') ? 400 : 300));
const source = sized
  .filter(({ file }) => file.startsWith('src/') && !file.endsWith('.spec.ts'))
  .map(({ lines }) => lines);
const median = source.sort((a, b) => a - b)[Math.floor(source.length / 2)] ?? 0;
console.log(`${source.length} source files, median ${median} lines`);
for (const { file, lines } of tooLong) console.error(`${file} has ${lines} lines: split it by what it does`);
if (median > 60) console.error(`the median is over 60 lines`);
process.exit(tooLong.length > 0 || median > 60 ? 1 : 0);
