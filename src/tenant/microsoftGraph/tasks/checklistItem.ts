/** A step of a task (graph resources/checklistitem). */
export interface ChecklistItem {
  id: string;
  displayName: string;
  createdDateTime: string;
  /** Absent while it is open. */
  checkedDateTime?: string;
  isChecked: boolean;
}

/** The checklist kept in a task's row, in the order it was written. */
export function checklistOf(taskBody: string): ChecklistItem[] {
  return (JSON.parse(taskBody) as { checklistItems?: ChecklistItem[] }).checklistItems ?? [];
}
