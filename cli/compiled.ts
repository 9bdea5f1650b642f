declare const __COMPILED__: boolean | undefined

/** Whether this process runs the program that `npm run build` made (`compile.ts`), or its sources. */
export const isCompiled = typeof __COMPILED__ !== 'undefined'
