// The lesson's checkpoints, in four languages; all but the English are drafts. A checkpoint stands in
// the pause after the part `after`; `again` is the part to go back to.

const t = (en, ru, kk, ar) => ({ en, ru, kk, ar });
const option = (id, text, more = {}) => ({ id, text, ...more });

const fair = {
  id: 'fair', type: 'poll',
  stem: t('What makes a list feel fair?', 'Что делает список справедливым?', 'Тізімді әділ ететін не?', 'ما الذي يجعل القائمة عادلة؟'),
  options: [
    option('criteria', t('Clear criteria', 'Понятные критерии', 'Айқын өлшемдер', 'معايير واضحة')),
    option('people', t('People I know', 'Люди, которых я знаю', 'Мен танитын адамдар', 'أشخاص أعرفهم')),
    option('first', t('First come, first served', 'Кто первый пришёл, тот и получил', 'Кім бірінші келсе, сол алады', 'من يأتي أولًا يأخذ أولًا')),
    option('luck', t('Luck', 'Везение', 'Сәттілік', 'الحظ')),
  ],
  feedback: {
    right: t(
      'There is no right answer here. Keep yours in mind until the end.',
      'Здесь нет правильного ответа. Запомните свой до конца фильма.',
      'Мұнда дұрыс жауап жоқ. Өз жауабыңызды соңына дейін есте сақтаңыз.',
      'لا توجد هنا إجابة صحيحة. لتبقَ إجابتك في البال حتى النهاية.',
    ),
  },
  value: 'fairness',
};

const asked = {
  id: 'asked', type: 'single',
  stem: t('What has Timur asked for so far?', 'О чём Тимур уже попросил?', 'Тимур осы уақытқа дейін не сұрады?', 'ماذا طلب تيمور حتى الآن؟'),
  options: [
    option('delicate', t(
      'Nothing yet. Still, the situation is delicate.',
      'Пока ни о чём. Но положение щекотливое.',
      'Әзірге ештеңе. Бірақ жағдай нәзік.',
      'لا شيء بعد. لكن الموقف حسّاس.',
    ), {
      score: 1,
      feedback: t(
        'Right. An interest exists before anyone asks.',
        'Верно. Интерес возникает раньше, чем кто-то попросит.',
        'Дұрыс. Мүдде біреу сұрағанға дейін-ақ пайда болады.',
        'صحيح. تنشأ المصلحة قبل أن يطلب أحد شيئًا.',
      ),
    }),
    option('bribe', t('He has offered a bribe.', 'Он предложил взятку.', 'Ол пара ұсынды.', 'عرض رشوة.'), {
      score: 0,
      feedback: t(
        'Nothing was offered. What is there, then?',
        'Никто ничего не предлагал. Что же тогда есть?',
        'Ешкім ештеңе ұсынған жоқ. Сонда не бар?',
        'لم يُعرض شيء. فما الموجود إذن؟',
      ),
    }),
    option('nothing', t(
      'Nothing, so there is nothing to think about.',
      'Ни о чём, так что и думать не о чем.',
      'Ештеңе, демек ойланатын да ештеңе жоқ.',
      'لا شيء، فلا داعي للتفكير.',
    ), {
      score: 0,
      feedback: t(
        'Look again: who decides about whom?',
        'Посмотрите ещё раз: кто о ком решает?',
        'Тағы бір қараңыз: кім кім туралы шешеді?',
        'نظرة أخرى: من يقرّر بشأن من؟',
      ),
    }),
  ],
  hints: [t('Who shares a flat with whom?', 'Кто с кем живёт в одной квартире?', 'Кім кіммен бір пәтерде тұрады?', 'من يسكن مع من في شقة واحدة؟')],
  value: 'fairness', skill: 'critical thinking',
};

