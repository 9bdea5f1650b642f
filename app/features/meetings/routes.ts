import type { RouteConfigEntry } from '@remix-run/route-config'

/** Under `/p/:partnership/meetings`. */
export const meetings: RouteConfigEntry[] = []
