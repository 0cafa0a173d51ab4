/** The typefaces of all pictures, named and not embedded. */
export const fontFamily = '"DejaVu Sans", Verdana, sans-serif'
