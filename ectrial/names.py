"""Names of persons in a text, Chinese, pinyin or English, by what stands around them.

A name is said to be one by a title or by the word *name* or *patient* before it. A bare name only
looks like one: a person is asked.
"""

import re

from ectrial.words_of_the_trade import CAPITALISED, PROPER_NAMES, REMEDIES

_SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范"
    "江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚"
)
# surnames, what follows them, and words of the trade, as written in Hong Kong and Taiwan
_SIMPLER = str.maketrans(
    "張劉陳楊黃趙吳孫馬鄭羅謝韓許鄧蕭馮葉呂魏蔣陸賈鄒閻龍賀嚴錢龔湯盧鍾譚韋蘇顧賴萬歐陽諸來沒說絕於護師",
    "张刘陈杨黄赵吴孙马郑罗谢韩许邓萧冯叶吕魏蒋陆贾邹阎龙贺严钱龚汤卢钟谭韦苏顾赖万欧阳诸来没说绝于护师",
)
_TWO_SIGNS = "欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|端木|东方|南宫|独孤"
_HANZI = r"[\u4e00-\u9fff]"
# what follows a name in a sentence
_BEHIND = "今|昨|明天|未|漏|来|已|没|不|说|告|打|住|在|因|要|想|同意|拒绝|家属|于"
_TITLED = re.compile(
    # ms is a unit behind a number
    r"\b(?i:(?:mr|mrs|miss)\b\.?\s+[a-z])|(?<!\d )(?<!\d)\b(?i:ms\b\.?\s+[a-z])"
    r"|(?:姓名|患者名)\s*[:：]\s*\S"
    r"|(?<!drug )(?<!brand )(?<!trade )(?<!generic )(?<!file )(?i:\bname)\s*[:：]\s*\S"
    rf"|{_HANZI}{{1,3}}(?:先生|女士|大爷|大妈|阿姨|叔叔|老师傅)"
    rf"|叫{_HANZI}{{2,3}}的|[他她]叫[{_SURNAMES}]{_HANZI}{{1,2}}(?!{_HANZI})"
    rf"|姓[{_SURNAMES}][，,、\s]{{0,2}}名"
    rf"|(?<![衰古大缩减较血肝])[老小](?!于|方案|毛病|范围|叶[间中增]|白细胞|高峰|段|石|孔)[{_SURNAMES}]"
)
# whoever works here is no patient
_COLLEAGUES = re.compile(
    r"\b(?i:nurse|dr|doctor|prof|professor|physician|pharmacist)\b\.?\s+[A-Z][a-z]+"
    rf"|(?:护士|护师|医生|大夫|主任|教授|药师|技师|同事|协调员|监查员)[老小]{_HANZI}"
    rf"|[老小]{_HANZI}(?:护士|护师|医生|大夫|主任|教授|药师|技师|老师(?!傅))"
)
_TWO_SIGNED = re.compile(rf"(?:{_TWO_SIGNS})(?!医院|肝胆|航空){_HANZI}{{1,2}}")
_SAID_TO_BE = re.compile(
    rf"(?:姓名|患者|病人|受试者)[\s:：]*"
    rf"(?:{_TWO_SIGNS}|([{_SURNAMES}]{_HANZI}{{1,2}}?)(?:(?={_BEHIND})|(?!{_HANZI})))"
)
_RELATIVE = (
    "女儿|儿子|妻子|丈夫|老伴|爱人|太太|老公|老婆|母亲|父亲|妈妈|爸爸|姐姐|妹妹|哥哥|弟弟|儿媳|女婿"
    "|孙女|孙子|侄子|侄女|外甥|家属|联系人?"
)
_ALONE = re.compile(
    rf"(?<!{_HANZI})([{_SURNAMES}]{_HANZI}{{1,2}}?)(?!{_HANZI})"
    rf"|(?<!{_HANZI})([{_SURNAMES}]{_HANZI}{{1,2}}?)(?={_BEHIND})"
    rf"|(?:{_RELATIVE}|[他她我您你这那]是|[名也]叫|叫做)([{_SURNAMES}]{_HANZI}{{1,2}}?)"
    rf"(?:(?={_BEHIND}|的|陪|代|送|签|取|称|带|到|去)|(?!{_HANZI}))"
    rf"|(?<!{_HANZI})([{_SURNAMES}]{_HANZI}{{1,2}})的(?:{_RELATIVE})"
    # where the sentence goes on it may be a word as well
    rf"|(?:患者|病人|受试者)([{_SURNAMES}]{_HANZI}{{1,2}})|(?<!{_HANZI})(小{_HANZI})(?!{_HANZI})"
)
_NO_NAMES = re.compile(
    # a doctor or a nurse is a colleague
    ".(?:医|主任|护士|护师|教授|大夫|老师)|常[来说]|高度|"
    "白(?:细胞|蛋白|血病|班|天|介素|[芍术芷癜斑色酒]|内障)|谢谢|金额|黄种|高(?:考|血|糖|脂|敏|热|钙|钾|钠|磷|烧|龄|危|尿酸|值|流|兴)|马上|马来酸|方(?:案|法|向|便|式|才|可|能|得)"
    "|常(?:规|见|用|感|有|温|在|因|常|年|伴|需)|任(?:何|务|意|性|由)|黄(?:疸|染|色|芪|连|瓜)"
    "|范围|周(?:岁|期|围|边|末|[一二三四五六日])|余|康复|程(?:度|序)|许[可多久]|严[重格密]|金(?:属|标准|黄色|葡)|陈[旧述诉]|段落"
    "|何(?:时|地|种|首)|万|戴(?:口|上|着)|陆续|苏[醒打州]|谢绝|叶[酸间绿黄]|武汉|江[西苏门边]|毛[细发囊病巾]"
    "|曾(?:经|漏|有|用|在|服|因|行|于|出|做|口|接|被|患|多|两|自|误|未|诉|告|外|停|使|予|发|提|查|参|换|静|暂|咯|咳|呕|跌|化|放|手|至|到|去|联|单|减|加)"
    "|于(?:是|今|昨|次|当|前|后|同|本|外|上|下|早|晚|凌|治|入|访|第|周|某|我|院|门|随|服|给|筛|基|月|年|该|首|末|术|化|停"
    "|餐|睡|住|明[日天晨早]|[一二三四五六七八九十])"
    "|夏[季天]|顾虑|石[蜡膏斛榴]|施[行用]|向|孔径|雷(?:替|莫|公藤|贝|尼|洛)|钱|钟(?:点|后)|小(?:时|于|便|肠|心|结|量|剂)"
    "|王老吉|田七|胡[言萝须]|马铃|孙女|孙子[陪来代说转]|熊[去胆]|丁[丙酸苯卡]|卢[比卡美]|罗[沙红哌库格]|潘生丁|康[莱柏]|洪水|田间"
    "|唐突|唐(?:氏|筛)|林可|龙[胆骨葵]|牛[奶肉黄]|郑重|史|葛根|杜密克|高中|韩国|任何"
    "|罗氏|贺普丁|韦立得|杜冷丁"
)
"""Words of the trade that begin like a name."""
_SYLLABLE = (
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou"
    "|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|a|o|e|i|u|v)"
)
# He, An, Long, Pan, Fan and Sun are words or places as well, and FU is a drug or a follow-up
_PINYIN = re.compile(
    r"\b(?<!\d-)(?!(?-i:FU [a-z]))"
    r"(?:Wang|Li|Zhang|Liu|Chen|Yang|Huang|Zhao|Wu|Zhou|Xu|Zhu|Hu|Guo|Lin|Gao|Luo|Zheng|Liang|Xie"
    r"|Song|Tang|Feng|Deng|Cao|Peng|Zeng|Xiao|Tian|Dong|Yuan|Cai|Jiang|Yu|Du|Ye|Cheng|Wei|Su|Lu"
    r"|Ding|Ren|Shen|Yao|Cui|Zhong|Fang|Shi|Jin|Liao|Jia|Xia|Fu|Xiong|Qin|Qiu|Hou|Shao|Meng)"
    rf"(?:[ -]|(?-i:, ?(?=[A-Z]))){_SYLLABLE}-?(?:{_SYLLABLE})?\b",
    re.IGNORECASE,
)
# each pair of neighbours, as a word of the trade may stand before a name
_CAPITALS = re.compile(r"\b([A-Z][a-z]+)(?= ([A-Z][a-z]+)\b)")
_SHOUTED = re.compile(r"\b([A-Z]{4,})(?= ([A-Z]{4,})\b)")
# the first letter behind the surname
_INVERTED = re.compile(r"\b([A-Z][a-z]{2,}), [A-Z]\.(?![a-z])")
# with a first letter alone, where a sentence begins or names who is meant; bacteria are no persons
_INITIAL = re.compile(
    r"(?:^|[.;:(] ?|\b(?:with|by|for|to|from|and|saw|seen|called|call|pt|patient) )"
    r"[A-Z]\. ?(?!Coli|Pylori|Aureus|Difficile|Pneumoniae)([A-Z][a-z]{2,})\b"
)
_FIRST_NAMES = re.compile(
    r"\b(?<!st )(?:john|james|robert|michael|william|david|richard|joseph|thomas|charles|daniel"
    r"|matthew|anthony|donald|steven|andrew|joshua|kenneth|kevin|brian|george|peter|mary|patricia"
    r"|jennifer|linda|elizabeth|barbara|susan|jessica|sarah|karen|nancy|lisa|betty|margaret"
    r"|sandra|emily|maria|anna) (?!river|classification)[a-z]{3,}\b"
)
# a relative by name, and how one is called
_CALLED = re.compile(
    r"\b(?i:wife|husband|son|daughter|mother|father|brother|sister|aunt|uncle)"
    r" (?:[A-Z][a-z]{2,}|xiao\w+)"
    r"|\b(?i:old|pt|patient)"
    r" (?i:wang|liu|zhang|chen|yang|huang|zhao|zhou|xu|zhu|guo|lin|gao|luo)\b"
    rf"|小{_HANZI}(?:妈|爸|家属)"
)


