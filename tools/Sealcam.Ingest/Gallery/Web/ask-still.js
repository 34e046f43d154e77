// Asks a camera for a still of this moment. The nonce is made here and nowhere else, so that an answer that signs it is newer
// than the question, whatever lies between: a cache can only give back what answered somebody else.

import { parseDevice, verify } from './verify/sealcam-verify.js';

const NONCE_BYTES = 32;

const hex = (data) => [...data].map((byte) => byte.toString(16).padStart(2, '0')).join('');

// send(device, nonce as hex) gives the bytes of a still. Gives { file, finding, ms }.
export async function askStill(device, send) {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const started = performance.now();
  const file = await send(device, hex(nonce));
  const ms = Math.round(performance.now() - started);
  return { file, finding: await verify(file, { device: parseDevice(device), nonce }), ms };
}
