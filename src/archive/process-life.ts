import { readFile, readlink } from 'node:fs/promises';

/**
 * The running system's name: on Linux the id of its boot, with the namespace in which process ids count, because
 * containers share the boot and may share the host name; undefined elsewhere.
 */
export async function bootName(): Promise<string | undefined> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    return `${boot.trim()} ${await readlink('/proc/self/ns/pid')}`;
  } catch {
    return undefined;
  }
}

/** How a process of this system is: `unknown` where only its id is known to be in use. */
export type Life = 'dead' | 'unknown' | { birth: string };

/** `birth` tells a process from another one that got its id later. */
export async function lifeOf(pid: number): Promise<Life> {
  if (!isIdInUse(pid)) return 'dead';
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything. State is field 3, the start in clock ticks since the boot field 22 (proc(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state = '', birth = ''] = [fields[0], fields[19]];
    // A zombie writes no more; where nobody waits for it, it stays for ever.
    return /[ZX]/i.test(state) ? 'dead' : { birth };
  } catch {
    return isIdInUse(pid) ? 'unknown' : 'dead';
  }
}

/** Signal 0 only asks; EPERM says that the process is there but not ours. */
function isIdInUse(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
