import { officeMarkup, type ScopeData, type Tag, TagPlacement, TemplatePlugin, xml } from 'easy-template-x'

/** Lines for a place: its paragraph is repeated for each of them, and goes where there is none. */
export type LinesContent = { _type: 'lines'; lines: string[] }

/**
 * Repeats the paragraph of a place for each line, so that an office writes `{noi_nhan}` once, in the letters it wants, and
 * needs no signs of a loop. The place is the only one of its paragraph.
 */
export class LinesPlugin extends TemplatePlugin {
  readonly contentType = 'lines'

  override simpleTagReplacements(tag: Tag, data: ScopeData): void {
    if (tag.placement !== TagPlacement.TextNode) return
    const { lines } = data.getScopeData<LinesContent>()
    const paragraph = officeMarkup.query.containingParagraphNode(tag.xmlTextNode)
    const cell = officeMarkup.query.containingTableCellNode(tag.xmlTextNode)
    const around = tag.xmlTextNode.textContent
    for (const line of lines) {
      // A function, so that "$&" in a text stays what it is.
      tag.xmlTextNode.textContent = around.replace(tag.rawText, () => line)
      xml.modify.insertBefore(xml.create.cloneNode(paragraph, true), paragraph)
    }
    const paragraphs = cell?.childNodes?.filter((node) => officeMarkup.query.isParagraphNode(node)) ?? []
    // A cell without a paragraph is one that no program opens.
    if (paragraphs.length === 1) tag.xmlTextNode.textContent = ''
    else xml.modify.remove(paragraph)
  }
}
