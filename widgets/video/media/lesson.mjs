// What the lesson says about itself. make.mjs adds the questions, every time, address and size, and
// writes the whole as ../examples/scholarship-list.json.

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
  level: 'secondary', minutes: 8, languages: ['en', 'ru', 'kk', 'ar'],
  licence: 'CC-BY-4.0', authors: ['The Adil project'],
  reviewedBy: {
    en: 'The English text is the project’s own. The Russian, Kazakh and Arabic texts are drafts that await a native reader.',
    ru: 'Русский текст — черновик, ждёт проверки носителем языка.',
    kk: 'Қазақша мәтін – жоба, ана тілінде сөйлейтін оқырманның тексеруін күтеді.',
    ar: 'النص العربي مسودّة تنتظر مراجعة من ناطق أصلي بالعربية.',
  },
  outcomes: [
    {
      en: 'Tells an interest from a favour that was asked for.',
      ru: 'Отличает интерес от услуги, о которой попросили.',
      kk: 'Мүддені біреу сұраған көмектен ажыратады.',
      ar: 'يميّز المصلحة من معروف طُلب.',
    },
    {
      en: 'Names the first step when a decision touches somebody close.',
      ru: 'Называет первый шаг, когда решение касается близкого человека.',
      kk: 'Шешім жақын адамға қатысты болғанда алғашқы қадамды атайды.',
      ar: 'يسمّي الخطوة الأولى حين يمسّ القرار شخصًا قريبًا.',
    },
    {
      en: 'Weighs a gift by timing, power and openness.',
      ru: 'Оценивает подарок по времени, власти и открытости.',
      kk: 'Сыйлықты уақыты, билігі және ашықтығы бойынша бағалайды.',
      ar: 'يزن الهدية بالتوقيت والسلطة والعلنية.',
    },
  ],
  values: ['fairness', 'transparency', 'courage'],
  skills: ['critical thinking', 'empathy'],
};

export const completion = { minCheckpoints: 3, minWatched: 0.9 };

export const teacherNotes = {
  en: 'After the film:\n\n- Where in our school is somebody near a list?\n- Who lost nothing by Amina’s sentence?\n\nHomework: find one list (sports, canteen, library) and ask for its criteria. Nobody has to tell what was written for Timur.',
  ru: 'После фильма:\n\n- Где в нашей школе кто-то сидит рядом со списком?\n- Кто ничего не потерял от слов Амины?\n\nДомашнее задание: найти один список (спорт, столовая, библиотека) и спросить, каковы его критерии. Никто не обязан рассказывать, что написано для Тимура.',
  kk: 'Фильмнен кейін:\n\n- Біздің мектепте кім тізімнің жанында отыр?\n- Аминаның сөзінен кім ештеңе жоғалтпады?\n\nҮй тапсырмасы: бір тізімді (спорт, асхана, кітапхана) тауып, оның өлшемдерін сұрау. Тимурға не жазылғанын ешкім айтуға міндетті емес.',
  ar: 'بعد الفيلم:\n\n- أين في مدرستنا شخص قريب من قائمة؟\n- من لم يخسر شيئًا بما قالته أمينة؟\n\nواجب منزلي: إيجاد قائمة واحدة (الرياضة، المقصف، المكتبة) والسؤال عن معاييرها. لا أحد ملزم بأن يقول ما كُتب لتيمور.',
};
