/** Who may import whom: see docs/decisions/001-shape.md. Checked by `npm run boundaries`. */
const driver = 'node_modules/(drizzle-orm|better-sqlite3|pg)/'

module.exports = {
	forbidden: [
		{
			name: 'domain-is-pure',
			severity: 'error',
			comment: 'Pass rows, clock and randomness in. Hashing is a pure function, so node:crypto may be used for it.',
			from: { path: '^app/domain/', pathNot: '[.]test[.]ts$' },
			to: { pathNot: '^app/domain/|^(node:)?crypto$' },
		},
		{
			name: 'sql-stays-in-db',
			severity: 'error',
			from: { path: '^(app|collab-server|server[.]ts|cli[.]ts)' },
			to: { path: `^db/(schema|dialect)/|${driver}` },
		},
		{
			name: 'db-knows-only-the-domain',
			severity: 'error',
			from: { path: '^db/', pathNot: '^db/example/' },
			to: { path: '^(app|collab-server)/', pathNot: '^app/domain/' },
		},
		{
			name: 'collab-server-knows-domain-and-queries',
			severity: 'error',
			from: { path: '^collab-server/', pathNot: '[.]test[.]ts$|/testing/' },
			to: { path: '^(app|db)/', pathNot: '^app/domain/|^db/(queries/|database)' },
		},
		{
			name: 'app-does-not-know-the-collab-server',
			severity: 'error',
			from: { path: '^app/' },
			to: { path: '^collab-server/' },
		},
		{
			name: 'ui-knows-nothing-of-the-product',
			severity: 'error',
			from: { path: '^app/ui/' },
			to: { path: '^(app|db)/', pathNot: '^app/ui/' },
		},
		{
			name: 'http-knows-domain-and-db',
			severity: 'error',
			from: { path: '^app/http/' },
			to: { path: '^app/', pathNot: '^app/(http|domain)/' },
		},
		{
			name: 'features-do-not-share-routes',
			severity: 'error',
			from: { path: '^app/features/([^/]+)/' },
			to: { path: '^app/features/[^/]+/routes/', pathNot: '^app/features/$1/' },
		},
		{
			name: 'recount-stands-alone',
			severity: 'error',
			comment: 'Whoever distrusts the engine reads one small program.',
			from: { path: '^recount/', pathNot: '[.]test[.]ts$' },
			to: { pathNot: '^recount/|^(node:)?(crypto|fs|path|process|v8)$' },
		},
		{ name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
		{ name: 'no-orphan-imports', severity: 'error', from: {}, to: { couldNotResolve: true } },
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsConfig: { fileName: 'tsconfig.json' },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'require', 'node', 'default', 'types'],
		},
	},
}
