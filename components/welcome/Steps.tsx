/** The three things to try on the sample. */
import type { ComponentChildren } from 'preact';
import { type MessageKey, t } from '../../utils/extension/language';
import { DigestLists } from '../DigestLists';
import { languageOf } from '../language-of';
import { RepairLine } from '../RepairLine';
import { Switch } from '../Switch';
import { SaveRehearsal } from './SaveRehearsal';
import type { ReadySample } from './use-sample';

interface StepProps {
  title: MessageKey & `welcome_step_${'convert' | 'focus' | 'digest'}`;
  children: ComponentChildren;
}

function Step({ title, children }: StepProps) {
  return (
    <li class="step">
      <h2>{t(title)}</h2>
      <p>{t(`${title}_words`)}</p>
      {children}
    </li>
  );
}

export function Steps({ sample }: { sample: ReadySample }) {
  const { reading, digest, view, convert, focus, reveal } = sample;
  return (
    <ol class="steps">
      <Step title="welcome_step_convert">
        <Switch id="convert" label={t('switch_script')} on={view.converted} onChange={convert} />
        <RepairLine repair={reading.repair} families={reading.families} />
      </Step>
      <Step title="welcome_step_focus">
        <Switch id="focus" label={t('switch_focus')} on={view.focused} onChange={focus} />
      </Step>
      <Step title="welcome_step_digest">
        <div class="digests">
          <DigestLists digest={digest} converted={view.converted} lang={languageOf(reading.script)} reveal={reveal} />
        </div>
        <SaveRehearsal sample={sample} />
      </Step>
    </ol>
  );
}
