// Lists that are made anew for a changed directory.json: those in use are kept at the head meanwhile, and nobody waits for the new ones.
import { demoDirectory, useDirectory } from '../../rules/directory/current.js';
import { keepLists } from './keep-lists.js';
import { aWorkshop } from './kit-for-tests.js';
import type { Progress } from './project-continuously.js';
import { openForReading } from './read-models.js';
import { rebuild } from './rebuild.js';

afterEach(() => useDirectory(demoDirectory));

test('while rows are made anew the old ones show what is recorded; then the new ones do', async () => {
  const { files, parts, count, store } = aWorkshop();
  await count('a', 1);
  const { file: old } = await rebuild(files, parts, 'one');
  useDirectory({ ...demoDirectory, teams: [] });

  let goOn: () => void = () => undefined;
  const held = new Promise<void>((done) => (goOn = done));
  const keys = { ...parts.keys, destroyed: () => held.then(() => parts.keys.destroyed()) };
  const stop = new AbortController();
  const heard: ((progress: Progress) => void)[] = [];
  const reported = (fits: (progress: Progress) => boolean) =>
    new Promise<void>((done) => heard.push((progress) => fits(progress) && done()));
  const troubles: unknown[] = [];
  const keeping = keepLists(
    files,
    {
      parts,
      rebuilding: { ...parts, keys },
      onProgress: (progress) => heard.forEach((hear) => hear(progress)),
      onNotAnew: (error) => troubles.push(error),
    },
    stop.signal,
    { pollEvery: 1 },
  );
  const total = (file: string) => openForReading(file).get<{ total: number }>('SELECT total FROM counter')?.total;

  await count('a', 2);
  const head = await store.head();
  await reported(({ file, places }) => file === old && places.every(({ position }) => position === head));
  expect([files.current(), total(old)]).toEqual([old, 3]);

  goOn();
  await reported(({ file }) => file !== old);
  await count('a', 4);
  const last = await store.head();
  await reported(({ places }) => places.every(({ position }) => position === last));
  expect([files.current() === old, total(files.current() ?? ''), troubles]).toEqual([false, 7, []]);
  stop.abort();
  await keeping;
});
