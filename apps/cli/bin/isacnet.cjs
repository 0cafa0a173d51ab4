#!/usr/bin/env node
// `--version` and `--help` alone print what the package has written down; all else loads the program.
const [flag, ...others] = process.argv.slice(2)

const print = (text) => {
  process.stdout.on('error', ({ code }) => process.exit(code === 'EPIPE' ? 0 : 1))
  process.stdout.write(text)
}

if (others.length > 0) import('../dist/main.js')
else if (flag === '--version' || flag === '-V') print(`${require('../package.json').version}\n`)
// On a narrower terminal the help is wrapped for it.
else if ((flag === '--help' || flag === '-h') && (process.stdout.columns ?? 100) >= 100)
  print(require('../dist/help.json'))
else import('../dist/main.js')
