import { expect, test } from 'vitest';
import { jsonSchemas } from './json-schema.ts';

test('the public JSON Schemas in docs/schema are those of the code', async () => {
  for (const [file, schema] of jsonSchemas())
    await expect(schema).toMatchFileSnapshot(`../../docs/schema/${file}`);
});
