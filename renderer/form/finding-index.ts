import type { Finding, Severity } from '../../domain/rules/rule.ts'

/** Findings as the form needs them: by path, and counted. */
export const findingKey = (finding: Finding): string => `${finding.rule}|${finding.path}`

/** The findings of each path. */
export function byPath(findings: readonly Finding[]): Map<string, Finding[]> {
  const paths = new Map<string, Finding[]>()
  for (const finding of findings) {
    const known = paths.get(finding.path)
    if (known === undefined) paths.set(finding.path, [finding])
    else known.push(finding)
  }
  return paths
}

/** The gravest severity of some findings. */
export function worst(findings: readonly Pick<Finding, 'severity'>[]): Severity | undefined {
  if (findings.some(({ severity }) => severity === 'error')) return 'error'
  return findings.some(({ severity }) => severity === 'warn') ? 'warn' : findings[0]?.severity
}

/** The place after `current` in a list that starts again at its end; `step` -1 goes back. */
export function nextIndex(length: number, current: number, step: 1 | -1): number {
  if (length === 0) return -1
  return current < 0 ? (step === 1 ? 0 : length - 1) : (current + step + length) % length
}
