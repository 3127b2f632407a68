import { describe, expect, test } from 'vitest'
import { failure } from '../../../domain/failures/index.ts'
import { ok, refuse } from '../../../domain/result.ts'
import type { TaskStatus } from '../../../electron/ipc/contract.ts'
import { TasksService } from '../../../electron/services/tasks.ts'

function bench() {
  const told: TaskStatus[][] = []
  const clock = { now: 1000 }
  const tasks = new TasksService(
    (list) => void told.push(list),
    () => clock.now,
  )
  const states = async (): Promise<string[]> => {
    const list = await tasks.list({})
    return list.ok ? list.value.map(({ state, done, total }) => `${state} ${done}/${total}`) : []
  }
  return { tasks, told, clock, states }
}

describe('a task', () => {
  test('is shown from its start to its end, with its progress', async () => {
    const { tasks, told, clock, states } = bench()
    const task = tasks.start('签名', 3)
    clock.now += 1000
    task.step(2)
    expect(told.at(-1)).toMatchObject([{ title: '签名', done: 2, total: 3, state: 'running' }])
    task.end()
    task.step(1)
    expect(await states()).toEqual(['finished 3/3'])
  })

  test('does not flood the page with its steps', () => {
    const { tasks, told, clock } = bench()
    const task = tasks.start('导入', 100_000)
    for (let row = 1; row <= 100_000; row++) {
      if (row % 1000 === 0) clock.now += 10
      task.step(row)
    }
    expect(told.length).toBeLessThan(30)
  })

  test('goes on telling its progress when the clock is set back', () => {
    const { tasks, told, clock } = bench()
    const task = tasks.start('导入', 10)
    clock.now -= 3_600_000
    task.step(5)
    expect(told.at(-1)).toMatchObject([{ done: 5 }])
  })

  test('that is cancelled is aborted, and its work answers so', async () => {
    const { tasks, told, states } = bench()
    const running = tasks.run('导入', ({ signal }) => {
      const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
      return aborted.then(() => refuse(failure('imports.stopped', { detail: '' })))
    })
    const id = told.at(-1)?.[0]?.id ?? ''
    expect(await tasks.cancel({ id })).toMatchObject({ ok: true })
    expect(await running).toMatchObject({ error: { code: 'app.cancelled' } })
    expect(await states()).toEqual(['cancelled 0/0'])
    expect(await tasks.cancel({ id })).toMatchObject({ error: { code: 'app.taskEnded' } })
  })

  test('that fails shows what happened; one that throws does not stay', async () => {
    const { tasks, told } = bench()
    await tasks.run('导入', () => Promise.resolve(refuse(failure('imports.empty', { name: 'a' }))))
    expect(told.at(-1)).toMatchObject([{ state: 'failed', text: '没有可导入的内容' }])
    await expect(tasks.run('导入', () => Promise.reject(new Error('bug')))).rejects.toThrow('bug')
    expect(told.at(-1)?.at(-1)).toMatchObject({ state: 'failed' })
  })

  test('leaves the list when five others have ended after it', async () => {
    const { tasks, states } = bench()
    for (let count = 0; count < 20; count++) await tasks.run('导入', () => Promise.resolve(ok(1)))
    expect((await states()).length).toBeLessThanOrEqual(6)
  })

  test('is aborted when the program ends', () => {
    const { tasks } = bench()
    const task = tasks.start('导入')
    tasks.shutdown()
    expect(task.signal.aborted).toBe(true)
  })
})
