#!/usr/bin/env python3
"""Checks the proofs that findings carry, from the document's text alone: verify.py PROOFS.json TEXT

Shares nothing with the program that found them. Exit code 0: every proof is accepted and every error has one; 1: one is
rejected; 2: wrong use. What is checked, and what cannot be, stands in README.md.
"""
import calendar, json, re, sys, unicodedata
from datetime import date
from fractions import Fraction as F
class Rejected(Exception): pass
def require(holds, why):
    if not holds: raise Rejected(why)
# --- intervals: ((low, is open), (high, is open)); a value of None bounds nothing -----------------------------------------
ANY = ((None, False), (None, False))
def point(value): return ((value, False), (value, False))
def closed(low, high): return ((F(low), False), (F(high), False))
def below(end): return end[0] is not None and end[0] < 0
def both(a, b, work): return ANY[0] if None in (a[0], b[0]) else (work(a[0], b[0]), a[1] or b[1])
def add(a, b): return tuple(both(x, y, lambda m, n: m + n) for x, y in zip(a, b))
def negative(a): return tuple((None if at is None else -at, is_open) for at, is_open in reversed(a))
def multiply(a, b):
    if b[0][0] is None or below(b[0]):
        return ANY if a[0][0] is None or below(a[0]) else multiply(b, a)
    return tuple(both(end, b[1 - side if below(end) else side], lambda m, n: m * n) for side, end in enumerate(a))
def divide(a, b):
    if b[0][0] is None or b[0][0] <= 0: return ANY
    def by(end, divisor):
        return (F(0), False) if end[0] is not None and divisor[0] is None else both(end, divisor, lambda m, n: m / n)
    return tuple(by(end, b[side if below(end) else 1 - side]) for side, end in enumerate(a))
def hull(a, b):
    low = ANY[0] if None in (a[0][0], b[0][0]) else min(a[0], b[0])
    return low, ANY[1] if None in (a[1][0], b[1][0]) else max(a[1], b[1], key=lambda end: (end[0], not end[1]))
def meet(a, b):
    def reaches(high, low):
        return None in (high[0], low[0]) or high[0] > low[0] or (high[0] == low[0] and not high[1] and not low[1])
    return reaches(a[1], b[0]) and reaches(b[1], a[0])
def told(interval):
    return tuple((F(end['at']), end['open']) if end else (None, False) for end in (interval['low'], interval['high']))
# --- numbers as officials print them --------------------------------------------------------------------------------------
DIGITS = {c: v for v, chars in enumerate('零〇 一壹 二貳兩 三參 四肆 五伍 六陸 七柒 八捌 九玖'.split()) for c in chars}
SMALL, LARGE = {'十': 1, '拾': 1, '百': 2, '佰': 2, '千': 3, '仟': 3}, {'萬': 4, '万': 4, '億': 8, '兆': 12}
ONE, MANY = '0-9廿十百千' + ''.join(DIGITS), '0-9廿' + ''.join({**DIGITS, **SMALL, **LARGE})
NUMERAL = re.compile(f'[{ONE}][,.點餘多{MANY}]*')
HIGHER = {'年': 12, '小時': 60, '分': 60, '分鐘': 60, '日': 24, '天': 24}
def plain(text):
    """Without mark-up and the blanks of wrapped lines; full-width signs and radicals made plain."""
    return re.sub(r'\s+', '', unicodedata.normalize('NFKC', re.sub('<[^<>]*>', '', text)))
def numeral(words):
    """Of 1億3,140萬, 三十點五, 12.6: the value, the power and the decimals of the last printed place, how many digits."""
    total, section, run = F(0), F(0), ''
    power = decimals = digits = 0
    behind = pointed = False
    for c in words.replace('廿', '二十'):
        if c in '0123456789' or c in DIGITS:
            if behind:
                power, decimals, pointed, behind = 0, 0, False, False
            run, decimals, digits = run + str(DIGITS.get(c, c)), decimals + pointed, digits + 1
        elif c in '.點':
            run, pointed, behind = run + '.', True, False
        elif c in SMALL:
            section, run, power, behind = section + F(run or 1) * 10 ** SMALL[c], '', power + SMALL[c], True
        elif c in LARGE:
            total, section, run = total + (section + F(run or 0)) * 10 ** LARGE[c], F(0), ''
            power, behind = power + LARGE[c], True
    spelt_out = power < 4 and not re.search('[0-9]', words)
    return total + section + F(run or 0), 0 if spelt_out else power, decimals, digits
