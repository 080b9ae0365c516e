/**
 * Every text of the interface, in one place. A theme or an edition in another style of Arabic changes this file only.
 * Counted nouns are in `plural.ts`, names of months and days in the calendar room.
 */
import { formatNumber, type DigitShape } from './digits.ts';

export const siteText = {
  skipToContent: 'تخطَّ إلى المحتوى',
  mainNavigation: 'أقسام الموقع',
  breadcrumbs: 'مسار الصفحة',
  /** Between the items of a list. */
  comma: '، ',
  quotes: ['«', '»'],
  home: 'الرئيسية',
  dates: 'التواريخ',
  hijriDates: 'التقويم الهجري',
  about: 'عن الأرشيف',
  search: 'بحث',
  searchInArchive: 'ابحث في الأرشيف',
  searchPlaceholder: 'كلمة أو عنوان…',
  feedAtom: 'خلاصة Atom',
  feedJson: 'خلاصة JSON',
  builtWith: 'أُنشئ ببرنامج ورّاق للأرشيفات الصحفية.',
  data: 'البيانات',
  hijriNote: 'التواريخ الهجرية بحسب تقويم أم القرى، وقد تختلف يومًا عن الرؤية.',
} as const;

/** What an archive is called until its editor names it. */
export const defaultText = {
  siteName: 'ورّاق',
  description: 'أرشيف أخبار عربي',
} as const;

/** Sentences that hold values, for window titles and search engines. */
export const sentence = {
  /** `التواريخ: 15 سنة.` */
  counted: (heading: string, count: string): string => `${heading}: ${count}.`,
  /** `وسم «مصر»: 10 مقالات.` */
  topic: (kind: string, name: string, count: string): string => `${kind} «${name}»: ${count}.`,
  /** `وسم «مصر» في 2021: 3 مقالات.` */
  topicPeriod: (kind: string, name: string, period: string, count: string): string => `${kind} «${name}» في ${period}: ${count}.`,
  /** `مقالات الثلاثاء 4 مايو 2021 (22 رمضان 1442هـ): مقال واحد.` */
  day: (gregorian: string, hijri: string, count: string): string => `مقالات ${gregorian} (${hijri}): ${count}.`,
  /** `مقالات مايو 2021: 4 مقالات.` */
  period: (name: string, count: string): string => `مقالات ${name}: ${count}.`,
  /** `مصر، 2021` */
  topicInPeriod: (name: string, period: string): string => `${name}، ${period}`,
  /** `وسم: مصر` */
  labelled: (label: string, value: string): string => `${label}: ${value}`,
  /** `الثلاثاء 4 مايو 2021، مقال واحد` */
  cell: (date: string, count: string): string => `${date}، ${count}`,
  /** `سنة 2021` */
  year: (year: string): string => `سنة ${year}`,
  /** `كل مقالات اليوم (40 مقالًا)` */
  wholeDay: (count: string): string => `كل مقالات اليوم (${count})`,
  /** `حتى 10 مقالات` */
  upTo: (count: string): string => `حتى ${count}`,
  /** `أكثر من 100 مقال` */
  moreThan: (count: string): string => `أكثر من ${count}`,
  /** `لا نتائج للبحث عن «…». جرّب كلمات أقل.` */
  nothingFound: (query: string): string => `لا نتائج للبحث عن «${query}». جرّب كلمات أقل، أو كتابة أخرى للاسم.`,
} as const;

/** Names of the kinds of topics: as a heading of all, and for one. */
export const topicText = {
  section: { all: 'الأقسام', one: 'قسم' },
  tag: { all: 'الوسوم', one: 'وسم' },
  source: { all: 'المصادر', one: 'مصدر' },
  author: { all: 'الكتّاب', one: 'كاتب' },
  person: { all: 'الأشخاص', one: 'شخص' },
  place: { all: 'الأماكن', one: 'مكان' },
} as const;

export const homeText = {
  today: 'اليوم',
  latest: 'أحدث ما في الأرشيف',
  browseByYear: 'تصفّح بالسنوات',
  browseBySection: 'تصفّح بالأقسام',
  frequentTags: 'وسوم بارزة',
  allTags: 'كل الوسوم',
  allDates: 'كل التواريخ',
} as const;

