import type { BudgetBallot, BudgetElection } from '../methods/budget.ts'
import { parseExact } from '../methods/exact.ts'
import { type Leniency, type Unreadable, unreadable } from './leniency.ts'
import { isSection, type Row, readRows } from './semicolon-rows.ts'

export type VoteType = 'approval' | 'ordinal' | 'cumulative' | 'scoring' | 'choose-1'
export const voteTypes: readonly VoteType[] = ['approval', 'ordinal', 'cumulative', 'scoring', 'choose-1']

/** Cost of a project withdrawn after the vote (Pabulib's convention). Such projects are dropped before counting. */
export const withdrawnCost = '999999999'

export interface PabulibVote {
	line: number
	voter: string
	/** As in the file: best first for ordinal, in the order of the points for the others. */
	projects: string[]
	points: number[] | null
	columns: { readonly [column: string]: string }
}

export interface PabulibFile {
	meta: Map<string, string>
	voteType: VoteType
	rule: string
	threshold: number
	/** Every column of every project, withdrawn ones too. */
	projects: { readonly [column: string]: string }[]
	votes: PabulibVote[]
	/** The count's own form: withdrawn projects dropped, ranks turned into points, money in the smallest unit. */
	election: BudgetElection
	withdrawn: string[]
	leniencies: Leniency[]
}

type Fields = { readonly [column: string]: string }
interface Table {
	columns: string[]
	/** The header as it stands in the file. */
	header: { line: number; cells: string[] } | null
	rows: { line: number; cells: string[]; fields: Fields }[]
}

/**
 * Reads a Pabulib file (pabulib.org/format): META, PROJECTS and VOTES, `;` between fields, `,` inside lists. Lenient about what
 * real files do, and says so each time. Two ballots with one voter's id are refused unless `repeatedVoters` says to count them.
 */