def around(words):
    half = F(1, 2 * 10 ** len(words.partition('.')[2]))
    return closed(F(words) - half, F(words) + half)

class Number:
    """A printed number: its value, the step of its last place, what it was rounded from, and its words."""
    def __init__(self, text):
        self.words = plain(text)
        match = re.search('[百千萬](?=分之)', self.words) or NUMERAL.search(self.words)
        require(match, f'no number in {text!r}')
        first, rest = match.group().rstrip('.,'), self.words[match.end():]
        value, power, decimals, digits = numeral(first)
        kind, self.percent, under = None, True, F(1)
        if rest.startswith('分之') and first in ('百', '千', '萬'):
            under, part = F({'百': 1, '千': 10, '萬': 100}[first]), NUMERAL.search(rest).group()
            value, power, decimals, digits = numeral(part)
            rest = rest.split(part, 1)[1]
        elif rest.startswith('分之'):
            kind, value, decimals, rest = 'fraction', F(round(numeral(rest[2:])[0] / value * 1000000), 10000), 0, ''
        elif rest.startswith('成'):
            part = re.match(f'成([半0-9{"".join(DIGITS)}]?)', rest).group(1)
            value = value * 10 + (5 if part == '半' else int(DIGITS.get(part, part or 0)))
            kind, power, rest = (None, 0, rest[2:]) if part else ('tenths', 1, rest[1:])
        else:
            under, self.percent = F(10 if rest.startswith('‰') else 1), bool(re.match('[%‰]|.?百分點', rest))
            lower = re.match(f'(年|小時|分鐘?|日|天)又?([{MANY}]+)', rest)
            if re.match('(年|個|小時|倍)?半', rest):
                value += F(1, 2)
            elif lower:
                value = value * HIGHER[lower.group(1)] + numeral(lower.group(2))[0]
        self.step = F(10) ** (power - decimals) / under
        self.value = value / under * (-1 if re.search('[△▲−]|^-', self.words[:match.start()]) else 1)
        places = self.percent or decimals or (power and digits >= 3)
        self.kind = kind or ('places' if places else 'round' if power else 'whole')
    def printed(self, widening):
        """Everything that rounds to the print or is cut off at it, widened as the words beside it say."""
        v, room, half = self.value, abs(self.value) / 20, self.step / 2
        most = min(self.step, room * 2 / 5) if self.kind == 'round' else self.step
        under = min(half, most)
        rounded = closed(v - most, v + under) if v < 0 else ((v - under, False), (v + most, True))
        plainly = {'whole': point(v), 'fraction': closed(v - room, v + room),
                   'tenths': ((v - half, False), (v + half, True))}.get(self.kind, rounded)
        place = 1
        while v >= 1 and int(v) % (place * 10) == 0: place *= 10
        over = max(v + place if v >= 1 else v, v + room)
        return {'exact': plainly, 'about': hull(plainly, closed(v - room, v + room)),
                'nearly': hull(plainly, closed(v - 2 * room, v)), 'over': ((v, False), (over, True)),
                'atLeast': ((v, False), ANY[1]), 'atMost': (ANY[0], (v, False)), 'under': (ANY[0], (v, True))}[widening]

# Words beside a number that say that it is not exact, and those that none may stand beside that is taken for exact.
WIDENING = {'about': '約|左右|上下|許', 'nearly': '近', 'over': '餘|多|逾|超|突破|[高大]於|以上', 'under': '未|不足|不到|不及|[低小少短]於|以下',
            'atLeast': '至少|不[少低小]於|以上|達|起|最[少低]', 'atMost': '至多|[不未]超過|[不未]逾|內|以下|前|不[大高]於|最[多高]|上限'}
