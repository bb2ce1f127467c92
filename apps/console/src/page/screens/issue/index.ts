import './issue.css';
import type {
  AchievementResource,
  CreatedClaimLink,
  CredentialResource,
  CredentialSummary,
  DuplicateRule,
  Page,
} from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import type { Answer, Failed } from '../../api.js';
import { Draft } from '../../shell/draft.js';
import { Loaded } from '../../shell/loaded.js';
import { sayFailedAway } from '../../shell/say-failed.js';
import { Screen } from '../../shell/screen.js';
import { readAchievements } from '../achievements/read-achievements.js';
import { addressFault } from './address.js';
import { againView } from './again-view.js';
import { doneView } from './done-view.js';
import { EMPTY, faultOf, type IssueForm, issueBody, linksOf, recipientOf } from './form.js';
import { formView, noneView } from './form-view.js';
import { type IssueWords, issueWords } from './words.js';
import { WorkCheck } from './work-check.js';

interface Drafted extends IssueForm {
  readonly achievementId: string;
}

const NOTHING: Drafted = { ...EMPTY, achievementId: '' };

/** What there is to issue; or the badge that was issued, where the address names one. */
interface Known {
  readonly achievements: readonly AchievementResource[];
  readonly badge: CredentialResource | null;
}

/** Issues one badge. */
class Issue extends Screen<IssueWords> {
  protected readonly textsFor: (lang: string) => Promise<IssueWords> = issueWords;
  #known = new Loaded<Known>(
    this,
    (signal) => this.#read(signal),
    () => this.#opened(),
  );
  #draft = new Draft<Drafted>(this, () => NOTHING);
  #check = new WorkCheck(this);
  /** What was typed before waited when the screen was opened. */
  #resumed = false;
  #busy = false;
  #failed: Failed | null = null;
  #fault: ReturnType<typeof faultOf> = null;
  #existing: { readonly badge: CredentialSummary | null } | null = null;
  #link: CreatedClaimLink | null = null;

  protected override open(): void {
    this.#failed = null;
    this.#fault = null;
    this.#existing = null;
    this.#link = null;
    const given = this.place.params.achievementId;
    this.#draft.open(`issue.${this.context.issuer?.id}`);
    this.#resumed = this.#draft.waits;
    if (given !== undefined && given !== this.#draft.value.achievementId) {
      if (this.#draft.waits) this.#draft.change({ achievementId: given });
      else this.#draft.value = { ...NOTHING, achievementId: given };
    }
    void this.#known.load({ forget: true });
  }

  /** Who works with the keyboard goes on at what there is now. */
  #opened(): void {
    this.#look();
    if (this.place.query.has('done')) void this.#show('h1');
  }

  async #read(signal: AbortSignal): Promise<Answer<Known>> {
    const { ask, issuer } = this.context;
    const done = this.place.query.get('done');
    if (done !== null) {
      const badge = await ask<CredentialResource>('GET', `credentials/${encodeURIComponent(done)}`, undefined, { signal });
      return badge.ok ? { ok: true, value: { achievements: [], badge: badge.value } } : badge;
    }
    if (issuer === null) return { ok: true, value: { achievements: [], badge: null } };
    const read = await readAchievements(ask, issuer.id, signal);
    if (!read.ok) return read;
    return { ok: true, value: { achievements: read.value.achievements.filter(({ archivedAt }) => archivedAt === null), badge: null } };
  }

  get #achievement(): AchievementResource | null {
    return this.#known.value?.achievements.find(({ id }) => id === this.#draft.value.achievementId) ?? null;
  }

  protected view(words: IssueWords): TemplateResult {
    return html`${this.#known.view((known) => (known.badge === null ? this.#form(words, known) : this.#done(words, known.badge)))}`;
  }

  #form(words: IssueWords, { achievements }: Known): TemplateResult {
    const { context } = this;
    if (achievements.length === 0) return noneView(words, context);
    return html`
      ${formView({
        ...{ words, context, achievements, achievement: this.#achievement, form: this.#draft.value, check: this.#check },
        ...{ busy: this.#busy, failed: this.#failed, fault: this.#fault, waits: this.#resumed },
        ...{ choose: this.#choose, change: this.#change, discard: this.#discard, send: () => void this.#send(words, null) },
      })}
      ${
        this.#existing === null
          ? nothing
          : againView(words, context.lang, this.#existing.badge, { leave: this.#leave, send: (rule) => void this.#send(words, rule) })
      }
    `;
  }

  #done(words: IssueWords, badge: CredentialResource): TemplateResult {
    const { context } = this;
    return doneView({
      ...{ words, context, badge, link: this.#link, busy: this.#busy },
      makeLink: () => void this.#makeLink(badge),
      copy: () => {
        void navigator.clipboard.writeText(this.#link?.url ?? '').then(() => context.say({ tone: 'good', text: words.done.copied }));
      },
      another: () => context.go(`issue/${badge.achievementId}`),
    });
  }

  /** The address names what is chosen, so that a reload and a bookmark lead to it; the screen stays as it is. */
  #choose = (achievementId: string): void => {
    this.#change({ achievementId });
    history.replaceState(null, '', this.context.href(`issue/${achievementId}`));
  };

  #change = (part: Partial<Drafted>): void => {
    this.#draft.change(part);
    this.#fault = null;
    this.#existing = null;
    this.#look();
  };

  #discard = (): void => {
    this.#draft.clear({ ...NOTHING, achievementId: this.#draft.value.achievementId });
    this.#failed = null;
    this.#existing = null;
    this.#resumed = false;
    this.#look();
  };

  #leave = (): void => {
    this.#existing = null;
    this.#discard();
  };

  /** Reads the links that can be read. Whose they are is asked only where the achievement asks for that. */
  #look(): void {
    const achievement = this.#achievement;
    if (achievement === null) return;
    const { evidencePolicy: policy, id } = achievement;
    const form = this.#draft.value;
    const { email } = recipientOf(form);
    const isTied =
      policy !== 'none' && (policy.authorship ?? 'any') !== 'any' && email !== undefined && /^[^\s@]{1,64}@[^\s@]{1,255}$/.test(email);
    const urls = linksOf(form).map(({ url }) => url);
    this.#check.look({ achievementId: id, urls: urls.filter((url) => addressFault(url) === null), recipient: isTied ? { email } : null });
  }

  async #send(words: IssueWords, rule: DuplicateRule | null): Promise<void> {
    const achievement = this.#achievement;
    const form = this.#draft.value;
    if (this.#busy || achievement === null) return;
    this.#fault = faultOf(form);
    if (this.#fault !== null) return this.#show('[aria-invalid]');
    const body = issueBody({ ...form, onDuplicate: rule ?? achievement.onDuplicate ?? 'refuse' });
    const sent = JSON.stringify([achievement.id, body]);
    const once = form.sent === sent && form.once !== '' ? form.once : crypto.randomUUID();
    this.#draft.change({ once, sent });
    const { context } = this;
    const { ask, go, say } = context;
    const [isHere, taken] = [this.stay(), this.#draft.sent()];
    const path = `achievements/${achievement.id}/credentials`;
    const { answer, existing } = await this.#while(async () => {
      const first = await ask<CredentialResource>('POST', path, body, { once });
      return { answer: first, existing: !first.ok && first.code === 'already-issued' ? await this.#existingOf(achievement, form) : null };
    });
    if (answer.ok) {
      taken({ ...NOTHING, achievementId: achievement.id });
      if (isHere()) go(`issue/${achievement.id}`, { done: answer.value.id });
      else say({ tone: 'good', text: words.done.title });
    } else if (!isHere()) sayFailedAway(context, answer);
    else if (answer.code === 'already-issued') {
      this.#existing = { badge: existing };
      await this.#show('.again');
    } else if (answer.problem !== 'unauthenticated') {
      this.#failed = answer;
      await this.#show('[aria-invalid], .problem');
    }
  }

  async #existingOf({ id, issuerId }: AchievementResource, form: IssueForm): Promise<CredentialSummary | null> {
    const { email, externalId } = recipientOf(form);
    const whom = email === undefined ? { externalId } : { email };
    const search = { issuer: issuerId, achievement: id, state: 'current', order: 'newest', limit: 1, ...whom };
    const found = await this.context.ask<Page<CredentialSummary>>('POST', 'credentials/search', search);
    return found.ok ? (found.value.data[0] ?? null) : null;
  }

  async #makeLink({ id }: CredentialResource): Promise<void> {
    const isHere = this.stay();
    const made = await this.#while(() => this.context.ask<CreatedClaimLink>('POST', `credentials/${id}/claim-link`, {}));
    if (made.ok) this.#link = isHere() ? made.value : null;
    else this.context.say({ tone: 'bad', text: made.detail ?? this.context.texts.problem.other });
    this.requestUpdate();
  }

  async #while<T>(act: () => Promise<T>): Promise<T> {
    this.#busy = true;
    this.#failed = null;
    this.requestUpdate();
    const answer = await act();
    this.#busy = false;
    this.requestUpdate();
    return answer;
  }

  /** Brings what has to be looked at into sight, and to who works with the keyboard. */
  async #show(selector: string): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    const found = this.querySelector<HTMLElement>(selector);
    found?.scrollIntoView({ block: 'center' });
    found?.focus();
  }
}

export const tag = 'console-issue';
customElements.define(tag, Issue);
