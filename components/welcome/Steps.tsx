/** The three things to try on the sample. */
import type { ComponentChildren } from 'preact';
import { t } from '../../utils/extension/language';
import type { View } from '../../utils/page/page-reader';
import { DigestLists } from '../DigestLists';
import { languageOf } from '../language-of';
import { RepairLine } from '../RepairLine';
import { Switch } from '../Switch';
import { SaveRehearsal } from './SaveRehearsal';
import type { Sample } from './start-sample';

interface StepProps {
  name: 'convert' | 'focus' | 'digest';
  children: ComponentChildren;
}

function Step({ name, children }: StepProps) {
  return (
    <li class="step">
      <h2>{t(`welcome_step_${name}`)}</h2>
      <p>{t(`welcome_step_${name}_words`)}</p>
      {children}
    </li>
  );
}

interface Props {
  sample: Sample;
  view: View;
  onView: (view: View) => void;
}

export function Steps({ sample: { reading, digest, convert, focus, reveal }, view, onView }: Props) {
  return (
    <ol class="steps">
      <Step name="convert">
        <Switch
          id="convert"
          label={t('switch_script')}
          on={view.converted}
          onChange={(on) => convert(on).then(onView)}
        />
        <RepairLine repair={reading.repair} families={reading.families} />
      </Step>
      <Step name="focus">
        <Switch id="focus" label={t('switch_focus')} on={view.focused} onChange={(on) => onView(focus(on))} />
      </Step>
      <Step name="digest">
        <div class="digests">
          <DigestLists
            digest={digest}
            converted={view.converted}
            lang={languageOf(reading.script)}
            reveal={async (kind, mentions, index) => reveal({ kind, mentions, index })}
          />
        </div>
        <SaveRehearsal reading={reading} digest={digest} />
      </Step>
    </ol>
  );
}
