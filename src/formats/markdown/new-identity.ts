import { editPackYaml } from './edit-pack-yaml.ts';
import type { Files } from './folder.ts';
import { applyPatches } from './patch.ts';

const YAML = 'pack.yaml';

/**
 * The files as those of another pack: with a uid of its own, and without the address at which newer versions of the
 * first one are published.
 */
export function asNewPack(files: Files, uid: string): Files {
  const yaml = files.get(YAML);
  if (typeof yaml !== 'string') return files;
  const edited = editPackYaml(yaml, [
    { path: ['uid'], value: uid },
    { path: ['address'], value: undefined },
  ]);
  return edited.ok ? new Map([...files, [YAML, applyPatches(yaml, edited.value)]]) : files;
}
