// The protocols of this pathway among the rule packs, and the one that a case has pinned (AMB-06).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { notFound } from '../../../kernel/errors.js';
import { packByVersion, packInForce, shippedPacks } from '../../../rules/packs.js';
import type { Step } from '../../../rules/protocol-steps.js';
import type { RulePack } from '../../../rules/rule-pack.js';

const pathway = 'camhs-transition';

type ProtocolPack = RulePack & Required<Pick<RulePack, 'protocol'>>;

const hasProtocol = (pack: RulePack): pack is ProtocolPack => pack.protocol !== undefined;

/** The pinned pack. Error: `not-found` for one that is not a protocol. */
export function pinned(pack: string, version: number): ProtocolPack {
  const found = packByVersion(pack, version);
  // Handed on as it is: what is compiled from a pack is kept by the pack itself.
  if (!hasProtocol(found)) throw notFound('protocol', `${pack} v${version}`);
  return found;
}

export const stepsOf = (pack: string, version: number): readonly Step[] => pinned(pack, version).protocol.steps;

/** The protocol that a case starting on a day takes: variant A, the joint protocol, unless the other is asked for (AMB-06). */
export function protocolOn(on: CivilDate, variant?: string): { readonly pack: string; readonly version: number } {
  const { pack, version } = packInForce(pathway, on, variant);
  return { pack, version };
}

const afterTransfer: readonly string[] = ['postAudit', 'postSurvey'];

/** The steps of any protocol that are left to do after the transfer: the audit and the survey. */
export const stepsAfterTransfer: readonly string[] = shippedPacks
  .filter(hasProtocol)
  .flatMap(({ protocol }) => protocol.steps.filter(({ fact }) => afterTransfer.includes(fact)).map(({ id }) => id));
