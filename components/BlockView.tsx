/** The block tree as elements. Every string is a text node; a link is made only from an address the article checked. */
import type { ComponentChildren } from 'preact';
import type { Block, Text } from '../utils/article/article';
import { t } from '../utils/extension/language';

function WithLinks({ text, links = [] }: Text) {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const { start, end, href } of links) {
    if (start < at || end <= start) continue;
    parts.push(
      text.slice(at, start),
      <a href={href} target="_blank" rel="noopener noreferrer">
        {text.slice(start, end)}
      </a>,
    );
    at = end;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}

function BlockElement({ block }: { block: Block }) {
  switch (block.type) {
    case 'heading':
      return (
        <h3>
          <WithLinks {...block} />
        </h3>
      );
    case 'paragraph':
      return (
        <p>
          <WithLinks {...block} />
        </p>
      );
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={`${index} ${item.text}`}>
          <WithLinks {...item} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'quote':
      return (
        <blockquote>
          {block.paragraphs.map((paragraph, index) => (
            <p key={`${index} ${paragraph.text}`}>
              <WithLinks {...paragraph} />
            </p>
          ))}
        </blockquote>
      );
    case 'table':
      return (
        <div class="table">
          <table>
            {block.caption && <caption>{block.caption}</caption>}
            <tbody>
              {block.rows.map((row, r) => (
                <tr key={`${r} ${row.length}`}>
                  {row.map((cell, c) => {
                    const Cell = cell.header ? 'th' : 'td';
                    return (
                      <Cell key={`${c} ${cell.text}`} colSpan={cell.colSpan} rowSpan={cell.rowSpan}>
                        <WithLinks {...cell} />
                      </Cell>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'image':
      // The picture itself would be a request to the site; its words and address are kept.
      return (
        <figure>
          <a href={block.src} target="_blank" rel="noopener noreferrer">
            {t('library_image', { alt: block.alt || block.src.split('/').at(-1) || block.src })}
          </a>
          {block.caption && <figcaption>{block.caption}</figcaption>}
        </figure>
      );
  }
}

export function BlockView({ blocks }: { blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, index) => (
        <BlockElement key={`${index} ${block.type}`} block={block} />
      ))}
    </>
  );
}
