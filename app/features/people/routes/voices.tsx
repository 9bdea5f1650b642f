import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listVoices } from '~/../db/queries/partnerships.ts'
import { mostVoices } from '~/domain/people/partnership.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { ButtonLink } from '~/ui/ButtonLink.tsx'
import { SummaryList } from '~/ui/SummaryList.tsx'
import { VoiceMark } from '~/ui/VoiceMark.tsx'
import { peopleTitle } from '../titles.ts'
import { visitAsFacilitator } from '../visit-people.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => peopleTitle(data?.partnership, 'Voices')

export async function loader(args: LoaderFunctionArgs) {
	const { partnership, place, base } = await visitAsFacilitator(args)
	const voices = await listVoices(args.context.db.read, place)
	return { partnership: partnership.name, base, voices }
}

export default function VoicesPage() {
	const { base, voices } = useLoaderData<typeof loader>()
	return (
		<>
			<BackLink href={base}>People</BackLink>
			<h1 className="govuk-heading-xl">Voices</h1>
			<p className="govuk-body-l">
				A voice is the side a member speaks from. Call them what people here call themselves.
			</p>
			<SummaryList
				rows={voices.map(({ id, name, plural, shape }) => ({
					key: <VoiceMark shape={shape} name={name} />,
					value: plural,
					action: { href: `${base}/voices/${id}`, text: 'Rename', hidden: name },
				}))}
			/>
			{voices.length < mostVoices && <ButtonLink href={`${base}/voices/new`}>Add a voice</ButtonLink>}
		</>
	)
}
