/**
 * What Pabulib's public checker complains of, as the design's decisions.md (A1) lists it. Written from that list, and reading
 * the file by itself, so that what a writer and a reader of ours agree to get wrong is still found.
 */
export function checkerComplaints(text: string): string[] {
	const complaints: string[] = []
	if (!text.endsWith('\n')) complaints.push('no line end after the last line')
	const lines = rowsOf(text)
	if (lines.some((cells) => cells.length === 1 && cells[0] === '')) complaints.push('a blank line')
	const at = (name: string) => lines.findIndex((cells) => cells.length === 1 && cells[0] === name)
	const [metaAt, projectsAt, votesAt] = [at('META'), at('PROJECTS'), at('VOTES')]
	if (metaAt !== 0 || projectsAt < 2 || votesAt < projectsAt + 2)
		return [...complaints, 'sections missing or out of order']
	const meta = Object.fromEntries(lines.slice(2, projectsAt))
	if (lines[1]!.join() !== 'key,value') complaints.push('META does not begin with key;value')
	const table = (from: number, to: number) => {
		const columns = lines[from + 1]!
		return lines.slice(from + 2, to).map((cells) => {
			if (cells.length !== columns.length) complaints.push(`${cells.length} fields under ${columns.length} columns`)
			return Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? '']))
		})
	}
	const projects = table(projectsAt, votesAt)
	const votes = table(votesAt, lines.length)
	const unknown = (names: readonly string[], known: string, where: string) => {
		for (const name of names)
			if (!known.split(' ').includes(name)) complaints.push(`${where}: ${name} is not of the format`)
	}
	unknown(Object.keys(meta), metaKeys, 'META')
	unknown(lines[projectsAt + 1]!, projectColumns, 'PROJECTS')
	unknown(lines[votesAt + 1]!, voteColumns, 'VOTES')
	for (const key of required.split(' ')) if (!meta[key]) complaints.push(`META has no ${key}`)

	const amount = (written: string | undefined, what: string) => {
		if (!/^\d+(\.\d+)?$/.test(written ?? '')) complaints.push(`${what} is no number: ${written}`)
		return Number(written)
	}
	const whole = (written: string) => /^\d+$/.test(written)
	if (meta.num_projects !== `${projects.length}`) complaints.push('num_projects')
	if (meta.num_votes !== `${votes.length}`) complaints.push('num_votes')
	if (!/^(approval|ordinal|cumulative|scoring|choose-1)$/.test(meta.vote_type ?? '')) complaints.push('vote_type')
	if (!rules.test(meta.rule ?? '')) complaints.push(`rule ${meta.rule}`)
	for (const key of ['date_begin', 'date_end'])
		if (!/^(\d\d\.\d\d\.)?\d{4}$/.test(meta[key] ?? '')) complaints.push(key)
	if (meta.comment !== undefined && !meta.comment.startsWith('#1: '))
		complaints.push('comment does not begin with #1: ')
	if (meta.language !== undefined && !/^[a-z]{2}$/.test(meta.language)) complaints.push('language')
	if (meta.currency !== undefined && !/^[A-Z]{3}$/.test(meta.currency)) complaints.push('currency')
	if (meta.vote_type === 'cumulative' && !whole(meta.max_sum_points ?? '')) complaints.push('no max_sum_points')

	const budget = amount(meta.budget, 'budget')
	const costs = new Map(projects.map(({ project_id, cost }) => [project_id!, amount(cost, `cost of ${project_id}`)]))
	if (costs.size < projects.length) complaints.push('two projects with one id')
	for (const [id, cost] of costs) if (cost > budget) complaints.push(`${id} costs more than the budget`)
	const selected = projects.filter((project) => project.selected === '1')
	if (selected.reduce((sum, { project_id }) => sum + costs.get(project_id!)!, 0) > budget + 1e-6)
		complaints.push('selected for more than the budget')
	const columns = lines[projectsAt + 1]!
	if (!columns.includes('votes') && !columns.includes('score')) complaints.push('neither votes nor score')

	const support = new Map([...costs.keys()].map((id) => [id, { votes: 0, score: 0 }]))
	for (const { voter_id, vote = '', points } of votes) {
		const ids = vote === '' ? [] : vote.split(',')
		const worth = (place: number) => (meta.vote_type === 'ordinal' ? Number(meta.max_length) - place : 1)
		const given =
			points === undefined ? ids.map((_, place) => worth(place)) : points === '' ? [] : points.split(',').map(Number)
		const told = (what: string) => complaints.push(`voter ${voter_id}: ${what}`)
		if (/\s/.test(vote + (points ?? ''))) told('a space in a list')
		if (new Set(ids).size < ids.length) told('a project twice')
		if (ids.some((id) => !costs.has(id))) told('no such project')
		if (given.length !== ids.length) told('not as many points as projects')
		if (ids.length > Number(meta.max_length ?? ids.length)) told('longer than max_length')
		if (given.reduce((sum, one) => sum + one, 0) > Number(meta.max_sum_points ?? Number.POSITIVE_INFINITY))
			told('more than max_sum_points')
		if (ids.reduce((sum, id) => sum + (costs.get(id) ?? 0), 0) > Number(meta.max_sum_cost ?? Number.POSITIVE_INFINITY))
			told('dearer than max_sum_cost')
		for (const [place, id] of ids.entries()) {
			const of = support.get(id)
			if (!of) continue
			of.votes++
			of.score += given[place] ?? 0
		}
	}
	if (new Set(votes.map(({ voter_id }) => voter_id)).size < votes.length) complaints.push('one voter twice')
	for (const { project_id, votes: said, score } of projects) {
		const counted = support.get(project_id!)!
		if (said !== undefined && said !== `${counted.votes}`) complaints.push(`votes of ${project_id}`)
		if (score !== undefined && score !== `${counted.score}`) complaints.push(`score of ${project_id}`)
	}
	return complaints
}

const required = 'description country unit instance num_projects num_votes budget vote_type rule date_begin date_end'
const metaKeys = `${required} subunit district edition language currency comment min_length max_length min_sum_cost max_sum_cost scoring_fn min_points max_points min_sum_points max_sum_points default_score min_project_score_threshold fully_funded experimental acknowledgments`
const projectColumns =
	'project_id cost votes score name category beneficiaries selected district neighborhood subunit latitude longitude description proposer'
const voteColumns = 'voter_id vote points age sex voting_method district neighborhood'
const rules =
	/^(greedy(-no-skip|-threshold|-exclusive|-custom)?|equalshares(-comparison)?|equalshares\/add1(-comparison)?|unknown)$/

/** Fields between `;`, some in quotes with those inside doubled; a field in quotes may go on over lines. */
function rowsOf(text: string): string[][] {
	const whole = text.replace(/\n$/, '')
	const rows: string[][] = [['']]
	let isQuoted = false
	for (let at = 0; at < whole.length; at++) {
		const row = rows.at(-1)!
		const sign = whole[at]!
		if (isQuoted && sign === '"' && whole[at + 1] === '"') row.push(`${row.pop()}${whole[++at]}`)
		else if (sign === '"' && (isQuoted || row.at(-1) === '')) isQuoted = !isQuoted
		else if (sign === ';' && !isQuoted) row.push('')
		else if (sign === '\n' && !isQuoted) rows.push([''])
		else row.push(`${row.pop()}${sign}`)
	}
	return rows
}
