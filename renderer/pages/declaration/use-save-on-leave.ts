import { onBeforeUnmount, onMounted, ref } from 'vue'
import { useRouter } from 'vue-router'
import { failure } from '../../../domain/failures/index.ts'
import { useDraft } from '../../stores/draft.ts'
import { showFailure } from '../../ui/toasts.ts'

/**
 * Nothing typed is left behind: hidden and left windows save at once, and a window with unsaved text does not close
 * before it is on disk. When it cannot be saved, only the clerk's own word gives it up.
 */
export function useSaveOnLeave() {
  const draft = useDraft()
  const router = useRouter()
  /** The clerk wanted to go while a save failed. */
  const wanted = ref(false)
  const givenUp = ref(false)
  let closing = false

  const saveNow = (): void => void draft.saver.flush()

  async function closeWhenSaved(): Promise<void> {
    closing = await draft.saver.flush()
    if (closing) return window.close()
    wanted.value = true
    showFailure(failure('form.unsaved'))
  }

  function onBeforeUnload(event: BeforeUnloadEvent): void {
    if (closing || givenUp.value || !draft.saver.dirty()) return
    event.preventDefault()
    void closeWhenSaved()
  }

  function giveUp(): void {
    givenUp.value = true
    void router.push({ name: 'home' })
  }

  onMounted(() => {
    window.addEventListener('beforeunload', onBeforeUnload)
    window.addEventListener('blur', saveNow)
    document.addEventListener('visibilitychange', saveNow)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('beforeunload', onBeforeUnload)
    window.removeEventListener('blur', saveNow)
    document.removeEventListener('visibilitychange', saveNow)
  })

  return { wanted, givenUp, giveUp }
}
