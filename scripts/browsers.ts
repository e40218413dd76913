/** Finds the browsers that run Qingyue on this machine, and installs missing ones where that needs no question. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserKind = 'chromium' | 'firefox';

/** What finding and installing depend on; `thisMachine()` reads it, tests make it up. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  root: boolean;
  /** `ID` of os-release(5), `debian` or `ubuntu` for example; empty where there is none. */
  distribution: string;
}

interface Places {
  /** Environment variable that names the program and wins over everything else. */
  variable: string;
  /** Program names on PATH. */
  names: string[];
  linux: string[];
  /** Below `/Applications` and `~/Applications`. */
  mac: string[];
  /** Below the folders of `WINDOWS_ROOTS`. */
  windows: string[];
}

const PLACES: Record<BrowserKind, Places> = {
  chromium: {
    variable: 'CHROME_PATH',
    names: ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser', 'microsoft-edge', 'brave-browser'],
    linux: [
      '/usr/lib/chromium/chromium',
      '/opt/google/chrome/chrome',
      '/opt/microsoft/msedge/msedge',
      '/snap/bin/chromium',
    ],
    mac: [
      'Chromium.app/Contents/MacOS/Chromium',
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    windows: [
      'Chromium/Application/chrome.exe',
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
    linux: [
      '/usr/lib/firefox-esr/firefox-esr',
      '/usr/lib/firefox/firefox',
      '/opt/firefox/firefox',
      '/snap/bin/firefox',
    ],
    mac: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
    windows: ['Mozilla Firefox/firefox.exe', 'Firefox Developer Edition/firefox.exe'],
  },
};

const WINDOWS_ROOTS = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'];

/** What a user types to install by hand: by distribution, then by platform. `{}` stands for the missing things. */
const COMMANDS: Record<string, { command: string; chromium: string; firefox: string; fonts: string; note?: string }> = {
  debian: {
    command: 'sudo apt-get update && sudo apt-get install -y --no-install-recommends {}',
    chromium: 'chromium',
    firefox: 'firefox-esr',
    fonts: 'fonts-noto-cjk',
  },
  ubuntu: {
    command: 'sudo snap install {}',
    chromium: 'chromium',
    firefox: 'firefox',
    fonts: '',
    note: "Ubuntu's chromium and firefox packages are snaps, which apt-get cannot install inside a container; there, install Google Chrome's .deb and Firefox from packages.mozilla.org.",
  },
  fedora: {
    command: 'sudo dnf install {}',
    chromium: 'chromium',
    firefox: 'firefox',
    fonts: 'google-noto-sans-cjk-fonts',
  },
  arch: { command: 'sudo pacman -S {}', chromium: 'chromium', firefox: 'firefox', fonts: 'noto-fonts-cjk' },
  darwin: { command: 'brew install --cask {}', chromium: 'google-chrome', firefox: 'firefox', fonts: '' },
  win32: { command: 'winget install {}', chromium: 'Google.Chrome', firefox: 'Mozilla.Firefox', fonts: '' },
};

const FONT_PACKAGE = 'fonts-noto-cjk';

/** Debian's browsers; Ubuntu's packages of these names only hand over to snap. */
const DEBIAN_PACKAGES: Record<BrowserKind, string> = { chromium: 'chromium', firefox: 'firefox-esr' };

export function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    root: process.getuid?.() === 0,
    distribution: distributionOf('/etc/os-release'),
  };
}

function distributionOf(osRelease: string): string {
  try {
    return /^ID="?([\w.-]+)"?$/m.exec(readFileSync(osRelease, 'utf8'))?.[1] ?? '';
  } catch {
    return '';
  }
}

export function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function usualPlaces({ linux, mac, windows }: Places, { platform, env }: Machine): string[] {
  if (platform === 'darwin') {
    return ['/Applications', join(env.HOME ?? '/', 'Applications')].flatMap((folder) =>
      mac.map((app) => join(folder, app)),
    );
  }
  if (platform === 'win32') {
    const roots = WINDOWS_ROOTS.flatMap((name) => env[name] ?? []);
    return roots.flatMap((root) => windows.map((file) => join(root, file)));
  }
  return linux;
}

