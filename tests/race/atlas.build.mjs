// Builds the contestant as the site is built, and the files of its tables from the race's records.
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const run = (program, ...args) => execFileSync(program, args, { cwd: project, stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 28 });

export default async ({ assets, prebuilt, data }) => {
  const target = JSON.parse(run('cargo', 'metadata', '--format-version=1', '--no-deps')).target_directory;
  const wasm = (name, ...features) => {
    run('cargo', 'build', '--quiet', '--release', '--target=wasm32-unknown-unknown', '--package=atlas-race', '--lib', ...features);
    run('wasm-bindgen', '--target=web', '--no-typescript', `--out-dir=${assets}`, `--out-name=${name}`,
      `${target}/wasm32-unknown-unknown/release/atlas_race.wasm`);
    run('wasm-opt', '-Os', '--one-caller-inline-max-function-size=0', '--reorder-functions-by-name', `${assets}/${name}_bg.wasm`, `--output=${assets}/${name}_bg.wasm`);
  };
  // Only the sizes that this call is about.
  const sizes = (process.argv.find(word => word.startsWith('--n=')) ?? '--n=').slice(4).split(',').filter(Boolean);
  wasm('atlas_race');
  wasm('atlas_init', '--features=init');
  run('cargo', 'run', '--quiet', '--release', '--package=atlas-race', '--bin=atlas-race', '--', data, prebuilt, ...sizes);
};
