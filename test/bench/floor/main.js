/** The smallest honest page: React, react-query, and the table of a unit's indicators from the same answer. */
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { createElement as h } from 'react'
import { createRoot } from 'react-dom/client'

function Page() {
  const { data } = useQuery({
    queryKey: ['progress'],
    queryFn: async () => (await fetch(`/api/units/11443/progress${location.search}`)).json(),
  })
  if (!data) return null
  const row = (item) =>
    h(
      'tr',
      { key: item.number },
      [item.number, item.name, item.value, item.next?.gap, item.pace?.neededPerQuarter, item.status].map(
        (text, at) => h('td', { key: at }, text),
      ),
    )
  return h(
    'main',
    null,
    h('h1', null, data.unit.name),
    h(
      'p',
      null,
      `${data.items.length} chỉ tiêu, ${data.asOf}: ${data.items.map(({ name }) => name).slice(0, 2)}`,
    ),
    h('table', null, h('tbody', null, data.items.map(row))),
  )
}

createRoot(document.querySelector('#root')).render(
  h(QueryClientProvider, { client: new QueryClient() }, h(Page)),
)