const firstStep = {
  id: 'first-step', type: 'single',
  stem: t('What should Amina do *first*?', 'Что Амине сделать *сначала*?', 'Амина *алдымен* не істеуі керек?', 'ماذا ينبغي أن تفعل أمينة *أولًا*؟'),
  options: [
    option('tell', t(
      'Tell her head that she shares a flat with Timur.',
      'Сказать начальнице, что они с Тимуром соседи по квартире.',
      'Басшысына Тимурмен бір пәтерде тұратынын айту.',
      'إخبار مديرتها بأنها وتيمور شريكان في السكن.',
    ), {
      score: 1,
      feedback: t(
        'Before she touches the list. That protects her as well.',
        'До того, как она коснётся списка. Это защитит и её.',
        'Тізімге тиіспей тұрып. Бұл оның өзін де қорғайды.',
        'قبل أن تمسّ القائمة. هذا يحميها هي أيضًا.',
      ),
    }),
    option('step-aside', t(
      'Ask to be taken off this task.',
      'Попросить снять с неё эту задачу.',
      'Осы тапсырмадан босатуды сұрау.',
      'طلب إعفائها من هذه المهمة.',
    ), {
      score: 0.5,
      feedback: t(
        'Also good. Say why, so that others understand it.',
        'Тоже хорошо. Если назвать причину, другие это поймут.',
        'Бұл да жақсы. Себебін айтса, басқалар түсінеді.',
        'جيد أيضًا. وذكر السبب يجعل الآخرين يفهمون.',
      ),
    }),
    option('strict', t(
      'Be extra strict with Timur.',
      'Быть с Тимуром особенно строгой.',
      'Тимурға ерекше қатал болу.',
      'التشدّد مع تيمور أكثر من غيره.',
    ), {
      score: 0,
      feedback: t(
        'That is unfair in the other direction. What would treat all alike?',
        'Это несправедливо в другую сторону. Как отнестись ко всем одинаково?',
        'Бұл – екінші жағына қарай әділетсіздік. Бәріне бірдей қарау үшін не керек?',
        'هذا ظلم في الاتجاه الآخر. ما الذي يساوي بين الجميع؟',
      ),
    }),
    option('honest', t('Nothing. She will be honest.', 'Ничего. Она будет честной.', 'Ештеңе. Ол адал болады.', 'لا شيء. ستكون نزيهة.'), {
      score: 0,
      feedback: t(
        'She may be. The others cannot know it. How could they?',
        'Возможно. Но другие этого не знают. Откуда им знать?',
        'Мүмкін. Бірақ басқалар оны біле алмайды. Қайдан білсін?',
        'ربما. لكن الآخرين لا يعرفون ذلك. كيف لهم أن يعرفوا؟',
      ),
    }),
  ],
  hints: [t('Think of those who are not in the room.', 'Подумайте о тех, кого нет в комнате.', 'Бөлмеде жоқ адамдар туралы ойланыңыз.', 'ماذا عن الغائبين عن الغرفة؟')],
  value: 'transparency', skill: 'critical thinking',
};

const gift = {
  id: 'gift', type: 'multiple',
  stem: t('Which facts about the sweets matter?', 'Какие факты о конфетах важны?', 'Кәмпит туралы қай деректер маңызды?', 'أي الحقائق عن الحلوى مهمّة؟'),
  options: [
    option('date', t('The date', 'Дата', 'Күні', 'التاريخ'), { score: 1 }),
    option('who', t('Who decides on the order', 'Кто решает о заказе', 'Тапсырысты кім шешетіні', 'من يقرّر بشأن الطلبية'), { score: 1 }),
    option('recorded', t('Whether the gift is written down', 'Записан ли подарок', 'Сыйлықтың жазылған-жазылмағаны', 'هل سُجّلت الهدية'), { score: 1 }),
    option('tasty', t('That the sweets are tasty', 'Что конфеты вкусные', 'Кәмпиттің дәмді екені', 'أن الحلوى لذيذة')),
  ],
  feedback: {
    right: t(
      'Timing, power, openness: three questions for every gift.',
      'Время, власть, открытость: три вопроса к каждому подарку.',
      'Уақыт, билік, ашықтық: әр сыйлыққа қойылатын үш сұрақ.',
      'التوقيت والسلطة والعلنية: ثلاثة أسئلة عن كل هدية.',
    ),
    partly: t(
      'There is more. Think of timing, power and openness.',
      'Есть ещё. Подумайте о времени, власти и открытости.',
      'Тағысы бар. Уақыт, билік және ашықтық туралы ойланыңыз.',
      'هناك المزيد: التوقيت والسلطة والعلنية.',
    ),
    wrong: t(
      'Think of timing, power and openness. Which facts belong to them?',
      'Подумайте о времени, власти и открытости. Какие факты относятся к ним?',
      'Уақыт, билік және ашықтық туралы ойланыңыз. Қай деректер соларға қатысты?',
      'التوقيت والسلطة والعلنية: أي الحقائق تخصّها؟',
    ),
  },
  value: 'transparency', skill: 'critical thinking',
};