export function readPabulib(
	text: string,
	{ repeatedVoters = 'refuse' }: { repeatedVoters?: 'refuse' | 'count' } = {},
): PabulibFile | Unreadable {
	const leniencies: Leniency[] = []
	const rows = readRows(text, leniencies)
	if ('refused' in rows) return rows
	const sections = readSections(rows, leniencies)
	if ('refused' in sections) return sections

	const meta = readMeta(sections.META, leniencies)
	const voteType = (meta.get('vote_type') ?? '').trim().toLowerCase()
	if (!isVoteType(voteType)) return unreadable(`META does not say a vote_type we know: "${voteType}"`, [1])
	const money = readMoney(meta.get('budget'), sections.PROJECTS, leniencies)
	if ('refused' in money) return money

	const all = sections.PROJECTS.rows.map(({ fields }) => fields.project_id!)
	const repeated = all.findIndex((id, at) => all.indexOf(id) < at)
	if (repeated >= 0)
		return unreadable(`Two projects are called "${all[repeated]}"`, [
			sections.PROJECTS.rows[all.indexOf(all[repeated]!)]!.line,
			sections.PROJECTS.rows[repeated]!.line,
		])
	const withdrawn = sections.PROJECTS.rows.filter(({ fields }) => fields.cost === withdrawnCost)
	for (const { line } of withdrawn)
		leniencies.push({
			line,
			found: `a cost of ${withdrawnCost}`,
			readAs: 'withdrawn after the vote: left out of the count',
		})

	const votes = readVotes(sections.VOTES, new Set(all), voteType, leniencies)
	if ('refused' in votes) return votes
	const twice = repeatedVoter(votes.votes)
	if (twice && repeatedVoters === 'refuse')
		return unreadable(`Two ballots have the voter id "${twice[0].voter}"`, [twice[0].line, twice[1].line])
	if (twice)
		leniencies.push({
			line: twice[1].line,
			found: 'two ballots with one voter id',
			readAs: 'two ballots, both counted',
		})

	const defaultScore = Number(voteType === 'scoring' ? (meta.get('default_score') ?? '') : '')
	if (!Number.isSafeInteger(defaultScore)) return unreadable('default_score is no whole number', [1])
	if (defaultScore !== 0)
		leniencies.push({
			line: 1,
			found: `a default_score of ${defaultScore}`,
			readAs: 'given to whatever a ballot does not name',
		})
	const threshold = wholeOf(meta, 'min_project_score_threshold')
	if (threshold === undefined) return unreadable('min_project_score_threshold is no whole number', [1])
	const saidLength = wholeOf(meta, 'max_length')
	if (voteType === 'ordinal' && (saidLength === undefined || saidLength === 0))
		return unreadable('max_length is no whole number above 0', [1])
	const scoring = meta.get('scoring_fn') ?? ''
	if (voteType === 'ordinal' && scoring !== '' && scoring.toLowerCase() !== 'borda')
		leniencies.push({ line: 1, found: `scoring_fn ${scoring}`, readAs: 'one point less for each place' })
	checkCount(meta, 'num_projects', all.length, leniencies)
	checkCount(meta, 'num_votes', votes.votes.length + votes.spoilt, leniencies)
	const out = new Set(withdrawn.map(({ fields }) => fields.project_id!))
	const maxLength = saidLength ?? longestOf(votes.votes)
	if (voteType === 'ordinal' && saidLength === null)
		leniencies.push({
			line: 1,
			found: 'no max_length',
			readAs: `${maxLength}, the longest ballot: a first place is worth that many points`,
		})

	reportBeyondLimits(votes.votes, meta, voteType, leniencies)

	const inCount = all.filter((id) => !out.has(id))
	const unnamed = defaultScore === 0 ? [] : inCount
	const ballots = votes.votes.map((vote) => ballotOf(vote, out, voteType, maxLength, { unnamed, defaultScore }))
	if (!isCountable(ballots)) return unreadable('More points than can be counted exactly', [1])
	if (ballots.length > 0 && defaultScore === 0) reportOtherSupport(sections.PROJECTS, out, ballots, leniencies)

	return {
		meta,
		voteType,
		rule: (meta.get('rule') ?? '').trim(),
		threshold: threshold ?? 0,
		projects: sections.PROJECTS.rows.map(({ fields }) => fields),
		votes: votes.votes,
		election: {
			budget: money.budget,
			decimals: money.decimals,
			projects: sections.PROJECTS.rows
				.filter(({ fields }) => !out.has(fields.project_id!))
				.map(({ fields }) => ({
					id: fields.project_id!,
					cost: money.costs.get(fields.project_id!)!,
					...(fields.name && { name: fields.name }),
				})),
			ballots,
			spoilt: votes.spoilt,
		},
		withdrawn: [...out],
		leniencies,
	}
}

/** Null where META does not say it, undefined where what it says is no whole number. */
function wholeOf(meta: ReadonlyMap<string, string>, key: string): number | null | undefined {
	const text = meta.get(key) ?? ''
	if (text === '') return null
	return /^\d{1,15}(\.0+)?$/.test(text) ? Number(text) : undefined
}

const limits = [
	'min_length',
	'max_length',
	'min_sum_cost',
	'max_sum_cost',
	'min_points',
	'max_points',
	'min_sum_points',
	'max_sum_points',
]

/** A ballot that says more than META allows, or less, is counted as it stands: whoever took it may have had a reason. */
function reportBeyondLimits(
	votes: readonly PabulibVote[],
	meta: ReadonlyMap<string, string>,
	voteType: VoteType,
	leniencies: Leniency[],
) {
	for (const key of limits) {
		const said = meta.get(key) ?? ''
		if (said !== '' && !/^-?\d{1,15}(\.\d{1,15})?$/.test(said))
			leniencies.push({ line: 1, found: `a ${key} that is no number, "${said}"`, readAs: 'nothing' })
	}
	const most = (key: string) => wholeOf(meta, key) ?? Number.POSITIVE_INFINITY
	const maxLength = voteType === 'choose-1' ? 1 : most('max_length')
	const [maxPoints, maxSum] = [most('max_points'), most('max_sum_points')]
	const saidFewest = meta.get('min_points') ?? ''
	const minPoints = /^-?\d{1,15}(\.0+)?$/.test(saidFewest) ? Number(saidFewest) : 0
	for (const { line, projects, points } of votes) {
		const found = []
		if (projects.length > maxLength) found.push(`more projects on a ballot than ${maxLength}`)
		if (points?.some((one) => one > maxPoints)) found.push(`more points for a project than ${maxPoints}`)
		if (points?.some((one) => one < minPoints)) found.push(`fewer points for a project than ${minPoints}`)
		// Points below 0 would make room for more above it.
		if (points && points.reduce((sum, one) => sum + Math.max(0, one), 0) > maxSum)
			found.push(`more points on a ballot than ${maxSum}`)
		for (const one of found) leniencies.push({ line, found: one, readAs: 'it stands' })
	}
}