export const articleText = {
  original: 'النص الأصلي',
  printedDate: 'التاريخ كما ورد في المصدر',
  updated: 'حُدِّث',
  captured: 'نُسخ عن الأصل',
  precision: 'دقة التاريخ',
  digest: 'بصمة الملف',
  tags: 'الوسوم',
  related: 'من الأرشيف في الموضوع نفسه',
  shared: 'يجمعهما',
  people: 'أشخاص',
  places: 'أماكن',
  rights: 'الحقوق',
  credit: 'الصورة:',
  corrections: 'تصويبات',
  details: 'بطاقة المقال',
  address: 'العنوان الدائم',
  previous: 'السابق',
  next: 'التالي',
  neighbours: 'المقال السابق والتالي بحسب التاريخ',
  withdrawnTitle: 'مقال مسحوب',
  withdrawnNotice: 'سُحب هذا المقال من الأرشيف، وبقي عنوانه ليعرف من يقصده ما حدث.',
  withdrawnOn: 'تاريخ السحب',
  withdrawnReason: 'السبب',
} as const;

export const periodText = {
  earlier: 'الأقدم',
  later: 'الأحدث',
  neighbours: 'الفترة السابقة والتالية',
  noDay: 'من غير يوم محدّد',
  noMonth: 'من غير شهر محدّد',
  hijriMonths: 'الأشهر الهجرية',
  gregorianMonths: 'الأشهر الميلادية',
  equals: 'الموافق',
  from: 'من',
  to: 'إلى',
  inHijri: 'يوافق بالهجري',
  inGregorian: 'يوافق بالميلادي',
} as const;

export const listText = {
  newest: 'الأحدث',
  byYear: 'بحسب السنة',
  byMonth: 'بحسب الشهر',
  letters: 'الحروف',
  visitSource: 'موقع المصدر',
  ownSite: 'الموقع الرسمي',
  otherNames: 'أسماء أخرى',
  together: 'وسوم مصاحبة',
  wikidata: 'الصفحة في ويكي بيانات',
  viaf: 'الصفحة في ملف الاستناد VIAF',
} as const;

export const aboutText = {
  title: 'عن الأرشيف',
  inNumbers: 'الأرشيف في أرقام',
  articles: 'المقالات',
  firstDate: 'أقدم مقال',
  lastDate: 'أحدث مقال',
  days: 'أيام فيها مقالات',
  distribution: 'توزّع المقالات على الأشهر',
  gaps: 'أطول الفترات الخالية',
  gapsNote: 'أطول الفترات التي لا مقال فيها بين يومين موثّقين.',
  from: 'من',
  to: 'إلى',
  length: 'المدة',
  noGaps: 'لا فترات خالية بين أول يوم في الأرشيف وآخره.',
  rights: 'الحقوق',
  data: 'للآلات والباحثين',
  dataNote: 'لكل قسم ووسم خلاصتان أيضًا تجدهما في صفحته.',
  sitemap: 'خريطة الموقع',
} as const;

export const notFoundText = {
  title: 'الصفحة غير موجودة',
  lead: 'لا صفحة بهذا العنوان في الأرشيف. قد يكون في العنوان خطأ، أو يكون الرابط الذي أوصلك قديمًا.',
  try: 'جرّب إحدى هذه الصفحات:',
} as const;

export const searchText = {
  title: 'البحث',
  needsScript: 'البحث يحتاج إلى تشغيل جافاسكربت في المتصفح. يمكنك من دونها تصفّح الأرشيف:',
  hint: 'اكتب كلمة أو أكثر، وضع العبارة بين علامتي تنصيص «» للبحث عنها كما هي.',
  loading: 'جارٍ البحث…',
  partial: 'لا مقال يجمع كل الكلمات؛ هذه أقرب المقالات:',
  failed: 'تعذّر تحميل فهرس البحث. تحقّق من الاتصال ثم أعد المحاولة.',
  tooOld: 'هذا المتصفح أقدم من أن يبحث في الأرشيف. حدّثه، أو استعمل متصفحًا آخر.',
  retry: 'أعد المحاولة',
  more: 'المزيد من النتائج',
  nothingLeft: 'لا نتائج ضمن ما اخترته.',
  suggestions: 'اقتراحات',
  results: 'النتائج',
  sort: 'الترتيب',
  narrow: 'تضييق البحث',
  time: 'النتائج بحسب السنة',
  chooseMonth: 'أشهر السنة',
  from: 'من سنة',
  to: 'إلى سنة',
  anyYear: 'كل السنوات',
  chosen: 'ما اخترته للتضييق',
  clear: 'أزل التضييق كله',
  moreValues: 'المزيد',
  noValues: 'لا شيء في هذه النتائج.',
  meant: 'هل تقصد',
} as const;

