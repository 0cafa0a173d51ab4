import { communicationRate, type MethodRate, ratesByMethod, sensingRate } from '@isacnet/analysis'
import { defineNetwork, isFeasible, quantitySymbol, rateUnit, services } from '@isacnet/model'
import { lightTheme } from '../../src/charts/chart-theme.js'
import { symbolRuns } from '../../src/charts/element.js'
import { drawLineChart } from '../../src/charts/line-chart.js'
import { initialExplorerState } from '../../src/explorer/state/explorer-state.js'
import { typeset } from '../symbols/typeset.js'
import { withDocument } from './with-document.js'
import { writePart, writePublicFile } from './write-page.js'

/** What the explorer's page shows where no script runs: the network that the explorer begins with, as a picture and in numbers. */
export const writeExplorerStatic = (): void => {
  const network = defineNetwork(initialExplorerState.values)
  const { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q } = network
  const rows = services.flatMap(({ service, receiver }) =>
    ratesByMethod(service, network).map(
      (result) =>
        `| ${typeset(quantitySymbol('rate', service))}, of a ${receiver} | ${result.method} | ${shown(result)} |`,
    ),
  )
  writePublicFile('pictures/explorer.svg', picture())
  writePart(
    'explorer-static.md',
    `Without JavaScript this page can’t compute. This is the network that it begins with, $K=${K}$, $L=${L}$, $J=${J}$ and $Q=${Q}$ with the
paper’s $M_t=${network.transmitAntennas}$ antennas; the command computes all others: \`isacnet evaluate --set K=${K} --set L=${L} --set J=${J} --set Q=${Q} --compare\`.

![Average rates of a user and of a target against the users per cell](/pictures/explorer.svg){width=640 height=400}

| rate | method | ${rateUnit('nats')} |
| --- | --- | --- |
${rows.join('\n')}`,
  )
}

const shown = (result: MethodRate): string => ('rate' in result ? result.rate.value.toFixed(4) : 'does not apply')

const picture = (): string => {
  const points = Array.from({ length: 20 }, (_, index) => ({ ...initialExplorerState.values, usersPerCell: index + 1 }))
    .map((values) => defineNetwork(values))
    .filter(isFeasible)
  const line = (symbol: string, colour: string, rate: (network: (typeof points)[number]) => number) => ({
    name: symbol,
    colour,
    dashes: [],
    width: 2,
    points: points.map((network) => ({ x: network.usersPerCell, y: rate(network) })),
    marked: true,
  })
  return withDocument(() => {
    const chart = drawLineChart(
      {
        title: 'Average rate of a user (blue) and of a target (orange)',
        xLabel: ['users per cell ', ...symbolRuns('K')],
        yLabel: [rateUnit('nats')],
        xDomain: [1, points.length],
        xScale: 'linear',
        integerX: true,
        fromZero: true,
        lines: [
          line('R_c', lightTheme.blue, (network) => communicationRate(network).value),
          line('R_s', lightTheme.vermillion, (network) => sensingRate(network).value),
        ],
        rule: initialExplorerState.values.usersPerCell,
        empty: '',
      },
      { width: 640, height: 400 },
      lightTheme,
    )
    return `${chart.element.outerHTML}\n`
  })
}
