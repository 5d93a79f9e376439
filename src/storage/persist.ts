/** Bytes that the origin uses and may use. */
export interface Estimate {
  readonly usage: number;
  readonly quota: number;
}

/** As much of `navigator.storage` as is used; a browser may lack any of it. */
export interface Keeper {
  readonly persist?: () => Promise<boolean>;
  readonly persisted?: () => Promise<boolean>;
  readonly estimate?: () => Promise<{ readonly usage?: number; readonly quota?: number }>;
}

const browserKeeper = (): Keeper => navigator.storage;

/** Asks the browser never to evict our data. To be called after the first finished session. */
export async function persist(find: () => Keeper = browserKeeper): Promise<boolean> {
  try {
    return (await find().persist?.()) ?? false;
  } catch {
    return false;
  }
}

/** Whether the browser has promised not to evict our data; null when it does not say. */
export async function isPersisted(find: () => Keeper = browserKeeper): Promise<boolean | null> {
  try {
    return (await find().persisted?.()) ?? null;
  } catch {
    return null;
  }
}

/** null when the browser does not say. */
export async function estimate(find: () => Keeper = browserKeeper): Promise<Estimate | null> {
  try {
    const { usage, quota } = (await find().estimate?.()) ?? {};
    return usage === undefined || quota === undefined ? null : { usage, quota };
  } catch {
    return null;
  }
}
