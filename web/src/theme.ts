import { createTheme, type MantineColorsTuple } from '@mantine/core'

const blue: MantineColorsTuple = [
  '#eef4fb',
  '#dbe7f4',
  '#b4cde8',
  '#8ab1db',
  '#669ad0',
  '#4f8bca',
  '#4283c7',
  '#2c66a8',
  '#1d4f91',
  '#153d73',
]

export const theme = createTheme({
  colors: { blue },
  primaryColor: 'blue',
  primaryShade: 8,
  autoContrast: true,
  fontFamily: 'var(--font)',
  defaultRadius: 4,
  cursorType: 'pointer',
})
