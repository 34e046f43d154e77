// P-256 (SP 800-186 3.2.1.3) as the protocol uses it: keys with an even Y, signatures with a low s. Everything computed here is
// public, so that BigInt's varying time does no harm.

import { DEVICE_ID_BYTES, SIGNATURE_BYTES } from './protocol.js';
import { concat } from './bytes.js';

const FIELD = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

// The even Y for an X, or null if no point has this X: it is not below p, or x^3 - 3x + b is no square mod p.
export function evenY(xBytes) {
  const x = number(xBytes);
  if (xBytes.length !== DEVICE_ID_BYTES || x >= FIELD) {
    return null;
  }
  const square = modulo((x * x - 3n) * x + B);
  // p is 3 mod 4, so a root of a square is its power of (p + 1) / 4.
  const root = power(square, (FIELD + 1n) / 4n);
  if (modulo(root * root) !== square) {
    return null;
  }
  return bytesOf(root & 1n ? FIELD - root : root);
}

// True if r and s are in the protocol's ranges: 1 to n - 1, and 1 to (n - 1) / 2 (PROTOCOL.md 2.2).
export function isInRange(signature) {
  if (signature.length !== SIGNATURE_BYTES) {
    return false;
  }
  const r = number(signature.subarray(0, 32));
  const s = number(signature.subarray(32));
  return r > 0n && r < ORDER && s > 0n && s <= (ORDER - 1n) / 2n;
}

// True if the signature (r and s, 32 bytes each) is in range and signs the SHA-256 of the data.
export async function isSigned(x, y, data, signature) {
  if (!isInRange(signature)) {
    return false;
  }
  const point = concat(Uint8Array.of(4), x, y);
  const key = await crypto.subtle.importKey('raw', point, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, data);
}

function modulo(value) {
  const rest = value % FIELD;
  return rest < 0n ? rest + FIELD : rest;
}

function power(base, exponent) {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = modulo(result * result);
    if (bit === '1') {
      result = modulo(result * base);
    }
  }
  return result;
}

function number(bytes) {
  let hex = '';
  for (const byte of bytes) {
    hex += byte.toString(16).padStart(2, '0');
  }
  return BigInt(`0x${hex || '0'}`);
}

function bytesOf(value) {
  const hex = value.toString(16).padStart(2 * DEVICE_ID_BYTES, '0');
  return Uint8Array.from({ length: DEVICE_ID_BYTES }, (_, i) => parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}
