import { fieldId } from './field-id.ts'

export function ErrorMessage({ name, errors }: { name: string; errors?: string[] }) {
	if (!errors?.length) return null
	return (
		<div id={`${fieldId(name)}-error`} className="govuk-error-message">
			{errors.map((error) => (
				<p key={error}>
					<span className="govuk-visually-hidden">Error: </span>
					{error}
				</p>
			))}
		</div>
	)
}
