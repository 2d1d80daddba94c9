// A bundle on a host of this machine, for measuring: compressed once, so that no measurement waits for it.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';

const KINDS = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm',
  '.json': 'application/json', '.svg': 'image/svg+xml', '.webmanifest': 'application/manifest+json', '.xml': 'application/xml',
};
// Beyond that the hardest compression takes minutes.
const LARGE = 4e6;

// The address at which a folder is served; `change` may make other bytes of a file's.
export function serve(folder, change = bytes => bytes) {
  const ready = new Map();
  const pressed = bytes => zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: bytes.length > LARGE ? 5 : 10 } });
  const read = file => {
    if (!ready.has(file)) ready.set(file, pressed(change(fs.readFileSync(file), file)));
    return ready.get(file);
  };
  const server = http.createServer((question, answer) => {
    let file = path.join(folder, decodeURIComponent(new URL(question.url, 'http://host').pathname));
    if (file.endsWith(path.sep)) file += 'index.html';
    const there = fs.existsSync(file) && fs.statSync(file).isFile();
    answer.writeHead(there ? 200 : 404, { 'content-type': KINDS[path.extname(file)] ?? 'application/octet-stream', 'content-encoding': 'br' });
    const missing = path.join(folder, '404.html');
    answer.end(there ? read(file) : fs.existsSync(missing) ? read(missing) : zlib.brotliCompressSync(''));
  });
  return new Promise(done => server.listen(0, '127.0.0.1', () => done(`http://127.0.0.1:${server.address().port}`)));
}
