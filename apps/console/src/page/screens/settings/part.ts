import type { SettingsTexts } from '@proofmark/messages/console/settings';
import type { Issuer } from '@proofmark/schemas/api';
import { LitElement, type nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Answer, Failed } from '../../api.js';
import type { ConsoleContext } from '../../shell/context.js';
import { problemView } from '../../shell/problem-view.js';
import { sayFailedAway } from '../../shell/say-failed.js';

/** One part of the settings of an issuer. It draws without a shadow root, as screens do. */
export abstract class Part extends LitElement {
  static override properties: PropertyDeclarations = {
    context: { attribute: false },
    words: { attribute: false },
    query: { attribute: false },
    failed: { state: true },
    busy: { state: true },
  };
  declare context: ConsoleContext;
  declare words: SettingsTexts;
  declare query: URLSearchParams;
  /** Why the last act did not work. */
  declare protected failed: Failed | null;
  declare protected busy: boolean;

  constructor() {
    super();
    this.failed = null;
    this.busy = false;
  }

  /** Asks for what it shows: when it is opened, and when its place in the list changes. */
  protected open(): void {}

  override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('context') as ConsoleContext | undefined;
    const isOther = changed.has('context') && before?.issuer?.id !== this.context.issuer?.id;
    const isElsewhere = changed.has('query') && (changed.get('query') as URLSearchParams | undefined)?.toString() !== this.query.toString();
    if (isOther || isElsewhere) this.open();
  }

  protected get issuer(): Issuer {
    const { issuer } = this.context;
    if (issuer === null) throw new Error('settings are those of an issuer');
    return issuer;
  }

  /** Does something, one at a time, and tells what became of it; null where it did not work. */
  protected async act<T>(asked: Promise<Answer<T>>, told?: string): Promise<{ readonly value: T } | null> {
    this.busy = true;
    const answer = await asked;
    this.busy = false;
    this.failed = answer.ok ? null : answer;
    // Who has left sees nothing of it here. That a session ended is told by the frame.
    if (!answer.ok && !this.isConnected) sayFailedAway(this.context, answer);
    if (!answer.ok) return null;
    if (told !== undefined) this.context.say({ tone: 'good', text: told });
    return { value: answer.value };
  }

  protected problem(): TemplateResult | typeof nothing {
    return problemView(this.context.texts, this.failed);
  }
}
