import { expect, test } from 'vitest'
import { choosing, someMotion } from '../../../tests/given-question.ts'
import { newId } from '../../http/new-id.ts'
import { readPaperForm } from './paper-form.ts'

const secretRules = { ...someMotion.rules, secrecy: 'secret' as const }
const secret = { ...someMotion, rules: secretRules }
const id: [string, string] = ['id', newId()]

test.each<[string, typeof someMotion, boolean, [string, string][], string[]]>([
	['a form that nothing was filled into', secret, true, [], ['number', 'voice', 'choice']],
	['papers of one voice', secret, false, [], ['number', 'choice']],
	['named papers', someMotion, true, [], ['number', 'member', 'choice']],
	[
		'a spoilt paper',
		secret,
		true,
		[
			['number', '1'],
			['spoilt', 'yes'],
		],
		['voice'],
	],
	[
		'nothing missing',
		secret,
		true,
		[
			['number', '1'],
			['voice', newId()],
			['choice', 'for'],
		],
		[],
	],
])('all that is missing of a paper is said at once: %s', (_what, asked, asksVoice, sent, missing) => {
	const { form } = readPaperForm(asked, [id, ...sent], { asksVoice })
	expect(Object.keys(form.errors)).toEqual(missing)
})

test('an empty paper is told of the box as the page names it', () => {
	const asked = choosing('irv')
	const sent: [string, string][] = [id, ['number', '1'], ['member', newId()]]
	expect(readPaperForm(asked, sent, { asksVoice: false }).form.errors).toEqual({
		blank: ['You have chosen nothing. Choose something, or tick “Leave the paper’s ballot blank”'],
	})
})
