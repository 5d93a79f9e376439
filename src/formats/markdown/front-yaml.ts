import { Document, visit, type ToStringOptions } from 'yaml';

const options: ToStringOptions = {
  lineWidth: 0,
  doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY,
  blockQuote: false,
  flowCollectionPadding: true,
};

/** Letters that a reader of lines would take for an end of line, or lose. */
// oxlint-disable-next-line no-control-regex -- these are what has to be found
const unsafe = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;

/** Entries as YAML, one line each, what is nested in flow style. Entries without a value are left out. */
export function yamlText(entries: Readonly<Record<string, unknown>>): string {
  const held = Object.entries(entries).filter(([, value]) => value !== undefined);
  const lines = held.map(([key, value]) => {
    const plain = plainSource(value);
    return plain !== null && isPlainKey(key) ? `${key}: ${plain}\n` : entryText(key, value);
  });
  return lines.join('');
}

function entryText(key: string, value: unknown): string {
  const document = new Document(plainKeys({ [key]: value }));
  visit(document, {
    Collection: (_key, node, path) => {
      if (path.length > 1) node.flow = true;
    },
    Scalar: (_key, node) => {
      if (typeof node.value === 'string' && unsafe.test(node.value)) node.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString(options);
}

const plainKey = /^(?:[a-z][a-z-]*|[1-9]\d{0,8})$/;
/** Words and days that mean themselves anywhere in YAML. */
const plainWords = /^(?:[A-Za-z][A-Za-z0-9-]*(?: [A-Za-z0-9]+)*|\d{4}-\d{2}-\d{2})$/;
const reserved = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

const isPlainKey = (key: string): boolean => plainKey.test(key) && !reserved.test(key);

/** What needs no library: most of front matter. Null for everything else. */
function plainSource(value: unknown): string | null {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : null;
  if (typeof value === 'string')
    return plainWords.test(value) && !reserved.test(value) ? value : null;
  if (typeof value !== 'object' || value === null) return null;
  const isList = Array.isArray(value);
  const parts = Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .map(([key, held]) => {
      const source = plainSource(held);
      if (source === null || isList) return source;
      return isPlainKey(key) ? `${key}: ${source}` : null;
    });
  if (parts.includes(null)) return null;
  if (parts.length === 0) return isList ? '[]' : '{}';
  return isList ? `[ ${parts.join(', ')} ]` : `{ ${parts.join(', ')} }`;
}

/** Numbers as keys need no quotes. */
function plainKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainKeys);
  if (typeof value !== 'object' || value === null) return value;
  return new Map(
    Object.entries(value)
      .filter(([, held]) => held !== undefined)
      .map(([key, held]) => [
        /^(?:0|[1-9]\d{0,8})$/.test(key) ? Number(key) : key,
        plainKeys(held),
      ]),
  );
}

/** Front matter with its lines of dashes. */
export function frontMatter(entries: Readonly<Record<string, unknown>>): string {
  const text = yamlText(entries);
  return `---\n${text === '' ? '{}\n' : text}---\n`;
}
