// Shows in the editor, at every keystroke, how its text differs from the base: what was put in underlined, what was
// taken out struck through where it stood, deleted clauses in their place with a way back. Derived, never stored.

import { Plugin, PluginKey } from 'prosemirror-state';
import type { EditorState } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { EditorView } from 'prosemirror-view';
import type { Node } from 'prosemirror-model';
import { deriveOperations } from '../../shared/amendment/derive-operations';
import type { TextOperation } from '../../shared/amendment/operation';
import { trackedRuns } from '../../shared/amendment/tracked-runs';
import type { TrackedClause } from '../../shared/amendment/tracked-runs';
import type { Clause } from '../../shared/motion/clause';
import type { TextVersion } from '../../shared/motion/motion';
import { clausesOf } from './clause-document';
import { attributesOf, clauseSchema } from './clause-schema';

type Marked = { readonly operations: readonly TextOperation[]; readonly decorations: DecorationSet };

const key = new PluginKey<Marked>('marked-changes');

/** The operations that lead from the base to the text in the editor, its title left aside. */
export function operationsOf(state: EditorState): readonly TextOperation[] {
  return key.getState(state)?.operations ?? [];
}

export function markedChanges(base: TextVersion): Plugin {
  return new Plugin<Marked>({
    key,
    state: {
      init: (_config, state) => markChanges(base, state.doc),
      apply: (transaction, before) => (transaction.docChanged ? markChanges(base, transaction.doc) : before),
    },
    props: { decorations: (state) => key.getState(state)?.decorations.add(state.doc, [currentClause(state)]) ?? null },
  });
}

function markChanges(base: TextVersion, document: Node): Marked {
  const operations = deriveOperations(base, clausesOf(document));
  const tracked = trackedRuns(base, operations);
  if (!tracked.ok) return { operations, decorations: DecorationSet.empty };
  return { operations, decorations: DecorationSet.create(document, decorationsOf(tracked.value, document)) };
}

/** The clause with the cursor, ringed while the editor has the focus. */
function currentClause({ selection }: EditorState): Decoration {
  return Decoration.node(selection.$from.before(1), selection.$from.after(1), { class: 'is-current' });
}

function decorationsOf(tracked: readonly TrackedClause[], document: Node): Decoration[] {
  const places = placesOf(document);
  const decorations: Decoration[] = [];
  let end = 0;
  let position = 0;
  for (const shown of tracked) {
    const place = places.get(shown.clause.id);
    if (shown.state === 'deleted' || place === undefined) {
      if (shown.state === 'deleted') decorations.push(deletedClause(shown, end));
      continue;
    }
    if (shown.state === 'moved-away') continue;
    end = place.from + place.size;
    position += 1;
    decorations.push(Decoration.node(place.from, end, clauseAttributes(shown, position)));
    decorations.push(...runDecorations(shown, place.from + 1));
  }
  return decorations;
}

/** What the style sheet draws a clause by: its state, its renewed marker, and its place in the text for the margin. */
function clauseAttributes({ state, number }: TrackedClause, position: number): { readonly [name: string]: string } {
  return {
    class: `is-${state}`,
    'data-position': String(position),
    ...(number === undefined ? {} : { 'data-marker': number }),
  };
}

function placesOf(document: Node): ReadonlyMap<string, { readonly from: number; readonly size: number }> {
  const places = new Map<string, { readonly from: number; readonly size: number }>();
  document.forEach((node, offset) => places.set(attributesOf(node).id, { from: offset, size: node.nodeSize }));
  return places;
}

function runDecorations({ runs }: TrackedClause, start: number): readonly Decoration[] {
  const decorations: Decoration[] = [];
  let position = start;
  for (const run of runs) {
    if (run.kind === 'deleted') {
      decorations.push(
        Decoration.widget(position, () => deletedWords(run.text), {
          side: -1,
          ignoreSelection: true,
          key: `deleted ${run.text}`,
        }),
      );
      continue;
    }
    if (run.kind === 'inserted')
      decorations.push(Decoration.inline(position, position + run.text.length, { nodeName: 'ins' }));
    position += run.text.length;
  }
  return decorations;
}

function deletedWords(text: string): HTMLElement {
  const words = document.createElement('del');
  words.contentEditable = 'false';
  words.textContent = text;
  return words;
}

function deletedClause({ clause }: TrackedClause, position: number): Decoration {
  return Decoration.widget(position, (view) => deletedClauseElement(view, clause), {
    side: -1,
    ignoreSelection: true,
    stopEvent: () => true,
    key: `deleted clause ${clause.id}`,
  });
}

function deletedClauseElement(view: EditorView, clause: Clause): HTMLElement {
  const frame = document.createElement('div');
  frame.className = 'clause is-deleted';
  frame.dataset['depth'] = String(clause.depth);
  frame.contentEditable = 'false';
  if (clause.number !== undefined) frame.dataset['marker'] = clause.number;
  const words = document.createElement('del');
  words.textContent = clause.text;
  const back = document.createElement('button');
  back.type = 'button';
  back.textContent = 'Put back';
  back.addEventListener('click', () => putBack(view, clause, frame));
  frame.append(words, ' ', back);
  return frame;
}

/** Puts a deleted clause back where its struck-out text is shown, under its own id. */
function putBack(view: EditorView, clause: Clause, frame: HTMLElement): void {
  const node = clauseSchema.node(
    'clause',
    { id: clause.id, kind: clause.kind, number: clause.number ?? null, depth: clause.depth },
    clauseSchema.text(clause.text),
  );
  const emptied = view.state.doc.children.findIndex((child) => attributesOf(child).id === clause.id);
  const step = view.state.tr;
  if (emptied === -1) step.insert(view.posAtDOM(frame, 0), node);
  else step.replaceWith(offsetOf(view.state.doc, emptied), offsetOf(view.state.doc, emptied + 1), node);
  view.dispatch(step);
  view.focus();
}

function offsetOf(document: Node, index: number): number {
  return document.children.slice(0, index).reduce((offset, child) => offset + child.nodeSize, 0);
}
