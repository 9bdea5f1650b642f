// A process begins without the loader that reads TypeScript, so it is given one first.
import { register } from 'tsx/esm/api'

register()
await import('./workings-worker.ts')
