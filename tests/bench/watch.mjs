/** Runs in the page: notes when things are there, or painted, and taps what it is told to tap. */
export function watch(taps) {
  const times = {};
  const waiting = [];
  /** A page that is asked again and again would be measured with its answers. */
  const when = (name) =>
    new Promise((resolve) => {
      if (times[name] === undefined) waiting.push({ name, resolve });
      else resolve(times[name]);
    });
  window.bench = { when, taps: [], written: 0 };
  // A message that is sent in a frame arrives when the frame has been painted.
  const painted = (work) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', work);
      port1.start();
      port2.postMessage(null);
    });
  const note = (name) => {
    times[name] ??= performance.now();
    for (const waiter of waiting) if (waiter.name === name) waiter.resolve(times[name]);
  };
  const find = (selector) => document.querySelector(selector);
  const sure = () => [...document.querySelectorAll('.confidence-row button')].at(-2);
  let tappedAt = 0;

  const lookForStart = () => {
    const button = find('.today-first > div:last-child > button, .today-actions button');
    if (!button || times.start) return;
    note('start');
    painted(() => note('startPainted'));
    if (taps !== 'none') button.click();
  };
  const lookForQuestion = () => {
    if (times.answerable || !find('.confidence-row')) return;
    note('answerable');
    painted(() => note('question'));
    if (taps !== 'all') return;
    find('article input[type="radio"]')?.click();
    // The click is taken in by the next turn.
    setTimeout(() => {
      const isChosen = find('article input[type="radio"]') !== null;
      (isChosen ? sure() : find('.confidence-row button:last-child')).click();
    });
  };
  const lookForVerdict = () => {
    // The feedback lies hidden in the page before the tap.
    if (!find('.feedback:not([style*="none"]) .verdict h2') || tappedAt === 0) return;
    const began = tappedAt;
    tappedAt = 0;
    painted(() => {
      note('verdict');
      window.bench.taps.push(performance.now() - began);
    });
  };
  window.addEventListener(
    'click',
    (event) => {
      if (event.target instanceof Element && event.target.closest('.confidence-row'))
        tappedAt = event.timeStamp;
    },
    true,
  );
  const write = Storage.prototype.setItem;
  Storage.prototype.setItem = function count(key, value) {
    if (this === window.localStorage) window.bench.written += key.length + value.length;
    return write.call(this, key, value);
  };
  new MutationObserver(() => {
    lookForStart();
    lookForQuestion();
    lookForVerdict();
  }).observe(document, { childList: true, subtree: true });
}