/**
 * Path of a browser of this kind: the one the environment names (CHROME_PATH, FIREFOX_PATH), else the first on PATH,
 * else the first in the usual places of the platform, else undefined.
 * Throws when the environment names a file that is no program: another browser than the one asked for would mislead.
 */
export function findBrowser(kind: BrowserKind, machine: Machine = thisMachine()): string | undefined {
  const places = PLACES[kind];
  const named = machine.env[places.variable];
  if (named) {
    if (!isProgram(named)) throw new Error(`${places.variable} names ${named}, which is not a program.`);
    return named;
  }
  const folders = (machine.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = places.names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...usualPlaces(places, machine)].find(isProgram);
}

/** True when fontconfig is there and knows no font for Chinese: pages would be painted as empty boxes. */
function lacksChineseFont(): boolean {
  const list = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return list.error === undefined && list.status === 0 && list.stdout.trim() === '';
}

export interface InstallPlan {
  /** Debian packages to install now, without asking. */
  packages: string[];
  /** What the user has to type for the rest; null when there is no rest. */
  advice: string | null;
}

/** True where packages can be installed without a question. */
export function mayUseApt({ root, distribution }: Machine): boolean {
  return root && (distribution === 'debian' || distribution === 'ubuntu');
}

/** How to get what is missing onto this machine: by apt-get as root on Debian, by a command to type elsewhere. */
export function planInstall(missing: readonly BrowserKind[], fonts: boolean, machine: Machine): InstallPlan {
  const apt = mayUseApt(machine);
  const wantsFonts = machine.platform === 'linux' && (fonts || missing.length > 0);
  const automatic = apt && machine.distribution === 'debian' ? missing : [];
  const manual = missing.filter((kind) => !automatic.includes(kind));
  return {
    packages: apt && wantsFonts ? [...automatic.map((kind) => DEBIAN_PACKAGES[kind]), FONT_PACKAGE] : [],
    advice: adviceFor(manual, wantsFonts && !apt, machine),
  };
}

function adviceFor(missing: readonly BrowserKind[], fonts: boolean, machine: Machine): string | null {
  if (missing.length === 0 && !fonts) return null;
  const variables = missing.map((kind) => PLACES[kind].variable).join(' or ');
  const known = COMMANDS[machine.platform === 'linux' ? machine.distribution : machine.platform];
  if (!known) return `Install ${missing.join(' and ') || 'a font for Chinese'}${variables && `, or set ${variables}`}.`;
  const command = machine.root ? known.command.replaceAll('sudo ', '') : known.command;
  const things = [...missing.map((kind) => known[kind]), fonts ? known.fonts : ''].filter(Boolean);
  return [
    things.length > 0 ? `Type:  ${command.replace('{}', things.join(' '))}` : '',
    missing.length > 0 ? (known.note ?? '') : '',
    variables && `A browser in another place: set ${variables}.`,
  ]
    .filter(Boolean)
    .join('\n');
}

export function aptInstall(packages: readonly string[]): void {
  console.log(`Installing ${packages.join(', ')} with apt-get.`);
  const options = {
    stdio: ['ignore', 'inherit', 'inherit'] as ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-q'], options);
  spawnSync('apt-get', ['install', '-qy', '--no-install-recommends', ...packages], options);
}

/**
 * Finds the browsers and a Chinese font, installs what it may, and prints what the user has to type for the rest.
 * Returns the kinds that are still missing.
 */
export function ensureBrowsers(kinds: readonly BrowserKind[], machine: Machine = thisMachine()): BrowserKind[] {
  const absent = () => kinds.filter((kind) => findBrowser(kind, machine) === undefined);
  const before = absent();
  const plan = planInstall(before, lacksChineseFont(), machine);
  if (plan.packages.length > 0) aptInstall(plan.packages);
  const after = absent();
  const advice = plan.advice ?? adviceFor(after, false, machine);
  if (after.length > 0) console.error(`Not found: ${after.join(', ')}.`);
  if (advice !== null) console.error(advice);
  return after;
}

/** Arguments for a Chromium that a program drives: no sandbox where it runs as root, and no requests of the browser's own. */
export function chromiumArguments(): string[] {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
  ];
}