/** Orders of the results. */
export const sortText = {
  relevance: 'الأقرب إلى البحث',
  newest: 'الأحدث أولًا',
  oldest: 'الأقدم أولًا',
} as const;

/** Sentences of the search that hold values. */
export const searchSentence = {
  /** `46 نتيجة؛ كل الكلمات في 3 مقالات منها` */
  someComplete: (count: string, complete: string): string => `${count}؛ كل الكلمات في ${complete} منها`,
  /** `لم يرد في الأرشيف: «زقزق»، «بقبق».` */
  unknown: (words: readonly string[]): string => `لم يرد في الأرشيف: ${words.map((word) => `«${word}»`).join('، ')}.`,
  /** `هذه نتائج أقرب ما فيه: «زقاق».` */
  instead: (words: readonly string[]): string => `هذه نتائج أقرب ما فيه: ${words.map((word) => `«${word}»`).join('، ')}.`,
  /** `2015: 12 نتيجة` */
  counted: (name: string, count: string): string => `${name}: ${count}`,
  /** `إزالة 2015` */
  remove: (name: string): string => `إزالة ${name}`,
  /** `من 2015 إلى 2017` */
  span: (from: string, to: string): string => `من ${from} إلى ${to}`,
  since: (from: string): string => `منذ ${from}`,
  until: (to: string): string => `حتى ${to}`,
  /** Of a copy that has one year. */
  onlyYear: (year: string): string => `تضم هذه النسخة أخبار سنة ${year}، وفيها وحدها يجري البحث.`,
} as const;

/** How to ask, for readers: what is typed, and what it finds. */
export const searchHelp = {
  title: 'كيف تبحث؟',
  rows: [
    ['وزير الخارجية', 'المقالات التي فيها الكلمتان معًا، بأي صيغة كانتا: الوزير، وزراء، للخارجية.'],
    ['«وزير الخارجية»', 'العبارة كما كتبتها: كلماتها متجاورة وبترتيبها. تصلح كل علامات التنصيص.'],
    ['«وزراء»', 'الكلمة الواحدة بين علامتي تنصيص تُطلب بصورتها هذه وحدها.'],
    ['دمشق أو حلب', 'تكفي إحدى الكلمتين.'],
    ['مصر -القاهرة', 'ما سبقته علامة الطرح لا يظهر في النتائج.'],
  ],
  keys: 'مفتاح / ينقلك إلى خانة البحث، والسهمان ↓ ↑ بين النتائج، ومفتاح الإدخال يفتح المقال.',
} as const;

/** Marks in an article that was opened from a search. */
export const markText = {
  label: 'مواضع كلمات البحث',
  previous: 'الموضع السابق',
  next: 'الموضع التالي',
  remove: 'أزل التمييز',
  /** `الموضع 2 من 7` */
  place: (current: number, all: number, digits: DigitShape): string => `الموضع ${formatNumber(current, digits)} من ${formatNumber(all, digits)}`,
} as const;

/** The box from which an article is cited, and what is copied from it. */
export const citeText = {
  title: 'استشهد بهذا المقال',
  /** After a Gregorian date that stands beside a Hijri one. */
  gregorianMark: 'م',
  styles: { arabic: 'التوثيق العربي', apa: 'APA', mla: 'MLA', chicago: 'شيكاغو' },
  files: 'ملفات لبرامج المراجع',
  copy: 'انسخ',
  copied: 'نُسخ',
  copyFailed: 'تعذّر النسخ',
  copyAddress: 'انسخ الرابط الدائم',
  selection: 'النص المحدّد',
  copyQuote: 'انسخ مع المرجع',
  copyPassage: 'انسخ رابط المقطع',
} as const;

export const onThisDayText = {
  title: 'في مثل هذا اليوم',
  lead: 'ما نُشر في كل يوم من أيام السنة، على مرّ السنين، بالتقويمين الميلادي والهجري.',
  gregorian: 'التقويم الميلادي',
  none: 'لا مقالات في الأرشيف توافق هذا اليوم.',
  all: 'كل أيام السنة',
  before: 'اليوم السابق',
  after: 'اليوم التالي',
} as const;

