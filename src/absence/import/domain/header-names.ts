import type { ImportField, ImportKind } from './fields.js';

type Names = Readonly<Partial<Record<ImportField, readonly string[]>>>;

const list = (names: string): string[] => names.split(',').map((name) => name.replace(/\s+/g, ' ').trim());

const EMPLOYEE_NUMBER =
  list(`tjenestenr, tjenestenummer, medarbejdernr, medarbejdernummer, lønnr, lønnummer, ansættelsesnr,
  ansættelsesnummer, personalenr, personalenummer, medarbejder id, medarbejderid, employee number,
  employee no, employee id, employeenumber, employeeid, employee, personnel number, personnel no,
  payroll number, payroll no, staff number, staff id, emp no, emp id, nummer`);

const ROSTER: Names = {
  employeeNumber: EMPLOYEE_NUMBER,
  personKey: list(
    `cpr, cprnr, cpr nr, cpr nummer, cprnummer, personnøgle, person id, personid, person key, person`,
  ),
  name: list(`navn, medarbejdernavn, fulde navn, medarbejder, name, full name, employee name`),
  unit: list(`enhed, enhedssti, organisatorisk enhed, organisation, afdeling, arbejdssted, arbejdsplads,
    tjenestested, institution, team, unit, unit path, org unit, organisational unit, organizational
    unit, department, workplace`),
  jobGroup:
    list(`stilling, stillingsbetegnelse, stillingskategori, personalegruppe, overenskomst, job, job title,
    jobtitle, job group, position, title`),
  from: list(`ansat fra, ansat dato, ansættelsesdato, ansættelse fra, ansat, tiltrådt, tiltrædelse,
    tiltrædelsesdato, startdato, fra, employed from, employment start, hire date, hired, start date,
    from, start`),
  to: list(`ansat til, ansættelse til, fratrådt, fratrædelse, fratrædelsesdato, slutdato, til, employed to,
    employed until, employment end, termination date, end date, to, until, end`),
  weeklyHours:
    list(`timer pr uge, ugentlige timer, ugetimer, timer uge, ugentlig arbejdstid, arbejdstid, timetal,
    beskæftigelse timer, timer, weekly hours, hours per week, hours a week, weeklyhours, hours`),
  manager: list(`leder, nærmeste leder, leder tjenestenr, leders tjenestenr, leder nr, ledernr, chef, manager,
    line manager, manager number, manager id, supervisor`),
  phone: list(`privat telefon, privattelefon, telefon privat, mobil privat, privat mobil, private phone`),
  email: list(`privat email, privat e mail, privatmail, email privat, private email, private e mail`),
  validFrom:
    list(`gælder fra, gyldig fra, ændret fra, ændringsdato, pr dato, valid from, effective from, effective
    date, as of`),
};

const ABSENCES: Names = {
  employeeNumber: EMPLOYEE_NUMBER,
  code: list(`fraværskode, fraværsart, fraværstype, lønart, løntype, kode, årsagskode, art, absence code,
    absence type, absencecode, wage type, code, type, kind`),
  cause: list(`fraværsårsag, årsag, fraværstekst, fraværskode tekst, kodetekst, beskrivelse, fravær, tekst,
    cause, absence cause, reason, absence reason, description, text`),
  from: list(`fra, fra dato, fradato, dato fra, fravær fra, startdato, første dag, første fraværsdag, første
    sygedag, begyndt, start, from, from date, fromdate, start date, startdate, first day, date from,
    begin date`),
  to: list(`til, til dato, tildato, dato til, fravær til, slutdato, sidste dag, sidste fraværsdag, sidste
    sygedag, slut, til og med, to, to date, todate, end date, enddate, last day, date to, until, end`),
  days: list(
    `dage, antal dage, kalenderdage, fraværsdage, days, calendar days, number of days, absence days`,
  ),
  degree: list(`grad, fraværsgrad, fraværsprocent, procent, fraværspct, fravær %, fravær pct, fravær procent,
    pct, %, degree, percent, percentage, absence percent, absence percentage`),
  registered:
    list(`registreret, registreret dato, registreringsdato, indberettet, indberetningsdato, oprettet,
    registered, registered on, registration date, recorded, recorded on, created`),
  hours: list(`timer, fraværstimer, antal timer, tabte timer, hours, absence hours, hours lost, lost hours`),
};

/** Names of columns as Danish and English systems write them, likeliest first, in the form that `plain` gives. */
export const COLUMN_NAMES: Readonly<Record<ImportKind, Names>> = { roster: ROSTER, absences: ABSENCES };
