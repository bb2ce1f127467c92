import type { Repositories } from '../ports.js';
import { type Refused, refused } from '../result.js';

/** Members and open invitations of one organisation together. */
const MOST_PEOPLE = 500;

/** Mails that ask to join, within a day: to one address, whoever asks, and of one organisation. */
const DAY = 86_400_000;
const MOST_TO_ONE = 3;
const MOST_OF_ONE = 200;

/** Why an address is not invited now; null when it is. To be asked where the members are locked. */
export async function refuseInvitation(
  { people, invitations }: Pick<Repositories, 'people' | 'invitations'>,
  organisationId: string,
  email: string,
  now: Date,
): Promise<Refused | null> {
  const person = await people.findByEmail(email);
  if (person !== null && (await people.lockMember(organisationId, person.id)) !== null)
    return refused('conflict', 'Somebody with this address is a member already.', [
      { pointer: '/email', code: 'not-unique', detail: MEMBER },
    ]);
  const count = (await invitations.countOpen(organisationId, now)) + (await people.countMembers(organisationId));
  if (count >= MOST_PEOPLE) return refused('conflict', `An organisation has at most ${MOST_PEOPLE} members and invitations.`);
  const since = new Date(now.getTime() - DAY);
  if ((await invitations.countSent({ email }, since)) >= MOST_TO_ONE)
    return refused('conflict', `At most ${MOST_TO_ONE} invitations a day are sent to one address. Wait until tomorrow.`);
  if ((await invitations.countSent({ organisationId }, since)) >= MOST_OF_ONE)
    return refused('conflict', `An organisation sends at most ${MOST_OF_ONE} invitations a day. Wait until tomorrow.`);
  return null;
}

const MEMBER = 'is the address of a member: change their role instead, by PATCH /v1/organisations/{organisationId}/members/{personId}';
