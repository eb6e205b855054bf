// Rule packs and the deadline engine: what other rooms may use.
export { bandOf, bandsOf } from './bands.js';
export { checkPack } from './check-pack.js';
export { holdsOn, metAsOf, statusOn } from './deadline.js';
export type { Deadline, Force, Kind, Status, Trigger } from './deadline.js';
export { deadlinesFor } from './deadlines.js';
export type { Condition, Expression, Operand } from './expression.js';
export type { Fact, Facts, Flag, Flags, Settings } from './facts.js';
export { loadPacks } from './load-packs.js';
export { packByVersion, packInForce, shippedPacks } from './packs.js';
export { registerPacks } from './register-packs.js';
export type { Packs } from './register-packs.js';
export { stagesAsOf, stepsAsOf } from './protocol.js';
export type { DatedStage, DatedStep } from './protocol.js';
export type { Protocol, Stage, Step } from './protocol-steps.js';
export type { Band, BandTable, Rule, RulePack, Scope, Setting } from './rule-pack.js';
export { settingsInUse } from './settings.js';
