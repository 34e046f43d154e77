// Starts an S3-compatible server that checks signatures of version 4. Arguments: port, folder, bucket, certificate, its key, key
// id, secret.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
const S3rver = require('@20minutes/s3rver')
const { DUMMY_ACCOUNT } = require('@20minutes/s3rver/lib/models/account')
const [port, directory, bucket, cert, key, id, secret] = process.argv.slice(2)
DUMMY_ACCOUNT.createKeyPair(id, secret)
await new S3rver({
  port: Number(port), address: '127.0.0.1', directory, silent: true, vhostBuckets: false,
  cert: readFileSync(cert), key: readFileSync(key), configureBuckets: [{ name: bucket }],
}).run()
console.log('listening')