export const chartText = {
  months: 'عدد المقالات في كل شهر',
  days: 'أيام السنة',
  table: 'الأعداد في جدول',
  month: 'الشهر',
  count: 'العدد',
  highest: 'الأعلى',
  less: 'أقل',
  more: 'أكثر',
} as const;

export const dossierText = {
  title: 'ملفات',
  all: 'كل الملفات',
  lead: 'قصص يجمع فيها المحرر مقالات من الأرشيف في موضوع واحد.',
  timeline: 'الخط الزمني',
  one: 'ملف',
} as const;

/** What each field of the data means. */
export const dataFieldText = {
  id: 'معرّف المقال الدائم، وهو آخر جزء من عنوانه.',
  url: 'العنوان الدائم لصفحة المقال.',
  title: 'العنوان.',
  date: 'تاريخ النشر بالميلادي بقدر ما يُعرف: السنة، أو السنة والشهر، أو اليوم، أو اليوم والساعة مع فرق التوقيت.',
  date_precision: 'دقة التاريخ: سنة أو شهر أو يوم أو ساعة، بأسمائها الإنكليزية.',
  date_hijri: 'التاريخ الهجري بحسب تقويم أم القرى، حين يُعرف اليوم.',
  date_printed: 'التاريخ كما ورد في المصدر.',
  updated: 'آخر تعديل أجراه الناشر.',
  section: 'القسم.',
  tags: 'الوسوم.',
  authors: 'الكتّاب كما وردت أسماؤهم.',
  source: 'الجريدة أو الوكالة أو الجهة التي نشرت المقال.',
  people: 'أشخاص يذكرهم المقال.',
  places: 'أماكن يذكرها المقال.',
  language: 'رمز لغة النص.',
  kicker: 'السطر الذي فوق العنوان.',
  subtitle: 'السطر الذي تحت العنوان.',
  summary: 'ملخّص كتبه المحرر.',
  original_url: 'عنوان الأصل.',
  captured: 'متى نُسخ عن الأصل.',
  rights: 'الحقوق في المقال، أو في ما يُنشر عن مصدره، أو في الأرشيف كله.',
  dateline: 'المكان المذكور قبل النص.',
  corrected: 'تواريخ التصويبات. أما نصوصها فمع نصوص المقالات.',
} as const;

/** The page about the data. */
export const dataText = {
  title: 'بيانات الأرشيف',
  lead: 'الأرشيف كله ملفات مفتوحة للباحثين والبرامج، من غير تسجيل ولا مفتاح.',
  whole: 'الأرشيف كله',
  wholeNote: 'بيانات كل المقالات في جدول واحد. أما النصوص ففي ملفات السنوات.',
  byYear: 'بحسب السنة',
  year: 'السنة',
  table: 'جدول (CSV)',
  texts: 'مع النصوص (JSON)',
  references: 'مراجع',
  fields: 'الحقول',
  field: 'الحقل',
  meaning: 'معناه',
  listsNote: 'تُفصل أسماء القائمة الواحدة في خانة الجدول بخط قائم بين مسافتين. وتسبق فاصلةٌ عليا كل نص قد يظنه برنامج الجداول معادلة.',
  encodingNote: 'الجداول بترميز UTF-8 مع علامة البداية التي تحتاج إليها برامج الجداول لتعرض العربية سليمة.',
  precision: 'دقة التواريخ',
  precisionOf: { time: 'يُعرف اليوم والساعة', day: 'يُعرف اليوم', month: 'يُعرف الشهر', year: 'تُعرف السنة' },
  faults: 'ما ينقص',
  without: { section: 'بلا قسم', tags: 'بلا وسوم', authors: 'بلا كاتب', source: 'بلا مصدر', original: 'بلا عنوان للأصل', text: 'بلا نص' },
  gapsNote: 'الفترات الخالية في صفحة',
  package: 'وصف الحزمة (Frictionless)',
  checksums: 'بصمات الملفات (SHA-256)',
  api: 'واجهة للبرامج',
  apiNote: 'قوائم وأعداد بصيغة JSON في عناوين ثابتة. قد تُضاف حقول في الإصدار نفسه، ولا يُحذف منها شيء ولا يُغيّر اسمه.',
  formsNote: 'ولكل مقال ثلاث صيغ أخرى بجانب صفحته: JSON ونص مجرد وMarkdown.',
  apiIndex: 'المدخل',
  apiCounts: 'الأعداد',
  apiTopics: 'الأقسام والوسوم والأسماء',
} as const;

