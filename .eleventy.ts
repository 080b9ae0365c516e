/** Eleventy's configuration: wiring only. `npm run build` starts Eleventy with this file and gives it the plan to render. */
import { configureEleventy } from './src/eleventy/configure.ts';

export default configureEleventy;
