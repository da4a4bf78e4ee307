// A `dandori serve` on a free port of this machine, for tests that are written in JavaScript.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const house = fileURLToPath(new URL('../..', import.meta.url));
export const program = process.env.DANDORI ?? join(house, 'build/dev/dandori');

/** The URL in the one line that is printed when the server answers; rejected with what it said if it ends before. */
function addressOf(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (some) => {
      said += some;
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      said += `${line}\n`;
      const found = line.match(/http:\/\/[^\s]+/);
      if (found) resolve(found[0].replace(/\/$/, ''));
    });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`dandori serve ended with ${code} and said: ${said}`)));
  });
}

/** Starts a server with these arguments and gives its address, and `stop()`, after which it has ended. */
export async function startProgram(serverArguments, environment = {}) {
  const child = spawn(program, ['serve', ...(serverArguments.includes('--listen') ? [] : ['--listen', '127.0.0.1:0']), ...serverArguments], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const address = await addressOf(child);
  return {
    address,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
