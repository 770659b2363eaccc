import { type ChildProcess, type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { firstSignIn } from './signIn';

/** A host of the lab behind the console. */
export interface Host {
  readonly namespace: string;
  readonly ipv4: string;
  readonly mac: string;
}

/** The running lab, as it describes itself. */
export interface Site {
  readonly address: string;
  /** Of the user admin; while the tests run it is one of their own. */
  readonly password: string;
  /** Of a program that may do everything. */
  readonly token: string;
  readonly controlPlaneProcess: number;
  readonly nodeGroupId: string;
  readonly hosts: Readonly<Record<string, Host>>;
}

const ROOT = new URL('../../', import.meta.url).pathname;
const VARIABLE = 'CAROM_SITE';

/** The site that every test of this run shares. */
export function theSite(): Site {
  return JSON.parse(process.env[VARIABLE] ?? '') as Site;
}

/** Runs a program on a host of the lab and returns what it printed. */
export function onHost(name: string, ...command: string[]): string {
  const host = theSite().hosts[name];
  if (!host) throw new Error(`the lab has no ${name}`);
  return execFileSync('ip', ['netns', 'exec', host.namespace, ...command], { encoding: 'utf8', timeout: 20_000 });
}

/** Starts the site before the first test, and ends it after the last; one that the environment names stays as it is. */
export default async function startSite(): Promise<() => Promise<void>> {
  if (process.env[VARIABLE]) return () => Promise.resolve();
  const site = lab('ConsoleSite');
  const described = JSON.parse(await firstLine(site)) as Site;
  process.env[VARIABLE] = JSON.stringify({ ...described, password: await firstSignIn(described) });
  return () => end(site);
}

/** Starts one of the lab's programs, its input and output to be used. */
export function lab(program: 'ConsoleSite' | 'Demo'): ChildProcessByStdio<Writable, Readable, null> {
  const java = process.env['JAVA_HOME'] ? `${process.env['JAVA_HOME']}/bin/java` : 'java';
  const jars = 'lab/target/carom-lab-0.1.0-SNAPSHOT.jar:lab/target/lib/*';
  return spawn(java, ['--enable-native-access=ALL-UNNAMED', '-cp', jars, `dev.carom.lab.${program}`], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

function firstLine(site: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    site.once('exit', (code) => reject(new Error(`the site ended with ${code} before it was ready`)));
    if (site.stdout) createInterface(site.stdout).once('line', resolve);
  });
}

/** The end of its input tells the site to remove itself. */
function end(site: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    site.once('exit', () => resolve());
    site.stdin?.end();
  });
}
