/** Adds up what the suites and checks of one `npm test` report. */

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ name: string, status: string, assertionResults: { status: string }[] }} FileReport one file of vitest's JSON report
 */

/**
 * The count of one suite. Besides tests that failed, each of these counts as one failure: a file that could not be
 * loaded, a test that was left out, a suite without tests or report, and a runner that failed for its own reasons
 * (a stray rejection, say) while every test passed.
 * @param {{ testResults: FileReport[] } | undefined} report
 * @param {number} exitCode of the runner
 * @returns {Count}
 */
export function countSuite(report, exitCode) {
  const count = { passed: 0, failed: 0 }
  for (const file of report?.testResults ?? []) {
    for (const { status } of file.assertionResults) count[status === 'passed' ? 'passed' : 'failed']++
    if (file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed')) count.failed++
  }
  const ranNothing = count.passed + count.failed === 0
  if (ranNothing || (exitCode !== 0 && count.failed === 0)) count.failed++
  return count
}

/** Names of the files in which something failed. @param {{ testResults: FileReport[] } | undefined} report */
export const failedFiles = (report) =>
  (report?.testResults ?? []).filter(({ status }) => status === 'failed').map(({ name }) => name)

/** The report without some files. @param {{ testResults: FileReport[] }} report @param {readonly string[]} names */
export const withoutFiles = (report, names) => ({
  testResults: report.testResults.filter(({ name }) => !names.includes(name)),
})

/** @param {readonly { ok: boolean }[]} checks @returns {Count} */
export const countChecks = (checks) => ({
  passed: checks.filter((one) => one.ok).length,
  failed: checks.filter((one) => !one.ok).length,
})

/** @param {readonly Count[]} counts @returns {Count} */
export const addUp = (counts) =>
  counts.reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }), {
    passed: 0,
    failed: 0,
  })

/** The last line of `npm test`. @param {Count} count */
export const lastLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`
