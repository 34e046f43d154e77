// The APP11 segment around a token (PROTOCOL.md 2.1).

import * as P from './protocol.js';

// The 53 bytes that stand before a token of so many bytes.
export function segmentHead(cose) {
  const head = new Uint8Array(P.COSE_OFFSET);
  const view = new DataView(head.buffer);
  view.setUint16(0, 0xff00 | P.APP11);
  view.setUint16(2, cose + P.SEGMENT_LENGTH_EXTRA);
  view.setUint16(4, P.COMMON_IDENTIFIER);
  view.setUint16(6, P.BOX_INSTANCE);
  view.setUint32(8, P.BOX_PART);
  view.setUint32(12, cose + P.SUPERBOX_EXTRA);
  view.setUint32(16, P.TYPE_SUPERBOX);
  view.setUint32(20, P.DESCRIPTION_BYTES);
  view.setUint32(24, P.TYPE_DESCRIPTION);
  head.set(P.UUID, P.UUID_OFFSET);
  head[44] = P.TOGGLES;
  view.setUint32(45, cose + P.CONTENT_BOX_EXTRA);
  view.setUint32(49, P.TYPE_CBOR);
  return head;
}

// True if a segment is what its own COSE bytes make of it: nothing but those is free.
export function isCanonical(segment) {
  return (
    segment.length > P.COSE_OFFSET &&
    segmentHead(segment.length - P.COSE_OFFSET).every((byte, i) => byte === segment[i])
  );
}