/** What a reader sets on the device, and the keys. */
export const readerText = {
  size: { label: 'حجم الخط', options: { normal: 'عادي', large: 'كبير', larger: 'أكبر' } },
  theme: { label: 'الألوان', options: { auto: 'كالجهاز', light: 'فاتحة', dark: 'داكنة' } },
  width: { label: 'عرض السطر', options: { normal: 'عادي', wide: 'عريض' } },
  digits: { label: 'الأرقام', options: { site: 'كالموقع', western: '123', arabic: '١٢٣' } },
  months: { label: 'أسماء الأشهر', options: { site: 'كالموقع', gulf: 'يناير، فبراير', levant: 'كانون الثاني، شباط', maghreb: 'جانفي، فيفري', morocco: 'يناير … يوليوز', dual: 'يناير/كانون الثاني' } },
  calendar: { label: 'التقويم أولًا', options: { gregorian: 'الميلادي', hijri: 'الهجري' } },
  keys: { title: 'مفاتيح الاختصار', search: 'إلى خانة البحث', next: 'المقال أو الفترة التالية', previous: 'المقال أو الفترة السابقة', help: 'هذه القائمة', close: 'أغلق' },
  share: 'شارك',
} as const;

/** A page that moved, for the moment until the browser follows. */
export const movedText = {
  title: 'انتقلت هذه الصفحة',
  lead: 'العنوان الجديد:',
} as const;

/** The history of changes to the archive. */
export const historyText = {
  title: 'سجلّ التغييرات',
  lead: 'ما أُضيف إلى الأرشيف وما صُوّب فيه وما سُحب منه، بتواريخه.',
  nothing: 'لا تغييرات مسجّلة بعد.',
  unrecorded: 'لا يحفظ هذا الأرشيف سجلًّا بما يُضاف إليه، فلا تظهر هنا إلا التصويبات والمقالات المسحوبة.',
  /** `يُسجَّل ما يُضاف ويُعدَّل منذ 23 نوفمبر 2026.` */
  since: (date: string): string => `يُسجَّل ما يُضاف ويُعدَّل منذ ${date}.`,
  /** `بدأ السجلّ وفي الأرشيف 88 مقالًا` */
  began: (count: string): string => `بدأ السجلّ وفي الأرشيف ${count}`,
  kinds: { added: 'أُضيف', edited: 'عُدّل', corrected: 'صُوّب', withdrawn: 'سُحب', removed: 'حُذف' },
  editedHint: 'تغيّر الملف وليس فيه بيان بالسبب.',
  others: 'وغيرها',
  withdrawnArticle: 'مقال مسحوب',
  byPeriod: 'بحسب الشهر',
} as const;

/** The page on which words are followed through time. */
export const wordsText = {
  title: 'تكرار الكلمة عبر الزمن',
  lead: 'كم مقالًا وردت فيه الكلمة في كل شهر أو سنة، وكم مرة وردت في النصوص: عددًا، أو منسوبًا إلى ما نُشر في الفترة. وتُقارَن كلمات عدة في رسم واحد.',
  input: 'كلمات تفصل بينها فواصل',
  example: 'النفط، الغاز',
  show: 'ارسم',
  needsScript: 'هذه الصفحة تحتاج إلى تشغيل جافاسكربت في المتصفح. يمكنك من دونها تصفّح الأرشيف وتنزيل بياناته:',
  measure: 'المقياس',
  measures: { count: 'عدد المقالات', share: 'نسبتها من مقالات الفترة', times: 'مرات الورود في النصوص', rate: 'مرات الورود في كل عشرة آلاف كلمة' },
  step: 'الفترة',
  steps: { month: 'الشهر', year: 'السنة' },
  loading: 'جارٍ العدّ…',
  chart: 'رسم بياني؛ أعداده في الجدول أدناه.',
  table: 'الأعداد في جدول',
  period: 'الفترة',
  all: 'كل المقالات',
  allWords: 'كلمات النصوص',
  /** Above a table: what stands in its cells. */
  inBrackets: (number: string, share: string): string => `${number}، وبين قوسين ${share}`,
  /** After a number of hundredths in Arabic digits. */
  percent: '٪',
  csv: 'نزّل الجدول (CSV)',
  help: 'تُطلب الكلمة كما في البحث: علامتا التنصيص «» للعبارة أو الصيغة كما هي، و«أو» بين بدائل تُعدّ معًا.',
  whatCounts: 'ما الذي يُعدّ؟',
  counted: 'تشمل المقالات ما وردت فيه أي صيغة من صيغ الكلمة: في العنوان والنص والملخّص والوسوم والأسماء، والمقال الذي تكررت فيه يُعدّ مرة واحدة. وما لا يُعرف من تاريخه إلا السنة يُعدّ في السنوات دون الأشهر. وينقطع خط النسبة حيث لا مقالات.',
  countedTimes: 'أما مرات الورود فتُعدّ في نصوص المقالات وحدها، بصيغ الكلمة كلها، لا في العناوين والملخّصات والوسوم والأسماء، وتُنسب إلى كلمات هذه النصوص. وتُعدّ للكلمة الواحدة وللعبارة بين علامتي تنصيص، لا للكلمات المتفرقة.',
  /** Before a list of words. */
  uncountedWords: 'ولا تُعدّ لأكثر الكلمات شيوعًا:',
  /** `لم تُعدّ مرات ورود: في. …` */
  uncounted: (words: readonly string[]): string => `لم تُعدّ مرات ورود: ${words.join('، ')}. لا يشمل عدّ المرات أكثر الكلمات شيوعًا ولا الكلمات المتفرقة؛ وتُكتب العبارة والاسم المركّب بين علامتي تنصيص.`,
  /** `حتى 5 كلمات معًا؛ لم تُرسم: …` */
  tooMany: (words: readonly string[]): string => `تُقارَن خمس كلمات على الأكثر؛ لم تُرسم: ${words.join('، ')}.`,
} as const;

