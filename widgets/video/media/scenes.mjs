// The drawings of "The Scholarship List": one function for each part, 320 × 180, without writing.
// `speaks` is who is heard just now; that figure's mouth opens and waves stand beside it. Without
// it a drawing is the still of the slides.

const paper = '#fbf8f2', ink = '#1e1b2c', blue = '#2f4bd0', sky = '#a9b8ff', green = '#0b6b45',
  mint = '#7fdcb0', gold = '#f2c66d', wood = '#c98a1b', rust = '#9c3424', rose = '#f6bcab',
  grey = '#d9d2c4';

const people = {
  amina: { coat: blue, skin: gold, hair: 'long' },
  timur: { coat: rust, skin: '#eab676', hair: 'short' },
  wei: { coat: green, skin: '#f4d19b', hair: 'bob' },
  head: { coat: '#5a4a8a', skin: '#e0a868', hair: 'bun' },
  seller: { coat: '#6c7a89', skin: '#e8b878', hair: 'cap' },
  colleague: { coat: '#b3572d', skin: '#c98f5a', hair: 'bob' },
};

const hair = {
  long: ['M-15.500-29v-17a15.500 15.500 0 0 1 31 0v17l-4-4v-13q-13-3-21-9-1 6-2 9v13z', ''],
  short: ['', 'M-14.800-45a14.800 14.800 0 0 1 29.600 0q-4-3-5-7-9 3-19 1-2 4-5.600 6z'],
  bob: ['M-16-36v-10a16 16 0 0 1 32 0v10q-3 2-6 1v-11h-20v11q-3 1-6-1z', 'M-15-44a15 15 0 0 1 30 0q-3-2-4-6-11 3-22 0-1 4-4 6z'],
  bun: ['', 'M-14.800-44a14.800 14.800 0 0 1 29.600 0q-6-8-14.800-8t-14.800 8zM-6-58a6 6 0 0 1 12 0q-6-3-12 0z'],
  cap: ['', 'M-15-47a15 15 0 0 1 30 0v2h-37v-2z'],
};

/** A figure that stands on (x, y); `look` −1 left, 1 right; mood: calm, glad, still, cross. */
function figure(name, x, y, { size = 1, look = 0, mood = 'calm', speaks = null, arms = '' } = {}) {
  const { coat, skin, hair: cut } = people[name];
  const [behind, before] = hair[cut];
  const talks = speaks === name;
  const mouth = talks ? `<ellipse cx="${look * 3}" cy="-37" rx="3.500" ry="2.800" fill="${rust}"/>`
    : `<path d="M${look * 3 - 4}-37${{ calm: 'q4 2 8 0', glad: 'q4 5 8 0', still: 'h8', cross: 'q4-4 8 0' }[mood]}" fill="none" stroke="${ink}" stroke-width="1.500"/>`;
  const brows = mood === 'cross' ? `<path d="M${look * 3 - 8}-50l5 2M${look * 3 + 8}-50l-5 2" stroke="${ink}" stroke-width="1.500"/>` : '';
  const side = look < 0 ? -1 : 1;
  const waves = talks ? `<path transform="translate(${side * 19} -38) scale(${side} 1)" d="M0-4q3 4 0 8M5-7q5 7 0 14M10-10q7 10 0 20" fill="none" stroke="${blue}" stroke-width="2"/>` : '';
  return `<g transform="translate(${x} ${y}) scale(${size})"><path d="${behind || 'M0 0'}" fill="${ink}"/><path d="M-22 0v-8a22 22 0 0 1 44 0v8z" fill="${coat}"/><rect x="-5" y="-34" width="10" height="8" fill="${skin}"/><circle cy="-44" r="14" fill="${skin}"/><path d="${before || 'M0 0'}" fill="${cut === 'cap' ? blue : ink}"/><path d="M${look * 3 - 5}-45h0M${look * 3 + 5}-45h0" stroke="${ink}" stroke-width="3"/>${brows}${mouth}${arms}${waves}</g>`;
}

const box = (x, y, w, h, fill, more = '') => `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`;
const page = (x, y, w, h, inside = '') => box(x, y, w, h, '#fff', `rx="3" stroke="${ink}" stroke-width="1.500"`) + inside;
const line = (x, y, w, stroke = grey, width = 3) => `<path d="M${x} ${y}h${w}" stroke="${stroke}" stroke-width="${width}" fill="none"/>`;

