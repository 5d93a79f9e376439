// A Chromium that is spoken to by its own protocol, with no more switched on than a measurement needs. Test tools switch
// on `Runtime` in every page, as a debugger does: from then on V8 looks up where each error was made, for which it reads
// the file once more, and React makes some while it loads. No learner waits for that.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const END = '\0';

/** Commands and events of the protocol, over two pipes. */
function connect(to, from) {
  const waiting = new Map();
  const listeners = new Map();
  let last = 0;
  let rest = '';
  const take = ({ id, result, error, method, params, sessionId }) => {
    if (id === undefined) {
      listeners.get(`${sessionId} ${method}`)?.(params);
      return;
    }
    const { resolve, reject, asked } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(`${asked}: ${error.message}`));
    else resolve(result);
  };
  from.setEncoding('utf8');
  from.on('data', (text) => {
    const messages = `${rest}${text}`.split(END);
    rest = messages.pop();
    for (const message of messages) take(JSON.parse(message));
  });
  const send = (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject, asked: method });
      to.write(`${JSON.stringify({ id: last, method, params, sessionId })}${END}`);
    });
  const listen = (sessionId, method, act) => listeners.set(`${sessionId} ${method}`, act);
  return { send, listen };
}

/** @param size of the page, in CSS pixels */
export async function openQuietBrowser(executable, folder, flags, size) {
  const child = spawn(
    executable,
    ['--headless', '--remote-debugging-pipe', `--user-data-dir=${folder}`, ...flags, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const gone = once(child, 'exit');
  const [, , , to, from] = child.stdio;
  const { send, listen } = connect(to, from);

  async function openPage() {
    const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
    const ask = (method, params) => send(method, params, sessionId);
    await ask('Page.enable');
    await ask('Emulation.setDeviceMetricsOverride', {
      ...size,
      deviceScaleFactor: 1,
      mobile: false,
    });
    return {
      ask,
      on: (method, act) => listen(sessionId, method, act),
      /** Before anything of a page runs, in every page from now on. */
      begin: (work, argument) =>
        ask('Page.addScriptToEvaluateOnNewDocument', {
          source: `(${work})(${JSON.stringify(argument)})`,
        }),
      /** Until the page has answered; not until it is there. */
      goTo: (url) => ask('Page.navigate', { url }),
      /** What an expression comes to in the page. */
      value: async (expression) => {
        const answer = await ask('Runtime.evaluate', {
          expression,
          awaitPromise: true,
          returnByValue: true,
        });
        if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
        return answer.result.value;
      },
      close: () => send('Target.closeTarget', { targetId }),
    };
  }

  async function close() {
    await send('Browser.close');
    await gone;
  }
  return { openPage, close };
}
