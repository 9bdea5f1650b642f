import type { BallotsTogether, Project } from './budget.ts'
import { byCodeUnit } from './count.ts'

/**
 * An election laid out for counting many times at different endowments. A group is everybody with the same ballot (and
 * voice): they always have the same amount left. Projects are in order of id, so that input order cannot matter.
 */
export interface Table {
	projects: readonly Project[]
	/** What one unit of utility is worth: rho = price / worth, the price being what one point costs its supporter. */
	worth: readonly bigint[]
	/** Tie rank: least first among projects at the same rho. */
	rank: readonly number[]
	supporters: readonly Supporters[]
	/** Points of each project, all supporters together. */
	pointsOf: readonly number[]
	choices: readonly Int32Array[]
	/** Whole numbers up to 2^53, as the readers of ballots see to: a typed array of integers would cut them off. */
	points: readonly Float64Array[]
	/** Which purse a group draws on: one for all, or one a voice. */
	purse: Int32Array
	/** Voters sharing each purse, blank ballots included. */
	voters: readonly bigint[]
	weight: Float64Array
}

/** Places in these lists are moved about while counting (rich first), so a table serves one count at a time. */
interface Supporters {
	group: Int32Array
	points: Float64Array
}

export function layOut(
	considered: readonly Project[],
	groups: readonly BallotsTogether[],
	{
		byPoints,
		worthOf,
		rankOf,
		byVoice,
	}: {
		byPoints: boolean
		worthOf: (project: Project) => bigint
		rankOf: (project: Project) => number
		byVoice: boolean
	},
): Table {
	const projects = [...considered].sort((a, b) => byCodeUnit(a.id, b.id))
	const index = new Map(projects.map(({ id }, place) => [id, place]))
	const voices = byVoice ? [...new Set(groups.map(({ voice }) => voice))].sort(byCodeUnit) : ['']
	const voters = voices.map(() => 0n)
	const lists = projects.map(() => ({ group: [] as number[], points: [] as number[] }))
	const choices: Int32Array[] = []
	const points: Float64Array[] = []
	const purse: number[] = []
	const weight: number[] = []

	for (const group of groups) {
		const drawsOn = byVoice ? voices.indexOf(group.voice) : 0
		voters[drawsOn]! += BigInt(group.weight)
		const wanted = group.choices.filter(([project, given]) => index.has(project) && given > 0)
		if (wanted.length === 0) continue
		for (const [project, given] of wanted) {
			const list = lists[index.get(project)!]!
			list.group.push(weight.length)
			list.points.push(byPoints ? given : 1)
		}
		choices.push(Int32Array.from(wanted, ([project]) => index.get(project)!))
		points.push(Float64Array.from(wanted, ([, given]) => (byPoints ? given : 1)))
		purse.push(drawsOn)
		weight.push(group.weight)
	}
	return {
		projects,
		worth: projects.map(worthOf),
		rank: projects.map(rankOf),
		supporters: lists.map((list) => ({ group: Int32Array.from(list.group), points: Float64Array.from(list.points) })),
		pointsOf: lists.map((list) => list.group.reduce((sum, group, at) => sum + weight[group]! * list.points[at]!, 0)),
		choices,
		points,
		purse: Int32Array.from(purse),
		voters,
		weight: Float64Array.from(weight),
	}
}
