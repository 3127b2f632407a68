import { SetupFailure } from './say.mjs'

/** Oldest Node that the build tools and the tests run on (electron-vite and vite name the same). */
export const oldestNode = '20.19.0'

/**
 * @param {string} version of Node, e.g. `20.19.0`
 * @param {string} oldest
 */
export function isNewEnough(version, oldest) {
  const [have, want] = [version, oldest].map((text) => text.split('.').map(Number))
  const differs = want.findIndex((part, at) => part !== have[at])
  return differs === -1 || have[differs] > want[differs]
}

/** Stops with a clear text on a Node that is too old. */
export function checkNode(version = process.versions.node) {
  if (isNewEnough(version, oldestNode)) return
  throw new SetupFailure(
    `Node ${version} 太旧，需要 ${oldestNode} 或更新版本。请安装 Node 20.19 以上的长期支持版后重试。`,
    `Node ${version} is too old: ${oldestNode} or newer is needed. Install a current LTS release and try again.`,
  )
}
