import type { RouteConfigEntry } from '@remix-run/route-config'
import { room } from './room-routes.ts'

/** Under `/p/:partnership/meetings`. */
export const meetings: RouteConfigEntry[] = [...room]
