// Somebody at the Modeler: opens a file, chooses elements, types into the properties panel, saves.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const own = (name) => fileURLToPath(new URL(name, import.meta.url));

async function bundled(folder) {
  await build({
    entryPoints: { modeler: own('modeler_page.mjs') },
    outdir: folder,
    bundle: true,
    format: 'iife',
    loader: { '.woff': 'empty', '.woff2': 'empty', '.ttf': 'empty', '.eot': 'empty', '.svg': 'empty' },
    logLevel: 'warning',
  });
}

export async function openModeler(page) {
  const folder = await mkdtemp(join(tmpdir(), 'dandori-modeler-'));
  await bundled(folder);
  await page.setContent(
    '<body style="margin: 0; display: flex; height: 100vh"><div id="canvas" style="flex: 1"></div>' +
      '<div id="panel" style="width: 400px; overflow: auto"></div></body>',
  );
  await page.addStyleTag({ path: join(folder, 'modeler.css') });
  await page.addScriptTag({ path: join(folder, 'modeler.js') });
  await rm(folder, { recursive: true });
  const panel = page.locator('#panel');

  /** The group of this title, opened. */
  async function group(title) {
    const name = page.locator('.bio-properties-panel-group-header-title', { hasText: new RegExp(`^${title}$`) });
    const found = panel.locator('.bio-properties-panel-group', { has: name }).first();
    const header = found.locator('.bio-properties-panel-group-header').first();
    if (!(await header.getAttribute('class')).includes('open')) await header.click();
    return found;
  }

  return {
    panel,
    group,
    open: (xml) => page.evaluate((text) => window.modeler.open(text), xml),
    select: (id) => page.evaluate((element) => window.modeler.select(element), id),
    save: () => page.evaluate(() => window.modeler.save()),
    /** Types into a field; one for FEEL only has an editor of its own. */
    async type(title, label, text) {
      const entry = (await group(title)).locator('.bio-properties-panel-entry', { has: page.getByText(label, { exact: true }) }).last();
      const editor = entry.locator('.cm-content');
      if (await editor.count()) {
        await editor.click();
        await page.keyboard.insertText(text);
      } else {
        await entry.getByRole('textbox').fill(text);
      }
      await page.keyboard.press('Tab');
    },
    async choose(title, label, option) {
      await (await group(title)).getByLabel(label, { exact: true }).first().selectOption({ label: option });
    },
  };
}
