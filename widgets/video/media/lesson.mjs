// What the lesson says about itself, and its checkpoints. make.mjs adds every time, address and
// size, and writes the whole as ../examples/scholarship-list.json.
// A checkpoint stands in the pause after the part `after`; `again` is the part to go back to.

export const envelope = {
  $schema: '../video.schema.json',
  format: 'adil', formatVersion: 1, kind: 'video',
  id: 'scholarship-list', contentVersion: '1.0.0',
  _status: { en: 'original', ru: 'draft', kk: 'draft', ar: 'draft' },
  title: { en: 'The Scholarship List', ru: 'Список на стипендию', kk: 'Шәкіртақы тізімі', ar: 'قائمة المنحة' },
  summary: {
    en: 'Amina works on a list with six places. Her flatmate is on it. A short film that stops six times to ask: what now?',
    ru: 'Амина работает со списком на шесть мест, и в нём её сосед по квартире. Короткий фильм останавливается шесть раз и спрашивает: что теперь?',
    kk: 'Амина алты орынға арналған тізіммен жұмыс істейді, онда бір пәтерде тұратын досы да бар. Қысқа фильм алты рет тоқтап, «енді не істейміз?» деп сұрайды.',
    ar: 'تعمل أمينة على قائمة من ستة مقاعد، وفيها شريكها في السكن. فيلم قصير يتوقّف ست مرات ليسأل: ما العمل الآن؟',
  },
  level: 'secondary', minutes: 8, languages: ['en'],
  licence: 'CC-BY-4.0', authors: ['The Adil project'],
  reviewedBy: {
    en: 'The English text is the project’s own. The Russian, Kazakh and Arabic titles and captions are drafts that await a native reader.',
    ru: 'Русские субтитры — черновик, ждут проверки носителем языка.',
    kk: 'Қазақша субтитрлер – жоба, ана тілінде сөйлейтін оқырманның тексеруін күтеді.',
    ar: 'الترجمة العربية مسودّة تنتظر مراجعة من ناطق أصلي بالعربية.',
  },
  outcomes: [
    'Tells an interest from a favour that was asked for.',
    'Names the first step when a decision touches somebody close.',
    'Weighs a gift by timing, power and openness.',
  ],
  values: ['fairness', 'transparency', 'courage'],
  skills: ['critical thinking', 'empathy'],
};

export const checkpoints = [
  {
    id: 'fair', after: 'criteria', required: false,
    item: {
      id: 'fair', type: 'poll', stem: 'What makes a list feel fair?',
      options: [
        { id: 'criteria', text: 'Clear criteria' }, { id: 'people', text: 'People I know' },
        { id: 'first', text: 'First come, first served' }, { id: 'luck', text: 'Luck' },
      ],
      feedback: { right: 'There is no right answer here. Keep yours in mind until the end.' },
      value: 'fairness',
    },
  },
  {
    id: 'asked', after: 'lucky', required: true, tries: 3, again: 'flat',
    item: {
      id: 'asked', type: 'single', stem: 'What has Timur asked for so far?',
      options: [
        { id: 'delicate', text: 'Nothing yet. Still, the situation is delicate.', score: 1, feedback: 'Right. An interest exists before anyone asks.' },
        { id: 'bribe', text: 'He has offered a bribe.', score: 0, feedback: 'Nothing was offered. What is there, then?' },
        { id: 'nothing', text: 'Nothing, so there is nothing to think about.', score: 0, feedback: 'Look again: who decides about whom?' },
      ],
      hints: ['Who shares a flat with whom?'],
      value: 'fairness', skill: 'critical thinking',
    },
  },
  {
    id: 'first-step', after: 'door', required: true, tries: 3, again: 'screen',
    item: {
      id: 'first-step', type: 'single', stem: 'What should Amina do *first*?',
      options: [
        { id: 'tell', text: 'Tell her head that she shares a flat with Timur.', score: 1, feedback: 'Before she touches the list. That protects her as well.' },
        { id: 'step-aside', text: 'Ask to be taken off this task.', score: 0.5, feedback: 'Also good. Say why, so that others understand it.' },
        { id: 'strict', text: 'Be extra strict with Timur.', score: 0, feedback: 'That is unfair in the other direction. What would treat all alike?' },
        { id: 'honest', text: 'Nothing. She will be honest.', score: 0, feedback: 'She may be. The others cannot know it. How could they?' },
      ],
      hints: ['Think of those who are not in the room.'],
      value: 'transparency', skill: 'critical thinking',
    },
  },
  {
    id: 'gift', after: 'calendar', required: false, tries: 3, again: 'sweets',
    item: {
      id: 'gift', type: 'multiple', stem: 'Which facts about the sweets matter?',
      options: [
        { id: 'date', text: 'The date', score: 1 }, { id: 'who', text: 'Who decides on the order', score: 1 },
        { id: 'recorded', text: 'Whether the gift is written down', score: 1 }, { id: 'tasty', text: 'That the sweets are tasty' },
      ],
      feedback: {
        right: 'Timing, power, openness: three questions for every gift.',
        partly: 'There is more. Think of timing, power and openness.',
        wrong: 'Think of timing, power and openness. Which facts belong to them?',
      },
      value: 'transparency', skill: 'critical thinking',
    },
  },
  {
    id: 'steps', after: 'initials', required: true, tries: 3, again: 'declare',
    item: {
      id: 'steps', type: 'order', stem: 'Put the steps of an open decision in order.',
      entries: ['Say what ties you to a name.', 'Hand the task over.', 'Decide by the criteria.', 'Write down why.', 'Publish the criteria and the result.'],
      feedback: {
        right: 'This order also protects those who get no place.',
        partly: 'Some steps follow each other well. What comes before anybody decides?',
        wrong: 'Start with what Amina told her head. What came of it?',
      },
      hints: ['What can only be done once there is a result?'],
      value: 'fairness', skill: 'critical thinking',
    },
  },
  {
    id: 'tell-timur', after: 'page', required: false,
    reflection: {
      prompt: 'What would you say to Timur? Write it, or say it to your neighbour.',
      answer: '“I told them that we share a flat, so I did not rank you. Here is how the points were counted. If something is not right, you can ask for a review.”',
    },
  },
];

export const completion = { minCheckpoints: 3, minWatched: 0.9 };

export const teacherNotes = 'After the film:\n\n- Where in our school is somebody near a list?\n- Who lost nothing by Amina’s sentence?\n\nHomework: find one list (sports, canteen, library) and ask for its criteria. Nobody has to tell what was written for Timur.';