/** A room: a wall in a soft tint and a floor. */
const room = (tint, floor = 150) => box(0, 0, 320, 180, paper) + box(0, 0, 320, 180, tint, 'opacity=".35"')
  + box(0, floor, 320, 180 - floor, wood, 'opacity=".45"');
const window = (x, y) => box(x, y, 62, 50, '#fff', `rx="4" stroke="${ink}" stroke-width="1.500"`)
  + box(x + 4, y + 4, 54, 42, sky, 'opacity=".6"') + `<circle cx="${x + 45}" cy="${y + 16}" r="7" fill="${gold}"/><path d="M${x + 4} ${y + 46}q14-16 26-4 14-16 28 2v2z" fill="${mint}"/>`;
const shelf = (x, y) => [blue, rust, mint, gold, green, rose, blue].map((c, n) => box(x + n * 9, y + (n % 3) * 2, 7, 26 - (n % 3) * 2, c, 'rx="1"')).join('') + box(x - 4, y + 26, 71, 4, wood);
const desk = (y = 128) => box(20, y, 280, 10, wood, 'rx="3"') + box(34, y + 10, 10, 50, wood) + box(276, y + 10, 10, 50, wood);
const folder = (x, y, open = true) => open
  ? `<path d="M${x} ${y}l8-12h46l-8 12z" fill="${gold}" stroke="${ink}" stroke-width="1.500"/><path d="M${x + 10} ${y - 3}l6-11h34l-6 11z" fill="#fff" stroke="${ink}"/><path d="M${x + 19} ${y - 10}h22M${x + 17} ${y - 6}h22" stroke="${grey}" stroke-width="2"/>`
  : `<path d="M${x} ${y}v-9h18l4-4h32v13z" fill="${gold}" stroke="${ink}" stroke-width="1.500"/>`;

/** The signs of the four criteria: marks, letter, project, talk. */
const signs = [
  (x, y) => `<path transform="translate(${x} ${y})" d="M0-9l2.600 6 6.400.500-5 4.200 1.600 6.300-5.600-3.500-5.600 3.500 1.600-6.300-5-4.200 6.400-.500z" fill="${gold}" stroke="${wood}"/>`,
  (x, y) => box(x - 9, y - 6, 18, 12, rose, `rx="1.500" stroke="${ink}"`) + `<path d="M${x - 9} ${y - 5}l9 7 9-7" fill="none" stroke="${ink}"/>`,
  (x, y) => `<path transform="translate(${x} ${y})" d="M0-9l8 4v9l-8 5-8-5v-9z" fill="${mint}" stroke="${ink}"/><path transform="translate(${x} ${y})" d="M-8-5l8 4 8-4M0-1v10" fill="none" stroke="${ink}"/>`,
  (x, y) => `<path transform="translate(${x} ${y})" d="M-9-8h18v11h-10l-5 5v-5h-3z" fill="${sky}" stroke="${ink}"/>`,
];
const criteria = (x, y, gap, width, stroke = grey) => signs.map((sign, n) => sign(x, y + n * gap) + (width ? line(x + 18, y + n * gap, width - (n % 2) * 10, stroke) : '')).join('');
const sweets = (x, y, k = 1) => `<g transform="translate(${x} ${y}) scale(${k})">${box(-34, -30, 68, 30, rose, `rx="3" stroke="${ink}" stroke-width="1.500"`)}${box(-37, -38, 74, 10, rust, `rx="3" stroke="${ink}" stroke-width="1.500"`)}${box(-5, -38, 10, 38, gold)}<path d="M0-38q-18-16-16 0zM0-38q18-16 16 0z" fill="${gold}" stroke="${wood}"/></g>`;
const cup = (x, y) => `<path d="M${x - 8} ${y - 11}h16v5a8 6 0 0 1-16 0zM${x - 10} ${y}h20" fill="#fff" stroke="${ink}" stroke-width="1.500"/>`;
const bars = (x, y, many, { cut = -1, marked = -1, width = 120, gap = 11, hidden = false } = {}) => Array.from({ length: many }, (_, n) => {
  const top = y + n * gap + (cut >= 0 && n >= cut ? 8 : 0);
  const name = hidden ? box(x, top - 3, 26, 6, ink, 'rx="2"') : line(x, top, 24, '#8d8799');
  return (n === marked ? box(x - 5, top - 5, width + 50, 10, gold, 'rx="3" opacity=".7"') : '')
    + name + line(x + 36, top, width - n * 7, n === marked ? rust : blue, 5);
}).join('') + (cut >= 0 ? `<path d="M${x - 6} ${y + cut * gap - 1.500}h${width + 52}" stroke="${ink}" stroke-width="1.500" stroke-dasharray="4 4"/>` : '');

