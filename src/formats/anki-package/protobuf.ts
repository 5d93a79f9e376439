/** One field of a Protocol Buffers message: a number, or bytes that may be a text or a message. */
export interface ProtoField {
  readonly number: number;
  readonly value: number | Uint8Array;
}

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;

/** Reads the fields of a message as far as they are sound. */
export function readProto(bytes: Uint8Array): readonly ProtoField[] {
  const fields: ProtoField[] = [];
  let at = 0;
  const varint = (): number | null => {
    let value = 0;
    for (let shift = 0; shift < 10; shift += 1) {
      const byte = bytes[at];
      if (byte === undefined) return null;
      at += 1;
      value += (byte & 127) * 128 ** shift;
      if (byte < 128) return value;
    }
    return null;
  };
  while (at < bytes.length) {
    const key = varint();
    if (key === null || key < 8) break;
    const number = Math.floor(key / 8);
    const type = key % 8;
    const length = type === FIXED64 ? 8 : type === FIXED32 ? 4 : varint();
    if (length === null || ![VARINT, FIXED64, BYTES, FIXED32].includes(type)) break;
    if (type === VARINT) fields.push({ number, value: length });
    else {
      if (at + length > bytes.length) break;
      fields.push({ number, value: bytes.subarray(at, at + length) });
      at += length;
    }
  }
  return fields;
}

/** The first field of this number that holds bytes, as a text. */
export function protoText(fields: readonly ProtoField[], number: number): string {
  const found = fields.find((field) => field.number === number)?.value;
  return found instanceof Uint8Array ? new TextDecoder().decode(found) : '';
}
