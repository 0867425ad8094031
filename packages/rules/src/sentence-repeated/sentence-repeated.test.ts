import { ruleTest } from '../example/rule-test.ts';
import { rule } from './sentence-repeated.ts';

ruleTest(rule, {
  valid: {
    'one of two works and the other': { explanation: ['甲館如期完成。乙館如期完成。'] },
    'a short verdict, said of each': { explanation: ['已達成。已達成。'] },
    'not in a row': { execution: ['補助偏遠學校交通費用。辦理研習3場。補助偏遠學校交通費用。'] },
    'another number': { execution: ['補助偏遠學校交通費用3校。補助偏遠學校交通費用4校。'] },
  },
  invalid: {
    'twice in a row': [
      { execution: ['場地租期未能銜接，已洽學校替代。場地租期未能銜接，已洽學校替代。'] },
      ['warning: 場地租期未能銜接，已洽學校替代。場地租期未能銜接，已洽學校替代'],
    ],
    'parted by a semicolon': [
      { execution: ['補助偏遠學校交通費用；補助偏遠學校交通費用；辦理研習3場。'] },
      ['warning: 補助偏遠學校交通費用；補助偏遠學校交通費用'],
    ],
  },
});