INEXACT = re.compile('(大約|[^契合節制條解簽預履違邀公]約|近|逾|至少|不足|未滿|未達)[達為]?$')
# --- premises ---------------------------------------------------------------------------------------------------------------
SIZES = [{'公尺': 1, '公里': 1000}, {'公克': 1, '公斤': 1000, '公噸': 10**6}, {'毫升': 1, '公升': 1000, '公秉': 10**6, '立方公尺': 10**6}, {'平方公尺': 1, '公頃': 10**4, '平方公里': 10**6}, {'分鐘': 1, '小時': 60}]
CONSTANTS = {'100%': F(100), '西元/民國': F(1911), **{f'{a}/{b}': F(of[a], of[b]) for of in SIZES for a in of for b in of}}
MONEY = {'TWD': r'[元圓]|\$', 'USD': '美', 'EUR': '歐', 'JPY': '日', 'GBP': '英', 'CNY': '人民|元'}
DATE = re.compile(r'(?:(西元)?(\d{2,4})(?:年度?|[./-]))?(?:第([一二三四1-4])季)?(?:(\d{1,2})(?:月份?|[./-](?=\d)))?(?:(\d{1,2})日?)?')
EPOCH = date(1970, 1, 1).toordinal()
def points(text, year):
    """Each (year, first month, last month, day) that a text tells; `year`, or the one told before, where it says none."""
    month = None
    for era, y, quarter, m, d in DATE.findall(re.sub('年[底終]', '年12月', plain(text))):
        if y: year, month = int(y) + (0 if era or int(y) > 1000 else 1911), None
        month = int(m) if m else month
        if quarter:
            last = int(DIGITS.get(quarter, quarter)) * 3
            yield from ((year, one, one, None) for one in (last - 2, last))
        elif y or m or d:
            yield (year, month or 1, month or 12, int(d) if d else None)
def exists(year, month, day):
    return 1 <= month <= 12 and (day is None or 1 <= day <= calendar.monthrange(year or 2000, month)[1])
def days(text, year):
    """The days, from 1970 on, that each date of a text may be."""
    for y, first, last, day in points(text, year):
        if y and exists(y, first, day):
            end = date(y, last, day or calendar.monthrange(y, last)[1])
            yield date(y, first, day or 1).toordinal() - EPOCH, end.toordinal() - EPOCH
