import type { LoaderFunctionArgs } from '@remix-run/node'
import { canonicalJson } from '~/domain/canonical-json.ts'
import { versionContent } from '~/domain/documents/version.ts'
import { visitVersion } from '../visit-version.server.ts'

/** The very bytes of the fingerprint: `sha256sum` of this file gives it, unless words were removed since. */
export async function loader(args: LoaderFunctionArgs) {
	const { document, version } = await visitVersion(args)
	return new Response(canonicalJson(versionContent(version)), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="${document.reference}-version-${version.number}.json"`,
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff',
		},
	})
}
