// A device ID as text: RFC 4648 base32, lower case, without padding (PROTOCOL.md 2.5).

import { DEVICE_ID_BYTES, DEVICE_ID_TEXT } from './protocol.js';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

export function deviceText(id) {
  let text = '';
  for (let bit = 0; bit < DEVICE_ID_TEXT * 5; bit += 5) {
    const pair = (id[bit >> 3] << 8) | (id[(bit >> 3) + 1] ?? 0);
    text += ALPHABET[(pair >> (11 - (bit & 7))) & 31];
  }
  return text;
}

// The 32 bytes, or null: upper case, padding, spaces and stray last bits are refused, so that one ID has one text.
export function parseDevice(text) {
  if (typeof text !== 'string' || text.length !== DEVICE_ID_TEXT) {
    return null;
  }
  const id = new Uint8Array(DEVICE_ID_BYTES);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const c of text) {
    const digit = ALPHABET.indexOf(c);
    if (digit < 0) {
      return null;
    }
    held = ((held << 5) | digit) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      id[at++] = held >> bits;
    }
  }
  return (held & ((1 << bits) - 1)) === 0 ? id : null;
}

// For eyes, never for decisions.
export function fingerprint(id) {
  const text = deviceText(id);
  return `${text.slice(0, 4)}-${text.slice(4, 8)}`;
}
