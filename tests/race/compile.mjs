// Compiles the contestants of the race as the site compiles its program.
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Runs a program in the project and returns what it prints. */
export const run = (program, ...args) =>
  execFileSync(program, args, { cwd: project, stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 28 });

// The client's, so that nothing is raced that nobody gets.
const [, size, more] = fs.readFileSync(path.join(project, 'src/index.html'), 'utf8')
  .match(/data-bin="client".*data-wasm-opt="(\w+)" data-wasm-opt-params="([^"]*)"/);
const optimise = [`-O${size}`, ...more.split(' ')];

/** Puts `NAME.js` and `NAME_bg.wasm` into `folder`, compiled with these features. */
export const wasm = (folder, name, ...features) => {
  const { target_directory: target } = JSON.parse(run('cargo', 'metadata', '--format-version=1', '--no-deps'));
  run('cargo', 'build', '--quiet', '--release', '--target=wasm32-unknown-unknown', '--package=atlas-race', '--lib',
    ...features.map(feature => `--features=${feature}`));
  run('wasm-bindgen', '--target=web', '--no-typescript', `--out-dir=${folder}`, `--out-name=${name}`,
    `${target}/wasm32-unknown-unknown/release/atlas_race.wasm`);
  const file = `${folder}/${name}_bg.wasm`;
  run('wasm-opt', ...optimise, file, `--output=${file}`);
};
