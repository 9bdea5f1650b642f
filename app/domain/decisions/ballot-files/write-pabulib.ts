import type { VoteType } from './pabulib.ts'
import { writeField } from './semicolon-rows.ts'

/** What our export says about a decision, in Pabulib's words. Dates `dd.mm.yyyy` or a year; amounts with a point. */
export interface PabulibExport {
	description: string
	country: string
	unit: string
	instance: string
	budget: string
	voteType: VoteType
	/** A Pabulib rule name; what makes our count exact goes into `comments`, see `recountComment`. */
	rule: string
	dateBegin: string
	dateEnd: string
	/** Limits and other known keys, such as max_length, max_sum_points, min_project_score_threshold, subunit, language, currency. */
	more?: { readonly [key: string]: string }
	comments?: readonly string[]
	projects: readonly {
		id: string
		cost: string
		name: string
		selected?: boolean
		category?: string
		description?: string
	}[]
	/** Best first for ordinal votes; points beside the projects, in falling order, for cumulative and scoring ones. */
	votes: readonly { voter: string; projects: readonly string[]; points?: readonly number[] }[]
}

export interface Unwritable {
	refused: 'unwritable'
	says: string
}

const metaOrder = [
	'subunit',
	'district',
	'min_length',
	'max_length',
	'min_sum_cost',
	'max_sum_cost',
	'min_sum_points',
	'max_sum_points',
	'min_points',
	'max_points',
	'default_score',
	'scoring_fn',
	'min_project_score_threshold',
	'fully_funded',
	'experimental',
	'edition',
	'language',
	'currency',
	'acknowledgments',
]

/** A file in the strict form: counts that agree, no spaces in lists, quotes only where needed, one line feed after each row. */
export function writePabulib(file: PabulibExport): string | Unwritable {
	const wrong = whatIsWrong(file)
	if (wrong) return { refused: 'unwritable', says: wrong }
	const { projects, votes, more = {}, comments = [] } = file
	const withPoints = file.voteType === 'cumulative' || file.voteType === 'scoring'
	const maxLength =
		Number(more.max_length) || votes.reduce((longest, vote) => Math.max(longest, vote.projects.length), 1)
	const meta: [string, string][] = [
		['description', file.description],
		['country', file.country],
		['unit', file.unit],
		['instance', file.instance],
		['num_projects', `${projects.length}`],
		['num_votes', `${votes.length}`],
		['budget', file.budget],
		['vote_type', file.voteType],
		['rule', file.rule],
		['date_begin', file.dateBegin],
		['date_end', file.dateEnd],
		...metaOrder.flatMap((key): [string, string][] => (more[key] ? [[key, more[key]]] : [])),
	]
	if (file.voteType === 'ordinal' && !more.max_length) meta.push(['max_length', `${maxLength}`])
	if (comments.length) meta.push(['comment', comments.map((comment, at) => `#${at + 1}: ${comment}`).join(' ')])

	const named = new Map(projects.map(({ id }) => [id, { votes: 0, score: 0 }]))
	for (const vote of votes)
		for (const [at, id] of vote.projects.entries()) {
			named.get(id)!.votes++
			named.get(id)!.score += vote.points?.[at] ?? (file.voteType === 'ordinal' ? Math.max(0, maxLength - at) : 1)
		}
	const scored = withPoints || file.voteType === 'ordinal'
	const optional = (['category', 'selected', 'description'] as const).filter((column) =>
		projects.some((project) => project[column] !== undefined),
	)
	const lines = [
		['META'],
		['key', 'value'],
		...meta,
		['PROJECTS'],
		['project_id', 'cost', 'votes', ...(scored ? ['score'] : []), 'name', ...optional],
		...projects.map((project) => [
			project.id,
			project.cost,
			`${named.get(project.id)!.votes}`,
			...(scored ? [`${named.get(project.id)!.score}`] : []),
			project.name,
			...optional.map((column) => (column === 'selected' ? (project.selected ? '1' : '0') : (project[column] ?? ''))),
		]),
		['VOTES'],
		['voter_id', 'vote', ...(withPoints ? ['points'] : [])],
		...votes.map((vote) => [
			vote.voter,
			vote.projects.join(','),
			...(withPoints ? [(vote.points ?? []).join(',')] : []),
		]),
	]
	return lines.map((fields) => `${fields.map(writeField).join(';')}\n`).join('')
}

function whatIsWrong({ projects, votes, voteType, budget, more = {} }: PabulibExport): string | null {
	const ids = projects.map(({ id }) => id)
	const known = new Set(ids)
	if (known.size < ids.length) return 'Two projects have one id'
	const odd = ids.find((id) => id === '' || /[,;"\s]/.test(id))
	if (odd !== undefined) return `A project id may not be empty or hold spaces, quotes, commas or semicolons: "${odd}"`
	const notAmount = [budget, ...projects.map(({ cost }) => cost)].find(
		(text) => !/^\d+(\.\d+)?$/.test(text) || !/[1-9]/.test(text),
	)
	if (notAmount !== undefined) return `Not an amount above 0: "${notAmount}"`
	if (voteType === 'cumulative' && !more.max_sum_points) return 'A cumulative file must say max_sum_points'
	const unknownKey = Object.keys(more).find((key) => !metaOrder.includes(key))
	if (unknownKey) return `Not a key of the format: "${unknownKey}"`
	if (new Set(votes.map(({ voter }) => voter)).size < votes.length) return 'Two ballots have one voter id'
	const withPoints = voteType === 'cumulative' || voteType === 'scoring'
	for (const vote of votes) {
		if (vote.voter === '') return 'A ballot has no voter id'
		if (vote.projects.some((id) => !known.has(id))) return `Ballot ${vote.voter} names a project that is not there`
		if (new Set(vote.projects).size < vote.projects.length) return `Ballot ${vote.voter} names a project twice`
		if (voteType === 'choose-1' && vote.projects.length > 1) return `Ballot ${vote.voter} names more than one project`
		if (!withPoints) continue
		const points = vote.points ?? []
		if (points.length !== vote.projects.length || !points.every(Number.isSafeInteger))
			return `Ballot ${vote.voter} does not give each project a whole number of points`
		if (points.some((point, at) => at > 0 && point > points[at - 1]!))
			return `Ballot ${vote.voter} is not in order of falling points`
	}
	return null
}
