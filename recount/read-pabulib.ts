import { type Ballot, CannotRead, type Election, refuseTooManyPoints } from './election.ts'
import { inSmallestUnit } from './fraction.ts'

const WITHDRAWN = '999999999'

/** Pabulib: sections META, PROJECTS and VOTES; `;` between fields, `,` inside lists; a field may be in double quotes. */
export function readPabulib(text: string, countRepeatedVoters: boolean): Election & { voteType: string; rule: string } {
	const notes: string[] = []
	const { META, PROJECTS, VOTES } = sections(text, notes)

	for (const [section, columns] of [
		[PROJECTS, ['project_id', 'cost', 'name']],
		[VOTES, ['voter_id', 'vote', 'points']],
	] as const)
		for (const column of columns)
			if (section.header.filter((one) => one === column).length > 1)
				throw new CannotRead(`there are two columns ${column}`)
	for (const column of ['project_id', 'cost'])
		if (!PROJECTS.header.includes(column)) throw new CannotRead(`PROJECTS has no column ${column}`)
	if (VOTES.header.length > 0 && !VOTES.header.includes('vote')) throw new CannotRead('VOTES has no column vote')

	const meta = new Map<string, string>()
	const hasHeader = META.header.join() === 'key,value'
	if (!hasHeader) notes.push('META does not begin with key;value')
	// Whoever left that line out began at once with what there is to say.
	if (META.header.length > 0 && META.header[0] !== 'key') META.rows.unshift({ line: 2, fields: META.written })
	for (const { line, fields } of META.rows) {
		const key = fields[0]!.trim().toLowerCase()
		const value = fields[1] ?? ''
		if (meta.has(key)) notes.push(`META says ${key} twice; the first one is used`)
		else meta.set(key, value.trim())
		if (value !== value.trim()) notes.push(`line ${line}: spaces around a value of META; passed over`)
	}
	const voteType = (meta.get('vote_type') ?? '').toLowerCase()
	if (!['approval', 'ordinal', 'cumulative', 'scoring', 'choose-1'].includes(voteType))
		throw new CannotRead(`META does not say a vote_type we know: "${voteType}"`)

	const projects: { id: string; cost: string; line: number; name: string; selected: string; fields: string[] }[] = []
	for (const { line, fields } of PROJECTS.rows) {
		const written = field(PROJECTS, fields, 'project_id')
		const id = written.trim()
		if (id !== written) notes.push(`line ${line}: spaces around a project id; passed over`)
		if (id === '') throw new CannotRead(`line ${line}: a project has no id`)
		const before = projects.find((project) => project.id === id)
		if (before) throw new CannotRead(`lines ${before.line} and ${line}: two projects are called "${id}"`)
		const [name, selected] = ['name', 'selected'].map((column) => fields[PROJECTS.header.indexOf(column)] ?? '')
		const cost = field(PROJECTS, fields, 'cost').trim()
		projects.push({ id, cost, line, name: name!, selected: selected!.trim(), fields })
	}
	const withdrawn = projects.filter(({ cost }) => cost === WITHDRAWN)
	for (const { id } of withdrawn) notes.push(`project ${id} costs ${WITHDRAWN}: withdrawn, left out of the count`)
	const all = new Set(projects.map(({ id }) => id))
	const inCount = projects.filter((project) => !withdrawn.includes(project))

	const budgetText = amount(meta.get('budget') ?? '', 'the budget', notes)
	const costTexts = new Map<string, string>()
	for (const { id, cost, line } of projects) {
		const text = amount(cost, `line ${line}: the cost of ${id}`, notes)
		if (!/[1-9]/.test(text)) throw new CannotRead(`line ${line}: the cost of ${id} is not above 0`)
		costTexts.set(id, text)
	}
	const decimals = Math.max(...[budgetText, ...costTexts.values()].map((one) => (one.split('.')[1] ?? '').length))

	// Read the votes as they stand.
	const hasPoints = voteType === 'cumulative' || voteType === 'scoring'
	if (hasPoints && VOTES.rows.length > 0 && !VOTES.header.includes('points'))
		throw new CannotRead('VOTES has no column points')
	const votes: { line: number; names: string[]; points: number[] }[] = []
	const lineOfVoter = new Map<string, number>()
	let spoilt = 0
	let longest = 1
	for (const { line, fields } of VOTES.rows) {
		const voter = VOTES.header.includes('voter_id') ? field(VOTES, fields, 'voter_id').trim() : ''
		const before = voter === '' ? undefined : lineOfVoter.get(voter)
		const named = list(field(VOTES, fields, 'vote'), line, notes)
		const points = hasPoints ? list(field(VOTES, fields, 'points'), line, notes).map(Number) : named.map(() => 1)
		if (points.length !== named.length || points.some((one) => !Number.isSafeInteger(one))) {
			notes.push(`line ${line}: not one whole number of points for each project; counted as spoilt`)
			spoilt++
			continue
		}
		if (before !== undefined && !countRepeatedVoters)
			throw new CannotRead(
				`lines ${before} and ${line}: two ballots have the voter id "${voter}" (--repeated-voters counts both)`,
			)
		if (before !== undefined) notes.push(`lines ${before} and ${line}: voter id "${voter}" twice; both counted`)
		if (voter !== '') lineOfVoter.set(voter, line)
		const kept: { names: string[]; points: number[] } = { names: [], points: [] }
		named.forEach((id, place) => {
			if (!all.has(id)) notes.push(`line ${line}: "${id}" is no project; left out`)
			else if (kept.names.includes(id)) notes.push(`line ${line}: "${id}" named twice; the first counts`)
			else {
				kept.names.push(id)
				kept.points.push(points[place]!)
			}
		})
		longest = Math.max(longest, kept.names.length)
		votes.push({ line, ...kept })
	}
	if (meta.get('num_votes') !== String(votes.length + spoilt))
		notes.push(`num_votes is ${meta.get('num_votes')}, there are ${votes.length + spoilt} ballots`)
	if (meta.get('num_projects') !== String(projects.length))
		notes.push(`num_projects is ${meta.get('num_projects')}, there are ${projects.length}`)

	// What is no number limits nothing; only what the count itself needs is refused for it.
	for (const [key, value] of meta)
		if (LIMITS.includes(key) && value !== '' && !isNumber(value) && !(key === 'max_length' && voteType === 'ordinal'))
			notes.push(`${key} is no number: "${value}"; passed over`)

	// A ballot that says more than META allows is counted as it stands, and told.
	const atMost = (key: string) => wholeNumberIn(meta.get(key) ?? '') ?? Number.POSITIVE_INFINITY
	const fewestText = meta.get('min_points') ?? ''
	const fewest = /^-?\d{1,15}(\.0+)?$/.test(fewestText) ? Number(fewestText) : 0
	const mostNames = voteType === 'choose-1' ? 1 : atMost('max_length')
	for (const { line, names, points } of votes) {
		const told = (what: string) => notes.push(`line ${line}: ${what}, which META does not allow; counted as it stands`)
		if (names.length > mostNames) told(`more than ${mostNames} projects`)
		if (!hasPoints) continue
		if (points.some((one) => one > atMost('max_points')))
			told(`a project with more than ${atMost('max_points')} points`)
		if (points.some((one) => one < fewest)) told(`a project with fewer than ${fewest} points`)
		// Points below 0 would make room for more above it.
		if (points.reduce((sum, one) => sum + Math.max(0, one), 0) > atMost('max_sum_points'))
			told(`more than ${atMost('max_sum_points')} points`)
	}

	const thresholdText = meta.get('min_project_score_threshold') ?? ''
	const threshold = thresholdText === '' ? 0 : wholeNumberIn(thresholdText)
	if (threshold === null) throw new CannotRead(`min_project_score_threshold is no whole number: "${thresholdText}"`)

	// An ordinal vote gives max_length points to the first, one less to the second, and so on.
	const lengthText = meta.get('max_length') ?? ''
	const mostPoints = lengthText === '' || voteType !== 'ordinal' ? longest : (wholeNumberIn(lengthText) ?? 0)
	if (mostPoints === 0) throw new CannotRead(`max_length is no whole number above 0: "${lengthText}"`)
	if (voteType === 'ordinal' && lengthText === '')
		notes.push(`no max_length; a first place is worth ${mostPoints} points, the longest ballot`)
	const scoring = meta.get('scoring_fn') ?? ''
	if (voteType === 'ordinal' && scoring !== '' && scoring.toLowerCase() !== 'borda')
		notes.push(`scoring_fn is ${scoring}; one point less for each place is counted`)
	// In a scoring vote, whatever somebody does not name is given the default score.
	const defaultText = voteType === 'scoring' ? (meta.get('default_score') ?? '') : ''
	const defaultScore = Number(defaultText)
	if (!Number.isSafeInteger(defaultScore)) throw new CannotRead(`default_score is no whole number: "${defaultText}"`)
	if (defaultScore !== 0) notes.push(`default_score is ${defaultScore}: what a ballot does not name is given that`)
	// Only an ordinal vote says an order; where nobody names more than one project there is none to say.
	const hasOrder = voteType === 'ordinal' || longest === 1
	const ballots: Ballot[] = votes.map(({ names, points }) => {
		const given = new Map<string, number>()
		if (defaultScore !== 0) for (const { id } of inCount) given.set(id, defaultScore)
		names.forEach((id, place) => {
			if (withdrawn.some((project) => project.id === id)) return
			given.set(id, voteType === 'ordinal' ? Math.max(0, mostPoints - place) : points[place]!)
		})
		return { count: 1, points: given, ranks: hasOrder ? names.map((id) => [id]) : [], voice: '', choice: '' }
	})

	/** What PROJECTS say of votes and score is not counted, but should be what the ballots say. */
	function compareSupport() {
		for (const { id, line, fields } of projects) {
			if (withdrawn.some((project) => project.id === id)) continue
			const given = ballots.map(({ points }) => points.get(id)).filter((points) => points !== undefined)
			const onBallots = { votes: given.length, score: given.reduce((sum, points) => sum + points, 0) }
			for (const column of ['votes', 'score'] as const) {
				const text = (fields[PROJECTS.header.indexOf(column)] ?? '').trim()
				const said = wholeNumberIn(text)
				if (said === null && text !== '')
					notes.push(`line ${line}: ${column} of ${id} is no whole number: "${text}"; passed over`)
				if (said !== null && said !== onBallots[column])
					notes.push(`line ${line}: ${column} of ${id} is ${said}, on the ballots it is ${onBallots[column]}`)
			}
		}
	}

	refuseTooManyPoints(ballots)
	if (ballots.length > 0 && defaultScore === 0) compareSupport()
	return {
		choices: inCount.map(({ id }) => ({ id, cost: inSmallestUnit(costTexts.get(id)!, decimals) })),
		withdrawn: withdrawn.map(({ id }) => id),
		budget: inSmallestUnit(budgetText, decimals),
		decimals,
		seats: 1,
		threshold,
		ballots,
		spoilt,
		tieOrder: [],
		asks: askedFor(meta.get('comment') ?? ''),
		notes,
		says: {
			parts: {},
			...(meta.get('description') && { heading: meta.get('description')! }),
			budget: budgetText,
			choices: projects.map(({ id, name, cost }) => ({
				id,
				...(name.trim() !== '' && { name }),
				// What was withdrawn has a price here that nobody asked for.
				...(cost !== WITHDRAWN && { cost: costTexts.get(id)! }),
				withdrawn: cost === WITHDRAWN,
			})),
			...(PROJECTS.header.includes('selected') && {
				selected: projects.flatMap(({ id, selected }) => (selected === '1' ? [id] : [])),
			}),
		},
		voteType,
		rule: meta.get('rule') ?? '',
	}
}

