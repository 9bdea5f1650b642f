import type { Question } from '../app/domain/decisions/open.ts'
import { expect, expectNoSidewaysScroll, harbourside, test } from './fixtures.ts'
import { endVoting, openQuestion } from './own-questions.ts'

const address = 'https://www.harbourside.gov.uk/carers/breaks/for-everybody-who-looks-after-somebody'
const common = { secrecy: 'named', quorum: 0, showsStanding: false } as const

/** As people paste them: nothing in them says where a line may end. */
const options = [
	{ id: 'A', name: `A ${'weekendbreak'.repeat(6)}`, about: `See ${address}`, cost: 6_000_00 },
	{ id: 'B', name: address, about: 'Nightsittingforeverybody'.repeat(4), cost: 5_000_00 },
]

type Asked = Pick<Question, 'method' | 'rules' | 'options'>

const votes: Record<string, { asked: Asked; role: 'radio' | 'checkbox' | 'spinbutton' | 'textbox'; choice: RegExp }> = {
	motion: {
		asked: { method: 'motion', rules: { ...common, threshold: 'majority' }, options: [] },
		role: 'radio',
		choice: /^Against/,
	},
	'equal-shares': {
		asked: { method: 'equal-shares', rules: { ...common, budget: 9_000_00 }, options },
		role: 'checkbox',
		choice: /^https/,
	},
	irv: {
		asked: { method: 'irv', rules: common, options: options.map(({ cost: _, ...option }) => option) },
		role: 'textbox',
		choice: /^https/,
	},
}

for (const [method, { asked, role, choice }] of Object.entries(votes)) {
	test(`a long address and long words stay inside the ballot, its receipt, the result and the list: ${method}`, async ({
		another,
	}) => {
		const page = await another({ name: 'Sian' })
		const vote = await openQuestion({ ...asked, question: `Should we begin with ${address}?` } as Question)
		await page.goto(vote)
		await expectNoSidewaysScroll(page)
		const mine = page.getByRole(role, { name: choice })
		if (role === 'textbox') await mine.fill('1')
		else await mine.check()
		await page.getByRole('textbox', { name: 'Your reason' }).fill(`Because of ${address}`)
		await page.getByRole('button', { name: 'Cast my vote' }).click()
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your vote is in')
		await expectNoSidewaysScroll(page)

		await endVoting(vote)
		for (const shown of [vote, `${harbourside}/decisions`]) {
			await page.goto(shown)
			await expect(page.getByText(address, { exact: false }).first()).toBeVisible()
			await expectNoSidewaysScroll(page)
		}
	})
}
