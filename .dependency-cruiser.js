// For dependency-cruiser's own command, e.g. `depcruise --config .dependency-cruiser.js packages apps tooling`.
// The check that runs in CI uses the same rules, follows imports between the rooms of a package, and also fails when it read nothing.
import { cruiseOptions, forbidden } from './tooling/checks/src/direction/rules.js'

export default { forbidden, options: cruiseOptions }
