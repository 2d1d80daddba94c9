// node pages.run.mjs BUNDLE ROUNDS [HOME]: how fast pages are there on a telephone, by Lighthouse, one audit at a time.
// Of each kind of page in the bundle the largest is measured. With the folder of a race, the list is also measured beside
// the race's own builds of one, and beside the same page without its program: what a plain page with the same rows costs.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { serve } from './served.mjs';

const [bundle, rounds, home] = process.argv.slice(2);

const isPage = (...names) => fs.existsSync(path.join(bundle, ...names, 'index.html'));
const within = (...names) => fs.readdirSync(path.join(bundle, ...names), { withFileTypes: true }).filter(it => it.isDirectory()).map(it => it.name);
const size = (...names) => fs.statSync(path.join(bundle, ...names, 'index.html')).size;

const measured = ['/'];
// The first language only: another has all kinds of page below it.
for (const kind of within().filter(name => !isPage(name, 'projects'))) {
  if (isPage(kind)) measured.push(`/${kind}/`);
  const below = within(kind).filter(name => isPage(kind, name));
  if (below.length) measured.push(`/${kind}/${below.reduce((most, it) => (size(kind, it) > size(kind, most) ? it : most))}/`);
}

const origin = await serve(bundle);
const runs = measured.map(place => ({ name: place, url: origin + place }));
if (home) {
  const { TMP } = await import(pathToFileURL(path.join(home, 'lib/env.mjs')));
  const bare = await serve(bundle, (bytes, file) => (file.endsWith('.html') ? bytes.toString().replace(/<script\b[^>]*>.*?<\/script>/gs, '') : bytes));
  runs.push({ name: 'the list without its program', url: `${bare}/projects/` });
  const built = path.join(TMP, 'spa-dist');
  for (const name of fs.readdirSync(built)) runs.push({ name, url: `${await serve(path.join(built, name))}/` });
  // A policy that forbids style inside a page costs every page the way to its style sheet. The barest one pays it too.
  const whole = fs.readFileSync(path.join(built, 'static-25/index.html'), 'utf8');
  const [element, style] = whole.match(/<style>(.*?)<\/style>/s);
  const apart = fs.mkdtempSync(path.join(os.tmpdir(), 'bare-'));
  fs.writeFileSync(path.join(apart, 'style.css'), style);
  fs.writeFileSync(path.join(apart, 'index.html'), whole.replace(element, '<link rel="stylesheet" href="/style.css">'));
  runs.push({ name: 'static-25 with its style in a file', url: `${await serve(apart)}/` });
}

const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'pages-')), 'report.json');
const FIGURES = { first: 'first-contentful-paint', largest: 'largest-contentful-paint', blocked: 'total-blocking-time', moved: 'cumulative-layout-shift' };
const begin = process.env.CHROME ? { CHROME_PATH: process.env.CHROME } : {};
// Waited for without standing still: the pages come from this process.
const audit = url => new Promise((done, fail) => {
  const args = [url, '--quiet', '--output=json', '--disable-full-page-screenshot', '--no-enable-error-reporting', '--only-categories=performance',
    '--chrome-flags=--headless --no-sandbox --disable-gpu --disable-dev-shm-usage', `--output-path=${report}`];
  execFile('lighthouse', args, { env: { ...process.env, ...begin } }, why => (why ? fail(why) : done(JSON.parse(fs.readFileSync(report)))));
});
for (let round = 0; round < +rounds; round++) {
  for (const run of runs) {
    const { categories, audits } = await audit(run.url);
    const of = name => audits[FIGURES[name]].numericValue;
    (run.seen ??= []).push({ score: categories.performance.score * 100, ...Object.fromEntries(Object.keys(FIGURES).map(name => [name, of(name)])) });
  }
  console.log(`round ${round + 1} of ${rounds}`);
}
const median = values => values.sort((a, b) => a - b)[values.length >> 1];
const of = (run, figure) => median(run.seen.map(it => it[figure]));
console.log(`\n${'medians'.padEnd(58)} score  first  largest  blocked  moved`);
for (const run of runs) {
  const ms = figure => of(run, figure).toFixed(0);
  console.log(`${run.name.slice(0, 56).padEnd(58)} ${of(run, 'score').toFixed(0).padStart(5)} ${ms('first').padStart(6)} ${ms('largest').padStart(8)} ${ms('blocked').padStart(8)} ${of(run, 'moved').toFixed(3).padStart(6)}`);
}
const list = runs.find(run => run.name === '/projects/');
for (const run of runs.filter(run => !run.name.startsWith('/'))) {
  console.log(`the largest part of the list is there after ${(of(list, 'largest') / of(run, 'largest')).toFixed(2)} of the time of: ${run.name}`);
}
process.exit(0);
