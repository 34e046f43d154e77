// Drives the reference client of improv-wifi.com against the serial port named on the command line; prints one JSON line a step.
import fs from 'node:fs';
import { register } from 'node:module';
import tty from 'node:tty';
import { spawnSync } from 'node:child_process';

register('./resolve.mjs', import.meta.url);
const [port, sdk] = process.argv.slice(2);
const { ImprovSerial } = await import(sdk);

spawnSync('stty', ['-F', port, 'raw', '-echo']);
const fd = fs.openSync(port, 'r+');
const incoming = new tty.ReadStream(fd); // not a file stream, whose pending read would keep the process from ending
const readable = new ReadableStream({ start: (c) => incoming.on('data', (bytes) => c.enqueue(new Uint8Array(bytes))) });
const writable = new WritableStream({ write: (bytes) => void fs.writeSync(fd, bytes) });
const client = new ImprovSerial({ readable, writable }, { log() {}, debug() {}, error() {} });

const say = (step, value) => console.log(JSON.stringify({ step, value: value ?? null }));
const attempt = async (step, work) => say(step, await work().catch((error) => `error ${error.message ?? error}`));

await attempt('initialize', async () => (await client.initialize(8000)).firmware);
say('state', client.state);
await attempt('scan', async () => (await client.scan()).map((network) => network.name));
await attempt('hostname', () => client.getHostname());
await attempt('network', async () => (await client.requestNetworkState()).supportsWifi);
await attempt('wrong', () => client.provision('workshop', 'not-its-password'));
await attempt('rename', () => client.setDeviceName('back door'));
await attempt('right', () => client.provision('workshop', 'ladder-and-gloves'));
say('state', client.state);
await attempt('locked', () => client.provision('Guest Lounge', ''));
process.exit(0);
