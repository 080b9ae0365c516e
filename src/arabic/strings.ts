/**
 * Every text of the interface, in one place. A theme or an edition in another style of Arabic changes this file only.
 * Counted nouns are in `plural.ts`, names of months and days in the calendar room.
 */
import { formatNumber, type DigitShape } from './digits.ts';

export const siteText = {
  skipToContent: 'تخطَّ إلى المحتوى',
  mainNavigation: 'أقسام الموقع',
  breadcrumbs: 'مسار الصفحة',
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
  /** `لا نتائج للبحث عن «…». جرّب كلمات أقل.` */
  nothingFound: (query: string): string => `لا نتائج للبحث عن «${query}». جرّب كلمات أقل، أو كتابة أخرى للاسم.`,
} as const;

/** Names of the kinds of topics: as a heading of all, and for one. */
export const topicText = {
  section: { all: 'الأقسام', one: 'قسم' },
  tag: { all: 'الوسوم', one: 'وسم' },
  source: { all: 'المصادر', one: 'مصدر' },
  author: { all: 'الكتّاب', one: 'كاتب' },
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
  tags: 'الوسوم',
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
  inHijri: 'يوافق بالهجري',
  inGregorian: 'يوافق بالميلادي',
} as const;

export const listText = {
  newest: 'الأحدث',
  byYear: 'بحسب السنة',
  byMonth: 'بحسب الشهر',
  letters: 'الحروف',
  visitSource: 'موقع المصدر',
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
  try: 'جرّب أحد هذه:',
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
  /** `2015: 12 نتيجة` */
  counted: (name: string, count: string): string => `${name}: ${count}`,
  /** `إزالة 2015` */
  remove: (name: string): string => `إزالة ${name}`,
  /** `من 2015 إلى 2017` */
  span: (from: string, to: string): string => `من ${from} إلى ${to}`,
  since: (from: string): string => `منذ ${from}`,
  until: (to: string): string => `حتى ${to}`,
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
