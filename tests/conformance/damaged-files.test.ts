import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBlt } from '../../app/domain/decisions/ballot-files/blt.ts'
import { readPabulib } from '../../app/domain/decisions/ballot-files/pabulib.ts'
import { countGreedy } from '../../app/domain/decisions/methods/greedy.ts'
import { countSchulze } from '../../app/domain/decisions/methods/schulze.ts'
import { countStv } from '../../app/domain/decisions/methods/stv.ts'
import { CannotRead } from '../../recount/election.ts'
import { recounted, resultText } from './both.ts'
import { knownElections } from './elections.ts'

/** Two readers written apart must make the same of a damaged file, or both say that they cannot read it. */
const numRuns = Number(process.env.RUNS ?? 500)
/** The same damage every time, so that the same code always has the same answer. Look further with SEED and RUNS. */
const seed = Number(process.env.SEED ?? 20_261_122)
const pieces = [
	';',
	',',
	'"',
	'\n',
	' ',
	'0',
	'1',
	'-',
	'=',
	'.',
	'[tie 2 1]\n',
	'#',
	'//',
	'\r\n',
	'é',
	'999999999',
	'v1',
	'"x"\n',
	'(id) ',
	'VOTES\n',
	'',
]

const damage = fc.array(
	fc.record({ at: fc.nat(), cut: fc.integer({ min: 0, max: 6 }), put: fc.constantFrom(...pieces) }),
	{ minLength: 1, maxLength: 4 },
)

function damaged(text: string, edits: { at: number; cut: number; put: string }[]) {
	return edits.reduce((now, { at, cut, put }) => {
		const from = at % (now.length + 1)
		return now.slice(0, from) + put + now.slice(from + cut)
	}, text)
}

function readByRecount(file: string, text: string, options: Record<string, string>): string {
	try {
		return resultText(recounted(file, text, options))
	} catch (problem) {
		if (problem instanceof CannotRead) return 'refused'
		throw problem
	}
}

const small = (kind: 'pb' | 'ranked') =>
	fc.constantFrom(...knownElections(kind).filter(({ text }) => text.length < 3000))

test('Pabulib', () => {
	fc.assert(
		fc.property(small('pb'), damage, ({ file, text }, edits) => {
			const broken = damaged(text, edits)
			const read = readPabulib(broken)
			const known = readByRecount(file, broken, { method: 'greedy', threshold: '0' })
			if ('refused' in read) expect(known).toBe('refused')
			else if (read.election.budget === 0n) expect(known).toBe('refused')
			else expect(known).toBe(resultText(countGreedy(read.election, { skip: true })))
		}),
		{ numRuns, seed },
	)
})

test('BLT', () => {
	fc.assert(
		fc.property(small('ranked'), damage, ({ file, text }, edits) => {
			const broken = damaged(text, edits)
			const read = readBlt(broken)
			const stv = readByRecount(file, broken, { method: 'scottish-stv' })
			const schulze = readByRecount(file, broken, { method: 'schulze' })
			if ('refused' in read) expect([stv, schulze]).toEqual(['refused', 'refused'])
			else {
				expect(stv).toBe(resultText(countStv(read.election, read.tieOrder)))
				expect(schulze).toBe(resultText(countSchulze(read.election, read.tieOrder)))
			}
		}),
		{ numRuns, seed },
	)
})
