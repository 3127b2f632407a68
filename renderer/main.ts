import { createPinia } from 'pinia'
import { createApp } from 'vue'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/side-pane.css'
import App from './App.vue'
import { reportCrash } from './report-crash.ts'
import { createDeskRouter } from './router.ts'
import { shieldSecrets } from './shield-secrets.ts'
import { keepFocus } from './ui/keep-focus.ts'

const app = createApp(App)
app.config.errorHandler = (error, _instance, info) => reportCrash(error, info)
window.addEventListener('error', (event) => reportCrash(event.error ?? event.message, 'window'))
window.addEventListener('unhandledrejection', (event) => reportCrash(event.reason, 'promise'))

app.use(createPinia())
app.use(createDeskRouter())
shieldSecrets()
app.mount('#app')

const root = document.querySelector<HTMLElement>('#app')
if (root !== null) keepFocus(root)

// A dropped file must not replace the page.
for (const name of ['dragover', 'drop'] as const) window.addEventListener(name, (event) => event.preventDefault())
