import { useEffect, useState } from 'react';
import { QuestionRadiogroupModel, SvgRegistry } from 'survey-core';
import { Model, settings, Survey } from 'survey-react-ui';
import 'survey-core/i18n/danish';
import 'survey-core/survey-core.fontless.css';
import './survey-view.css';
import type { InstrumentFormProps } from './instrument-form';
import { answersOf, surveyJson } from './survey-model';

// Headings in the order of the page that the questions stand on, whose own heading is the first.
settings.titleTags.page = 'h2';
settings.titleTags.question = 'h3';
// An icon that nothing here shows brings a style of its own, which the content security policy refuses aloud.
SvgRegistry.registerIcon('timercircle', '<svg viewBox="0 0 1 1"></svg>');

/** An answer can be taken back; the word for it stands where there is one. */
const offerClearing = (model: Model): void => {
  for (const question of model.getAllQuestions()) {
    if (question instanceof QuestionRadiogroupModel) question.showClearButton = !question.isEmpty();
  }
};

const modelOf = ({ instrument, initial, startPage }: InstrumentFormProps): Model => {
  const model = new Model(surveyJson(instrument));
  model.data = { ...initial };
  model.currentPageNo = startPage ?? 0;
  model.onGetQuestionTitleActions.add((_, options) => {
    for (const action of options.actions) action.disableShrink = true;
  });
  offerClearing(model);
  model.onValueChanged.add(offerClearing);
  // The page that shows the form says what becomes of the answers; the form stays until then.
  model.onCompleting.add((_, options) => {
    options.allow = false;
  });
  return model;
};

const speak = (model: Model, language: InstrumentFormProps['language']): void => {
  model.locale = language === 'da' ? 'da' : 'en';
};

/** Tells of every change until it is told to stop. */
const tellOf = (model: Model, { instrument, onChange, onComplete }: InstrumentFormProps): (() => void) => {
  const answers = () => answersOf(instrument, model.data);
  const changed = () => onChange?.(answers(), model.currentPageNo);
  const completed = () => onComplete?.(answers());
  model.onValueChanged.add(changed);
  model.onCurrentPageChanged.add(changed);
  model.onCompleting.add(completed);
  return () => {
    model.onValueChanged.remove(changed);
    model.onCurrentPageChanged.remove(changed);
    model.onCompleting.remove(completed);
  };
};

/** The questions themselves. With SurveyJS, hence loaded where some are shown. */
export const SurveyView = (props: InstrumentFormProps) => {
  const { language } = props;
  const [model] = useState(() => modelOf(props));
  useEffect(() => speak(model, language), [model, language]);
  useEffect(() => tellOf(model, props));
  return <Survey model={model} />;
};
