import { onBeforeUnmount, onMounted } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'
import { failure } from '../../domain/failures/index.ts'
import { showFailure } from '../ui/toasts.ts'
import type { OpenWizard } from './wizard.ts'

/** What was typed is on disk before the page or the window is left; when it cannot be, neither is left. */
export function useWizardLeave({ saver }: OpenWizard): void {
  const saveNow = (): void => void saver.flush()
  function onBeforeUnload(event: BeforeUnloadEvent): void {
    if (!saver.dirty()) return
    event.preventDefault()
    void saver.flush().then((saved) => {
      if (saved) window.close()
      else showFailure(failure('form.unsaved'))
    })
  }

  onMounted(() => {
    window.addEventListener('blur', saveNow)
    window.addEventListener('beforeunload', onBeforeUnload)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('blur', saveNow)
    window.removeEventListener('beforeunload', onBeforeUnload)
  })
  onBeforeRouteLeave(async () => {
    if (await saver.flush()) return true
    showFailure(failure('form.unsaved'))
    return false
  })
}
