// The atlas's drawing as a contestant among timelines: mount(el, items) -> { go() -> { setWindow(t0, t1), ready } }.
import start, { Timeline } from '/dist/tl/atlas/atlas_timeline.js';

const DAY = 86400000;
const [WIDTH, HEIGHT] = [1200, 600];

export const mount = async (el, items) => {
  await start({ module_or_path: '/dist/tl/atlas/atlas_timeline_bg.wasm' });
  return {
    go() {
      const canvas = document.createElement('canvas');
      canvas.width = WIDTH;
      canvas.height = HEIGHT;
      // What can have the focus is a real link, over the mark that the keyboard is at.
      const link = document.createElement('a');
      link.href = '#';
      link.style.cssText = 'position:absolute;left:0;top:0';
      el.style.position = 'relative';
      el.append(canvas, link);
      const days = new Int32Array(items.length * 2);
      items.forEach((item, at) => {
        days[2 * at] = Math.floor(item.start / DAY);
        days[2 * at + 1] = Math.ceil(item.end / DAY);
      });
      link.setAttribute('aria-label', items.length ? items[0].title : '');
      const timeline = new Timeline(days, at => items[at].title, canvas.getContext('2d'), WIDTH, HEIGHT);
      const setWindow = (from, to) => {
        const [left, top, width, height] = timeline.draw(from, to);
        link.style.transform = `translate(${left}px,${top}px)`;
        link.style.width = `${width}px`;
        link.style.height = `${height}px`;
      };
      setWindow(Date.UTC(2000, 0), Date.UTC(2030, 0));
      return { setWindow, ready: Promise.resolve() };
    },
  };
};
