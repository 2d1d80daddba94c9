// The atlas's engine as a contestant of the race: state in, plain results out. `module.rs` is the other side.
import start, { Race } from '/dist/assets/atlas_race.js';

export const meta = {
  name: 'atlas', pkg: null, text: 'index',
  note: 'the engine of the Rule of Law Atlas: Rust, WebAssembly with SIMD; reads its table from two files',
};

// Code is loaded with the contestant, as every other's is; what `restore` is timed for is the data.
const wasm = await start({ module_or_path: '/dist/assets/atlas_race_bg.wasm' });

const FACETS = ['countries', 'types', 'donors', 'beneficiaries', 'status'];
const COLUMNS = { start: 0, end: 1, budget: 2, title: 3 };
const DAY = 86400000;
let race, names, codes, counts, words, input;

export async function restore(bytes, ctx) {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  race = new Race(bytes.subarray(4, 4 + length));
  race.add_words(bytes.subarray(4 + length));
  names = FACETS.map(facet => ctx.facets[facet]);
  codes = names.map(list => new Map(list.map((name, code) => [name, code])));
  input = new Int32Array(64 + names.reduce((sum, list) => sum + list.length, 0));
  words = null;
}

export async function init(records, ctx) {
  const { default: startInit, Init } = await import('/dist/assets/atlas_init.js');
  await startInit({ module_or_path: '/dist/assets/atlas_init_bg.wasm' });
  const init = new Init(JSON.stringify(ctx.facets));
  for (let at = 0; at < records.length; at += 5000) init.records(JSON.stringify(records.slice(at, at + 5000)));
  return restore(init.bytes(), ctx);
}

const days = iso => Date.UTC(+iso.slice(0, 4), +iso.slice(5, 7) - 1, +iso.slice(8, 10)) / DAY;

export function query(state) {
  let n = 0;
  const bound = value => { input[n++] = value === null ? 0 : 1; input[n++] = value ?? 0; };
  const { sort, facets } = state, dash = sort.indexOf('-');
  input[n++] = COLUMNS[sort.slice(0, dash)];
  input[n++] = sort.endsWith('desc') ? 1 : 0;
  bound(state.dateFrom === null ? null : days(state.dateFrom));
  bound(state.dateTo === null ? null : days(state.dateTo));
  bound(state.budgetMin);
  bound(state.budgetMax);
  for (let f = 0; f < 5; f++) {
    const picked = facets[FACETS[f]];
    input[n++] = picked.length;
    for (const value of picked) input[n++] = codes[f].get(value);
  }
  const total = race.ask(state.text.toLowerCase(), input.subarray(0, n));
  const lines = race.text().split('\n');
  // The memory moves when it grows; the counts stay where they are otherwise.
  if (words === null || words.buffer !== wasm.memory.buffer) {
    words = new Uint32Array(wasm.memory.buffer);
    let at = race.counts() / 4;
    counts = {};
    FACETS.forEach((facet, f) => { counts[facet] = words.subarray(at, at += names[f].length); });
  }
  const ids = race.ids() / 4, rows = [];
  for (let at = race.numbers() / 4, line = 0; line + 3 <= lines.length; line += 3) {
    const id = words[at++], budget = words[at++], status = names[4][words[at++]], countries = new Array(words[at++]);
    for (let i = 0; i < countries.length; i++) countries[i] = names[0][words[at++]];
    rows.push({ id, title: lines[line], start: lines[line + 1], end: lines[line + 2], status, budget, countries });
  }
  return { total, ids: words.subarray(ids, ids + total), facets: counts, rows };
}

export const memory = () => ({ wasm: wasm.memory.buffer.byteLength });
