export class EmployeeNoticeView {
  /** A proposal in Danish. */
  text: string;
}
