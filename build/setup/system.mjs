/** Programs and libraries of the operating system that the app, its build and its tests stand on. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'
import { during, lastLines, say, SetupFailure } from './say.mjs'

/** Debian packages without which Electron's window does not open (tried on a bare Debian 12), and a Chinese font. */
const windowPackages =
  'libnss3 libatk1.0-0 libatk-bridge2.0-0 libcups2 libdrm2 libgbm1 libasound2 libgtk-3-0 libxkbcommon0 libxss1 libxtst6 fonts-noto-cjk'
/** A display in memory, the card daemon with a virtual reader, the reader of finished PDFs, and a key ring. */
const workshopPackages =
  'xvfb xauth pcscd libpcsclite1 libpcsclite-dev vsmartcard-vpcd poppler-utils libsecret-1-0 gnome-keyring'
/** Programs that may come from anywhere, each with the package that brings it. */
const programs = { gcc: 'gcc', 'g++': 'g++', make: 'make', python3: 'python3', openssl: 'openssl' }

export const wantedPackages = `${windowPackages} ${workshopPackages}`.split(' ')

/**
 * Which of the wanted packages are missing. A later Debian and Ubuntu carry some under the name with `t64` behind it
 * (the 64-bit time transition), which counts as the package.
 * @param {readonly string[]} wanted
 * @param {string} listing lines `name status` of dpkg-query
 */
export function missingPackages(wanted, listing) {
  const installed = new Set()
  for (const line of listing.split('\n')) {
    const [name, status] = line.trim().split(' ')
    if (status === 'installed') installed.add(name.replace(/t64$/, ''))
  }
  return wanted.filter((name) => !installed.has(name))
}

const onPath = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, program)))

async function findMissing() {
  const names = wantedPackages.flatMap((name) => [name, `${name}t64`])
  const { output } = await run('dpkg-query', ['-W', '-f=${Package} ${db:Status-Status}\n', ...names])
  const missingPrograms = Object.keys(programs).filter((program) => !onPath(program))
  return [...missingPackages(wantedPackages, output), ...missingPrograms.map((program) => programs[program])]
}

/** The name under which this release's archive has a package: as wanted, or with `t64` behind it. */
async function nameInArchive(name) {
  for (const candidate of [name, `${name}t64`]) {
    const { output } = await run('apt-cache', ['policy', candidate], { env: { LC_ALL: 'C' } })
    if (/Candidate: (?!\(none\))\S/.test(output)) return candidate
  }
  return name
}

/** Another installation may be under way (unattended upgrades on a fresh machine): wait for it, in seconds. */
const patience = ['-o', 'DPkg::Lock::Timeout=120']

async function install(missing) {
  const update = await run('apt-get', ['update', '-q'])
  const names = await Promise.all(missing.map(nameInArchive))
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } }
  const done = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...patience, ...names], quiet)
  if (done.code === 0) return
  throw new SetupFailure(
    `系统软件包安装失败，请检查软件源后重试：apt-get install ${names.join(' ')}`,
    `The system packages could not be installed. Check the package sources and try again.`,
    lastLines(update.code === 0 ? done.output : `${update.output}\n${done.output}`),
  )
}

/** Installs what is missing as root on a Debian-like system; elsewhere says exactly what to install and goes on. */
export async function prepareSystem() {
  if (process.platform !== 'linux') return
  if (!existsSync('/usr/bin/dpkg-query')) {
    const absent = Object.keys(programs).filter((program) => !onPath(program))
    if (absent.length > 0) say(`缺少程序：${absent.join(' ')}`, `These programs are missing: ${absent.join(' ')}`)
    return
  }
  const missing = await findMissing()
  if (missing.length === 0) return
  const { length } = missing
  if (process.getuid?.() === 0) {
    const [zh, en] = [`安装系统软件包（${length} 个）…`, `Installing ${length} system packages…`]
    return during(zh, en, () => install(missing))
  }
  const command = `sudo apt-get install --no-install-recommends ${missing.join(' ')}`
  say(`缺少系统软件包，请执行：${command}`, `System packages are missing; run the command above (needed: ${length})`)
}