const LIMITS = [
	'min_length',
	'max_length',
	'min_sum_cost',
	'max_sum_cost',
	'min_points',
	'max_points',
	'min_sum_points',
	'max_sum_points',
]

function isNumber(text: string): boolean {
	return /^-?\d{1,15}(\.\d{1,15})?$/.test(text)
}

/** "50" or "50.0"; null for anything else. */
function wholeNumberIn(text: string): number | null {
	return /^\d{1,15}(\.0+)?$/.test(text) ? Number(text) : null
}

/** "Alongside recount: --method …" in a comment is how our own files say exactly how they were counted. */
export function askedFor(text: string): string[] {
	const after = text.split('Alongside recount:')[1]
	if (after === undefined) return []
	const words: string[] = []
	for (const word of after.split('\n')[0]!.trim().split(/\s+/)) {
		const isValue = words.at(-1)?.startsWith('--') && word !== '' && !word.startsWith('#') && !word.startsWith('--')
		if (/^--[a-z0-9-]+$/.test(word) || isValue) words.push(word)
		else break
	}
	return words
}

interface Section {
	header: string[]
	/** The header as it stands in the file. */
	written: string[]
	rows: { line: number; fields: string[] }[]
}

function field(section: Section, fields: string[], column: string): string {
	const place = section.header.indexOf(column)
	if (place < 0) throw new CannotRead(`there is no column ${column}`)
	return fields[place] ?? ''
}

