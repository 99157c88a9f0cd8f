// One line of text with its label, what it means, and why it is refused. Give `isMultiline` for longer text.

import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { classNames } from './class-names';
import styles from './field.module.css';

type TextFieldProps = Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> & {
  /** Always there for screen readers; `isLabelHidden` only where the place says it all. */
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly description?: string;
  /** Why what was typed is not accepted, in a sentence; also marks the field. */
  readonly refusal?: string;
  readonly isMultiline?: boolean;
  readonly placeholder?: string;
};

/** A labelled text field; value and changes as React Aria's `TextField`. */
export function TextField(props: TextFieldProps) {
  const { label, isLabelHidden = false, description, refusal, isMultiline = false, placeholder = '', ...rest } = props;
  return (
    <AriaTextField
      validationBehavior="aria"
      {...rest}
      isInvalid={refusal !== undefined}
      className={classNames(styles['field'])}
    >
      <Label className={isLabelHidden ? 'visually-hidden' : classNames(styles['label'])}>{label}</Label>
      {isMultiline ? (
        <TextArea className={classNames(styles['input'], styles['area'])} placeholder={placeholder} />
      ) : (
        <Input className={classNames(styles['input'])} placeholder={placeholder} />
      )}
      {description !== undefined && (
        <Text slot="description" className={classNames(styles['description'])}>
          {description}
        </Text>
      )}
      <FieldError className={classNames(styles['refusal'])}>{refusal}</FieldError>
    </AriaTextField>
  );
}