/** What PROJECTS say of votes and score is nothing to count, but it should be what the ballots say. */
function reportOtherSupport(
	{ rows }: Table,
	out: ReadonlySet<string>,
	ballots: readonly BudgetBallot[],
	leniencies: Leniency[],
) {
	const support = new Map(rows.map(({ fields }) => [fields.project_id!, { votes: 0, score: 0 }]))
	for (const { choices } of ballots)
		for (const { project, points } of choices) {
			const of = support.get(project)!
			of.votes++
			of.score += points
		}
	for (const { line, fields } of rows) {
		if (out.has(fields.project_id!)) continue
		for (const column of ['votes', 'score'] as const) {
			const said = (fields[column] ?? '').trim()
			const counted = support.get(fields.project_id!)![column]
			if (said !== '' && !/^\d{1,15}(\.0+)?$/.test(said))
				leniencies.push({ line, found: `${column} that are no whole number, "${said}"`, readAs: 'nothing' })
			else if (/^\d{1,15}(\.0+)?$/.test(said) && Number(said) !== counted)
				leniencies.push({ line, found: `${column} of ${said}`, readAs: `${counted}, as on the ballots` })
		}
	}
}

function isVoteType(text: string): text is VoteType {
	return (voteTypes as readonly string[]).includes(text)
}

function readSections(
	rows: readonly Row[],
	leniencies: Leniency[],
): Record<'META' | 'PROJECTS' | 'VOTES', Table> | Unreadable {
	const sections = new Map<string, Table>()
	let table: Table | null = null
	let name = ''
	for (const { line, fields } of rows) {
		if (isSection(fields.join(';'))) {
			name = fields[0]!.trim().toUpperCase()
			if (fields.join(';') !== name)
				leniencies.push({ line, found: `"${fields.join(';')}" for a section`, readAs: name })
			if (sections.has(name)) return unreadable(`There are two ${name} sections`, [line])
			table = { columns: [], header: null, rows: [] }
			sections.set(name, table)
		} else if (!table) return unreadable('The file does not begin with META', [line])
		else if (!table.header) {
			table.header = { line, cells: fields }
			table.columns = fields.map((column) => column.trim().toLowerCase())
		} else {
			const { columns } = table
			const spare = fields.slice(columns.length)
			if (spare.some((field) => field.trim() !== ''))
				leniencies.push({ line, found: 'more fields than the header', readAs: 'the first ones; the rest left out' })
			if (name !== 'META' && fields.length < columns.length)
				leniencies.push({ line, found: 'a row cut short', readAs: 'nothing said about the rest' })
			table.rows.push({
				line,
				cells: fields,
				fields: Object.fromEntries(columns.map((column, at) => [column, fields[at] ?? ''])),
			})
		}
	}
	for (const name of ['META', 'PROJECTS', 'VOTES'])
		if (!sections.has(name)) return unreadable(`There is no ${name} section`, [rows.at(-1)?.line ?? 1])
	if ([...sections.keys()].join() !== 'META,PROJECTS,VOTES')
		leniencies.push({ line: 1, found: 'sections in another order', readAs: 'META, PROJECTS, VOTES' })
	const found = { META: sections.get('META')!, PROJECTS: sections.get('PROJECTS')!, VOTES: sections.get('VOTES')! }
	for (const [name, columns] of [
		['PROJECTS', ['project_id', 'cost', 'name']],
		['VOTES', ['voter_id', 'vote', 'points']],
	] as const) {
		const twice = columns.find((column) => found[name].columns.filter((one) => one === column).length > 1)
		if (twice) return unreadable(`${name} has two columns ${twice}`, [found[name].header?.line ?? 1])
	}
	for (const column of ['project_id', 'cost'])
		if (!found.PROJECTS.columns.includes(column)) return unreadable(`PROJECTS has no column ${column}`, [1])
	if (found.VOTES.columns.length && !found.VOTES.columns.includes('vote'))
		return unreadable('VOTES has no column vote', [1])
	for (const { line, fields } of found.PROJECTS.rows) {
		const id = fields.project_id!.trim()
		if (id === '') return unreadable('A project has no id', [line])
		if (id !== fields.project_id)
			leniencies.push({ line, found: 'spaces around a project id', readAs: 'the id without them' })
	}
	found.PROJECTS.rows = found.PROJECTS.rows.map(({ line, cells, fields }) => ({
		line,
		cells,
		fields: { ...fields, project_id: fields.project_id!.trim(), cost: fields.cost!.trim() },
	}))
	return found
}

