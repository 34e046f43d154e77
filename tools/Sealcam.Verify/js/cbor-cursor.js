// Walks the CBOR that a token is made of, and nothing else: shortest heads (RFC 8949 4.2.1), definite lengths, numbers below
// 2^32, no tags and no floats. The caller says what must come next, so depth and count are bounded by the caller's own text.
// Anything else sets `failed`, which stays set; what is read after that is 0, null or empty.

import { EXTRA_BYTES_MAX } from './protocol.js';
import { uint16, uint32 } from './bytes.js';

const UNSIGNED = 0;
const NEGATIVE = 1;
const BYTES = 2;
const TEXT = 3;
const ARRAY = 4;
const MAP = 5;
const SIMPLE = 7;
const FALSE = 20;
const TRUE = 21;
const NULL = 22;
const NONE = new Uint8Array(0);

export class CborCursor {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
    this.failed = false;
  }

  // True if everything was walked and was right.
  get done() {
    return !this.failed && this.at === this.bytes.length;
  }

  readArray() {
    return this.#read(ARRAY);
  }

  readMap() {
    return this.#read(MAP);
  }

  readUnsigned(least = 0, most = 0xffffffff) {
    const value = this.#read(UNSIGNED);
    this.failed ||= value < least || value > most;
    return value;
  }

  // A map key, negative ones included; null if there is none.
  readKey() {
    const { major, value } = this.#head();
    this.failed ||= major !== UNSIGNED && major !== NEGATIVE;
    return this.failed ? null : major === UNSIGNED ? value : -1 - value;
  }

  readBytes(least, most) {
    return this.#take(this.#read(BYTES), least, most);
  }

  // Null for the CBOR null, which is also what a failed read gives.
  readUnsignedOrNull() {
    const { major, value } = this.#head();
    this.failed ||= major !== UNSIGNED && !(major === SIMPLE && value === NULL);
    return this.failed || major === SIMPLE ? null : value;
  }

  // Walks over an element that a later version may add (PROTOCOL.md 2.3).
  skipExtra() {
    const { major, value } = this.#head();
    if (major === BYTES) {
      this.#take(value, 0, EXTRA_BYTES_MAX);
    } else if (major === TEXT) {
      this.failed ||= !isUtf8(this.#take(value, 0, EXTRA_BYTES_MAX));
    } else if (major !== UNSIGNED && !(major === SIMPLE && (value === FALSE || value === TRUE || value === NULL))) {
      this.failed = true;
    }
  }

  #read(wanted) {
    const { major, value } = this.#head();
    this.failed ||= major !== wanted;
    return this.failed ? 0 : value;
  }

  #take(length, least, most) {
    this.failed ||= length < least || length > most || length > this.bytes.length - this.at;
    if (this.failed) {
      return NONE;
    }
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  // Reads one head (RFC 8949 3). The 8-byte form is never the shortest for a number below 2^32.
  #head() {
    const left = this.bytes.length - this.at;
    const first = this.bytes[this.at];
    const info = first & 31;
    const more = info < 24 ? 0 : info === 24 ? 1 : info === 25 ? 2 : info === 26 ? 4 : Infinity;
    if (this.failed || left === 0 || more > left - 1) {
      this.failed = true;
      return { major: -1, value: 0 };
    }
    const tail = this.at + 1;
    this.at = tail + more;
    const value =
      more === 0 ? info : more === 1 ? this.bytes[tail] : more === 2 ? uint16(this.bytes, tail) : uint32(this.bytes, tail);
    this.failed = value < [0, 24, 0x100, 0, 0x10000][more];
    return { major: first >> 5, value };
  }
}

function isUtf8(bytes) {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
