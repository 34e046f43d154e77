// Small things about Uint8Array that every part needs.

export function equal(a, b) {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

export function ascii(text) {
  return Uint8Array.from(text, (c) => c.charCodeAt(0));
}

export function concat(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function uint16(bytes, at) {
  return (bytes[at] << 8) | bytes[at + 1];
}

// Above 2^31 a shift alone would give a negative number.
export function uint32(bytes, at) {
  return ((bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3]) >>> 0;
}
