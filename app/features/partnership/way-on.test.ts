import { expect, test } from 'vitest'
import { wayOn } from './way-on.ts'

const id = '0123456789abcdef'

test.each<[string, string, boolean, string]>([
	['not allowed to write a document', `documents/${id}/write`, true, `/documents/${id}`],
	['not allowed to stop a vote', `decisions/${id}/stop`, true, `/decisions/${id}`],
	['not allowed to put a question', 'decisions/new', true, '/decisions'],
	['no such document', `documents/${id}`, false, '/documents'],
	['no such page of a document', `documents/${id}/nothing`, false, '/documents'],
	['not allowed to invite', 'people/invite', true, '/people'],
	['not allowed to see the people', 'people', true, ''],
	['not allowed to change the settings', 'settings', true, ''],
	['no such place', 'nowhere', false, ''],
])('the way on for somebody who is %s', (_who, path, isHere, href) => {
	expect(wayOn(`/p/here/${path}`, isHere).href).toBe(`/p/here${href}`)
})
