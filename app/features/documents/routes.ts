import { index, route } from '@remix-run/route-config'

const page = (name: string) => `features/documents/routes/${name}.tsx`

/** Under `/p/:partnership/documents`. */
export const documents = [
	index(page('documents')),
	route('new', page('start')),
	route(':document', page('document')),
	route(':document/write', page('write')),
	route(':document/sections/:section', page('section')),
	route(':document/terms', page('terms')),
	route(':document/proposal', page('proposal')),
	route(':document/rescued', page('rescued')),
	route(':document/visibility', page('visibility')),
	route(':document/final', page('final')),
	route(':document/open-again', page('open-again')),
	route(':document/stop', page('stop')),
	route(':document/erasure', page('erasure')),
	route(':document/versions', page('versions')),
	route(':document/versions/:number', page('version')),
	route(':document/versions/:number/content.json', 'features/documents/routes/version-content.ts'),
]
