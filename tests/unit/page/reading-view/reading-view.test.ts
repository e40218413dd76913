import { describe, expect, test } from 'vitest';
import { article, openView, PAGE, pageWindow, text, withBlocks } from './view-fixture';

const shownArticle = (root: ShadowRoot) => root.querySelector('article') as HTMLElement;
const button = (root: ShadowRoot, label: string) =>
  [...root.querySelectorAll('button')].find(({ textContent }) => textContent === label) as HTMLButtonElement;

describe('over the page', () => {
  test('stands beside the body in a closed shadow root, and goes without a trace', () => {
    const window = pageWindow();
    const before = window.document.documentElement.outerHTML;
    const { document, view, root } = openView(article(), {}, window);
    expect(document.body.outerHTML).toBe(pageWindow(PAGE).document.body.outerHTML);
    expect(document.querySelector('qingyue-reading-view')?.shadowRoot).toBeNull();
    expect(root.mode).toBe('closed');
    expect(view.open).toBe(true);
    view.close();
    expect(view.open).toBe(false);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('closes when the browser closes its dialog, as Escape does', () => {
    const { view, root } = openView(article());
    root.querySelector('dialog')?.close();
    expect(view.open).toBe(false);
  });

  test('puts the page back where it was scrolled to, once', () => {
    const window = pageWindow();
    const asked: unknown[] = [];
    Object.defineProperties(window, { scrollX: { value: 3 }, scrollY: { value: 700 } });
    window.scrollTo = (...args: unknown[]) => void asked.push(...args);
    const { view } = openView(article(), {}, window);
    expect(asked).toEqual([]);
    view.close();
    view.close();
    expect(asked).toEqual([{ left: 3, top: 700, behavior: 'instant' }]);
  });

  test('hides the page while the article is printed, also when closed meanwhile', () => {
    const { window, document, view } = openView(article());
    window.dispatchEvent(new window.Event('beforeprint'));
    expect(document.body.getAttribute('style')).toBe('display: none !important;');
    window.dispatchEvent(new window.Event('afterprint'));
    expect(document.body.hasAttribute('style')).toBe(false);
    window.dispatchEvent(new window.Event('beforeprint'));
    view.close();
    expect(document.body.hasAttribute('style')).toBe(false);
    window.dispatchEvent(new window.Event('beforeprint'));
    expect(document.body.hasAttribute('style')).toBe(false);
  });

  test('gives the focus to the article, or to the slider of the type size', () => {
    expect(openView(article()).root.activeElement?.localName).toBe('main');
    const { root } = openView(article(), {}, pageWindow(), 'size');
    expect(root.activeElement?.parentElement?.textContent).toBe('view_size20');
  });

  test('Tab goes round, past what is hidden and past unchosen choices', () => {
    const { window, root } = openView(withBlocks({ type: 'paragraph', text: '文' }));
    const press = (shiftKey: boolean) => {
      const event = new window.KeyboardEvent('keydown', { key: 'Tab', shiftKey, bubbles: true, cancelable: true });
      root.activeElement?.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(root.activeElement?.localName).toBe('main');
    expect(press(false)).toBe(true);
    expect(root.activeElement?.textContent).toBe('view_play');
    expect(press(false)).toBe(false);
    expect(press(true)).toBe(true);
    expect(root.activeElement?.localName).toBe('main');
  });

  test('what is typed in it is no shortcut of the page', () => {
    const { window, document, root } = openView(article());
    const heard: string[] = [];
    for (const type of ['keydown', 'keypress', 'keyup']) document.addEventListener(type, () => heard.push(type));
    for (const type of ['keydown', 'keypress', 'keyup'])
      root.activeElement?.dispatchEvent(new window.KeyboardEvent(type, { key: 'j', bubbles: true, composed: true }));
    expect(heard).toEqual([]);
  });
});

describe('the article in it', () => {
  test('is text, whatever it says', () => {
    const attack = `"'><img src=x onerror=alert(1)><script>alert(1)</script>`;
    const { root } = openView(
      article({
        title: attack,
        kicker: attack,
        subtitle: attack,
        source: attack,
        author: attack,
        editor: attack,
        card: { issuer: attack },
        attachments: [{ name: attack, href: 'https://www.example.gov.hk/a.pdf', format: attack }],
        blocks: [
          { type: 'heading', level: 2, text: attack },
          { type: 'list', ordered: false, items: [{ text: attack }] },
          { type: 'table', caption: attack, rows: [[{ text: attack }]] },
          { type: 'quote', paragraphs: [{ text: attack }] },
          { type: 'image', src: 'https://www.example.gov.hk/a.png', alt: attack, caption: attack },
        ],
      }),
    );
    expect(root.querySelectorAll('img, script').length).toBe(0);
    expect(shownArticle(root).textContent?.split(attack).length).toBe(15);
  });

  test('links to the web alone, opened apart', () => {
    const link = (href: string) => ({
      type: 'paragraph' as const,
      text: '見附件全文',
      links: [{ start: 1, end: 3, href }],
    });
    const { root } = openView(
      withBlocks(
        link('https://www.example.gov.hk/b.htm'),
        link('javascript:alert(1)'),
        link('mailto:a@b.example'),
        link('/c'),
      ),
    );
    const links = [...root.querySelectorAll('a')];
    expect(links.map((a) => a.outerHTML)).toEqual([
      '<a href="https://www.example.gov.hk/b.htm" target="_blank" rel="noopener noreferrer"><span>附件</span></a>',
    ]);
    expect([...root.querySelectorAll('article > p:not([class])')].map((p) => p.textContent)).toEqual(
      Array(4).fill('見附件全文'),
    );
  });

  test('links that overlap or lie outside the text are left out', () => {
    const href = 'https://www.example.gov.hk/b.htm';
    const links = [
      { start: 0, end: 3, href },
      { start: 2, end: 4, href },
      { start: 4, end: 4, href },
      { start: 4, end: 99, href },
    ];
    const { root } = openView(withBlocks({ type: 'paragraph', text: '一二三四五', links }));
    expect([...root.querySelectorAll('a')].map((a) => a.textContent)).toEqual(['一二三']);
    expect(root.querySelector('article > p:last-child')?.textContent).toBe('一二三四五');
  });

  test('keeps a table whole, in a box that is reached by keyboard', () => {
    const { root } = openView(
      withBlocks({
        type: 'table',
        caption: '名單',
        rows: [[{ text: '姓名', header: true, colSpan: 2 }], [{ text: '張三', rowSpan: 99999 }, { text: '李四' }]],
      }),
    );
    const box = root.querySelector('.table') as HTMLElement;
    expect([box.tabIndex, box.getAttribute('aria-label')]).toEqual([0, '名單']);
    const cells = [...box.querySelectorAll('th, td')] as HTMLTableCellElement[];
    expect(
      cells.map(({ localName, textContent, colSpan, rowSpan }) => [localName, textContent, colSpan, rowSpan]),
    ).toEqual([
      ['th', '姓名', 2, 1],
      ['td', '張三', 1, 1000],
      ['td', '李四', 1, 1],
    ]);
  });

  test('leaves pictures out and keeps their captions', () => {
    const picture = { type: 'image' as const, src: 'https://www.example.gov.hk/a.png', alt: '圖' };
    const { root } = openView(withBlocks(picture, { ...picture, caption: '座談會現場' }));
    expect(root.querySelectorAll('figure').length).toBe(1);
    expect(root.querySelector('figcaption')?.textContent).toBe('座談會現場');
  });

  test('has a headline, a dateline and the card of a document', () => {
    const { root } = openView(
      article({ source: '區委辦公室', card: { documentNumber: '揚廣〔2012〕7號', validity: '' } }),
    );
    expect(root.querySelector('h1')?.textContent).toBe('陳鍇竑調研文昌商圈');
    expect(root.querySelector('.dateline')?.textContent).toBe('2012-05-18field_source 區委辦公室');
    expect(root.querySelector('dl')?.textContent).toBe('card_documentNumber揚廣〔2012〕7號');
    expect(openView({ ...article(), published: '' }).root.querySelector('.dateline')?.textContent).toBe(
      'field_no_date',
    );
  });

  test('is shown in one script, in the other, or in both, paragraph by paragraph', () => {
    const simplified = text({
      lang: 'zh-Hans',
      title: '陈锴竑调研文昌商圈',
      blocks: [{ type: 'paragraph', text: '甲说。乙说。' }],
    });
    const { root, kept } = openView(article({}, simplified));
    const shown = () =>
      [...shownArticle(root).querySelectorAll('h1 > span, p[lang]')].map((e) => [
        (e as HTMLElement).lang,
        e.textContent,
      ]);
    const choose = (value: string) => (root.querySelector(`input[value=${value}]`) as HTMLInputElement).click();
    const original = [
      ['zh-Hant', '陳鍇竑調研文昌商圈'],
      ['zh-Hant', '甲說。乙說。'],
    ];
    const converted = [
      ['zh-Hans', '陈锴竑调研文昌商圈'],
      ['zh-Hans', '甲说。乙说。'],
    ];
    expect(shown()).toEqual(converted);
    choose('original');
    expect(shown()).toEqual(original);
    choose('both');
    expect(shown()).toEqual([original[0], converted[0], original[1], converted[1]]);
    expect(root.querySelectorAll('.pair').length).toBe(2);
    expect(kept.map(({ script }) => script)).toEqual(['original', 'both']);
  });

  test('that is simplified already offers no choice of script', () => {
    expect(openView(article()).root.querySelector('input[name=script]')).toBeNull();
  });
});

describe('its style', () => {
  const variables = (root: ShadowRoot) => {
    const { style, dataset } = root.querySelector('dialog') as HTMLDialogElement;
    const names = ['--size', '--width', '--leading', '--spacing'];
    return [...names.map((name) => style.getPropertyValue(name)), dataset.font, dataset.theme, dataset.indent];
  };

  test('is applied when opened, and when it changes elsewhere', () => {
    const { root, view } = openView(article(), { size: 24, font: 'kai', theme: 'sepia', indent: false });
    expect(variables(root)).toEqual(['24px', '36', '1.8', '0em', 'kai', 'sepia', undefined]);
    view.restyle({
      size: 30,
      width: 40,
      leading: 2,
      spacing: 0.1,
      rate: 1,
      font: 'hei',
      theme: 'dark',
      script: 'original',
      indent: true,
    });
    expect(variables(root)).toEqual(['30px', '40', '2', '0.1em', 'hei', 'dark', '']);
    expect((root.querySelector('input[value=dark]') as HTMLInputElement).checked).toBe(true);
  });

  test('follows a slider while it moves, and is kept when it rests', () => {
    const { window, root, kept } = openView(article());
    const slider = root.querySelector('input[max="32"]') as HTMLInputElement;
    slider.value = '26';
    slider.dispatchEvent(new window.Event('input'));
    expect(variables(root)[0]).toBe('26px');
    expect(kept).toEqual([]);
    slider.dispatchEvent(new window.Event('change'));
    expect(kept.map(({ size }) => size)).toEqual([26]);
  });

  test('keeps the typeface, theme and indent that are chosen', () => {
    const { root, kept } = openView(article());
    button(root, 'view_style').click();
    expect(root.querySelector('.panel')?.hasAttribute('hidden')).toBe(false);
    for (const input of root.querySelectorAll<HTMLInputElement>(
      'input[value=kai], input[value=contrast], input[type=checkbox]',
    ))
      input.click();
    expect(kept.map(({ font, theme, indent }) => [font, theme, indent])).toEqual([
      ['kai', 'auto', true],
      ['kai', 'contrast', true],
      ['kai', 'contrast', false],
    ]);
  });
});
