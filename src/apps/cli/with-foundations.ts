// Opens the stores for one command of the command line, and closes them whatever happens.
import { openFoundations, type Opened } from '../ops/foundations.js';
import { reach } from '../ops/reach.js';
import { readSettings, type Settings } from '../ops/settings.js';

export async function withFoundations<T>(work: (opened: Opened) => Promise<T>): Promise<T> {
  const settings = readSettings();
  const reached = await reach(settings);
  const log = settings.log === 'info' ? 'warn' : settings.log;
  const opened = await openOrLetGo({ ...settings, log }, reached);
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

async function openOrLetGo(settings: Settings, reached: Awaited<ReturnType<typeof reach>>): Promise<Opened> {
  try {
    return openFoundations(settings, undefined, reached);
  } catch (error) {
    await reached?.close();
    throw error;
  }
}
