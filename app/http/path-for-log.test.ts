import { expect, test } from 'vitest'
import { pathForLog } from './path-for-log.ts'

test.each([
	['/join/K7QFM-3M2PX', '/join/…'],
	['/JOIN/K7QFM-3M2PX', '/join/…'],
	['//join//K7QFM-3M2PX', '/join/…'],
	['/sign-in/link/abc123/more', '/sign-in/link/…/more'],
	['/set-up/tokentoken', '/set-up/…'],
	['/p/harbourside/decisions/d1/ballot/m1', '/p/harbourside/decisions/d1/ballot/…'],
	['/p/harbourside//Decisions//d1//ballot//m1.data', '/p/harbourside//Decisions//d1//ballot/…'],
	['/p/harbourside/decisions/d1/ballot', '/p/harbourside/decisions/d1/ballot'],
	['/p/harbourside/documents', '/p/harbourside/documents'],
])('%s is logged as %s', (path, logged) => {
	expect(pathForLog(path)).toBe(logged)
})
