// Tells whether a still is authentic (PROTOCOL.md 4.1 and 4.2). An ES module without dependencies or a build step; needs
// WebCrypto, which browsers offer on HTTPS and on localhost only, and Node from version 20 on.

import * as P from './protocol.js';
import { equal } from './bytes.js';
import { digestWithout } from './digest.js';
import { walk } from './jpeg-walk.js';
import { evenY, isInRange, isSigned } from './p256.js';
import { isCanonical } from './segment.js';
import { readClaims, readCose, signedBytes } from './token.js';

export { Verdict, VERDICT_NAMES } from './protocol.js';
export { deviceText, fingerprint, parseDevice } from './device-id.js';

// Verifies a file (Uint8Array). The question may hold:
//   device          32 bytes: the device ID asked for
//   nonce           16 to 64 bytes: the challenge sent
//   maxAgeSeconds   a still sealed longer ago is stale
//   now             milliseconds since 1970 that the age counts from; the present if left out
//   acceptedDigest  function of a token: the digest accepted before with its device and order, or null; may be async
// Gives { verdict, reason, token }: a letter, a sentence, and the proved claims or null. Throws for no content of the file.
export async function verify(file, question = {}) {
  const found = walk(file);
  if (found.fault) {
    return finding(P.Verdict.UNREADABLE, found.fault);
  }
  if (found.seals === 0) {
    return finding(P.Verdict.UNSIGNED, 'The still carries no token.');
  }
  const { fault, token } = await prove(file, found);
  return fault ? finding(P.Verdict.NOT_AUTHENTIC, fault) : judge(token, question);
}

function finding(verdict, reason, token = null) {
  return { verdict, reason, token };
}

// The MUSTs of PROTOCOL.md 4.2, in their order: { fault } or { token }.
async function prove(file, found) {
  if (found.seals > 1) {
    return { fault: 'The still carries more than one token.' };
  }
  if (found.marker !== 2 || file[3] !== P.APP11) {
    return { fault: 'The token is not at the beginning of the still.' };
  }
  const segment = file.subarray(found.marker, found.marker + found.length);
  if (segment.length > P.SEGMENT_MAX) {
    return { fault: "The token's segment is too long." };
  }
  if (!isCanonical(segment)) {
    return { fault: 'The boxes around the token are not as they must be.' };
  }
  const bytes = segment.subarray(P.COSE_OFFSET);
  const cose = readCose(bytes);
  if (!cose) {
    return { fault: 'The token is not a COSE_Sign1 of the allowed form.' };
  }
  const token = readClaims(cose, bytes.length);
  if (!token) {
    return { fault: "The token's claims are not of the allowed form." };
  }
  const fault = await proveKeyAndDigest(file, found, cose, token);
  return { fault, token };
}

async function proveKeyAndDigest(file, found, cose, token) {
  if (!isInRange(cose.signature)) {
    return "The token's signature is out of range.";
  }
  const y = evenY(cose.kid);
  if (!y) {
    return "The token's device ID is not a public key.";
  }
  if (!(await isSigned(cose.kid, y, signedBytes(cose), cose.signature))) {
    return "The token's signature is not valid.";
  }
  const digest = await digestWithout(file, found.marker, found.length);
  return equal(digest, token.digest) ? null : 'The still is not the one that the token was made for.';
}

// Rules C, F, R and S for a still that is authentic.
async function judge(token, question) {
  const accepted = (await question.acceptedDigest?.(token)) ?? null;
  const known = accepted !== null && equal(accepted, token.digest);
  if (accepted !== null && !known) {
    return finding(P.Verdict.CONFLICT, 'Another authentic still has the same device ID and order.', token);
  }
  if (question.device && !equal(question.device, token.deviceId)) {
    return finding(P.Verdict.FOREIGN, 'The still is from another device than the one asked for.', token);
  }
  if (known) {
    return finding(P.Verdict.REPLAYED, 'This still was accepted before.', token);
  }
  const stale = staleness(token, question);
  return stale
    ? finding(P.Verdict.STALE, stale, token)
    : finding(P.Verdict.AUTHENTIC, 'The still is authentic.', token);
}

function staleness(token, question) {
  if (question.nonce && !(token.nonce && equal(question.nonce, token.nonce))) {
    return token.nonce ? 'The still answers another request.' : 'The still answers no request.';
  }
  if (question.maxAgeSeconds === undefined || question.maxAgeSeconds === null) {
    return null;
  }
  if (token.issuedAt === null) {
    return 'The device had no time when it sealed the still.';
  }
  const age = (question.now ?? Date.now()) / 1000 - token.issuedAt;
  if (age > question.maxAgeSeconds) {
    return 'The still is older than asked for.';
  }
  return age < -P.FUTURE_SECONDS ? "The still's time lies in the future." : null;
}
