import { expect, test } from 'vitest'
import { compareWith } from '../../recount/compare.ts'
import { recount } from '../../recount/count.ts'

const ballots = (withdrawn: string) => `3 1\n${withdrawn}3 1 2 0\n2 2 1 0\n1 3 2 0\n0\n"A"\n"B"\n"C"\n"A vote"\n`

function compared(ofBallots: string, change: object) {
	const { result, withdrawn, says } = recount('a.blt', ballots(ofBallots), new Map())
	const counted = withdrawn.length > 0 ? { ...result, withdrawn } : result
	const said: string[] = []
	const text = JSON.stringify({ ...counted, ...change })
	const code = compareWith({ file: 'result.json', text }, counted, says, [], (words) => said.push(words))
	return { code, said: said.join('') }
}

test('what a result says was withdrawn is compared also where the ballots know of nothing', () => {
	expect(compared('', {}).code).toBe(0)
	expect(compared('-3\n', {}).code).toBe(0)
	expect(compared('', { withdrawn: ['B'] })).toMatchObject({
		code: 1,
		said: expect.stringContaining('withdrawn.0: published "B", counted nothing'),
	})
	expect(compared('-3\n', { withdrawn: ['B'] })).toMatchObject({
		code: 1,
		said: expect.stringContaining('withdrawn.0: published "B", counted "C"'),
	})
	expect(compared('-3\n', { withdrawn: undefined }).said).toContain('does not say its withdrawn')
})

test('what ballots do not say is named, so that nobody takes it for checked', () => {
	expect(compared('', { seal: 'forged', electors: 9 }).said).toContain(
		'Note: not compared, since ballots do not say it: seal, electors',
	)
})
