// Runs in the page before anything of its own (bin/bench/browser.ts) and notes what the browser says of it.
const seen = { largestPaint: 0, shift: 0, shifted: [], events: [], frame: 0, pressedAt: 0 };
globalThis.benchSeen = seen;

const watch = (options, note) =>
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ buffered: true, ...options });

watch({ type: "largest-contentful-paint" }, (entry) => {
  seen.largestPaint = entry.startTime;
});
watch({ type: "layout-shift" }, (entry) => {
  if (entry.hadRecentInput) return;
  seen.shift += entry.value;
  seen.shifted.push(...entry.sources.map(({ node }) => `${node?.nodeName} ${node?.className ?? ""}`));
});
watch({ type: "event", durationThreshold: 16 }, (entry) => {
  if (entry.interactionId) seen.events.push(entry.duration);
});

// What took less than 16 ms is no event to the browser; then the second frame after it is the nearest that can be told.
addEventListener(
  "click",
  (event) => {
    seen.pressedAt = event.timeStamp;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        seen.frame = performance.now() - event.timeStamp;
      }),
    );
  },
  { capture: true },
);
