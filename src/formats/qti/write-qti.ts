import { strToU8, zipSync, type Zippable } from 'fflate';
import { localized, type Language } from '#core/language.ts';
import type { Concept, Pack, Scenario } from '#core/pack/model.ts';
import { escapeXml } from '#formats/xml.ts';
import { inItem, writeItem } from './write-item.ts';

/** Zip knows years from 1980, in the local time of nobody in particular. */
const epoch = (): Date => new Date(1980, 0, 1);

interface Item {
  readonly identifier: string;
  readonly file: string;
  readonly scenario: Scenario;
  readonly concept: Concept;
  readonly xml: string;
}

/** The same for the same scenario, whatever its words. */
const itemIdentifier = (concept: Concept, scenario: Scenario): string =>
  `q_${concept.id}.${scenario.id}`;

function itemsOf(pack: Pack, language: Language): readonly Item[] {
  return pack.concepts.flatMap((concept) =>
    concept.scenarios.flatMap((scenario): readonly Item[] => {
      const text = scenario.text[language];
      if (!text) return [];
      const identifier = itemIdentifier(concept, scenario);
      const shared = pack.cases.find(({ id }) => id === scenario.case);
      const facts = {
        identifier,
        title: titleOf(concept, language),
        language,
        shared: (shared && localized(shared.text, language)?.situation) ?? [],
      };
      const xml = writeItem(scenario, text, facts);
      return [{ identifier, file: `items/${identifier}.xml`, scenario, concept, xml }];
    }),
  );
}

const titleOf = (concept: Concept, language: Language): string =>
  localized(concept.text, language)?.title ?? concept.id;

function itemRef({ identifier, file, scenario }: Item): string {
  const weight = scenario.origin?.kept?.['weight'];
  const value = weight !== undefined && Number.isFinite(Number(weight)) ? weight.trim() : '';
  const inside = value === '' ? '' : `<weight identifier="W" value="${escapeXml(value)}"/>`;
  return `<assessmentItemRef identifier="${identifier}" href="${file}">${inside}</assessmentItemRef>`;
}

const section = (identifier: string, title: string, inside: string): string =>
  `<assessmentSection identifier="${identifier}" title="${escapeXml(title)}" visible="true">${inside}</assessmentSection>`;

/** A test with a section for each domain, and in it one for each concept. */
function testXml(pack: Pack, items: readonly Item[], language: Language, title: string): string {
  const domains = pack.domains.map((domain) => {
    const concepts = pack.concepts
      .filter((concept) => concept.domain === domain.id)
      .map((concept) => ({ concept, own: items.filter((item) => item.concept === concept) }))
      .filter(({ own }) => own.length > 0)
      .map(({ concept, own }) =>
        section(`c_${concept.id}`, titleOf(concept, language), own.map(itemRef).join('')),
      );
    return concepts.length === 0
      ? ''
      : section(
          `d_${domain.id}`,
          localized(domain.title, language) ?? domain.id,
          concepts.join(''),
        );
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="t_${pack.uid}" title="${escapeXml(title)}">
<testPart identifier="part" navigationMode="nonlinear" submissionMode="individual">${domains.join('\n')}</testPart>
</assessmentTest>
`;
}

const fileXml = (path: string): string => `<file href="${escapeXml(path)}"/>`;

/** What an import has put aside and an item has no place for. */
function keptXml({ origin }: Scenario): string {
  const fields = Object.entries(origin?.kept ?? {})
    .filter(([name]) => !inItem.has(name) && name !== 'weight')
    .map(([name, value]) => `<field name="${escapeXml(name)}">${escapeXml(value)}</field>`);
  return fields.length === 0
    ? ''
    : `<metadata><kept xmlns="urn:x-mondo:kept">${fields.join('')}</kept></metadata>`;
}

const picturesIn = (xml: string): readonly string[] => [
  ...new Set([...xml.matchAll(/src="\.\.\/media\/([\w.-]+)"/g)].map(([, name]) => name ?? '')),
];

function manifestXml(pack: Pack, items: readonly Item[], title: string): string {
  const resources = items.map(
    (item) =>
      `<resource identifier="${item.identifier}" type="imsqti_item_xmlv2p1" href="${item.file}">${keptXml(item.scenario)}${[item.file, ...picturesIn(item.xml).map((name) => `media/${name}`)].map(fileXml).join('')}</resource>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:imsmd="http://ltsc.ieee.org/xsd/LOM" identifier="m_${pack.uid}">
<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion><imsmd:lom><imsmd:general><imsmd:title><imsmd:string>${escapeXml(title)}</imsmd:string></imsmd:title></imsmd:general></imsmd:lom></metadata>
<organizations/>
<resources>
<resource identifier="test" type="imsqti_test_xmlv2p1" href="test.xml"><file href="test.xml"/>${items.map(({ identifier }) => `<dependency identifierref="${identifier}"/>`).join('')}</resource>
${resources.join('\n')}
</resources>
</manifest>
`;
}

/**
 * A pack as a package of QTI 2.1, in one language: an item for each scenario, a test, the pictures.
 * The same pack gives the same bytes.
 */
export function writeQti(
  pack: Pack,
  media: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
  language: Language = pack.languages[0] ?? 'en',
): Uint8Array<ArrayBuffer> {
  const items = itemsOf(pack, language);
  const title = localized(pack.title, language) ?? pack.uid;
  const files: Zippable = {
    'imsmanifest.xml': strToU8(manifestXml(pack, items, title)),
    'test.xml': strToU8(testXml(pack, items, language, title)),
  };
  for (const { file, xml } of items) files[file] = strToU8(xml);
  const used = new Set(items.flatMap(({ xml }) => picturesIn(xml)));
  for (const [name, bytes] of media)
    if (used.has(name)) files[`media/${name}`] = [bytes, { level: 0 }];
  return new Uint8Array(zipSync(files, { mtime: epoch() }));
}