/** The list of what the reader wants to read, and what articles say of reading. */
export const readingListText = {
  title: 'قائمة القراءة',
  lead: 'مقالات حفظتها للقراءة. القائمة محفوظة في متصفحك وحده، ولا تُرسل إلى أحد.',
  needsScript: 'تحتاج قائمة القراءة إلى تشغيل جافاسكربت في المتصفح. يمكنك من دونها تصفّح الأرشيف:',
  empty: 'القائمة خالية. أضف إليها من صفحة أي مقال أو من القوائم.',
  add: 'أضف إلى قائمة القراءة',
  added: 'في قائمة القراءة',
  save: 'احفظ',
  saved: 'محفوظ',
  remove: 'أزل',
  /** Said of a button to those who do not see where it stands; follows its text. */
  about: (title: string): string => ` (قائمة القراءة): ${title}`,
  clear: 'أفرغ القائمة',
  clearSure: 'أتريد إفراغ القائمة كلها؟',
  export: 'تنزيل القائمة',
  text: 'نص',
  full: 'تعذّر الحفظ: لا يسمح المتصفح بالتخزين، أو امتلأ ما يسمح به.',
  /** `تعذّر تحميل مراجع مقالين.` */
  incomplete: (count: string): string => `تعذّر تحميل مراجع ${count}، وليست في الملف.`,
  fields: { title: 'العنوان', date: 'التاريخ', source: 'المصدر', address: 'العنوان الدائم' },
  /** `420 كلمة، تُقرأ في 3 دقائق` */
  time: (words: string, minutes: string): string => `${words}، تُقرأ في ${minutes}`,
  lessThanMinute: 'أقل من دقيقة',
} as const;
/** Reading without a network: the page on which it is arranged, and what stands over a page that was kept. */
export const offlineText = {
  title: 'القراءة دون اتصال',
  lead: 'احفظ من الأرشيف ما تريد قراءته والبحث فيه على هذا الجهاز من غير اتصال بالشبكة. وتُحفظ الصفحات الأخيرة التي تفتحها تلقائيًّا.',
  needsScript: 'الحفظ يحتاج إلى تشغيل جافاسكربت في المتصفح.',
  switchedOff: 'لا يتيح هذا الموقع حفظ صفحاته للقراءة دون اتصال.',
  notHere: 'لا حفظ في المعاينة: فيها تُرى الصفحات كما كُتبت الآن.',
  unsupported: 'لا يتيح هذا المتصفح الحفظ، أو لا يتيحه في النافذة الخاصة. افتح الصفحة في نافذة عادية أو في متصفح أحدث.',
  insecure: 'لا يتيح المتصفح الحفظ إلا لموقع عنوانه آمن (https).',
  kept: 'ما حُفظ على هذا الجهاز',
  nothing: 'لم تحفظ شيئًا بعد.',
  choose: 'احفظ للقراءة دون اتصال',
  year: 'سنة',
  topic: 'وسم أو قسم أو اسم',
  topicHint: 'اكتب أول الاسم ثم اختره.',
  whole: 'الأرشيف كله',
  keepYear: 'احفظ السنة',
  keepTopic: 'احفظ مقالاته',
  keepWhole: 'احفظ الأرشيف كله',
  measuring: 'جارٍ حساب الحجم…',
  unknownTopic: 'لا اسم كهذا في الأرشيف. اختره من القائمة.',
  noNetwork: 'لا اتصال بالشبكة. يمكنك قراءة ما حُفظ، ويتاح حفظ غيره حين يعود الاتصال.',
  pause: 'أوقف مؤقتًا',
  resume: 'تابع',
  remove: 'أزل',
  removeConfirm: 'أزله من الجهاز',
  cancel: 'لا تُزله',
  complete: 'كامل',
  partial: 'لم يكتمل',
  done: 'اكتمل الحفظ.',
  paused: 'الحفظ متوقف، وما حُفظ منه باقٍ.',
  interrupted: 'انقطع الاتصال فتوقف الحفظ. ما حُفظ منه باقٍ، ويُستأنف حين يعود الاتصال.',
  elsewhere: 'الحفظ جارٍ في نافذة أخرى من هذا الموقع.',
  full: 'امتلأت المساحة التي يتيحها المتصفح، فتوقف الحفظ. ما حُفظ باقٍ. أزل شيئًا مما حفظته أو من ملفات جهازك، ثم تابع.',
  failed: 'تعذّر الحفظ. أعد المحاولة لاحقًا.',
  progress: 'ما تم حفظه',
  topicSearched: 'مع البحث فيها دون اتصال',
  topicNotSearched: 'ما حفظته من وسم أو قسم أو اسم من غير البحث يُقرأ دون اتصال، ولا يشمله البحث.',
  mayBeCleared: 'قد يمحو المتصفح ما حُفظ إذا ضاقت مساحة الجهاز.',
  notKept: 'لا اتصال بالشبكة، ولم تُحفظ الصفحة التي طلبتها على هذا الجهاز.',
  searchNotKept: 'لا اتصال بالشبكة، ولم يُحفظ على هذا الجهاز ما يُبحث فيه. حين يعود الاتصال يمكنك حفظ ما تريد في صفحة',
} as const;

