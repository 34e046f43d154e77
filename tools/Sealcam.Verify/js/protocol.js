// The constants of PROTOCOL.md. A test fails when that page and this file differ.

export const Verdict = Object.freeze({
  UNREADABLE: 'X',
  UNSIGNED: 'U',
  NOT_AUTHENTIC: 'N',
  CONFLICT: 'C',
  FOREIGN: 'F',
  REPLAYED: 'R',
  STALE: 'S',
  AUTHENTIC: '.',
  MISSING: 'M',
});

export const VERDICT_NAMES = Object.freeze({
  X: 'unreadable',
  U: 'unsigned',
  N: 'not authentic',
  C: 'conflict',
  F: 'foreign',
  R: 'replayed',
  S: 'stale',
  '.': 'authentic',
  M: 'missing',
});

// 2.1 Segment: offsets count from the FF of the marker.
export const APP11 = 0xeb;
export const COMMON_IDENTIFIER = 0x4a50;
export const BOX_INSTANCE = 1;
export const BOX_PART = 1;
export const TYPE_SUPERBOX = 0x6a756d62;
export const TYPE_DESCRIPTION = 0x6a756d64;
export const TYPE_CBOR = 0x63626f72;
export const DESCRIPTION_BYTES = 25;
export const TOGGLES = 0;
export const UUID_OFFSET = 28;
export const COSE_OFFSET = 53;
export const SEGMENT_LENGTH_EXTRA = 51;
export const SUPERBOX_EXTRA = 41;
export const CONTENT_BOX_EXTRA = 8;
export const SEGMENT_MAX = 1024;
export const UUID = Object.freeze([
  0x90, 0x14, 0xc7, 0x0b, 0x35, 0xcf, 0x44, 0x05, 0xa6, 0x1e, 0x34, 0x2b, 0x07, 0x45, 0xb3, 0x14,
]);

// 2.2 COSE_Sign1.
export const HEADER_ALG = 1;
export const HEADER_KID = 4;
export const ALG_ES256 = -7;
export const DEVICE_ID_BYTES = 32;
export const SIGNATURE_BYTES = 64;
export const SIGNATURE_CONTEXT = 'Signature1';
export const EXTERNAL_AAD = 'sealcam still 1';

// 2.3 Claims.
export const CLAIM_ISSUED_AT = 6;
export const CLAIM_NONCE = 10;
export const CLAIM_UPTIME = 261;
export const CLAIM_BOOT_COUNT = 267;
export const CLAIM_STILL = -65537;
export const NONCE_MIN = 16;
export const NONCE_MAX = 64;
export const FRAME_AGE_MAX = 65535;
export const CLOCK_NONE = 0;
export const CLOCK_RECEIPT = 4;
export const STILL_ELEMENTS = 6;
export const EXTRA_ELEMENTS_MAX = 10;
export const EXTRA_BYTES_MAX = 64;

// 2.4 Digest.
export const DIGEST_KEY = 'sealcam digest 1';
export const LEAF_BYTES = 4096;
export const DIGEST_BYTES = 32;

// 2.5 Device ID as text: characters.
export const DEVICE_ID_TEXT = 52;

// 4.1: seconds that a device's clock may run ahead of the verifier's.
export const FUTURE_SECONDS = 60;
