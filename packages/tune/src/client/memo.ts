import { Component, type ComponentType } from 'preact';
import { html, type View } from './html.ts';

/** A component that is rendered again only when one of its properties is another. */
export function memo<P extends object>(inner: (props: P) => View): ComponentType<P> {
  return class extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      const own = this.props as Readonly<Record<string, unknown>>;
      return Object.entries(next).some(([name, value]) => own[name] !== value);
    }

    override render(): View {
      return html`<${inner} ...${this.props} />`;
    }
  };
}
