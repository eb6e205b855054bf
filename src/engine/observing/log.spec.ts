// What the log writes, as the lines that come out of a process.
import { spawnSync } from 'node:child_process';
import { built } from '../../../test/kit/built.js';

const dist = built('engine', 'observing', 'log.js');

/** The lines that a process writes whose log is told of the error. */
function linesOf(making: string, method = "failed(error, 'Following up')"): Record<string, unknown>[] {
  const code = `import { Log } from ${JSON.stringify(dist)}; const error = ${making}; new Log('info').${method};`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log', () => {
  it('tells of an unforeseen error its class, its message and the place, in one line', () => {
    const [line, ...more] = linesOf(`(() => { try { null.familyName } catch (error) { return error } })()`);
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      error: 'TypeError',
      message: 'Cannot read properties of null (reading …)',
      msg: 'Following up',
    });
  });

  it.each(["failed(error, 'Following up')", 'error(error)'])(
    'tells no person of a message that somebody typed, of however many lines (%s)',
    (method) => {
      const lines = linesOf(`new Error('Jane Doe\\nwas born 2010-03-04\\n    at home (Leigh)\\n943 476 5919')`, method);
      expect(lines).toHaveLength(1);
      expect(JSON.stringify(lines)).not.toMatch(/Jane|Doe|2010|Leigh|943|home/);
    },
  );
});
