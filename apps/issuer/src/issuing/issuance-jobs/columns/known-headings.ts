import type { JobColumn } from '@proofmark/schemas/api';

/** Headings of the tables that schools have, in five languages: in small letters, without accents, and with one space for any other sign. */
const HEADINGS: Readonly<Record<JobColumn, readonly string[]>> = {
  email: [
    ...['email', 'e mail', 'mail', 'email address', 'e mail address', 'mail address', 'primary email', 'work email', 'school email'],
    ...['e mail adresse', 'email adresse', 'mailadresse', 'emailadresse', 'mail adresse'],
    ...[
      'courriel',
      'adresse e mail',
      'adresse email',
      'adresse mail',
      'adresse courriel',
      'adresse de courriel',
      'adresse electronique',
      'mel',
    ],
    ...['correo', 'correo electronico', 'correo e', 'direccion de correo', 'direccion de correo electronico', 'direccion email'],
    ...['e mailadres', 'emailadres', 'mailadres', 'email adres', 'e mail adres'],
  ],
  did: ['did', 'decentralized identifier'],
  name: [
    ...['name', 'full name', 'fullname', 'student', 'student name', 'learner', 'learner name', 'participant', 'recipient', 'display name'],
    ...[
      'vollstandiger name',
      'vor und nachname',
      'name vorname',
      'vorname nachname',
      'vorname name',
      'teilnehmer',
      'teilnehmerin',
      'lernende',
    ],
    ...['nom', 'nom complet', 'nom et prenom', 'prenom et nom', 'nom prenom', 'prenom nom', 'etudiant', 'apprenant', 'eleve'],
    ...['nombre', 'nombre completo', 'nombre y apellidos', 'apellidos y nombre', 'alumno', 'estudiante', 'participante'],
    ...['naam', 'volledige naam', 'voornaam en achternaam', 'voor en achternaam', 'cursist', 'deelnemer', 'leerling'],
  ],
  given_name: [
    ...['given name', 'given names', 'first name', 'firstname', 'forename', 'vorname', 'vornamen', 'rufname'],
    ...['prenom', 'prenoms', 'nombre de pila', 'nombres', 'voornaam', 'voornamen', 'roepnaam'],
  ],
  family_name: [
    ...['family name', 'last name', 'lastname', 'surname', 'nachname', 'familienname', 'zuname'],
    ...['nom de famille', 'apellido', 'apellidos', 'achternaam', 'familienaam'],
  ],
  external_id: [
    ...['external id', 'externalid', 'id', 'id number', 'idnumber', 'student id', 'student number', 'learner id', 'user id', 'sis user id'],
    ...['matrikelnummer', 'matrikelnr', 'matrikel nr', 'matrikel', 'personalnummer', 'teilnehmernummer', 'schulernummer', 'kundennummer'],
    ...['matricule', 'numero d etudiant', 'numero etudiant', 'n etudiant', 'identifiant', 'numero d eleve'],
    ...['matricula', 'numero de matricula', 'numero de alumno', 'numero de estudiante', 'expediente', 'numero de expediente'],
    ...['studentnummer', 'leerlingnummer', 'cursistnummer', 'deelnemersnummer', 'personeelsnummer'],
  ],
  language: ['language', 'preferred language', 'locale', 'lang', 'sprache', 'langue', 'idioma', 'taal'],
  evidence: [
    ...['evidence', 'work', 'link', 'links', 'url', 'project', 'project link', 'repository', 'portfolio', 'link to the work'],
    ...['arbeit', 'projekt', 'projektlink', 'nachweis', 'nachweise', 'link zur arbeit', 'adresse der arbeit'],
    ...['travail', 'lien', 'projet', 'preuve', 'preuves', 'lien du projet', 'lien vers le travail'],
    ...['trabajo', 'enlace', 'proyecto', 'evidencia', 'enlace del proyecto', 'enlace al trabajo'],
    ...['werk', 'bewijs', 'bewijsstuk', 'link naar het werk', 'projectlink'],
  ],
  narrative: ['narrative', 'justification', 'begrundung', 'justificacion', 'toelichting'],
  valid_from: [
    ...[
      'valid from',
      'issued',
      'issued on',
      'issue date',
      'date of issue',
      'gultig ab',
      'gultig von',
      'ausgestellt am',
      'ausstellungsdatum',
    ],
    ...[
      'valable a partir du',
      'date d emission',
      'date de delivrance',
      'valido desde',
      'fecha de emision',
      'geldig vanaf',
      'uitgegeven op',
    ],
  ],
  valid_until: [
    ...['valid until', 'valid to', 'expires', 'expires on', 'expiry date', 'expiration date', 'gultig bis', 'ablaufdatum', 'lauft ab am'],
    ...[
      'valable jusqu au',
      'date d expiration',
      'expire le',
      'valido hasta',
      'fecha de caducidad',
      'caduca el',
      'geldig tot',
      'vervaldatum',
    ],
  ],
};

const BY_HEADING: ReadonlyMap<string, JobColumn> = new Map(
  (Object.keys(HEADINGS) as JobColumn[]).flatMap((column) => HEADINGS[column].map((heading) => [heading, column] as const)),
);

/** Letters of a heading that are looked at. */
const MOST = 100;

/** A heading in the form in which they are compared. */
export function plainHeading(heading: string): string {
  return heading
    .slice(0, MOST)
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What a heading means in a table of a school; null where that is not known. */
export function columnOfHeading(heading: string): JobColumn | null {
  return BY_HEADING.get(plainHeading(heading)) ?? null;
}
