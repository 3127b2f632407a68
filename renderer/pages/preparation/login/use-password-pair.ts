import { computed, ref } from 'vue'
import { passwordStrength } from '../../../../domain/rules/preparation/account.ts'

/** A new password typed twice; it leaves as bytes and is forgotten here. */
export function usePasswordPair(userName: () => string) {
  const password = ref('')
  const again = ref('')
  const fault = computed(() =>
    password.value !== '' && passwordStrength(password.value, userName()) === 'weak'
      ? '太弱：至少8位，大小写字母、数字、符号至少三种，不含用户名'
      : '',
  )
  const unlike = computed(() => (again.value !== '' && again.value !== password.value ? '两次输入的不一样' : ''))
  const good = computed(() => password.value !== '' && fault.value === '' && again.value === password.value)

  function take(): Uint8Array<ArrayBuffer> {
    const bytes = new TextEncoder().encode(password.value)
    password.value = ''
    again.value = ''
    return bytes
  }
  return { password, again, fault, unlike, good, take }
}
