export type Marker = 'circle' | 'square' | 'triangle' | 'diamond' | 'triangle-down' | 'pentagon'

/** The part of a canvas path that shapes are drawn with. */
interface Path {
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  arc(x: number, y: number, radius: number, startAngle: number, endAngle: number): void
  closePath(): void
}

/** A shape as Observable Plot takes it: drawn around the origin with an area of `size` square pixels. */
export interface MarkerShape {
  draw(path: Path, size: number): void
}

const polygon = (corners: number, turn: number): MarkerShape => ({
  draw(path, size) {
    const radius = Math.sqrt((2 * size) / (corners * Math.sin((2 * Math.PI) / corners)))
    for (let corner = 0; corner < corners; corner += 1) {
      const angle = turn + (2 * Math.PI * corner) / corners
      const x = radius * Math.cos(angle)
      const y = radius * Math.sin(angle)
      if (corner === 0) path.moveTo(x, y)
      else path.lineTo(x, y)
    }
    path.closePath()
  },
})

const up = -Math.PI / 2

export const markerShapes: Readonly<Record<Marker, MarkerShape>> = {
  circle: {
    draw(path, size) {
      const radius = Math.sqrt(size / Math.PI)
      path.moveTo(radius, 0)
      path.arc(0, 0, radius, 0, 2 * Math.PI)
    },
  },
  square: polygon(4, up + Math.PI / 4),
  triangle: polygon(3, up),
  diamond: polygon(4, up),
  'triangle-down': polygon(3, -up),
  pentagon: polygon(5, up),
}

/** The `d` attribute of a shape. */
export const markerPath = (marker: Marker, size: number): string => {
  const parts: string[] = []
  markerShapes[marker].draw(
    {
      moveTo: (x, y) => parts.push(`M${rounded(x)},${rounded(y)}`),
      lineTo: (x, y) => parts.push(`L${rounded(x)},${rounded(y)}`),
      arc: (_x, _y, radius) => {
        const r = rounded(radius)
        parts.push(`A${r},${r},0,1,1,${-r},0A${r},${r},0,1,1,${r},0`)
      },
      closePath: () => parts.push('Z'),
    },
    size,
  )
  return parts.join('')
}

const rounded = (coordinate: number): number => Math.round(coordinate * 1000) / 1000
