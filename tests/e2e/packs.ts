import { zipSync } from 'fflate';
import type { Pack, Scenario } from '#core/pack/model.ts';
import { sampleConcept, samplePack, sampleScenario } from '#core/pack/rules/sample.ts';

/** Packs to hand over to the page: that of the doctor's tests, in versions. */

const flipped = sampleScenario('harbour', 0).options.map((option) => ({
  ...option,
  right: option.id === 'bell',
}));

const revised = (scenario: Scenario): Scenario => ({
  ...scenario,
  textRev: '00000000',
  keyRev: '00000000',
});

export function packOfVersion(version: string, changed: Partial<Pack> = {}): Pack {
  const isSecond = version !== '1.0.0';
  const harbour = sampleScenario('harbour', 0, isSecond ? { options: flipped } : {});
  const scenarios = [harbour, sampleScenario('hills', 1), sampleScenario('cellar', 2)];
  return samplePack({
    version,
    title: { en: 'Night duties', ja: '夜の仕事の手引き' },
    concepts: [sampleConcept({ scenarios: scenarios.map(revised) })],
    ...changed,
  });
}

/** As a file that a chooser would give. */
export const fileOf = (pack: object, name = 'nights.mondo.json') => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(pack)),
});

export const archiveOf = (pack: Pack, name = 'nights.mondo') => ({
  name,
  mimeType: 'application/zip',
  buffer: Buffer.from(
    zipSync({ 'pack.mondo.json': new TextEncoder().encode(JSON.stringify(pack)) }),
  ),
});
