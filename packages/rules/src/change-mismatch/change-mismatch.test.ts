import { ruleTest } from '../example/rule-test.ts';
import { rule } from './change-mismatch.ts';

ruleTest(rule, {
  valid: {
    'by how much it grew': { execution: ['113年開課1,980班，本年度增加90班，成長約4.5%。'] },
    'adjusted by a rate': { execution: ['補助款由5,000萬元調增12%，調整後為5,600萬元。'] },
    'lowered by a rate': { execution: ['補助款由5,000萬元調減12%，調整後為4,400萬元。'] },
    'of two rates relative to the first': { execution: ['用水回收率由62%升至68.2%，相對增幅10%。'] },
    'the word that compares stands behind': { execution: ['據點168處，與112年之150處相較，多出18處，增幅12%。'] },
    'an increase': { execution: ['借閱162萬3,800人次，較112年138萬人次增加24萬3,800人次。'] },
    'growth, cut off': { execution: ['累計達96處，較112年84處成長14.28%。'] },
    'amount and rate of one change': { execution: ['清除8,640公噸，較111年7,200公噸增加1,440公噸，成長20%。'] },
    'from and to': { execution: ['由320公噸降為208公噸，減少112公噸，減幅35%。'] },
    'percentage points and per cent of a percentage': { execution: ['由80%提升至88%，提升8個百分點，增幅10%。'] },
    'an average between the count and what it was': {
      execution: ['參與7萬4,400人次，每場平均40人次，較112年6萬2,000人次成長二成。'],
    },
    'what all of them save': { execution: ['每點費用由1.5萬元降至1.2萬元，節省20%，全年共節省360萬元。'] },
    'a time got better by falling': { execution: ['等候由45分鐘進步至40分鐘，進步5分鐘。'] },
    'a schedule': { execution: ['預定進度86.0%，實際進度73.6%，落後12.4個百分點。'] },
    'a figure that is itself a change': {
      execution: [
        '維持費233,756千元，較上年度減列設備汰換等經費78,112千元，增列整修等經費72,981千元，計淨減5,131千元。',
      ],
    },
    'a gap without its figures': { execution: ['工程實際進度為21.57%，超前6.16%。'] },
  },
  invalid: {
    'adjusted by a rate': [
      { execution: ['補助款由5,000萬元調增12%，調整後為5,500萬元。'] },
      ['error: 補助款由5,000萬元調增12%，調整後為5,500萬元'],
    ],
    'of two rates relative to the first': [
      { execution: ['用水回收率由62%升至68.2%，相對增幅12%。'] },
      ['error: 用水回收率由62%升至68.2%，相對增幅12%'],
    ],
    'the word that compares stands behind, and the rate is wrong': [
      { execution: ['據點168處，與112年之150處相較，增幅15%。'] },
      ['error: 據點168處，與112年之150處相較，增幅15%'],
    ],
    'a score that got better': [
      { execution: ['滿意度由89.6分進步至91.3分，進步2.7分。'] },
      ['error: 滿意度由89.6分進步至91.3分，進步2.7分'],
    ],
    'the difference is another': [
      { execution: ['受理4,320件，較111年4,860件減少450件。'] },
      ['error: 受理4,320件，較111年4,860件減少450件'],
    ],
    'the growth is another': [
      { execution: ['累計達41館，較112年35館成長19.14%。'] },
      ['error: 累計達41館，較112年35館成長19.14%'],
    ],
    'the other way': [
      { execution: ['受理4,860件，較111年4,320件減少540件。'] },
      ['error: 受理4,860件，較111年4,320件減少540件'],
    ],
    'behind by another gap': [
      { execution: ['預定進度86.0%，實際進度73.6%，落後14.2個百分點。'] },
      ['error: 預定進度86.0%，實際進度73.6%，落後14.2個百分點'],
    ],
    'what was added and taken off': [
      { execution: ['較上年度減列設備經費78,112千元，增列整修經費72,981千元，計淨減5,311千元。'] },
      ['error: 較上年度減列設備經費78,112千元，增列整修經費72,981千元，計淨減5,311千元'],
    ],
    'a fall': [{ execution: ['濃度由1,250ppm降至800ppm，降幅63%。'] }, ['error: 濃度由1,250ppm降至800ppm，降幅63%']],
    'beyond the target': [
      { goals: ['疏散演練24場次。'], execution: ['疏散演練26場次，超出目標3場次。'] },
      ['error: 疏散演練26場次 | 疏散演練24場次 | 超出目標3場次'],
    ],
    'what was added': [
      { execution: ['新增7館加入服務，累計服務據點達41館，較112年35館擴大。'] },
      ['error: 新增7館加入服務，累計服務據點達41館，較112年35館'],
    ],
  },
});
