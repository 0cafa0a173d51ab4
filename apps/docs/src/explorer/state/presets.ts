/** A view that is opened filled: what it shows, and the query of its link. */
export interface Preset {
  readonly title: string
  readonly query: string
}

/** Views to begin with: the paper's figures that are curves or regions, and questions that people come with. */
export const presets: readonly Preset[] = [
  { title: 'The first view', query: '' },
  {
    title: 'The paper’s Figure 4: who shares the antennas gets less each',
    query: 'L=1&J=1&Q=1&each=L:1,2,4&range=1..10&chart=communication-rate',
  },
  {
    title: 'The paper’s Figure 5: how many users are best',
    query: 'L=1&J=10&Q=1&each=M_t:10,20&range=1..20&chart=communication-ase',
  },
  {
    title: 'The paper’s Figure 6: cells that cooperate',
    query: 'L=1&J=1&Q=1&each=L:1,2,3,4,5&range=1..20&chart=communication-ase',
  },
  {
    title: 'The paper’s Figure 7: what the interference hole gives',
    query: 'K=1&L=1&J=1&Q=1&M_r=10&axis=deltaT&range=0.1..1000&x=logarithmic&chart=sensing-rate',
  },
  { title: 'The paper’s Figure 9: trade-off between the rates', query: 'view=region&plane=rate' },
  { title: 'The paper’s Figure 10: trade-off of a square kilometre', query: 'view=region' },
  { title: '64 antennas, sensing first', query: 'M_t=64&K=2&L=2&J=8&Q=6&axis=Q&range=1..8&chart=sensing-ase' },
  { title: 'Nobody is left out: the worst 5 % of the users', query: 'quantity=percentile-rate:5%25&each=L:1,2,4' },
  { title: 'A planner’s question: at least 2 nat/s/Hz for each target', query: 'view=region&limits=R_s~2&rho=0.7' },
  { title: 'A lecture: what nulling does in one drop', query: 'view=drop&stage=no-nulling' },
  { title: 'A simulation that finds the theorem', query: 'view=simulation' },
]