def holds_a_name(text: str) -> bool:
    """Whether a text holds what is said to be the name of a person.

    >>> holds_a_name("患者王建国"), holds_a_name("Mr. Wang"), holds_a_name("drug name: X")
    (True, True, False)
    """
    text = _COLLEAGUES.sub(". ", text.translate(_SIMPLER))
    return _TITLED.search(text) is not None or any(
        _NO_NAMES.match(found[1] or "") is None for found in _SAID_TO_BE.finditer(text)
    )


def holds_a_bare_name(text: str) -> bool:
    """Whether a text holds what looks like the name of a person; it may be anything.

    >>> holds_a_bare_name("wang xiaoming came"), holds_a_bare_name("白细胞 3.2")
    (True, False)
    """
    text = _COLLEAGUES.sub(". ", text.translate(_SIMPLER))
    text = PROPER_NAMES.sub(". ", REMEDIES.sub(". ", text))
    if _TWO_SIGNED.search(text) or _PINYIN.search(text):
        return True
    if _CALLED.search(text) or _FIRST_NAMES.search(text):
        return True
    if not CAPITALISED.issuperset((*_INITIAL.findall(text), *_INVERTED.findall(text))):
        return True
    pairs = [*_CAPITALS.findall(text), *_capitalised(_SHOUTED.findall(text))]
    if any(CAPITALISED.isdisjoint(pair) for pair in pairs):
        return True
    found = (next(filter(None, each)) for each in _ALONE.findall(text))
    return any(_NO_NAMES.match(name) is None for name in found)


def _capitalised(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(one.capitalize(), other.capitalize()) for one, other in pairs]