function readMeta({ columns, header, rows }: Table, leniencies: Leniency[]): Map<string, string> {
	// Whoever left out key;value began at once with what there is to say.
	const isMissing = header !== null && columns[0] !== 'key'
	if (columns.join() !== 'key,value')
		leniencies.push({
			line: header?.line ?? 2,
			found: `a META header "${columns.join(';')}"`,
			readAs: isMissing ? 'the first key and value' : 'key;value',
		})
	const meta = new Map<string, string>()
	for (const { line, cells } of isMissing ? [header, ...rows] : rows) {
		const name = cells[0]!.trim().toLowerCase()
		const text = cells[1] ?? ''
		if (text !== text.trim())
			leniencies.push({ line, found: 'spaces around a value in META', readAs: 'the value without them' })
		if (meta.has(name))
			leniencies.push({ line, found: `a second "${name}" in META`, readAs: 'nothing: the first one holds' })
		else meta.set(name, text.trim())
	}
	return meta
}

function readMoney(budget: string | undefined, { rows }: Table, leniencies: Leniency[]) {
	const budgetText = amount(budget ?? '', 1, leniencies)
	if (!budgetText) return unreadable(`The budget is not an amount: "${budget ?? ''}"`, [1])
	const texts = new Map<string, string>()
	for (const { line, fields } of rows) {
		const text = amount(fields.cost!, line, leniencies)
		if (!text || !/[1-9]/.test(text))
			return unreadable(`Project "${fields.project_id}" has no cost above 0: "${fields.cost}"`, [line])
		texts.set(fields.project_id!, text)
	}
	const decimals = Math.max(0, ...[budgetText, ...texts.values()].map((text) => (text.split('.')[1] ?? '').length))
	const whole = (text: string) => {
		const { n, d } = parseExact(text)!
		return (n * 10n ** BigInt(decimals)) / d
	}
	return { budget: whole(budgetText), decimals, costs: new Map([...texts].map(([id, text]) => [id, whole(text)])) }
}

/** "1 000,50" as "1000.50" and "1.000" as "1", reported; trailing zeros after the point dropped, so that 5000.00 is counted in whole units. */
function amount(text: string, line: number, leniencies: Leniency[]): string | null {
	let plain = text.trim()
	if (/^\d{1,3}([ \u00A0]\d{3})+([.,]\d+)?$/.test(plain)) {
		leniencies.push({ line, found: `an amount with spaces, "${text}"`, readAs: 'the amount without them' })
		plain = plain.replace(/[ \u00A0]/g, '')
	}
	// "20,000" may be twenty or twenty thousand.
	if (/^[1-9]\d{0,2}(,\d{3})+$/.test(plain)) return null
	if (/^\d+,\d+$/.test(plain)) {
		leniencies.push({ line, found: `an amount with a comma, "${text}"`, readAs: 'a decimal point' })
		plain = plain.replace(',', '.')
	}
	if (/^[1-9]\d{0,2}\.\d{3}$/.test(plain))
		leniencies.push({ line, found: `an amount with three decimals, "${text}"`, readAs: 'decimals, not thousands' })
	if (!/^\d+(\.\d+)?$/.test(plain)) return null
	return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain
}

