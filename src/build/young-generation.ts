/**
 * How Node starts the processes that make pages. In 16 MB, which is V8's own size, too much of what a page leaves is still in use when V8 looks, and is copied: with
 * three times as much a build of seventy thousand articles takes a tenth less of the processors and 60 MB more a process. The size cannot
 * be changed once a process runs, so `npm run build` names it too. Those that build the search leave little that is used for long.
 */
export const YOUNG_GENERATION = '--max-semi-space-size=48';
