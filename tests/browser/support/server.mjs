// One running `dandori serve` for the scenes of a file: in memory, with the shipped processes and the demo users.
import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { house, program, startProgram } from '../../support/server.mjs';

export const password = 'scene-of-the-browser';

/** Starts a server and gives its address, `deliver(file)` for a mail, `moveClock(time)` and `stop()`. */
export async function startServer() {
  const folder = await mkdtemp(join(tmpdir(), 'dandori-browser-'));
  const token = join(folder, 'token');
  await writeFile(token, 'token-of-the-scenes-in-the-browser', { mode: 0o600 });
  const server = await startProgram(
    [
      ...['--store', 'memory:', '--test-clock', '--outbox', join(folder, 'outbox')],
      ...['--processes', join(house, 'processes'), '--seed-users', join(house, 'processes/demo/users.json')],
      ...['--pages', join(house, 'adapters/inbox/web/dist'), '--mail-token-file', token],
    ],
    { DANDORI_SEED_PASSWORD: password },
  );
  const { address } = server;
  return {
    address,
    time: undefined,
    deliver(file) {
      return new Promise((resolve, reject) => {
        const mail = execFile(program, ['mail', 'deliver', '--server', address, '--token-file', token], (fault, out, err) =>
          fault ? reject(new Error(`dandori mail deliver: ${out}${err}`)) : resolve(out.trim()),
        );
        createReadStream(file).pipe(mail.stdin);
      });
    },
    /** Sets the server's clock, which stands still until the next call; ISO 8601. */
    async moveClock(time) {
      const answer = await fetch(`${address}/v2/clock`, {
        method: 'PUT',
        headers: {
          'Content-Type': 'application/json',
          Authorization: `Basic ${Buffer.from(`admin:${password}`).toString('base64')}`,
        },
        body: JSON.stringify({ timestamp: Date.parse(time) }),
      });
      if (!answer.ok) throw new Error(`PUT /v2/clock: ${answer.status} ${await answer.text()}`);
      this.time = time;
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}
