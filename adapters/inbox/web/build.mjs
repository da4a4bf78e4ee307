// Makes dist/: hashed scripts, styles and fonts under assets/, and the one page that names them.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

// The budgets of what every screen loads (gzip, bytes); a build that outgrows them fails.
const SHELL_JS_MAX = 60 * 1024;
const SHELL_CSS_MAX = 20 * 1024;

const started = Date.now();
await rm('dist', { recursive: true, force: true });
await mkdir('dist/assets', { recursive: true });

const { metafile } = await build({
  entryPoints: { inbox: 'src/main.tsx', style: 'src/style/style.css', fonts: 'src/style/fonts.css' },
  outdir: 'dist/assets',
  bundle: true,
  splitting: true,
  format: 'esm',
  target: ['es2022'],
  minify: true,
  metafile: true,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  loader: { '.woff2': 'file' },
  legalComments: 'linked',
  logLevel: 'warning',
});

const outputs = Object.entries(metafile.outputs);
const outputOf = (entry) => outputs.find(([, output]) => output.entryPoint === entry)[0];
const script = outputOf('src/main.tsx');
const style = outputOf('src/style/style.css');
const fonts = outputOf('src/style/fonts.css');

function withStaticImports(path, seen = new Set()) {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const imported of metafile.outputs[path].imports) {
    if (imported.kind === 'import-statement') withStaticImports(imported.path, seen);
  }
  return seen;
}

async function gzipped(paths) {
  let bytes = 0;
  for (const path of paths) bytes += gzipSync(await readFile(path)).length;
  return bytes;
}

const page = (await readFile('src/index.html', 'utf8'))
  .replace('{{script}}', `/assets/${basename(script)}`)
  .replace('{{style}}', `/assets/${basename(style)}`)
  .replace('{{fonts}}', `/assets/${basename(fonts)}`);
await writeFile('dist/index.html', page);
await cp('src/favicon.svg', 'dist/favicon.svg');

const js = await gzipped(withStaticImports(script));
const css = await gzipped([style]);
console.log(`shell ${js} bytes of script, ${css} bytes of style (gzip); built in ${Date.now() - started} ms`);
if (js > SHELL_JS_MAX || css > SHELL_CSS_MAX) {
  console.error(`over budget: ${SHELL_JS_MAX} bytes of script and ${SHELL_CSS_MAX} bytes of style are allowed`);
  process.exit(1);
}
