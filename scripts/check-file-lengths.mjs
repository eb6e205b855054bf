// A file holds one topic, read top to bottom (CONTRIBUTING.md): none over 400 lines.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src/*.ts', 'test/*.ts'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean);
const sized = files.map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }));
const tooLong = sized.filter(({ lines }) => lines > 400);
const source = sized
  .filter(({ file }) => file.startsWith('src/') && !file.endsWith('.spec.ts'))
  .map(({ lines }) => lines);
const median = source.sort((a, b) => a - b)[Math.floor(source.length / 2)] ?? 0;
console.log(`${source.length} source files, median ${median} lines`);
for (const { file, lines } of tooLong) console.error(`${file} has ${lines} lines: split it by what it does`);
process.exit(tooLong.length > 0 ? 1 : 0);
