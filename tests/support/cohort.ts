/** 400 learners as a school in Germany has them in a spreadsheet; the rows of six have a fault, each another one. */
export function cohort(): string {
  const learners = Array.from({ length: 400 }, (_, at) => [`Learner${at}`, `Nummer ${at}`, `l${at}@school.example`, '3b', '2029-01-31']);
  learners[3]![2] = 'l3@';
  learners[50]![2] = 'l50 at school.example';
  learners[99]![2] = '';
  learners[150]![4] = 'next year';
  learners[250]![4] = '1999-01-01';
  learners[399]!.push('a note beside the table');
  return ['Vorname;Nachname;E-Mail;Klasse;Gültig bis', ...learners.map((cells) => cells.join(';')), ''].join('\r\n');
}

/** The rows with faults as they are downloaded, with their faults mended by hand. */
export function mended(rejects: string): string {
  return rejects
    .replace('l3@', 'l3@school.example')
    .replace('l50 at school', 'l50@school')
    .replace('Nummer 99,,', 'Nummer 99,l99@school.example,')
    .replace('next year', '2029-01-31')
    .replace('1999-01-01', '2029-01-31');
}