def length(first, second, unit, counting):
    """How long it is from one date to another, each the first and last day that it may be."""
    (a, b), (c, d), n = first, second, abs(second[0] - first[0])
    if counting == 'apart':
        return closed(n - 1, n + 1) if unit == 'day' else closed(n // 31, -(-n // 28))
    if unit in ('day', 'week'):
        return closed(F(c - b, 7), F(d - a + 1, 7)) if unit == 'week' else closed(c - b, d - a + 1)
    (one, two), (three, four) = [tuple(date.fromordinal(int(n) + EPOCH) for n in ends) for ends in (first, second)]
    if one.month != two.month or three.month != four.month:
        years = three.year - one.year
        return closed(years, years + 1) if unit == 'year' else closed(years * 12, years * 12 + 12)
    months, over = (three.year - one.year) * 12 + three.month - one.month, 12 if unit == 'year' else 1
    exact, whole = one == two and three == four, one.day == 1 and three.day == calendar.monthrange(three.year, three.month)[1]
    return closed(F(months - (exact and three.day < one.day - 1) + (exact and whole), over), F(months + 1, over))

class Document:  # its places are counted in UTF-16 units
    def __init__(self, text):
        self.bytes = text.encode('utf-16-le')
    def cut(self, start, end):
        return self.bytes[2 * max(0, start):2 * max(0, end)].decode('utf-16-le', 'replace')
    def quote(self, premise):
        start, end = premise['span']['start'], premise['span']['end']
        require(0 <= start < end <= len(self.bytes) // 2 and plain(premise['text']), 'a place outside the text')
        require(self.cut(start, end) == premise['text'], f'{premise["text"]!r} does not stand at {start}')
        return premise['text']
    def number(self, premise, others):
        read, text = Number(self.quote(premise)), plain(premise['text'])
        start, end = premise['span']['start'], premise['span']['end']
        before, behind = self.cut(start - 8, start), self.cut(end, end + 4)
        item = re.search(r'(?:^|[\n>。；])\s*\d{1,2}\.$', before) and re.match('\\d+[件人名戶家場處校案座輛棟班隊株艘]', text)  # 2.18處
        require((item or not (text[0].isdigit() and re.search(r'\d[.,]?$', before))) and
                not (text[-1].isdigit() and re.match(r'[.,]?\d|[%萬億兆]', behind)), f'{text} is cut out of a number')
        require(F(premise['value']) == read.value, f'{text} is {read.value}, not {premise["value"]}')
        unit, taken, widening, step = (premise[key] for key in ('unit', 'taken', 'widening', 'step'))
        rate, points = unit in ('%', '百分點', '個百分點', '‰'), [('百分點' in words) for words in (read.words, str(unit))]
        named = rate or unit is None or re.search(MONEY.get(unit, '分' if unit == '分鐘' else re.escape(plain(unit))), read.words)
        require(named and read.percent == rate and points[0] == points[1], f'{text} does not count {unit}')
        if taken == 'step':
            finer = [F(one['step']) for one in others if one['is'] == 'number' and one is not premise]
            require(F(step) == read.step or (F(step) < read.step and F(step) in finer), f'no step of {step} is printed')
        require(taken == 'step' or F(step) == read.step, f'the last place of {text} is {read.step}')
        if taken == 'printed' and widening == 'exact':
            require(not INEXACT.search(plain(before)) and not re.search('^(約|近|逾)|[餘多](?!少)', text), f'{text} is not exact')
        elif taken == 'printed':
            require(re.search(WIDENING[widening], plain(f'{before}|{text}|{behind}')), f'no word beside {text} says {widening}')
        v, step, half = read.value, F(step), F(1, 2)
        return v, {'exact': point(v), 'at-least': ((v, False), ANY[1]), 'rounded': ((v - half, False), (v + half, True)),
                   'step': ((v - step / 2, False), (v + step, True))}.get(taken) or read.printed({'printed': widening}[taken])
    def worth(self, premise, values, others):
        """The value and the interval that a premise comes to; neither for what is only quoted, or is no date."""
        kind, year = premise['is'], premise.get('year')
        if kind == 'words': return self.quote(premise) and None
        if kind == 'number': return self.number(premise, others)
        if kind == 'ratio':
            a, b = re.search(r'([\d.]+)[:比]([\d.]+)', plain(self.quote(premise))).groups()
            require(F(premise['value']) == F(a) / F(b), 'the ratio is another')
            return F(a) / F(b), divide(*(point(F(1)) if one == '1' else ((F(one) * 24 / 25, False), (F(one) * 26 / 25, False)) if other != '1' and (a + b).isdigit() else around(one) for one, other in ((a, b), (b, a))))
        if kind == 'range':
            low, high = map(Number, re.split('[至到~–—、-]', plain(self.quote(premise))))
            scale = re.search('[萬億兆]', high.words) if not re.search('[萬億兆]', low.words) else None
            return high.value, ((low.value * 10 ** (LARGE[scale.group()] if scale else 0), False), (high.value, False))
        if kind == 'between':
            low, high = values[premise['low']], values[premise['high']]
            require(low[0] <= high[0], 'from the higher to the lower')
            return high[0], hull(low[1], high[1])
        if kind == 'date':
            stretch = premise['first'], premise['last']
            require(stretch in days(self.quote(premise), year), f'{premise["text"]!r} is another date')
            return None, closed(*stretch)
        if kind == 'no-date':
            faults = ['day' if 1 <= m <= 12 else 'month' for y, m, _, d in points(self.quote(premise), year) if not exists(y, m, d)]
            return require(premise['lacks'] in faults, f'{premise["text"]!r} is a date')
        if kind == 'length':
            stretches = [tuple(int(at) for at, _ in values[premise[side]][1]) for side in ('from', 'to')]
            return None, length(*stretches, premise['unit'], premise['counting'])
        if kind == 'count':
            places = [(one['span']['start'], one['span']['end']) for one in premise['of'] if self.quote(one)]
            require(all(a[1] <= b[0] for a, b in zip(places, places[1:])), 'one thing is counted twice')
            require(F(premise['value']) == len(places), 'it is miscounted')
            return F(len(places)), point(F(len(places)))
        name, value = premise['name'], F(premise['value'])
        require(kind == 'constant' and (CONSTANTS.get(name) == value or (name.isdigit() and F(name) == value)), 'no constant')
        return value, point(value)
# --- readings ---------------------------------------------------------------------------------------------------------------
WORKS = {'sum': (add, lambda x, y: x + y), 'difference': (lambda a, b: add(a, negative(b)), lambda x, y: x - y),
         'product': (multiply, lambda x, y: x * y), 'quotient': (divide, lambda x, y: x / y)}
def work_out(operation, values):
    if 'premise' in operation: return values[operation['premise']]
    work, parts = operation['work'], [work_out(part, values) for part in operation['parts']]
    require(len(parts) > 1 or work in ('sum', 'product'), 'too few parts')
    over, plainly = WORKS['quotient' if work in ('growth', 'decline') else work]
    value, interval = parts[0]
    for other, others_interval in parts[1:]:
        interval = over(interval, others_interval)
        value = None if value is None or other is None else plainly(value, other)
    if work == 'decline':
        return 1 - value, add(point(F(1)), negative(interval))
    return (value - 1, add(interval, point(F(-1)))) if work == 'growth' else (value, interval)
def named_in(operation):
    return {operation['premise']} if 'premise' in operation else set().union(*map(named_in, operation['parts']))
def check(document, proof, evidence):
    premises, values, claims = proof['premises'], {}, {reading['claim'] for reading in proof['readings']}
    shown = [(one['span']['start'], one['span']['end']) for one in evidence if document.quote(one)]
    places = [(one['span']['start'], one['span']['end']) for one in premises if 'span' in one]
    require(not places or any(a <= start and end <= b for a, b in shown for start, end in places), 'it is of other words')
    used = claims.union(*(named_in(reading['operation']) for reading in proof['readings']),
                        *((one['from'], one['to']) for one in premises if one['is'] == 'length'),
                        *((one['low'], one['high']) for one in premises if one['is'] == 'between'))
    require(used - {None} == {one['id'] for one in premises if one['is'] != 'words'}, 'a premise stands idle')
    require(len({str(one.get('span')) for one in premises if one['id'] in claims}) < 2, 'two claims')
    require(len({one['id'] for one in premises}) == len(premises), 'two premises of one id')
    for premise in premises:
        value = document.worth(premise, values, premises)
        if value is not None:
            require('interval' not in premise or value[1] == told(premise['interval']), f'{premise["id"]} allows other values')
            values[premise['id']] = value
    for reading in proof['readings']:
        fails, claim = reading['fails'], reading['claim']
        if fails == 'no-such-date':
            named = [one['is'] for one in premises if one['id'] == reading['operation']['premise']]
            require(named == ['no-date'] and reading['value'] is None and told(reading['interval']) == ANY, 'it is a date')
            continue
        require(reading['times'] in (1, 100), 'an unknown scale')
        value, interval = work_out(reading['operation'], values)
        interval = tuple((None if at is None else at * reading['times'], is_open) for at, is_open in interval)
        stated = None if reading['value'] is None else F(reading['value'])
        require((value if value is None else value * reading['times']) == stated, f'it comes to {value}')
        require(interval == told(reading['interval']), 'it comes to another interval')
        if fails == 'apart':
            require(claim not in named_in(reading['operation']), 'it is held against itself')
            require('bound' not in reading and not meet(interval, values[claim][1]), 'the claim may hold')
            continue
        (at, is_open), bound = interval[fails in ('below', 'not-above')], F(reading['bound'])
        require(claim is None and at is not None and bound == (F(1, 2) if reading['as'] == 'half' else 0), 'another bound')
        beyond = at == bound and is_open or (at < bound if fails in ('below', 'not-above') else at > bound)
        require(beyond if fails in ('below', 'above') else fails in ('not-above', 'not-below') and at == bound, 'it does not fail')
def main(arguments):
    if len(arguments) != 2:
        return print(__doc__.strip(), file=sys.stderr) or 2
    with open(arguments[0], encoding='utf-8') as proofs, open(arguments[1], encoding='utf-8', newline='') as text:
        findings, document = json.load(proofs)['findings'], Document(text.read())
    accepted = rejected = 0
    for at, finding in enumerate(findings, 1):
        if finding.get('proof') is None and finding['severity'] != 'error': continue
        try:
            require(finding.get('proof') is not None, 'an error without a proof')
            check(document, finding['proof'], finding['evidence'])
            accepted += 1
        except (Rejected, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as why:
            rejected += 1
            print(f'{at} {finding["rule"]}: rejected: {why}')
    print(f'{accepted} proofs accepted, {rejected} rejected; {len(findings) - accepted - rejected} findings carry none')
    return 1 if rejected else 0

if __name__ == '__main__': sys.exit(main(sys.argv[1:]))
