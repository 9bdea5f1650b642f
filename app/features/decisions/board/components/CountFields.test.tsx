import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CastingFields } from './CountFields.tsx'

test('a casting vote needs its reason, and the question for it says so', () => {
	const html = renderToStaticMarkup(<CastingFields field={(name) => ({ name })} prefix="" />)
	expect(html).toContain('A casting vote needs its reason.')
	expect(html).not.toContain('optional')
})
