import { expect, test } from 'vitest'
import { withoutCodes } from './path-for-log.ts'

test.each([
	['/join/K7QFM-3M2PX', '/join/…'],
	['/JOIN/K7QFM-3M2PX', '/join/…'],
	['//join//K7QFM-3M2PX', '/join/…'],
	['/sign-in/link/abc123/more', '/sign-in/link/…/more'],
	['/set-up/tokentoken', '/set-up/…'],
	['/p/harbourside/documents', '/p/harbourside/documents'],
])('%s is logged as %s', (path, logged) => {
	expect(withoutCodes(path)).toBe(logged)
})
