/*
 * Which files others than the unit see, in SQL: `file` is the name that their table has in the statement.
 */

/**
 * The public sees a file from the moment that a figure of its quarter is approved after the file was added: one that
 * was added for a correction waits with it.
 */
export const isApproved = (file: string) => `EXISTS (
    SELECT 1 FROM measurement_states AS approval JOIN measurements AS figure ON figure.id = approval.measurement_id
    WHERE figure.unit_code = ${file}.unit_code AND figure.indicator_number = ${file}.indicator_number
      AND figure.period = ${file}.period AND approval.state = 'approved' AND approval.at >= ${file}.at
  )`

/** The city also sees what was added since it asked for an explanation of the figure, once that is answered. */
const isAnswered = (file: string) => `EXISTS (
    SELECT 1 FROM explanation_events AS answer JOIN explanations AS asked ON asked.id = answer.explanation_id
    WHERE asked.unit_code = ${file}.unit_code AND asked.indicator_number = ${file}.indicator_number
      AND asked.period = ${file}.period AND asked.asked_as = 'city' AND asked.at <= ${file}.at
      AND answer.action = 'answer' AND answer.at >= ${file}.at
  )`

/** What the city sees: that, and what was sent to it. */
export const isHandedOver = (file: string) => `(${isApproved(file)} OR ${isAnswered(file)})`
