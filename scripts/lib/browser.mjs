// Which browser drives the pictures and the journeys: the system's own Chromium, never one that is fetched.
import { existsSync } from 'node:fs';

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Nothing that it does by itself may leave the machine. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Error, in words, when there is none. */
export function findBrowser(env = process.env) {
  const found = [env.ONWARD_BROWSER, ...known].find((path) => path && existsSync(path));
  if (found) return found;
  throw new Error(
    'No browser was found, so nothing was tried. Install Chromium (Debian: apt-get install chromium), or say where one is: ONWARD_BROWSER=/path/to/chromium.',
  );
}
