import type { Ports } from './ports.ts';

/** So many random letters and digits. */
export const randomName = (ports: Pick<Ports, 'random'>, length: number): string =>
  Array.from({ length }, () => Math.floor(ports.random() * 36).toString(36)).join('');
