import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { profileYaml } from '#core/exam/profile.ts';
import { blockNode, inlineNode, packSchema } from '#core/pack/schema.ts';
import { packYaml } from '#formats/markdown/front.ts';
import { siteYaml } from './site.ts';

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/** Objects are closed save for `x-…`, as the reader has it. */
function closed(jsonSchema: JsonSchema): JsonSchema {
  return { ...jsonSchema, additionalProperties: false, patternProperties: { '^x-': {} } };
}

function written(title: string, schema: v.GenericSchema): string {
  const converted = toJsonSchema(schema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    // What JSON Schema cannot say (dates of the calendar, web addresses only) is left to the reader.
    errorMode: 'ignore',
    definitions: { inline: inlineNode, block: blockNode },
    overrideSchema: ({ valibotSchema, jsonSchema }) =>
      valibotSchema.type === 'loose_object' ? closed(jsonSchema) : null,
  });
  return `${JSON.stringify({ ...converted, $schema: DRAFT, title }, null, 2)}\n`;
}

/** The public schemas, by file name: for editors, and for other programs that read packs. */
export const jsonSchemas = (): ReadonlyMap<string, string> =>
  new Map([
    ['pack.json', written('Mondo question pack', packSchema)],
    ['exam-profile.json', written('Profile of an exam for Mondo', profileYaml)],
    ['pack-yaml.json', written('pack.yaml of a Mondo question pack', packYaml)],
    ['site-yaml.json', written('_site.yaml of a Mondo site', siteYaml)],
  ]);
