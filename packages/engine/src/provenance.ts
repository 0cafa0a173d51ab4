export { type PackageVersions, packageVersions } from './provenance/package-versions.js'
