import type { BudgetBallotForm, ChoosingRules } from '../../domain/decisions/decision.ts'

interface Choice {
	text: string
	/** What it changes for what is funded. */
	hint: string
}

/** How people say what they want funded. */
export const ballotChoices: Record<BudgetBallotForm, Choice> = {
	ticks: { text: 'They tick the ones they want', hint: 'The simplest. Every tick counts the same.' },
	points: {
		text: 'They share out points',
		hint: 'They can say how much each matters to them. The more points somebody gives, the more it counts for.',
	},
	ranks: {
		text: 'They put them in order',
		hint: 'A first place counts for most points, the next for one less, and so on.',
	},
}

/** Rules of equal shares as they are chosen, told apart by what they change. What people read when they vote is in `method-words`. */
export const completionChoices: Record<NonNullable<ChoosingRules['completion']>, Choice> = {
	add1: {
		text: 'Raise everyone’s share step by step and count again, until nothing more fits',
		hint: 'The usual rule. Most of the money is spent, and every project is paid for by those who chose it.',
	},
	'add1-until-overflow': {
		text: 'The same, and go on to the last result that the money is enough for',
		hint: 'Goes on where the usual rule stops. A dearer project may then take the place of one that was in.',
	},
	add1u: {
		text: 'The usual rule, then fill up with the projects with most votes or points that still fit',
		hint: 'The least is left. The last projects are not paid for by those who chose them, but out of what is left.',
	},
	greedy: {
		text: 'Raise nothing, and fill up with the projects with most votes or points that still fit',
		hint: 'Shorter to explain. Larger groups get more of what is left.',
	},
	none: { text: 'Leave it unspent', hint: 'The shortest. Often a good part of the money is not spent.' },
}

export const utilityChoices: Record<'cost' | 'cardinality', Choice> = {
	cost: {
		text: 'As much as it costs',
		hint: 'Of two that could be paid for, the one whose cost more people share comes first. Dear projects have a good chance.',
	},
	cardinality: {
		text: 'One, whatever it costs',
		hint: 'The cheaper comes first. More small projects are funded.',
	},
}
