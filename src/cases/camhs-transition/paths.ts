// Addresses of the pages of transitions and of the adult side.
import { path, paths as ofEngine } from '../../engine/web/paths.js';

export const ownPaths = {
  transition: {
    register: path('/transitions'),
    case: path('/transitions/:transitionId'),
    record: path('/transitions/:transitionId/record/:step'),
    agenda: path('/interface-agenda'),
  },
  past18: path('/past-18'),
  adult: {
    handOvers: path('/adult/hand-overs'),
    handOver: path('/adult/hand-overs/:transitionId'),
    record: path('/adult/hand-overs/:transitionId/record/:step/:about'),
    firstMonths: path('/adult/first-months'),
  },
};

export const paths = { ...ofEngine, ...ownPaths };
