import { partField } from '~/features/decisions/board/seat-form.ts'
import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { ButtonGroup } from '~/ui/ButtonGroup.tsx'
import { Select } from '~/ui/Select.tsx'
import type { ShownRoom } from '../read-room.server.ts'
import { AttendanceFields } from './AttendanceFields.tsx'

/** Who came and how. Everything typed comes back. */
export function AttendanceForm({ room, form }: { room: ShownRoom; form?: FormState }) {
	const { members, officers, first, digest } = room
	const values: FormState['values'] = form?.values ?? first
	const field = (name: string) => {
		const value = values[name]
		return { name, errors: form?.errors[name], defaultValue: typeof value === 'string' ? value : undefined }
	}
	const people = members.map(({ memberId, name, right }) => ({
		value: memberId,
		text: right ? `${name}, ${right}` : name,
	}))
	return (
		<form method="post" noValidate>
			<input type="hidden" name="base" value={digest} />
			<Select {...field('presiderId')} label="Who presides?" items={[{ value: '', text: 'Not said yet' }, ...people]} />
			<Select
				{...field('clerkId')}
				label="Who takes the minutes?"
				items={[{ value: '', text: 'Not said yet' }, ...officers]}
			/>
			<p className="govuk-body">
				Nobody is taken to be there until you say so. Enter first who is absent, remote or replaced. Then one button
				enters all the others and saves.
			</p>
			{members.map((member) => (
				<AttendanceFields
					key={member.memberId}
					member={member}
					field={field}
					isSaid={first[partField(member.memberId)] !== undefined}
				/>
			))}
			<NhsNumberChoice form={form} />
			<ButtonGroup>
				<Button name="step" value="save">
					Save who is there
				</Button>
				<Button kind="secondary" name="step" value="rest-present">
					Everybody else is there
				</Button>
			</ButtonGroup>
		</form>
	)
}
