import { expect, test } from 'vitest'
import { countOpenBallots } from './count-open-ballots.ts'
import { oneStepMore } from './one-step-more.ts'

const choices = [
	{ id: 'A', cost: '28' },
	{ id: 'B', cost: '22' },
	{ id: 'C', cost: '12' },
]
const given = (chosen: string) => ({ points: Object.fromEntries([...chosen].map((id) => [id, 1])) })

/** Ten people share £50. Six chose A and B and hold £30 of it; four chose C and hold £20. */
function asked(completion: string, ballots = ['AB', 'AB', 'AB', 'AB', 'AB', 'AB', 'C', 'C', 'C', 'C']) {
	return {
		title: '',
		method: 'equal-shares' as const,
		options: { completion, utility: 'cost', step: '1' },
		tieOrder: ['A', 'B', 'C'],
		choices,
		budget: '50',
		ballots: ballots.map(given),
	}
}

function counted(file: ReturnType<typeof asked>) {
	const count = countOpenBallots(file)
	if (count.method !== 'equal-shares' || !count.endowment) throw new Error('not by equal shares')
	return { ...count, endowment: count.endowment }
}

test('what one step more would have bought, and by how much that is too dear', () => {
	// £50 buys B (22) and C (12) and leaves 16. A (28) needs its six people to have 50 together: £9 each, four steps more.
	const file = asked('add1-until-overflow')
	const count = counted(file)
	expect(count.winners).toEqual(['B', 'C'])
	expect(count.endowment).toEqual({ perVoter: '8', increments: 3, stopped: 'next-too-dear' })
	expect(oneStepMore(file, count)).toEqual({ step: '1', bought: ['A'], lost: [], cost: '62', over: '12' })
})

test('there is none where raising was not asked for or ended for another reason', () => {
	for (const completion of ['none', 'greedy', 'add1']) {
		const file = asked(completion)
		expect(oneStepMore(file, counted(file))).toBe(null)
	}
})

test('there is none beside what was taken in the order of its votes', () => {
	// B (22) is bought, and C (12) goes to the rest. With £1 more A (28) would be bought, but not C.
	const file = { ...asked('add1u', [...Array(9).fill('AB'), 'C']), budget: '49' }
	const count = counted(file)
	expect(count.endowment.stopped).toBe('next-too-dear')
	expect(count.winners).toEqual(['B', 'C'])
	expect(oneStepMore(file, count)).toBe(null)
})