function sections(text: string, notes: string[]) {
	if (text.startsWith('\uFEFF')) notes.push('a byte order mark at the start; passed over')
	if (text.includes('\r\n')) notes.push('Windows line endings; read as plain ones')
	const lines = text
		.replace(/^\uFEFF/, '')
		.replaceAll('\r\n', '\n')
		.replace(/\r$/, '')
		.split('\n')
	const found: Record<string, Section> = {}
	let section: Section | null = null
	for (let at = 0; at < lines.length; at++) {
		const line = at + 1
		let row = lines[at]!
		const name = row
			.trim()
			.toUpperCase()
			.replace(/[;\s]+$/, '')
		if (name === '') {
			if (row !== '' || at < lines.length - 1) notes.push(`line ${line}: blank; passed over`)
			continue
		}
		if (name === 'META' || name === 'PROJECTS' || name === 'VOTES') {
			if (found[name]) throw new CannotRead(`line ${line}: a second section ${name}`)
			if (row !== name) notes.push(`line ${line}: "${row}" is read as ${name}`)
			section = { header: [], written: [], rows: [] }
			found[name] = section
			continue
		}
		if (section === null) throw new CannotRead('the file does not begin with META')

		// A quoted field may go on over the next lines, as long as they are no rows of their own.
		let fields = split(row)
		let end = at
		const width = section.header.length
		const isRow = (next: string) => /^\s*(META|PROJECTS|VOTES)[;\s]*$/i.test(next) || next.split(';').length >= width
		while (fields === null && end + 1 < lines.length && end < at + 50 && !isRow(lines[end + 1]!)) {
			end++
			row += `\n${lines[end]}`
			fields = split(row)
		}
		if (fields === null) {
			notes.push(`line ${line}: a quotation mark never closes; read as text`)
			fields = lines[at]!.split(';')
		} else at = end
		if (section.header.length === 0) {
			section.written = fields
			section.header = fields.map((one) => one.trim().toLowerCase())
		} else {
			if (section !== found.META && fields.length < section.header.length)
				notes.push(`line ${line}: cut short; nothing is said about the rest`)
			if (fields.slice(section.header.length).some((one) => one.trim() !== ''))
				notes.push(`line ${line}: more fields than the header; the rest left out`)
			section.rows.push({ line, fields })
		}
	}
	const { META, PROJECTS, VOTES } = found
	if (Object.keys(found).join() !== 'META,PROJECTS,VOTES') notes.push('sections in another order')
	if (!META || !PROJECTS || !VOTES) throw new CannotRead('a Pabulib file has the sections META, PROJECTS and VOTES')
	return { META, PROJECTS, VOTES }
}

