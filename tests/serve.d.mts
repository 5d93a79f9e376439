export interface Served {
  readonly url: string;
  close(): Promise<void>;
}
export function serve(folder: string, prefix?: string, port?: number): Promise<Served>;
