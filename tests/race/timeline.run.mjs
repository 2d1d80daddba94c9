// node timeline.run.mjs HOME SIZES: the race of timelines in HOME with the atlas as one more, in one call.
// HOME's own page is used as it is, but for one line: the atlas enters its table of contestants.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { wasm } from './compile.mjs';

const [home, sizes = '100,1000,10000'] = process.argv.slice(2);
const own = path.dirname(fileURLToPath(import.meta.url));
const { TMP, core, CHROME, FLAGS, median, saveResult } = await import(pathToFileURL(path.join(home, 'lib/env.mjs')));
const { serve } = await import(pathToFileURL(path.join(home, 'lib/serve.mjs')));
const esbuild = core('esbuild'), { chromium } = core('playwright-core');
const place = path.join(TMP, 'dist/tl');
fs.mkdirSync(path.join(place, 'atlas'), { recursive: true });

wasm(`${place}/atlas`, 'atlas_timeline', 'timeline');

const enter = {
  name: 'enter',
  setup: build => build.onLoad({ filter: /timelines[/\\]page\.js$/ }, ({ path: file }) => {
    const contents = fs.readFileSync(file, 'utf8').replace('const impl = {', "import { mount as atlas } from '/dist/tl/timeline.mjs';\nconst impl = { atlas,");
    return { contents, loader: 'js' };
  }),
};
fs.copyFileSync(path.join(own, 'timeline.mjs'), path.join(place, 'timeline.mjs'));
await esbuild.build({ entryPoints: [path.join(home, 'timelines/page.js')], bundle: true, format: 'esm', outfile: path.join(place, 'page.js'), external: ['/dist/*'], plugins: [enter] });
fs.writeFileSync(path.join(place, 'index.html'), '<!doctype html><meta charset=utf-8><title>timelines</title><body><script type=module src=/dist/tl/page.js></script>');

const all = {};
const rounds = (size, name) => (all[`${name}/${size}`] ??= []);
const server = await serve({ '/dist/': path.join(TMP, 'dist'), '/data/': path.join(TMP, 'data') });
for (const size of sizes.split(',').map(Number)) {
  for (const round of [0, 1, 2]) {
    // In turns, so that what else the machine does meets all of them.
    for (const name of ['atlas', 'culled Canvas', 'naive SVG']) {
      if (name === 'naive SVG' && round > 0) continue;
      const browser = await chromium.launch({ executablePath: CHROME, args: [...FLAGS, '--disable-frame-rate-limit', '--disable-gpu-vsync'] });
      try {
        const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
        page.setDefaultTimeout(0);
        page.on('pageerror', error => console.error(name, String(error)));
        await page.goto(`${server.url}/dist/tl/index.html`);
        await page.waitForFunction('window.tl');
        const result = await page.evaluate(([name, size]) => tl.run(name, size), [name, size]);
        if (process.env.SHOT) await page.screenshot({ path: `${TMP}/${name.replace(/\W/g, '')}-${size}.png` });
        rounds(size, name).push(result);
      } finally {
        await browser.close();
      }
    }
  }
}
for (const [key, results] of Object.entries(all)) {
  const result = { initial: median(results.map(it => it.initial)), frame: median(results.flatMap(it => it.frames)), frames: results.flatMap(it => it.frames).length, dom: results[0].dom };
  saveResult('timelines-atlas.json', key, result);
  console.log(key.padEnd(24), JSON.stringify(result, (_, value) => typeof value === 'number' ? +value.toFixed(2) : value));
}
server.close();
process.exit(0);