const steps = {
  id: 'steps', type: 'order',
  stem: t(
    'Put the steps of an open decision in order.',
    'Расставьте по порядку шаги открытого решения.',
    'Ашық шешімнің қадамдарын ретімен орналастырыңыз.',
    'ترتيب خطوات القرار العلني.',
  ),
  entries: [
    t('Say what ties you to a name.', 'Сказать, что связывает с одним из имён.', 'Есімдердің біреуімен не байланыстыратынын айту.', 'قول ما يربطنا بأحد الأسماء.'),
    t('Hand the task over.', 'Передать задачу.', 'Тапсырманы басқаға беру.', 'تسليم المهمة.'),
    t('Decide by the criteria.', 'Решить по критериям.', 'Өлшемдер бойынша шешу.', 'القرار وفق المعايير.'),
    t('Write down why.', 'Записать почему.', 'Себебін жазу.', 'كتابة السبب.'),
    t('Publish the criteria and the result.', 'Опубликовать критерии и результат.', 'Өлшемдер мен нәтижені жариялау.', 'نشر المعايير والنتيجة.'),
  ],
  feedback: {
    right: t(
      'This order also protects those who get no place.',
      'Такой порядок защищает и тех, кто не получит места.',
      'Бұл рет орын алмағандарды да қорғайды.',
      'هذا الترتيب يحمي أيضًا من لا يحصل على مقعد.',
    ),
    partly: t(
      'Some steps follow each other well. What comes before anybody decides?',
      'Некоторые шаги уже идут друг за другом. Что бывает до решения?',
      'Кейбір қадамдар дұрыс ретпен тұр. Шешім қабылданғанға дейін не болады?',
      'بعض الخطوات متتابعة جيدًا. ماذا يسبق أي قرار؟',
    ),
    wrong: t(
      'Start with what Amina told her head. What came of it?',
      'Начните с того, что Амина сказала начальнице. Что из этого вышло?',
      'Амина басшысына айтқан сөзден бастаңыз. Одан не шықты?',
      'البداية ما قالته أمينة لمديرتها. ماذا نتج عنه؟',
    ),
  },
  hints: [t(
    'What can only be done once there is a result?',
    'Что можно сделать только тогда, когда есть результат?',
    'Тек нәтиже шыққаннан кейін ғана не істеуге болады?',
    'ما الذي لا يمكن فعله إلا بعد ظهور النتيجة؟',
  )],
  value: 'fairness', skill: 'critical thinking',
};

const tellTimur = {
  prompt: t(
    'What would you say to Timur? Write it, or say it to your neighbour.',
    'Что бы вы сказали Тимуру? Напишите или скажите тому, кто рядом.',
    'Тимурға не айтар едіңіз? Жазыңыз немесе жаныңыздағы адамға айтыңыз.',
    'ماذا يقال لتيمور؟ كتابةً، أو شفهيًا لمن بجانبك.',
  ),
  answer: t(
    '“I told them that we share a flat, so I did not rank you. Here is how the points were counted. If something is not right, you can ask for a review.”',
    '«Я сказала, что мы соседи по квартире, поэтому тебя оценивала не я. Вот как считали баллы. Если что-то не так, можно попросить о пересмотре».',
    '«Мен бір пәтерде тұратынымызды айттым, сондықтан сені мен бағалаған жоқпын. Ұпайлар былай саналды. Бірдеңе дұрыс болмаса, қайта қарауды сұрауға болады».',
    '«قلتُ لهم إننا شريكان في السكن، لذلك لم أرتّب اسمك أنا. هكذا حُسبت النقاط. إن كان هناك خطأ فيمكن طلب المراجعة».',
  ),
};

export const checkpoints = [
  { id: 'fair', after: 'criteria', required: false, item: fair },
  { id: 'asked', after: 'lucky', required: true, tries: 3, again: 'flat', item: asked },
  { id: 'first-step', after: 'door', required: true, tries: 3, again: 'screen', item: firstStep },
  { id: 'gift', after: 'calendar', required: false, tries: 3, again: 'sweets', item: gift },
  { id: 'steps', after: 'initials', required: true, tries: 3, again: 'declare', item: steps },
  { id: 'tell-timur', after: 'page', required: false, reflection: tellTimur },
];
