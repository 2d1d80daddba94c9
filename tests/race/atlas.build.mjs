// Builds the contestant as the site is built, and the files of its tables from the race's records.
import { run, wasm } from './compile.mjs';

export default async ({ assets, prebuilt, data }) => {
  // Only the sizes that this call is about.
  const sizes = (process.argv.find(word => word.startsWith('--n=')) ?? '--n=').slice(4).split(',').filter(Boolean);
  wasm(assets, 'atlas_race');
  wasm(assets, 'atlas_init', 'init');
  run('cargo', 'run', '--quiet', '--release', '--package=atlas-race', '--bin=atlas-race', '--', data, prebuilt, ...sizes);
};