function readVotes({ columns, rows }: Table, known: ReadonlySet<string>, voteType: VoteType, leniencies: Leniency[]) {
	const withPoints = voteType === 'cumulative' || voteType === 'scoring'
	if (withPoints && rows.length && !columns.includes('points'))
		return unreadable(`VOTES of type ${voteType} need a column points`, [1])
	const votes: PabulibVote[] = []
	let spoilt = 0
	for (const { line, fields } of rows) {
		const named = list(fields.vote!, line, leniencies)
		const points = withPoints ? list(fields.points!, line, leniencies).map(Number) : null
		if (points && (points.length !== named.length || points.some((point) => !Number.isSafeInteger(point)))) {
			leniencies.push({
				line,
				found: 'points that are not one whole number for each project named',
				readAs: 'a spoilt ballot',
			})
			spoilt++
			continue
		}
		const projects: string[] = []
		const kept: number[] = []
		for (const [at, project] of named.entries()) {
			if (!known.has(project))
				leniencies.push({ line, found: `a vote for "${project}", which is no project`, readAs: 'nothing' })
			else if (projects.includes(project))
				leniencies.push({ line, found: 'a project named twice', readAs: 'the first time only' })
			else {
				projects.push(project)
				kept.push(points?.[at] ?? 0)
			}
		}
		votes.push({ line, voter: (fields.voter_id ?? '').trim(), projects, points: points && kept, columns: fields })
	}
	return { votes, spoilt }
}

function list(text: string, line: number, leniencies: Leniency[]): string[] {
	if (text.trim() === '') return []
	const items = text.split(',')
	const trimmed = items.map((item) => item.trim())
	if (trimmed.some((item, at) => item !== items[at]))
		leniencies.push({ line, found: 'spaces in a list', readAs: 'nothing' })
	const full = trimmed.filter((item) => item !== '')
	if (full.length !== trimmed.length) leniencies.push({ line, found: 'an empty place in a list', readAs: 'nothing' })
	return full
}

function repeatedVoter(votes: readonly PabulibVote[]): [PabulibVote, PabulibVote] | null {
	const seen = new Map<string, PabulibVote>()
	for (const vote of votes) {
		if (vote.voter === '') continue
		const before = seen.get(vote.voter)
		if (before) return [before, vote]
		seen.set(vote.voter, vote)
	}
	return null
}

function longestOf(votes: readonly PabulibVote[]) {
	return votes.reduce((longest, { projects }) => Math.max(longest, projects.length), 1)
}

function checkCount(meta: ReadonlyMap<string, string>, key: string, found: number, leniencies: Leniency[]) {
	const said = meta.get(key)
	if (said === undefined) leniencies.push({ line: 1, found: `no ${key}`, readAs: `${found}, as counted` })
	else if (said !== String(found))
		leniencies.push({ line: 1, found: `${key} of ${said}`, readAs: `${found}, as counted` })
}

function ballotOf(
	{ projects, points }: PabulibVote,
	out: ReadonlySet<string>,
	voteType: VoteType,
	maxLength: number,
	{ unnamed, defaultScore }: { unnamed: readonly string[]; defaultScore: number },
): BudgetBallot {
	const worth = (at: number) => (voteType === 'ordinal' ? Math.max(0, maxLength - at) : (points?.[at] ?? 1))
	const named = projects
		.map((project, at) => ({ project, points: worth(at) }))
		.filter(({ project }) => !out.has(project))
	const rest = unnamed
		.filter((project) => !projects.includes(project))
		.map((project) => ({ project, points: defaultScore }))
	return { weight: 1, choices: [...named, ...rest] }
}

/** Points are added up as ordinary numbers, which are exact to 2^53. */
function isCountable(ballots: readonly BudgetBallot[]): boolean {
	let most = 0
	for (const { choices } of ballots) for (const { points } of choices) most += Math.abs(points)
	return most <= Number.MAX_SAFE_INTEGER
}
