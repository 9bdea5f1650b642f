import type { Terms } from '~/domain/documents/document.ts'
import { Details } from '~/ui/Details.tsx'
import { longDate } from '~/ui/dates.ts'
import { SummaryList } from '~/ui/SummaryList.tsx'

export interface PowerAndMoneyProps {
	terms: Terms
	/** Where to change it, for those who may. */
	change?: string
}

/** What is open, what is fixed, the money, who decides and by when; what nobody has said is said to be unsaid. */
export function PowerAndMoney({ terms, change }: PowerAndMoneyProps) {
	return (
		<SummaryList
			rows={[
				row('What is open', terms.open || 'Not stated'),
				row('What is fixed, and why', fixed(terms)),
				row('How much money', terms.money || 'Money not stated'),
				row('Who decides', terms.whoDecides || 'Not stated'),
				row('By when', terms.byWhen ? longDate(terms.byWhen) : 'Not stated'),
			].map((each) =>
				change ? { ...each, action: { href: change, text: 'Change', hidden: each.key.toLowerCase() } } : each,
			)}
		/>
	)
}

/** The same, folded: for the pages where people write, so that it is never further than a tap away. */
export function PowerAndMoneyInShort({ terms, change }: PowerAndMoneyProps) {
	return (
		<Details summary={`Power and money: ${shorten(terms.money || 'money not stated')}`}>
			<PowerAndMoney terms={terms} change={change} />
		</Details>
	)
}

function row(key: string, value: string) {
	return { key, value: <span className="as-typed">{value}</span> }
}

function fixed({ fixed: what, fixedWhy: why }: Terms) {
	if (!what) return why || 'Not stated'
	return why ? `${what}\nWhy: ${why}` : `${what}\nWhy: not stated`
}

function shorten(words: string) {
	const line = words.replace(/\s+/g, ' ').replace(/[.]$/, '')
	return line.length > 80 ? `${line.slice(0, 80).replace(/\s+\S*$/, '')}…` : line
}
