// node turns.run.mjs BUNDLE ROUNDS: how long the list of projects takes from a click or a key to the painted answer, as the
// browser's own Event Timing tells it, with the processor slowed down four times; and how free the page is while it starts.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { serve } from './served.mjs';

const [bundle, rounds] = process.argv.slice(2);
const SLOWED = 4;
// How long a finger or a hand holds a button or a key.
const PRESSED = 80;
const CLICKS = 20;
const WORDS = ['access to justice', 'court'];

// Lighthouse brings the driver of the browser along.
const lighthouse = process.env.PATH.split(path.delimiter).map(folder => path.join(folder, 'lighthouse')).find(fs.existsSync);
const puppeteer = createRequire(fs.realpathSync(lighthouse))('puppeteer-core');
const chrome = process.env.PATH.split(path.delimiter).flatMap(folder => ['chromium', 'chromium-browser', 'google-chrome'].map(name => path.join(folder, name))).find(fs.existsSync);

const watch = () => {
  window.turns = [];
  window.tasks = [];
  new PerformanceObserver(list => turns.push(...list.getEntries().filter(it => it.interactionId).map(it => ({ name: it.name, of: it.interactionId, takes: it.duration }))))
    .observe({ type: 'event', durationThreshold: 16, buffered: true });
  new PerformanceObserver(list => tasks.push(...list.getEntries().map(it => it.duration))).observe({ type: 'longtask', buffered: true });
  // When the program is there.
  new MutationObserver(() => 'alive' in document.documentElement.dataset && (window.alive ??= performance.now()))
    .observe(document, { attributes: true, subtree: true, attributeFilter: ['data-alive'] });
};
const pause = ms => new Promise(done => setTimeout(done, ms));

const origin = await serve(bundle);
const seen = { alive: [], longest: [], words: [], click: [], key: [] };
for (let round = 0; round < +rounds; round++) {
  const browser = await puppeteer.launch({ executablePath: chrome, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'] });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(180_000);
    page.on('pageerror', error => console.error(String(error)));
    await page.setViewport({ width: 1280, height: 800 });
    await page.evaluateOnNewDocument(watch);
    await page.emulateCPUThrottling(SLOWED);
    await page.goto(`${origin}/projects/`);
    await page.waitForFunction('window.alive');
    await page.waitForNetworkIdle({ idleTime: 1500 });
    seen.alive.push(await page.evaluate('alive'));
    seen.longest.push(await page.evaluate('Math.max(0, ...tasks)'));
    // What was pressed since the last call, the longest event of each press. Of a button it is the click that is answered:
    // going down changes nothing, and the browser counts that until the next picture, which comes when it goes up.
    const told = async kind => {
      await pause(900);
      const all = (await page.evaluate('turns.splice(0)')).filter(it => kind !== 'click' || it.name === 'click');
      for (const of of new Set(all.map(it => it.of))) seen[kind].push(Math.max(...all.filter(it => it.of === of).map(it => it.takes)));
    };
    await page.evaluate('turns.splice(0)');
    // Values of filters that can be seen, ticked and unticked in turns, so that the list changes and never runs out.
    const boxes = await page.$$('.facet[open] .choices input');
    for (let turn = 0; turn < CLICKS; turn++) {
      const box = boxes[(turn >> 1) % boxes.length];
      // Its scrolling is over before it is pressed.
      await box.scrollIntoView();
      await pause(300);
      const { x, y, width, height } = await box.boundingBox();
      await page.mouse.click(x + width / 2, y + height / 2, { delay: PRESSED });
      await told('click');
    }
    await page.evaluate(() => (scrollTo(0, 0), document.getElementById('search-words').focus()));
    for (const words of WORDS) {
      for (const letter of words) {
        await page.keyboard.press(letter === ' ' ? 'Space' : letter, { delay: PRESSED });
        await told('key');
      }
      for (const _ of words) await page.keyboard.press('Backspace');
      await pause(900);
      await page.evaluate('turns.splice(0)');
    }
  } finally {
    await browser.close();
  }
  console.log(`round ${round + 1} of ${rounds}`);
}
const at = (values, part) => values.sort((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * part) - 1)];
const line = (name, values) => console.log(`${name.padEnd(44)} ${String(values.length).padStart(4)} ${at(values, 0.5).toFixed(0).padStart(7)} ${at(values, 0.95).toFixed(0).padStart(16)}`);
console.log(`\n${'milliseconds, processor slowed down 4 times'.padEnd(44)} seen  median  95th percentile`);
line('from a click to the painted answer', seen.click);
line('from a key to the painted answer', seen.key);
line('from the address to the living page', seen.alive);
line('the longest task while it starts', seen.longest);
process.exit(0);
