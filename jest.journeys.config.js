// Journeys: a real browser before a real Onward, on a day that stands still. `npm run journeys`; needs Chromium on this machine.
import base from './jest.config.js';

export default {
  ...base,
  roots: ['<rootDir>/test/journeys'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 600_000,
  maxWorkers: 1,
};
