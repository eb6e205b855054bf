// SEN2 `ceasereason` as the ground for ceasing; the grounds name their own SEN2 code (EHC-65).
import grounds from '../../../cases/ehc-plan/domain/cease-grounds.json' with { type: 'json' };

const byCode = new Map(Object.entries(grounds.grounds).map(([ground, { sen2 }]) => [sen2, ground]));

export const ceaseGround = (code: string | undefined): string => byCode.get(code ?? '') ?? 'other';
