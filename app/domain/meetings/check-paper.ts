import { type Block, isEmpty, plainText, type Section } from '../documents/content.ts'
import { type PaperQuestion, paperQuestions, type TemplateId, templates } from '../documents/templates.ts'

/** What a paper does not say, in the order in which a body asks for it. Empty: it says everything. */
export type Missing = readonly PaperQuestion[]

/**
 * Whether a frozen version says what a body asks of every paper: what is recommended, the money, who may lose by it, and a
 * plain summary (domain.md, J2). A template's own sections answer it, and the statement of power and money speaks of money;
 * where no section is meant for it, words under a heading that names it do.
 */
export function checkPaper({
	template,
	sections,
	money,
}: {
	template: TemplateId
	sections: readonly Section[]
	/** The answer on money in the version's statement of power and money. */
	money: string
}): Missing {
	const { answers } = templates[template]
	return paperQuestions.filter((question) => {
		if (question === 'money' && money.trim() !== '') return false
		const meant = answers[question]
		if (meant?.some((id) => sections.some((section) => section.id === id && !isEmpty(section.content)))) return false
		return Boolean(meant) || !saysUnderHeading(sections, headings[question])
	})
}

const headings: Record<PaperQuestion, RegExp> = {
	recommendations: /\brecommend|\bwhat (we ask|is asked|you are asked)\b/i,
	money: /\bmoney\b|\bcosts?\b|\bbudget\b|\bfinanc|\bpounds\b/i,
	equality: /\bmay lose\b|\bequalit|\bworse off\b/i,
	summary: /\bsummary\b|\bin (short|brief|plain words)\b/i,
}

function saysUnderHeading(sections: readonly Section[], names: RegExp): boolean {
	return sections.some(({ title, content }) => {
		if (names.test(title) && !isEmpty(content)) return true
		return content.some((block, at) => isHeading(block) && names.test(plainText([block])) && saysAfter(content, at))
	})
}

/** Words between this heading and the next. */
function saysAfter(content: readonly Block[], at: number): boolean {
	const rest = content.slice(at + 1)
	const next = rest.findIndex(isHeading)
	return !isEmpty(next < 0 ? rest : rest.slice(0, next))
}

function isHeading({ type }: Block): boolean {
	return type === 'heading'
}
