import { expect, test } from 'vitest'
import { listGuests } from './people.ts'

test('the list that the demo prints names everybody who can be chosen, with the offices they hold', () => {
	const who = new Map(listGuests().map((guest) => [guest.name, guest.who]))
	expect(who.size).toBe(20)
	expect(who.get('Farah')).toBe('facilitator, employed by the council, clerk of the Health and Wellbeing Board')
	expect(who.get('Helen')).toBe('director of public health, chairs the Health and Wellbeing Board')
	expect(who.get('Amina')).toBe(
		'citizen, carer, chairs the Carers’ panel, chairs the Carers’ fund panel, chairs the Carers’ hub collaborative',
	)
	expect(who.get('Rosa')).toBe('facilitator of the Northfield Partnership, which is closed to all the others')
	expect([...who.values()].join()).not.toContain('Harbour Voices')
})
