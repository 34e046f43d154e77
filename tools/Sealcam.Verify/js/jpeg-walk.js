// The walk over the marker segments of a JPEG (ITU-T T.81 B.1.1), from SOI to the header of the first SOS. Entropy-coded data are
// not looked at: the digest covers them.

import * as P from './protocol.js';
import { uint16, uint32 } from './bytes.js';

const TEM = 0x01;
const SOF0 = 0xc0;
const SOF_LAST = 0xcf;
const NOT_SOF = [0xc4, 0xc8, 0xcc]; // DHT, JPG, DAC
const RST0 = 0xd0;
const RST7 = 0xd7;
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const DQT = 0xdb;

// { fault } with a sentence, or { seals, marker, length }: how many segments carry the Sealcam UUID, where the first one's marker
// begins (fill bytes included) and how long it is from there.
export function walk(file) {
  if (file.length < 2 || file[0] !== 0xff || file[1] !== SOI) {
    return { fault: 'The file does not begin as a JPEG does.' };
  }
  const found = { fault: null, seals: 0, marker: 0, length: 0 };
  let frame = false;
  let table = false;
  let at = 2;
  for (;;) {
    const marker = at;
    const next = nextCode(file, at);
    if (next.fault) {
      return next;
    }
    const code = next.code;
    at = next.at;
    if (code === TEM || (code >= RST0 && code <= RST7)) {
      continue;
    }
    if (code === SOI || code === EOI) {
      return { fault: 'A marker stands where it may not.' };
    }
    const end = segmentEnd(file, at);
    if (end < 0) {
      return { fault: 'A segment reaches beyond the end of the file.' };
    }
    if (code === SOS) {
      return frame && table ? found : { fault: 'The scan begins before a frame header and a quantisation table.' };
    }
    frame ||= code >= SOF0 && code <= SOF_LAST && !NOT_SOF.includes(code);
    table ||= code === DQT;
    if (code === P.APP11 && carriesUuid(file.subarray(at - 2, end)) && found.seals++ === 0) {
      found.marker = marker;
      found.length = end - marker;
    }
    at = end;
  }
}

// Goes behind the next marker, over any fill bytes (T.81 B.1.1.2).
function nextCode(file, at) {
  const start = at;
  while (at < file.length && file[at] === 0xff) {
    at++;
  }
  if (at >= file.length) {
    return { fault: 'The file ends before the scan.' };
  }
  if (at === start || file[at] === 0) {
    return { fault: 'There is no marker where one must be.' };
  }
  return { fault: null, code: file[at], at: at + 1 };
}

function segmentEnd(file, at) {
  if (file.length - at < 2) {
    return -1;
  }
  const length = uint16(file, at);
  return length < 2 || length > file.length - at ? -1 : at + length;
}

// True if an APP11 segment, from the last FF of its marker on, is one of ours by the bytes of PROTOCOL.md 4.1.
function carriesUuid(segment) {
  return (
    segment.length >= P.UUID_OFFSET + P.UUID.length &&
    uint16(segment, 4) === P.COMMON_IDENTIFIER &&
    uint32(segment, 16) === P.TYPE_SUPERBOX &&
    uint32(segment, 24) === P.TYPE_DESCRIPTION &&
    P.UUID.every((byte, i) => byte === segment[P.UUID_OFFSET + i])
  );
}
