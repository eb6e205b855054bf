// Addresses of every page that the manager's pages lead to: of the engine, of each kind of case, and their own.
import { ownPaths as ofTransitions } from '../cases/camhs-transition/paths.js';
import { ownPaths as ofPlans } from '../cases/ehc-plan/paths.js';
import { ownPaths as ofWaits } from '../cases/waiting/paths.js';
import { paths as ofEngine } from '../engine/web/paths.js';
import { ownPaths as ofReports } from './reports/paths.js';

export const paths = { ...ofEngine, ...ofPlans, ...ofTransitions, ...ofWaits, ...ofReports };