/** Sentences about reading offline that hold values. */
export const offlineSentence = {
  /** `7 مقالات، 12 ميغابايت على الجهاز` */
  size: (count: string, size: string): string => `${count}، ${size} على الجهاز`,
  /** `لن يكفي ما يتيحه المتصفح: 30 ميغابايت.` */
  tooLarge: (free: string): string => `لا تكفي لذلك المساحة التي يتيحها المتصفح هنا، وهي ${free}.`,
  /** `حُفظ 3 ميغابايت من 12 ميغابايت` */
  progress: (done: string, total: string): string => `حُفظ ${done} من ${total}`,
  /** `حُفظ يوم الثلاثاء 4 مايو 2021، الساعة 14:05` */
  keptOn: (date: string): string => `حُفظ يوم ${date}`,
  removeName: (name: string): string => `أزل: ${name}`,
  /** Over a page: without a network, with a slow one, and when the host has a fault. */
  copyOffline: (date: string): string => `لا اتصال بالشبكة. هذه نسخة حُفظت على جهازك يوم ${date}.`,
  copySlow: (date: string): string => `الشبكة بطيئة. هذه نسخة حُفظت على جهازك يوم ${date}، وقد يكون في الموقع أحدث منها.`,
  copyFault: (date: string): string => `الموقع لا يجيب الآن. هذه نسخة حُفظت على جهازك يوم ${date}.`,
  /** `الثلاثاء 4 مايو 2021، الساعة 14:05` */
  moment: (day: string, time: string): string => `${day}، الساعة ${time}`,
  /** `لا اتصال بالشبكة. يشمل البحث ما حُفظ على هذا الجهاز وحده: 2020، 2021، وسم: مصر.` */
  covers: (names: readonly string[]): string => `لا اتصال بالشبكة. يشمل البحث ما حُفظ على هذا الجهاز وحده: ${names.join('، ')}.`,
} as const;

/** Sizes as a reader knows them. */
export const sizeText = { kilobytes: 'كيلوبايت', megabytes: 'ميغابايت', gigabytes: 'غيغابايت' } as const;
