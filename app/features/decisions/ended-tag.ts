import { isBudget } from '../../domain/decisions/askable.ts'
import type { Decision, Ending, Outcome } from '../../domain/decisions/decision.ts'
import { standingOptions } from '../../domain/decisions/withdrawn.ts'
import { listWords, nameOf } from './option-names.ts'

type Ended = Pick<Decision, 'kind' | 'method' | 'options' | 'state'> &
	Partial<Pick<Decision, 'withdrawn'>> & { result: Ending | null; castingVoteOver?: boolean }

export interface EndedTag {
	text: string
	tone: 'good' | 'late' | 'plain'
}

/** More than these are counted. */
const mostInTag = 2
const longestName = 40

/** How a vote ended, in a few words for a list: "agreed"; "preferred: Garden"; "funded: 5 of 8 projects". */
export function endedTag({ kind, method, options, withdrawn = [], result, state, castingVoteOver }: Ended): EndedTag {
	if (state === 'stopped' || !result) return { text: 'stopped', tone: 'late' }
	if (castingVoteOver) return { text: 'not agreed', tone: 'plain' }
	const { outcome, winners } = result
	const tone = outcome === 'agreed' || outcome === 'chosen' ? 'good' : 'plain'
	return {
		text: endedWords({
			kind,
			method,
			options: standingOptions({ options, withdrawn }),
			outcome,
			winners,
		}),
		tone,
	}
}

type EndedAs = Pick<Decision, 'kind' | 'method' | 'options'> & { outcome: Outcome; winners: readonly string[] }

/** The words alone, of the options that were not withdrawn, where a list or a line of text says how it ended. */
export function endedWords({ kind, method, options, outcome, winners }: EndedAs): string {
	if (kind === 'board-decision' && outcome === 'no-quorum') return 'no quorum'
	const isMoney = isBudget(method)
	const said = (kind === 'show-of-views' ? viewsSaid : voteSaid)(isMoney)[outcome]
	if (winners.length === 0 || (outcome !== 'chosen' && outcome !== 'level')) return said
	const names =
		winners.length > mostInTag
			? `${winners.length} of ${options.length} ${isMoney ? 'projects' : 'options'}`
			: listWords(winners.map((id) => shortened(nameOf(options, id))))
	return `${said}: ${names}`
}

function shortened(name: string): string {
	return name.length <= longestName ? name : `${name.slice(0, longestName).replace(/\s+\S*$/, '')}…`
}

/** Of a show of views nothing is agreed, chosen or funded. */
function viewsSaid(isMoney: boolean): Record<Outcome, string> {
	return {
		agreed: 'in favour',
		'not-agreed': 'not enough in favour',
		level: 'level',
		chosen: isMoney ? 'would be funded' : 'preferred',
		'none-chosen': isMoney ? 'would fund none' : 'none preferred',
		'no-quorum': 'too few took part',
		'nobody-voted': 'nobody answered',
	}
}

function voteSaid(isMoney: boolean): Record<Outcome, string> {
	return {
		agreed: 'agreed',
		'not-agreed': 'not agreed',
		level: 'level',
		chosen: isMoney ? 'funded' : 'chosen',
		'none-chosen': isMoney ? 'nothing funded' : 'nothing chosen',
		'no-quorum': 'too few took part',
		'nobody-voted': 'nobody voted',
	}
}
