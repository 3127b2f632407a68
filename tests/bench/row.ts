/** One row of `npm run bench`: a figure beside a baseline that was measured in the same run. */
export interface BenchRow {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What the figure is compared with; empty for an absolute target. */
  readonly baseline: string
  /** Figure through baseline, or figure through target when there is no baseline. */
  readonly ratio: number
  readonly target: number
  readonly ok: boolean
}

/** The middle value; the upper one of two. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value below which the given share of all values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Milliseconds that each of `rounds` calls took, after some to warm up. */
export function time(rounds: number, run: (round: number) => void, warmUp = Math.ceil(rounds / 5)): number[] {
  for (let round = 0; round < warmUp; round++) run(round)
  const taken: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    run(round)
    taken.push(performance.now() - start)
  }
  return taken
}

/** A row against a baseline of the same run: `ok` when value / baseline is not above the target. */
export function against(
  name: string,
  value: number,
  unit: string,
  baselineName: string,
  baseline: number,
  target: number,
): BenchRow {
  const ratio = value / baseline
  return {
    name,
    value,
    unit,
    baseline: `${baselineName} ${baseline.toFixed(3)} ${unit}`,
    ratio,
    target,
    ok: ratio <= target,
  }
}

/** A row with an absolute limit: `ratio` is the figure through the limit. */
export function within(name: string, value: number, unit: string, limit: number): BenchRow {
  return { name, value, unit, baseline: '', ratio: value / limit, target: limit, ok: value <= limit }
}
