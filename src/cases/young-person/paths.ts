// Addresses of the pages of young people that are theirs alone.
import { path, paths as ofEngine } from '../../engine/web/paths.js';

export const ownPaths = {
  deathRecorded: path('/people/:personId/death'),
  departureWithdrawn: path('/people/:personId/departures/:departure/withdraw'),
};

export const paths = { ...ofEngine, ...ownPaths };
