// What every screen must stand: axe-core's rules, and both widths without anything that sticks out.
import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const pictures = fileURLToPath(new URL('../results', import.meta.url));
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const widths = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];

async function faultsOf(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const found = await page.evaluate((runOnly) => window.axe.run({ runOnly }), tags);
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary}`),
  );
}

/** The elements that are wider than the page, which would have to be scrolled sideways. */
const sticksOut = (page) =>
  page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    return document.documentElement.scrollWidth <= room
      ? []
      : [...document.body.querySelectorAll('*')]
          .filter((element) => element.getBoundingClientRect().right > room + 1)
          .slice(0, 5)
          .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
  });

/** Looks at the screen as it stands, at each width: pictures into results/, then what is wrong, if anything is. */
export async function look(page, name) {
  await mkdir(pictures, { recursive: true });
  const before = page.viewportSize();
  const faults = [];
  for (const size of widths) {
    await page.setViewportSize(size);
    await page.evaluate(() => document.fonts.ready);
    // As high as the page is long, so that what sticks to an edge is where a person sees it at the end.
    const long = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: size.width, height: Math.min(Math.max(long, size.height), 6000) });
    await page.waitForTimeout(150);
    await page.screenshot({ path: join(pictures, `${name}-${size.width}.png`) });
    const wide = (await sticksOut(page)).map((element) => `wider than the page: ${element}`);
    faults.push(...[...(await faultsOf(page)), ...wide].map((fault) => `at ${size.width} px: ${fault}`));
  }
  await page.setViewportSize(before);
  assert.deepEqual(faults, [], `what is wrong with ${name}`);
}
