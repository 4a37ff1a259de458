import { flagLabels, type ProgressStatus, verdictLabels } from '@moc57/shared'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import styles from './status-guide.module.css'
import { StatusMeanings } from './status-meanings.tsx'
import { flagMeanings, methodSentences, verdictMeanings } from './wording.ts'

type GuidePanelProps = { at: ProgressStatus | undefined; onClose: () => void }

/** How indicators are judged: statuses in their shapes, the method, verdicts and flags. */
export default function GuidePanel({ at, onClose }: GuidePanelProps) {
  return (
    <Dialog title="Cách đánh giá" onClose={onClose}>
      <div className={`stack ${styles.guide}`}>
        <StatusMeanings at={at} />
        <h3>Cách tính</h3>
        <ul className={styles.method}>
          {methodSentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <h3>Kết luận tại mốc đã đến hạn</h3>
        <MeaningList labels={verdictLabels} meanings={verdictMeanings} />
        <h3>Lưu ý ghi kèm</h3>
        <MeaningList labels={flagLabels} meanings={flagMeanings} />
      </div>
      <DialogActions>
        <button type="button" className="button" onClick={onClose}>
          Đóng
        </button>
      </DialogActions>
    </Dialog>
  )
}

type MeaningListProps<Code extends string> = {
  labels: Record<Code, string>
  meanings: readonly [Code, string][]
}

function MeaningList<Code extends string>({ labels, meanings }: MeaningListProps<Code>) {
  return (
    <dl className={styles.meanings}>
      {meanings.map(([code, meaning]) => (
        <div key={code}>
          <dt>{labels[code]}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}
