// The digest of a still (PROTOCOL.md 2.4): HMAC-SHA256 leaves of 4,096 bytes under a public key, and one root over them.

import { DIGEST_BYTES, DIGEST_KEY, LEAF_BYTES } from './protocol.js';
import { ascii } from './bytes.js';

let importing = null;

function key() {
  importing ??= crypto.subtle.importKey('raw', ascii(DIGEST_KEY), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return importing;
}

// The 32 bytes for a file without the `length` bytes at `start`.
export async function digestWithout(file, start, length) {
  const mac = await key();
  const total = file.length - length;
  const leaves = Math.ceil(total / LEAF_BYTES);
  const root = new Uint8Array(leaves * DIGEST_BYTES + 8);
  for (let i = 0; i < leaves; i++) {
    const leaf = new Uint8Array(LEAF_BYTES);
    const from = i * LEAF_BYTES;
    const before = file.subarray(Math.min(from, start), Math.min(from + LEAF_BYTES, start));
    leaf.set(before);
    const behind = Math.max(from, start) + length;
    leaf.set(file.subarray(behind, behind + LEAF_BYTES - before.length), before.length);
    root.set(new Uint8Array(await crypto.subtle.sign('HMAC', mac, leaf)), i * DIGEST_BYTES);
  }
  new DataView(root.buffer).setBigUint64(leaves * DIGEST_BYTES, BigInt(total));
  return new Uint8Array(await crypto.subtle.sign('HMAC', mac, root));
}
