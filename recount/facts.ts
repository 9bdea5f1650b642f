import { differ } from './differ.ts'
import type { Facts } from './election.ts'
import { tieOrderFromSeed } from './hash.ts'

type Published = Record<string, unknown>

/**
 * Compares what both files say of the vote as a whole: question, kind, choices with their names and costs, money, numbers, seal.
 * The names of what was compared, of what the ballots' file says and the result does not, and of what of a choice it is the
 * other way round.
 */
export function compareFacts(published: Published, counted: Record<string, unknown>, says: Facts) {
	const differences: string[] = []
	const compared: string[] = []
	const unsaid: string[] = []
	const notInForm: string[] = []
	const compare = (name: string, theirs: unknown, ours: unknown) => {
		compared.push(name)
		differ(name, theirs, ours, differences, "the ballots' file says")
	}
	const decision = Object(published.decision) as Record<string, unknown>

	for (const [name, said] of Object.entries(says.parts)) {
		if (Object.hasOwn(counted, name)) continue
		if (published[name] === undefined) unsaid.push(name)
		else compare(name, published[name], said)
	}
	if (says.heading !== undefined) {
		if (published.title === undefined || published.decision === undefined) unsaid.push('title and decision')
		else {
			compare('title', onOneLine(`${decision.kind} ${decision.reference}: ${published.title}`), onOneLine(says.heading))
			compared.push('decision.kind', 'decision.reference')
		}
	}
	if (says.rows !== undefined) {
		if (published.decision === undefined) unsaid.push('decision')
		else {
			for (const row of says.rows)
				differ('decision', `${decision.reference} ${decision.kind}`, row, differences, howRows)
			compared.push('decision.kind', 'decision.reference')
		}
	}
	if (says.choices !== undefined) {
		if (!Array.isArray(published.choices)) unsaid.push('choices')
		else {
			const theirs = published.choices.map((choice): Choice => Object(choice))
			const ofForm = theirs.map((choice, at) => inForm(choice, says.choices![at] ?? { id: '' }))
			compare('choices', ofForm, says.choices.map(tidy))
			notInForm.push(...partsNotIn(theirs, says.choices))
		}
	}
	// Where no money is shared, Pabulib's budget is how many were to be chosen, which is counted with.
	if (says.budget !== undefined) {
		if (published.budget !== undefined) compare('budget', plainAmount(published.budget), says.budget)
		else if (SHARES_MONEY.includes(`${counted.method}`)) unsaid.push('budget')
	}
	if (says.selected !== undefined && published.decision !== undefined) {
		const winners = published.outcome === 'chosen' && Array.isArray(published.winners) ? published.winners : []
		differ('selected', [...winners].sort(), [...says.selected].sort(), differences, "the ballots' file says")
	}
	if (Array.isArray(counted.tieOrder)) {
		if (typeof published.tieSeed === 'string') {
			compared.push('tieSeed')
			const drawn = tieOrderFromSeed(published.tieSeed, counted.tieOrder)
			differ('tieOrder, drawn from the published tieSeed', drawn, counted.tieOrder, differences)
		} else unsaid.push('tieSeed')
	}
	return { differences, compared: [...new Set(compared)], unsaid, notInForm }
}

const SHARES_MONEY = ['greedy', 'greedy-no-skip', 'equal-shares']

const howRows = "a row of the ballots' file says"

type Choice = NonNullable<Facts['choices']>[number]

/** A published choice with only what the ballots' file says of one. Pabulib needs a cost where there is none: 1. */
function inForm({ id, name = id, cost = '1', withdrawn = false }: Choice, ours: Choice): Choice {
	const all: Choice = { id, name, cost: plainAmount(cost), withdrawn }
	return tidy(Object.fromEntries(Object.entries(all).filter(([key]) => Object.hasOwn(ours, key))))
}

/** "choices.name", or "choices.2.cost" where others say it: what published choices say and the ballots' file does not. */
function partsNotIn(theirs: Choice[], ours: Choice[]): string[] {
	const keys = [...new Set(theirs.flatMap((choice) => Object.keys(choice)))]
	return keys.flatMap((key) => {
		const missing = ours.flatMap((choice, at) =>
			Object.hasOwn(theirs[at] ?? {}, key) && !Object.hasOwn(choice, key) ? [`choices.${at}.${key}`] : [],
		)
		return ours.some((choice) => Object.hasOwn(choice, key)) || missing.length === 0 ? missing : [`choices.${key}`]
	})
}

function tidy(choice: Choice): Choice {
	return Object.fromEntries(
		Object.entries(choice).map(([key, said]) => [key, typeof said === 'string' ? onOneLine(said) : said]),
	)
}

/** Some forms have no place for a line end in a name. */
function onOneLine(text: string): string {
	return `${text}`.replaceAll(/\s+/g, ' ').trim()
}

/** 12.50 and 12.5 are one amount. */
function plainAmount<Said>(amount: Said) {
	return typeof amount === 'string' && /^\d+\.\d+$/.test(amount) ? amount.replace(/\.?0+$/, '') : amount
}
