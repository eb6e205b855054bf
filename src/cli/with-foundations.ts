// Opens the stores for one command of the command line, and closes them whatever happens.
import { openFoundations, type Opened } from '../ops/foundations.js';
import { reach } from '../ops/reach.js';
import { readSettings } from '../ops/settings.js';

export async function withFoundations<T>(work: (opened: Opened) => Promise<T>): Promise<T> {
  const settings = readSettings();
  const reached = await reach(settings);
  const log = settings.log === 'info' ? 'warn' : settings.log;
  const opened = openFoundations({ ...settings, log }, undefined, reached);
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

export const say = (words: string): void => void process.stdout.write(`${words}\n`);