export const scenes = {
  folder: (speaks) => room(sky) + window(28, 22) + shelf(222, 34)
    + figure('amina', 160, 132, { size: 1.35, speaks }) + desk() + folder(134, 130) + cup(236, 127),
  criteria: (speaks) => room(mint) + page(96, 14, 124, 142, criteria(118, 42, 30, 72, '#8d8799'))
    + figure('amina', 48, 180, { size: 1.25, look: 1, speaks }),
  flat: () => room(rose) + [['amina', 62, 0], ['timur', 160, 58], ['wei', 258, 68]].map(([name, x, points]) =>
    figure(name, x, 122, { size: 1.25, mood: name === 'amina' ? 'calm' : 'glad' })
    + (points ? page(x - 37, 126, 74, 22, line(x - 31, 137, points - 8, blue, 8)) : '')).join('')
    + `<path d="M14 150v-106l97-34 97 34v106" fill="none" stroke="${rust}" stroke-width="5"/>`,
  lucky: (speaks) => room(gold) + window(129, 14) + figure('timur', 78, 136, { size: 1.4, look: 1, mood: 'glad', speaks })
    + figure('amina', 242, 136, { size: 1.4, look: -1, mood: 'still', speaks })
    + box(20, 128, 280, 12, '#fff', `rx="5" stroke="${ink}" stroke-width="1.500"`) + box(36, 140, 10, 40, wood) + box(274, 140, 10, 40, wood)
    + `<path d="M146 127q-6-26 14-26t14 26zM174 116q14-2 14-12M146 108q-12 0-10 10t10 4" fill="${mint}" stroke="${ink}" stroke-width="1.500"/><circle cx="160" cy="99" r="3" fill="${ink}"/>` + cup(122, 127) + cup(206, 127),
  screen: () => room(sky) + box(52, 12, 216, 126, ink, 'rx="8"') + box(60, 20, 200, 110, '#fff', 'rx="3"')
    + bars(74, 33, 8, { cut: 6, marked: 6, width: 124 }) + box(146, 138, 28, 14, ink) + box(112, 150, 96, 6, ink, 'rx="3"')
    + `<path d="M226 100l0 18 5-4 3.500 8 4-2-3.500-7h7z" fill="#fff" stroke="${ink}" stroke-width="1.500"/>`,
  door: (speaks) => room(sky) + `<path d="M232 150l-40 30h84v-30z" fill="${gold}" opacity=".7"/>`
    + box(224, 34, 58, 116, wood) + box(230, 40, 46, 110, '#fff3d0') + `<path d="M230 40l-22 10v112l22-12z" fill="${wood}" stroke="${ink}" stroke-width="1.500"/><circle cx="213" cy="106" r="2.500" fill="${ink}"/>`
    + figure('amina', 88, 136, { size: 1.4, look: 1, mood: 'still', speaks }) + box(0, 130, 176, 10, wood) + box(150, 140, 10, 40, wood)
    + box(20, 84, 40, 32, ink, 'rx="4"') + box(36, 116, 8, 10, ink) + box(28, 126, 24, 4, ink) + box(74, 125, 40, 5, grey, `rx="2" stroke="${ink}"`),
  note: () => room(mint, 0) + `<path d="M60 150v-104h66l14-16h120v120z" fill="${gold}" stroke="${ink}" stroke-width="2"/><path d="M60 62h200" stroke="${wood}" stroke-width="2"/>`
    + `<g transform="rotate(-5 166 104)">${page(116, 70, 100, 66, line(130, 118, 72) + line(130, 127, 50))}<path d="M140 80h52v22h-30l-10 9v-9h-12z" fill="${sky}" stroke="${ink}" stroke-width="1.500"/><path d="M154 91h0M166 91h0M178 91h0" stroke="${ink}" stroke-width="4"/></g>`
    + `<path d="M226 160l40-52 7 5-40 52-9 4z" fill="${blue}" stroke="${ink}" stroke-width="1.500"/>`,
  sweets: () => room(rose) + shelf(30, 34) + figure('seller', 176, 156, { size: 1.75, look: -1, mood: 'glad' })
    + `<path d="M156 150v-30q20 10 40 0v30z" fill="${paper}" stroke="${ink}" stroke-width="1.500"/>`
    + `<path d="M146 132l-34 8M205 132q-10 24-70 18" stroke="#6c7a89" stroke-width="11" fill="none"/>` + sweets(100, 150) + desk(150),
  calendar: () => room(rose) + sweets(88, 128, 1.3) + page(168, 26, 118, 104, box(168, 26, 118, 20, rust, `rx="3" stroke="${ink}" stroke-width="1.500"`)
    + Array.from({ length: 15 }, (_, n) => box(178 + (n % 5) * 21, 54 + Math.floor(n / 5) * 24, 14, 15, n === 6 ? blue : grey, 'rx="3"')).join('')
    + `<circle cx="227" cy="85.500" r="14" fill="none" stroke="${rust}" stroke-width="3"/>`) + desk(130),
  declare: (speaks) => room('#cfc4ee') + window(129, 16) + figure('amina', 78, 136, { size: 1.4, look: 1, speaks })
    + figure('head', 242, 136, { size: 1.4, look: -1, speaks }) + box(40, 128, 240, 10, wood, 'rx="5"') + box(152, 138, 16, 42, wood) + folder(133, 128, false),
  initials: () => room(gold) + figure('colleague', 70, 148, { size: 1.6, look: 1 })
    + page(132, 18, 164, 116, bars(148, 36, 8, { hidden: true, width: 92, gap: 12.500 })) + desk(140),
  wall: () => room(mint) + box(54, 12, 190, 110, wood, 'rx="5"') + box(60, 18, 178, 98, '#eedfbd')
    + page(70, 26, 76, 82, Array.from({ length: 6 }, (_, n) => line(80, 38 + n * 10, 50, n === 5 ? green : '#8d8799')).join('') + `<path d="M80 96h50" stroke="${grey}" stroke-width="3" stroke-dasharray="6 4"/>`)
    + page(156, 26, 74, 82, criteria(172, 41, 18, 36, '#8d8799')) + figure('wei', 272, 180, { size: 1.5, look: -1, mood: 'glad' }),
  angry: (speaks) => room('#e6d5d0') + box(120, 20, 80, 60, '#eedfbd', `stroke="${wood}" stroke-width="4"`) + page(136, 28, 22, 42, line(140, 38, 13) + line(140, 46, 13) + line(140, 54, 13)) + page(164, 28, 22, 42, line(168, 38, 13) + line(168, 46, 13))
    + figure('timur', 104, 180, { size: 1.7, look: 1, mood: 'cross', speaks }) + figure('amina', 222, 180, { size: 1.7, look: -1, mood: 'still', speaks }),
  page: () => room(sky) + figure('amina', 52, 180, { size: 1.5, look: 1 }) + figure('timur', 270, 180, { size: 1.5, look: -1 })
    + page(96, 16, 130, 128, criteria(114, 36, 24, 0) + [44, 36, 52, 30].map((w, n) => line(138, 36 + n * 24, w * 1.3, blue, 6)).join('')
      + `<path d="M184 132h-34M160 124l-10 8 10 8" fill="none" stroke="${rust}" stroke-width="4"/>`),
  end: () => room(mint) + page(106, 6, 108, 84, criteria(124, 18, 20, 66)) + ['amina', 'timur', 'wei', 'head'].map((name, n) =>
    figure(name, 55 + n * 70, 180, { size: 1.3, mood: name === 'timur' ? 'calm' : 'glad' })).join(''),
};

/** The drawing of a part as a file. */
export const svg = (id, speaks = null) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180" stroke-linecap="round" stroke-linejoin="round">${
  scenes[id](speaks).replaceAll(/(\.\d*?)0+(?=\D)/g, (all, kept) => kept === '.' ? '' : kept)}</svg>\n`;