/** Null when a quotation mark does not close. */
function split(row: string): string[] | null {
	const fields: string[] = []
	let rest = row
	for (;;) {
		const quoted = /^"((?:[^"]|"")*)"(?!")([^;]*)(;|$)/.exec(rest)
		if (rest.startsWith('"') && !quoted) return null
		const end = quoted ? quoted[0].length : rest.indexOf(';') + 1 || rest.length
		if (quoted) fields.push(quoted[1]!.replaceAll('""', '"') + quoted[2]!)
		else fields.push(rest.slice(0, end).replace(/;$/, ''))
		const last = quoted ? quoted[3] === '' : !rest.includes(';')
		if (last) return fields
		rest = rest.slice(end)
	}
}

function list(text: string, line: number, notes: string[]): string[] {
	if (text.trim() === '') return []
	const items = text.split(',')
	const trimmed = items.map((one) => one.trim())
	if (trimmed.join() !== text) notes.push(`line ${line}: spaces in a list; passed over`)
	if (trimmed.includes('')) notes.push(`line ${line}: an empty place in a list; passed over`)
	return trimmed.filter((one) => one !== '')
}

function amount(text: string, what: string, notes: string[]): string {
	let plain = text.trim()
	if (/^\d{1,3}([ \u00A0]\d{3})+([.,]\d+)?$/.test(plain)) plain = plain.replace(/[ \u00A0]/g, '')
	if (/^[1-9]\d{0,2}(,\d{3})+$/.test(plain))
		throw new CannotRead(`${what}: "${text}" may be thousands or decimals; write it without the comma`)
	if (/^\d+,\d+$/.test(plain)) plain = plain.replace(',', '.')
	if (plain !== text.trim()) notes.push(`${what}: "${text}" is read as ${plain}`)
	if (/^[1-9]\d{0,2}\.\d{3}$/.test(plain)) notes.push(`${what}: "${text}" is read as decimals, not thousands`)
	if (!/^\d+(\.\d+)?$/.test(plain)) throw new CannotRead(`${what} is not an amount: "${text}"`)
	return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain
}
