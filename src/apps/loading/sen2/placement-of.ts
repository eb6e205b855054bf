// A SEN2 placement as the plan records it; codes become kinds by data.
import type { PlacementDetails } from '../../../cases/ehc-plan/placement.js';
import type { PlacementKind } from '../../../cases/ehc-plan/domain/words.js';
import { idFrom } from '../../../kernel/ids.js';
import type { Sen2Placement } from '../files/index.js';
import kinds from './placement-kinds.json' with { type: 'json' };

export function placementOf(planId: string, placement: Sen2Placement): PlacementDetails {
  const {
    urn,
    ukprn,
    senSetting,
    entryDate,
    leavingDate,
    res,
    placementRank,
    senUnitIndicator,
    resourcedProvisionIndicator,
  } = placement;
  return {
    // The same place from the same day is the same placement in every return.
    placementId: idFrom(
      planId,
      'placement',
      urn ?? ukprn ?? senSetting ?? 'none',
      entryDate ?? 'always',
      placementRank ?? 1,
    ),
    kind: kindOf(placement),
    urn,
    ukprn,
    setting: senSetting,
    from: entryDate,
    to: leavingDate,
    residential: res,
    rank: placementRank,
    senUnit: senUnitIndicator,
    resourcedProvision: resourcedProvisionIndicator,
  };
}

function kindOf({
  urn,
  ukprn,
  senSetting,
  senUnitIndicator,
  resourcedProvisionIndicator,
}: Sen2Placement): PlacementKind {
  const bySetting: Readonly<Record<string, string | undefined>> = kinds.sensetting;
  const kind = senSetting === undefined ? undefined : bySetting[senSetting];
  return (kind ??
    (urn !== undefined
      ? senUnitIndicator || resourcedProvisionIndicator
        ? kinds.unit
        : kinds.urn
      : ukprn !== undefined
        ? kinds.ukprn
        : senSetting === undefined
          ? kinds.none
          : 'other')) as PlacementKind;
}
