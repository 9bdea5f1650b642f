import { data } from '@remix-run/node'
import { z } from 'zod'
import { mostNames, type NamesRefusal } from '~/domain/decisions/board/remove-names.ts'
import { longestName } from '~/domain/decisions/board/typed-name.ts'
import { formId } from '~/features/documents/form-fields.ts'
import { type FormState, readForm, refuse } from '~/http/forms.ts'
import type { NamesLooked } from './components/NamesPreview.tsx'
import type { namesRefusals } from './refusals.ts'
import type { NamesAsked, NamesRemoving, previewNames } from './take-names-out.server.ts'

/** What is said of each refusal, of this minute or of that meeting. */
export type NamesWords = typeof namesRefusals
type Refused = { refused: keyof NamesWords }

const schemaOf = (words: NamesWords) =>
	z.object({
		id: formId,
		names: z.string({ error: words['names-missing'] }).max((longestName + 2) * mostNames, words['names-many']),
		reason: z.string().trim().max(1000, 'Use 1,000 characters or fewer').default(''),
		/** A first post shows what would change; only a second one, from that page, does it. */
		step: z.enum(['look', 'change', 'save']).default('look'),
		seen: z.string().max(64).catch(''),
		pick: z
			.union([z.string(), z.array(z.string())])
			.transform((typed) => new Set([typed].flat().flatMap((one) => (/^\d{1,3}$/.test(one) ? [Number(one)] : []))))
			.default(new Set()),
		sure: z.literal('yes').optional().catch(undefined),
	})

export interface NamesAnswer {
	form: FormState
	looked?: NamesLooked
}

/**
 * The answer to the form that takes names out of something: how many went, or the page again with a look at each place, or
 * with what must be mended.
 */
export async function answerNames(
	request: Request,
	words: NamesWords,
	{
		preview,
		remove,
	}: {
		preview(asked: NamesAsked): Promise<Exclude<ReturnType<typeof previewNames>, { refused: unknown }> | Refused>
		remove(removing: NamesRemoving): Promise<{ places: number } | Refused>
	},
) {
	const answer = (body: NamesAnswer, status = 200) => ({ answer: data(body, { status }) })
	const { value, form } = await readForm(request, schemaOf(words))
	if (!value) return answer({ form }, 422)
	const { id, step, seen, sure, reason, pick: picked } = value
	if (step === 'change') return answer({ form })
	const asked = { names: value.names.split(/\r?\n/), reason }
	const isConfirmed = step === 'save' && sure === 'yes'
	const removing = isConfirmed ? await remove({ id, seen, picked, ...asked }) : { refused: 'not-seen' as const }
	if ('places' in removing) return { removed: removing.places }
	const looking = await preview(asked)
	if ('refused' in looking) {
		const { refused } = looking
		return answer({ form: refuse(form, words[refused], fields[refused] ?? '') }, 409)
	}
	const { places, toPick, near, nowhere } = looking
	const looked = { places, toPick, near, nowhere, seen: looking.seen }
	if (step === 'look') return answer({ form, looked })
	if (removing.refused === 'nothing-picked')
		return answer({ form: refuse(form, words['nothing-picked'], 'pick'), looked }, 409)
	if (isConfirmed) return answer({ form: refuse(form, words['not-seen']), looked }, 409)
	return answer({ form: refuse(form, unsure, 'sure'), looked }, 422)
}

const unsure = 'Tick the box if the names should go for good'

const fields: Partial<Record<string, string>> = {
	'names-missing': 'names',
	'names-many': 'names',
	'not-a-name': 'names',
	'member-name': 'names',
	'name-not-there': 'names',
	'nothing-picked': 'pick',
	'reason-missing': 'reason',
	'name-in-reason': 'reason',
} satisfies Record<NamesRefusal, string>
