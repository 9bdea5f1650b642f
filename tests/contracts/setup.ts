import fc from 'fast-check'
import { seed } from '../seed.ts'

// Clocks must not matter: rules about days and hours are London's, wherever the server stands.
process.env.TZ = 'UTC'

fc.configureGlobal({ seed })
