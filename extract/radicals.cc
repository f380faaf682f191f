#include "extract/radicals.h"

#include <iterator>

#include <string_view>

namespace fubiao {

namespace {

// Pairs of a radical and its ideograph, sorted by radical.
// clang-format off
constexpr std::u16string_view radicals =
    u"⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺"
    u"⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹"
    u"⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风"
    u"⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟⼀一⼁丨⼂丶⼃丿"
    u"⼄乙⼅亅⼆二⼇亠⼈人⼉儿⼊入⼋八⼌冂⼍冖⼎冫⼏几⼐凵⼑刀⼒力⼓勹⼔匕⼕匚⼖匸⼗十⼘卜⼙卩⼚厂⼛厶⼜又⼝口"
    u"⼞囗⼟土⼠士⼡夂⼢夊⼣夕⼤大⼥女⼦子⼧宀⼨寸⼩小⼪尢⼫尸⼬屮⼭山⼮巛⼯工⼰己⼱巾⼲干⼳幺⼴广⼵廴⼶廾⼷弋"
    u"⼸弓⼹彐⼺彡⼻彳⼼心⼽戈⼾戶⼿手⽀支⽁攴⽂文⽃斗⽄斤⽅方⽆无⽇日⽈曰⽉月⽊木⽋欠⽌止⽍歹⽎殳⽏毋⽐比⽑毛"
    u"⽒氏⽓气⽔水⽕火⽖爪⽗父⽘爻⽙爿⽚片⽛牙⽜牛⽝犬⽞玄⽟玉⽠瓜⽡瓦⽢甘⽣生⽤用⽥田⽦疋⽧疒⽨癶⽩白⽪皮⽫皿"
    u"⽬目⽭矛⽮矢⽯石⽰示⽱禸⽲禾⽳穴⽴立⽵竹⽶米⽷糸⽸缶⽹网⽺羊⽻羽⽼老⽽而⽾耒⽿耳⾀聿⾁肉⾂臣⾃自⾄至⾅臼"
    u"⾆舌⾇舛⾈舟⾉艮⾊色⾋艸⾌虍⾍虫⾎血⾏行⾐衣⾑襾⾒見⾓角⾔言⾕谷⾖豆⾗豕⾘豸⾙貝⾚赤⾛走⾜足⾝身⾞車⾟辛"
    u"⾠辰⾡辵⾢邑⾣酉⾤釆⾥里⾦金⾧長⾨門⾩阜⾪隶⾫隹⾬雨⾭靑⾮非⾯面⾰革⾱韋⾲韭⾳音⾴頁⾵風⾶飛⾷食⾸首⾹香"
    u"⾺馬⾻骨⾼高⾽髟⾾鬥⾿鬯⿀鬲⿁鬼⿂魚⿃鳥⿄鹵⿅鹿⿆麥⿇麻⿈黃⿉黍⿊黑⿋黹⿌黽⿍鼎⿎鼓⿏鼠⿐鼻⿑齊⿒齒⿓龍"
    u"⿔龜⿕龠";
// U+FE10..U+FE19 and U+FE30..U+FE48 in order; a space where there is no such character.
constexpr std::u16string_view vertical_forms_10 = u"，、。：；！？〖〗…";
constexpr std::u16string_view vertical_forms_30 = u"‥—–＿＿（）｛｝〔〕【】《》〈〉「」『』﹅﹆［］";
// clang-format on

}  // namespace

char32_t seen_as(char32_t c) {
  if (c >= 0x2E80 && c <= 0x2FDF) {
    std::size_t low = 0, high = radicals.size() / 2;
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      if (radicals[2 * middle] < c) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (2 * low + 1 < radicals.size() && radicals[2 * low] == c) return radicals[2 * low + 1];
    return c;
  }
  if (c >= 0xFE10 && c - 0xFE10 < vertical_forms_10.size()) return vertical_forms_10[c - 0xFE10];
  if (c >= 0xFE30 && c - 0xFE30 < vertical_forms_30.size()) return vertical_forms_30[c - 0xFE30];
  return c;
}

void append_letters(std::u32string& text, char32_t c) {
  static constexpr std::u32string_view latin[] = {U"ff", U"fi", U"fl", U"ffi", U"ffl", U"st", U"st"};
  if (c >= 0xFB00 && c - 0xFB00 < std::size(latin)) {
    text += latin[c - 0xFB00];
  } else if (c == 0x2E3A) {
    text += U"\u2014\u2014";
  } else {
    text.push_back(seen_as(c));
  }
}

}  // namespace fubiao
