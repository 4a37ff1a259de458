import { nationalTitle, type ReportContent, type ReportDocument, reportDocument } from '@moc57/shared'
import { AnnexTable } from './annex-table.tsx'
import styles from './paper.module.css'

/** A report on paper: the same words in the same places as in Word, for the eye and for the printer. */
export function ReportPaper({ content }: { content: ReportContent }) {
  const report = reportDocument(content)
  const marks = report.marks.join(' - ')
  return (
    <article className={styles.paper} aria-label="Nội dung báo cáo">
      <style>{marginOf(marks)}</style>
      <div className={styles.sheet}>
        {marks && <p className={styles.marks}>{marks}</p>}
        <Letterhead report={report} />
        <h2 className={styles.title}>
          {report.title}
          {report.subject.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </h2>
        <Addressees names={report.addressees} />
        <div className={styles.body}>
          {report.opening.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {report.sections.map(({ heading, parts }) => (
            <section key={heading}>
              <h3>{heading}</h3>
              {parts.map(({ title, paragraphs }, index) => (
                <div key={title ?? index}>
                  {title && <h4>{title}</h4>}
                  {paragraphs.map((text, line) => (
                    <p key={line}>{text}</p>
                  ))}
                </div>
              ))}
            </section>
          ))}
        </div>
        <div className={styles.end}>
          <div className={styles.body}>
            <p>{report.closing}</p>
          </div>
          <Signature report={report} />
        </div>
      </div>
      <div className={styles.annex}>
        {marks && <p className={styles.marks}>{marks}</p>}
        <h3 className={styles.annexTitle}>
          <span>{report.annex.label}</span>
          <span>{report.annex.title}</span>
        </h3>
        <p className={styles.enclosed}>{report.annex.enclosedWith}</p>
        <AnnexTable heads={report.annex.columns} figures={content.figures} />
      </div>
    </article>
  )
}

/** On paper the marks stand in the margin of every page, which only a style sheet can fill. */
function marginOf(marks: string): string {
  const box = `@top-right { content: "${marks}"; color: #b3261e; font: bold 10pt "Times New Roman", serif; }`
  return marks && ['moc57-report', 'moc57-annex'].map((name) => `@page ${name} { ${box} }`).join('\n')
}

function Letterhead({ report: { superior, issuer, number, placeAndDay } }: { report: ReportDocument }) {
  return (
    <div className={styles.letterhead}>
      <div>
        {superior.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {issuer.map((line) => (
          <p key={line} className={styles.issuer}>
            {line}
          </p>
        ))}
        <hr className={styles.issuerLine} />
        <p className={styles.number}>{number}</p>
      </div>
      <div>
        <p className={styles.country}>{nationalTitle.country}</p>
        <p className={styles.motto}>{nationalTitle.motto}</p>
        <p className={styles.day}>{placeAndDay}</p>
      </div>
    </div>
  )
}

function Addressees({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null
  if (names.length === 1) return <p className={styles.sentTo}>Kính gửi: {names[0]}.</p>
  return (
    <div className={styles.sentToMany}>
      <p>Kính gửi:</p>
      <ul>
        {names.map((name, index) => (
          <li key={name}>{`- ${name}${index === names.length - 1 ? '.' : ';'}`}</li>
        ))}
      </ul>
    </div>
  )
}

function Signature({ report: { recipients, authority, signerName } }: { report: ReportDocument }) {
  return (
    <div className={styles.signature}>
      <div>
        <p className={styles.recipientsTitle}>Nơi nhận:</p>
        {recipients.map((line) => (
          <p key={line} className={styles.recipient}>
            {line}
          </p>
        ))}
      </div>
      <div className={styles.signer}>
        {authority.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p className={styles.signerName}>{signerName}</p>
      </div>
    </div>
  )
}
