import type { ComponentProps } from 'react'
import { DateInput } from '~/ui/DateInput.tsx'
import { TextInput } from '~/ui/TextInput.tsx'

interface WhenAndWhereFieldsProps {
	errors: Record<string, string[]>
	day: ComponentProps<typeof DateInput>['defaultValue']
	time: string | undefined
	place: string | undefined
}

/** When and where a meeting is, as `meeting-forms` reads it. */
export function WhenAndWhereFields({ errors, day, time, place }: WhenAndWhereFieldsProps) {
	return (
		<>
			<DateInput
				name="day"
				legend="Day"
				legendSize="s"
				hint="For example, 27 3 2027."
				errors={errors.day}
				defaultValue={day}
			/>
			<TextInput
				name="time"
				label="When it begins"
				hint="By the clock in London, like 2pm or 14:30."
				width={10}
				errors={errors.time}
				defaultValue={time}
			/>
			<TextInput
				name="place"
				label="Where"
				hint="A place, or the link people join by. Everyone reads it."
				errors={errors.place}
				defaultValue={place}
			/>
		</>
	)
}
