// The token: a COSE_Sign1 (RFC 9052 4.2) as PROTOCOL.md 2.2 allows it, and its claims (2.3) in their one allowed form.

import * as P from './protocol.js';
import { CborCursor } from './cbor-cursor.js';
import { ascii, concat } from './bytes.js';
import { deviceText } from './device-id.js';

// a2 01 26 04 58 20 and the device ID.
const PROTECTED_BYTES = 38;

// { header, kid, claims, signature }, or null if the bytes are not exactly of this form.
export function readCose(bytes) {
  const cursor = new CborCursor(bytes);
  const four = cursor.readArray() === 4;
  const header = cursor.readBytes(PROTECTED_BYTES, PROTECTED_BYTES);
  const empty = cursor.readMap() === 0;
  const claims = cursor.readBytes(0, P.SEGMENT_MAX);
  const signature = cursor.readBytes(P.SIGNATURE_BYTES, P.SIGNATURE_BYTES);
  const kid = readKid(header);
  return four && empty && cursor.done && kid ? { header, kid, claims, signature } : null;
}

// The Sig_structure of RFC 9052 4.4: what is signed.
export function signedBytes(cose) {
  return concat(
    Uint8Array.of(0x84, 0x60 + P.SIGNATURE_CONTEXT.length),
    ascii(P.SIGNATURE_CONTEXT),
    bstrHead(cose.header.length),
    cose.header,
    bstrHead(P.EXTERNAL_AAD.length),
    ascii(P.EXTERNAL_AAD),
    bstrHead(cose.claims.length),
    cose.claims,
  );
}

// The claims as a token, or null if anything is not as it must be. They are not proved yet.
export function readClaims(cose, coseBytes) {
  const cursor = new CborCursor(cose.claims);
  let left = cursor.readMap();
  const next = () => (left === 0 || left-- === 0 ? null : cursor.readKey());
  const token = { deviceId: cose.kid.slice(), device: deviceText(cose.kid), issuedAt: null, nonce: null };
  let key = next();
  if (key === P.CLAIM_ISSUED_AT) {
    token.issuedAt = cursor.readUnsigned(1);
    key = next();
  }
  if (key === P.CLAIM_NONCE) {
    token.nonce = cursor.readBytes(P.NONCE_MIN, P.NONCE_MAX).slice();
    key = next();
  }
  let keys = key === P.CLAIM_UPTIME;
  token.uptime = cursor.readUnsigned();
  keys = next() === P.CLAIM_BOOT_COUNT && keys;
  token.bootCount = cursor.readUnsigned(1);
  keys = next() === P.CLAIM_STILL && keys;
  if (!keys || left !== 0 || !readStill(cursor, token)) {
    return null;
  }
  token.segmentBytes = coseBytes + P.COSE_OFFSET;
  return (token.issuedAt === null) === (token.clockQuality === P.CLOCK_NONE) ? token : null;
}

// The array of the private claim, with what a later version may have put behind it.
function readStill(cursor, token) {
  const elements = cursor.readArray();
  if (elements < P.STILL_ELEMENTS || elements > P.STILL_ELEMENTS + P.EXTRA_ELEMENTS_MAX) {
    return false;
  }
  token.sequence = cursor.readUnsigned(1);
  token.digest = cursor.readBytes(P.DIGEST_BYTES, P.DIGEST_BYTES).slice();
  token.frameAgeMs = cursor.readUnsigned(0, P.FRAME_AGE_MAX);
  token.clockQuality = cursor.readUnsigned(P.CLOCK_NONE, P.CLOCK_RECEIPT);
  token.dropped = cursor.readUnsigned();
  token.previousLast = cursor.readUnsignedOrNull();
  for (let i = P.STILL_ELEMENTS; i < elements; i++) {
    cursor.skipExtra();
  }
  return cursor.done;
}

function readKid(header) {
  const cursor = new CborCursor(header);
  const two = cursor.readMap() === 2;
  const alg = cursor.readKey() === P.HEADER_ALG && cursor.readKey() === P.ALG_ES256;
  const label = cursor.readKey() === P.HEADER_KID;
  const kid = cursor.readBytes(P.DEVICE_ID_BYTES, P.DEVICE_ID_BYTES);
  return two && alg && label && cursor.done ? kid : null;
}

function bstrHead(length) {
  return length < 24
    ? Uint8Array.of(0x40 + length)
    : length < 0x100
      ? Uint8Array.of(0x58, length)
      : Uint8Array.of(0x59, length >> 8, length & 0xff);
}
