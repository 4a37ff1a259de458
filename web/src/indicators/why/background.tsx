import { formatDay, isOwnIndicator, type Output, type SourceDocument, unitTitle } from '@moc57/shared'
import type { readIndicator } from '@moc57/shared/api'
import { Link } from '@tanstack/react-router'
import { useAsOf } from '../../lib/as-of.ts'
import { uncapitalize } from '../../lib/text.ts'
import { AbbreviationList, Explained } from '../../ui/abbreviations.tsx'
import { Section } from '../../ui/page.tsx'

type Indicator = Output<typeof readIndicator>

/** Who is responsible, what is counted, and which documents the targets come from. */
export function BackgroundSection({ indicator }: { indicator: Indicator }) {
  const { numerator, denominator, deliverable, group, plan, number } = indicator
  const isOwn = isOwnIndicator(number)
  return (
    <Section title="Phân công, cách hiểu và căn cứ">
      <div className="columns">
        <dl className="facts">
          <Assignment indicator={indicator} />
          <dt>Nhóm</dt>
          <dd>
            {group.code}. {group.name}
          </dd>
          {numerator && denominator && (
            <>
              <dt>Tử số</dt>
              <dd>{numerator}</dd>
              <dt>Mẫu số</dt>
              <dd>
                {denominator}
                {!isOwn && (
                  <span className="detail">
                    Tử số và mẫu số là cách hiểu của phần mềm; kế hoạch không định nghĩa.
                  </span>
                )}
              </dd>
            </>
          )}
        </dl>
        <dl className="facts">
          <dt>Sản phẩm đầu ra</dt>
          <dd>{deliverable ?? 'Kế hoạch không ghi'}</dd>
          {!(isOwn && plan.source === 'reference') && (
            <>
              <dt>Căn cứ</dt>
              <dd>
                {documentText(plan.document)}
                {plan.source === 'reference' && (
                  <span className="detail">
                    Kế hoạch của {unitTitle(plan.unit)}, dùng làm tham chiếu; đơn vị chưa ban hành bảng chỉ
                    tiêu riêng.
                  </span>
                )}
              </dd>
            </>
          )}
          {ownSources(indicator).map((source) => (
            <OwnSource key={source.milestones.join()} {...source} />
          ))}
        </dl>
      </div>
      <AbbreviationList texts={textsOf(indicator)} />
    </Section>
  )
}

/** The texts of the page that may abbreviate. */
function textsOf({ shortName, name, numerator, denominator, deliverable, assignment }: Indicator): string[] {
  const persons = assignment
    ? [assignment.directingLeader, assignment.responsibleOfficer, assignment.leadBody]
    : []
  return [shortName, name, numerator, denominator, deliverable, ...persons].filter((text) => text !== null)
}

function Assignment({ indicator: { assignment, unit } }: { indicator: Indicator }) {
  const asOf = useAsOf()
  if (!assignment) {
    return (
      <>
        <dt>Phân công</dt>
        <dd>
          Đơn vị chưa phân công
          <span className="detail">Phân công của kế hoạch tham chiếu không áp dụng cho đơn vị khác.</span>
        </dd>
      </>
    )
  }
  return (
    <>
      <dt>Đồng chí chỉ đạo</dt>
      <dd>
        <Link
          to="/don-vi/$unitCode/lanh-dao/$leaderId"
          params={{ unitCode: unit.code, leaderId: assignment.leader.id }}
          search={{ ky: asOf }}
        >
          <Explained text={assignment.directingLeader} />
        </Link>
      </dd>
      <dt>Đồng chí chủ trì</dt>
      <dd>
        <Explained text={assignment.responsibleOfficer} />
      </dd>
      <dt>Cơ quan chủ trì</dt>
      <dd>{assignment.leadBody}</dd>
    </>
  )
}

type OwnSourceProps = Pick<Indicator['ownTargets'][number], 'document' | 'quotation' | 'note'> & {
  milestones: readonly number[]
  label: string
}

/** Where the unit's own targets are stated, those of one place together. */
function ownSources({ ownTargets, number }: Indicator): OwnSourceProps[] {
  const places = Map.groupBy(ownTargets, ({ document, quotation, note }) =>
    JSON.stringify([document.id, quotation, note]),
  )
  return [...places.values()].flatMap((targets) => {
    const [first] = targets
    const milestones = targets.map(({ milestone }) => milestone)
    const label = `Mục tiêu ${isOwnIndicator(number) ? '' : 'riêng '}mốc ${milestones.join(', ')}`
    return first ? [{ ...first, milestones, label }] : []
  })
}

function OwnSource({ label, document, quotation, note }: OwnSourceProps) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {documentText(document)}
        {quotation && <blockquote>“{quotation}”</blockquote>}
        {note && <span className="detail">{note}</span>}
      </dd>
    </>
  )
}

function documentText({ kind, number, issuedOn, title }: SourceDocument): string {
  const parts = [
    number && `số ${number}`,
    issuedOn && `${issuedOn.length > 7 ? 'ngày' : 'tháng'} ${formatDay(issuedOn)}`,
  ]
  const reference = parts.filter(Boolean).join(', ')
  const word = kind === 'plan' ? 'Kế hoạch' : 'Báo cáo'
  const name = title.toLocaleLowerCase('vi').startsWith(word.toLocaleLowerCase('vi'))
    ? title
    : `${word} ${uncapitalize(title)}`
  return reference ? `${name} (${reference})` : name
}
